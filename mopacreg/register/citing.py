"""Which decision names which: the mentions between decisions, both ways, many decisions at a time.

A decision goes by its name: its reference, or its file's name where it has none. The texts of one decision
that give way to a fuller one don't count, and those of one reference with different titles go by one name.
A reference with the letters of the old series means the PCD of that number where only that one is held.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mopacreg.errors import UnknownReference
from mopacreg.record import Citation
from mopacreg.register import query

_AT_ONCE = 400  # names in one question: SQLite takes 999 parameters everywhere
_OLD, _NEW = "DMPCD ", "PCD "
_LAST_OLD_YEAR = 2016


class Held(NamedTuple):
    """A decision that is held, in short; of several texts under one name the fullest. `value` in pence."""

    id: int
    name: str
    title: str | None
    signed_on: str | None
    value: int | None
    path: str


class Mention(NamedTuple):
    """A mention of the decision `cited` in the decision `citing`, whose id is `id`; both by their names."""

    id: int
    citing: str
    cited: str
    citation: Citation


_HELD = (
    "select d.id, d.name, d.title, d.signed_on, d.value, documents.path from decisions d"
    " join documents on documents.id = d.document_id where d.shown = 1 and d.name in ({marks})"
    " order by d.listed_only, d.fullness desc, d.id"
)
_MENTIONS = (
    "select d.id, d.name, c.reference, c.text, c.relation, c.claimed_amount, c.claimed_date, c.place, c.line"
    " from cites c join decisions d on d.id = c.decision_id where d.shown = 1 and {column} in ({marks})"
    " order by d.signed_on is null, d.signed_on, d.series, d.year, d.number, d.name, d.listed_only,"
    " d.fullness desc, d.id, c.n"
)


def committing(db: sqlite3.Connection) -> list[tuple[str, str, int, int | None]]:
    """Each reference cited with who cites it, that one's value and the least that it claims of it (pence)."""
    return db.execute(
        "select c.reference, d.name, max(d.value), min(c.claimed_amount) from cites c"
        " join decisions d on d.id = c.decision_id where d.shown = 1 and d.value is not null"
        " group by c.reference, d.name"
    ).fetchall()


def held(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, Held]:
    """Those of these decisions that are held, by their names."""
    found: dict[str, Held] = {}
    for row in _rows(db, _HELD, names):
        found.setdefault(row[1], Held._make(row))
    return found


def made_by(db: sqlite3.Connection, names: Iterable[str]) -> list[Mention]:
    """The mentions of other decisions in these, in the order of the document."""
    return _mentions(db, _rows(db, _MENTIONS, names, column="d.name"))


def made_of(db: sqlite3.Connection, names: Iterable[str]) -> list[Mention]:
    """The mentions of these decisions in others, the oldest decision's first."""
    spelt = dict.fromkeys(spelling for name in names for spelling in _spellings(name))
    wanted = set(names)
    found = _mentions(db, _rows(db, _MENTIONS, spelt, column="c.reference"))
    return [mention for mention in found if mention.cited in wanted]


def meant(db: sqlite3.Connection, references: Iterable[str]) -> dict[str, str]:
    """Each reference, as a document has it, and the name of the decision that it means."""
    names = {reference: reference for reference in references}
    old = [reference for reference in names if reference.startswith(_OLD)]
    newer = {reference: new for reference in old if (new := _as_new(reference))}
    if newer:
        there = held(db, [*newer, *newer.values()])
        names |= {old: new for old, new in newer.items() if old not in there and new in there}
    return names


def named(db: sqlite3.Connection, typed: str) -> str:
    """The name of the decision that a person means: of one held, else of one that a held decision cites.

    Raises UnknownReference, which names the nearest held, where it is neither.
    """
    try:
        return query.listed(db, query.find(db, typed)[:1])[0].name
    except UnknownReference:
        from mopacreg.values import references

        for reference in references.typed(typed):
            if db.execute("select 1 from cites where reference = ? limit 1", [reference]).fetchone():
                return reference
        raise


def _mentions(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> list[Mention]:
    found = list(rows)
    names = meant(db, {row[2] for row in found})
    mentions = (Mention(row[0], row[1], names[row[2]], Citation(*row[2:])) for row in found)
    return [mention for mention in mentions if mention.citing != mention.cited]


def _rows(
    db: sqlite3.Connection, sql: str, values: Iterable[str], column: str = ""
) -> Iterator[tuple[Any, ...]]:
    every = list(dict.fromkeys(values))
    for start in range(0, len(every), _AT_ONCE):
        some: Sequence[str] = every[start : start + _AT_ONCE]
        yield from db.execute(sql.format(column=column, marks=", ".join("?" * len(some))), some)


def _as_new(reference: str) -> str | None:
    """`DMPCD 453` and `DMPCD 2016 79` may be PCDs written with the old letters: `PCD 453`, `PCD 79`."""
    *year, number = reference.split()[1:]
    return f"{_NEW}{number}" if not year or int(year[0]) >= _LAST_OLD_YEAR else None


def _spellings(name: str) -> list[str]:
    """The references that may mean the decision of this name."""
    if not name.startswith(_NEW):
        return [name]
    number = name.removeprefix(_NEW)
    return [name, f"{_OLD}{number}", f"{_OLD}{_LAST_OLD_YEAR} {number}"]
