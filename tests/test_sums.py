"""A printed total agrees with its rows, or it is said by how much it doesn't."""

import pytest

from mopacreg.record import BudgetLine, Money
from mopacreg.sums import checks, of_tables, step

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
    "a sub-total of the last rows alone": lines(
        (1, A, None, None, 40, False), (2, B, None, None, 2, False), (3, B, None, None, 3, False),
        (4, "Sub-total B", None, None, 5, True), (5, TOTAL, None, None, 45, True)),
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


def cell(line: int, item: str, pounds: int, total: bool = False, table: int = 1) -> BudgetLine:
    return BudgetLine(table, item, None, None, False, pounds * 100, "spend", None, (), total, "3.2", line)


OTHERWISE = {
    "above its rows": ([cell(1, TOTAL, 42, True), cell(2, A, 40), cell(3, B, 2)], "the rows below it"),
    "over two pages": (
        [cell(1, A, 40), cell(8, B, 2, table=2), cell(9, TOTAL, 42, True, table=2)],
        "the table before it too",
    ),
    "what is left": (
        [cell(1, A, 40), cell(2, "Total spent", 40, True), cell(3, B, 15), cell(4, "Total received", 15, True),
         cell(5, "Net", 25, True)],
        "what is left of two figures above it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "covers"), OTHERWISE.values(), ids=OTHERWISE)
def test_a_total_may_rightly_be_something_else_and_is_said_to_be(
    table: list[BudgetLine], covers: str
) -> None:
    found = [check for each in of_tables(table).values() for check in each]
    assert all(check.agrees for check in found)
    assert covers in [check.covers for check in found]


@pytest.mark.parametrize(
    ("printed", "differs"), [(60, False), (30, True)], ids=["more than the rows", "less than the rows"]
)
def test_a_cell_to_be_confirmed_leaves_open_only_whether_more_is_right(printed: int, differs: bool) -> None:
    table = [cell(1, A, 40), cell(3, TOTAL, printed, True)]
    (check,) = of_tables(table, text=lambda: "Youth work\t£40\nOutreach\tTBC\nTotal\t£60")[1]
    assert not check.agrees
    assert check.differs is differs


def test_the_text_is_asked_for_only_where_a_cell_may_be_open() -> None:
    def text() -> str:
        raise AssertionError

    of_tables([cell(1, A, 40), cell(2, TOTAL, 40, True)], text=text)
    of_tables([cell(1, A, 40), cell(2, TOTAL, 30, True)], text=text)


def test_what_the_recommendations_approve_is_no_table() -> None:
    import dataclasses

    assert of_tables([dataclasses.replace(cell(1, A, 40), table=None)]) == {}
