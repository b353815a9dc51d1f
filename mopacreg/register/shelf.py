"""Every decision held, in short: what the audit goes through, lesser versions too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class Held(NamedTuple):
    """A decision in the register, in short. `value` in pence; `shown` is false for the lesser versions."""

    id: int
    name: str
    reference: str | None
    title: str | None
    title_reference: str | None
    signed_on: str | None
    value: int | None
    listed_only: bool
    shown: bool
    path: str


_SQL = (
    "select d.id, d.name, d.reference, d.title, d.title_reference, d.signed_on, d.value, d.listed_only, "
    "d.shown, documents.path from decisions d join documents on documents.id = d.document_id order by "
    "d.series is null, d.series, d.year, d.number, d.name, documents.path, d.entry"
)


def decisions(db: sqlite3.Connection) -> Iterator[Held]:
    """All of them, in the order of their references."""
    return (Held._make((*row[:7], bool(row[7]), bool(row[8]), row[9])) for row in db.execute(_SQL))


def amounts(db: sqlite3.Connection, number: int) -> frozenset[int]:
    """The sums (pence) that the decision with this id states."""
    rows = db.execute("select amount from money where decision_id = ?", [number])
    return frozenset(amount for (amount,) in rows)
