"""Printed totals that their rows don't add up to, and those that only look it."""

import pytest

from mopacreg.record import Money

RULE = "sum-mismatch"
Y1, Y2 = "2023/24", "2024/25"


def test_a_total_with_two_digits_swapped_is_found_at_its_line(found, decision, cells):
    lines = cells(
        (62, "Galop", Y1, 4_440_000, False),
        (63, "Refuges", Y1, 184_689, False),
        (64, "Total", Y1, 4_642_689, True),
    )
    (finding,) = found(RULE, decision(budget_lines=lines))
    assert finding.line == 64
    assert "£4,642,689, £18,000 more than what it adds up: £4,624,689" in finding.message


def test_a_pound_is_a_pound(found, decision, cells):
    lines = cells(*((n, "Grant", None, 33_333, False) for n in range(5)), (5, "Total", None, 166_666, True))
    (finding,) = found(RULE, decision(budget_lines=lines))
    assert "£1 more" in finding.message


def test_a_wrong_cell_is_found_by_row_and_by_column(found, decision, cells):
    lines = cells(
        (1, "Locks", Y1, 450, False), (1, "Locks", Y2, 10, False), (1, "Locks", None, 415, True),
        (2, "Boats", Y1, 20, False), (2, "Boats", Y2, 30, False), (2, "Boats", None, 50, True),
        (3, "Total", Y1, 425, True), (3, "Total", Y2, 40, True), (3, "Total", None, 465, True),
    )  # fmt: skip
    assert [finding.line for finding in found(RULE, decision(budget_lines=lines))] == [1, 3]


def test_a_sub_total_is_checked_too(found, decision, cells):
    lines = cells(
        (1, "Pay", None, 40, False), (2, "Fuel", None, 2, False), (3, "Revenue sub-total", None, 43, True),
        (4, "Boats", None, 100, False), (5, "Capital sub-total", None, 100, True), (6, "Total", None, 142, True),
    )  # fmt: skip
    (finding,) = found(RULE, decision(budget_lines=lines))
    assert (finding.line, "£1 more" in finding.message) == (3, True)


FINE = {
    "a row whose years are N/A": [
        (1, "Locks", Y1, 10, False), (1, "Locks", Y2, 20, False), (1, "Locks", None, 30, True),
        (2, "Advice", None, 50, True),
        (3, "Total", Y1, 10, True), (3, "Total", Y2, 20, True), (3, "Total", None, 80, True),
    ],
    "of which": [(1, "Pay", None, 40, False), (2, "of which overtime", None, 5, False), (3, "Total", None, 40, True)],
    "what is left of two totals": [
        (1, "Pay", None, 40, False), (2, "Total spending", None, 40, True),
        (3, "Fees", None, 15, False), (4, "Total income", None, 15, True), (5, "Net total", None, 25, True),
    ],
    "totals above their rows": [
        (1, "Capital total", None, 30, True), (2, "Boats", None, 30, False),
        (3, "Revenue total", None, 12, True), (4, "Pay", None, 10, False), (5, "Fuel", None, 2, False),
        (6, "Total", None, 42, True),
    ],
    "no total": [(1, "Pay", None, 40, False), (2, "Fuel", None, 5, False)],
}  # fmt: skip


@pytest.mark.parametrize("rows", FINE.values(), ids=FINE)
def test_a_total_that_is_rightly_no_sum_of_the_rows_above_it_is_fine(found, decision, cells, rows):
    assert not found(RULE, decision(budget_lines=cells(*rows)))


def test_a_table_broken_over_two_pages_has_one_total(found, decision, cells):
    first = cells((1, "Pay", Y1, 40, False), (2, "Fuel", Y1, 5, False))
    second = cells((9, "Locks", Y1, 7, False), (10, "Total", Y1, 52, True), table=2)
    assert not found(RULE, decision(budget_lines=first + second))


def printed(lines, *texts):
    return tuple(
        Money(each.amount, text, None, (), "decided", "3.1", each.line)
        for each, text in zip(lines, texts, strict=True)
    )


def test_rounding_is_no_fault(found, decision, cells):
    rows = cells(
        (1, "A", None, 1_300_000, False),
        (2, "B", None, 1_400_000, False),
        (3, "Total", None, 2_800_000, True),
    )
    paper = decision(budget_lines=rows, money=printed(rows, "1.3", "1.4", "2.8"))
    assert not found(RULE, paper)


def test_more_than_rounding_is(found, decision, cells):
    rows = cells(
        (1, "A", None, 1_300_000, False),
        (2, "B", None, 1_400_000, False),
        (3, "Total", None, 2_900_000, True),
    )
    paper = decision(budget_lines=rows, money=printed(rows, "1.3", "1.4", "2.9"))
    assert found(RULE, paper)


def test_pence_that_the_total_leaves_out_are_no_fault(found, decision, cells):
    from dataclasses import replace

    row, total = cells((1, "A", None, 990_324, False), (2, "Total", None, 990_324, True))
    assert not found(RULE, decision(budget_lines=(replace(row, amount=99_032_428), total)))


def test_a_cell_still_to_be_confirmed_may_make_the_total_more(found, decision, cells):
    rows = cells((1, "A", None, 10, False), (3, "Total", None, 25, True))
    assert not found(RULE, decision(budget_lines=rows), text="A\t£10\nB\tTBC\nTotal\t£25")
    less = cells((1, "A", None, 10, False), (3, "Total", None, 5, True))
    assert found(RULE, decision(budget_lines=less), text="A\t£10\nB\tTBC\nTotal\t£5")


def test_the_recommendations_amounts_are_no_table(found, decision, cells):
    assert not found(
        RULE, decision(budget_lines=cells((1, None, None, 10, False), (2, None, None, 25, True), table=None))
    )
