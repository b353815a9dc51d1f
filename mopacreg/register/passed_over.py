"""Files in which no decision was found, so that the next ingest need not read them again.

What one version passes over, another may read: only what this version passed over counts.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg import __version__
from mopacreg.register.schema import PASSED_OVER, storable


class PassedOver(NamedTuple):
    """A file, its size in bytes and time of change when it was read, and why it holds no decision."""

    path: str
    size: int
    mtime_ns: int
    message: str
    hint: str


def kept(db: sqlite3.Connection) -> dict[str, PassedOver]:
    """What this version has passed over, by path."""
    rows = db.execute(
        "select path, size, mtime_ns, message, hint from passed_over where version = ?", [__version__]
    )
    return {row[0]: PassedOver(*row) for row in rows}


def keep(db: sqlite3.Connection, file: PassedOver) -> None:
    """Note that a file was passed over."""
    marks = ", ".join("?" * len(PASSED_OVER))
    row = (storable(file.path), file.size, file.mtime_ns, storable(file.message), storable(file.hint))
    db.execute(f"insert or replace into passed_over values ({marks})", (*row, __version__))


def drop(db: sqlite3.Connection, path: str) -> None:
    """Note no longer that the file at `path` (as the register spells it) was passed over."""
    db.execute("delete from passed_over where path = ?", [path])
