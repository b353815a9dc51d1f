"""The text that facts were read from: its lines, and the words of one fact marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.record import Reading
from mopacreg.sources import Document
from mopacreg.views.table import Items, Marked


def numbered(document: Document, first: int = 1, last: int | None = None) -> Items:
    """Lines `first` to `last` of the document's text, each with its number."""
    lines = document.text.split("\n")
    end = len(lines) if last is None else last
    shown = enumerate(lines[first - 1 : end], start=first)
    return Items(None, tuple((str(number), line) for number, line in shown), verbatim=True)


def marked(document: Document, readings: Sequence[Reading]) -> Items:
    """The lines that the readings' words stand in, those words marked; one heading for the rules."""
    lines: list[tuple[str, Marked]] = []
    start = 0
    spans = sorted({(each.start, each.end) for each in readings})
    for number, line in enumerate(document.text.split("\n"), start=1):
        end = start + len(line)
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
        if inside:
            lines.append((str(number), _marked(line, inside)))
        start = end + 1
    return Items(None, tuple(lines), verbatim=True)


def _marked(line: str, spans: Sequence[tuple[int, int]]) -> Marked:
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans:
        if start > at:
            parts.append((line[at:start], False))
        parts.append((line[max(start, at) : end], True))
        at = max(at, end)
    parts.append((line[at:], False))
    return Marked(tuple(part for part in parts if part[0]))
