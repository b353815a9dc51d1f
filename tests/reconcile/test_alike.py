"""Sums so alike that one is likely a slip of the other; periods of days; figures as they are said."""

import pytest

from mopacreg.audit.periods import Period, period
from mopacreg.audit.wording import at_lines, day, joined, on_or_in, pounds
from mopacreg.reconcile.alike import close, mistyped, swapped


@pytest.mark.parametrize(
    ("one", "other", "yes"),
    [
        (24_670_000, 26_470_000, True), (464_268_900, 462_468_900, True), (16_500_000, 15_600_000, True),
        (2_500_000, 5_200_000, False), (12_340_000, 34_120_000, False), (12_300_000, 12_300_000, False),
        (12_300_000, 1_230_000, False), (14_320_000, 12_340_000, False),
    ],
)  # fmt: skip
def test_two_neighbouring_digits_in_the_other_order(one, other, yes):
    assert swapped(one, other) is swapped(other, one) is yes


@pytest.mark.parametrize(
    ("one", "other", "yes"),
    [
        (124_050_000, 127_050_000, True), (12_400_000, 12_700_000, True),
        (30_000_000, 50_000_000, False), (35_000_000, 45_000_000, False), (12_345_600, 12_354_600, False),
    ],
)  # fmt: skip
def test_one_digit_wrong(one, other, yes):
    assert mistyped(one, other) is yes


@pytest.mark.parametrize(
    ("one", "other", "yes"), [(100, 98, True), (100, 97, False), (100, 100, False), (0, 0, False)]
)
def test_less_than_a_fiftieth_apart(one, other, yes):
    assert close(one, other) is close(other, one) is yes


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024-02-03",) * 3],
)
def test_a_date_covers_days_as_it_is_precise(iso, first, last):
    assert tuple(each.isoformat() for each in period(iso)) == (first, last)


def test_periods_meet_where_a_day_may_be_in_both():
    assert period("2021-03").meets(period("2021-03-31"))
    assert not period("2021-03").meets(period("2021-04-01"))
    assert isinstance(period("2021"), Period)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (pounds(123_456_700), "£1,234,567"), (pounds(99_032_428), "£990,324.28"), (pounds(-100), "-£1"),
        (day("2024-03-12"), "12 March 2024"), (day("2021-03"), "March 2021"), (day("2021"), "2021"),
        (on_or_in("2024-03-02"), "on 2 March 2024"), (on_or_in("2024-03"), "in March 2024"),
        (joined(["a"]), "a"), (joined(["a", "b", "c"]), "a, b and c"), (joined([]), ""),
        (at_lines([5]), "line 5"), (at_lines([5, 9]), "lines 5 and 9"),
    ],
)  # fmt: skip
def test_figures_dates_and_lines_are_said_as_a_person_says_them(said, words):
    assert said == words
