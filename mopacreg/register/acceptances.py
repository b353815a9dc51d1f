"""The findings of the audit that a person has accepted: what is known, and why it may stay.

They are kept beside the decisions, whatever is ingested, read again or forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from mopacreg.errors import MopacregError
from mopacreg.register import opening
from mopacreg.register.schema import storable


class Acceptance(NamedTuple):
    """That the finding of this id may stay; rule, decision and message are as they were then.

    `made_on` is a day, in ISO 8601.
    """

    finding: str
    rule: str
    decision: str
    message: str
    because: str
    made_on: str


_COLUMNS = ", ".join(Acceptance._fields)
_MARKS = ", ".join("?" * len(Acceptance._fields))


def kept(db: sqlite3.Connection) -> dict[str, Acceptance]:
    """What is accepted, by the findings' ids, the oldest first."""
    rows = db.execute(f"select {_COLUMNS} from acceptances order by made_on, finding")
    return {row[0]: Acceptance._make(row) for row in rows}


def keep(path: str, accepted: Collection[Acceptance]) -> None:
    """Accept findings in the register at `path`, all or none; one accepted before gets the new reason.

    Raises RegisterError.
    """
    rows = [tuple(storable(part) for part in each) for each in accepted]
    _write(path, f"insert or replace into acceptances ({_COLUMNS}) values ({_MARKS})", rows)


def drop(path: str, findings: Collection[str]) -> None:
    """Accept these findings no longer. Raises RegisterError."""
    _write(path, "delete from acceptances where finding = ?", [(each,) for each in findings])


def _write(path: str, statement: str, rows: Collection[tuple[str, ...]]) -> None:
    db = opening.to_write(path)
    try:
        db.execute("begin immediate")
        db.executemany(statement, rows)
        db.execute("commit")
    except sqlite3.DatabaseError as error:
        raise opening.told(path, error) from error
    finally:
        db.close()


def named(typed: str, known: Collection[str]) -> str:
    """The one of the known ids that begins with what a person typed, in any case.

    Raises MopacregError where none does, or several.
    """
    wanted = typed.strip().casefold()
    found = sorted({each for each in known if wanted and each.startswith(wanted)})
    if len(found) == 1:
        return found[0]
    if found:
        raise MopacregError(f"'{typed}' may be {' or '.join(found[:3])}", "Give more letters of the id.")
    raise MopacregError(f"there is no finding '{typed}'", "See the ids with: mopacreg audit --all")
