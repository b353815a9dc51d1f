"""Does a budget table's printed total agree with its rows? One answer, for the screens and the audit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mopacreg.record import BudgetLine


class Check(NamedTuple):
    """A printed total and what the amounts that it covers add up to; `added` in pence."""

    total: BudgetLine
    added: int

    @property
    def difference(self) -> int:
        """How much more is printed than the rows add up to, in pence; 0 where the two agree."""
        return self.total.amount - self.added


def checks(lines: Sequence[BudgetLine]) -> list[Check]:
    """Each printed total of one table with what it covers, in the table's order.

    A total in a row of other amounts covers that row. A total's own row covers the rows above it: those
    since the last total (a sub-total), all of them, or the sub-totals. A total that states a year or a
    category covers only the amounts of that year or category. One that covers nothing gives no check.
    """
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
            found += _nearest(totals, (parts,))
            continue
        across = [line for line in totals if line.financial_year is not None]
        found += _nearest(totals, (above, since, subtotals, across))
        subtotals += totals
        since = []
    return found


def _nearest(totals: Iterable[BudgetLine], scopes: Sequence[Sequence[BudgetLine]]) -> list[Check]:
    """Each total against the scope that it agrees with, or where it agrees with none, against the first."""
    found = []
    for total in totals:
        sums = [
            sum(line.amount for line in covered) for scope in scopes if (covered := _covered(total, scope))
        ]
        if sums:
            found.append(Check(total, total.amount if total.amount in sums else sums[0]))
    return found


def _covered(total: BudgetLine, scope: Iterable[BudgetLine]) -> list[BudgetLine]:
    return [
        line
        for line in scope
        if line is not total
        and total.financial_year in (None, line.financial_year)
        and total.category in (None, line.category)
    ]
