"""Money as a pivot: every layout has the same pounds, and adds up both ways."""

from __future__ import annotations

from collections import Counter

import pytest

from mopacreg.register.spending import Label, Sums
from mopacreg.views import budget
from mopacreg.views.budget import Shape
from mopacreg.views.pivot import BAR, Row, bar, share
from mopacreg.views.table import Table

AMOUNTS: dict[tuple[str, Label, str | None], int] = {
    ("spend", "PCD 1", "2024/25"): 500,
    ("spend", "PCD 1", None): 100,
    ("spend", "PCD 2", "2023/24"): 700,
    ("spend", "PCD 3", "2023/24"): 200,
    ("income", "PCD 3", "2024/25"): 200,
}


def sums(amounts: dict[tuple[str, Label, str | None], int] = AMOUNTS) -> Sums:
    return Sums(amounts, len(amounts), 3, Counter({"printed total": 2}))


def spending(**shape: object) -> Table:
    block = budget.page(sums(), Shape(**shape)).blocks[0]  # type: ignore[arg-type]
    assert isinstance(block, Table)
    return block


def test_years_stand_across_and_it_adds_up_both_ways() -> None:
    table = spending()
    assert [column.heading for column in table.columns] == [
        "Decision",
        "2023/24",
        "2024/25",
        "No year",
        "Total",
    ]
    assert list(table.rows) == [
        ("PCD 1", None, 500, 100, 600),
        ("PCD 2", 700, None, None, 700),
        ("PCD 3", 200, None, None, 200),
    ]
    assert table.footer == ("Total", 900, 500, 100, 1500)


def test_income_is_a_table_of_its_own_and_the_notes_stand_once_at_the_end() -> None:
    first, last = budget.page(sums(), Shape()).blocks
    assert isinstance(first, Table)
    assert isinstance(last, Table)
    assert (first.title, last.title) == ("Spending", "Income")
    assert first.notes == ()
    assert last.notes == (
        "5 budget lines of 3 decisions, each pound once within a decision.",
        "Money that one decision draws on another counts in both; see mopacreg envelope.",
        "Left out: 2 printed totals.",
    )


def test_one_decision_has_no_other_to_draw_on() -> None:
    (table,) = budget.page(Sums({("spend", "PCD 1", None): 100}, 1, 1, Counter()), Shape()).blocks
    assert isinstance(table, Table)
    assert table.notes == ("1 budget line of 1 decision, each pound once within a decision.",)


UNPLACED = "A line that states no borough counts where its decision names Camden."


@pytest.mark.parametrize(
    ("by", "label", "asked", "said"),
    [
        pytest.param("borough", (), "Camden", True, id="a row of lines without a borough"),
        pytest.param("borough", ("Camden",), "Camden", False, id="the borough's own lines only"),
        pytest.param("item", "Lamps", "Camden", True, id="rows that don't tell"),
        pytest.param("borough", (), None, False, id="no borough asked for"),
    ],
)
def test_lines_without_a_borough_are_explained_where_one_was_asked_for(
    by: str, label: Label, asked: str | None, said: bool
) -> None:
    found = Sums({("spend", label, None): 100}, 1, 1, Counter())
    (table,) = budget.page(found, Shape(by), asked).blocks
    assert isinstance(table, Table)
    assert (UNPLACED in table.notes) is said


def test_transposed_the_years_are_the_rows() -> None:
    table = spending(transpose=True)
    assert [column.heading for column in table.columns] == ["Year", "PCD 1", "PCD 2", "PCD 3", "Total"]
    assert list(table.rows) == [
        ("2023/24", None, 700, 200, 900),
        ("2024/25", 500, None, None, 500),
        ("No year", 100, None, None, 100),
    ]
    assert table.footer == ("Total", 600, 700, 200, 1500)


def test_tall_has_a_row_a_year_and_each_labels_total() -> None:
    assert list(spending(layout="tall", top=1).rows) == [
        ("PCD 2", "2023/24", 700),
        ("PCD 2", "total", 700),
        ("(2 others)", "2023/24", 200),
        ("(2 others)", "2024/25", 500),
        ("(2 others)", "no year", 100),
        ("(2 others)", "total", 800),
    ]


def test_tidy_has_an_amount_a_row_and_no_total() -> None:
    table = budget.flat(sums(), Shape(layout="tidy"))
    assert [column.name for column in table.columns] == ["direction", "decision", "financial_year", "amount"]
    assert {row[:3]: row[3] for row in table.rows} == AMOUNTS


@pytest.mark.parametrize(
    ("shape", "order"),
    [
        pytest.param({"sort": "amount"}, ["PCD 2", "PCD 1", "PCD 3"], id="amount"),
        pytest.param({"sort": "name"}, ["PCD 1", "PCD 2", "PCD 3"], id="name"),
        pytest.param({"top": 2}, ["PCD 1", "PCD 2", "(1 other)"], id="the largest in the register's order"),
        pytest.param({"top": 2, "sort": "amount"}, ["PCD 2", "PCD 1", "(1 other)"], id="the largest first"),
        pytest.param({"top": 9}, ["PCD 1", "PCD 2", "PCD 3"], id="fewer than asked for"),
        pytest.param({"by": "item"}, ["PCD 2", "PCD 1", "PCD 3"], id="what has no order of its own"),
    ],
)
def test_the_rows_are_in_the_order_asked_for(shape: dict[str, object], order: list[str]) -> None:
    assert [row[0] for row in spending(**shape).rows] == order


@pytest.mark.parametrize("shape", [{}, {"top": 1}, {"sort": "name"}, {"average": True}, {"layout": "tall"}])
def test_no_shape_loses_a_pound(shape: dict[str, object]) -> None:
    table = spending(**shape)
    at = next(n for n, column in enumerate(table.columns) if column.name in ("total", "amount"))
    assert table.footer is not None
    assert table.footer[at] == 1500
    if at > 2:
        assert sum(row[at] for row in table.rows if isinstance(row[at], int)) == 1500  # type: ignore[misc]


def test_shares_are_of_the_columns_total_in_tenths_of_a_percent() -> None:
    table = spending(percent=True)
    assert next(iter(table.rows)) == ("PCD 1", None, 1000, 1000, 400)
    assert table.footer == ("Total", 1000, 1000, 1000, 1000)


@pytest.mark.parametrize(
    ("amount", "whole", "tenths"), [(1, 3, 333), (2, 3, 667), (0, 3, 0), (None, 3, None), (1, 0, None)]
)
def test_a_share_is_rounded(amount: int | None, whole: int, tenths: int | None) -> None:
    assert share(amount, whole) == tenths


def test_the_average_is_over_the_years_that_have_money() -> None:
    assert Row("x", {"2023/24": 1000_00, "2024/25": 501_00, None: 7_00}).average == 751_00
    assert Row("x", {None: 7_00}).average is None


def test_bars_are_as_long_as_the_amounts() -> None:
    assert bar(8, 8) == "█" * BAR
    assert bar(4, 8) == "█" * (BAR // 2)
    assert len(bar(1, 10**9)) == 1
    assert (bar(0, 8), bar(0, 0), bar(-1, 8)) == ("", "", "")
    assert [row[-1] for row in spending(chart=True).rows][1] == "█" * BAR


def test_data_has_neither_bars_nor_others_nor_rows_without_money() -> None:
    for shape in (Shape(chart=True, top=1), Shape(chart=True, top=1, transpose=True)):
        table = budget.flat(sums(), shape)
        assert "chart" not in [column.name for column in table.columns]
        assert "other" not in str(list(table.rows))
        assert all(any(cell is not None for cell in row[2:]) for row in table.rows)


def test_boroughs_that_share_a_line_are_one_row() -> None:
    shared = sums(
        {("spend", ("Camden", "Sutton"), None): 5, ("spend", ("Camden",), None): 2, ("spend", (), None): 1}
    )
    rows = budget.flat(shared, Shape(by="borough")).rows
    assert [row[1] for row in rows] == ["Camden + Sutton (shared)", "Camden", "(no borough stated)"]
