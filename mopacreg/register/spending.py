"""The budget lines of many decisions, each pound once: what the register-wide budget adds up.

What is left out, because the same money stands elsewhere in the decision or was decided by another:
printed totals; the amounts of the recommendations where the decision has tables; a line whose money is
prior, background, carried over or a threshold; a table that shows another table's money again.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from mopacreg.register.filters import Filter, where

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


_SQL = (
    "select d.id, d.value, b.total, {elsewhere},"
    ' d.name, d.title, b."table", b.item, b.category, b.financial_year, b.amount, b.direction,'
    " b.funding_source, b.boroughs from decisions d join budget_lines b on b.decision_id = d.id"
    " where {condition} order by d.series is null, d.series, d.year, d.number, d.name, d.id, b.n"
)
_MENTION = (
    "select 1 from money m where m.decision_id = b.decision_id and m.line = b.line and m.amount = b.amount"
)
_ELSEWHERE = (
    f"exists ({_MENTION} and m.role in ('prior', 'background', 'carried-over', 'threshold'))"
    f" and not exists ({_MENTION} and m.role in ('decided', 'income', 'total'))"
)


def lines(db: sqlite3.Connection, chosen: Filter | None = None) -> tuple[list[Line], Counter[str]]:
    """The lines that count, of the decisions that the filter leaves, and how many were left out, by why.

    With a borough in the filter, a line that names other boroughs and not this one doesn't count.
    """
    chosen = chosen or Filter()
    condition, values = where(chosen)
    rows = db.execute(_SQL.format(elsewhere=_ELSEWHERE, condition=condition), values)
    left_out: Counter[str] = Counter()
    kept: list[Line] = []
    for _, decision in groupby(rows, key=lambda row: row[0]):
        kept += _once(list(decision), left_out)
    if chosen.borough is not None:
        kept = [line for line in kept if not line.boroughs or chosen.borough in line.boroughs]
    return kept, left_out


def _once(rows: list[tuple[Any, ...]], left_out: Counter[str]) -> Iterator[Line]:
    """The lines of one decision that count."""
    tabled = any(row[6] is not None for row in rows)
    found: list[Line] = []
    for _, _, total, elsewhere, *rest, boroughs in rows:
        line = Line._make([*rest, tuple(json.loads(boroughs))])
        why = (
            TOTAL
            if total
            else RECOMMENDED
            if tabled and line.table is None
            else ELSEWHERE
            if elsewhere
            else None
        )
        if why:
            left_out[why] += 1
        else:
            found.append(line)
    again = repeated(found, value=rows[0][1])
    for line in found:
        if (line.direction, line.table) in again:
            left_out[AGAIN] += 1
        else:
            yield line


def repeated(found: Iterable[Line], value: int | None) -> set[tuple[str, int | None]]:
    """The tables, by direction, that show money of another table again: divided otherwise, or one row of it.

    Tables of the same sum may be different money too: where all of them together make the decision's
    `value`, none is left out.
    """
    sums: dict[tuple[str, int | None], int] = {}
    rows: dict[tuple[str, int | None], Counter[str | None]] = {}
    for line in found:
        key = line.direction, line.table
        sums[key] = sums.get(key, 0) + line.amount
        rows.setdefault(key, Counter())[line.item] += line.amount
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
