"""The sums of a decision where they are mentioned: in which sentence, for which years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.values import money, years

_COLON = re.compile(r": *\n")
_LONGEST_SENTENCE = 2_000  # characters


class Mention(NamedTuple):
    """A sum in running text. `sentence` is its sentence's offsets; `role` is RECORD.md's, once it is known.

    `place` is where a reader would say it stands: `recommendation 1`, `3.2`, `summary`.
    """

    sum: money.Sum
    line: int
    unit: Unit
    sentence: tuple[int, int]
    years: tuple[str, ...]
    place: str | None
    role: str = ""


def find(sheet: Sheet, items: Sequence[tuple[int, int, str]], tabled: Collection[int] = ()) -> list[Mention]:
    """The sums of the decision's running text, in order; budget tables, head and furniture left out.

    `items` are the recommendations: where each begins and ends, and its place.
    `tabled` are the lines of budget tables; rows of other grids are read as text.
    """
    found: list[Mention] = []
    for unit, sums in sheet.by_unit(money.find(sheet.text.text, *sheet.span)):
        in_declaration = unit.kind == "row" and unit.part == "declaration"
        if not (unit.line in tabled or unit.part in ("header", "furniture") or in_declaration):
            found += _placed(sheet, unit, sums, items)
    return found


def _placed(
    sheet: Sheet, unit: Unit, sums: list[money.Sum], items: Sequence[tuple[int, int, str]]
) -> Iterator[Mention]:
    text = sheet.text.text
    for sentence in sentences.split(text, unit.start, unit.end):
        inside = [s for s in sums if sentence[0] <= s.start < sentence[1]]
        if not inside:
            continue
        spans = years.find(text, *sentence)
        for i, one in enumerate(inside):
            after = inside[i + 1].start if i + 1 < len(inside) else sentence[1]
            before = inside[i - 1].end if i else sentence[0]
            if _alternate(inside, spans):
                stated = spans[i].years
            else:
                stated = _years(spans, one, before, after, alone=len(inside) == 1)
            item = next((item for item in items if item[0] <= one.start < item[1]), None)
            if item and not stated and item[0] < unit.start:
                stated = _years_of_lead(text, item[0], unit)
            place = item[2] if item else unit.place
            yield Mention(one, sheet.text.line_at(one.start), unit, _near(sentence, one), stated, place)


def _years_of_lead(text: str, start: int, unit: Unit) -> tuple[str, ...]:
    """The one year of the item that begins at `start` and ends in a colon before its list, for a list's `unit`.

    None where the unit states a year, or the item more than one.
    """
    colon = _COLON.search(text, start, unit.start)
    if not colon or years.find(text, unit.start, unit.end):
        return ()
    spans = years.find(text, start, colon.start())
    return spans[0].years if len(spans) == 1 and len(spans[0].years) == 1 else ()


def _alternate(sums: Sequence[money.Sum], spans: Sequence[years.YearSpan]) -> bool:
    """Whether a sentence has a year for each of its sums, all of them behind their sums or all before."""
    if len(sums) != len(spans):
        return False
    places = sorted([(one.start, 0) for one in sums] + [(span.start, 1) for span in spans])
    return all(one[1] != after[1] for one, after in pairwise(places))


def _near(sentence: tuple[int, int], one: money.Sum) -> tuple[int, int]:
    """The sentence; of one that is longer than any real one, what stands near the sum, so that no rule looks far."""
    start, end = sentence
    if end - start <= _LONGEST_SENTENCE:
        return sentence
    return max(start, one.start - 600), min(end, one.end + 400)


def _years(
    spans: list[years.YearSpan], one: money.Sum, before: int, after: int, alone: bool
) -> tuple[str, ...]:
    """The years that a sentence gives for one of its sums: those behind it, else those before it, else all."""
    behind = [s for s in spans if one.end <= s.start < after]
    ahead = [s for s in spans if before <= s.start < one.start]
    chosen = spans if alone else behind or ahead or (spans if len(spans) == 1 else [])
    return tuple(dict.fromkeys(year for span in chosen for year in span.years))
