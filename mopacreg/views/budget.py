"""The register's money: years across, a row a decision, item, borough, funding source or category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from mopacreg.register.spending import Line
from mopacreg.views.figures import counted
from mopacreg.views.table import MONEY, NAME, TEXT, Cell, Column, Page, Table

NO_YEAR = "no year"
SHARED = "(shared)"


def _borough(line: Line) -> str:
    """A line of several boroughs is theirs together: nothing says how it is divided."""
    return f"{' + '.join(line.boroughs)} {SHARED}" if line.boroughs[1:] else "".join(line.boroughs)


BY: dict[str, tuple[Callable[[Line], str | None], str]] = {
    "decision": (lambda line: line.decision, "(no decision)"),
    "item": (lambda line: line.item, "(no item stated)"),
    "borough": (_borough, "(no borough stated)"),
    "funding": (lambda line: line.funding_source, "(no funding source stated)"),
    "category": (lambda line: line.category, "(no category stated)"),
}
"""What rows can be made by: a line's label, and the label of lines that have none."""


def page(lines: Sequence[Line], left_out: Counter[str], by: str) -> Page:
    """Spending and income as a table each, with their totals, and what was left out of them and why."""
    tables = [_pivot([line for line in lines if line.direction == d], by, d) for d in directions(lines)]
    decisions = counted(len({line.decision for line in lines}), "decision")
    notes = [f"{counted(len(lines), 'budget line')} of {decisions}, each pound once."]
    if left_out:
        notes.append(
            "Left out: " + ", ".join(counted(n, *_plural(why)) for why, n in left_out.most_common()) + "."
        )
    tables[-1] = tables[-1]._replace(notes=tuple(notes))
    return Page(f"Budget by {by}", tuple(tables))


def flat(lines: Sequence[Line], by: str) -> Table:
    """The same rows as one table for programs, with `direction` first and without totals' rows."""
    years = _years(lines)
    columns = (Column("direction", "Direction"), *_columns(by, years, _whole(lines)))
    rows = [
        (direction, *row)
        for direction in directions(lines)
        for row in _rows([line for line in lines if line.direction == direction], by, years)
    ]
    return Table(columns, rows)


def directions(lines: Iterable[Line]) -> list[str]:
    """`spend` and then `income`, as far as there is any."""
    present = {line.direction for line in lines}
    return [direction for direction in ("spend", "income") if direction in present]


def _plural(why: str) -> tuple[str, str]:
    first, _, rest = why.partition(" ")
    return (why, f"{first}s {rest}".strip()) if first != "printed" else (why, f"{why}s")


def _years(lines: Iterable[Line]) -> list[str | None]:
    years = {line.financial_year for line in lines}
    return [*sorted(year for year in years if year), *([None] if None in years else [])]


def _columns(by: str, years: Sequence[str | None], whole: Counter[str | None]) -> tuple[Column, ...]:
    # On a narrow terminal the years with the least money go first, and the totals never.
    least = sorted(years, key=lambda year: -abs(whole[year]))
    return (
        Column(by, by.capitalize(), NAME if by == "decision" else TEXT),
        *(Column(year or NO_YEAR, year or "No year", MONEY, drop=least.index(year) + 1) for year in years),
        Column("total", "Total", MONEY),
    )


def _whole(lines: Iterable[Line]) -> Counter[str | None]:
    """The sums of the years."""
    whole = Counter[str | None]()
    for line in lines:
        whole[line.financial_year] += line.amount
    return whole


def _rows(lines: Iterable[Line], by: str, years: Sequence[str | None]) -> list[tuple[Cell, ...]]:
    label, unnamed = BY[by]
    sums: dict[str, Counter[str | None]] = {}
    for line in lines:
        sums.setdefault(label(line) or unnamed, Counter())[line.financial_year] += line.amount
    # Decisions keep the register's order; others by size.
    names = list(sums) if by == "decision" else sorted(sums, key=lambda name: (-sums[name].total(), name))
    return [(name, *(sums[name].get(year) for year in years), sums[name].total()) for name in names]


def _pivot(lines: Sequence[Line], by: str, direction: str) -> Table:
    years = _years(lines)
    whole = _whole(lines)
    return Table(
        _columns(by, years, whole),
        _rows(lines, by, years),
        title="Income" if direction == "income" else "Spending",
        footer=("Total", *(whole[year] for year in years), whole.total()),
    )
