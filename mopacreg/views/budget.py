"""The register's money: years across, a row a decision, item, borough, funding source or category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.register.spending import Sums
from mopacreg.views.figures import boroughs, counted
from mopacreg.views.pivot import Pivot, Row, Year, bar, ordered, pivot, share
from mopacreg.views.table import MONEY, NAME, PERCENT, TEXT, Cell, Column, Page, Table

NO_YEAR = "no year"
_UNNAMED = {
    "decision": "(no decision)",
    "item": "(no item stated)",
    "borough": "(no borough stated)",
    "funding": "(no funding source stated)",
    "category": "(no category stated)",
}


class Shape(NamedTuple):
    """How the money is laid out; `by` is one of `spending.BY`.

    wide: a row a label, years across (or, transposed, a row a year); tall: a row a label and year, with
    each label's total; tidy: the same as data, without totals. `sort` is amount or name; None is the
    register's order for decisions, and amount for the rest. `top` 0 is all.
    """

    by: str = "decision"
    layout: str = "wide"
    transpose: bool = False
    percent: bool = False
    average: bool = False
    sort: str | None = None
    top: int = 0
    chart: bool = False


def page(sums: Sums, shape: Shape, borough: str | None = None) -> Page:
    """Spending and income as a table each, with their totals, and what was left out of them and why.

    `borough` is the one that was asked for, if one was.
    """
    tables = [
        _table(found, shape, "Income" if direction == "income" else "Spending")
        for direction, found in _pivots(sums, shape).items()
    ]
    tables[-1] = tables[-1]._replace(notes=tuple(_notes(sums, shape, borough)))
    return Page(f"Budget by {shape.by}", tuple(tables))


def _notes(sums: Sums, shape: Shape, borough: str | None) -> Iterator[str]:
    counts = f"{counted(sums.lines, 'budget line')} of {counted(sums.decisions, 'decision')}"
    yield f"{counts}, each pound once within a decision."
    if sums.decisions > 1:
        yield "Money that one decision draws on another counts in both; see mopacreg envelope."
    if sums.left_out:
        said = (counted(n, *_plural(why)) for why, n in sums.left_out.most_common())
        yield f"Left out: {', '.join(said)}."
    unplaced = shape.by != "borough" or any(label == () for _, label, _ in sums.amounts)
    if borough is not None and unplaced:
        yield f"A line that states no borough counts where its decision names {borough}."
    if shape.percent:
        yield "Shares are of each column's total."
    if shape.average:
        yield "The average is over the years in which there is money."


def flat(sums: Sums, shape: Shape) -> Table:
    """The same as one table for programs, with `direction` first and without totals' and others' rows."""
    found = _pivots(sums, shape._replace(chart=False))
    years = ordered(year for _, _, year in sums.amounts)
    found = {
        direction: each._replace(years=tuple(years), rows=each.rows[: -1 if each.others else None])
        for direction, each in found.items()
    }
    if shape.layout != "wide":
        return _tidy(found, shape)
    tables = {direction: _table(each, shape._replace(chart=False), "") for direction, each in found.items()}
    columns = next(iter(tables.values())).columns if tables else ()
    if shape.transpose:
        names = dict.fromkeys(column for table in tables.values() for column in table.columns)
        columns = tuple(names)
    rows = [
        (direction, *(dict(zip(table.columns, row, strict=True)).get(column) for column in columns))
        for direction, table in tables.items()
        for row in table.rows
        if any(cell is not None for cell in row[1:])
    ]
    return Table((Column("direction", "Direction"), *columns), rows)


def _pivots(sums: Sums, shape: Shape) -> dict[str, Pivot]:
    """`spend` and then `income`, as far as there is any."""
    sort = shape.sort or (None if shape.by == "decision" else "amount")
    found: dict[str, Counter[tuple[str, Year]]] = {}
    for (direction, label, year), amount in sums.amounts.items():
        said = boroughs(label) if isinstance(label, tuple) else label
        named = said or _UNNAMED[shape.by]
        found.setdefault(direction, Counter())[named, year] += amount
    return {
        direction: pivot(found[direction], ordered(year for _, year in found[direction]), sort, shape.top)
        for direction in ("spend", "income")
        if direction in found
    }


def _plural(why: str) -> tuple[str, str]:
    first, _, rest = why.partition(" ")
    return (why, f"{first}s {rest}".strip()) if first != "printed" else (why, f"{why}s")


def _table(found: Pivot, shape: Shape, title: str) -> Table:
    make = _tall if shape.layout == "tall" else _transposed if shape.transpose else _wide
    return make(found, shape)._replace(title=title)


def _wide(found: Pivot, shape: Shape) -> Table:
    # On a narrow terminal the years with the least money go first, and the totals never.
    least = sorted(found.years, key=lambda year: -abs(found.whole.years.get(year, 0)))
    kind = PERCENT if shape.percent else MONEY
    columns = [
        Column(shape.by, shape.by.capitalize(), NAME if shape.by == "decision" else TEXT),
        *(
            Column(y or NO_YEAR, y or NO_YEAR.capitalize(), kind, drop=least.index(y) + 1)
            for y in found.years
        ),
        Column("total", "Total", kind),
        *([Column("average", "Average", kind)] if shape.average else []),
        *([Column("chart", "")] if shape.chart else []),
    ]
    return Table(
        tuple(columns),
        [(row.label, *_cells(row, found, shape), *_bars(row.total, found, shape)) for row in found.rows],
        footer=("Total", *_cells(found.whole, found, shape), *([""] if shape.chart else [])),
    )


def _cells(row: Row, found: Pivot, shape: Shape) -> list[int | None]:
    """A row's years, total and average, or the shares that they are of the whole's."""

    def figures(row: Row) -> list[int | None]:
        average = [row.average] if shape.average else []
        return [*(row.years.get(year) for year in found.years), row.total, *average]

    if not shape.percent:
        return figures(row)
    return [share(one, whole) for one, whole in zip(figures(row), figures(found.whole), strict=True)]


def _bars(amount: int, found: Pivot, shape: Shape) -> list[Cell]:
    return [bar(amount, max(row.total for row in found.rows))] if shape.chart else []


def _transposed(found: Pivot, shape: Shape) -> Table:
    """A row a year, a column a label; on a narrow terminal the smallest go first."""
    kind = PERCENT if shape.percent else MONEY
    ranked = sorted(found.rows, key=lambda row: -abs(row.total))
    columns = [
        Column("financial_year", "Year"),
        *(Column(row.label, row.label, kind, drop=ranked.index(row) + 1) for row in found.rows),
        Column("total", "Total", kind),
    ]
    # The wide table turned: its columns, years and then total and average, are the rows.
    turned = list(zip(*(_cells(row, found, shape) for row in (*found.rows, found.whole)), strict=True))
    names = [*(year or NO_YEAR.capitalize() for year in found.years), "Total", "Average"]
    named = [(name, *cells) for name, cells in zip(names, turned, strict=False)]
    total = named.pop(len(found.years))
    if not shape.chart:
        return Table(tuple(columns), named, footer=total)
    largest = max(found.whole.years.values())
    bars = [bar(found.whole.years.get(year, 0), largest) for year in found.years] + [""]
    rows = [(*row, drawn) for row, drawn in zip(named, bars, strict=False)]
    return Table((*columns, Column("chart", "")), rows, footer=(*total, ""))


def _tall(found: Pivot, shape: Shape) -> Table:
    kind = PERCENT if shape.percent else MONEY
    columns = (
        Column(shape.by, shape.by.capitalize(), NAME if shape.by == "decision" else TEXT),
        Column("financial_year", "Year"),
        Column("amount", "Share" if shape.percent else "Amount", kind),
        *([Column("chart", "")] if shape.chart else []),
    )
    names = [*(year or NO_YEAR for year in found.years), "total", "average a year"]
    rows: list[tuple[Cell, ...]] = []
    for row in found.rows:
        amounts = [row.years.get(year) for year in found.years] + [None, None]
        for name, cell, amount in zip(names, _cells(row, found, shape), amounts, strict=False):
            if cell is not None:
                drawn = _bars(amount or 0, found, shape)
                rows.append((row.label, name, cell, *drawn))
    whole = share(1, 1) if shape.percent else found.whole.total
    return Table(columns, rows, footer=("Total", "", whole, *([""] if shape.chart else [])))


def _tidy(found: dict[str, Pivot], shape: Shape) -> Table:
    """A row an amount, as data."""
    kind = PERCENT if shape.percent else MONEY
    columns = (
        Column("direction", "Direction"),
        Column(shape.by, shape.by.capitalize(), NAME if shape.by == "decision" else TEXT),
        Column("financial_year", "Year"),
        Column("share" if shape.percent else "amount", "Share" if shape.percent else "Amount", kind),
    )
    rows: list[tuple[Cell, ...]] = [
        (direction, row.label, year, cell)
        for direction, each in found.items()
        for row in each.rows
        for year, cell in zip(each.years, _cells(row, each, shape), strict=False)
        if cell is not None
    ]
    return Table(columns, rows)
