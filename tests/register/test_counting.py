"""Each pound counts once, and two grants of the same sum are two grants."""

from __future__ import annotations

import pytest

from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.register import counting
from mopacreg.register.corrections import drafted
from mopacreg.register.counting import AGAIN, ELSEWHERE, RECOMMENDED, TOTAL, Candidate, left_out, repeated
from mopacreg.register.writer import Writer


def lines(*found: tuple[int | None, str, int]) -> list[Candidate]:
    """Lines from (table, item, amount), each in a line of its own; a total where the item says so."""
    return [
        Candidate(table, item, amount, "spend", item == "Total", at)
        for at, (table, item, amount) in enumerate(found, 1)
    ]


PARTS = lines((1, "Youth work", 30), (1, "Outreach", 12), (2, "Camden", 20), (2, "Sutton", 22))
DETAIL = lines((1, "Youth work", 30), (1, "Outreach", 12), (2, "Camden", 10), (2, "Sutton", 20))
OTHER = lines((1, "Youth work", 30), (2, "Outreach", 12))
NOTHING = lines((1, "Youth work", 0), (2, "Outreach", 0))


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
    found: list[Candidate], value: int | None, again: set[int]
) -> None:
    assert {table for _, table in repeated(found, value)} == again


@pytest.mark.parametrize(
    ("found", "money", "reasons"),
    [
        pytest.param(lines((1, "A", 40), (1, "Total", 40)), [], [None, TOTAL], id="a printed total"),
        pytest.param(lines((None, "", 40), (1, "A", 40)), [], [RECOMMENDED, None], id="beside a table"),
        pytest.param(lines((None, "", 40)), [], [None], id="no table"),
        pytest.param(lines((1, "A", 40)), [("prior", 1, 40)], [ELSEWHERE], id="another decision's"),
        pytest.param(lines((1, "A", 40)), [("prior", 2, 40)], [None], id="said in another line"),
        pytest.param(
            lines((1, "A", 40)), [("prior", 1, 40), ("decided", 1, 40)], [None], id="said to be its own too"
        ),
        pytest.param(PARTS, [], [None, None, AGAIN, AGAIN], id="one sum divided in two ways"),
    ],
)
def test_a_line_that_does_not_count_says_why(
    found: list[Candidate], money: list[counting.Stated], reasons: list[str | None]
) -> None:
    assert left_out(found, money, 42) == reasons


def test_money_received_and_paid_on_is_not_the_same_table_again() -> None:
    spend, income = lines((1, "Grant", 42)), [lines((2, "Grant", 42))[0]._replace(direction="income")]
    assert repeated([*spend, *income], 42) == set()


def test_a_correction_says_anew_which_lines_count(register) -> None:
    """Two tables of £40 are one sum shown twice, until the value is said to be both."""
    cells = tuple(
        BudgetLine(table, "A", None, None, False, 40_00, "spend", None, (), False, "3", table)
        for table in (1, 2)
    )
    sum_ = Money(40_00, "£40", None, (), "decided", "3", 1)
    decision = Decision("PCD 7", "Lighting", value=40_00, budget_lines=cells, money=(sum_,))
    register.store("a.txt", "£40\n£40\n", decision)

    def reasons() -> list[str | None]:
        return [why for (why,) in register.db.execute("select left_out from budget_lines order by n")]

    assert reasons() == [None, AGAIN]
    said = drafted(register.db, 1, "value", "", "8000", because=None, by=None, made_on="2026-11-26")
    with Writer(register.path) as writer:
        kept = said._replace(id=writer.correct(said))
    assert reasons() == [None, None]
    with Writer(register.path) as writer:
        writer.undo(kept)
    assert reasons() == [None, AGAIN]
