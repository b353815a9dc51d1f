"""What was found, counted by year, borough, decision maker and recommendation, with its value."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg.register.filters import Filter
from mopacreg.register.search import found
from mopacreg.register.words import Query


class Share(NamedTuple):
    """The decisions that have one value of a facet (None: that have none), and what they commit (pence)."""

    name: str | None
    decisions: int
    value: int


class Facets(NamedTuple):
    """How many decisions were found and what they commit in all (pence); `by`: the shares of each facet.

    A decision of several boroughs or actions is in the share of each, with its whole value.
    """

    decisions: int
    value: int
    by: dict[str, tuple[Share, ...]]


_BY = {
    "year": ("substr(d.signed_on, 1, 4)", "", "name desc"),
    "borough": ("j.value", "left join json_each(d.boroughs) j", "number desc, name"),
    "signed_by": ("d.signed_by", "", "number desc, name"),
    "action": (
        "r.action",
        "left join (select distinct decision_id, action from recommendations where action is not null) r"
        " on r.decision_id = d.id",
        "number desc, name",
    ),
}


def facets(db: sqlite3.Connection, asked: Query, chosen: Filter | None = None) -> Facets:
    """The facets of all that is found, whatever the limit of what is shown."""
    statement = found(asked, chosen)
    if statement is None:
        return Facets(0, 0, dict.fromkeys(_BY, ()))
    db.execute("drop table if exists temp.found")
    columns = "d.id, d.signed_on, d.signed_by, d.boroughs, d.value"
    db.execute(f"create temp table found as select {columns} from {statement.sql}", statement.values)
    number, value = db.execute("select count(*), coalesce(sum(value), 0) from temp.found").fetchone()
    by = {}
    for name, (field, joined, order) in _BY.items():
        counted = f"{field} as name, count(*) as number, coalesce(sum(d.value), 0)"
        sql = f"select {counted} from temp.found d {joined} group by 1 order by name is null, {order}"
        by[name] = tuple(Share(*row) for row in db.execute(sql))
    return Facets(number, value, by)
