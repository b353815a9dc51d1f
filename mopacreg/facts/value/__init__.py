"""What a decision commits: what its recommendations approve, each pound once (RECORD.md, `value`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from mopacreg.facts.value.sides import Side, joined, sides
from mopacreg.flows import Flows
from mopacreg.items import Item
from mopacreg.mentions import Mention
from mopacreg.multiples import is_yearly
from mopacreg.tables import Table
from mopacreg.trace import Trace
from mopacreg.values.verbs import CARRYING_OUT, NOTING
from mopacreg.wholes import ends_a_rise, is_drawn_on

# Actions that take money back: their sums are none that is committed.
_TAKING_BACK = frozenset({"reduce", "withdraw", "cancel", "revoke", "rescind"})
# What approves no money of its own.
_PASSIVE = (None, *CARRYING_OUT, *_TAKING_BACK, *NOTING)
# `Award the whole of this sum to …`, `the award of the said funding`.
_ALL_PAID_OUT = re.compile(
    r"\b(?:awards?|distributes?|distribution|pays?|payment|allocates?|allocation|pass(?:es|ing)?)"
    r"(?: on| out)?(?: of)?"
    r" (?:(?:the said|this|that|the same|(?:whole|all) of (?:the|this|that)|the (?:whole|full)(?: of (?:the|this))?)"
    r" (?:\w+ )?(?:sum|funding|money|grant|amount|income)\b|(?:the )?(?:whole|all) of (?:this|it|that)\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\bbetween\W*(?:£[\d.,]+\s?\w*\s+and\W*)?$", re.IGNORECASE)
# `£50,000 a year, rising to £60,000`: when is not always said.
_CHANGING = re.compile(r"[^;£]{0,40}\b(?:rising|increasing|falling|decreasing) (?:to|by)\W*£", re.IGNORECASE)
_INCLUDED = re.compile(r"\b(?:of which|including|which includes)\W*(?:the )?$", re.IGNORECASE)
_REDUCTION = re.compile(
    r"\b(?:reduction|decrease|cut) (?:(?:in|to) (?:the|its) (?:[\w-]+ ){0,4}"
    r"(?:budget|grant|value|contract|award|allocation|funding) )?(?:of|by)\W*$",
    re.IGNORECASE,
)
# A recommendation that leaves its sums to a table: `in the amounts set out in the table at 3.2`.
_IN_A_TABLE = re.compile(r"\b(?:in|by|below|following|attached) (?:the )?(?:\w+ )?table\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:set out|shown|tables?|sections?|paragraphs?|appendi(?:x|ces)|annex|below|above|listed|detailed|attached"
    r"|outlined|described|follow(?:s|ing))\b",
    re.IGNORECASE,
)


def read(
    text: str,
    items: Sequence[Item],
    mentions: Sequence[Mention],
    tables: Sequence[Table],
    flows: Flows,
    trace: Trace,
) -> int | None:
    """The value of the decision in pence; None where it commits no new money or none that is certain.

    `items` are the recommendations, `mentions` the sums with their roles; `flows` say which figures of the
    tables are no new money.
    """
    actions = {item.place: item.recommendation.action for item in items}
    committing = {place for place, action in actions.items() if action not in NOTING | _TAKING_BACK}
    asked = [m for m in mentions if m.place in committing]
    stated = [m for m in asked if not _is_reduction(text, m)]
    counted = [m for m in stated if m.role in ("decided", "income", "total")]
    if all(actions[m.place or ""] in CARRYING_OUT for m in counted):
        approving = " ".join(i.recommendation.text for i in items if i.recommendation.action not in _PASSIVE)
        moved = any(_is_moved(text, m) for m in asked)
        pointed = None if moved else _pointed_at(approving, mentions, tables, flows, trace)
        if pointed is not None or not counted:
            return pointed
    spend, income = sides(text, _without_parts(text, stated, tables), actions)
    side = joined(text, spend, income, _is_passed_on(items, {m.place for m in stated}))
    side.approved_before = sum(m.sum.amount for m in stated if m.role == "prior" and _is_included(text, m))
    ranges = [m for m in counted if _RANGE.search(text[m.sentence[0] : m.sum.start])]
    left = 0 if income.counted else _left_to_tables(items, {m.place for m in stated}, tables, flows)
    side.in_tables = left if left > side.amount else 0
    cells = {a.sum.amount for table in tables for a in table.amounts if side.in_tables}
    changing = [m for m in counted if is_yearly(text, m) and _CHANGING.match(text, m.sum.end, m.sentence[1])]
    unclear = [*ranges, *changing, *(m for m, amount in side.counted if amount in cells)]
    if unclear:
        said = (
            "a range is approved, not a sum" if ranges else "the sum of a year changes" if changing else None
        )
        side.doubt = said or "it may be a part of the table's sum"
    _note(side, trace)
    return None if unclear or side.amount < 0 else side.amount or None


def _is_passed_on(items: Sequence[Item], stating: Collection[str | None]) -> bool:
    """Whether a recommendation that states no sum pays out all that another takes in."""
    return any(
        item.recommendation.action not in _PASSIVE
        and item.place not in stating
        and _ALL_PAID_OUT.search(item.recommendation.text)
        for item in items
    )


def _note(side: Side, trace: Trace) -> None:
    alone = len(side.counted) == 1 and not side.in_tables
    rule = "sum of a recommendation" if alone else "one of the recommendations' sums, added up"
    for mention, _ in side.counted:
        trace.note("value", mention.sum.start, mention.sum.end, rule, side.doubt or mention.sum.doubt)


def _left_to_tables(
    items: Sequence[Item], stating: Collection[str | None], tables: Sequence[Table], flows: Flows
) -> int:
    """What the tables add up to where a recommendation that states no sum leaves it to one; else 0.

    `stating` are the places of the recommendations that state sums. Where those are larger, they have it all.
    """
    for item in items:
        approves = item.recommendation.action not in _PASSIVE and item.place not in stating
        if approves and _IN_A_TABLE.search(item.recommendation.text):
            return sum(map(flows.added, tables))
    return 0


def _is_included(text: str, mention: Mention) -> bool:
    """Whether a sum that was approved before is said to be a part of what is approved now."""
    return bool(_INCLUDED.search(text, mention.sentence[0], mention.sum.start))


def _is_moved(text: str, mention: Mention) -> bool:
    """Whether a sum is no new money, and what the recommendation points at is not either."""
    if mention.role == "prior":
        return not is_drawn_on(text, mention)
    return mention.role == "carried-over" or _is_reduction(text, mention)


def _is_reduction(text: str, mention: Mention) -> bool:
    return bool(_REDUCTION.search(text, mention.sentence[0], mention.sum.start))


def _without_parts(text: str, items: Sequence[Mention], tables: Sequence[Table]) -> list[Mention]:
    """`items` without sums that are part of another one's table: a programme's total, and then its first year.

    With a rise that is a part goes the sum to which it rises.

    Of the cells that stand beside others in their row only a yearly sum is a part; others are there by chance.
    """
    left = list(items)
    for table in tables:
        grand = {
            a.sum.amount for a in table.amounts if a.total_row and a.total_column and a.line == table.last
        }
        grand.add(sum(a.sum.amount for a in table.amounts if a.counts))
        if any(m.sum.amount in grand for m in items if not ends_a_rise(text, m)):
            single = Counter(a.line for a in table.amounts)
            parts = {a.sum.amount for a in table.amounts if a.total or single[a.line] == 1} - grand
            cells = {a.sum.amount for a in table.amounts} - grand
            left = [m for m in left if m.sum.amount not in (cells if is_yearly(text, m) else parts)]
    gone = {m.place for m in items if m.role == "decided" and m not in left}
    return [m for m in left if not (m.place in gone and m.role == "total" and ends_a_rise(text, m))]


def _pointed_at(
    words: str, mentions: Sequence[Mention], tables: Sequence[Table], flows: Flows, trace: Trace
) -> int | None:
    """The amount at which recommendations that state none point: the tables' rows added up, or the summary's sum.

    `words` are those of the recommendations that approve something. Tables count
    only where they are pointed at.
    """
    added = sum(map(flows.added, tables))
    asked = [m for m in mentions if m.role in ("decided", "total") and m.place == "summary"]
    stated = next((m for m in mentions if m.role in ("decided", "total") and m.sum.amount == added), None)
    if added and stated and _POINTING.search(words):
        trace.note("value", stated.sum.start, stated.sum.end, "the sum that the tables add up to")
        return added
    if added and not asked and _POINTING.search(words):
        first = tables[0].amounts[0].sum
        trace.note("value", first.start, first.end, "the tables' rows added up", "no sentence states the sum")
        return added
    if words and len({m.sum.amount for m in asked}) == 1:
        one = asked[0].sum
        trace.note("value", one.start, one.end, "the summary's sum", "the recommendations state none")
        return one.amount
    return None
