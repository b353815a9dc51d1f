"""Sums that add up others, rises from one sum to another, and money moved between years."""

from __future__ import annotations

import re

from mopacreg.facts.roles.context import Context
from mopacreg.mentions import FROM, RAISED, Mention, instalments, is_yearly, multiplied

_TOTALLING = re.compile(
    r"\b(?:total|in all|altogether|making|overall|combined|sum of|together)\b", re.IGNORECASE
)
_OF_IT = re.compile(r"\bof (?:the|this|that)\W*$", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"£[\d.,]+\s?(?:k|m|million)?\s*(?:to|-|–)\s*$", re.IGNORECASE)
_RANGE_AFTER = re.compile(r"^\s*(?:to|-|–)\s*£", re.IGNORECASE)
_SIGN = re.compile(r"[£±]|\\pm")
_UNDERSPENT = re.compile(r"\bunderspen(?:d|t)\b[^£]*$", re.IGNORECASE)
_USED_LATER = re.compile(
    r"^\W*(?:from|in) 20[^£.;]{2,12}\b(?:to be |be )?(?:used|spent|into|in|to)\b[^£.;]*20\d\d", re.I
)
_CARRIED = re.compile(
    r"\b(?:carr(?:y|ied|ying)[ -]?|roll(?:ed|ing)?[ -])(?:over|forward)s?\b|\bc/?f(?:wd)?\b", re.IGNORECASE
)
_CARRIED_INTO = re.compile(r"\bcarried (?:in)?to 20\d\d", re.IGNORECASE)
_SLIPPED = re.compile(r"\bslippage\b[^£]*$", re.IGNORECASE)
_FROM_YEAR = re.compile(r"^\W*(?:from|into|to) 20\d\d", re.IGNORECASE)


def is_total(context: Context) -> bool:
    """Whether the sum adds up the others of its sentence, or says so and adds up others of its paragraph.

    A yearly sum's years add up too: `£70,000 in each of 2024/25 and 2025/26 (£140,000 in total)`.
    """
    start = context.mention.sum.start
    same = context.same_sentence
    ahead = [m for m in same if m.sum.start < start]
    behind = [m for m in same if m.sum.start > start]
    if any(_adds_up(context.amount, group) for group in (same, ahead, behind)):
        return True
    if not (_TOTALLING.search(context.before[-60:]) or _TOTALLING.search(context.after[:30])):
        return False
    if any(multiplied(context.text, m) == context.amount for m in ahead):
        return True
    return _adds_up(context.amount, [m for m in context.same_unit if m.sum.start < start])


def _adds_up(amount: int, group: list[Mention]) -> bool:
    return len(group) > 1 and sum(m.sum.amount for m in group) == amount


def stands_before_its_parts(context: Context) -> bool:
    """Whether a total comes first and its parts behind it: in a recommendation the whole is what is decided."""
    return _adds_up(
        context.amount, [m for m in context.same_sentence if m.sum.start > context.mention.sum.start]
    )


def takes_to(context: Context) -> bool:
    """Whether the sum is what a decided one and others before it come to (`adds £45m to the £98m …, to £143m`)."""
    ahead = [m for m in context.same_sentence if m.sum.start < context.mention.sum.start]
    return _adds_up(context.amount, ahead) and any(context.decided.has(m.sum.amount) for m in ahead)


def adds_up_decided(context: Context) -> bool:
    """Whether the sum adds up decided ones of its paragraph."""
    return _adds_up(context.amount, [m for m in context.same_unit if context.decided.has(m.sum.amount)])


def is_part_of_decided(context: Context) -> bool:
    """Whether the sentence divides a decided sum, which need not stand in it, and the sum is a part of it."""
    for whole in context.same_sentence:
        parts = [m for m in (*context.same_sentence, context.mention) if m is not whole]
        if not context.decided.has(whole.sum.amount) or context.amount >= whole.sum.amount:
            continue
        of_it = _OF_IT.search(context.text, context.mention.sentence[0], whole.sum.start)
        if sum(m.sum.amount for m in parts) == whole.sum.amount or of_it:
            return True
    own = sum(m.sum.amount for m in (*context.same_sentence, context.mention))
    return bool(context.same_sentence) and context.decided.has(own)


def is_part_of_income(context: Context) -> bool:
    """Whether the sums of the sentence add up to what comes in (`the grant is £608,000 in … and £632,000 in …`)."""
    own = sum(m.sum.amount for m in (*context.same_sentence, context.mention))
    comes_in = own in context.decided.income and own not in context.decided.spend
    return bool(context.same_sentence) and comes_in


def is_yearly_part(context: Context) -> bool:
    """Whether a yearly sum's product in the same sentence is decided (`£8,700 p.a., which makes £26,100`).

    Or what its instalments come to, wherever that stands.
    """
    in_all = instalments(context.text, context.mention)
    if in_all != context.amount and context.decided.has(in_all):
        return True
    if not is_yearly(context.text, context.mention):
        return False
    decided = [m.sum.amount for m in context.same_sentence if context.decided.has(m.sum.amount)]
    return any(context.amount * n in decided for n in range(2, 11))


def is_range(context: Context) -> bool:
    """Whether the sum is an end of a range: `£5,000 to £25,000 each`."""
    return bool(_RANGE_BEFORE.search(context.before) or _RANGE_AFTER.match(context.after))


def is_raised_from(context: Context) -> bool:
    """Whether the sum is what a rise begins at: `increased from £5m to £7m`."""
    raised = RAISED.search(context.before) and FROM.search(context.before)
    return bool(raised and _SIGN.search(context.after[:40]))


def is_carried(context: Context) -> bool:
    """Whether the sum is moved between years, by the words before it or just behind it."""
    if _UNDERSPENT.search(context.before) and _USED_LATER.match(context.after):
        return True
    if _SLIPPED.search(context.before) and _FROM_YEAR.match(context.after):
        return True
    moved = _CARRIED.search(context.before)
    if moved and not re.search(r"£[^£]*\b(?:approve|award|agree)", context.before[moved.end() :]):
        return True
    behind = _CARRIED.search(context.after[:40]) or _CARRIED_INTO.search(context.after[:40])
    return bool(behind and not re.search(r"[.,;£]|\band\b", context.after[: behind.start()]))
