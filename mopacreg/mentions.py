"""The sums of a decision where they are mentioned: in which sentence, for which years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.values import money, years

_EACH = re.compile(
    r"(?:.*\b)?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+){0,3}?(?:grants?|awards?|payments?|"
    r"contracts?|sums?|posts?|bursaries|boroughs)\b[^£]{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
_INSTALMENTS = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+)?"
    r"(?:instalments|installments|payments|halves|parts|tranches|quarters|stages)\s+of\W*$",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(r"^\s*each\b|^\s*(?:per|for each) (?!annum|year)\w+", re.IGNORECASE)
_YEARLY = re.compile(
    r"^\W*(?:per annum|p\.?\s?a\.?\b|a year|per year|each year|annually|(?:in|for) each (?:year|of))",
    re.IGNORECASE,
)
_YEARLY_BEFORE = re.compile(r"\b(?:annual|yearly) (?:[\w-]+ ){1,3}of\W*$", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:for|over|(?:in )?each of)\s+(?:the )?(?:next |following )?(?:a (?:period|term) of )?(?:up to )?"
    r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s*(?:\(\d\)\s*)?[- ]?years?\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\b(?:of which|funded (?:by|from)|met (?:by|from)|including|includes|comprising|comprises"
    r"|made up of|consisting of|split|broken down|divided)\b"
    r"|[:(]\W*$",
    re.I,
)
# What each of some gets: without their number it can't be added to anything.
_TO_EACH = re.compile(r"^\W*(?:to|for) (?:each|every)\b", re.IGNORECASE)
_TOTAL_COST = re.compile(
    r"\b(?:total|whole|overall|all|costs?|costing|commitment|amount(?:s|ing) to|com(?:es|ing) to)\b[^£;]{0,40}$",
    re.IGNORECASE,
)
_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_COUNTS.split())}
# A rate, not a sum: what it comes to depends on how often it is paid.
_RATE = re.compile(
    r"^\W*(?:(?:a|an|each|every)\s+(?:day|hour|half[- ]day|week|month|session|visit"
    r"|meeting|person|unit|head|mile|night|shift)|per\s+(?!annum|year|financial)[a-z]+)\b",
    re.IGNORECASE,
)
RAISED = re.compile(
    r"\b(?:increas|uplift|rais|reduc|vary|varying|revis|amend|extend)\w*|\b(?:tak(?:es|ing)|bring(?:s|ing))\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\W*(?:the |an? )?$", re.IGNORECASE)
_RISE = re.compile(r"\b(?:from|by)\W*(?:the |an? \w+ )?£[^£;]*\bto\W*(?:a \w+ (?:of )?)?$", re.IGNORECASE)
_NEW_WHOLE = re.compile(
    r"\b(?:additional|further|extra|uplift|increase|extension|variation|top[- ]?up)\b[^£]*£[^£]*"
    r"\b(?:taking|bringing|giving|making|increasing|raising|so that|total)\b[^£]*$",
    re.IGNORECASE,
)
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
            place = next((place for start, end, place in items if start <= one.start < end), unit.place)
            yield Mention(one, sheet.text.line_at(one.start), unit, _near(sentence, one), stated, place)


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


def wholes(text: str, group: Sequence[Mention]) -> list[Mention]:
    """Of one recommendation's sums those that stand for it: a whole without its parts, a product without its factor."""
    own = [m for m in group if m.role in ("decided", "income", "total")]
    own = [m for m in own if not (_is_factor(text, m, own) or _is_rate(text, m, own))]
    total = next((m for m in own if m.role == "total"), None)
    parts = [m for m in own if m is not total]
    if total:
        prior = sum(m.sum.amount for m in group if m.role == "prior")
        added = sum(m.sum.amount for m in parts)
        if ends_a_rise(text, total):
            rise = total.sum.amount - prior if prior else 0
            raised = total._replace(sum=total.sum._replace(amount=rise))
            return parts if rise <= 0 or any(m.sum.amount == rise for m in parts) else [raised, *parts]
        with_prior = prior > 0 and added + prior == total.sum.amount  # what was approved before is not new
        return parts if with_prior or added > total.sum.amount else [total]
    if len(own) > 1:
        first, rest = own[0], own[1:]
        added = sum(m.sum.amount for m in rest)
        divided = _OF_WHICH.search(text[first.sum.end : rest[0].sum.start])
        if (added == first.sum.amount and (divided or len(rest) > 1)) or (
            divided and added < first.sum.amount
        ):
            return [first]
    return own


def _is_rate(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the sum is what a unit costs, or what each gets where the whole stands beside it."""
    if (
        multiplied(text, mention) != mention.sum.amount
    ):  # how many there are is said: `12 boroughs at £5,000 per borough`
        return False
    after = text[mention.sum.end : mention.sentence[1]]
    return bool(_RATE.match(after)) or (len(others) > 1 and bool(_TO_EACH.match(after)))


def ends_a_rise(text: str, mention: Mention) -> bool:
    """Whether the sum is what another is raised to.

    `from £5m to £7m`, `by £2m to £7m`, `an additional £2m, taking the contract to £7m`.
    """
    before = text[mention.sentence[0] : mention.sum.start]
    rises = RAISED.search(before) and _RISE.search(before)
    return bool((rises or _NEW_WHOLE.search(before)) and not FROM.search(before))


def _is_factor(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the sum times its years is stated beside it.

    `£42,500 per annum … (£127,500 in all)`, `a rent of £210,000 a year and a total cost in rent of £1,140,000`.
    """
    product = multiplied(text, mention)
    if product != mention.sum.amount and any(m.sum.amount == product for m in others if m is not mention):
        return True
    behind = [m for m in others if m.sentence == mention.sentence and m.sum.start > mention.sum.start]
    return is_yearly(text, mention) and any(
        m.sum.amount > mention.sum.amount and _TOTAL_COST.search(text, mention.sum.end, m.sum.start)
        for m in behind
    )


def multiplied(text: str, mention: Mention) -> int:
    """The sum times what its words multiply it by: `3 grants of £30,000 each`, `£1m a year for four years`."""
    before = text[mention.sentence[0] : mention.sum.start]
    after = text[mention.sum.end : mention.sentence[1]]
    if _EACH_AFTER.match(after) and (each := _EACH.match(before)):
        return mention.sum.amount * _number(each[1])
    if is_yearly(text, mention):
        term = _FOR_YEARS.search(after) or _FOR_YEARS.search(before)
        if term:
            return mention.sum.amount * _number(term[1])
        if len(mention.years) > 1:
            return mention.sum.amount * len(mention.years)
    return mention.sum.amount


def instalments(text: str, mention: Mention) -> int:
    """The sum times the instalments that are of it (`in four instalments of £45,125`, `two halves of £5,000`)."""
    told = _INSTALMENTS.search(text, mention.sentence[0], mention.sum.start)
    return mention.sum.amount * _number(told[1]) if told else mention.sum.amount


def is_yearly(text: str, mention: Mention) -> bool:
    """Whether the sum is what one year costs (`a rent of £412,000 per annum`, `an annual rent of £412,000`)."""
    behind = _YEARLY.match(text[mention.sum.end : mention.sentence[1]])
    return bool(behind or _YEARLY_BEFORE.search(text, mention.sentence[0], mention.sum.start))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
