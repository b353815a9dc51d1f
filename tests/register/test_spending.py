"""Each pound counts once, and two grants of the same sum are two grants."""

from __future__ import annotations

import pytest

from mopacreg.register.spending import Line, repeated


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


def test_money_received_and_paid_on_is_not_the_same_table_again() -> None:
    spend, income = tables((1, "Grant", 42)), [tables((2, "Grant", 42))[0]._replace(direction="income")]
    assert repeated([*spend, *income], 42) == set()
