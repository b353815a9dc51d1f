"""The stretches of a decision's text that are read as one."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg.layouts.numbering import ITEM, PARAGRAPH
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.text import Line


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
    return bool(ITEM.match(line.text) or PARAGRAPH.match(line.text))


class _Places:
    """Which section and paragraph each line stands in."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.by_line: dict[int, tuple[str | None, str | None]] = {}
        marks = []
        for section in sheet.sections:
            marks.append(
                (section.line, section.topic, f"section {section.number}" if section.number else None)
            )
            marks += [(p.line, section.topic, p.number) for p in section.paragraphs]
        marks.sort(key=lambda mark: mark[0])
        at = 0
        topic: str | None = None
        place: str | None = None
        for number in range(sheet.first, sheet.last + 1):
            while at < len(marks) and marks[at][0] <= number:
                _, topic, place = marks[at]
                at += 1
            self.by_line[number] = (topic, place)

    def unit(self, block: list[Line], kind: str) -> Unit:
        first = block[0]
        part = self.sheet.parts[first.number]
        topic, place = self.by_line[first.number] if part == "report" else (None, None)
        if part in ("summary", "recommendation", "header"):
            place = part if part != "header" else None
        if kind == "text" and ITEM.match(first.text):
            kind = "item"
        return Unit(first.start, block[-1].end, first.number, part, topic, place, kind)
