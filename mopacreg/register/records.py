"""One decision's record, built again from its rows; its document; what cites it; its versions."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from mopacreg.record import (
    BudgetLine,
    Citation,
    Decision,
    Declaration,
    Money,
    OfficerApproval,
    Paragraph,
    Reading,
    Recommendation,
    Section,
)
from mopacreg.register import versions
from mopacreg.sources import Document


class CitedBy(NamedTuple):
    """A decision that cites another, and the mention in it."""

    id: int
    name: str
    signed_on: str | None
    citation: Citation


_PLAIN = (
    *("reference", "title", "signed_on", "signed_by", "summary", "value", "drafted_by", "reviewed_by"),
    *("deferred_until", "deferral_reason", "layout", "title_reference", "first_line", "last_line"),
)
_MADE = "boroughs, officer_role, officer_date, deferred, part_2, listed_only"
_CITATION = "reference, text, relation, claimed_amount, claimed_date, place, line"


def record(db: sqlite3.Connection, number: int) -> Decision:
    """The decision with this id, as it was read or corrected; of its readings, those still in doubt.

    Raises KeyError where the register has no such id.
    """
    row = db.execute(f"select {_MADE}, {', '.join(_PLAIN)} from decisions where id = ?", [number]).fetchone()
    if row is None:
        raise KeyError(number)
    boroughs, role, date, deferred, part_2, listed_only, *plain = row
    return Decision(
        **dict(zip(_PLAIN, plain, strict=True)),
        recommendations=_recommendations(db, number),
        sections=_sections(db, number),
        money=_money(db, number),
        budget_lines=_budget_lines(db, number),
        cites=_cites(db, number, "cites"),
        external_cites=_cites(db, number, "external_cites"),
        boroughs=_list(boroughs),
        declarations=_declarations(db, number),
        officer_approval=OfficerApproval(role, date) if role is not None else None,
        deferred=_flag(deferred),
        part_2=_flag(part_2),
        listed_only=bool(listed_only),
        readings=_readings(db, number),
    )


def stated(db: sqlite3.Connection, number: int) -> tuple[tuple[Citation, ...], tuple[Money, ...]]:
    """What the decision with this id cites and the sums that it states: a tenth of reading its record."""
    return _cites(db, number, "cites"), _money(db, number)


def document(db: sqlite3.Connection, number: int) -> Document:
    """The whole document that the decision with this id was read in."""
    path, sha256, kind, text = db.execute(
        "select path, sha256, format, (select group_concat(text, '') from"
        " (select text from texts where document_id = documents.id order by part))"
        " from documents where id = (select document_id from decisions where id = ?)",
        [number],
    ).fetchone()
    return Document(path, sha256, kind, text)


def source(db: sqlite3.Connection, number: int) -> dict[str, str]:
    """`path`, `sha256` and `format` of that document, without its text."""
    row = db.execute(
        "select path, sha256, format from documents"
        " where id = (select document_id from decisions where id = ?)",
        [number],
    ).fetchone()
    return dict(zip(("path", "sha256", "format"), row, strict=True))


def cited_by(db: sqlite3.Connection, reference: str) -> list[CitedBy]:
    """The mentions of `reference` (as the record spells it) by other decisions, oldest decision first."""
    rows = db.execute(
        "select d.id, d.name, d.signed_on, c.reference, c.text, c.relation, c.claimed_amount, c.claimed_date,"
        " c.place, c.line from cites c join decisions d on d.id = c.decision_id"
        " where c.reference = ? and d.shown = 1"
        " order by d.signed_on is null, d.signed_on, d.series, d.year, d.number, d.id, c.n",
        [reference],
    )
    return [CitedBy(number, name, date, Citation(*mention)) for number, name, date, *mention in rows]


def other_versions(db: sqlite3.Connection, number: int) -> list[int]:
    """The ids of the other texts of the same decision, kept beside the one that is shown."""
    rows = db.execute(
        "select d.id, d.title, d.listed_only, d.fullness, documents.path, d.entry from decisions d"
        " join documents on documents.id = d.document_id"
        " where d.identity = (select identity from decisions where id = ?)",
        [number],
    )
    shown = versions.arranged(versions.Version(*row) for row in rows)
    return [other for other in shown if shown[other] == shown[number] and other != number]


def _facts(db: sqlite3.Connection, number: int, table: str, columns: str) -> list[tuple[Any, ...]]:
    quoted = ", ".join(f'"{column}"' for column in columns.split(", "))
    return db.execute(f"select {quoted} from {table} where decision_id = ? order by n", [number]).fetchall()


def _recommendations(db: sqlite3.Connection, number: int) -> tuple[Recommendation, ...]:
    rows = _facts(db, number, "recommendations", "number, text, action, line")
    return tuple(Recommendation(*row) for row in rows)


def _sections(db: sqlite3.Connection, number: int) -> tuple[Section, ...]:
    inside: dict[int, list[Paragraph]] = {}
    for section, *paragraph in _facts(db, number, "paragraphs", "section, number, text, line"):
        inside.setdefault(section, []).append(Paragraph(*paragraph))
    rows = _facts(db, number, "sections", "number, heading, line")
    return tuple(
        Section(section, heading, line, tuple(inside.get(n, ())))
        for n, (section, heading, line) in enumerate(rows, 1)
    )


def _money(db: sqlite3.Connection, number: int) -> tuple[Money, ...]:
    rows = _facts(db, number, "money", "amount, text, qualifier, financial_years, role, place, line")
    return tuple(
        Money(amount, text, qualifier, _list(years), role, place, line)
        for amount, text, qualifier, years, role, place, line in rows
    )


def _budget_lines(db: sqlite3.Connection, number: int) -> tuple[BudgetLine, ...]:
    columns = (
        "table, item, category, financial_year, amount, direction, funding_source, place, line,"
        " year_inferred, total, boroughs"
    )
    lines = []
    for *plain, inferred, total, boroughs in _facts(db, number, "budget_lines", columns):
        table, item, category, year, amount, direction, funding, place, line = plain
        made = (table, item, category, year, bool(inferred), amount, direction, funding, _list(boroughs))
        lines.append(BudgetLine(*made, bool(total), place, line))
    return tuple(lines)


def _cites(db: sqlite3.Connection, number: int, table: str) -> tuple[Citation, ...]:
    return tuple(Citation(*row) for row in _facts(db, number, table, _CITATION))


def _declarations(db: sqlite3.Connection, number: int) -> tuple[Declaration, ...]:
    rows = _facts(db, number, "declarations", "area, ticked, mark, text, line")
    return tuple(Declaration(area, bool(ticked), mark, text, line) for area, ticked, mark, text, line in rows)


def _readings(db: sqlite3.Connection, number: int) -> tuple[Reading, ...]:
    """The readings with a doubt that no person has settled by correcting or confirming any part of the fact."""
    rows = _facts(db, number, "readings", "field, line, start, end, rule, doubt")
    if not rows:
        return ()
    settled = {fact for (fact,) in db.execute("select fact from corrected where decision_id = ?", [number])}
    return tuple(Reading(*row) for row in rows if not {row[0], row[0].partition(" ")[0]} & settled)


def _list(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
