"""The recommendations' lines as a person reads them: a wrapped lead-in is one, items run together are several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mopacreg.facts.recommendations.marks import Mark, mark_of
from mopacreg.layouts.cut import LEAD_IN
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.values.marks import GLYPHS, letters, roman
from mopacreg.values.verbs import action_of

_LONGEST_WRAP = 2  # lines that a lead-in goes on over
_MAY_ASK = re.compile(r"DMPC|Deputy|Mayor|MOPAC|Commissioner|hat the$")
_CUT_POST = re.compile(r"\bDeputy(?: Mayor(?: for(?: Policing(?: and)?)?)?)?$")
_NEXT_ITEM = re.compile(
    rf"[.;:,]\s+(?:and\s+)?(?=\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)]\s)|\s(?=[{GLYPHS}]\s)"
)
# What number a letter, or a small Roman number, stands for in a list.
_COUNTED = {letters(n): n for n in range(1, 27)} | {roman(n): n for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}


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
    if first.text[-1] in ".;:" or not _MAY_ASK.search(first.text):
        return None
    asked = LEAD_IN.search(first.text)
    if asked and asked.end() < len(first.text) and not _CUT_POST.search(first.text):
        return None
    for n, after in enumerate(below, 1):
        if after.number != first.number + n or mark_of(after.text):
            return None
        words = sheet.text.text[first.start : after.end]
        found = LEAD_IN.search(words.replace("\n", " "))
        crosses = found and (found.end() > after.start - first.start or _CUT_POST.search(first.text))
        if found and crosses and found.start() < len(first.text):
            return first._replace(end=after.end, text=words)
        if asked:  # its verb goes on with it on the next line
            goes_on = after.text[0].islower() and action_of(after.text)
            return first._replace(end=after.end, text=words) if goes_on else None
    return None


def _items_of(line: Line) -> Iterator[Line]:
    """The line, cut before each item that goes on with its mark (`1. Approve …; 2. Note …`): all of them, or none."""
    ahead = list(_NEXT_ITEM.finditer(line.text))
    last = mark_of(line.text) if ahead else None
    cuts = [0]
    for match in ahead if last or (ahead and _leads(line.text[: ahead[0].end()])) else ():
        words = line.text[match.end() :]
        mark = mark_of(words)
        if mark and _is_next(mark, last):
            if not action_of(words[mark.end :]):
                cuts = [0]
                break
            cuts.append(match.end())
            last = mark
    for begin, end in pairwise([*cuts, len(line.text)]):
        yield _part(line, begin, end) if len(cuts) > 1 else line


def _leads(words: str) -> bool:
    """Whether the words before a list lead in to it; those with a sum are an item, which the list divides."""
    return "£" not in words and bool(LEAD_IN.search(words))


def _is_next(mark: Mark, last: Mark | None) -> bool:
    """Whether a mark in a line counts on from `last`, or begins a list where there is none."""
    if mark.kind == "bullet":
        return last is None or mark.printed == last.printed
    if last is None:
        return _count(mark) == 1
    return mark.kind == last.kind and 0 < _count(last) == _count(mark) - 1


def _count(mark: Mark) -> int:
    """Which item of a list its mark counts; 0 where it counts none."""
    return int(mark.printed) if mark.kind == "number" else _COUNTED.get(mark.printed.casefold(), 0)


def _part(line: Line, begin: int, end: int) -> Line:
    words = line.text[begin:end].rstrip()
    return line._replace(start=line.start + begin, end=line.start + begin + len(words), text=words)
