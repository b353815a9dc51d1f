"""What the recommendations pay out and what they take in, and what of the two is money twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mopacreg.mentions import Mention
from mopacreg.multiples import multiplied
from mopacreg.values.verbs import CARRYING_OUT
from mopacreg.wholes import is_further, is_towards, wholes

_ELSEWHERE = re.compile(
    r"\b(?:from|within|out of|met by)\s+(?:the|its|MOPAC's|MOPAC’s|existing)\b"
    r"[^.;,£]{0,50}\b(?:reserves?|budgets?|precept|allocation)\b",
    re.IGNORECASE,
)
# `£180,000 from the Police Property Act Fund`, `MOPAC funding of £495,000`: whether what is taken in is meant, or
# money beside it, these words alone don't tell.
_FUND = re.compile(r"\b(?:from|out of) the ((?:[A-Z][\w&'’-]*\s+(?:(?:of|for|and)\s+)?)+Fund)\b")
_MOPACS = r"\bMOPAC(?:['’]s)? (?:own )?(?:funding|funds|money|resources)"
_OWN_MONEY = re.compile(rf"{_MOPACS} of\W*$", re.IGNORECASE)
_OF_OWN_MONEY = re.compile(rf"\W*(?:of|from|in) {_MOPACS}\b", re.IGNORECASE)
_VIREMENT = re.compile(r"\b(?:virements?|vir(?:e|es|ed|ing))\b[^.;£]*$", re.IGNORECASE)
_SAME = re.compile(r"\b(?:the same|this|that|these|the above|said|aforementioned)\b", re.IGNORECASE)


@dataclass(slots=True)
class Side:
    """The sums counted on one side (money taken in, or paid out), each with its amount in pence."""

    counted: list[tuple[Mention, int]] = field(default_factory=list)
    doubt: str | None = None
    approved_before: int = 0  # what of it is not new
    in_tables: int = 0  # what recommendations leave to a table, beside what they state

    @property
    def amount(self) -> int:
        return sum(amount for _, amount in self.counted) - self.approved_before + self.in_tables


def sides(text: str, items: Sequence[Mention], actions: Mapping[str, str | None]) -> tuple[Side, Side]:
    """What the recommendations pay out and what they take in, each pound once.

    Recommendations that carry others out (delegate, sign) count last, and only
    where no other has a sum, or for what is further money.
    """
    spend, income = Side(), Side()
    places = sorted(dict.fromkeys(m.place or "" for m in items), key=lambda p: actions[p] in CARRYING_OUT)
    for place in places:
        carries_out = actions[place] in CARRYING_OUT and bool(spend.counted or income.counted)
        for mention in wholes(text, [m for m in items if m.place == place]):
            if carries_out and not is_further(text, mention):
                continue
            side = income if mention.role == "income" else spend
            amount = multiplied(text, mention)
            before = next((m for m, counted in spend.counted if counted == amount), None)
            if side is spend and before and _is_same_money(text, mention, before, actions):
                spend.doubt = "two recommendations state the same sum, and it is counted once"
            else:
                side.counted.append((mention, amount))
    return spend, income


def joined(text: str, spend: Side, income: Side, passed_on: bool) -> Side:
    """The side that the value is: the larger, for what is taken in is what is paid out.

    What is paid from another source (`met from the reserve`) comes on top of what is taken in; what goes
    towards another sum is a part of that. `passed_on`: a recommendation that states no sum pays out all that
    is taken in.
    """
    paid = [
        (mention, amount)
        for mention, amount in spend.counted
        if not (is_towards(text, mention) and any(amount < larger for _, larger in spend.counted))
    ]
    for entry in paid:
        rest = [amount for each, amount in paid if each is not entry[0]]
        if income.counted and rest and entry[1] == sum(rest) + income.amount:
            return Side([entry], spend.doubt)  # it is paid out of all the others
    other = [entry for entry in paid if income.counted and _is_from_elsewhere(text, entry, income, passed_on)]
    own = [entry for entry in paid if entry not in other]
    larger = income.counted if income.amount > sum(amount for _, amount in own) else own
    return Side([*larger, *other], spend.doubt)


def _is_from_elsewhere(text: str, entry: tuple[Mention, int], income: Side, passed_on: bool) -> bool:
    """Whether a sum is said to be paid from something else than what is taken in."""
    mention, amount = entry
    end = text.find("£", mention.sum.end, mention.sentence[1])
    end = mention.sentence[1] if end < 0 else end
    if _ELSEWHERE.search(text, mention.sum.end, end):
        return True
    if not passed_on or amount == income.amount:
        return False
    if fund := _FUND.search(text, mention.sum.end, end):
        return not any(fund[1] in text[slice(*m.sentence)] for m, _ in income.counted)
    before = _OWN_MONEY.search(text, mention.sentence[0], mention.sum.start)
    return bool(before or _OF_OWN_MONEY.match(text, mention.sum.end, end))


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
