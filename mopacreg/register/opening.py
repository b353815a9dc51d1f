"""Opening the register's file, and what to say when it can't be used."""

from __future__ import annotations

import os
import sqlite3

from mopacreg.errors import BusyRegister, NewerRegister, NoRegister, NotARegister, RegisterError
from mopacreg.register import location, schema

_ELSEWHERE = "Choose another file with --db FILE or MOPACREG_DB."
BUSY_SECONDS = 5.0
_CACHE = 22 * 1024  # KiB: a batch's pages stay in memory, so that readers wait only for its end


def to_read(path: str) -> sqlite3.Connection:
    """The register, opened read-only. Raises RegisterError: NoRegister for no file or an empty one."""
    if not os.path.exists(path) or not os.path.getsize(path):
        raise _unfilled(f"there is no register at {path}")
    try:
        db = _whole(path)
        ours, version = schema.is_register(db), schema.version(db)
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    if not ours:
        raise _not_ours(path)
    if version > schema.VERSION:
        raise _newer(path)
    if not version:
        raise _unfilled(f"the register {path} was left unfinished")
    if version < schema.VERSION:  # an earlier version made it: brought up to date, once
        return _brought_up_to_date(db, path)
    return db


def to_write(path: str) -> sqlite3.Connection:
    """The register, opened to be written; made and migrated as needed. Raises RegisterError."""
    try:
        location.make_folder(path)
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise RegisterError(
            f"no register can be made at {path}: {error}",
            "Choose another place with --db FILE or MOPACREG_DB.",
        ) from error
    try:
        _prepare(db, path)
    except sqlite3.DatabaseError as error:
        db.close()
        raise told(path, error) from error
    except RegisterError:
        db.close()
        raise
    return db


def told(path: str, error: sqlite3.DatabaseError) -> RegisterError:
    """What an error of SQLite means for the person whose register is at `path`."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return BusyRegister(
            f"another program is writing to the register {path}",
            "Wait until it has finished, then try again.",
        )
    if "not a database" in said or "malformed" in said:
        return _not_ours(path)
    return RegisterError(
        f"the register {path} can't be used: {said}",
        "See that the file and its folder can be read and written, and that the disk isn't full.",
    )


def _prepare(db: sqlite3.Connection, path: str) -> None:
    db.execute(f"pragma cache_size = -{_CACHE}")
    tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
    if tables and not schema.is_register(db):
        raise _not_ours(path)
    version = schema.version(db)
    if version > schema.VERSION:
        raise _newer(path)
    if version < schema.VERSION:
        from mopacreg.register.migrations import migrate

        migrate(db)
    db.execute("pragma foreign_keys = on")


def _brought_up_to_date(db: sqlite3.Connection, path: str) -> sqlite3.Connection:
    """The register of an earlier version as this one has it; where it can't be written, a copy in memory."""
    if all(os.access(each, os.W_OK) for each in (path, os.path.dirname(os.path.abspath(path)))):
        db.close()
        to_write(path).close()
        return _whole(path)
    from mopacreg.register.migrations import migrate

    copy = sqlite3.connect(":memory:", isolation_level=None)
    db.backup(copy)
    db.close()
    migrate(copy)
    return copy


def _whole(path: str) -> sqlite3.Connection:
    """Read-only; where a writer was killed, the file is first brought back to its last whole state."""
    name = "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")

    def opened(mode: str) -> sqlite3.Connection:
        db = sqlite3.connect(f"{name}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
        try:
            db.execute("select 1 from sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    try:
        return opened("ro")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        opened("rw").close()
        return opened("ro")


def _unfilled(message: str) -> NoRegister:
    return NoRegister(message, "Fill it with: mopacreg ingest FOLDER")


def _not_ours(path: str) -> NotARegister:
    return NotARegister(f"{path} is not a register of mopacreg, or is damaged", _ELSEWHERE)


def _newer(path: str) -> NewerRegister:
    return NewerRegister(f"a later version of mopacreg made the register {path}", "Upgrade mopacreg first.")
