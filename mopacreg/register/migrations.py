"""Making the register's tables and bringing those of earlier versions up to date: numbered migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mopacreg.register.schema import (
    ACCEPTANCES,
    APPLICATION_ID,
    CORRECTIONS,
    DECISIONS,
    DOCUMENTS,
    FACTS,
    PASSED_OVER,
    RUNS,
    SEARCHED,
    SEARCHES,
    TEXTS,
    VERSION,
    Columns,
    version,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_WEIGHTS = "bm25(10.0, 4.0, 1.0, 1.0)"
_UNWRITTEN = 4 << 20  # bytes of the index that are kept in memory before a piece is written: less to merge


def _first_tables(db: Database) -> None:
    def make(name: str, columns: Columns, pk: str | tuple[str, ...], *parents: tuple[str, str, str]) -> None:
        db.table(name).create(columns, pk=pk, foreign_keys=list(parents), if_not_exists=True)

    make("documents", DOCUMENTS, "id")
    make("texts", TEXTS, "id", ("document_id", "documents", "id"))
    make("decisions", DECISIONS, "id", ("id", "texts", "id"), ("document_id", "documents", "id"))
    for name, columns in FACTS.items():
        keyed: Columns = {"decision_id": int, "n": int, **columns}
        make(name, keyed, ("decision_id", "n"), ("decision_id", "decisions", "id"))


def _first_indexes(db: Database) -> None:
    def index(table: str, *columns: str, unique: bool = False) -> None:
        db.table(table).create_index(columns, unique=unique, if_not_exists=True)

    index("documents", "path", unique=True)
    index("texts", "document_id")
    for columns in ("document_id", "identity", "name", "signed_on"):
        index("decisions", columns)
    index("cites", "reference")


def _first_search(db: Database) -> None:
    texts = db.table("texts")
    if not texts.detect_fts():
        texts.enable_fts(SEARCHED, tokenize="unicode61 remove_diacritics 2")
    for option, value in (("rank", _WEIGHTS), ("hashsize", _UNWRITTEN)):
        db.execute("insert into texts_fts(texts_fts, rank) values (?, ?)", [option, value])
    # The writer indexes what it inserts: a trigger for that costs twice as much, since FTS5 writes its
    # memory out at the savepoint that a trigger makes. What goes is taken out of the index by this one.
    words = "old.title, old.lead, old.cited, old.text || coalesce(char(10) || old.folded, '')"
    db.execute(
        "create trigger if not exists texts_delete after delete on texts begin"
        f" insert into texts_fts(texts_fts, rowid, {', '.join(SEARCHED)}) values ('delete', old.id, {words});"
        " end"
    )


def _first_views(db: Database) -> None:
    for table, amount in (("decisions", "value"), ("money", "amount"), ("budget_lines", "amount")):
        pounds = f"select {amount} / 100.0 as pounds, * from {table}"
        db.create_view(f"{table}_in_pounds", pounds, ignore=True)
    db.create_view(
        "paragraphs",
        "select s.decision_id, s.n, s.section, s.number, coalesce(s.text,"
        " replace(substr(texts.text, s.start, s.length), char(10), ' ')) as text, s.line"
        " from paragraph_spans s join texts on texts.id = s.decision_id",
        ignore=True,
    )
    boroughs = (
        "select decisions.id as decision_id, json_each.value as borough"
        " from decisions, json_each(decisions.boroughs)"
    )
    db.create_view("decision_boroughs", boroughs, ignore=True)


def _corrections(db: Database) -> None:
    db.table("corrections").create(CORRECTIONS, pk="id", if_not_exists=True)
    keyed: Columns = {"decision_id": int, "n": int, **FACTS["corrected"]}
    parent = [("decision_id", "decisions", "id")]
    db.table("corrected").create(keyed, pk=("decision_id", "n"), foreign_keys=parent, if_not_exists=True)


def _acceptances(db: Database) -> None:
    db.table("acceptances").create(ACCEPTANCES, pk="finding", if_not_exists=True)


def _searches(db: Database) -> None:
    db.table("searches").create(SEARCHES, pk="name", if_not_exists=True)
    keyed = {"search": str, "identity": str}
    parent = [("search", "searches", "name")]
    db.table("searches_seen").create(
        keyed, pk=("search", "identity"), foreign_keys=parent, if_not_exists=True
    )


def _runs(db: Database) -> None:
    db.table("runs").create(RUNS, pk="command", if_not_exists=True)


def _shown_by_date(db: Database) -> None:
    # What is listed: those that are shown, the newest first; and how many they are.
    db.table("decisions").create_index(["shown", "signed_on"], if_not_exists=True)
    db.execute("drop index if exists idx_decisions_signed_on")


@contextmanager
def _at_once(db: Database) -> Iterator[None]:
    """All of it or none, and nobody writes meanwhile. sqlite-utils ends a transaction: SQL alone in it."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.conn.in_transaction:  # of a full disk SQLite takes it back itself
            db.execute("rollback")
        raise


def _counting(db: Database) -> None:
    from mopacreg.register import counting

    with _at_once(db):
        columns = [name for _, name, *_ in db.execute("pragma table_info(budget_lines)")]
        if "left_out" not in columns:
            db.execute("alter table budget_lines add column left_out text")
        for (number,) in db.execute("select distinct decision_id from budget_lines").fetchall():
            counting.renew(db.conn, number)


def _corrections_numbered_once(db: Database) -> None:
    # The number of a correction that was undone is not the next one's: it may stand in somebody's notes.
    with _at_once(db):
        (made,) = db.execute("select sql from sqlite_master where name = 'corrections'").fetchone()
        if "AUTOINCREMENT" not in made:
            db.execute("alter table corrections rename to corrections_before")
            db.execute(made.replace("INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT"))
            db.execute("insert into corrections select * from corrections_before")
            db.execute("drop table corrections_before")


def _passed_over(db: Database) -> None:
    with _at_once(db):
        db.execute(db.create_table_sql("passed_over", PASSED_OVER, pk="path", if_not_exists=True))


def _shown_alone_by_date(db: Database) -> None:
    # SQLite took an index that has `shown` in it even where a decision's name or a reference says far more,
    # and went through every decision. One of those that are shown alone serves only to list them in order.
    with _at_once(db):
        db.execute("drop index if exists idx_decisions_shown_signed_on")
        db.execute(
            "create index if not exists idx_decisions_signed_on on decisions (signed_on) where shown = 1"
        )


def _sums_by_amount(db: Database) -> None:
    with _at_once(db):
        db.execute("create index if not exists idx_money_amount on money (amount, decision_id)")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    _first_tables,
    _first_indexes,
    _first_search,
    _first_views,
    _corrections,
    _acceptances,
    _searches,
    _runs,
    _shown_by_date,
    _counting,
    _corrections_numbered_once,
    _passed_over,
    _shown_alone_by_date,
    _sums_by_amount,
)
"""Carried out in order, each once; what a later version needs goes at the end.

Each may find its work done, wholly or in part: by a machine that stopped half-way, or because the
columns of `schema`, with which a new register is made, already have what it adds.
"""


def migrate(db: sqlite3.Connection) -> None:
    """Carry out the migrations that this register has not been through."""
    done = version(db)
    if done >= VERSION:
        return
    from sqlite_utils import Database

    database = Database(db)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    for number, migration in enumerate(MIGRATIONS[done:], done + 1):
        migration(database)
        db.execute(f"pragma user_version = {number}")
