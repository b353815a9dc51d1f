"""The budget lines of many decisions, each pound once within a decision: what the register-wide budget adds up.

What is left out, because the same money stands elsewhere in the decision or was decided by another:
printed totals; the amounts of the recommendations where the decision has tables; a line whose money is
prior, background, carried over or a threshold; a table that shows another table's money again.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from mopacreg.register.filters import Filter, literal, where

TOTAL = "printed total"
RECOMMENDED = "recommendation beside a table"
ELSEWHERE = "amount decided elsewhere"
AGAIN = "line of a table that shows the same money again"


class Line(NamedTuple):
    """A budget line that counts. `amount` in pence; `decision` is the reference or the file's name."""

    decision: str
    title: str | None
    table: int | None
    item: str | None
    category: str | None
    financial_year: str | None
    amount: int
    direction: str
    funding_source: str | None
    boroughs: tuple[str, ...]
    line: int = 0
    decision_id: int = 0


Label: TypeAlias = "str | tuple[str, ...] | None"
"""What lines are added up by: a name, the boroughs of a line, or None (no borough: the empty tuple)."""


class Sums(NamedTuple):
    """Money added up. `amounts`: (direction, label, financial year) → pence, in the register's order."""

    amounts: dict[tuple[str, Label, str | None], int]
    lines: int
    decisions: int
    left_out: Counter[str]


BY = {
    "decision": "d.name",
    "item": "b.item",
    "borough": "b.boroughs",
    "funding": "b.funding_source",
    "category": "b.category",
}
"""What lines can be added up by, and the column that says it."""

_LABEL: dict[str, Callable[[Line], Label]] = {
    "decision": lambda line: line.decision,
    "item": lambda line: line.item,
    "borough": lambda line: line.boroughs,
    "funding": lambda line: line.funding_source,
    "category": lambda line: line.category,
}
_FROM = "from decisions d join budget_lines b on b.decision_id = d.id where {condition}"
_ORDER = "d.series is null, d.series, d.year, d.number, d.name, d.id"
_SQL = (
    'select d.id, d.value, b.total, d.name, d.title, b."table", b.item, b.category, b.financial_year,'
    f" b.amount, b.direction, b.funding_source, b.boroughs, b.line {_FROM} order by {{order}}, b.n"
)
# Lines of which the decision says that their money is another's, and nowhere that it is its own.
_ELSEWHERE = (
    "select m.decision_id, m.line, m.amount from money m"
    " where m.role <> 'decided' and m.role <> 'total' and m.role <> 'income' and exists"
    " (select 1 from budget_lines b where b.decision_id = m.decision_id and b.line = m.line"
    " and b.amount = m.amount) and not exists"
    " (select 1 from money o where o.decision_id = m.decision_id and o.line = m.line"
    " and o.amount = m.amount and o.role in ('decided', 'income', 'total'))"
)
_SEVERAL_TABLES = (
    'select decision_id from budget_lines where "table" > 1 union'
    ' select b.decision_id from budget_lines b where b."table" is null and exists'
    ' (select 1 from budget_lines o where o.decision_id = b.decision_id and o."table" is not null)'
)

Elsewhere = set[tuple[int, int, int]]  # decision, line, pence


def sums(db: sqlite3.Connection, by: str, chosen: Filter | None = None) -> Sums:
    """The lines that count (see `lines`), added up by one of BY, by direction and by year."""
    chosen = chosen or Filter()
    condition, values = where(chosen)
    # The decisions of which more than printed totals may have to be left out: few, so that the rest is
    # SQLite's to add up, which is ten times as fast as line by line.
    elsewhere: Elsewhere = set(db.execute(_ELSEWHERE))
    intricate = {number for (number,) in db.execute(_SEVERAL_TABLES)} | {number for number, _, _ in elsewhere}
    listed = ",".join(map(str, intricate))
    amounts: dict[tuple[str, Label, str | None], int] = {}

    def add(direction: str, label: Label, year: str | None, amount: int) -> None:
        key = direction, label, year
        amounts[key] = amounts.get(key, 0) + amount

    plain = f"{condition} and d.id not in ({listed})"
    counted, decisions, printed = _added_up(db, by, chosen, (plain, values), add)
    # Added up in any order, so in that of the tables, which needs no sorting.
    detailed, left_out = _lines(db, chosen, f"{condition} and d.id in ({listed})", elsewhere, order="d.id")
    for line in detailed:
        add(line.direction, _LABEL[by](line), line.financial_year, line.amount)
    if printed:
        left_out[TOTAL] += printed
    if by == "decision":
        amounts = _in_order(db, amounts)
    decisions += len({line.decision_id for line in detailed})
    return Sums(amounts, counted + len(detailed), decisions, left_out)


def _added_up(
    db: sqlite3.Connection,
    by: str,
    chosen: Filter,
    condition: tuple[str, list[str | int]],
    add: Callable[[str, Label, str | None, int], None],
) -> tuple[int, int, int]:
    """Add the plain decisions' money up; how many lines and decisions it was of, and printed totals."""
    which, values = condition
    theirs, its = "", list[str | int]()
    if chosen.borough is not None:
        theirs = " and (b.total or b.boroughs = '[]' or b.boroughs like ? escape '\\')"
        its = [f'%"{literal(chosen.borough)}"%']
    counted = printed = 0
    for total, direction, label, year, amount, count in db.execute(
        f"select b.total, b.direction, case when b.total then null else {BY[by]} end as label,"
        f" b.financial_year, sum(b.amount), count(*) {_FROM.format(condition=which)}{theirs}"
        " group by b.total, b.direction, label, b.financial_year",
        [*values, *its],
    ):
        if total:
            printed += count
        else:
            counted += count
            add(direction, _names(label) if by == "borough" else label, year, amount)
    (decisions,) = db.execute(
        f"select count(*) from decisions d where {which} and exists"
        f" (select 1 from budget_lines b where b.decision_id = d.id and not b.total{theirs})",
        [*values, *its],
    ).fetchone()
    return counted, decisions, printed


def _in_order(
    db: sqlite3.Connection, amounts: dict[tuple[str, Label, str | None], int]
) -> dict[tuple[str, Label, str | None], int]:
    """The sums of decisions in the order of the decisions."""
    names = db.execute(f"select d.name from decisions d where d.shown = 1 order by {_ORDER}")
    places = {name: n for n, (name,) in enumerate(names)}
    return dict(sorted(amounts.items(), key=lambda entry: places[str(entry[0][1])]))


def lines(db: sqlite3.Connection, chosen: Filter | None = None) -> tuple[list[Line], Counter[str]]:
    """The lines that count, of the decisions that the filter leaves, and how many were left out, by why.

    With a borough in the filter, a line that names other boroughs and not this one doesn't count.
    """
    return _lines(db, chosen or Filter(), where(chosen or Filter())[0], set(db.execute(_ELSEWHERE)))


def _lines(
    db: sqlite3.Connection, chosen: Filter, condition: str, elsewhere: Elsewhere, order: str = _ORDER
) -> tuple[list[Line], Counter[str]]:
    values = where(chosen)[1]
    rows = db.execute(_SQL.format(condition=condition, order=order), values)
    left_out: Counter[str] = Counter()
    kept: list[Line] = []
    for _, decision in groupby(rows, key=lambda row: row[0]):
        kept += _once(list(decision), elsewhere, left_out)
    if chosen.borough is not None:
        kept = [line for line in kept if not line.boroughs or chosen.borough in line.boroughs]
    return kept, left_out


def _once(rows: list[tuple[Any, ...]], elsewhere: Elsewhere, left_out: Counter[str]) -> Iterator[Line]:
    """The lines of one decision that count."""
    tabled = any(row[5] is not None for row in rows)
    found: list[Line] = []
    for number, _, total, *rest, boroughs, at in rows:
        table, amount = rest[2], rest[6]
        if total:
            left_out[TOTAL] += 1
        elif tabled and table is None:
            left_out[RECOMMENDED] += 1
        elif (number, at, amount) in elsewhere:
            left_out[ELSEWHERE] += 1
        else:
            found.append(Line._make((*rest, _names(boroughs), at, number)))
    again = repeated(found, value=rows[0][1])
    for line in found:
        if (line.direction, line.table) in again:
            left_out[AGAIN] += 1
        else:
            yield line


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def repeated(found: Iterable[Line], value: int | None) -> set[tuple[str, int | None]]:
    """The tables, by direction, that show money of another table again: divided otherwise, or one row of it.

    Tables of the same sum may be different money too: where all of them together make the decision's
    `value`, none is left out.
    """
    sums: dict[tuple[str, int | None], int] = {}
    rows: dict[tuple[str, int | None], dict[str | None, int]] = {}
    for line in found:
        key = line.direction, line.table
        sums[key] = sums.get(key, 0) + line.amount
        row = rows.setdefault(key, {})
        row[line.item] = row.get(line.item, 0) + line.amount
    again: set[tuple[str, int | None]] = set()
    for direction in {key[0] for key in sums}:
        tables = [key for key in sums if key[0] == direction]
        if sum(sums[key] for key in tables) == value:
            continue
        for key in tables:
            others = [other for other in tables if other != key and other not in again]
            twin = any(
                sums[other] == sums[key] and tables.index(other) < tables.index(key) for other in others
            )
            part = any(sums[key] in rows[other].values() and sums[key] < sums[other] for other in others)
            if sums[key] and (twin or part):
                again.add(key)
    return again
