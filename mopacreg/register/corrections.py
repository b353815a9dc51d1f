"""What people corrected or confirmed: the overlay, and which decisions each of its entries is about."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from mopacreg import fields
from mopacreg.register import cells, packing, schema, versions


class Correction(NamedTuple):
    """A person's word on one fact; the columns of `schema.CORRECTIONS`, which says what they are.

    `confirmed`: what was read, all of it in `read`, is right. Otherwise `value` holds in the place of `read`.
    """

    id: int | None
    decision: str
    title: str | None
    path: str
    sha256: str
    entry: int
    fact: str
    part: str
    words: str
    own: str
    nth: int
    alike: int
    read: str
    value: str | None
    confirmed: bool
    because: str | None
    by: str | None
    made_on: str

    @property
    def key(self) -> cells.Key:
        """What the entry is known by that it corrects."""
        return cells.Key(self.words, self.own, self.nth, self.alike)

    @property
    def field(self) -> str:
        """`budget_lines 3.amount`, under the number that the entry had."""
        return f"{self.fact}.{self.part}" if self.part else self.fact


class Held(NamedTuple):
    """A record in the register, called as it was read, whatever was corrected since."""

    id: int
    name: str
    reference: str | None
    title: str | None
    path: str
    sha256: str
    entry: int


class Laid(NamedTuple):
    """A correction that stands in a record, on `fact` as it is numbered there; `kept` is JSON of what was read."""

    correction: Correction
    fact: str
    part: str
    kept: str | None

    @property
    def field(self) -> str:
        """`budget_lines 3.amount`, under the number that the entry has now."""
        return f"{self.fact}.{self.part}" if self.part else self.fact

    @property
    def read(self) -> fields.Value:
        """What was read there; of what is confirmed, None."""
        return cells.value(self.fact, self.part, self.kept)

    @property
    def value(self) -> fields.Value:
        """What holds instead; of what is confirmed, None."""
        return cells.value(self.fact, self.part, self.correction.value)


_ALL = f"select {', '.join(f'c.{name}' for name in schema.CORRECTIONS)} from corrections c"


def kept(db: sqlite3.Connection) -> list[Correction]:
    """Everything that people corrected or confirmed, in the order in which they did."""
    return [_made(row) for row in db.execute(f"{_ALL} order by c.id")]


def laid(db: sqlite3.Connection, number: int) -> list[Laid]:
    """What stands corrected or confirmed in the record with this id, in the order in which it was said."""
    rows = db.execute(
        f"{_ALL.replace(' from', ', x.fact, x.part, x.read from')} join corrected x on x.correction = c.id"
        " where x.decision_id = ? order by x.n",
        [number],
    )
    return [Laid(_made(row), fact, part, read) for *row, fact, part, read in rows]


def _made(row: Any) -> Correction:
    made = Correction._make(row)
    return made._replace(confirmed=bool(made.confirmed))


def held(db: sqlite3.Connection, number: int) -> Held:
    """The record with this id, as it was read."""
    row = db.execute(
        "select d.reference, d.title, path, sha256, entry from decisions d"
        " join documents on documents.id = d.document_id where d.id = ?",
        [number],
    ).fetchone()
    reference, title, path, sha256, entry = row
    was = db.execute(
        "select fact, read from corrected where decision_id = ? and fact in ('reference', 'title')"
        " and read is not null",
        [number],
    )
    read = {fact: json.loads(value) for fact, value in was}
    reference, title = read.get("reference", reference), read.get("title", title)
    return Held(number, reference or packing.file_name(path, entry), reference, title, path, sha256, entry)


def about(db: sqlite3.Connection, correction: Correction) -> list[int]:
    """The ids of the records that a correction is about, whether it fits them or not."""
    rows = db.execute(
        "select id from decisions where name = :name"
        " union select d.id from decisions d join documents on documents.id = d.document_id where path = :path"
        " union select decision_id from corrected where correction in"
        " (select id from corrections where decision = :name)",
        {"name": correction.decision, "path": correction.path},
    ).fetchall()
    return [number for (number,) in rows if concerns(db, correction, held(db, number))]


def concerns(db: sqlite3.Connection, correction: Correction, record: Held) -> bool:
    """Whether a record is the decision that was corrected.

    In the document that it was corrected in: the one of that name, or where none has it any more (a later
    reading calls it otherwise), the one in its place. In another document: a version of it, or the same
    document moved.
    """
    same_name = record.name == correction.decision
    if record.path == correction.path:
        return same_name or (_in_its_place(correction, record) and not _named_there(db, correction))
    if not same_name or not versions.same_title(record.title, correction.title):
        return False
    return record.reference is not None or not _holds(db, correction.path)


def _in_its_place(correction: Correction, record: Held) -> bool:
    if record.entry != correction.entry:
        return False
    titles = record.title is not None and correction.title is not None
    return record.sha256 == correction.sha256 or (
        titles and versions.same_title(record.title, correction.title)
    )


def _named_there(db: sqlite3.Connection, correction: Correction) -> bool:
    return any(held(db, each).name == correction.decision for each in in_document(db, correction.path))


def in_document(db: sqlite3.Connection, path: str) -> list[int]:
    """The ids of the records of the document at `path`, in order."""
    rows = db.execute(
        "select d.id from decisions d join documents on documents.id = d.document_id where path = ?"
        " order by d.id",
        [path],
    )
    return [number for (number,) in rows]


def _holds(db: sqlite3.Connection, path: str) -> bool:
    return db.execute("select 1 from documents where path = ?", [path]).fetchone() is not None


def drafted(
    db: sqlite3.Connection, number: int, fact: str, part: str, value: str | None, **said: str | None
) -> Correction:
    """A correction of a fact of the record with this id, not kept yet; `value` None is a confirmation.

    `said` is `because`, `by` and `made_on`. Raises KeyError where the record has no such fact.
    """
    record = held(db, number)
    if value is None:
        read = cells.state(db, number, fact)
    else:
        before = {(each.fact, each.part): each.kept for each in laid(db, number)}
        read = before.get((fact, part)) or cells.as_json(cells.get(db, number, fact, part))
    return Correction._make(
        (
            *(None, record.name, record.title, record.path, record.sha256, record.entry, fact, part),
            *cells.key(db, number, fact),
            *(read, value, value is None, said["because"], said["by"], said["made_on"]),
        )
    )
