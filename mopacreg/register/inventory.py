"""What the register holds: how many, of which years, how much was read of them, which numbers are missing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import pairwise

from mopacreg.register import query, runs
from mopacreg.register.runs import Run

FACTS = {
    "reference": "d.reference is not null",
    "title": "d.title is not null",
    "signed_on": "d.signed_on is not null",
    "signed_by": "d.signed_by is not null",
    "summary": "d.summary is not null",
    "value": "d.value is not null",
    "boroughs": "d.boroughs <> '[]'",
    **{
        table: f"exists (select 1 from {table} f where f.decision_id = d.id)"
        for table in ("recommendations", "sections", "budget_lines", "cites", "declarations")
    },
}
"""What may have been read of a decision, and the condition under which it was."""


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers held of one series (of a DMPCD number, of one year). `missing`: first and last, both."""

    series: str
    year: int | None
    lowest: int
    highest: int
    held: int
    missing: tuple[tuple[int, int], ...]

    @property
    def gaps(self) -> int:
        """How many numbers are missing between the lowest and the highest."""
        return sum(last - first + 1 for first, last in self.missing)


@dataclass(frozen=True, slots=True)
class Signed:
    """How many decisions of a series (None: of no reference) were signed in a year (None: no date read)."""

    series: str | None
    year: str | None
    decisions: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many of a layout's decisions each of FACTS was read."""

    layout: str
    decisions: int
    read: dict[str, int]


@dataclass(frozen=True, slots=True)
class Inventory:
    """All of it. `documents` and `decisions` are counts, `versions` of them give way to a fuller text.

    `last_written`: when the register last changed, by ingest, refresh or a correction (ISO, UTC);
    `last_ingest`: the last one that found anything new.
    """

    path: str
    documents: int
    decisions: int
    versions: int
    listed_only: tuple[str, ...]
    first_signed: str | None
    last_signed: str | None
    last_written: str
    last_ingest: Run | None
    last_refresh: Run | None
    signed: tuple[Signed, ...]
    series: tuple[Series, ...]
    coverage: tuple[Coverage, ...]


def inventory(db: sqlite3.Connection, path: str) -> Inventory:
    """What the register at `path`, opened as `db`, holds; of several versions, the one that is shown."""
    counts, last = query.counts(db), runs.kept(db)
    first_signed, last_signed = db.execute(
        "select min(signed_on), max(signed_on) from decisions where shown = 1"
    ).fetchone()
    listed = db.execute(
        "select name from decisions where shown = 1 and listed_only order by series, year, number, name"
    )
    written = datetime.fromtimestamp(os.stat(path).st_mtime, timezone.utc)
    return Inventory(
        path=path,
        documents=counts["documents"],
        decisions=counts["records"] - counts["versions"],
        versions=counts["versions"],
        listed_only=tuple(name for (name,) in listed),
        first_signed=first_signed,
        last_signed=last_signed,
        last_written=written.strftime("%Y-%m-%dT%H:%M:%SZ"),
        last_ingest=last.get("ingest"),
        last_refresh=last.get("refresh"),
        signed=tuple(_signed(db)),
        series=tuple(_series(db)),
        coverage=tuple(_coverage(db)),
    )


def ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The numbers that lack between the ones given (in order), as first and last of each run."""
    for one, following in pairwise(numbers):
        if following > one + 1:
            yield one + 1, following - 1


def _signed(db: sqlite3.Connection) -> Iterator[Signed]:
    rows = db.execute(
        "select series, substr(signed_on, 1, 4) as signed_in, count(*) from decisions where shown = 1"
        " group by series, signed_in order by signed_in is null, signed_in, series is null, series"
    )
    return (Signed(*row) for row in rows)


def _series(db: sqlite3.Connection) -> Iterator[Series]:
    found: dict[tuple[str, int | None], list[int]] = {}
    for series, year, number in db.execute(
        "select distinct series, year, number from decisions where shown = 1 and number is not null"
        " order by series, year, number"
    ):
        found.setdefault((series, year), []).append(number)
    for (series, year), numbers in found.items():
        yield Series(series, year, numbers[0], numbers[-1], len(numbers), tuple(ranges(numbers)))


def _coverage(db: sqlite3.Connection) -> Iterator[Coverage]:
    sums = ", ".join(f"sum({condition})" for condition in FACTS.values())
    rows = db.execute(
        f"select d.layout, count(*), {sums} from decisions d where d.shown = 1 group by d.layout"
        " order by count(*) desc, d.layout"
    )
    return (Coverage(layout, count, dict(zip(FACTS, read, strict=True))) for layout, count, *read in rows)
