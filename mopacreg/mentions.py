"""The sums of a decision where they are mentioned: in which sentence, for which years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mopacreg import sentences
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.values import money, years


@dataclass(frozen=True, slots=True)
class Mention:
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


def find(sheet: Sheet, items: Sequence[tuple[int, int, str]]) -> list[Mention]:
    """The sums of the decision's running text, in order; tables, head and furniture left out.

    `items` are the recommendations: where each begins and ends, and its place.
    """
    text = sheet.text.text
    found = []
    for unit in sheet.units:
        if unit.kind == "row" or unit.part in ("header", "furniture"):
            continue
        sums = money.find(text, unit.start, unit.end)
        if sums:
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
            stated = _years(spans, one, before, after, alone=len(inside) == 1)
            place = next((place for start, end, place in items if start <= one.start < end), unit.place)
            yield Mention(one, sheet.text.line_at(one.start), unit, sentence, stated, place)


def _years(
    spans: list[years.YearSpan], one: money.Sum, before: int, after: int, alone: bool
) -> tuple[str, ...]:
    """The years that a sentence gives for one of its sums: those behind it, else those before it, else all."""
    behind = [s for s in spans if one.end <= s.start < after]
    ahead = [s for s in spans if before <= s.start < one.start]
    chosen = spans if alone else behind or ahead or (spans if len(spans) == 1 else [])
    return tuple(dict.fromkeys(year for span in chosen for year in span.years))
