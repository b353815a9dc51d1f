"""What is held is counted, and what lacks is named."""

from __future__ import annotations

import pytest

from mopacreg.record import BudgetLine, Decision, Recommendation
from mopacreg.register.inventory import Inventory, inventory, ranges
from mopacreg.views.inventory import page
from mopacreg.views.table import Facts, Table


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ([], []),
        ([5], []),
        ([5, 6], []),
        ([5, 7], [(6, 6)]),
        ([1, 4, 5, 9], [(2, 3), (6, 8)]),
    ],
)
def test_what_lacks_between_the_lowest_and_the_highest_is_in_runs(
    numbers: list[int], missing: list[tuple[int, int]]
) -> None:
    assert list(ranges(numbers)) == missing


LINE = BudgetLine(1, "Boats", None, "2024/25", False, 100, "spend", None, (), False, "3", 3)
HELD = (
    Decision("PCD 10", "Boats", "2024-05-01", "A. Mayor", "Boats.", value=100, layout="pcd_form",
             recommendations=(Recommendation(1, "Approve.", "approve", 1),), budget_lines=(LINE,)),
    Decision("PCD 14", "Lamps", None, layout="pcd_form"),
    Decision("DMPCD 2015 96", "Locks", "2015-03", layout="dmpcd_form"),
    Decision("DMPCD 2016 4", "Ropes", "2016-01-02", layout="dmpcd_form"),
    Decision(None, None, layout="generic"),
    Decision("PCD 12", "Nets", "2024-06-01", layout="listing", listed_only=True),
)  # fmt: skip


@pytest.fixture
def held(register) -> Inventory:
    for number, decision in enumerate(HELD):
        register.store(f"{number}.txt", f"{number} {decision.title}\n", decision)
    register.store("again.txt", "Boats\n", Decision("PCD 10", "Boats", layout="newer_page"))
    return inventory(register.db, register.path)


def test_decisions_are_counted_once_and_their_other_texts_apart(held: Inventory) -> None:
    assert (held.documents, held.decisions, held.versions, held.listed_only) == (7, 6, 1, ("PCD 12",))
    assert (held.first_signed, held.last_signed) == ("2015-03", "2024-06-01")
    assert held.last_written.endswith("Z")


def test_numbers_of_a_year_are_a_series_of_their_own(held: Inventory) -> None:
    told = {
        (each.series, each.year): (each.lowest, each.highest, each.held, each.missing) for each in held.series
    }
    assert told == {
        ("DMPCD", 2015): (96, 96, 1, ()),
        ("DMPCD", 2016): (4, 4, 1, ()),
        ("PCD", None): (10, 14, 3, ((11, 11), (13, 13))),
    }
    assert [each.gaps for each in held.series] == [0, 0, 2]


def test_decisions_are_counted_by_the_year_of_signing(held: Inventory) -> None:
    assert [(each.series, each.year, each.decisions) for each in held.signed] == [
        ("DMPCD", "2015", 1), ("DMPCD", "2016", 1), ("PCD", "2024", 2), ("PCD", None, 1), (None, None, 1)
    ]  # fmt: skip


def test_coverage_is_of_the_decisions_shown_by_layout(held: Inventory) -> None:
    told = {each.layout: (each.decisions, each.read) for each in held.coverage}
    assert "newer_page" not in told
    count, read = told["pcd_form"]
    assert (count, read["reference"], read["signed_on"], read["value"], read["budget_lines"]) == (
        2,
        2,
        1,
        1,
        1,
    )
    assert told["generic"][1]["reference"] == 0


def test_the_screen_has_percents_runs_and_totals(held: Inventory) -> None:
    facts, signed, numbers, coverage = page(held, "r.db").blocks
    assert isinstance(facts, Facts)
    assert isinstance(signed, Table)
    assert isinstance(numbers, Table)
    assert isinstance(coverage, Table)
    assert signed.footer == ("Total", 2, 3, 1, 6)
    assert list(numbers.rows)[-1] == ("PCD", "10", "14", 3, 2, "11, 13")
    assert next(iter(coverage.rows))[:4] in [("dmpcd_form", 2, 100, 100), ("pcd_form", 2, 100, 50)]


def test_an_empty_register_holds_nothing_and_has_no_tables(register) -> None:
    held = inventory(register.db, register.path)
    assert (held.decisions, held.series, held.coverage) == (0, (), ())
    assert len(page(held, "r.db").blocks) == 1
