"""A decision's budget tables as they stand, each with its printed totals checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from mopacreg import sums
from mopacreg.record import BudgetLine, Decision
from mopacreg.sums import Check
from mopacreg.views.figures import pounds
from mopacreg.views.table import COUNT, MONEY, Cell, Column, Table

Key = tuple[str | None, str | None, bool]  # category, financial year, whether it is a row's total


def tables(decision: Decision, text: Callable[[], str] = str) -> tuple[Table, ...]:
    """A table for each of the decision's, or one of the amounts that its recommendations approve.

    `text` gives the document's text: see `sums.of_tables`.
    """
    checked = sums.of_tables(decision.budget_lines, decision.money, text)
    return tuple(
        _recommended(list(lines)) if number is None else _table(number, list(lines), checked[number])
        for number, lines in groupby(decision.budget_lines, key=lambda line: line.table)
    )


def _table(number: int, lines: list[BudgetLine], checked: Sequence[Check]) -> Table:
    rows = _rows(lines)
    # The fullest row has the columns in the table's order; others may lack some.
    fullest = max(rows.values(), key=len)
    keys = list(dict.fromkeys([*fullest, *(key for row in rows.values() for key in row)]))
    funded = any(line.funding_source for line in lines)
    columns = [Column("item", "Item")]
    columns += [Column(_heading(key), _heading(key), MONEY) for key in keys]
    columns += [Column("funding_source", "Funding", drop=2)] if funded else []
    columns += [Column("line", "Line", COUNT, drop=1)]
    return Table(
        tuple(columns),
        [_row(line, row, keys, funded) for line, row in rows.items()],
        title=_title(number, lines),
        notes=tuple(_notes(lines, checked)),
    )


def _rows(lines: Sequence[BudgetLine]) -> dict[int, dict[Key, BudgetLine]]:
    """The table's cells by line and column."""
    year_in_row = _year_in_row(lines)
    with_parts = {line.line for line in lines if not line.total}
    total_column: Key = (None, None, True)
    has_totals = any(line.total and line.line in with_parts and line.category is None for line in lines)
    rows: dict[int, dict[Key, BudgetLine]] = {}
    columns: set[Key] = set()
    for line in lines:
        year = None if year_in_row else line.financial_year
        key: Key = (line.category, year, line.total and line.line in with_parts)
        if line.total and line.line not in with_parts and key not in columns and has_totals:
            key = total_column
        columns.add(key)
        rows.setdefault(line.line, {})[key] = line
    return rows


def _year_in_row(lines: Sequence[BudgetLine]) -> bool:
    """Whether the rows are years: each has at most one, and they are not all of the same."""
    by_line: dict[int, set[str]] = {}
    for line in lines:
        if line.financial_year:
            by_line.setdefault(line.line, set()).add(line.financial_year)
    years = list(by_line.values())
    return all(len(each) == 1 for each in years) and len(set[str]().union(*years)) > 1


def _heading(key: Key) -> str:
    category, year, total = key
    words = [category, year, "total" if total and category else "Total" if total else None]
    return " ".join(word for word in words if word) or "Amount"


def _row(line: int, row: dict[Key, BudgetLine], keys: list[Key], funded: bool) -> tuple[Cell, ...]:
    first = next(iter(row.values()))
    amounts = [row[key].amount if key in row else None for key in keys]
    funding = next((each.funding_source for each in row.values() if each.funding_source), None)
    return (first.item, *amounts, *([funding] if funded else []), line)


def _title(number: int, lines: Sequence[BudgetLine]) -> str:
    place = next((line.place for line in lines if line.place), None)
    income = all(line.direction == "income" for line in lines)
    return f"Table {number}{f', {place}' if place else ''}{', income' if income else ''}"


def _notes(lines: list[BudgetLine], checked: Sequence[Check]) -> list[str]:
    notes = []
    inferred = {line.financial_year for line in lines if line.year_inferred and line.financial_year}
    if inferred:
        notes.append(f"The table states no year; the decision states {', '.join(sorted(inferred))}.")
    return notes + verdicts(checked, lines)


def verdicts(checked: Sequence[Check], lines: Sequence[BudgetLine]) -> list[str]:
    """A tick where the printed totals agree, and a line for each that doesn't."""
    if not checked:
        rows = sum(line.amount for line in lines if not line.total)
        return [f"– no total is printed; the rows add up to {pounds(rows)}"]
    wrong = [_said(check) for check in checked if not check.agrees]
    if wrong:
        return wrong
    rounded = ", as far as rounded figures can" if any(check.difference for check in checked) else ""
    covers = list(dict.fromkeys(check.covers for check in checked if check.covers))
    more = f" (covering {', '.join(covers)})" if covers else ""
    if len(checked) == 1:
        return [f"✓ the printed total agrees{rounded}: {pounds(checked[0].total.amount)}{more}"]
    return [f"✓ all {len(checked)} printed totals agree{rounded}{more}"]


def _said(check: Check) -> str:
    printed, added = check.total.amount, check.added
    side = "more" if check.difference > 0 else "less"
    mark, end = ("✗", "") if check.differs else ("–", ": a cell is still to be confirmed")
    return (
        f"{mark} {check.total.item or 'the total'} is printed as {pounds(printed)}, which is"
        f" {pounds(abs(check.difference))} {side} than its parts: {pounds(added)}"
        f" (line {check.total.line}){end}"
    )


def _recommended(lines: Sequence[BudgetLine]) -> Table:
    columns = (
        Column("place", "Place", drop=3),
        Column("financial_year", "Year"),
        Column("amount", "Amount", MONEY),
        Column("direction", "Direction", drop=2),
        Column("line", "Line", COUNT, drop=1),
    )
    rows = [(line.place, line.financial_year, line.amount, line.direction, line.line) for line in lines]
    return Table(columns, rows, title="Approved by the recommendations; there is no table")
