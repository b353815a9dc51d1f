"""What a decision commits: what its recommendations approve, each pound once (RECORD.md, `value`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from mopacreg.flows import Flows
from mopacreg.items import Item
from mopacreg.mentions import Mention, is_yearly, multiplied, wholes
from mopacreg.tables import Table
from mopacreg.trace import Trace
from mopacreg.values.verbs import NOTING

# Actions that put into effect what another recommendation approves: a sum in
# them is new only where no other recommendation has one.
_CARRYING_OUT = frozenset({"delegate", "sign"})
# Actions that take money back: their sums are none that is committed.
_TAKING_BACK = frozenset({"reduce", "withdraw", "cancel", "revoke", "rescind"})
# What approves no money of its own.
_PASSIVE = (None, *_CARRYING_OUT, *_TAKING_BACK, *NOTING)
_RANGE = re.compile(r"\bbetween\W*(?:£[\d.,]+\s?\w*\s+and\W*)?$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:from|within|out of|met by)\s+(?:the|its|MOPAC's|MOPAC’s|existing)\b"
    r"[^.;,£]{0,50}\b(?:reserves?|budgets?|precept|allocation)\b",
    re.IGNORECASE,
)
# What pays for another recommendation's sum, and is no more money: `the use of £6m of reserves towards that budget`.
_TOWARDS = re.compile(
    r"[^.;,£]{0,60}\btowards? (?:this|that|these|those|it)\b"
    r"|\s*of (?:the|this|that|these|those) (?:sum|amount|money|total|grant|fund|budget|award|allocation)\w*\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:of which|including|which includes)\W*(?:the )?$", re.IGNORECASE)
# A pot of its own beside what the others approve: `the award of further grants up to £60,000`.
_FURTHER = re.compile(r"\b(?:further|additional|extra)\b[^.;£]*$", re.IGNORECASE)
_REDUCTION = re.compile(
    r"\b(?:reduction|decrease|cut) (?:(?:in|to) (?:the|its) (?:[\w-]+ ){0,4}"
    r"(?:budget|grant|value|contract|award|allocation|funding) )?(?:of|by)\W*$",
    re.IGNORECASE,
)
_VIREMENT = re.compile(r"\b(?:virements?|vir(?:e|es|ed|ing))\b[^.;£]*$", re.IGNORECASE)
# A recommendation that leaves its sums to a table: `in the amounts set out in the table at 3.2`.
_IN_A_TABLE = re.compile(r"\b(?:in|by|below|following|attached) (?:the )?(?:\w+ )?table\b", re.IGNORECASE)
_SAME = re.compile(r"\b(?:the same|this|that|these|the above|said|aforementioned)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:set out|shown|tables?|sections?|paragraphs?|appendi(?:x|ces)|annex|below|above|listed|detailed|attached"
    r"|outlined|described|follow(?:s|ing))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Side:
    """The sums counted on one side (money taken in, or paid out), each with its amount in pence."""

    counted: list[tuple[Mention, int]] = field(default_factory=list)
    doubt: str | None = None
    approved_before: int = 0  # what of it is not new
    in_tables: int = 0  # what recommendations leave to a table, beside what they state

    @property
    def amount(self) -> int:
        return sum(amount for _, amount in self.counted) - self.approved_before + self.in_tables


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
    if all(actions[m.place or ""] in _CARRYING_OUT for m in counted):
        approving = " ".join(i.recommendation.text for i in items if i.recommendation.action not in _PASSIVE)
        moved = any(m.role in ("prior", "carried-over") or _is_reduction(text, m) for m in asked)
        pointed = None if moved else _pointed_at(approving, mentions, tables, flows, trace)
        if pointed is not None or not counted:
            return pointed
    spend, income = _sides(text, _without_parts(text, stated, tables), actions)
    side = _joined(text, spend, income)
    side.approved_before = sum(m.sum.amount for m in stated if m.role == "prior" and _is_included(text, m))
    ranges = [m for m in counted if _RANGE.search(text[m.sentence[0] : m.sum.start])]
    left = 0 if income.counted else _left_to_tables(items, {m.place for m in stated}, tables, flows)
    side.in_tables = left if left > side.amount else 0
    cells = {a.sum.amount for table in tables for a in table.amounts if side.in_tables}
    unclear = [*ranges, *(m for m, amount in side.counted if amount in cells)]
    if unclear:
        side.doubt = "a range is approved, not a sum" if ranges else "it may be a part of the table's sum"
    _note(side, trace)
    return None if unclear or side.amount < 0 else side.amount or None


def _note(side: _Side, trace: Trace) -> None:
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


def _joined(text: str, spend: _Side, income: _Side) -> _Side:
    """The side that the value is: the larger, for what is taken in is what is paid out.

    What is paid from another source (`met from the reserve`) comes on top of what is taken in; what goes
    towards another sum is a part of that.
    """
    paid = [
        (mention, amount)
        for mention, amount in spend.counted
        if not (_is_towards(text, mention) and any(amount < larger for _, larger in spend.counted))
    ]
    for entry in paid:
        rest = [amount for each, amount in paid if each is not entry[0]]
        if income.counted and rest and entry[1] == sum(rest) + income.amount:
            return _Side([entry], spend.doubt)  # it is paid out of all the others
    other = [entry for entry in paid if income.counted and _is_from_elsewhere(text, entry[0])]
    own = [entry for entry in paid if entry not in other]
    larger = income.counted if income.amount > sum(amount for _, amount in own) else own
    return _Side([*larger, *other], spend.doubt)


def _is_from_elsewhere(text: str, mention: Mention) -> bool:
    end = text.find("£", mention.sum.end, mention.sentence[1])
    return bool(_ELSEWHERE.search(text, mention.sum.end, mention.sentence[1] if end < 0 else end))


def _is_included(text: str, mention: Mention) -> bool:
    """Whether a sum that was approved before is said to be a part of what is approved now."""
    return bool(_INCLUDED.search(text, mention.sentence[0], mention.sum.start))


def _is_reduction(text: str, mention: Mention) -> bool:
    return bool(_REDUCTION.search(text, mention.sentence[0], mention.sum.start))


def _is_towards(text: str, mention: Mention) -> bool:
    return bool(_TOWARDS.match(text, mention.sum.end, mention.sentence[1]))


def _without_parts(text: str, items: Sequence[Mention], tables: Sequence[Table]) -> list[Mention]:
    """`items` without sums that are part of another one's table: a programme's total, and then its first year.

    Of the cells that stand beside others in their row only a yearly sum is a part; others are there by chance.
    """
    left = list(items)
    for table in tables:
        grand = {
            a.sum.amount for a in table.amounts if a.total_row and a.total_column and a.line == table.last
        }
        grand.add(sum(a.sum.amount for a in table.amounts if a.counts))
        if any(m.sum.amount in grand for m in items):
            single = Counter(a.line for a in table.amounts)
            parts = {a.sum.amount for a in table.amounts if a.total or single[a.line] == 1} - grand
            cells = {a.sum.amount for a in table.amounts} - grand
            left = [m for m in left if m.sum.amount not in (cells if is_yearly(text, m) else parts)]
    return left


def _sides(text: str, items: Sequence[Mention], actions: Mapping[str, str | None]) -> tuple[_Side, _Side]:
    """What the recommendations pay out and what they take in, each pound once.

    Recommendations that carry others out (delegate, sign) count last, and only
    where no other has a sum, or for what is further money.
    """
    spend, income = _Side(), _Side()
    places = sorted(dict.fromkeys(m.place or "" for m in items), key=lambda p: actions[p] in _CARRYING_OUT)
    for place in places:
        carries_out = actions[place] in _CARRYING_OUT and bool(spend.counted or income.counted)
        for mention in wholes(text, [m for m in items if m.place == place]):
            if carries_out and not _FURTHER.search(text, mention.sentence[0], mention.sum.start):
                continue
            side = income if mention.role == "income" else spend
            amount = multiplied(text, mention)
            before = next((m for m, counted in spend.counted if counted == amount), None)
            if side is spend and before and _is_same_money(text, mention, before, actions):
                spend.doubt = "two recommendations state the same sum, and it is counted once"
            else:
                side.counted.append((mention, amount))
    return spend, income


def _is_same_money(text: str, mention: Mention, before: Mention, actions: Mapping[str, str | None]) -> bool:
    """Whether a sum that stands in two recommendations is one: the second points back, or does what the first lets.

    A virement is where the other's money is found.
    Two awards of one size are two; the approval of a procurement and the award
    that follows it are one.
    """
    if any(_VIREMENT.search(text, m.sentence[0], m.sum.start) for m in (mention, before)):
        return True
    if mention.place == before.place or actions[mention.place or ""] == actions[before.place or ""]:
        return bool(_SAME.search(text[mention.sentence[0] : mention.sum.start]))
    return True


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
