"""The register's tables and their columns; `migrations` makes them.

Tables and columns have RECORD.md's names. What isn't obvious from them:

- Money (`value`, `amount`, `claimed_amount`) is whole pence: 2500000 is
  £25,000. The views `…_in_pounds` show pounds to a person who looks at the
  register with Datasette or the sqlite3 shell.
- Lists (`boroughs`, `financial_years`) are JSON arrays of text, as Datasette
  facets them; the view `decision_boroughs` has a row for each.
- `budget_lines.left_out` says why a line is not to be added up with the others
  (`counting`), and is null where it is.
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

application_id marks the file; user_version counts the migrations that it has been through.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x4D50_4352  # "MPCR"
VERSION = 14
"""How many migrations there are: known without them, since whoever reads seldom needs one."""

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
        "funding_source, boroughs, total int, place, line int, left_out"
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

PASSED_OVER = _columns("path, size int, mtime_ns int, message, hint, version")
"""The files in which that version found no decision, as they were then, and why."""

SEARCHED = ("title", "lead", "cited", "text")
"""The columns of `texts` that are indexed."""


def storable(text: str) -> str:
    """A file's name or an argument as SQLite can hold it: bytes in it that aren't UTF-8 are written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def version(db: sqlite3.Connection) -> int:
    """How many migrations the register has been through."""
    found: int = db.execute("pragma user_version").fetchone()[0]
    return found


def is_register(db: sqlite3.Connection) -> bool:
    """Whether the file is marked as a register of mopacreg."""
    found: int = db.execute("pragma application_id").fetchone()[0]
    return found == APPLICATION_ID
