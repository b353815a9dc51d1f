"""Sums that add up others, rises from one sum to another, and money moved between years."""

from __future__ import annotations

import re

from mopacreg.facts.roles.context import Context
from mopacreg.mentions import Mention
from mopacreg.multiples import for_each, instalments, is_yearly, multiplied, numbers_of_years
from mopacreg.wholes import FROM, RAISED, is_said_total

_OF_THAT = re.compile(r"\bof (?:the|this|that)\W*$", re.IGNORECASE)
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
# `£22,000 of the sum approved by PCD 1502 is unspent, and is carried over from 2024/25`.
_IS_CARRIED = re.compile(
    r"^(?: of (?:(?!\b(?:that|any|which|and|with|underspends?|balance)\b)[^£.;,]){0,60}?)?"
    r"(?: (?:is|was|are) (?:unspent|underspent),? and)?\s+(?:to )?(?:be|is|are|was|were) carried (?:over|forward)"
    r" (?:from|to|into) 20",
    re.IGNORECASE,
)
_CARRIED_INTO = re.compile(r"\bcarried (?:in)?to 20\d\d", re.IGNORECASE)
_SLIPPED = re.compile(r"\bslippage\b[^£]*$", re.IGNORECASE)
_FROM_YEAR = re.compile(r"^\W*(?:from|into|to) 20\d\d", re.IGNORECASE)
_LATER = r"(?:20\d\d|(?:next|following|later|coming) (?:financial )?years?\b|(?:\w+ )?years? (?:that|which) follow)"
# `the re-profiling of £2.1m from 2019/20 to 2020/21`, `£12.4m … be moved into the two years that follow`.
_OF_IT = r"(?: of(?: [\w-]+){1,4}?)?"
_MOVING = re.compile(
    r"\b(?:mov(?:e|es|ing)|shift(?:s|ing)?|deferr(?:al|ing)|defers?|re-?(?:profil|phas)(?:es?|ing))"
    r"\s+(?:of\s+)?(?:up to\s+|about\s+)?$",
    re.IGNORECASE,
)
_TO_LATER = re.compile(
    rf"^{_OF_IT}\s*(?:(?:from|out of) (?:the )?(?:20\d\d\S*|(?:this|last) (?:financial )?year)(?: and)? )?"
    rf"(?:in ?to|to|until) (?:the )?{_LATER}(?!\S* (?:\w+ )?budget)",
    re.IGNORECASE,
)
# `the re-profiling of £2.3m from 2019/20, £0.7m of it to 2020/21`: no other thing is done to a year's money.
_PROFILED = re.compile(r"\bre-?(?:profil|phas)(?:es?|ing)\s+(?:of\s+)?(?:up to\s+|about\s+)?$", re.IGNORECASE)
# The sum itself is what is moved, not something beside it.
_IS_MOVED = re.compile(
    rf"^{_OF_IT}(?:\s*(?:not spent|unspent|underspent) in [^£.;,]{{2,20}}?)?\s+(?:to |should |would |will )?"
    r"(?:be|is|are|was|were)\s+(?:\w+ly )?(?:moved|shifted|deferred|re-?(?:profil|phas)ed)\b"
    rf"[^£.;,]{{0,40}}\b(?:in ?to|to|until) (?:the )?{_LATER}",
    re.IGNORECASE,
)
# `£140,000 which will not be spent in 2024/25 can be used in 2025/26`.
_UNSPENT = re.compile(
    r"^,? (?:which |that )?(?:(?:will|would|is|was|could|can) )?(?:not (?:be |been )?spent|unspent|underspent) in 20"
    r"[^£.;]{2,40}\b(?:used|spent|moved)\b[^£.;]{0,20}20\d\d",
    re.IGNORECASE,
)


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
    if not is_said_total(context.text, context.mention):
        return False
    if any(context.amount in (multiplied(context.text, m), for_each(context.text, m)) for m in ahead):
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
    """Whether the sum adds up decided ones of its paragraph, or those of its sentence and one is decided."""
    if _adds_up(context.amount, context.same_sentence):
        return any(context.decided.has(m.sum.amount) for m in context.same_sentence)
    return _adds_up(context.amount, [m for m in context.same_unit if context.decided.has(m.sum.amount)])


def is_part_of_decided(context: Context) -> bool:
    """Whether the sentence divides a decided sum, which need not stand in it, and the sum is a part of it."""
    for whole in context.same_sentence:
        parts = [m for m in (*context.same_sentence, context.mention) if m is not whole]
        if not context.decided.has(whole.sum.amount) or context.amount >= whole.sum.amount:
            continue
        of_it = _OF_THAT.search(context.text, context.mention.sentence[0], whole.sum.start)
        if sum(m.sum.amount for m in parts) == whole.sum.amount or of_it:
            return True
    own = sum(m.sum.amount for m in (*context.same_sentence, context.mention))
    return bool(context.same_sentence) and context.decided.has(own)


def is_part_of_income(context: Context) -> bool:
    """Whether the sums of the sentence add up to what comes in (`the grant is £608,000 in … and £632,000 in …`)."""
    comes_in = context.decided.income - context.decided.spend
    own = sum(m.sum.amount for m in (*context.same_sentence, context.mention))
    return (bool(context.same_sentence) and own in comes_in) or bool(
        comes_in.intersection(_over_years(context))
    )


def is_yearly_part(context: Context) -> bool:
    """Whether what a yearly sum comes to over some years is decided, or what its instalments come to.

    `£8,700 p.a., which makes £26,100`; `Rent would be £185,000 a year`, of a lease of five years for £925,000.
    """
    in_all = instalments(context.text, context.mention)
    if in_all != context.amount and context.decided.has(in_all):
        return True
    return any(map(context.decided.has, _over_years(context)))


def _over_years(context: Context) -> list[int]:
    """What a yearly sum comes to over so many years as its paragraph speaks of; of another sum, nothing."""
    if not is_yearly(context.text, context.mention):
        return []
    unit = context.mention.unit
    return [context.amount * n for n in numbers_of_years(context.text[unit.start : unit.end])]


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
    if _IS_CARRIED.match(context.after) or _IS_MOVED.match(context.after) or _UNSPENT.match(context.after):
        return True
    if _MOVING.search(context.before) and _TO_LATER.match(context.after):
        return True
    if _PROFILED.search(context.before) and _FROM_YEAR.match(context.after):
        return True
    moved = _CARRIED.search(context.before)
    if moved and not re.search(r"£[^£]*\b(?:approve|award|agree)", context.before[moved.end() :]):
        return True
    behind = _CARRIED.search(context.after[:40]) or _CARRIED_INTO.search(context.after[:40])
    return bool(behind and not re.search(r"[.,;£]|\band\b", context.after[: behind.start()]))
