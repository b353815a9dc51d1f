"""A paper's own figures agree, can't be compared, or differ, and each is said with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mopacreg import reader, sources
from mopacreg.reconcile import AMBER, GREEN, RECOMMENDATIONS, RED, SUMMARY, TABLES, TOTALS, reconcile
from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.views.reconciled import light

SHARED = Path(__file__).parents[3] / "shared"


def money(pounds: int, place: str, line: int, role: str = "decided", text: str = "") -> Money:
    return Money(pounds * 100, text or f"£{pounds:,}", None, (), role, place, line)


def cell(line: int, item: str, pounds: int, total: bool = False, table: int = 1) -> BudgetLine:
    return BudgetLine(table, item, None, None, False, pounds * 100, "spend", None, (), total, "3.1", line)


TOLD, ASKED = money(42_000, "summary", 3), money(42_000, "recommendation 1", 8)
ROWS = (cell(20, "Boats", 40_000), cell(21, "Lamps", 2_000))
TOTAL = cell(22, "Total", 42_000, total=True)
WHOLE = Decision("PCD 1", None, value=42_000_00, money=(TOLD, ASKED), budget_lines=(*ROWS, TOTAL))


def test_four_legs_that_agree_are_green_each_with_its_line() -> None:
    found = reconcile(WHOLE)
    assert found.mark == GREEN
    assert [(leg.name, leg.amount, leg.line) for leg in found.legs] == [
        (SUMMARY, 42_000_00, 3), (RECOMMENDATIONS, 42_000_00, 8), (TABLES, 42_000_00, 20), (TOTALS, 42_000_00, 22)
    ]  # fmt: skip


AGREEING = {
    "no table": replace(WHOLE, budget_lines=()),
    "no printed total": replace(WHOLE, budget_lines=ROWS),
    "no sum in the summary": replace(WHOLE, money=(ASKED,)),
    "two tables that make the value": replace(
        WHOLE, budget_lines=(ROWS[0], replace(ROWS[1], table=2), cell(22, "Total", 2_000, total=True, table=2))
    ),
    "the summary rounds": replace(
        WHOLE, value=42_400_00, money=(money(42_000, "summary", 3, text="£42k"), money(42_400, "recommendation 1", 8)),
        budget_lines=(),
    ),
    "the summary names one part": replace(WHOLE, money=(money(40_000, "summary", 3), ASKED)),
}  # fmt: skip


@pytest.mark.parametrize("decision", AGREEING.values(), ids=AGREEING)
def test_the_legs_that_there_are_may_agree(decision: Decision) -> None:
    assert reconcile(decision).mark == GREEN


def test_what_the_paper_leaves_out_is_said() -> None:
    for decision, said in (
        (replace(WHOLE, budget_lines=()), "; no table"),
        (replace(WHOLE, budget_lines=ROWS), "; no printed total"),
        (replace(WHOLE, money=(ASKED,)), "; no sum in the summary"),
        (replace(WHOLE, money=(TOLD,), value=None), "; no sum in the recommendations"),
    ):
        shown = light(reconcile(decision))
        assert shown is not None
        assert shown.said.endswith(said)


OPEN = {
    "one leg": (replace(WHOLE, money=(ASKED,), budget_lines=()), "nothing to compare: only recommendations £42,000"),
    "a table of something else": (
        replace(WHOLE, money=(TOLD, ASKED), budget_lines=(cell(20, "Staff", 7_000), cell(21, "Vans", 1_300))),
        "the tables can't be compared (line 20)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("decision", "said"), OPEN.values(), ids=OPEN)
def test_what_cannot_be_compared_is_amber_and_named(decision: Decision, said: str) -> None:
    found = reconcile(decision)
    assert found.mark == AMBER
    shown = light(found)
    assert shown is not None
    assert said in shown.said


def test_a_total_with_a_cell_still_open_is_amber() -> None:
    table = (*ROWS, cell(23, "Total", 50_000, total=True))
    decision = Decision("PCD 1", None, money=(TOLD, ASKED), value=42_000_00, budget_lines=table)
    assert reconcile(decision, lambda: "\n" * 21 + "Ropes TBC\n").mark == AMBER
    assert reconcile(decision).mark == RED


def test_a_pound_is_said_as_a_pound() -> None:
    slipped = replace(WHOLE, budget_lines=(*ROWS, replace(TOTAL, amount=42_001_00)))
    found = reconcile(slipped)
    assert (found.mark, [each.amount for each in found.differences]) == (RED, [100])
    shown = light(found)
    assert shown is not None
    assert shown.text == "✗ red: The total of table 1 £42,001 (line 22), its rows £42,000: £1 more"


def test_two_digits_swapped_between_summary_and_recommendation_differ() -> None:
    decision = Decision(
        "PCD 1", None, value=264_700_00,
        money=(money(246_700, "summary", 3), money(264_700, "recommendation 1", 8)),
    )  # fmt: skip
    shown = light(reconcile(decision))
    assert shown is not None
    assert shown.said == "The summary £246,700 (line 3), recommendation 1 £264,700 (line 8): £18,000 less"


def test_a_paper_without_money_of_its_own_has_no_mark() -> None:
    decision = Decision("PCD 1", None, money=(money(500_000, "4.1", 30, role="threshold"),))
    assert reconcile(decision).mark is None
    assert light(reconcile(decision)) is None


def test_an_entry_of_a_listing_page_has_no_mark() -> None:
    assert reconcile(replace(WHOLE, budget_lines=(), listed_only=True)).mark is None


@pytest.mark.parametrize(
    ("folder", "red"),
    [("seeds", set()), ("cases/docs", {"grip-funding.txt", "vawg-commissioning.txt"})],
    ids=["seeds", "cases"],
)
def test_of_published_papers_only_those_are_red_that_disagree(folder: str, red: set[str]) -> None:
    paths = sorted((SHARED / folder).glob("*"))
    if not paths:
        pytest.skip("../shared is not there")
    found = set()
    for path in paths:
        document = sources.load(path, path.read_bytes())
        for decision in reader.read(document):
            if reconcile(decision, lambda text=document.text: text).mark == RED:  # type: ignore[misc]
                found.add(path.name)
    assert found == red
