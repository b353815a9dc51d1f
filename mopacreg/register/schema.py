"""The register's tables, as numbered migrations read down the page.

Tables and columns have RECORD.md's names. What isn't obvious from them:

- Money (`value`, `amount`, `claimed_amount`) is whole pence: 2500000 is
  £25,000. The views `…_in_pounds` show pounds to a person who looks at the
  register with Datasette or the sqlite3 shell.
- Lists (`boroughs`, `financial_years`) are JSON arrays of text, as Datasette
  facets them; the view `decision_boroughs` has a row for each.
- `n` counts the facts of one kind in a decision from 1, in their order.
- `texts` holds each document's text once, cut at the decisions in it: the
  parts of a document, in order of `part`, joined, are its text. A decision
  has the id of its text; a part before the first decision of a listing page
  has no decision. `title` (the reference before it), `lead` (summary and
  recommendations) and `cited` (references in one spelling) are there to be
  searched; `text` is as printed, and `folded`, seldom set, repeats in Latin
  letters the lines that the scan spelt in Cyrillic or Greek ones: the index
  has them too.
- `paragraphs` is a view: a paragraph that stands in its decision's text to the
  character (line ends being spaces) is kept as `start` (from 1) and `length`
  in it, another with its own `text`, in `paragraph_spans`.
- `corrections` is the overlay of what people corrected or confirmed; it holds
  for a decision whatever becomes of its document. The columns of the facts
  have the corrected values; `corrected` has a row for each that stands, with
  what was read there. `read` and `value` are JSON of a column's value.
- `acceptances` has the findings of the audit that a person accepted, by their
  ids; which they were then is kept in words, since findings aren't.
- `searches` are those that a person saved; `searches_seen` has the identities of
  the decisions that each has told of, whatever ids they have since.
- `decisions.identity` says which records may be versions of one decision: the
  reference, or the document's hash. `shown` is 0 for those that give way.

user_version counts the migrations carried out; application_id marks the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4D50_4352  # "MPCR"
BUSY_SECONDS = 5.0

Columns = dict[str, type]


def _columns(names: str) -> Columns:
    """`id int, path` → the columns id, an integer, and path, text."""
    columns = (column.split() for column in names.split(","))
    return {name: int if kind else str for name, *kind in columns}


DOCUMENTS = _columns("id int, path, sha256, size int, mtime_ns int, format")
TEXTS = _columns("id int, document_id int, part int, title, lead, cited, text, folded")
DECISIONS = _columns(
    "id int, document_id int, entry int, identity, name, reference, series, year int, number int, title,"
    "signed_on, signed_by, value int, boroughs, shown int, listed_only int, fullness int, layout,"
    "first_line int, last_line int, title_reference, drafted_by, reviewed_by, officer_role, officer_date,"
    "deferred int, deferred_until, deferral_reason, part_2 int, summary"
)
_CITES = _columns("reference, text, relation, claimed_amount int, claimed_date, place, line int")
FACTS = {
    "recommendations": _columns("number int, text, action, line int"),
    "sections": _columns("number, heading, line int"),
    "paragraph_spans": _columns("section int, number, line int, start int, length int, text"),
    "money": _columns("amount int, text, qualifier, financial_years, role, place, line int"),
    "budget_lines": _columns(
        "table int, item, category, financial_year, year_inferred int, amount int, direction,"
        "funding_source, boroughs, total int, place, line int"
    ),
    "cites": _CITES,
    "external_cites": _CITES,
    "declarations": _columns("area, ticked int, mark, text, line int"),
    "readings": _columns("field, line int, start int, end int, rule, doubt"),
    "corrected": _columns("correction int, fact, part, read"),
}
"""The tables of facts: each has `decision_id` and `n` before these, and the two as its key."""

CORRECTIONS = _columns(
    "id int, decision, title, path, sha256, entry int, fact, part, words, own, nth int, alike int,"
    "read, value, confirmed int, because, by, made_on"
)
"""Of which decision: its name and title as read, its document, and which decision in it.

Of which fact: its name then, and for an entry of a list what it is known by when it is numbered anew:
the words of its line, its own words, and which it is of so many that are alike in these.
"""

ACCEPTANCES = _columns("finding, rule, decision, message, because, made_on")

SEARCHES = _columns("name, typed, how, filter, saved_on, seen_on")
"""The searches that a person saved, with the options' filter as JSON; `how` is words, exact or regex."""

RUNS = _columns("command, ended_at, version, new int, changed int, unchanged int, skipped int, failed int")
"""The last run of each command, and of how many files became what. An ingest that stores nothing is none."""

SEARCHED = ("title", "lead", "cited", "text")
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
)
"""Carried out in order, each once; what a later version needs goes at the end.

Each may find its work done, wholly or in part: by a machine that stopped half-way, or because the
columns above, with which a new register is made, already have what it adds.
"""


def version(db: sqlite3.Connection) -> int:
    """How many of MIGRATIONS the register has been through."""
    found: int = db.execute("pragma user_version").fetchone()[0]
    return found


def storable(text: str) -> str:
    """A file's name or an argument as SQLite can hold it: bytes in it that aren't UTF-8 are written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def is_register(db: sqlite3.Connection) -> bool:
    """Whether the file is marked as a register of mopacreg."""
    found: int = db.execute("pragma application_id").fetchone()[0]
    return found == APPLICATION_ID


def migrate(db: sqlite3.Connection) -> None:
    """Carry out the migrations that this register has not been through."""
    done = version(db)
    if done >= len(MIGRATIONS):
        return
    from sqlite_utils import Database

    database = Database(db)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    for number, migration in enumerate(MIGRATIONS[done:], done + 1):
        migration(database)
        db.execute(f"pragma user_version = {number}")
