"""The budget lines of many decisions that count (see `counting`), and what they add up to."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from mopacreg.register.filters import Filter, literal, where


class Line(NamedTuple):
    """A budget line that counts. `amount` in pence; `decision` is the reference or the file's name."""

    decision_id: int
    decision: str
    title: str | None
    item: str | None
    financial_year: str | None
    amount: int
    direction: str
    boroughs: tuple[str, ...]
    line: int


Label: TypeAlias = "str | tuple[str, ...] | None"
"""What lines are added up by: a name, the boroughs of a line, or None (no borough: the empty tuple)."""


class Sums(NamedTuple):
    """Money added up. `amounts`: (direction, label, financial year) → pence, in the register's order.

    `left_out` is how many lines don't count, by why.
    """

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

_FROM = "from decisions d join budget_lines b on b.decision_id = d.id"
# Where all are asked for, a line's decision is sooner found than a decision's lines.
_FROM_ALL = "from budget_lines b cross join decisions d on d.id = b.decision_id"
_ORDER = "d.series is null, d.series, d.year, d.number, d.name, d.id"


def sums(db: sqlite3.Connection, by: str, chosen: Filter | None = None) -> Sums:
    """The lines that count (see `lines`), added up by one of BY, by direction and by year."""
    chosen = chosen or Filter()
    which, values = _which(chosen)
    joined = _FROM_ALL if chosen == Filter() else _FROM
    amounts: dict[tuple[str, Label, str | None], int] = {}
    counted = 0
    for direction, label, year, amount, count in db.execute(
        f"select b.direction, {BY[by]} as label, b.financial_year, sum(b.amount), count(*) {joined}"
        f" where {which} group by 1, 2, 3",
        values,
    ):
        counted += count
        amounts[direction, _names(label) if by == "borough" else label, year] = amount
    (decisions,) = db.execute(
        f"select count(*) from decisions d where exists (select 1 from budget_lines b where {which}"
        " and b.decision_id = d.id)",
        values,
    ).fetchone()
    if by == "decision":
        amounts = _in_order(db, amounts)
    return Sums(amounts, counted, decisions, _left_out(db, chosen, joined))


def _left_out(db: sqlite3.Connection, chosen: Filter, joined: str) -> Counter[str]:
    """How many lines of the decisions that the filter leaves don't count, by why."""
    condition, values = where(chosen)
    rows = db.execute(
        f"select b.left_out, count(*) {joined} where {condition} and b.left_out is not null group by 1",
        values,
    )
    return Counter(dict(rows))


def _which(chosen: Filter) -> tuple[str, list[str | int]]:
    """The condition on decisions `d` and their lines `b` that count, with its parameters."""
    condition, values = where(chosen)
    condition += " and b.left_out is null"
    if chosen.borough is not None:
        condition += " and (b.boroughs = '[]' or b.boroughs like ? escape '\\')"
        values.append(f'%"{literal(chosen.borough)}"%')
    return condition, values


def _in_order(
    db: sqlite3.Connection, amounts: dict[tuple[str, Label, str | None], int]
) -> dict[tuple[str, Label, str | None], int]:
    """The sums of decisions in the order of the decisions."""
    names = db.execute(f"select d.name from decisions d where d.shown = 1 order by {_ORDER}")
    places = {name: n for n, (name,) in enumerate(names)}
    return dict(sorted(amounts.items(), key=lambda entry: places[str(entry[0][1])]))


def lines(db: sqlite3.Connection, chosen: Filter | None = None) -> list[Line]:
    """The lines that count, of the decisions that the filter leaves, in the register's order.

    With a borough in the filter, a line that names other boroughs and not this one doesn't count.
    """
    which, values = _which(chosen or Filter())
    rows = db.execute(
        "select d.id, d.name, d.title, b.item, b.financial_year, b.amount, b.direction, b.boroughs, b.line"
        f" {_FROM} where {which} order by {_ORDER}, b.n",
        values,
    )
    return [Line._make((*rest, _names(boroughs), at)) for *rest, boroughs, at in rows]


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))
