"""Sums that another decision approved."""

from __future__ import annotations

import re

from mopacreg.facts.roles.asking import ASKING
from mopacreg.facts.roles.context import Context
from mopacreg.values.verbs import DONE, THIS_PAPER

# What may stand between a sum and the decision that approved it: `£17.2m committed via PCD 1406`,
# `£84m (PCD 166)`, `£10m, was allocated by PCD 310`, `£170,000 that Decision 1491 set aside`.
_APPROVED_BY = re.compile(
    rf"^[^£,;.()]{{0,30}}?\b{DONE}\b[^£,;.]{{0,60}}$"
    r"|^[^£.;()]{0,12}\(\s*$"
    rf"|^,?\s+(?:as |which |that )?(?:(?:was|were|is|had been)\s+)?{DONE}\b[^£.;,]{{0,40}}$"
    r"|^\W*(?:that|which)(?: \w+){0,2}\W*$",
    re.IGNORECASE,
)
# `It was £10.37m in 2021/22, when it was accepted by PCD 991`, `a grant of £21m, which was accepted in PCD 1151`,
# `£725,000 was found from MOPAC's own budget under PCD 1166`: who approved it stands right before the citation.
_PASSIVELY = re.compile(
    rf"^[^£;.]{{0,70}}\b(?:was|were|been)\s+(?:\w+ly )?(?:{DONE}|found|met|paid|taken|allotted|assigned)\b"
    r"[^£,;.]{0,60}?"
    r"\b(?:by|in|under|via|through)\s+(?:the )?$",
    re.IGNORECASE,
)
# `was revised in the autumn to £69.7m by PCD 1741`.
_WAS_DONE = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly )?(?:\w+ed|given|paid)\b[^£;.]{0,40}$",
    re.IGNORECASE,
)
# `In 2021 the DMPC accepted £14m in PCD 955`.
_DID_THIS = re.compile(
    rf"\b(?:DMPC|MOPAC|Mayor|it|she|he)\s+(?:(?:has|had) )?(?:\w+ly )?{DONE}\b[^£;.]{{0,40}}$", re.IGNORECASE
)
# `approved in PCD 340 (£14.6m, for 2018/19)`: the bracket behind a citation tells of what it approved.
_IN_ITS_BRACKET = re.compile(r"^\s*\((?P<more>[^()£]{0,30})$")
# `in addition to the £1.2m approved for design`.
_ON_TOP_OF = re.compile(
    r"\b(?:on top of|in addition to|over and above|beyond|against|compared with) (?:the|its|a|an)\s*$",
    re.IGNORECASE,
)
# `The budget, approved in PCD 1402, was £23.3m`: the citation tells of the subject.
_APPROVED_THERE = re.compile(rf"\b{DONE} (?:in|by|under|through|via) (?:the )?$", re.IGNORECASE)
_WAS = re.compile(
    r"^[,)]?\s+(?:was|were|came to|stood at)\s+(?:about |around |some |for |worth |of )?$", re.IGNORECASE
)
_APPROVED = re.compile(rf"^\s+(?:\w+ )?{DONE}\b", re.IGNORECASE)
# `the £4.5m envelope that PCD 1140 approved`: what stands before the citation.
_POT_THAT = re.compile(
    r"^\s+(?:[\w'&-]+\s+){0,3}?(?:fund|budget|reserve|envelope|provision|pot|settlement)\s+(?:that|which)\s*$",
    re.IGNORECASE,
)
# `is within the programme approved in PCD 1642`: not the sum was approved there, but what it is a part of.
_PART_OF_IT = re.compile(
    r"^\s*(?:is|are|will be|would be|can be)\s+(?:\w+ly )?(?:within|part of|in|included|contained|covered|met)\b",
    re.IGNORECASE,
)
# `The first stage was approved by PCD 1003. It provided £920,000 …`
_IT_DID = re.compile(
    rf"^\s*(?:It|That decision|This)\s+(?:\w+ly )?(?:{DONE}|was worth|came to)\b", re.IGNORECASE
)
_NOT_FAR = 200  # characters
# `£550,000 in the third round (PCD 1087, December 2021)`: what the bracket tells of is what was approved.
_BRACKET = re.compile(r"^[^£.;()]{0,45}\(\s*$")
_GAP = re.compile(r"^\s*(?:\([^()£]*\))?\s*$")
OF_THE = re.compile(r"\b(?:of|from|within|out of|on top of) (?:the|its|a|an)(?: \w+){0,2}\s*$", re.IGNORECASE)
_IN = re.compile(
    r"^\s*(?:in|under|by|via|through|from|within|of)(?: the)?\s*(?:decision)?\s*$", re.IGNORECASE
)
# A decision as the subject of a past verb: `PCD 849 approved …`, `DMPC Decision 1435 gave …`.
_DID = re.compile(
    rf"\b{DONE}\b|\b\w+ed\b|\b(?:gave|set|put|made|found|meant|held|brought|bought|paid)\b|\bauthority to\b",
    re.IGNORECASE,
)
# `… approved (DMPCD 2013/31) at a value of £9.35m`, `… by PCD 561 in the sum of £1.3m`.
_AT_A_VALUE = re.compile(
    r"^\)?[^£.;]{0,40}\b(?:at|for|with|to|sum|value|total|amount)\b[^£.;]{0,30}$", re.IGNORECASE
)
WAS_APPROVED = re.compile(rf"^[^£.;]{{0,40}}?\b(?:was|were|had been)\s+(?:\w+ly )?{DONE}\b", re.IGNORECASE)
_CHAIN = re.compile(r"^[^£.;:]{0,80}?(?:,|\band\b|\bplus\b)\W*(?:a )?(?:further )?$", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|will|would|to be|seeks?|proposes?|requests?|amends?)\b", re.IGNORECASE)
# `This decision amends PCD 1 so that …, and adds £5,000`.
_THIS = re.compile(THIS_PAPER, re.IGNORECASE)
_AND_NOW = re.compile(
    r"\band (?:\w+ly )?(?:adds|approves|commits|allocates|awards|seeks|accepts|increases|provides)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_ALREADY = re.compile(rf"^[^£.]{{0,30}}?\b(?:already|previously|originally) {DONE}\b", re.IGNORECASE)
# `the total budget remains £9,000`: it was set before. A year's grant that stays as it was is granted anew.
_REMAINS = re.compile(
    r"\b(?:total|overall|whole|net|gross|capital|revenue|programme|project|envelope)\b(?:(?!\bannual)[^£.;]){0,50}"
    r"\b(?:remains|(?:stays|unchanged|remains?) at|remains? unchanged at)\s+$",
    re.IGNORECASE,
)
_ALREADY_BEFORE = re.compile(
    rf"\b(?:already|previously|originally) (?:{DONE}|budget|contract value)\b[^£.;]{{0,40}}$"
    r"|(?<!within the )(?<!from the )\bapproved (?:budget|value|cost|programme)\b[^£.;]{0,40}\b(?:is|was|of|at)\W*$",
    re.IGNORECASE,
)

# `the programme agreed in PCD 401 within its budget of £50,000`: what it is kept to was approved there.
_KEPT_TO = re.compile(
    r"\b(?:within|using) (?:its|the|this|that|an?)\b[^£]*$|\bno (?:\w+ )?cost\b[^£]*$", re.IGNORECASE
)


def is_prior(context: Context) -> bool:
    """Whether the sentence says that another decision approved the sum."""
    cited = context.cited
    behind = next((c for c in cited if c.start >= context.mention.sum.end), None)
    if behind:
        between = context.text[context.mention.sum.end : behind.start]
        if _PART_OF_IT.match(between):
            return False
        if _POT_THAT.match(between) and _APPROVED.match(
            context.text[behind.end : context.mention.sentence[1]]
        ):
            return True
        if _PASSIVELY.match(between) or (_IN.match(between) and _is_done(context)):
            return True
        if _APPROVED_BY.match(between) or (OF_THE.search(context.before) and _IN.match(between)):
            return True
        if _BRACKET.match(between) and not context.is_own and not ASKING.search(context.before):
            return context.place is None or not context.place.startswith("recommendation")
    if not cited and _IT_DID.match(context.before) and _cited_just_before(context):
        return True
    ahead = next((c for c in reversed(cited) if c.end <= context.mention.sum.start), None)
    if ahead and _KEPT_TO.search(context.text, ahead.end, context.mention.sum.start):
        return True
    if ahead and _is_of_cited(context, ahead.start, ahead.end):
        return True
    if _ON_TOP_OF.search(context.before) and _APPROVED.match(context.after):
        return True
    if _REMAINS.search(context.before) and not context.is_own:
        return True
    before = _ALREADY_BEFORE.search(context.before) and not ASKING.search(context.before)
    return bool(before or _ALREADY.search(context.after))


def _is_done(context: Context) -> bool:
    """Whether the sentence tells up to the sum what somebody did or what was done."""
    return bool(_WAS_DONE.search(context.before) or _DID_THIS.search(context.before))


def _cited_just_before(context: Context) -> bool:
    """Whether a decision is cited in the paragraph, not far above the sentence."""
    start = context.mention.sentence[0]
    return any(context.mention.unit.start <= c.start and 0 < start - c.end < _NOT_FAR for c in context.named)


def _is_of_cited(context: Context, cited_from: int, cited_end: int) -> bool:
    """Whether the decision that is cited before the sum, from `cited_from` to `cited_end`, is what approved it."""
    mention, text = context.mention, context.text
    between = text[cited_end : mention.sum.start]
    earlier = [m for m in context.mentions if cited_end <= m.sum.start < mention.sum.start]
    if earlier:
        chained = _CHAIN.match(text[earlier[-1].sum.end : mention.sum.start])
        return (
            bool(chained)
            and not _PRESENT.match(context.after.lstrip(" ,"))
            and is_prior(context.of(earlier[-1]))
        )
    told = _IN_ITS_BRACKET.match(between)
    if told and (not told["more"].strip() or _DID.search(text, mention.sentence[0], cited_end)):
        return not context.is_own
    if _GAP.match(between) and any(
        m.sum.end <= cited_end for m in context.same_sentence if is_prior(context.of(m))
    ):
        return True  # `PCD 1 approved £9,000 and PCD 2 £8,000`
    if WAS_APPROVED.match(context.after):
        return True
    if _WAS.match(between) and _APPROVED_THERE.search(text, mention.sentence[0], cited_from):
        return True
    if OF_THE.search(between) and re.match(rf"\W*{DONE}\b", context.after):
        return True
    if _AT_A_VALUE.match(between) and _DID.search(text, max(mention.sentence[0], cited_end - 100), cited_end):
        asked = ASKING.search(context.before) or (context.place or "").startswith("recommendation")
        return not (_PRESENT.search(between) or (asked and between.lstrip(" )").startswith(",")))
    if _THIS.search(text, mention.sentence[0], cited_from) and _AND_NOW.search(between):
        return False
    said = list(_DID.finditer(between))
    return bool(said) and not (ASKING.search(between) or _PRESENT.search(between, said[-1].end()))
