"""Facts of many decisions, streamed from the register in a stable order, for export and the budget."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from mopacreg.register.filters import Filter, where

_DECISIONS = (
    "reference, title, signed_on, signed_by, summary, value, boroughs, drafted_by, reviewed_by,"
    " officer_role, officer_date, deferred, deferred_until, deferral_reason, part_2, listed_only, layout"
)
_BUDGET = (
    "table, item, category, financial_year, year_inferred, amount, direction, funding_source, boroughs,"
    " total, place, line, left_out"
)
_MONEY = "amount, text, qualifier, financial_years, role, place, line"
_CITES = "reference, text, relation, claimed_amount, claimed_date, place, line"

KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "decisions": ((), _DECISIONS),
    "budget": (("budget_lines",), _BUDGET),
    "money": (("money",), _MONEY),
    "citations": (("cites", "external_cites"), _CITES),
    "recommendations": (("recommendations",), "number, text, action, line"),
}
"""What can be streamed: the tables it stands in, and its columns."""

PENCE = frozenset({"value", "amount", "claimed_amount"})
"""Columns in whole pence."""
FLAGS = frozenset({"year_inferred", "total", "deferred", "part_2", "listed_only"})
"""Columns that are 0 or 1 (or None)."""
LISTS = frozenset({"boroughs", "financial_years"})
"""Columns that are JSON arrays of text."""


def columns(kind: str) -> tuple[str, ...]:
    """The names of what `facts` gives for this kind, in order.

    A fact begins with `decision`, the name of the decision that it stands in; a citation ends with
    `external`, 1 where the decision cited is another body's; a decision ends with `path` and `sha256`.
    """
    named = tuple(name.strip() for name in KINDS[kind][1].split(","))
    if kind == "decisions":
        return ("name", *named, "path", "sha256", "format")
    return ("decision", "signed_on", *named, *(("external",) if kind == "citations" else ()))


def facts(db: sqlite3.Connection, kind: str, chosen: Filter | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of one of KINDS from the decisions that the filter leaves, one at a time.

    Ordered by reference, then as the document has them: the same register gives the same rows.
    """
    condition, values = where(chosen or Filter())
    order = "order by d.series is null, d.series, d.year, d.number, d.name, documents.path, d.entry"
    joined = "from decisions d join documents on documents.id = d.document_id"
    named = [name.strip() for name in KINDS[kind][1].split(",")]
    if kind == "decisions":
        fields = ", ".join(f"d.{name}" for name in named)
        sql = f"select d.name, {fields}, path, sha256, format {joined} where {condition} {order}"
        return iter(db.execute(sql, values))
    tables = KINDS[kind][0]
    fields = ", ".join(f'f."{name}"' for name in named)
    if kind == "citations":
        source = " union all ".join(f"select *, {n} as external from {name}" for n, name in enumerate(tables))
        fields, source, order = f"{fields}, f.external", f"({source})", f"{order}, f.external"
    else:
        source = tables[0]
    sql = (
        f"select d.name, d.signed_on, {fields} {joined} join {source} f on f.decision_id = d.id"
        f" where {condition} {order}, f.n"
    )
    return iter(db.execute(sql, values))
