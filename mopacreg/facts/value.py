"""What a decision commits: what its recommendations approve, each pound once (RECORD.md, `value`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mopacreg.mentions import Mention
from mopacreg.tables import Table
from mopacreg.trace import Trace

# Actions that put into effect what another recommendation approves: a sum in
# them is new only where no other recommendation has one.
_CARRYING_OUT = frozenset({"delegate", "note", "sign", "authorise", "enter", "acknowledge", "consider"})
_EACH = re.compile(r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+){0,3}?(?:grants?|awards?|payments?|"
                   r"contracts?|sums?|posts?|bursaries|boroughs)\b[^£]{0,40}$", re.IGNORECASE)
_EACH_AFTER = re.compile(r"^\s*each\b|^\s*(?:per|for each) (?!annum|year)\w+", re.IGNORECASE)
_YEARLY = re.compile(r"^\W*(?:per annum|p\.?\s?a\.?\b|a year|per year|each year|annually|in each (?:year|of))", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:for|over|in each of(?: the)?(?: next)?|each of the(?: next)?)\s+(?:a (?:period|term) of )?(?:up to )?"
    r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s*(?:\(\d\)\s*)?[- ]?years?\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\b(?:of which|including|includes|comprising|comprises|made up of|consisting of|split|broken down|divided)\b|[:(]\W*$", re.I)
_SAME = re.compile(r"\b(?:the same|this|that|these|the above|said|aforementioned)\b", re.IGNORECASE)
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


@dataclass(frozen=True, slots=True)
class Value:
    """The value in pence, or None; `doubt` says why it isn't certain, or why there is none to be had."""

    amount: int | None
    doubt: str | None = None


def read(text: str, mentions: Sequence[Mention], tables: Sequence[Table], actions: dict[str, str | None], trace: Trace) -> int | None:
    """The value of the decision in pence; None where it commits no new money or none that is certain."""
    items = [m for m in mentions if (m.place or "").startswith("recommendation ")]
    counted = [m for m in items if m.role in ("decided", "income", "total")]
    if not counted:
        return _pointed_at(text, items, mentions, tables, actions, trace)
    spend, income = _sides(text, items, actions)
    ranges = [m for m in counted if m.sum.qualifier and "between" in m.sum.qualifier]
    doubt = "a range is approved, not a sum" if ranges else next((m.sum.doubt for m in counted if m.sum.doubt), None)
    amount = None if ranges else max(spend, income) or None
    chosen = next((m for m in counted if m.sum.amount == amount), counted[0])
    trace.note("value", chosen.sum.start, chosen.sum.end, "sums of the recommendations", doubt)
    return amount


def _sides(text: str, items: Sequence[Mention], actions: dict[str, str | None]) -> tuple[int, int]:
    """What the recommendations pay out and what they take in, in pence, each pound once."""
    spend = income = 0
    seen: list[int] = []
    by_place: dict[str, list[Mention]] = {}
    for mention in items:
        by_place.setdefault(mention.place or "", []).append(mention)
    ordered = sorted(by_place.items(), key=lambda entry: actions.get(entry[0]) in _CARRYING_OUT)
    for place, group in ordered:
        carrying_out = actions.get(place) in _CARRYING_OUT
        for mention in _wholes(text, group):
            amount = _multiplied(text, mention)
            if mention.role == "income":
                income += amount
            elif not (carrying_out and (seen or income)) and not (amount in seen and _is_same(text, mention)):
                spend += amount
                seen.append(amount)
    return spend, income


def _is_same(text: str, mention: Mention) -> bool:
    """Whether the words point back at money that was counted."""
    return bool(_SAME.search(text[mention.sentence[0] : mention.sum.start]) or re.search(r"\bcontract\b", text[mention.sentence[0] : mention.sentence[1]]))


def _wholes(text: str, group: Sequence[Mention]) -> list[Mention]:
    """Of one recommendation's sums those that stand for it: a whole without its parts."""
    own = [m for m in group if m.role in ("decided", "income", "total")]
    total = next((m for m in own if m.role == "total"), None)
    if total:
        prior = sum(m.sum.amount for m in group if m.role == "prior")
        parts = [m for m in own if m is not total]
        if parts and prior and sum(m.sum.amount for m in parts) + prior == total.sum.amount:
            return parts
        if prior and total.sum.amount > prior and not parts:
            return [_raised(total, prior)]
        if parts and sum(m.sum.amount for m in parts) == total.sum.amount:
            return parts
        return [total] if sum(m.sum.amount for m in parts) < total.sum.amount else parts
    if len(own) > 1:
        first, rest = own[0], own[1:]
        added = sum(m.sum.amount for m in rest)
        if first.role == rest[0].role and (
            added == first.sum.amount or (added <= first.sum.amount and _OF_WHICH.search(text[first.sum.end : rest[0].sum.start]))
        ):
            return [first]
    return own


def _raised(total: Mention, prior: int) -> Mention:
    """A rise from one sum to another, as what it adds."""
    from dataclasses import replace

    return replace(total, sum=replace(total.sum, amount=total.sum.amount - prior))


def _multiplied(text: str, mention: Mention) -> int:
    """The sum times what its words multiply it by: `3 grants of £30,000 each`, `£1m a year for four years`."""
    before = text[mention.sentence[0] : mention.sum.start]
    after = text[mention.sum.end : mention.sentence[1]]
    each = _EACH.search(before)
    if each and _EACH_AFTER.match(after):
        return mention.sum.amount * _number(each[1])
    if _YEARLY.match(after):
        term = _FOR_YEARS.search(after) or _FOR_YEARS.search(before)
        if term:
            return mention.sum.amount * _number(term[1])
        if len(mention.years) > 1:
            return mention.sum.amount * len(mention.years)
    return mention.sum.amount


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _pointed_at(
    text: str,
    items: Sequence[Mention],
    mentions: Sequence[Mention],
    tables: Sequence[Table],
    actions: dict[str, str | None],
    trace: Trace,
) -> int | None:
    """The amount where the recommendations only point at it: the one that the summary asks for or the tables add up to."""
    if not any(action not in (None, "note", "delegate") for action in actions.values()) or items:
        return None
    added = sum(a.sum.amount for table in tables for a in table.amounts if not a.total)
    asked = [m for m in mentions if m.role in ("decided", "total") and (m.sum.amount == added or m.place == "summary")]
    if added and asked and any(m.sum.amount == added for m in asked):
        chosen = next(m for m in asked if m.sum.amount == added)
        trace.note("value", chosen.sum.start, chosen.sum.end, "the sum that the tables add up to")
        return added
    if added and not asked:
        first = tables[0].amounts[0].sum
        trace.note("value", first.start, first.end, "the tables' rows added up", "no sentence states the sum")
        return added
    amounts = {m.sum.amount for m in asked}
    if len(amounts) == 1:
        trace.note("value", asked[0].sum.start, asked[0].sum.end, "the sum that the summary asks for", "the recommendations state none")
        return amounts.pop()
    return None
