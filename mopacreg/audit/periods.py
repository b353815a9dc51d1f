"""Dates that may be no more precise than a month or a year, compared as the days that they cover."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Period(NamedTuple):
    """The days that an ISO date of any precision covers, first and last counted."""

    first: date
    last: date

    def meets(self, other: Period) -> bool:
        """Whether both may be the same day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=4096)
def period(iso: str) -> Period:
    """`2021` is its whole year, `2021-03` its whole month, `2021-03-12` one day.

    Raises ValueError for anything else; the record holds nothing else.
    """
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if len(rest) == 1:
        return Period(date(year, rest[0], 1), date(year, rest[0], calendar.monthrange(year, rest[0])[1]))
    day = date(year, *rest)
    return Period(day, day)
