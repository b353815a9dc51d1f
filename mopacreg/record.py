"""The record of one decision: what is read, under RECORD.md's names.

Amounts are whole pence (`int`). Dates are ISO 8601 text. Absent is None.
`line` is the 1-based line of the document's text. Nothing here reads or
writes; `as_json` in `formats.json` turns pence into pounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that the decision maker is asked to do; `action` is the leading verb's plain form."""

    number: int
    text: str
    action: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of the supporting report."""

    number: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of the supporting report; `heading` is None where it was lost."""

    number: str
    heading: str | None
    line: int
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """One mention of a sum. `amount` in pence; `text` as it stands in the source."""

    amount: int
    text: str
    qualifier: str | None
    financial_years: tuple[str, ...]
    role: str  # decided, income, prior, carried-over, threshold, total, background
    place: str | None
    line: int


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One amount of a budget table, or (`table` None) of a recommendation. `amount` in pence."""

    table: int | None
    item: str | None
    category: str | None
    financial_year: str | None
    year_inferred: bool
    amount: int
    direction: str  # spend, income
    funding_source: str | None
    boroughs: tuple[str, ...]
    total: bool
    place: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of another decision. `claimed_amount` in pence."""

    reference: str
    text: str
    relation: str  # amends, continues, extends, supersedes, funded-by, cites
    claimed_amount: int | None
    claimed_date: str | None
    place: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Declaration:
    """One row of the originating officer's table."""

    area: str
    ticked: bool
    mark: str | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class OfficerApproval:
    """Who confirmed the advice, and the date beside that signature."""

    role: str
    date: str | None


class Reading(NamedTuple):
    """Where a fact was read: the words `start:end` of the document's text, by which rule.

    `field` names the fact: `value`, `signed_on`, `money 3`, `budget_lines 2`,
    `cites 1`, `recommendations 1` (counted from 1). `doubt` is None where the
    reading is certain, else a sentence on why it is not.
    """

    field: str
    line: int
    start: int
    end: int
    rule: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything that is read of one decision. See RECORD.md for each field."""

    reference: str | None
    title: str | None
    signed_on: str | None = None
    signed_by: str | None = None
    summary: str | None = None
    value: int | None = None
    recommendations: tuple[Recommendation, ...] = ()
    sections: tuple[Section, ...] = ()
    money: tuple[Money, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    cites: tuple[Citation, ...] = ()
    external_cites: tuple[Citation, ...] = ()
    boroughs: tuple[str, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    drafted_by: str | None = None
    reviewed_by: str | None = None
    officer_approval: OfficerApproval | None = None
    deferred: bool | None = None
    deferred_until: str | None = None
    deferral_reason: str | None = None
    part_2: bool | None = None
    layout: str = "generic"
    listed_only: bool = False
    title_reference: str | None = None  # the reference that the title states, where it states one
    first_line: int = 1
    last_line: int = 1
    readings: tuple[Reading, ...] = field(default=())
