"""Storing documents and what was read in them: the only code that writes these into the register.

One file in SQLite's rollback-journal mode: it is whole after a crash, can be
copied when nobody writes, and is readable from a read-only disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Literal, NamedTuple

from mopacreg.register import corrections, indexing, opening, packing, passed_over, schema, snapshot, versions
from mopacreg.register.corrections import Correction
from mopacreg.register.overlay import Overlay
from mopacreg.register.packing import Packed
from mopacreg.register.passed_over import PassedOver
from mopacreg.sources import Document

Stored = Literal["new", "changed", "unchanged"]


class Known(NamedTuple):
    """What the register knows of a file: hash of its bytes, size in bytes, time of change."""

    sha256: str
    size: int
    mtime_ns: int


class Writer:
    """The register, opened to be written; made and migrated as needed. A context manager.

        with Writer(path) as writer, writer.batch():
            writer.store(pack(document, decisions), size=…, mtime_ns=…)

    Raises RegisterError: NotARegister, NewerRegister, BusyRegister, or itself where no file can be made.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._touched: set[str] = set()  # identities to arrange before the transaction ends
        self._next_id = 0

    def __enter__(self) -> Writer:
        self._db = opening.to_write(self.path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def known(self) -> dict[str, Known]:
        """What is held, by path."""
        rows = self._db.execute("select path, sha256, size, mtime_ns from documents")
        return {path: Known(sha256, size, mtime_ns) for path, sha256, size, mtime_ns in rows}

    def passed_over(self) -> dict[str, PassedOver]:
        """The files in which this version found no decision, by path."""
        return passed_over.kept(self._db)

    def pass_over(self, file: PassedOver) -> None:
        """Note that a file holds no decision; in a batch."""
        passed_over.keep(self._db, file)

    def texts(self) -> Iterator[Document]:
        """Every document held, so that it can be read again; storing while they are read is fine."""
        for (number,) in self._db.execute("select id from documents order by id").fetchall():
            path, sha256, kind, text = self._db.execute(
                "select path, sha256, format, (select group_concat(text, '') from"
                " (select text from texts where document_id = documents.id order by part))"
                " from documents where id = ?",
                [number],
            ).fetchone()
            yield Document(path, sha256, kind, text)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction for many documents: all are stored, or (an error, Ctrl-C) none."""
        with self._told():
            self._db.execute("begin immediate")
            try:
                self._next_id = self._db.execute("select coalesce(max(id), 0) + 1 from texts").fetchone()[0]
                self._overlay = Overlay(self._db)
                yield
                self._arrange()
                self._db.execute("commit")
            except BaseException:
                self._touched.clear()
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise

    def store(self, packed: Packed, *, size: int, mtime_ns: int, again: bool = False) -> Stored:
        """Keep a document and the decisions read in it, in place of what its path held.

        With the same bytes as before nothing is stored, unless `again`: then the record is replaced.
        """
        if not self._db.in_transaction:
            with self.batch():
                return self.store(packed, size=size, mtime_ns=mtime_ns, again=again)
        held = self._db.execute("select id, sha256 from documents where path = ?", [packed.path]).fetchone()
        if held and held[1] == packed.sha256 and not again:
            self.touch(packed.path, size=size, mtime_ns=mtime_ns)
            return "unchanged"
        if held:
            self._remove(held[0])
        else:
            passed_over.drop(self._db, packed.path)
        self._insert(packed, held[0] if held else None, size, mtime_ns)
        return "changed" if held else "new"

    def restore(self, packed: Packed) -> Stored:
        """Replace the record of a document already held by what is now read in it; `changed` if it differs."""
        known = self._db.execute("select id, size, mtime_ns from documents where path = ?", [packed.path])
        number, size, mtime_ns = known.fetchone()
        before = snapshot.of(self._db, number)
        self.store(packed, size=size, mtime_ns=mtime_ns, again=True)
        return "unchanged" if snapshot.of(self._db, number) == before else "changed"

    def touch(self, path: str, *, size: int, mtime_ns: int) -> None:
        """Note that the file at `path`, with the same bytes as before, has another time of change.

        Where there are many, in a batch: by itself each is a transaction.
        """
        path = schema.storable(path)
        with self._told():
            self._db.execute(
                "update documents set size = ?, mtime_ns = ? where path = ? and (size, mtime_ns) <> (?, ?)",
                [size, mtime_ns, path, size, mtime_ns],
            )

    def forget(self, path: str) -> bool:
        """Remove the document at `path` and all that was read in it; False where none was held."""
        if not self._db.in_transaction:
            with self.batch():
                return self.forget(path)
        path = schema.storable(path)
        held = self._db.execute("select id from documents where path = ?", [path]).fetchone()
        if held:
            self._remove(held[0])
            self._db.execute("delete from documents where id = ?", held)
        return bool(held)

    def correct(self, correction: Correction) -> int:
        """Keep a person's correction, and lay it over the decision that it is about; its id."""
        if not self._db.in_transaction:
            with self.batch():
                return self.correct(correction)
        number = self._overlay.keep(correction)
        self._touched |= self._overlay.again(corrections.about(self._db, correction))
        return number

    def undo(self, correction: Correction) -> None:
        """Keep a correction no longer: what it stood over is as it was read, or as was said before it."""
        if not self._db.in_transaction:
            with self.batch():
                return self.undo(correction)
        about = corrections.about(self._db, correction)
        self._overlay.drop(correction)
        self._touched |= self._overlay.again(about)
        return None

    def _insert(self, packed: Packed, held: int | None, size: int, mtime_ns: int) -> None:
        about = (packed.path, packed.sha256, size, mtime_ns, packed.format)
        if held is None:
            held = self._db.execute(packing.INSERT["documents"], (None, *about)).lastrowid
        else:
            self._db.execute(
                "update documents set path = ?, sha256 = ?, size = ?, mtime_ns = ?, format = ? where id = ?",
                (*about, held),
            )
        for number, part in enumerate(packed.parts, 1):
            self._db.execute(packing.INSERT["texts"], (self._next_id, held, number, *part.text))
            indexing.add(self._db, self._next_id, part.text)
            if part.decision is not None:
                self._db.execute(packing.INSERT["decisions"], (self._next_id, held, *part.decision))
                self._touched.add(part.decision[1])
            for table, rows in part.facts:
                numbered = [(self._next_id, n, *row) for n, row in enumerate(rows, 1)]
                self._db.executemany(packing.INSERT[table], numbered)
            self._next_id += 1
        if self._overlay:
            self._touched |= self._overlay.lay_over(packed.path)

    def _remove(self, document: int) -> None:
        """Take out everything of a document but its own row."""
        for number, identity in self._db.execute(
            "select id, identity from decisions where document_id = ?", [document]
        ).fetchall():
            self._touched.add(identity)
            for table in schema.FACTS:
                self._db.execute(f"delete from {table} where decision_id = ?", [number])
        self._db.execute("delete from decisions where document_id = ?", [document])
        self._db.execute("delete from texts where document_id = ?", [document])

    def _arrange(self) -> None:
        """Say which record is shown of those that share an identity with one stored or removed."""
        for identity in self._touched:
            records = [
                versions.Version(*row)
                for row in self._db.execute(
                    "select d.id, d.title, d.listed_only, d.fullness, documents.path, d.entry"
                    " from decisions d join documents on documents.id = d.document_id where d.identity = ?",
                    [identity],
                )
            ]
            for number, shown in versions.arranged(records).items():
                self._db.execute(
                    "update decisions set shown = ? where id = ? and shown <> ?",
                    [number == shown, number, number == shown],
                )
        self._touched.clear()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as a person can act on them."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise opening.told(self.path, error) from error
