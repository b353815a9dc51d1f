"""Cut the recommendations' lines into items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.facts.recommendations.lead_in import Draft, by_sentence, lead_action_of, unmarked
from mopacreg.facts.recommendations.lines import as_read
from mopacreg.facts.recommendations.marks import Mark, mark_of
from mopacreg.layouts.cut import LEAD_IN
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.values.verbs import action_of


def drafts(sheet: Sheet, lines: list[Line]) -> Iterator[Draft]:
    """Cut the recommendations' lines into items."""
    lead, rest = _lead(as_read(sheet, lines))
    first = _first_mark(rest)
    lead_action = lead_action_of(lead)
    if _asks_itself(lead, rest):
        yield from by_sentence([*lead, *rest])
    elif first is None:
        yield from unmarked(lead, rest, lead_action)
    else:
        yield from _marked(sheet, rest, first, lead_action)


def _marked(sheet: Sheet, lines: list[Line], first: Mark, lead_action: str | None) -> Iterator[Draft]:
    """The items of a list whose marks are of the kind of `first`; lines with other marks belong to the item above."""
    current: Draft | None = None
    last = first
    indent, nested = 0, False  # the current item's; whether a list of the same marks stands below it
    for i, line in enumerate(lines):
        mark = mark_of(line.text)
        begins = mark and mark.continues(first, last)
        if mark and begins and current and _indent(sheet, line) > indent:
            anew = mark.kind == "bullet" or mark.printed.casefold() in ("1", "a", "i")
            nested = nested or (anew and lines[i - 1].text.endswith(":"))
            begins = not nested
        if mark and begins:
            if current:
                yield current
            current = Draft(mark.number, lead_action, [(line.start + mark.end, line.end)])
            last, indent, nested = mark, _indent(sheet, line), False
        elif current and LEAD_IN.search(line.text):
            yield current
            yield from drafts(sheet, lines[i:])
            return
        elif current and not _is_residue(sheet, lines, i):
            offset = _page_break_dash(line, current, sheet)
            current.spans.append((line.start + offset, line.end))
    if current:
        yield current


def _indent(sheet: Sheet, line: Line) -> int:
    return line.start - sheet.text.whole_line(line.number)[0]


def _lead(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lead-in lines (through the first that asks), and the rest."""
    for i, line in enumerate(lines):
        mark = _opening_mark(lines, i)
        if LEAD_IN.search(line.text) or (line.text.endswith(":") and not mark):
            return lines[: i + 1], lines[i + 1 :]
        if mark:
            return lines[:i], lines[i:]
    return [], lines


_ENDS_AT_LIST = re.compile(r"(?::|\bto)\s*$")


def _asks_itself(lead: list[Line], rest: list[Line]) -> bool:
    """Whether the lead-in is itself what is asked for.

    It has a sum, which the list below it only divides; or it is an item, and others are such sentences too.
    """
    marked = [line.text[mark.end :] for line in rest if (mark := mark_of(line.text))]
    asks = bool(lead) and not _ENDS_AT_LIST.search(lead[-1].text)  # its list asks, where it ends there
    if asks and mark_of(lead[-1].text) and any(LEAD_IN.search(words) for words in marked):
        return True
    return bool(lead) and "£" in lead[-1].text and not any(action_of(words) for words in marked)


def _first_mark(lines: list[Line]) -> Mark | None:
    """The first mark met: the list's items have its kind. None where items without marks stand before it."""
    for i in range(len(lines)):
        if mark := _opening_mark(lines, i):
            return None if any(action_of(before.text) for before in lines[:i]) else mark
    return None


def _opening_mark(lines: list[Line], i: int) -> Mark | None:
    """The mark with which a list may begin on line `i`: `1 the first` only where another item follows."""
    mark = mark_of(lines[i].text)
    if mark is None or mark.kind != "small":
        return mark
    opens = mark.printed == "1" and (not i or lines[i - 1].text.endswith(":"))
    return mark if opens and any(_follows(mark, line) for line in lines[i + 1 :]) else None


def _follows(mark: Mark, line: Line) -> bool:
    after = mark_of(line.text)
    return after is not None and after.continues(mark, mark)


def _is_residue(sheet: Sheet, lines: list[Line], i: int) -> bool:
    """A signature's residue among marked items: a few words that no sentence ends, alone between blank lines."""
    line = lines[i]
    if (
        len(line.text) > 25
        or len(line.text.split()) > 3
        or line.text[-1] in ".;:,)"
        or any(c.isdigit() for c in line.text)
    ):
        return False
    around = sheet.text.lines[max(line.number - 2, 0) : line.number + 1]
    return not around[0].text and (len(around) < 3 or not around[-1].text)


def _page_break_dash(line: Line, current: Draft, sheet: Sheet) -> int:
    """How much to pass over of a dash that stands before a mark (`- a)`), or that a page break put in a sentence."""
    marked = re.match(r"[-–—]\s+(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)", line.text)
    if marked:
        return marked.end()
    match = re.match(r"[-–—]\s+(?=[a-z])", line.text)
    if sheet.text.line_at(current.spans[-1][0]) == line.number - 1:
        return 0
    before = sheet.text.text[current.spans[-1][0] : current.spans[-1][1]].rstrip()
    return match.end() if match and before and before[-1] not in ":;.,–-" else 0
