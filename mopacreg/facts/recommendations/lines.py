"""The recommendations' lines as a person reads them: a wrapped lead-in is one, items run together are several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.facts.recommendations.marks import mark_of
from mopacreg.layouts.cut import LEAD_IN
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.values.verbs import action_of

_LONGEST_WRAP = 2  # lines that a lead-in goes on over
_NEXT_ITEM = re.compile(r"[.;:,]\s+(?:and\s+)?(?=\(?(\d{1,2})[.)]\s+([A-Z].*))")


def as_read(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """`lines`, put together where a lead-in is wrapped, parted where items stand behind each other."""
    return [part for line in _with_lead_ins_whole(sheet, lines) for part in _items_of(line)]


def _with_lead_ins_whole(sheet: Sheet, lines: list[Line]) -> Iterator[Line]:
    """`lines`, those made one over which the words `… is asked to` are wrapped."""
    passed = 0
    for i, line in enumerate(lines):
        if passed:
            passed -= 1
            continue
        wrapped = _wrapped(sheet, lines[i : i + 1 + _LONGEST_WRAP])
        if wrapped:
            passed = wrapped.text.count("\n")
            wrapped = wrapped._replace(text=wrapped.text.replace("\n", " "))
        yield wrapped or line


def _wrapped(sheet: Sheet, lines: list[Line]) -> Line | None:
    """The first of `lines` with those below on which its lead-in goes on, or None; breaks are kept in the text."""
    first, *below = lines
    asked = LEAD_IN.search(first.text)
    if asked and (asked.end() < len(first.text) or first.text.endswith(":")):
        return None
    for n, after in enumerate(below, 1):
        if after.number != first.number + n or mark_of(after.text):
            return None
        words = sheet.text.text[first.start : after.end]
        found = LEAD_IN.search(words.replace("\n", " "))
        if found and found.start() < len(first.text) and found.end() > after.start - first.start:
            return first._replace(end=after.end, text=words)
        if asked:  # its verb goes on with it on the next line
            goes_on = after.text[0].islower() and action_of(after.text)
            return first._replace(end=after.end, text=words) if goes_on else None
    return None


def _items_of(line: Line) -> Iterator[Line]:
    """The line, cut before each item that goes on with its number (`1. Approve …; 2. Note …`)."""
    mark = mark_of(line.text)
    if mark and mark.kind == "number":
        last = int(mark.printed)
    elif not mark and LEAD_IN.search(line.text):
        last = 0
    else:
        yield line
        return
    begin = 0
    for match in _NEXT_ITEM.finditer(line.text):
        if int(match[1]) == last + 1 and action_of(match[2]):
            yield _part(line, begin, match.end())
            begin, last = match.end(), last + 1
    yield _part(line, begin, len(line.text))


def _part(line: Line, begin: int, end: int) -> Line:
    words = line.text[begin:end].rstrip()
    return line._replace(start=line.start + begin, end=line.start + begin + len(words), text=words)
