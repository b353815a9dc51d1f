"""Sums by label and financial year, as rows and columns: ordered, cut to the largest, as shares, as bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Year = str | None
Sums = Mapping[tuple[str, Year], int]  # (label, financial year) → pence

POUND = 100
BAR = 12  # characters of the longest bar
_EIGHTHS = "▏▎▍▌▋▊▉"


class Row(NamedTuple):
    """A label and its money (pence) by year."""

    label: str
    years: Mapping[Year, int]

    @property
    def total(self) -> int:
        """All its money."""
        return sum(self.years.values())

    @property
    def average(self) -> int | None:
        """Its money by the year, in whole pounds, over the years that have any; None where it states none."""
        dated = [amount for year, amount in self.years.items() if year]
        half = POUND * len(dated)
        return (2 * sum(dated) + half) // (2 * half) * POUND if dated else None


class Pivot(NamedTuple):
    """Rows under years (in order, None for no year last), and all of them added up."""

    years: tuple[Year, ...]
    rows: tuple[Row, ...]
    whole: Row
    others: bool = False  # whether the last row is all those that were not kept


def pivot(sums: Sums, years: Iterable[Year], sort: str | None = None, top: int = 0) -> Pivot:
    """The rows in the order of the sums, by `amount` (the largest first), or by `name`.

    Where there are more than `top` (0 is no limit), the largest are kept and the others are one row, last.
    """
    found: dict[str, Counter[Year]] = {}
    whole = Counter[Year]()
    for (label, year), amount in sums.items():
        found.setdefault(label, Counter())[year] += amount
        whole[year] += amount
    rows = [Row(label, amounts) for label, amounts in found.items()]
    by_amount = sorted(rows, key=lambda row: (-row.total, row.label))
    kept = {row.label for row in by_amount[: top or None]}
    rest = Counter[Year]()
    for row in by_amount[len(kept) :]:
        rest.update(row.years)
    if sort is not None:
        rows = by_amount if sort == "amount" else sorted(rows, key=lambda row: row.label.casefold())
    left_out = len(rows) - len(kept)
    rows = [row for row in rows if row.label in kept]
    rows += [Row(f"({left_out:,} {'others' if left_out > 1 else 'other'})", rest)] if left_out else []
    return Pivot(tuple(years), tuple(rows), Row("Total", whole), bool(left_out))


def ordered(years: Iterable[Year]) -> list[Year]:
    """Financial years in order, and last the money that states none."""
    every = set(years)
    return [*sorted(year for year in every if year), *([None] if None in every else [])]


def share(amount: int | None, whole: int | None) -> int | None:
    """`amount` as a part of `whole`, in tenths of a percent, rounded; None where there is nothing to share."""
    if amount is None or not whole:
        return None
    return (2000 * amount + whole) // (2 * whole)


def bar(amount: int, largest: int) -> str:
    """A bar as long as the amount is beside the largest, to an eighth of a character."""
    eighths = 8 * BAR * max(amount, 0) // largest if largest > 0 else 0
    whole, part = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[part - 1] if part else "") or ("▏" if amount > 0 else "")
