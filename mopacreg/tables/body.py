"""A grid cut into its header and its rows, and the unit of its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mopacreg.grids import Cell, Grid, Row
from mopacreg.values import money, years

_THOUSANDS = re.compile(r"\b(?:in|are|of) thousands\b|\bthousands of pounds\b|\(thousands\)", re.IGNORECASE)

# Columns of a header whose columns were lost, beside those that a year ends.
_COLUMN_WORD = re.compile(r"\b(?:Totals?|Share\s%|%)", re.IGNORECASE)
# The header of a table of authority: who may decide up to how much. It is no budget.
_LIMITS = re.compile(
    r"\b(?:limits?|thresholds?|authority levels?|levels? of authority|delegated (?:authority|powers?|limits?)"
    r"|delegations?)\b",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"\b(?:in|are) millions\b|\bmillions of pounds\b|\(millions\)", re.IGNORECASE)


# A £, or what a scan makes of it.
_SIGNED = re.compile(r"£|\\pm|±|(?<!\w)f(?=\d{1,3},\d|\d{3})")


@dataclass(slots=True)
class Body:
    """A grid cut into its header and its rows, all of one width."""

    header: list[Row]
    rows: list[Row]
    width: int
    scale: int
    bare: bool
    headers: list[str] = field(default_factory=list)

    def figure(self, cell: Cell) -> money.Sum | None:
        return _figure(cell.text, self.scale, self.bare)


def body_of(grid: Grid, around: str) -> Body | None:
    """The grid cut into header and rows, or None where it has no money or no rows. `around` may state its unit."""
    scale = _scale(grid, around)
    signed = any("£" in cell.text for row in grid.rows for cell in row.cells)
    if scale is None and not any(_SIGNED.search(cell.text) for row in grid.rows for cell in row.cells):
        return None
    bare = scale is not None or signed
    width = max(len(row.cells) for row in grid.rows)
    header: list[Row] = []
    for row in grid.rows:
        named = sum(bool(cell.text) for cell in row.cells[1:])
        if any(_figure(cell.text, scale or 1, bare) for cell in row.cells[1:]) or (header and not named):
            break
        header.append(row)
    rows = list(grid.rows[len(header) :])
    if not rows:
        return None
    body = Body(header, rows, width, scale or 1, bare)
    body.headers = _headers(header, width, grid.shape)
    return None if _is_of_limits(body.headers) else body


def _is_of_limits(headers: list[str]) -> bool:
    """Whether the columns are limits of authority; a limit for a year (`Limit 2024/25`) is a budget."""
    return any(_LIMITS.search(words) for words in headers) and not any(years.find(words) for words in headers)


@lru_cache(maxsize=8192)
def _figure(words: str, scale: int, bare: bool) -> money.Sum | None:
    """The figure that a cell's words are, or None. Asked for several times of each cell, and many cells are alike."""
    if not words or years.normal(words):
        return None
    if not bare and not _SIGNED.search(words):
        return None
    own = scale if scale > 1 and not ("£" in words and re.search(r"\d,\d{3}", words)) else 1
    return money.read_cell(words, own, bare=bare)


def _scale(grid: Grid, around: str) -> int | None:
    """What one unit of a bare figure is in pounds, as the header or the words around say; None unsaid."""
    cells = [cell.text for row in grid.rows[:3] for cell in row.cells]
    scales = {scale for cell in cells if (scale := money.scale_in(cell))}
    said = max(scales, default=None)
    if said is None or said == 1:
        near = money.scale_in(around)
        said = near if near and near > 1 else said
    if said is None or said == 1:
        said = 1000 if _THOUSANDS.search(around) else 1_000_000 if _MILLIONS.search(around) else said
    return said


def _headers(header: list[Row], width: int, shape: str) -> list[str]:
    """A name a column: a header's lines joined, a spanning cell standing over the columns it spans."""
    if shape == "sums":
        return _unparted_header(header[-1].cells[0].text if header else "", width)
    names = [""] * width
    for n, row in enumerate(header):
        cells = [cell.text for cell in row.cells] + [""] * (width - len(row.cells))
        spans = n < len(header) - 1 and sum(bool(c) for c in cells[1:]) < width - 1
        for i, words in enumerate(cells):
            filled = words or (next((c for c in reversed(cells[1:i]) if c), "") if spans and i > 1 else "")
            names[i] = f"{names[i]} {filled}".strip()
    return names


def _unparted_header(words: str, width: int) -> list[str]:
    """The columns' names in a header whose columns were lost: known by their years, or one word each."""
    spans = [(span.start, span.end) for span in years.find(words)]
    amounts = width - 1
    others = [match.span() for match in _COLUMN_WORD.finditer(words)]
    for heads in (spans, sorted([*spans, *others])):
        if heads and len(heads) == amounts:
            ends = [end for _, end in heads]
            starts = [heads[0][0], *ends[:-1]]
            named = [words[s:e].strip() for s, e in zip(starts, ends, strict=True)]
            return [words[: heads[0][0]].strip(), *named]
    parts = words.split()
    if len(parts) > amounts and not spans:
        return [" ".join(parts[:-amounts]), *parts[-amounts:]]
    return [words, *[words if amounts == 1 else ""] * amounts]
