"""Each pound counts once, and two grants of the same sum are two grants."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.register.filters import Filter
from mopacreg.register.spending import BY, Line, lines, repeated, sums


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


def tables(*found: tuple[int, str, int]) -> list[Line]:
    """Lines from (table, item, amount)."""
    return [
        Line("PCD 1", None, table, item, None, None, amount, "spend", None, ())
        for table, item, amount in found
    ]


PARTS = tables((1, "Youth work", 30), (1, "Outreach", 12), (2, "Camden", 20), (2, "Sutton", 22))
DETAIL = tables((1, "Youth work", 30), (1, "Outreach", 12), (2, "Camden", 10), (2, "Sutton", 20))
OTHER = tables((1, "Youth work", 30), (2, "Outreach", 12))
NOTHING = tables((1, "Youth work", 0), (2, "Outreach", 0))


@pytest.mark.parametrize(
    ("found", "value", "again"),
    [
        pytest.param(PARTS, 42, {2}, id="one sum divided in two ways"),
        pytest.param(PARTS, None, {2}, id="the same without a value"),
        pytest.param(PARTS, 84, set(), id="the value is both tables' sum"),
        pytest.param(DETAIL, 42, {2}, id="a row divided in a table of its own"),
        pytest.param(OTHER, 42, set(), id="different money"),
        pytest.param(NOTHING, None, set(), id="nothing in either"),
    ],
)
def test_a_table_that_shows_the_same_money_again_is_known(
    found: list[Line], value: int | None, again: set[int]
) -> None:
    assert {table for _, table in repeated(found, value)} == again


BOROUGHS = (None, "Camden", "Brent")


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("borough", BOROUGHS)
def test_what_sqlite_adds_up_is_what_the_lines_add_up_to(register, by: str, borough: str | None) -> None:
    """Decisions of every kind: plain, of several tables, with others' money, with sums beside a table."""
    for number, decision in enumerate(DECISIONS, 1):
        register.store(f"{number}.txt", f"{number}\n", replace(decision, reference=f"PCD {number}"))
    chosen = Filter(borough=borough)
    kept, left_out = lines(register.db, chosen)
    told = sums(register.db, by, chosen)
    expected: Counter[tuple[str, object, str | None]] = Counter()
    for each in kept:
        label = getattr(each, {"borough": "boroughs", "funding": "funding_source"}.get(by, by))
        expected[each.direction, label, each.financial_year] += each.amount
    assert told.amounts == expected
    assert (told.lines, told.left_out) == (len(kept), left_out)
    assert told.decisions == len({each.decision for each in kept})


def test_decisions_keep_the_registers_order(register) -> None:
    for number, decision in enumerate(reversed(DECISIONS), 1):
        register.store(f"{number}.txt", f"{number}\n", replace(decision, reference=f"PCD {number}"))
    names = [label for _, label, _ in sums(register.db, "decision").amounts]
    assert names == sorted(names, key=lambda name: int(str(name).split()[1]))


def test_money_received_and_paid_on_is_not_the_same_table_again() -> None:
    spend, income = tables((1, "Grant", 42)), [tables((2, "Grant", 42))[0]._replace(direction="income")]
    assert repeated([*spend, *income], 42) == set()
