"""What the lines that count add up to, however they are asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.register.filters import Filter
from mopacreg.register.spending import BY, lines, sums


def cell(
    table: int | None, item: str, pounds: int, line: int, boroughs: tuple[str, ...] = (), total: bool = False
) -> BudgetLine:
    year = "2024/25" if line % 2 else None
    return BudgetLine(table, item, None, year, False, pounds * 100, "spend", None, boroughs, total, "3", line)


def money(pounds: int, role: str, line: int) -> Money:
    return Money(pounds * 100, f"£{pounds}", None, (), role, "3", line)


HERE = ("Brent", "Camden")
DECISIONS = (
    Decision(None, "Plain", boroughs=HERE, budget_lines=(
        cell(1, "A", 40, 1, ("Camden",)), cell(1, "B", 2, 2, HERE), cell(1, "C", 1, 3),
        cell(1, "Total", 43, 4, total=True),
    )),
    Decision(None, "Twice", value=42_00, boroughs=HERE, budget_lines=(
        cell(1, "A", 40, 1, ("Camden",)), cell(1, "B", 2, 2), cell(2, "C", 42, 5, ("Brent",)),
        cell(2, "Total", 42, 6, total=True),
    )),
    Decision(None, "Others'", boroughs=("Camden",), budget_lines=(cell(1, "A", 40, 1), cell(1, "B", 2, 2)),
             money=(money(40, "prior", 1), money(2, "prior", 2), money(2, "decided", 2))),
    Decision(None, "Beside", budget_lines=(cell(1, "A", 40, 5), cell(None, "", 40, 1))),
    Decision(None, "No table", boroughs=("Camden",), budget_lines=(cell(None, "", 7, 1),)),
    Decision(None, "Totals only", budget_lines=(cell(1, "Total", 7, 1, total=True),)),
    Decision(None, "Nothing"),
)  # fmt: skip


BOROUGHS = (None, "Camden", "Brent")


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("borough", BOROUGHS)
def test_what_sqlite_adds_up_is_what_the_lines_add_up_to(register, by: str, borough: str | None) -> None:
    """Decisions of every kind: plain, of several tables, with others' money, with sums beside a table."""
    for number, decision in enumerate(DECISIONS, 1):
        register.store(f"{number}.txt", f"{number}\n", replace(decision, reference=f"PCD {number}"))
    chosen = Filter(borough=borough)
    kept = lines(register.db, chosen)
    told = sums(register.db, by, chosen)
    expected: Counter[str] = Counter()
    for each in kept:
        expected[each.direction] += each.amount
    found: Counter[str] = Counter()
    for (direction, _, _), amount in told.amounts.items():
        found[direction] += amount
    assert found == expected
    assert told.lines == len(kept)
    assert told.decisions == len({each.decision for each in kept})


def test_decisions_keep_the_registers_order(register) -> None:
    for number, decision in enumerate(reversed(DECISIONS), 1):
        register.store(f"{number}.txt", f"{number}\n", replace(decision, reference=f"PCD {number}"))
    names = [label for _, label, _ in sums(register.db, "decision").amounts]
    assert names == sorted(names, key=lambda name: int(str(name).split()[1]))
