"""Funding that stops with a year, and what may carry it on."""

from __future__ import annotations

import pytest

from mopacreg.errors import UsageError
from mopacreg.record import BudgetLine, Citation, Decision
from mopacreg.register.endings import Endings, endings, year_ending
from mopacreg.register.filters import Filter

NOW, NEXT = "2026/27", "2027/28"


def line(
    item: str | None, year: str | None, pounds: int, boroughs: tuple[str, ...] = (), **more: object
) -> BudgetLine:
    given = {"direction": "spend", "total": False, **more}
    return BudgetLine(
        1, item, None, year, False, pounds * 100, funding_source=None, boroughs=boroughs, place=None,
        line=7, **given,  # type: ignore[arg-type]
    )  # fmt: skip


def decision(
    number: int, title: str, *lines: BudgetLine, signed_on: str = "2024-05-01", **more: object
) -> Decision:
    return Decision(f"PCD {number}", title, signed_on, budget_lines=lines, **more)  # type: ignore[arg-type]


def cites(number: int, relation: str) -> tuple[Citation, ...]:
    return (Citation(f"PCD {number}", f"PCD {number}", relation, None, None, "1.1", 12),)


def found(register, *decisions: Decision, chosen: Filter | None = None) -> Endings:
    for each in decisions:
        register.store(f"{each.reference}.txt", f"{each.title}\n", each)
    return endings(register.db, NOW, chosen)


@pytest.mark.parametrize("typed", ["2027", "2026/27", "2026-27", "27", "2026-2027"])
def test_a_year_ends_in_the_march_of_its_second_half(typed: str) -> None:
    assert year_ending(typed) == NOW


@pytest.mark.parametrize("typed", ["soon", "", "202", "2026/", "1990", "2126"])
def test_what_is_no_year_is_a_usage_error(typed: str) -> None:
    with pytest.raises(UsageError):
        year_ending(typed)


def test_only_what_has_no_later_year_in_its_own_decision_stops(register) -> None:
    told = found(
        register,
        decision(
            1,
            "Canal patrols",
            line("Boats", "2025/26", 9), line("Boats", NOW, 5),
            line("Lamps", NOW, 3), line("Lamps", NEXT, 3),
            line("Locks", "2025/26", 2),
            line("Total", NOW, 8, total=True), line("Fees", NOW, 1, direction="income"), line("Ropes", None, 4),
        ),
    )  # fmt: skip
    assert [(each.item, each.amount, each.carried_on) for each in told.endings] == [("Boats", 500, ())]
    assert told.undated == 1


def test_years_as_rows_are_one_programme(register) -> None:
    told = found(register, decision(1, "Canal patrols", line(NOW, NOW, 5), line(NEXT, NEXT, 5)))
    assert not told.endings


@pytest.mark.parametrize("relation", ["continues", "extends", "amends"])
def test_a_later_decision_that_says_so_carries_it_on(register, relation: str) -> None:
    later = decision(
        2, "Boats again", line("Boats", NEXT, 6), signed_on="2026-01-05", cites=cites(1, relation)
    )
    (each,) = found(register, decision(1, "Canal patrols", line("Boats", NOW, 5)), later).endings
    (carried,) = each.carried_on
    assert (carried.decision, carried.relation, carried.line, carried.amount) == ("PCD 2", relation, 12, 600)


def test_one_that_extends_it_without_a_sum_for_the_year_is_said_to_have_none(register) -> None:
    later = decision(2, "Boats again", signed_on="2026-01-05", cites=cites(1, "extends"))
    (each,) = found(register, decision(1, "Canal patrols", line("Boats", NOW, 5)), later).endings
    assert [carried.amount for carried in each.carried_on] == [None]


@pytest.mark.parametrize(
    ("later", "why"),
    [
        pytest.param(
            decision(2, "Canal patrols, second phase", line("Boats", NEXT, 6)), ("canal", "patrols"), id="item"
        ),
        pytest.param(
            decision(2, "More canal patrols", line("Grant", NEXT, 6, ("Camden",))), ("canal", "patrols"),
            id="borough",
        ),
    ],
)  # fmt: skip
def test_the_same_thing_under_the_same_words_carries_it_on(
    register, later: Decision, why: tuple[str, ...]
) -> None:
    first = decision(1, "Canal patrols", line("Boats", NOW, 5, ("Camden",)))
    (each,) = found(register, first, later).endings
    assert [(carried.relation, carried.shared, carried.amount) for carried in each.carried_on] == [
        (None, why, 600)
    ]


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(
            decision(2, "Canal patrols", line("Boats", NEXT, 6), signed_on="2023-01-01"), id="earlier"
        ),
        pytest.param(decision(2, "Canal patrols", line("Lamps", NEXT, 6)), id="another item"),
        pytest.param(decision(2, "Forest rangers", line("Boats", NEXT, 6)), id="another title"),
        pytest.param(
            decision(2, "Canal patrols", line("Boats", NOW, 6), line("Boats", "2028/29", 6)), id="a gap"
        ),
        pytest.param(
            decision(2, "Locks", signed_on="2026-01-05", cites=cites(1, "cites")), id="a mere mention"
        ),
    ],
)
def test_what_only_looks_like_it_does_not(register, later: Decision) -> None:
    told = found(register, decision(1, "Canal patrols", line("Boats", NOW, 5)), later)
    assert [each.carried_on for each in told.endings if each.decision == "PCD 1"] == [()]


def test_words_that_many_titles_have_tell_nothing(register) -> None:
    common = [decision(n, "Canal patrols", signed_on="2020-01-01") for n in range(10, 20)]
    later = decision(2, "Canal patrols", line("Boats", NEXT, 6))
    told = found(register, decision(1, "Canal patrols", line("Boats", NOW, 5)), later, *common)
    assert told.endings[0].carried_on == ()


def test_a_filter_says_whose_funding_not_what_carries_it_on(register) -> None:
    first = decision(1, "Canal patrols", line("Boats", NOW, 5), signed_on="2024-05-01")
    later = decision(2, "Canal patrols", line("Boats", NEXT, 6), signed_on="2025-05-01")
    told = found(register, first, later, chosen=Filter(until="2024"))
    assert [carried.decision for carried in told.endings[0].carried_on] == ["PCD 2"]
