"""Does a budget table's printed total agree with its rows? One answer, for the screens and the audit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from mopacreg.record import BudgetLine, Money

POUND = 100
_TOTAL = re.compile(r"\btotals?\b", re.IGNORECASE)
_SUBTOTAL = re.compile(r"\W*sub-? ?total", re.IGNORECASE)
_PART_OF_ABOVE = re.compile(r"^\W*of which\b", re.IGNORECASE)
_TO_FOLLOW = re.compile(r"\b(?:TBC|TBD|TBA|to be (?:confirmed|determined|agreed|advised))\b", re.IGNORECASE)

Rows = Sequence[BudgetLine]


class Check(NamedTuple):
    """A printed total and what the amounts that it covers add up to.

    `added` in pence; `rounding`: by how many pence the two may differ because figures in £000s or
    £m are rounded, 0 where they are printed to the pound. `covers` says what the total covers where
    that isn't the rows above it; `open`: a cell of its table is still to be confirmed.
    """

    total: BudgetLine
    added: int
    rounding: int = 0
    covers: str | None = None
    open: bool = False

    @property
    def difference(self) -> int:
        """How much more is printed than the rows add up to, in pence."""
        return self.total.amount - self.added

    @property
    def agrees(self) -> bool:
        """Whether the total is right, as far as rounded figures can tell."""
        return abs(self.difference) <= self.rounding or self._pence_left_out

    @property
    def differs(self) -> bool:
        """Whether the total is wrong: it doesn't agree, and no cell is open that could make it right."""
        return not self.agrees and not self.open

    @property
    def _pence_left_out(self) -> bool:
        """Whether pence are printed on one side alone, and the difference is less than a pound."""
        pence = self.total.amount % POUND != 0, self.added % POUND != 0
        return pence[0] != pence[1] and abs(self.difference) < POUND


def of_tables(
    lines: Iterable[BudgetLine], money: Iterable[Money] = (), text: Callable[[], str] = str
) -> dict[int, list[Check]]:
    """Each budget table's number → its printed totals, checked, in the table's order.

    `lines` and `money` are a decision's. `text` gives its document's text: asked for only where a total
    is more than its rows, to see whether a cell of the table is still to be confirmed.
    """
    steps = _steps(money)
    found: dict[int, list[Check]] = {}
    before: list[BudgetLine] = []
    for number, group in groupby(lines, key=lambda line: line.table):
        if number is None:
            continue
        rows = _plain(list(group))
        checked = _of_table(rows, steps)
        uncovered = [line for line in rows if line.total and all(line is not each.total for each in checked)]
        # A total with nothing above it, or with the rows of another below it.
        checked += [
            Check(line, line.amount, 0, "the rows below it")
            for line in uncovered
            if _of_rows_below(line, rows, before)
        ]
        found[number] = [
            check if check.agrees else _otherwise(check, rows, before, text)
            for check in sorted(checked, key=lambda check: check.total.line)
        ]
        before += [line for line in rows if not line.total]
    return found


def checks(lines: Rows, money: Iterable[Money] = ()) -> list[Check]:
    """Each printed total of one table with what it covers, in the table's order.

    `money`, the decision's, tells how figures were printed and so how far they are rounded.

    A total in a row of other amounts covers that row. A total's own row covers the rows above it: those
    since the last total (a sub-total), all of them, or the sub-totals. A total that states a year or a
    category covers only the amounts of that year or category. One that covers nothing gives no check.
    """
    return _of_table(lines, _steps(money))


def _steps(money: Iterable[Money]) -> dict[tuple[int, int], int]:
    return {(each.line, each.amount): step(each) for each in money}


def _of_table(lines: Rows, steps: Mapping[tuple[int, int], int]) -> list[Check]:
    rows: dict[int, list[BudgetLine]] = {}
    for line in lines:
        rows.setdefault(line.line, []).append(line)
    found: list[Check] = []
    above: list[BudgetLine] = []
    since: list[BudgetLine] = []
    subtotals: list[BudgetLine] = []
    for row in rows.values():
        parts = [line for line in row if not line.total]
        totals = [line for line in row if line.total]
        if parts:
            above += parts
            since += parts
            found += _nearest(totals, (parts,), steps)
            continue
        across = [line for line in totals if line.financial_year is not None]
        found += _nearest(totals, (above, since, subtotals, across, *_runs(totals, since)), steps)
        subtotals += totals
        since = []
    return found


def _runs(totals: Rows, since: Rows) -> Iterator[Rows]:
    """What a sub-total may cover where the rows above it begin with others: the last two rows, three, …"""
    if any(_SUBTOTAL.match(line.item or "") for line in totals):
        rows = sorted({line.line for line in since})
        for first in rows[-2:0:-1]:
            yield [line for line in since if line.line >= first]


def step(mention: Money) -> int:
    """What the last printed digit is worth in pence (£100,000 in `3,281.5` of £m); 0 if to the pound."""
    digits = int("".join(char for char in mention.text if char.isdecimal()) or 0)
    worth = mention.amount // digits if digits and mention.amount % digits == 0 else 0
    return worth if worth > POUND else 0


def _nearest(
    totals: Iterable[BudgetLine], scopes: Sequence[Rows], steps: Mapping[tuple[int, int], int]
) -> list[Check]:
    """Each total against the scope that it agrees with, or where it agrees with none, against the first."""
    found = []
    for total in totals:
        tried = [
            Check(total, sum(line.amount for line in covered), _rounding([total, *covered], steps))
            for scope in scopes
            if (covered := _covered(total, scope))
        ]
        agreeing = [check for check in tried if check.agrees]
        found += agreeing[:1] or tried[:1]
    return found


def _rounding(lines: Rows, steps: Mapping[tuple[int, int], int]) -> int:
    """Each rounded figure may be off by half of its last digit."""
    return sum(steps.get((line.line, line.amount), 0) for line in lines) // 2


def _covered(total: BudgetLine, scope: Iterable[BudgetLine]) -> list[BudgetLine]:
    return [
        line
        for line in scope
        if line is not total
        and total.financial_year in (None, line.financial_year)
        and total.category in (None, line.category)
    ]


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


def _otherwise(check: Check, rows: Rows, before: Rows, text: Callable[[], str]) -> Check:
    """A check that fails, with what else the total may rightly be."""
    for covers, way in _WAYS.items():
        if way(check.total, rows, before):
            return check._replace(added=check.total.amount, covers=covers)
    table = text().split("\n")[rows[0].line - 1 : rows[-1].line] if check.difference > 0 else []
    return check._replace(open=bool(_TO_FOLLOW.search("\n".join(table))))


def _of_rows_below(total: BudgetLine, rows: Rows, before: Rows) -> bool:
    """A total printed above its rows covers those down to the next total."""
    after = [line for line in rows if line.line > total.line]
    end = next((line.line for line in after if line.total), None)
    covered = _covered(total, [line for line in after if end is None or line.line < end])
    return sum(line.amount for line in covered) == total.amount


def _of_page_before(total: BudgetLine, rows: Rows, before: Rows) -> bool:
    """A table broken over two pages has one total, which covers the rows of both."""
    above = [line for line in rows if line.line < total.line and not line.total]
    carried = sum(line.amount for line in _covered(total, before))
    return carried != 0 and carried + sum(line.amount for line in _covered(total, above)) == total.amount


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


_WAYS: dict[str, Callable[[BudgetLine, Rows, Rows], bool]] = {
    "the rows below it": _of_rows_below,
    "the table before it too": _of_page_before,
    "what is left of two figures above it": _net,
}
"""What else a printed total may rightly cover than the rows above it."""
