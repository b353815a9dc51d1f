"""The sentence of a document in which a decision is cited, with the sums and the other citations in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from mopacreg import sentences
from mopacreg.record import Citation, Money

MOST_LINES = 8  # that a sentence is looked for in, before and after its citation's: a printed line is short

Fact = TypeVar("Fact", Citation, Money)


class Placed(NamedTuple):
    """Where a sum or a citation stands in the sentence."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence that cites a decision: its words, where it does so, and what else is in it.

    `sums` and `others` (citations of other decisions) are in order, with their places; `citation` is the one asked for.
    """

    words: str
    citation: Citation
    at: Placed
    sums: tuple[tuple[Placed, Money], ...]
    others: tuple[tuple[Placed, Citation], ...]


def find(
    text: str, cites: Sequence[Citation], money: Iterable[Money], references: Collection[str]
) -> Iterator[Sentence]:
    """The sentence of each citation of one of `references`. `cites` and `money` are the whole document's.

    A citation whose words are not where its line says gives none; one with no sum near it, its own words.
    """
    starts = _line_starts(text)
    cited = list(_placed(text, starts, cites))
    sums = list(_placed(text, starts, money))
    for at, citation in cited:
        if citation.reference in references:
            near = any(abs(each.line - citation.line) <= MOST_LINES for _, each in sums)
            start, end = _sentence(text, starts, at) if near else (at.start, at.end)
            yield Sentence(
                text[start:end],
                citation,
                Placed(at.start - start, at.end - start),
                tuple(_within(sums, start, end)),
                tuple(each for each in _within(cited, start, end) if each[1].reference not in references),
            )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]


def _placed(text: str, starts: list[int], facts: Iterable[Fact]) -> Iterator[tuple[Placed, Fact]]:
    """Each fact at its words: from its line's beginning on, and behind the one before it on that line."""
    line, end = 0, 0
    for fact in facts:
        if not 0 < fact.line <= len(starts):
            continue
        if fact.line != line:
            line, end = fact.line, starts[fact.line - 1]
        start = text.find(fact.text, end) if fact.text else -1
        if start >= 0 and bisect_right(starts, start) == fact.line:
            end = start + len(fact.text)
            yield Placed(start, end), fact


def _sentence(text: str, starts: list[int], at: Placed) -> tuple[int, int]:
    """Its bounds, looked for between the empty lines around it."""
    line = bisect_right(starts, at.start) - 1
    first = last = line
    ends = [*starts[1:], len(text) + 1]
    while first > 0 and line - first < MOST_LINES and text[starts[first - 1] : ends[first - 1] - 1].strip():
        first -= 1
    while (
        last + 1 < len(starts)
        and last - line < MOST_LINES
        and text[starts[last + 1] : ends[last + 1] - 1].strip()
    ):
        last += 1
    bounds = starts[first], ends[last] - 1
    found = sentences.split(text, *bounds)
    return next(((start, end) for start, end in found if start <= at.start < end), bounds)


def _within(facts: Sequence[tuple[Placed, Fact]], start: int, end: int) -> Iterator[tuple[Placed, Fact]]:
    for place, fact in facts:
        if start <= place.start < end:
            yield Placed(place.start - start, place.end - start), fact
