"""The words that can be searched: writing them into the index, and again where a record is corrected."""

from __future__ import annotations

import sqlite3

from mopacreg.register import packing, records, schema

_COLUMNS = f"rowid, {', '.join(schema.SEARCHED)}"
_ADD = f"insert into texts_fts({_COLUMNS}) values (?, ?, ?, ?, ?)"
_TAKE_OUT = f"insert into texts_fts(texts_fts, {_COLUMNS}) values ('delete', ?, ?, ?, ?, ?)"


def add(db: sqlite3.Connection, number: int, row: packing.Row) -> None:
    """Index the text with this id; `row` is `packing.text_row`'s."""
    db.execute(_ADD, _words(number, row))


def renew(db: sqlite3.Connection, number: int) -> None:
    """Make title, summary and references searchable as the record with this id has them now."""
    held = db.execute("select title, lead, cited, text, folded from texts where id = ?", [number]).fetchone()
    row = packing.text_row(packing.Part(held[3], records.record(db, number)))
    if row == held:
        return
    db.execute(_TAKE_OUT, _words(number, held))
    db.execute("update texts set title = ?, lead = ?, cited = ? where id = ?", [*row[:3], number])
    db.execute(_ADD, _words(number, row))


def _words(number: int, row: packing.Row) -> packing.Row:
    title, lead, cited, text, folded = row
    return (number, title, lead, cited, f"{text}\n{folded}" if folded else text)
