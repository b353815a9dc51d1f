"""What a search found: a decision each, and the passage that answers best, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mopacreg.register.search import Hit
from mopacreg.views.table import COUNT, DATE, MARKED, NAME, Column, Marked, Table

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("signed_on", "Signed", DATE),
    Column("title", "Title"),
    Column("place", "Place", below=True),
    Column("line", "Line", COUNT, below=True),
    Column("passage", "Passage", MARKED, below=True),
)
AROUND = 200  # characters of a long passage to each side of its first hit


def hits(found: Iterable[Hit]) -> Table:
    """A row a decision, best first; the passage as a quotation around the words."""
    rows = []
    for decision, passage in found:
        place, line, quoted = None, None, None
        if passage is not None:
            place, line = passage.place, passage.line
            quoted = excerpt(passage.text, passage.marks)
        rows.append((decision.name, decision.signed_on, decision.title, place, line, quoted))
    return Table(COLUMNS, rows)


def excerpt(text: str, marks: Sequence[tuple[int, int]]) -> Marked:
    """The text around its first mark, cut at spaces; the marks kept."""
    first, last = marks[0] if marks else (0, 0)
    start = 0 if first <= AROUND else text.find(" ", first - AROUND, first) + 1 or first
    end = len(text) if len(text) - last <= AROUND else max(text.rfind(" ", last, last + AROUND), last)
    parts: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for begin, stop in marks:
        if stop > end:
            break
        parts += [(text[at:begin], False), (text[begin:stop], True)]
        at = stop
    parts.append((text[at:end] + (" …" if end < len(text) else ""), False))
    return Marked(tuple(part for part in parts if part[0]))
