"""Of several sums in one recommendation those that stand for it: not parts, factors, rates or what a rise begins at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mopacreg.mentions import Mention
from mopacreg.multiples import is_yearly, multiplied

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
    r"(?:\b(?:on top of|in addition to) (?:the )?£[^£]*)?"
    r"(?:\b(?:taking|bringing|giving|making|increasing|raising)\b(?:[^£,]*|[^£]*,\s*to\W*)"
    r"|\b(?:so that|total)\b[^£]*)$",
    re.IGNORECASE,
)
# `a revised value of £9,000, an increase of £1,000`; an increase on last year's is no rise of the same money,
# nor is that of a rent or a price, or of something else (`£9,000 and an increase of £1,000 to Barnet`).
_AN_INCREASE = (
    r"[^£.;]{0,40}?(?:[,(–-]\s*(?:i\.e\. |being )?|\b(?:which|that) (?:is|represents) )an? (?:\w+ )?"
    r"(?:increase|uplift|rise) of\W*(?:about |around |some |up to )?"
)
_RISE_BEHIND = re.compile(rf"{_AN_INCREASE}£", re.IGNORECASE)
_INCREASE = re.compile(_AN_INCREASE, re.IGNORECASE)
_REVISED = re.compile(
    r"\b(?:increas|uplift|rais|revis|vary|variation|amend|new total)\w*\b[^£;.]*"
    r"\b(?:value|cost|budget|grant|sum|total|award|contract|programme|funding|envelope)\b[^£;.,]{0,60}"
    r"\b(?:of|to)\W*(?:up to )?$",
    re.IGNORECASE,
)
_ON_LAST_YEAR = re.compile(
    r"\b(?:on|over|from|since|against|compared (?:with|to)) (?:the |that of |its )?(?:\w+ )?"
    r"(?:last|previous|prior|preceding|20\d\d|current (?:annual|year|price|rent))",
    re.IGNORECASE,
)
_THE_POT = r"\s+(?:the|its|an?)(?: [\w']+){0,3}\s*$"
_WITHIN = re.compile(rf"\b(?:within|out of|charged to){_THE_POT}", re.IGNORECASE)
_FROM_POT = re.compile(rf"\b(?:from|against){_THE_POT}", re.IGNORECASE)
# `and £10,000 to Barnet`: a sum with a purpose of its own.
_AND = re.compile(r"\band\s*$", re.IGNORECASE)
_FOR_ITS_OWN = re.compile(
    r"\s*(?:to (?!be\b|cover\b|fund\b)|for (?!all\b|both\b|them\b|20|the (?:term|whole|period|years?|contract)\b))",
    re.IGNORECASE,
)
_TOTALLING = re.compile(
    r"\b(?:total|in all|altogether|mak(?:es|ing)|overall|combined|sum of|together|com(?:es|ing) to)\b",
    re.IGNORECASE,
)
# A pot of its own beside what the others approve: `the award of further grants up to £60,000`.
_FURTHER = re.compile(r"\b(?:further|additional|extra)\b[^.;£]*$", re.IGNORECASE)
_TOWARDS = re.compile(
    r"[^.;,£]{0,60}\btowards? (?:this|that|these|those|it)\b"
    r"|\s*of (?:the|this|that|these|those) (?:sum|amount|money|total|grant|fund|budget|award|allocation)\w*\b"
    r"|\s*of (?:this|that|these|those) (?:cost|price|payment|expenditure|spending)s?\b",
    re.IGNORECASE,
)


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
    if multiplied(text, mention) != mention.sum.amount:
        return False  # how many there are is said: `12 boroughs at £5,000 per borough`
    after = text[mention.sum.end : mention.sentence[1]]
    return bool(_RATE.match(after)) or (len(others) > 1 and bool(_TO_EACH.match(after)))


def is_towards(text: str, mention: Mention) -> bool:
    """Whether the sum says how another is paid for, and is no more money: `£6m of that cost`, `£1m towards this`."""
    return bool(_TOWARDS.match(text, mention.sum.end, mention.sentence[1]))


def is_further(text: str, mention: Mention) -> bool:
    """Whether the sum is said to be on top of others."""
    return bool(_FURTHER.search(text, mention.sentence[0], mention.sum.start))


def is_drawn_on(text: str, mention: Mention) -> bool:
    """Whether the sum is what money comes out of: `within the £4.5m envelope`."""
    start = max(mention.sentence[0], mention.sum.start - 60)
    return bool(_WITHIN.search(text, start, mention.sum.start))


def may_be_drawn_on(text: str, mention: Mention) -> bool:
    """Whether the sum may be a pot: `from the £4.5m` may as well tell what something was before."""
    start = max(mention.sentence[0], mention.sum.start - 60)
    return is_drawn_on(text, mention) or bool(_FROM_POT.search(text, start, mention.sum.start))


def is_said_total(text: str, mention: Mention) -> bool:
    """Whether the words beside the sum say that it adds others up."""
    start, end = mention.sentence
    before = text[max(start, mention.sum.start - 60) : mention.sum.start]
    after = text[mention.sum.end : min(end, mention.sum.end + 30)]
    return bool(_TOTALLING.search(before) or _TOTALLING.search(after))


def ends_a_rise(text: str, mention: Mention) -> bool:
    """Whether the sum is what another is raised to.

    `from £5m to £7m`, `by £2m to £7m`, `an additional £2m, taking the contract to £7m`, `to £7m, an increase of £2m`.
    """
    before = text[mention.sentence[0] : mention.sum.start]
    if _REVISED.search(before) and _is_told_by_a_rise(text, mention):
        return True
    rises = RAISED.search(before) and _RISE.search(before)
    return bool((rises or _NEW_WHOLE.search(before)) and not FROM.search(before))


def _is_told_by_a_rise(text: str, mention: Mention) -> bool:
    after = text[mention.sum.end : mention.sentence[1]]
    return bool(_RISE_BEHIND.match(after)) and not _ON_LAST_YEAR.search(after)


def tells_increase(text: str, mention: Mention, above: Mention) -> bool:
    """Whether the sum says by how much the one above it is more than something else was."""
    return bool(_INCREASE.fullmatch(text[above.sum.end : mention.sum.start]))


def _is_besides(text: str, mention: Mention, first: Mention) -> bool:
    """Whether a sum behind another is for something else: `five of £2,000 each to Brent, and £10,000 to Ealing`."""
    behind = first.sum.end <= mention.sum.start
    own = _FOR_ITS_OWN.match(text, mention.sum.end, mention.sentence[1])
    return bool(behind and own and _AND.search(text, first.sum.end, mention.sum.start))


def _is_factor(text: str, mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the sum times its years, or times those who get it, is stated beside it.

    `£42,500 per annum … (£127,500 in all)`, `a rent of £210,000 a year and a total cost in rent of £1,140,000`.
    """
    product = multiplied(text, mention)
    alike = [m for m in others if m.sum.amount == product and m is not mention]
    if product != mention.sum.amount and not all(_is_besides(text, m, mention) for m in alike):
        return True
    behind = [m for m in others if m.sentence == mention.sentence and m.sum.start > mention.sum.start]
    return is_yearly(text, mention) and any(
        m.sum.amount > mention.sum.amount and _TOTAL_COST.search(text, mention.sum.end, m.sum.start)
        for m in behind
    )
