"""Opening the register to read it: which decisions it holds, and which one a person means."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from mopacreg.errors import UnknownReference
from mopacreg.register import opening
from mopacreg.register.filters import Filter, literal, where
from mopacreg.register.schema import storable

_NEAREST = 3  # named beside a reference that isn't held


class Listed(NamedTuple):
    """A decision in a list. `value` in pence; `name` is the reference, or the file's name."""

    id: int
    name: str
    reference: str | None
    signed_on: str | None
    title: str | None
    value: int | None
    boroughs: tuple[str, ...]
    signed_by: str | None
    listed_only: bool


def connect(path: str) -> sqlite3.Connection:
    """The register, opened read-only.

    Raises NoRegister (no file, or an empty one), NotARegister, NewerRegister and BusyRegister.
    """
    return opening.to_read(path)


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether the register holds no decision."""
    return db.execute("select 1 from decisions limit 1").fetchone() is None


LISTED = (
    "d.id, d.name, d.reference, d.signed_on, d.title, d.value,"
    " (select group_concat(value, char(31)) from json_each(d.boroughs)), d.signed_by, d.listed_only"
)
"""The columns of `decisions as d` that make a Listed."""

SORTS = {
    "date": "d.signed_on desc, d.series, d.year desc, d.number desc, d.id",
    "oldest": "d.signed_on is null, d.signed_on, d.series, d.year, d.number, d.id",
    "reference": "d.series is null, d.series, d.year, d.number, d.name, d.id",
    "title": "d.title is null, d.title collate nocase, d.id",
    "value": "d.value is null, d.value desc, d.id",
}
"""The orders that a list can have. What has no date, value or reference stands last."""


def decisions(
    db: sqlite3.Connection, chosen: Filter | None = None, sort: str = "date", limit: int | None = None
) -> list[Listed]:
    """The decisions that the filter leaves, in one of the orders of SORTS; all without a limit."""
    condition, values = where(chosen or Filter())
    rows = db.execute(
        f"select {LISTED} from decisions d where {condition} order by {SORTS[sort]} limit ?",
        [*values, -1 if limit is None else limit],
    )
    return [as_listed(row) for row in rows]


def listed(db: sqlite3.Connection, ids: list[int]) -> list[Listed]:
    """The decisions with these ids, in their order; at most a few hundred."""
    rows = db.execute(f"select {LISTED} from decisions d where d.id in ({', '.join('?' * len(ids))})", ids)
    found = {row[0]: as_listed(row) for row in rows}
    return [found[number] for number in ids if number in found]


def count(db: sqlite3.Connection, chosen: Filter | None = None) -> int:
    """How many decisions the filter leaves."""
    condition, values = where(chosen or Filter())
    found: int = db.execute(f"select count(*) from decisions d where {condition}", values).fetchone()[0]
    return found


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many documents and decisions are held, and how many decisions are versions or listed only."""
    row = db.execute(
        "select (select count(*) from documents), count(*), coalesce(sum(shown = 0), 0),"
        " coalesce(sum(shown and listed_only), 0) from decisions"
    ).fetchone()
    return dict(zip(("documents", "records", "versions", "listed_only"), row, strict=True))


def as_listed(row: tuple[Any, ...]) -> Listed:
    """A row of LISTED as a Listed."""
    number, name, reference, signed_on, title, value, boroughs, signed_by, listed_only = row
    named = tuple(boroughs.split("\x1f")) if boroughs else ()
    return Listed(number, name, reference, signed_on, title, value, named, signed_by, bool(listed_only))


def find(db: sqlite3.Connection, typed: str) -> list[int]:
    """The ids of the decisions that a person means by `typed`: a reference in any spelling, or a name.

    More than one where texts with different titles share a reference. Raises UnknownReference,
    which names the nearest held.
    """
    typed = storable(typed.strip())
    for name in [*_references(typed), typed]:
        rows = db.execute(
            "select id from decisions where name = ? and shown = 1 order by listed_only, fullness desc, id",
            [name],
        ).fetchall()
        if rows:
            return [row[0] for row in rows]
    raise _unknown(db, typed)


def _references(typed: str) -> list[str]:
    from mopacreg.values import references

    return list(references.typed(typed))


def _unknown(db: sqlite3.Connection, typed: str) -> UnknownReference:
    wanted = next(iter(_references(typed)), typed)
    near = _by_number(db, wanted) or _by_spelling(db, wanted)
    hint = f"Nearest held: {', '.join(near)}." if near else "List what is held with: mopacreg list"
    return UnknownReference(f"no decision {wanted} is held", hint)


def nearest(db: sqlite3.Connection, typed: str) -> list[str]:
    """The held references that are nearest to the one typed by number; none where it is no reference."""
    reference = next(iter(_references(typed)), "")
    return _by_number(db, reference) if " " in reference else []  # MD2623 is another body's


def by_number(typed: str, references: Iterable[str]) -> list[str]:
    """Those of the references, as the record spells them, that are nearest to the one typed by number."""
    wanted = next(iter(_references(typed)), "PCD 0")
    series, number = wanted.rpartition(" ")[::2]
    same = [each for each in references if each.rpartition(" ")[0] == series]
    return sorted(same, key=lambda each: abs(int(each.split()[-1]) - int(number)))[:_NEAREST]


def _by_number(db: sqlite3.Connection, reference: str) -> list[str]:
    """The held references of the same series (and year) whose numbers are nearest, the nearest first."""
    series, *year, number = reference.split(" ") if _references(reference) else ("", "0")
    rows = db.execute(
        "select distinct name, number from decisions where shown = 1 and series = ? and year is ?"
        " and number is not null order by abs(number - ?), number limit ?",
        [series, int(year[0]) if year else None, int(number), _NEAREST],
    )
    return [name for name, _ in rows]


def _by_spelling(db: sqlite3.Connection, typed: str) -> list[str]:
    import difflib

    return difflib.get_close_matches(typed, names(db), n=_NEAREST, cutoff=0.6)


def held(db: sqlite3.Connection, references: Iterable[str]) -> set[str]:
    """Those of these references (as the record spells them) under which a decision is held."""
    return {
        reference
        for reference in references
        if db.execute("select 1 from decisions where name = ? and shown = 1", [reference]).fetchone()
    }


def names(db: sqlite3.Connection, beginning: str = "") -> list[str]:
    """What the decisions held are called, of those that begin so, in order."""
    return list(dict.fromkeys(name for name, _ in titles(db, beginning)))


def titles(db: sqlite3.Connection, beginning: str = "") -> list[tuple[str, str]]:
    """The name and the title of each decision whose name begins so; case and spaces don't count."""
    rows = db.execute(
        "select name, coalesce(title, '') from decisions where shown = 1"
        " and replace(name, ' ', '') like ? escape '\\' order by series is null, series, year, number, name",
        [f"{literal(beginning.replace(' ', ''))}%"],
    )
    return rows.fetchall()
