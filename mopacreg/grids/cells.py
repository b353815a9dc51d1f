"""Cells, rows and grids, and what a figure looks like in one."""

from __future__ import annotations

import re
from typing import NamedTuple

SUM = r"[-−–(]?(?:£|\\pm|±|(?-i:f)(?=\d{1,3},\d|\d{3}))\s?\d[\d,]*(?:\.\d+)?\s?(?i:million|billion|bn|m|k)?\b\)?"

NO_SUM = r"[-–—]|N/A|n/a|nil|Nil|TBC|tbc"

FIGURE = re.compile(rf"^(?:{SUM}|{NO_SUM}|[-−(]?\d[\d,]*(?:\.\d+)?[km]?\)?%?)[*†‡#]{{0,3}}$", re.IGNORECASE)

PROSE = re.compile(r"^\W*\d{1,2}\.\d|[.;:]$|\.\s+[A-Z]")


class Cell(NamedTuple):
    """A cell's words, `start:end` in the text; `text` is repaired and on one line."""

    start: int
    end: int
    text: str


class Row(NamedTuple):
    """One row, on one line; an empty cell has `start == end`."""

    line: int
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """Consecutive rows. `shape` is tabs, pipes, columns or sums."""

    shape: str
    rows: tuple[Row, ...]

    @property
    def first_line(self) -> int:
        return self.rows[0].line

    @property
    def last_line(self) -> int:
        return self.rows[-1].line


def has_figures(row: Row) -> bool:
    """Whether a row has a figure, or a mark for none, in some cell behind its label."""
    return any(cell.text and FIGURE.match(cell.text) for cell in row.cells[1:])


def cell_of(part: str, at: int) -> Cell:
    """The cell whose words are `part`, which begins at offset `at` of the text."""
    words = part.strip()
    start = at + len(part) - len(part.lstrip()) if words else at
    return Cell(start, start + len(words), " ".join(words.split()))
