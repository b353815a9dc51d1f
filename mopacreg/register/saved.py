"""Searches that a person saved, and which decisions each has already told of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from mopacreg.errors import MopacregError
from mopacreg.register import opening
from mopacreg.register.filters import Filter
from mopacreg.register.schema import SEARCHES, storable
from mopacreg.register.search import found
from mopacreg.register.words import Query


class Saved(NamedTuple):
    """A search by name: what was typed, how it is meant (one of `literally.HOW`), and the options' filter.

    `saved_on` and `seen_on` are days in ISO 8601: when it was saved, and when it last told what is new.
    """

    name: str
    typed: str
    how: str
    filter: Filter
    saved_on: str
    seen_on: str


_COLUMNS = ", ".join(SEARCHES)


def kept(db: sqlite3.Connection) -> list[Saved]:
    """The searches, by name."""
    rows = db.execute(f"select {_COLUMNS} from searches order by name")
    return [
        Saved(name, typed, how, Filter(**json.loads(filter)), saved_on, seen_on)
        for name, typed, how, filter, saved_on, seen_on in rows
    ]


def one(db: sqlite3.Connection, name: str) -> Saved:
    """The search of that name. Raises MopacregError where there is none, naming those there are."""
    searches = kept(db)
    for each in searches:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in searches)
    hint = f"There are: {names}." if names else "Save one with: mopacreg search --save NAME WORDS"
    raise MopacregError(f"no search is saved as '{name}'", hint)


def unseen(search: Saved, asked: Query) -> Query:
    """What is asked, of the decisions that the search has not told of."""
    new = "d.identity not in (select identity from searches_seen where search = ?)"
    sql = f"({asked.sql}) and {new}" if asked.sql or not asked.match else new
    return asked._replace(sql=sql, values=(*asked.values, storable(search.name)))


def save(path: str, search: Saved, asked: Query) -> bool:
    """Keep a search in the register at `path`; what it finds is seen. Whether it took an earlier one's place.

    `asked` is what it asks. Raises RegisterError.
    """
    given = {name: value for name, value in search.filter._asdict().items() if value is not None}
    row = [*map(storable, search[:3]), json.dumps(given), search.saved_on, search.seen_on]
    with _written(path) as db:
        replaced = db.execute("select 1 from searches where name = ?", row[:1]).fetchone() is not None
        db.execute("delete from searches_seen where search = ?", row[:1])
        db.execute(f"insert or replace into searches ({_COLUMNS}) values (?, ?, ?, ?, ?, ?)", row)
        _note(db, search, asked)
    return replaced


def told(path: str, search: Saved, asked: Query) -> None:
    """Note that the search has told of all that it finds, on `seen_on`. Raises RegisterError."""
    with _written(path) as db:
        db.execute("update searches set seen_on = ? where name = ?", [search.seen_on, storable(search.name)])
        _note(db, search, asked)


def forget(path: str, search: Saved) -> None:
    """Keep a search no longer. Raises RegisterError."""
    with _written(path) as db:
        db.execute("delete from searches_seen where search = ?", [storable(search.name)])
        db.execute("delete from searches where name = ?", [storable(search.name)])


def _note(db: sqlite3.Connection, search: Saved, asked: Query) -> None:
    statement = found(asked, search.filter)
    if statement is not None:
        sql = f"insert or ignore into searches_seen select ?, d.identity from {statement.sql}"
        db.execute(sql, [storable(search.name), *statement.values])


@contextmanager
def _written(path: str) -> Iterator[sqlite3.Connection]:
    db = opening.to_write(path)
    try:
        db.execute("begin immediate")
        yield db
        db.execute("commit")
    except sqlite3.DatabaseError as error:
        raise opening.told(path, error) from error
    finally:
        db.close()
