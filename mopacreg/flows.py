"""Which figures of the budget tables come in, and which only stand beside what is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mopacreg.captions import around
from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention
from mopacreg.tables import Table
from mopacreg.tables.rows import Amount
from mopacreg.values import boroughs

_INCOME = re.compile(
    r"\b(?:income|receipts?"
    r"|(?:funding|grant|money|sums?|contributions?|amounts?) (?:to be )?(?:received|accepted|offered)"
    r"|(?:will|to) be received(?! by (?!MOPAC\b))|received from|accepted from|contributions? from)\b",
    re.IGNORECASE,
)
# `What TfL will pay`, `Partners will pay MOPAC these sums`.
_THEY_PAY = re.compile(
    r"\b(?P<who>\w+) (?:will|would|is to|are to) (?:pay|contribute)\b(?! for\b)", re.IGNORECASE
)
_PAYS_US = re.compile(r"\b(?:pay|pays|paid) (?:to )?MOPAC\b", re.IGNORECASE)
_NO_PAYER = frozenset({"grant", "grants", "funding", "fund", "money", "income", "mopac", "mps", "it"})
# `funded by the grant accepted in …`: what is told of is how money is paid out.
_PAID_FROM = re.compile(
    r"\b(?:funded|met|paid|financed) (?:by|from|out of) (?:the |an? )?[^.;]{0,40}?"
    r"\b(?:grant|funding|money) (?:accepted|received)\b",
    re.IGNORECASE,
)
_INCOME_TOTAL = re.compile(r"(?:sub-?|grand )?total (?:\w+ )?(?:income|receipts?)", re.IGNORECASE)
_SPENT = re.compile(
    r"\b(?:us(?:e|es|ed)|paid|pay(?:s|ment|ments|ee)?|recipient|provider|purpose|project|programme|service|supplier|cost|costs"
    r"|spen[dt]|spending|expenditure|allocat\w*|award\w*|borough)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:contributions?|grants?|funding|offers?)\b", re.IGNORECASE)
# A row of what the office itself pays, among those of others.
_OURS = re.compile(
    r"(?:the )?(?:MOPAC|MPS|Met|Metropolitan Police(?: Service)?)(?:['’]s)?"
    r"(?: (?:own )?(?:contribution|share|funding|match))?",
    re.IGNORECASE,
)
_FROM_COUNCILS = re.compile(r"\bfrom\b([^.;£]{0,80})", re.IGNORECASE)
_COUNCILS = re.compile(r"\b(?:boroughs?|councils?|local authorit\w+)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:MOPAC|MPS|Met|own|match)\b", re.IGNORECASE)
# A column or a row of what was approved already: `Current grant`, `Original budget`, `Approved in PCD 1`.
_STANDING = re.compile(r"(?:current|existing|present|original|previous|approved)\b", re.IGNORECASE)
_CARRIED_ROW = re.compile(
    r"\bcarr(?:y|ied)[ -]?(?:over|forward)\b|\bunderspen[dt]\b|\bre-?(?:profil|phas)(?:ed|ing)\b|\bslippage\b",
    re.IGNORECASE,
)
_STANDING_ROW = re.compile(
    r"(?:(?:already|previously|originally) )?approved (?:in|by|under) (?:the )?(?:DMPC )?(?:decision )?"
    r"(?:PCD|DMPCD)\b.*"
    r"|(?:already|previously|originally) approved(?: (?:amount|budget|value|sum|funding))?",
    re.IGNORECASE,
)


class Flows(NamedTuple):
    """The figures of a decision's tables, each known by its offset in the text.

    `received` come in; `compared` are those of another year, or of others, than what is decided on;
    `approved` were approved before (`Current grant`, beside its uplift); `carried` are carried over
    between years.
    """

    received: frozenset[int] = frozenset()
    compared: frozenset[int] = frozenset()
    approved: frozenset[int] = frozenset()
    carried: frozenset[int] = frozenset()

    @property
    def not_new(self) -> frozenset[int]:
        """The figures that no new money is."""
        return self.compared | self.approved | self.carried

    def added(self, table: Table) -> int:
        """What the table's rows add up to in pence, of new money alone."""
        return sum(a.sum.amount for a in table.amounts if a.counts and a.sum.start not in self.not_new)


def of_tables(sheet: Sheet, tables: Sequence[Table], asked: Sequence[Mention]) -> Flows:
    """What the tables' figures are; `asked` are the sums of the recommendations, with their roles."""
    accepted = frozenset(m.sum.amount for m in asked if m.role == "income")
    paid = frozenset(m.sum.amount for m in asked if m.role in ("decided", "total"))
    moved = frozenset(m.sum.amount for m in asked if m.role == "carried-over")
    text = sheet.text.prose
    income = [m for m in asked if m.role == "income"]
    payers = " ".join(text[slice(*m.sentence)] for m in income)
    given_on = not any(_comes_from_councils(text, m) for m in income)
    received: set[int] = set()
    compared: set[int] = set()
    approved: set[int] = set()
    carried: set[int] = set()
    for table in tables:
        if sum(a.sum.amount for a in table.amounts if a.counts) in moved:
            carried |= {a.sum.start for a in table.amounts}
        carried |= {
            a.sum.start for a in table.amounts if a.sum.amount in moved and _CARRIED_ROW.search(a.item or "")
        }
        adds_up = _is_what_is_accepted(sheet, table, accepted, paid, payers)
        if _is_said_income(sheet, table) or (adds_up and not (given_on and _is_shared_out(table))):
            received |= {a.sum.start for a in table.amounts}
        else:
            received |= {a.sum.start for a in _accepted_rows(table, accepted)}
            received |= {a.sum.start for a in _accepted_columns(table, accepted)}
        compared |= {a.sum.start for a in _years_before(table, asked)}
        compared |= {a.sum.start for a in _others_rows(table, paid | accepted)}
        approved |= {a.sum.start for a in _approved_before(table)}
    return Flows(*map(frozenset, (received, compared - approved, approved, carried)))


def _is_said_income(sheet: Sheet, table: Table) -> bool:
    """Whether the table's columns or its caption say that it is of money received."""
    words = around(sheet, table.grid)
    told = len(words) < 300 and _INCOME.search(words) and not _PAID_FROM.search(words)
    totals = _totals(table)
    summed = bool(totals) and all(map(_INCOME_TOTAL.fullmatch, totals))
    return bool(told or summed or _INCOME.search(_names(table)))


def _names(table: Table) -> str:
    return " ".join(column.header for column in table.columns)


def _totals(table: Table) -> list[str]:
    """What the rows are called that add others up."""
    return list(dict.fromkeys(a.item for a in table.amounts if a.total_row and a.item))


def _is_what_is_accepted(
    sheet: Sheet, table: Table, accepted: frozenset[int], paid: frozenset[int], payers: str
) -> bool:
    """Whether the table adds up to what is accepted, and nothing says that it is how that is spent.

    `payers` are the sentences in which it is accepted.
    """
    added = sum(a.sum.amount for a in table.amounts if a.counts)
    whole = added in accepted or (len(accepted) > 1 and added == sum(accepted))
    rows = {a.sum.amount for a in table.amounts if a.counts}
    if (
        not whole
        or added in paid
        or rows <= paid
        or _SPENT.search(" ".join((_names(table), *_totals(table))))
    ):
        return False
    return not _SPENT.search(_without_payer(around(sheet, table.grid), payers))


def _without_payer(words: str, payers: str) -> str:
    """The words without what they say of one who pays, whom the sentences of what is accepted name (`payers`)."""
    if _PAYS_US.search(words):
        return _PAYS_US.sub("", words)
    told = _THEY_PAY.search(words)
    if told is None or told["who"].casefold() in _NO_PAYER:
        return words
    named = re.search(rf"\b{told['who']}\b", payers)
    return words[: told.start()] + words[told.end() :] if named else words


def _comes_from_councils(text: str, mention: Mention) -> bool:
    """Whether what is accepted comes from boroughs, by the words of its sentence."""
    said = _FROM_COUNCILS.search(text, mention.sum.end, mention.sentence[1])
    return bool(said and (_COUNCILS.search(said[1]) or boroughs.in_label(said[1])))


def _is_shared_out(table: Table) -> bool:
    """Whether most of the rows are boroughs: what comes in from elsewhere goes to them."""
    rows = {a.line: a.item for a in table.amounts if not a.total_row}
    named = [item for item in rows.values() if item and boroughs.in_label(item)]
    return len(named) * 2 > len(rows)


def _accepted_rows(table: Table, accepted: frozenset[int]) -> Iterator[Amount]:
    """The rows among the table's sources whose figures, or their sum, are what a recommendation accepts."""
    for line in {a.line for a in table.amounts}:
        row = [a for a in table.amounts if a.line == line]
        amounts = [abs(a.sum.amount) for a in row if a.source and not a.total]
        if amounts and (sum(amounts) in accepted or all(amount in accepted for amount in amounts)):
            yield from row


def _accepted_columns(table: Table, accepted: frozenset[int]) -> Iterator[Amount]:
    """The columns of what others give (`Council contribution`) that add up to what a recommendation accepts."""
    for name in {a.category for a in table.amounts if a.category}:
        column = [a for a in table.amounts if a.category == name]
        if _GIVEN.search(name) and not _OWN.search(name):
            added = sum(a.sum.amount for a in column if a.counts)
            if added in accepted:
                yield from column


def _approved_before(table: Table) -> Iterator[Amount]:
    """The columns, or the rows, that say what there was, beside those that say what there will be."""
    rows = {a.line for a in table.amounts if a.counts and a.item and _STANDING_ROW.fullmatch(a.item)}
    if any(a.counts and a.line not in rows for a in table.amounts):
        yield from (a for a in table.amounts if a.line in rows)
    before = {a.category for a in table.amounts if a.category and _STANDING.match(a.category)}
    if any(a.counts and a.category not in before for a in table.amounts):
        yield from (a for a in table.amounts if a.category in before)


def _others_rows(table: Table, asked: frozenset[int]) -> Iterator[Amount]:
    """The rows beside the one that is all that is asked for: what partners pay, and what it comes to with theirs.

    Only years that add up to it tell, or a row of the office's own: another cell may have the same amount
    by chance.
    """
    if len(asked) != 1 or sum(a.sum.amount for a in table.amounts if a.counts) in asked:
        return
    rows: dict[int, list[int]] = {}
    for amount in table.amounts:
        if amount.counts:
            rows.setdefault(amount.line, []).append(amount.sum.amount)
    own = {a.line for a in table.amounts if a.item and _OURS.fullmatch(a.item)}
    ours = [line for line, row in rows.items() if (len(row) > 1 or line in own) and sum(row) in asked]
    if len(ours) == 1:
        yield from (a for a in table.amounts if a.line != ours[0])


def _years_before(table: Table, asked: Sequence[Mention]) -> Iterator[Amount]:
    """The columns of earlier years, there to compare: one year's alone adds up to a sum that is asked for."""
    amounts = {m.sum.amount for m in asked}
    named = {year for m in asked if m.role in ("decided", "income", "total") for year in m.years}
    years = {a.year for a in table.amounts if a.counts and a.year} - {None}
    ours = [
        year
        for year in years
        if sum(a.sum.amount for a in table.amounts if a.counts and a.year == year) in amounts
    ]
    if len(ours) == 1:
        yield from (a for a in table.amounts if a.year and a.year < ours[0] and a.year not in named)
