"""Which budget lines of a decision count, so that each pound is added up once; kept in `budget_lines.left_out`.

What is left out, because the same money stands elsewhere in the decision or was decided by another:
printed totals; the amounts of the recommendations where the decision has tables; a line whose money is
prior, background, carried over or a threshold; a table that shows another table's money again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

TOTAL = "printed total"
RECOMMENDED = "recommendation beside a table"
ELSEWHERE = "amount decided elsewhere"
AGAIN = "line of a table that shows the same money again"

_ITS_OWN = frozenset({"decided", "income", "total"})


class Candidate(NamedTuple):
    """A budget line, by what tells whether it counts; `amount` in pence."""

    table: int | None
    item: str | None
    amount: int
    direction: str
    total: bool
    line: int


Stated = tuple[str, int, int]
"""A sum of money that the decision states: its role, its line, pence."""


def left_out(lines: Sequence[Candidate], money: Iterable[Stated], value: int | None) -> list[str | None]:
    """Why each of a decision's budget lines doesn't count; None for those that do. `value` in pence."""
    tabled = any(line.table is not None for line in lines)
    elsewhere = _elsewhere(money)

    def reason(line: Candidate) -> str | None:
        if line.total:
            return TOTAL
        if tabled and line.table is None:
            return RECOMMENDED
        return ELSEWHERE if (line.line, line.amount) in elsewhere else None

    reasons = [reason(line) for line in lines]
    again = repeated((line for line, why in zip(lines, reasons, strict=True) if why is None), value)
    return [
        AGAIN if why is None and (line.direction, line.table) in again else why
        for line, why in zip(lines, reasons, strict=True)
    ]


def renew(db: sqlite3.Connection, number: int) -> None:
    """Say anew which lines of the decision with this id count: after a correction, or a migration."""
    lines = db.execute(
        'select n, "table", item, amount, direction, total, line from budget_lines where decision_id = ?'
        " order by n",
        [number],
    ).fetchall()
    money = db.execute("select role, line, amount from money where decision_id = ?", [number])
    (value,) = db.execute("select value from decisions where id = ?", [number]).fetchone()
    reasons = left_out([Candidate(*row[1:]) for row in lines], money, value)
    db.executemany(
        "update budget_lines set left_out = ? where decision_id = ? and n = ?",
        [(why, number, row[0]) for why, row in zip(reasons, lines, strict=True)],
    )


def _elsewhere(money: Iterable[Stated]) -> set[tuple[int, int]]:
    """Lines and sums of which the decision says that they are another's money, and nowhere that they are its own."""
    own: set[tuple[int, int]] = set()
    others: set[tuple[int, int]] = set()
    for role, line, amount in money:
        (own if role in _ITS_OWN else others).add((line, amount))
    return others - own


def repeated(lines: Iterable[Candidate], value: int | None) -> set[tuple[str, int | None]]:
    """The tables, by direction, that show money of another table again: divided otherwise, or one row of it.

    Tables of the same sum may be different money too: where all of them together make the decision's
    `value`, none is left out.
    """
    sums: dict[tuple[str, int | None], int] = {}
    rows: dict[tuple[str, int | None], dict[str | None, int]] = {}
    for line in lines:
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
