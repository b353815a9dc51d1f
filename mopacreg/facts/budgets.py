"""Budget lines: a row for each amount of each budget table, or of the recommendations where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mopacreg import tables
from mopacreg.captions import around, caption
from mopacreg.flows import Flows
from mopacreg.items import Item
from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention
from mopacreg.multiples import SEVERAL
from mopacreg.record import BudgetLine
from mopacreg.tables import Table
from mopacreg.tables.rows import Amount
from mopacreg.trace import Trace
from mopacreg.values import borough_groups, boroughs, years
from mopacreg.values.verbs import CARRYING_OUT
from mopacreg.wholes import is_further, is_towards, wholes

_COUNTED_YEAR = re.compile(r"\b(?:year|yr|FY)\s?\d\b", re.IGNORECASE)
# `for three years from 2023/24`: the year is the first of several.
_SEVERAL_YEARS = re.compile(
    rf"\b(?:{SEVERAL})[- ]years?\b[^.;£]{{0,30}}"
    r"\b(?:from|beginning|starting|commencing)\b[^.;£]{0,20}\b20\d\d",
    re.IGNORECASE,
)
_AT_MOST = {"up to", "a maximum of", "no more than", "under", "below", "less than"}  # qualifiers of a sum
_NO_MORE = re.compile(
    r"\b(?:above|over|exceed\w*|(?:more|larger|greater|higher) than|limit of|maximum of)\W*$", re.IGNORECASE
)
_PARTS = ("summary", "recommendation", "report")


def find_tables(sheet: Sheet) -> list[Table]:
    """The budget tables of the decision, in order; tick tables and tables without money left out."""
    found = []
    for grid in sheet.grids:
        if sheet.parts[grid.first_line] in _PARTS and (table := tables.read(grid, around(sheet, grid))):
            found.append(table)
    return found


def read(
    sheet: Sheet,
    found: Sequence[Table],
    mentions: Sequence[Mention],
    flows: Flows,
    items: Sequence[Item],
    trace: Trace,
) -> tuple[BudgetLine, ...]:
    """The budget lines of the decision, tables first to last. `flows` say which figures come in.

    `items` are the recommendations.
    """
    lines: list[BudgetLine] = []
    groups = borough_groups.find(sheet.text.text)
    for number, table in enumerate(found, 1):
        year, inferred = (None, False) if table.states_years else _stated_year(sheet, table, mentions)
        place = sheet.place_of(table.grid.first_line)
        for amount in table.amounts:
            if amount.aside:
                continue
            line = _line(number, amount, year, inferred, amount.sum.start in flows.received, groups, place)
            lines.append(line)
            doubt = amount.sum.doubt or (
                "the year is stated outside the table" if line.year_inferred else None
            )
            trace.note(f"budget_lines {len(lines)}", amount.sum.start, amount.sum.end, "table cell", doubt)
    if not found:
        asked_on = {item.place: item.recommendation.line for item in items}
        for mention in _approved(sheet.text.prose, mentions, items):
            on = asked_on.get(mention.place or "", mention.line)
            lines.append(_of_recommendation(sheet.text.prose, mention, on))
            trace.note(
                f"budget_lines {len(lines)}", mention.sum.start, mention.sum.end, "sum of a recommendation"
            )
    return tuple(lines)


def _line(
    number: int,
    amount: Amount,
    year: str | None,
    inferred: bool,
    income: bool,
    groups: Mapping[str, tuple[str, ...]],
    place: str | None,
) -> BudgetLine:
    named: tuple[str, ...] = ()
    if not amount.total_row:
        named = boroughs.in_label(amount.borough or "", groups) or boroughs.in_label(
            amount.item or "", groups
        )
    return BudgetLine(
        table=number,
        item=amount.item,
        category=amount.category,
        financial_year=amount.year or year,
        year_inferred=amount.year is None and inferred,
        amount=amount.sum.amount,
        direction="income" if income else "spend",
        funding_source=amount.funding_source,
        boroughs=named,
        total=amount.total,
        place=place,
        line=amount.line,
    )


def _stated_year(sheet: Sheet, table: Table, mentions: Sequence[Mention]) -> tuple[str | None, bool]:
    """The one year of a table that names none in its cells, and whether it is inferred (RECORD.md).

    A caption is the table's own. Else the words about it: the paragraph before
    it, or the sentences of the sums that the decision approves.
    """
    if any(_COUNTED_YEAR.search(column.header) for column in table.columns):
        return None, False
    own = _years_of(caption(sheet, table.grid))
    if len(own) == 1:
        return own.pop(), False
    near = _years_of(around(sheet, table.grid))
    if near:
        return (near.pop(), True) if len(near) == 1 else (None, False)
    decided = [m for m in mentions if m.role in ("decided", "income", "total")]
    asked = [m for m in decided if (m.place or "").startswith("recommendation ")]
    for stating in (asked, decided):
        stated = {year for m in stating for year in m.years}
        if len(stated) == 1:
            return stated.pop(), True
    return None, False


def _years_of(words: str) -> set[str]:
    return {year for span in years.find(words) for year in span.years}


def _approved(text: str, mentions: Sequence[Mention], items: Sequence[Item]) -> Iterator[Mention]:
    """The sums that recommendations approve: of a sum and its parts, or what pays for it, the whole.

    A ceiling on how another recommendation's money is to be spent is none.
    """
    delegated = {item.place for item in items if item.recommendation.action in CARRYING_OUT}
    found = [m for item in items for m in wholes(text, [m for m in mentions if m.place == item.place])]
    spent = [m for m in found if m.role != "income"]
    approved = max((m.sum.amount for m in spent if m.place not in delegated), default=0)
    for m in found:
        capped = m.place in delegated and m.sum.amount < approved and _is_ceiling(text, m)
        if not (capped or (m.sum.amount < approved and is_towards(text, m))):
            yield m


def _is_ceiling(text: str, mention: Mention) -> bool:
    """Whether the sum is the most that may be spent at a time, and no further money."""
    before = text[mention.sentence[0] : mention.sum.start]
    return not is_further(text, mention) and bool(
        _AT_MOST.intersection((mention.sum.qualifier or "").split(", ")) or _NO_MORE.search(before)
    )


def _of_recommendation(text: str, mention: Mention, line: int) -> BudgetLine:
    own = mention.years
    if mention.role == "total":  # it is of all the years of its sentence
        own = tuple(_years_of(text[slice(*mention.sentence)]))
    if _SEVERAL_YEARS.search(text, *mention.sentence):
        own = ()
    return BudgetLine(
        table=None,
        item=None,
        category=None,
        financial_year=own[0] if len(own) == 1 else None,
        year_inferred=False,
        amount=mention.sum.amount,
        direction="income" if mention.role == "income" else "spend",
        funding_source=None,
        boroughs=(),
        total=False,
        place=mention.place,
        line=line,
    )
