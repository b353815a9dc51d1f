"""The rule on printed totals that their rows don't add up to."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg import sums
from mopacreg.audit.finding import ERROR, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import pounds


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    tables = sums.of_tables(decision.budget_lines, decision.money, lambda: holdings.text(paper.held.id))
    for checks in tables.values():
        for check in checks:
            if check.differs:
                yield Remark(check.total.line, _said(check), _about(check))


def _about(check: sums.Check) -> tuple[str | int, ...]:
    total = check.total
    labels = (total.item or "", total.category or "", total.financial_year or "")
    return (*labels, total.amount, check.added)


def _said(check: sums.Check) -> str:
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
    source="Published papers, which now and then disagree with themselves. Rounding is no fault.",
    example="`Total £4,642,689` under rows that add up to £4,624,689.",
    misses="Tables without a total. A total that is what is left of two others, that stands above its "
    "rows or covers a table broken over two pages. A total that is more than its rows where a cell is "
    "still to be confirmed. Cells `-` and `N/A` count as nothing.",
)

RULES = (SUM_MISMATCH,)
