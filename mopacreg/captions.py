"""The words that stand about a table: its caption, and the paragraph that leads up to it."""

from __future__ import annotations

from mopacreg.grids import Grid
from mopacreg.layouts.sheet import Sheet

_NEAR = 12  # lines: a paragraph that begins further up speaks of something else
_LONGEST_CAPTION = 140  # characters


def around(sheet: Sheet, grid: Grid) -> str:
    """The paragraph before a grid and a short caption after it."""
    first = grid.first_line
    above = (u for u in reversed(sheet.units) if u.line < first and u.kind in ("text", "item"))
    before = next(above, None)
    words = [sheet.text.text[before.start : before.end]] if before and first - before.line < _NEAR else []
    return "\n".join([*words, caption(sheet, grid)])


def caption(sheet: Sheet, grid: Grid) -> str:
    """The short lines that stand directly above a grid or behind it, and belong to no paragraph or other grid."""
    lines = sheet.text.lines
    above = lines[grid.first_line - 2] if grid.first_line > 1 else None
    after = next((line for line in lines[grid.last_line : grid.last_line + 2] if line.text), None)
    starts = {other.first_line for other in sheet.grids}
    if after and starts & {after.number, after.number + 1, after.number + 2}:
        after = None
    numbered = {p.line for section in sheet.sections for p in section.paragraphs} | sheet.headings
    found = [
        line
        for line in (above, after)
        if line and 0 < len(line.text) < _LONGEST_CAPTION and line.number not in numbered
    ]
    return "\n".join(line.text for line in found)
