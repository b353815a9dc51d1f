"""The rule on printed totals that their rows don't add up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mopacreg.audit.finding import ERROR, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import pounds
from mopacreg.record import BudgetLine
from mopacreg.sums import POUND, Check, checks

_TOTAL = re.compile(r"\btotals?\b", re.IGNORECASE)
_PART_OF_ABOVE = re.compile(r"^\W*of which\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:TBC|TBD|TBA|to be (?:confirmed|determined|agreed|advised))\b", re.IGNORECASE)

Rows = Sequence[BudgetLine]


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    before: list[BudgetLine] = []
    for number, group in groupby(decision.budget_lines, key=lambda line: line.table):
        rows = _plain(list(group))
        if number is None:
            continue
        for check in checks(rows, decision.money):
            if not (check.agrees or _rounded_to_pounds(check) or _explained(check, rows, before)):
                first, last = rows[0].line, rows[-1].line
                text = holdings.text(paper.held.id).split("\n")[first - 1 : last]
                if check.difference < 0 or not _OPEN.search("\n".join(text)):
                    yield Remark(check.total.line, _said(check))
        before += [line for line in rows if not line.total]


def _plain(rows: Rows) -> list[BudgetLine]:
    """The lines of a table as they add up: a row of a total's column alone is a row, `of which` is none.

    A row whose other cells are `-` or `N/A` has only the figure of its total's column.
    """
    with_parts = {line.line for line in rows if not line.total}
    columns = any(line.total and line.line in with_parts for line in rows)
    kept = []
    for line in rows:
        alone = columns and line.total and line.line not in with_parts
        if alone and line.item and not _TOTAL.search(line.item):
            line = replace(line, total=False)
        if not _PART_OF_ABOVE.match(line.item or ""):
            kept.append(line)
    return kept


def _rounded_to_pounds(check: Check) -> bool:
    """Whether pence are printed on one side alone, and the difference is less than a pound."""
    pence = check.total.amount % POUND != 0, check.added % POUND != 0
    return pence[0] != pence[1] and abs(check.difference) < POUND


def _explained(check: Check, rows: Rows, before: Rows) -> bool:
    return any(way(check.total, rows, before) for way in _WAYS)


def _alike(total: BudgetLine, lines: Rows) -> list[int]:
    """The amounts of those lines that stand in the total's column."""
    return [
        line.amount
        for line in lines
        if total.financial_year in (None, line.financial_year) and total.category in (None, line.category)
    ]


def _of_rows_below(total: BudgetLine, rows: Rows, before: Rows) -> bool:
    """A total printed above its rows covers those down to the next total."""
    after = [line for line in rows if line.line > total.line]
    end = next((line.line for line in after if line.total), None)
    return sum(_alike(total, [line for line in after if end is None or line.line < end])) == total.amount


def _of_page_before(total: BudgetLine, rows: Rows, before: Rows) -> bool:
    """A table broken over two pages has one total, which covers the rows of both."""
    above = [line for line in rows if line.line < total.line and not line.total]
    carried = sum(_alike(total, before))
    return carried != 0 and carried + sum(_alike(total, above)) == total.amount


def _net(total: BudgetLine, rows: Rows, before: Rows) -> bool:
    """What is left of one total (or row) above when another is taken off."""
    above = {
        line.amount
        for line in rows
        if line.line < total.line
        and line.financial_year == total.financial_year
        and line.category == total.category
    }
    return any(amount - total.amount in above for amount in above)


_WAYS: tuple[Callable[[BudgetLine, Rows, Rows], bool], ...] = (_of_rows_below, _of_page_before, _net)
"""What else a printed total may rightly be than the sum of the rows above it."""


def _said(check: Check) -> str:
    total = check.total
    column = ", ".join(part for part in (total.category, total.financial_year) if part)
    named = f'"{total.item}"' if total.item else "The total"
    what = f"{named} ({column})" if column else named
    side = "more" if check.difference > 0 else "less"
    return (
        f"{what} in table {total.table} is printed as {pounds(total.amount)}, "
        f"{pounds(abs(check.difference))} {side} than what it adds up: {pounds(check.added)}. Find out "
        "which figure is wrong, and have the table corrected."
    )


SUM_MISMATCH = Rule(
    "sum-mismatch",
    ERROR,
    _check,
    checks="Each printed total of a budget table against the figures that it covers: by column, by row, "
    "and sub-totals. Figures in £000s or £m may be off by half of their last digit each; a difference of "
    "£1 between figures in whole pounds is said as £1.",
    source="FIELD-NOTES, Money: papers disagree with themselves; rounding is no fault.",
    example="`Total £4,642,689` under rows that add up to £4,624,689.",
    misses="Tables without a total. A total that is what is left of two others, that stands above its "
    "rows or covers a table broken over two pages. A total that is more than its rows where a cell is "
    "still to be confirmed. Cells `-` and `N/A` count as nothing.",
)

RULES = (SUM_MISMATCH,)
