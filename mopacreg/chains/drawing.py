"""Whether a sentence says that a sum comes out of what the decision that it cites approved.

`£1.8m of the £17.2m committed in PCD 1406` says so; `PCD 1406 is extended at a cost of £1.8m` doesn't: that
may be new money. What the words leave open is not counted, with the reason why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.chains.sentence import Placed, Sentence

OWN = frozenset({"decided", "total"})

_ARTICLE = r"(?:the|this|that|its|these|those|an?)"
_POT = (
    r"(?:envelope|budgets?|funding|funds?|allocations?|sums?|amounts?|money|monies|provision|pot|approval|"
    r"total|grant|contingency|reserves?|commitment)"
)
# Right behind a sum, it is a share: `£1.8m of the £17.2m`.
_SHARE = re.compile(rf"\A\s*(?:\([^()]*\)\s*)?(?:out )?of (?:{_ARTICLE}\s+(?:[a-z-]+\s+){{0,2}})?\Z", re.I)
# Words that say so wherever they stand between the sum and what it comes out of.
_OUT_OF = re.compile(
    r"\b(?:out of|from within|within the (?:\w+ ){0,3}envelope|drawn (?:down )?(?:from|on|against)|"
    r"(?:funded|financed|met|paid(?: for)?|taken|allocated|called) (?:wholly |entirely |in full )?"
    r"(?:out of|from|within|upon|on)|charged (?:to|against))\b[^£.;:,]{0,70}\Z",
    re.I,
)
# Weaker ones, that say so where what follows is money: `from the £1.8m`, `within the budget approved by`.
_FROM = re.compile(
    rf"\b(?:from|within|using|against|(?:funded|financed|met|paid(?: for)?) (?:by|through|under|via))\s+"
    rf"(?:{_ARTICLE}\s+)?(?:(?:[a-z-]+\s+){{0,4}}{_POT}\b[^£.;:,]{{0,60}})?\Z",
    re.I,
)
# The sum that it comes out of named first: `Of the £17.2m approved in PCD 1406, £1.8m is …`.
_FIRST = re.compile(
    rf"\b(?:out of|of|from|within|from within)\s+(?:{_ARTICLE}\s+)?(?:[a-z-]+\s+){{0,2}}\Z", re.I
)
_OF_WHICH = re.compile(
    r"\b(?:of|from|out of) (?:which|this|that|these)\W*(?:(?:up to|some|about)\s+)?\Z", re.I
)
# A budget that is raised gets new money: `from the £2m approved in PCD 5 to £2.5m`.
_RAISED = re.compile(
    r"\b(?:increas|uplift|rais|top(?:ped|ping)?[- ]up|addition|further|extra|more\b|supplement)", re.I
)
_RATE = re.compile(r"\A\W*(?:each\b|per\b|p\.?\s?a\b|an?\s+(?:year|month|day)\b|annually\b|every\b)", re.I)
_LISTED = re.compile(r"\A\W*(?:(?:and|or)\W*)?(?:[A-Z]*PCDs?\W*|decisions?\W*)?\Z", re.I)


class Reason(NamedTuple):
    """Why a sentence doesn't count, `amount` being the own money that it states (pence).

    `weight`: how much it says all the same; of a decision's several reasons the weightiest is told.
    """

    weight: int
    text: str
    amount: int | None = None


def judge(sentence: Sentence) -> int | Reason:
    """What of the decision's own money the sentence says comes out of the cited one (pence), or why not."""
    own = [(at, money) for at, money in sentence.sums if money.role in OWN]
    said = SAID[sentence.citation.relation]
    if not own:
        weight = int(sentence.citation.relation != "cites")
        return Reason(weight, f"{said}, and states no money of its own beside that")
    if any(_listed(sentence.words, sentence.at, at) for at, _ in sentence.others):
        return Reason(3, "it names several decisions for the same money")
    drawn = {money.amount: (at, money) for at, money in own if _comes_out(sentence, at)}
    if not drawn:
        return Reason(2, f"{said}; nothing says that its own money comes out of that", own[0][1].amount)
    if len(drawn) > 1:
        return Reason(4, "it names several sums, and which of them is drawn isn't certain")
    amount, (at, money) = drawn.popitem()
    if _RATE.match(sentence.words[at.end :]):
        return Reason(4, f"{money.text} is a rate, and what it comes to isn't certain")
    return amount


SAID = {
    "amends": "it amends the decision",
    "continues": "it continues the decision",
    "extends": "it extends the decision",
    "supersedes": "it supersedes the decision",
    "funded-by": "something in it is funded by the decision",
    "cites": "it names the decision",
}
"""A citation's relation as a sentence begins."""


def _comes_out(sentence: Sentence, own: Placed) -> bool:
    """Whether the sum at `own` comes out of the one that the cited decision approved, or out of that decision."""
    if _said(sentence.words, own, sentence.at):
        return True
    return any(
        _said(sentence.words, own, source) or _said_first(sentence.words, source, own)
        for source in _approved(sentence)
    )


def _approved(sentence: Sentence) -> Iterator[Placed]:
    """The sums that the cited decision, and no other that is named nearer, is said to have approved."""
    names = [sentence.at, *(at for at, _ in sentence.others)]
    for at, money in sentence.sums:
        claimed = money.role == "prior" and money.amount == sentence.citation.claimed_amount
        if claimed and min(names, key=lambda name: _apart(name, at)) == sentence.at:
            yield at


def _apart(one: Placed, other: Placed) -> int:
    return max(one.start - other.end, other.start - one.end)


def _said(words: str, own: Placed, source: Placed) -> bool:
    """`£1.8m of the £17.2m`: the sum first."""
    between = words[own.end : source.start] if own.end <= source.start else ""
    if _SHARE.match(between) or _OUT_OF.search(between):
        return True
    return bool(_FROM.search(between)) and not _RAISED.search(words[: source.start])


def _said_first(words: str, source: Placed, own: Placed) -> bool:
    """`Of the £17.2m, £1.8m`: what the sum comes out of first."""
    between = words[source.end : own.start] if source.end <= own.start else "£"
    if "£" in between or _RAISED.search(words) or re.search(r"\bto\W*\Z", between):
        return False
    return bool(_OF_WHICH.search(between) or _FIRST.search(words[: source.start]))


def _listed(words: str, one: Placed, other: Placed) -> bool:
    """Whether two citations stand in one list: `PCDs 358 and 259`."""
    first, second = sorted((one, other))
    return bool(_LISTED.match(words[first.end : second.start]))
