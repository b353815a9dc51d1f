"""Does a budget table's printed total agree with its rows? One answer, for the screens and the audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mopacreg.record import BudgetLine, Money

POUND = 100


class Check(NamedTuple):
    """A printed total and what the amounts that it covers add up to.

    `added` in pence; `rounding`: by how many pence the two may differ because figures in £000s or
    £m are rounded, 0 where they are printed to the pound.
    """

    total: BudgetLine
    added: int
    rounding: int = 0

    @property
    def difference(self) -> int:
        """How much more is printed than the rows add up to, in pence."""
        return self.total.amount - self.added

    @property
    def agrees(self) -> bool:
        """Whether the total is right, as far as rounded figures can tell."""
        return abs(self.difference) <= self.rounding


def checks(lines: Sequence[BudgetLine], money: Iterable[Money] = ()) -> list[Check]:
    """Each printed total of one table with what it covers, in the table's order.

    `money`, the decision's, tells how figures were printed and so how far they are rounded.

    A total in a row of other amounts covers that row. A total's own row covers the rows above it: those
    since the last total (a sub-total), all of them, or the sub-totals. A total that states a year or a
    category covers only the amounts of that year or category. One that covers nothing gives no check.
    """
    steps = {(each.line, each.amount): step(each) for each in money}
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
        found += _nearest(totals, (above, since, subtotals, across), steps)
        subtotals += totals
        since = []
    return found


def step(mention: Money) -> int:
    """What the last printed digit is worth in pence (£100,000 in `3,281.5` of £m); 0 if to the pound."""
    digits = int("".join(char for char in mention.text if char.isdecimal()) or 0)
    worth = mention.amount // digits if digits and mention.amount % digits == 0 else 0
    return worth if worth > POUND else 0


def _nearest(
    totals: Iterable[BudgetLine], scopes: Sequence[Sequence[BudgetLine]], steps: Mapping[tuple[int, int], int]
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


def _rounding(lines: Sequence[BudgetLine], steps: Mapping[tuple[int, int], int]) -> int:
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
