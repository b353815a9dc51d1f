"""A printed total agrees with its rows, or it is said by how much it doesn't."""

import pytest

from mopacreg.record import BudgetLine, Money
from mopacreg.sums import checks, step

Cell = tuple[int, str, str | None, str | None, int, bool]  # line, item, category, year, pounds, total


def lines(*cells: Cell) -> list[BudgetLine]:
    return [
        BudgetLine(1, item, category, year, False, amount * 100, "spend", None, (), total, "3.2", line)
        for line, item, category, year, amount, total in cells
    ]


A, B, TOTAL = "Youth work", "Outreach", "Total"
RIGHT = {
    "one column": lines((1, A, None, "2024/25", 40, False), (2, B, None, "2024/25", 2, False),
                        (3, TOTAL, None, "2024/25", 42, True)),
    "years across with a column of totals": lines(
        (1, A, None, "2024/25", 40, False), (1, A, None, "2025/26", 10, False), (1, A, None, None, 50, True),
        (2, B, None, "2024/25", 2, False), (2, B, None, None, 2, True),
        (3, TOTAL, None, "2024/25", 42, True), (3, TOTAL, None, "2025/26", 10, True),
        (3, TOTAL, None, None, 52, True)),
    "years as rows": lines((1, "2024/25", None, "2024/25", 40, False),
                           (2, "2025/26", None, "2025/26", 2, False), (3, TOTAL, None, None, 42, True)),
    "sub-totals": lines((1, A, None, None, 40, False), (2, "Revenue", None, None, 40, True),
                        (3, B, None, None, 2, False), (4, "Capital", None, None, 2, True),
                        (5, TOTAL, None, None, 42, True)),
    "streams across": lines((1, A, "Capital", None, 40, False), (1, A, "Revenue", None, 3, False),
                            (2, B, "Revenue", None, 2, False),
                            (3, TOTAL, "Capital", None, 40, True), (3, TOTAL, "Revenue", None, 5, True)),
}  # fmt: skip


@pytest.mark.parametrize("table", RIGHT.values(), ids=RIGHT)
def test_right_totals_are_all_checked_and_agree(table: list[BudgetLine]) -> None:
    found = checks(table)
    assert len(found) == sum(line.total for line in table)
    assert all(check.agrees for check in found)


@pytest.mark.parametrize("table", RIGHT.values(), ids=RIGHT)
def test_a_slip_of_a_pound_is_a_pound(table: list[BudgetLine]) -> None:
    import dataclasses

    *rest, last = table
    slipped = [*rest, dataclasses.replace(last, amount=last.amount + 100)]
    assert [check.difference for check in checks(slipped) if not check.agrees] == [100]


def test_a_table_without_a_total_has_nothing_to_check() -> None:
    assert checks(lines((1, A, None, None, 40, False))) == []


@pytest.mark.parametrize(
    ("text", "pounds", "worth"),
    [
        ("3,281.5", 3_281_500_000, 100_000),
        ("175", 175_000, 1_000),
        ("£1.8million", 1_800_000, 100_000),
        ("£25,000", 25_000, 0),
        ("£990,324", 990_324, 0),
        ("£0", 0, 0),
        ("£", 12, 0),
    ],
)
def test_a_figure_is_rounded_to_its_last_printed_digit(text: str, pounds: int, worth: int) -> None:
    assert step(Money(pounds * 100, text, None, (), "decided", None, 1)) == worth * 100


def test_rounding_is_no_fault() -> None:
    table = lines((1, A, None, None, 1_300_000, False), (2, B, None, None, 1_300_000, False),
                  (3, TOTAL, None, None, 2_700_000, True))  # fmt: skip
    printed = [
        Money(line.amount, text, None, (), "decided", None, line.line)
        for line, text in zip(table, ("1.3", "1.3", "2.7"), strict=True)
    ]
    assert not checks(table)[0].agrees
    assert checks(table, printed)[0].agrees
