"""What was found, counted by year, borough, decision maker and recommendation, with its value."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg.register.filters import Filter
from mopacreg.register.search import found
from mopacreg.register.words import Query


class Share(NamedTuple):
    """The decisions that have one value of a facet (None: that have none), and what they commit (pence).

    `value` is None where that isn't known of any; `valued`: of how many it is known.
    """

    name: str | None
    decisions: int
    value: int | None
    valued: int


class Facets(NamedTuple):
    """How many decisions were found and what they commit in all, as in a Share; `by`: the shares of each facet.

    The largest share is first. A decision of several boroughs or actions is in the share of each, with its whole value.
    """

    decisions: int
    value: int | None
    valued: int
    by: dict[str, tuple[Share, ...]]


_BY = {
    "year": ("substr(d.signed_on, 1, 4)", ""),
    "borough": ("j.value", "left join json_each(d.boroughs) j"),
    "signed_by": ("d.signed_by", ""),
    "action": (
        "r.action",
        "left join (select distinct decision_id, action from recommendations where action is not null) r"
        " on r.decision_id = d.id",
    ),
}
_COUNTED = "count(*) as number, sum(d.value), count(d.value)"


def facets(db: sqlite3.Connection, asked: Query, chosen: Filter | None = None) -> Facets:
    """The facets of all that is found, whatever the limit of what is shown."""
    statement = found(asked, chosen)
    if statement is None:
        return Facets(0, None, 0, dict.fromkeys(_BY, ()))
    db.execute("drop table if exists temp.found")
    columns = "d.id, d.signed_on, d.signed_by, d.boroughs, d.value"
    db.execute(f"create temp table found as select {columns} from {statement.sql}", statement.values)
    number, value, valued = db.execute(f"select {_COUNTED} from temp.found d").fetchone()
    by = {}
    for name, (field, joined) in _BY.items():
        order = (
            "number desc, name is null, name desc" if name == "year" else "number desc, name is null, name"
        )
        sql = f"select {field} as name, {_COUNTED} from temp.found d {joined} group by 1 order by {order}"
        by[name] = tuple(Share(*row) for row in db.execute(sql))
    return Facets(number, value, valued, by)
