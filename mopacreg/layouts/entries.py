"""A listing page's entries: where each begins and ends, and the sheet of one."""

from __future__ import annotations

import re

from mopacreg.layouts import parts
from mopacreg.layouts.labels import label_on
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.text import Text

_PAGE_TYPE = re.compile(r"^\W*Page type\s*:", re.IGNORECASE)


def find(text: Text) -> list[tuple[int, int]]:
    """The first and last line (1-based) of each entry: from its title to the next one's."""
    titles = []
    for i, line in enumerate(text.lines):
        if _PAGE_TYPE.match(line.text):
            above = next((k for k in range(i - 1, -1, -1) if text.lines[k].text), None)
            if above is not None:
                titles.append(text.lines[above].number)
    if not titles:
        return []
    ends = [title - 1 for title in titles[1:]] + [len(text.lines)]
    return list(zip(titles, ends, strict=True))


def cut(text: Text, first: int, last: int) -> Sheet:
    """The sheet of an entry: a head of title and labels, then a summary."""
    sheet = Sheet(text, "listing", first, last)
    part = "header"
    for line in text.lines[first - 1 : last]:
        labelled = label_on(line) is not None
        if part == "header" and line.text and line.number != first and not labelled:
            part = "summary"
        if part == "summary" and parts.part_opened_by(line.text) == "furniture":
            part = "furniture"
        sheet.put(line, part)
        if parts.part_opened_by(line.text) == "summary":
            sheet.headings.add(line.number)
        if line.text:
            place = "summary" if part == "summary" else None
            sheet.units.append(Unit(line.start, line.end, line.number, part, None, place, "text"))
    return sheet
