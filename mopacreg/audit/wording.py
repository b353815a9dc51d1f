"""Figures and dates as a finding says them."""

from __future__ import annotations

from collections.abc import Sequence

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def pounds(pence: int) -> str:
    """`2500000` → `£25,000`; pence are shown only where there are any."""
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{whole:,}{f'.{part:02}' if part else ''}"


def day(iso: str) -> str:
    """`2024-03-12` → `12 March 2024`, `2021-03` → `March 2021`, `2021` → `2021`."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    number = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*number, *month, year])


def on_or_in(iso: str) -> str:
    """`on 12 March 2024`, `in March 2021`: a day is on, a longer time in."""
    return f"{'on' if iso.count('-') == 2 else 'in'} {day(iso)}"


def joined(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def at_lines(numbers: Sequence[int]) -> str:
    """`line 5`, `lines 5 and 9`."""
    said = joined([str(number) for number in numbers])
    return f"line{'s' if len(numbers) > 1 else ''} {said}"
