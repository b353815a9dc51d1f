"""All that the register says was read in one document, to be held against what it says afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from mopacreg.register import schema

# Numbers of rows, and which of several texts is shown, are not read in the document.
_ASIDE = ("id", "document_id", "shown")


def _columns(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names if name not in _ASIDE)


_STATEMENTS = (
    f"select {_columns(schema.DECISIONS)} from decisions where document_id = :id order by entry",
    *(
        f"select d.entry, f.n, {_columns(columns)} from"
        f" (select id, entry from decisions where document_id = :id) d"
        f" join {table} f on f.decision_id = d.id order by d.entry, f.n"
        for table, columns in schema.FACTS.items()
    ),
)


def of(db: sqlite3.Connection, document: int) -> list[list[tuple[Any, ...]]]:
    """The rows of the decisions in the document with this id, and of their facts, corrections laid over."""
    return [db.execute(statement, {"id": document}).fetchall() for statement in _STATEMENTS]
