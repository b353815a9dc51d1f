"""What a decision commits: what its recommendations approve, each pound once (RECORD.md, `value`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mopacreg.facts.recommendations.verbs import NOTING
from mopacreg.mentions import Mention, multiplied, wholes
from mopacreg.tables import Table
from mopacreg.trace import Trace

# Actions that put into effect what another recommendation approves: a sum in
# them is new only where no other recommendation has one.
_CARRYING_OUT = frozenset({"delegate", "sign"})
_RANGE = re.compile(r"\bbetween\W*(?:£[\d.,]+\s?\w*\s+and\W*)?$", re.IGNORECASE)
_SAME = re.compile(r"\b(?:the same|this|that|these|the above|said|aforementioned)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """The value in pence, or None; `doubt` says why it isn't certain, or why there is none to be had."""

    amount: int | None
    doubt: str | None = None


def read(
    text: str,
    mentions: Sequence[Mention],
    tables: Sequence[Table],
    actions: dict[str, str | None],
    trace: Trace,
) -> int | None:
    """The value of the decision in pence; None where it commits no new money or none that is certain."""
    items = [
        m
        for m in mentions
        if (m.place or "").startswith("recommendation ") and actions.get(m.place or "") not in NOTING
    ]
    counted = [m for m in items if m.role in ("decided", "income", "total")]
    approving = [m for m in counted if actions.get(m.place or "") not in _CARRYING_OUT]
    if not approving:
        pointed = _pointed_at(text, items, mentions, tables, actions, trace)
        if pointed is not None or not counted:
            return pointed
    spend, income = _sides(text, _without_parts(items, tables), actions)
    ranges = [m for m in counted if _RANGE.search(text[m.sentence[0] : m.sum.start])]
    doubt = (
        "a range is approved, not a sum"
        if ranges
        else next((m.sum.doubt for m in counted if m.sum.doubt), None)
    )
    amount = None if ranges else max(spend, income) or None
    chosen = next((m for m in counted if m.sum.amount == amount), counted[0])
    trace.note("value", chosen.sum.start, chosen.sum.end, "sums of the recommendations", doubt)
    return amount


def _without_parts(items: Sequence[Mention], tables: Sequence[Table]) -> list[Mention]:
    """`items` without sums that are part of another one's table: a programme's total, and then its first year."""
    left = list(items)
    for table in tables:
        grand = {a.sum.amount for a in table.amounts if a.total_row and a.total_column}
        grand.add(sum(a.sum.amount for a in table.amounts if not a.total))
        if any(m.sum.amount in grand for m in items):
            parts = {a.sum.amount for a in table.amounts} - grand
            left = [m for m in left if m.sum.amount not in parts]
    return left


def _sides(text: str, items: Sequence[Mention], actions: dict[str, str | None]) -> tuple[int, int]:
    """What the recommendations pay out and what they take in, in pence, each pound once."""
    spend = income = 0
    seen: list[int] = []
    by_place: dict[str, list[Mention]] = {}
    for mention in items:
        by_place.setdefault(mention.place or "", []).append(mention)
    ordered = sorted(by_place.items(), key=lambda entry: actions.get(entry[0]) in _CARRYING_OUT)
    for place, group in ordered:
        carrying_out = actions.get(place) in _CARRYING_OUT and bool(seen or income)
        for mention in wholes(text, group):
            amount = multiplied(text, mention)
            if mention.role == "income":
                income += amount
            elif not carrying_out and not (amount in seen and _is_same(text, mention)):
                spend += amount
                seen.append(amount)
    return spend, income


def _is_same(text: str, mention: Mention) -> bool:
    """Whether the words point back at money that was counted."""
    return bool(
        _SAME.search(text[mention.sentence[0] : mention.sum.start])
        or re.search(r"\bcontract\b", text[mention.sentence[0] : mention.sentence[1]])
    )


def _pointed_at(
    text: str,
    items: Sequence[Mention],
    mentions: Sequence[Mention],
    tables: Sequence[Table],
    actions: dict[str, str | None],
    trace: Trace,
) -> int | None:
    """The amount where the recommendations only point at it: the one that the summary asks for or the tables add up to."""
    approves = any(action not in (None, *_CARRYING_OUT, *NOTING) for action in actions.values())
    if not approves or any(m.role in ("prior", "carried-over") for m in items):
        return None
    added = sum(a.sum.amount for table in tables for a in table.amounts if not a.total)
    asked = [
        m
        for m in mentions
        if m.role in ("decided", "total") and (m.sum.amount == added or m.place == "summary")
    ]
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
        trace.note(
            "value",
            asked[0].sum.start,
            asked[0].sum.end,
            "the sum that the summary asks for",
            "the recommendations state none",
        )
        return amounts.pop()
    return None
