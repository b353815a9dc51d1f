"""Every decision that is cited, counted; and the decisions that stand alone."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import NamedTuple

from mopacreg.register import citing, query


class Cited(NamedTuple):
    """A decision that others cite. `by`: the names of the decisions that do; `mentions`: how often in all.

    `claimed_amount` (pence) and `claimed_date` are what those say of it that say anything, None where they
    say different things (`disputed`) or nothing. `held` is None where the register doesn't hold it.
    """

    name: str
    held: citing.Held | None
    by: tuple[str, ...]
    mentions: int
    claimed_amount: int | None
    claimed_date: str | None
    disputed: bool


_SQL = (
    "select reference, sum(mentions), group_concat(name, char(31)), min(lowest), max(highest), min(first),"
    " max(last) from (select c.reference, d.name, count(*) as mentions, min(c.claimed_amount) as lowest,"
    " max(c.claimed_amount) as highest, min(c.claimed_date) as first, max(c.claimed_date) as last"
    " from cites c join decisions d on d.id = c.decision_id where d.shown = 1 group by c.reference, d.name)"
    " group by reference"
)
_ALONE = (
    f"select {query.LISTED} from decisions d where d.shown = 1"
    " and not exists (select 1 from cites c where c.decision_id = d.id)"
    " and not exists (select 1 from cites c join decisions o on o.id = c.decision_id and o.shown = 1"
    " where c.reference = d.name)"
    " order by d.series is null, d.series, d.year, d.number, d.name, d.id"
)


def counted(db: sqlite3.Connection) -> list[Cited]:
    """Every decision that a held one cites, the most cited first, then in the order of references."""
    rows = db.execute(_SQL).fetchall()
    names = citing.meant(db, [row[0] for row in rows])
    grouped: dict[str, list[tuple[int, str, int | None, int | None, str | None, str | None]]] = {}
    for reference, *row in rows:
        grouped.setdefault(names[reference], []).append((row[0], row[1], row[2], row[3], row[4], row[5]))
    there = citing.held(db, grouped)
    found = []
    for name, every in grouped.items():
        by = {other for row in every for other in row[1].split("\x1f")} - {name}
        amounts = {amount for row in every for amount in row[2:4] if amount is not None}
        date, dates_agree = _one_date({date for row in every for date in row[4:6] if date is not None})
        found.append(
            Cited(
                *(name, there.get(name), tuple(sorted(by, key=_order)), sum(row[0] for row in every)),
                claimed_amount=min(amounts) if len(amounts) == 1 else None,
                claimed_date=date,
                disputed=len(amounts) > 1 or not dates_agree,
            )
        )
    return sorted((each for each in found if each.by), key=lambda each: (-len(each.by), _order(each.name)))


def alone(db: sqlite3.Connection) -> list[query.Listed]:
    """The decisions held that cite no other and that no other cites, in the order of references."""
    rows = [query.as_listed(row) for row in db.execute(_ALONE)]
    cited = {mention.cited for mention in citing.made_of(db, [each.name for each in rows])}
    return [each for each in rows if each.name not in cited]


def _one_date(dates: set[str]) -> tuple[str | None, bool]:
    """The most precise of dates that may all be one, and whether they may: 2021-03 and 2021-03-05 may."""
    longest = max(dates, key=len, default="")
    agree = all(longest.startswith(date) for date in dates)
    return (longest or None) if agree else None, agree


@lru_cache(maxsize=1 << 14)
def _order(name: str) -> tuple[str, int, int, str]:
    from mopacreg.values.references import sort_key

    return sort_key(name)
