"""When documents were last taken in or read again, by which version, and what came of it.

The last run of each command is kept, and no other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from mopacreg import __version__
from mopacreg.register import opening
from mopacreg.register.schema import RUNS


@dataclass(frozen=True, slots=True)
class Run:
    """A run of `ingest` or `refresh`: when it ended (ISO, UTC), and how many files there were of each state."""

    command: str
    ended_at: str
    version: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0


def kept(db: sqlite3.Connection) -> dict[str, Run]:
    """The last run of each command, by its name."""
    return {row[0]: Run(*row) for row in db.execute(f"select {', '.join(RUNS)} from runs order by command")}


def keep(path: str, command: str, states: Mapping[str, int]) -> None:
    """Note in the register at `path` that a run of this version has just ended. Raises RegisterError."""
    from datetime import datetime, timezone

    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    run = Run(command, now, __version__, **states)
    db = opening.to_write(path)
    try:
        db.execute(f"insert or replace into runs values ({', '.join('?' * len(RUNS))})", astuple(run))
    except sqlite3.DatabaseError as error:
        raise opening.told(path, error) from error
    finally:
        db.close()
