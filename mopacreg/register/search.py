"""Searching the register: the decisions that have the words, best first, with their best passages.

All the words must be somewhere in the decision, not in one passage of it; a
word in the title counts most, then in the summary and the recommendations
(the weights are the index's own, in schema.py). FTS5 ranks every match and
stops at the limit; passages are looked for only in the decisions that are shown.
"""

import sqlite3
from typing import NamedTuple

from mopacreg.register import passages, query
from mopacreg.register.filters import Filter, where
from mopacreg.register.passages import Passage
from mopacreg.register.words import Query, parse

_MARGIN = 3  # how many times the limit are looked at for what is better than boilerplate


class Hit(NamedTuple):
    """A decision that was found, and its passages that answer best (none where only fields are asked)."""

    decision: query.Listed
    passages: tuple[Passage, ...]

    @property
    def passage(self) -> Passage | None:
        """The best of them."""
        return self.passages[0] if self.passages else None


class Found(NamedTuple):
    """The statement that finds what is asked, from its `from` on, and its parameters; `asked` itself."""

    sql: str
    values: list[str | int]
    asked: Query


def found(typed: str | Query, chosen: Filter | None = None) -> Found | None:
    """What finds it, with `d` for the decisions; None where nothing is asked.

    Raises UsageError for a field that there isn't, and nothing else.
    """
    asked = parse(typed) if isinstance(typed, str) else typed
    condition, values = where(chosen or Filter())
    besides = f"{condition} and ({asked.sql})" if asked.sql else condition
    if asked.match:
        joined = (
            "texts_fts f cross join decisions d on d.id = f.rowid where f.texts_fts match ?"  # in that order
        )
        return Found(f"{joined} and {besides}", [asked.match, *values, *asked.values], asked)
    return Found(f"decisions d where {besides}", [*values, *asked.values], asked) if asked.sql else None


def search(
    db: sqlite3.Connection,
    typed: str | Query,
    chosen: Filter | None = None,
    limit: int | None = 20,
    plainly: bool = False,
) -> list[Hit]:
    """The decisions that are asked for, best first; the newest first where only fields and sums are asked.

    Those that say it only where nearly every decision does (legal and equality comments, declarations)
    come after the others, unless `plainly`; with a limit, among three times as many.
    """
    statement = found(typed, chosen)
    if statement is None:
        return []
    order, named = _order(statement.asked)
    sql = f"select {query.LISTED} from {statement.sql} order by {order} limit ?"
    rows = db.execute(sql, [*statement.values, *named, -1 if limit is None else limit * _MARGIN])
    looked = passages.looked_for(statement.asked, plainly)
    hits, alike = list[Hit](), list[Hit]()
    for each in map(query.as_listed, rows):
        hit = Hit(each, passages.best(db, each.id, looked))
        last = hit.passage and hit.passage.alike and each.name not in named
        (alike if last else hits).append(hit)
        if len(hits) == limit:
            break
    return [*hits, *alike][:limit]


def count(db: sqlite3.Connection, typed: str | Query, chosen: Filter | None = None) -> int:
    """How many decisions are found."""
    statement = found(typed, chosen)
    if statement is None:
        return 0
    number: int = db.execute(f"select count(*) from {statement.sql}", statement.values).fetchone()[0]
    return number


def names(
    db: sqlite3.Connection, typed: str | Query, chosen: Filter | None = None, limit: int | None = None
) -> list[str]:
    """What the decisions are called that are found, in the order of their words' rank or their dates."""
    statement = found(typed, chosen)
    if statement is None:
        return []
    order, named = _order(statement.asked)
    sql = f"select d.name from {statement.sql} order by {order} limit ?"
    return [name for (name,) in db.execute(sql, [*statement.values, *named, -1 if limit is None else limit])]


def _order(asked: Query) -> tuple[str, list[str]]:
    """The order of what is found, with its parameters: what a reference names stands before what cites it."""
    if asked.reference:
        return "d.name <> ?, f.rank", [asked.reference]
    return "f.rank" if asked.match else query.SORTS["date"], []
