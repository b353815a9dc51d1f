"""The stretches of a decision's text that are read as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from mopacreg.layouts.numbering import ITEM, PARAGRAPH
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.text import Line
from mopacreg.values.marks import BULLET_SIGNS


def units_of(sheet: Sheet, lines: list[Line]) -> Iterator[Unit]:
    """The stretches of text that are read as one, in order."""
    places = _Places(sheet)
    rows = sheet.rows()
    block: list[Line] = []
    for line in lines:
        single = line.number in rows or line.number in sheet.headings or sheet.parts[line.number] == "header"
        if block and (single or not line.text or _begins(line) or line.number in sheet.noise):
            yield places.unit(block, "text")
            block = []
        if not line.text or line.number in sheet.noise:
            continue
        if single:
            yield places.unit([line], "row" if line.number in rows else "heading")
        else:
            block.append(line)
    if block:
        yield places.unit(block, "text")


def _begins(line: Line) -> bool:
    return _may_begin(line) and bool(ITEM.match(line.text) or PARAGRAPH.match(line.text))


def _may_begin(line: Line) -> bool:
    """Whether the line begins as a mark or a number can, which most lines don't."""
    head = line.text[:7]
    return head[:1] in BULLET_SIGNS or "." in head or ")" in head


class _Places:
    """Which section and paragraph each line stands in."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        marks: list[tuple[int, str | None, str | None]] = []
        for section in sheet.sections:
            marks.append(
                (section.line, section.topic, f"section {section.number}" if section.number else None)
            )
            marks += [(p.line, section.topic, p.number) for p in section.paragraphs]
        self.marks = sorted(marks, key=itemgetter(0))
        self.lines = [line for line, _, _ in self.marks]

    def unit(self, block: list[Line], kind: str) -> Unit:
        first = block[0]
        part = self.sheet.parts[first.number]
        topic, place = self._of(first.number) if part == "report" else (None, None)
        if part in ("summary", "recommendation", "header"):
            place = part if part != "header" else None
        if kind == "text" and _may_begin(first) and ITEM.match(first.text):
            kind = "item"
        return Unit(first.start, block[-1].end, first.number, part, topic, place, kind)

    def _of(self, number: int) -> tuple[str | None, str | None]:
        """The topic of the section that the line stands in, and its paragraph's number."""
        at = bisect_right(self.lines, number)
        return self.marks[at - 1][1:] if at else (None, None)
