"""Funding that stops with a financial year, and what is held that may carry it on."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mopacreg.errors import UsageError
from mopacreg.register import spending
from mopacreg.register.filters import Filter
from mopacreg.register.spending import Line

_CITING = (
    "select d.name, c.relation, c.line from cites c join decisions d on d.id = c.decision_id"
    " where c.reference = ? and d.shown = 1 and c.relation in ('continues', 'extends', 'amends')"
    " order by d.series, d.year, d.number, d.id, c.n"
)
_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter words of a title say little of what it is about
_ENOUGH = 2  # words that two titles must share, or all of the shorter one's
_RARE = 5  # titles: a word that stands in more, and in more than a 20th of those held, tells nothing
_YEAR = re.compile(r"(?:\d{4}\s*[/-]\s*)?(\d{2}|\d{4})")


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """A later decision that may carry funding on. `amount`: pence in the year after, None where it has none.

    `relation` is how it cites the decision whose funding stops, at `line`; None where it doesn't, and only
    funds the same thing under the same words (`shared`).
    """

    decision: str
    relation: str | None
    line: int
    amount: int | None
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """Funding of one item and place by one decision; `amount` (pence) is that of its last year."""

    decision: str
    title: str | None
    item: str | None
    boroughs: tuple[str, ...]
    financial_year: str
    amount: int
    line: int
    carried_on: tuple[CarriedOn, ...]


class Endings(NamedTuple):
    """What stops with `year`, the largest first. `undated`: how many lines state no year, and may stop too."""

    year: str
    endings: tuple[Ending, ...]
    undated: int


def year_ending(typed: str) -> str:
    """The financial year that ends in March of the year typed: `2027` and `2026/27` are `2026/27`."""
    match = _YEAR.fullmatch(typed.strip())
    if match is None:
        raise UsageError(f"--ends: '{typed}' is no year", "Write the year in which funding stops: 2027.")
    if len(match[1]) > 2 and not match[1].startswith("20"):
        raise UsageError(f"--ends: no decision is of '{typed}'", "The office began in 2012: write 2027.")
    last = int(match[1]) % 100
    return f"20{(last - 1) % 100:02}/{last:02}"


def endings(db: sqlite3.Connection, year: str, chosen: Filter | None = None) -> Endings:
    """The spending whose last financial year is `year`, of the decisions that the filter leaves.

    Whatever the filter, any decision held may carry it on: a later one that cites it as continued,
    extended or amended, or that funds the same item, or the same boroughs, in the next year under a title
    of the same words.
    """
    lines = [line for line in spending.lines(db, chosen) if line.direction == "spend"]
    stopping = list(_stopping(lines, year))
    found: list[Ending] = []
    if stopping:
        everything = lines if chosen in (None, Filter()) else spending.lines(db)
        following = _Following(db, (line for line in everything if line.financial_year == _next(year)))
        for group in stopping:
            first, amount = group[0], sum(line.amount for line in group)
            about = (first.decision, first.title, first.item, first.boroughs, year)
            found.append(Ending(*about, amount, first.line, tuple(following.of(first))))
    found.sort(key=lambda each: (-each.amount, each.decision, each.line))
    return Endings(year, tuple(found), sum(line.financial_year is None for line in lines))


def _stopping(lines: Iterable[Line], year: str) -> Iterator[list[Line]]:
    """The lines of that year by decision, item and boroughs, where the decision has no later year for them."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if line.financial_year:
            # A row labelled by its year is the same thing as the next year's row.
            item = None if line.item == line.financial_year else line.item
            groups.setdefault((line.decision_id, item, line.boroughs), []).append(line)
    for group in groups.values():
        if max(str(line.financial_year) for line in group) == year:
            yield [line for line in group if line.financial_year == year]


def _next(year: str) -> str:
    first = int(year[:4]) + 1
    return f"{first}/{(first + 1) % 100:02}"


class _Following:
    """What the decisions held spend in the next year, and who cites whom as carried on."""

    def __init__(self, db: sqlite3.Connection, lines: Iterable[Line]) -> None:
        self._db = db
        self._amounts: Counter[str] = Counter()
        self._alike: dict[tuple[str, ...], list[Line]] = {}
        for line in lines:
            self._amounts[line.decision] += line.amount
            for key in _things(line):
                self._alike.setdefault(key, []).append(line)
        rows = db.execute("select name, signed_on, title from decisions where shown = 1").fetchall()
        self._dates = {name: signed_on for name, signed_on, _ in rows}
        titles = Counter(word for _, _, title in rows for word in _words(title))
        self._common = {word for word, count in titles.items() if count > max(_RARE, len(rows) // 20)}

    def of(self, line: Line) -> Iterator[CarriedOn]:
        """The later decisions that may carry this line's money on."""
        said = {line.decision}
        for name, relation, at in self._db.execute(_CITING, [line.decision]):
            if name not in said and not self._earlier(name, line.decision):
                said.add(name)
                yield CarriedOn(name, relation, at, self._amounts.get(name))
        alike: dict[str, dict[int, Line]] = {}
        for key in _things(line):
            for other in self._alike.get(key, ()):
                alike.setdefault(other.decision, {})[other.line] = other
        for name, others in alike.items():
            first = next(iter(others.values()))
            shared = self._shared(line.title, first.title)
            if name not in said and shared and not self._earlier(name, line.decision):
                yield CarriedOn(name, None, first.line, sum(o.amount for o in others.values()), shared)

    def _earlier(self, one: str, other: str) -> bool:
        dates = self._dates.get(one), self._dates.get(other)
        return bool(dates[0] and dates[1] and dates[0] < dates[1])

    def _shared(self, one: str | None, other: str | None) -> tuple[str, ...]:
        """The telling words that two titles have in common, where they are enough to be of one thing."""
        words, others = (
            [word for word in _words(title) if word not in self._common] for title in (one, other)
        )
        shared = tuple(word for word in words if word in others)
        return shared if len(shared) >= max(1, min(_ENOUGH, len(words), len(others))) else ()


def _things(line: Line) -> list[tuple[str, ...]]:
    """What a line funds, as it may be known again: its item, its boroughs."""
    return [key for key in (("item", *_words(line.item)), ("boroughs", *line.boroughs)) if key[1:]]


@lru_cache(maxsize=4096)
def _words(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall((text or "").casefold())))
