"""What a grid of figures means: its columns, its years, its totals and its unit.

A table is read here only as far as it states things itself. Years that only
the prose states, the direction of the money and the boroughs are the facts'.
"""

from __future__ import annotations

from typing import NamedTuple

from mopacreg.grids import Grid
from mopacreg.tables.body import body_of
from mopacreg.tables.columns import Column, columns_of
from mopacreg.tables.rows import Amount, amounts_of


class Table(NamedTuple):
    """A budget table: its grid, its columns and its figures in order."""

    grid: Grid
    columns: tuple[Column, ...]
    amounts: tuple[Amount, ...]

    @property
    def last(self) -> int:
        """The line of the last row that has a figure."""
        return max(a.line for a in self.amounts)

    @property
    def states_years(self) -> bool:
        """Whether the table itself names a financial year."""
        return any(c.year for c in self.columns) or any(a.year for a in self.amounts)


def read(grid: Grid, around: str = "") -> Table | None:
    """The table that `grid` is, or None where it holds no money. `around` is the text just before and after it."""
    body = body_of(grid, around)
    if body is None:
        return None
    columns = columns_of(body)
    if not any(column.kind == "amount" for column in columns):
        return None
    amounts = tuple(amounts_of(body, columns))
    return Table(grid, tuple(columns), amounts) if amounts else None
