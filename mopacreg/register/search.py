"""Searching the register: the decisions that have the words, best first, with their best passages.

All the words must be somewhere in the decision, not in one passage of it; a
word in the title counts most, then in the summary and the recommendations
(the weights are the index's own, in schema.py). FTS5 ranks every match and
stops at the limit; passages are looked for only in the decisions that are shown.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg.register import passages, query
from mopacreg.register.filters import Filter, where
from mopacreg.register.passages import Passage
from mopacreg.register.words import Query, parse


class Hit(NamedTuple):
    """A decision that has the words, and the passage that answers best (None for a search by NOT alone)."""

    decision: query.Listed
    passage: Passage | None


def search(
    db: sqlite3.Connection, typed: str, chosen: Filter | None = None, limit: int | None = 20
) -> list[Hit]:
    """The decisions that have the words, best first; whatever is typed, no error is raised."""
    asked = parse(typed)
    condition, values = _condition(asked, chosen)
    if not condition:
        return []
    order = "f.rank" if asked.match else query.SORTS["date"]
    sql = f"select {query.LISTED} from {condition} order by {order} limit ?"
    rows = db.execute(sql, [*values, -1 if limit is None else limit])
    wanted = passages.wanted_of(asked)
    return [
        Hit(decision, passages.best(db, decision.id, wanted) if wanted else None)
        for decision in map(query.as_listed, rows.fetchall())
    ]


def count(db: sqlite3.Connection, typed: str, chosen: Filter | None = None) -> int:
    """How many decisions have the words."""
    condition, values = _condition(parse(typed), chosen)
    if not condition:
        return 0
    found: int = db.execute(f"select count(*) from {condition}", values).fetchone()[0]
    return found


def _condition(asked: Query, chosen: Filter | None) -> tuple[str, list[str | int]]:
    """The statement from its `from` on; empty where nothing is asked."""
    condition, values = where(chosen or Filter())
    if asked.match:
        return (
            f"texts_fts f join decisions d on d.id = f.rowid where f.texts_fts match ? and {condition}",
            [asked.match, *values],
        )
    if asked.without:
        absent = "d.id not in (select rowid from texts_fts where texts_fts match ?)"
        return f"decisions d where {condition} and {absent}", [*values, asked.without]
    return "", []
