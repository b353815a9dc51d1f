"""What part each sum plays: decided, income, prior, carried-over, threshold, total or background.

RECORD.md, `money`. A sum is read by the sentence and the section it stands in.
Recommendations decide; elsewhere a sum is decided where the recommendations or
the tables have it too, or where its sentence asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention, ends_a_rise, multiplied
from mopacreg.tables import Table
from mopacreg.values import references, years

_CARRIED = re.compile(
    r"\bcarr(?:y|ied|ying)[ -]?(?:over|forward)|\broll(?:ed|ing)?[ -](?:over|forward)\b|\bc/?f(?:wd)?\b|\bslippage\b",
    re.IGNORECASE,
)
_PAST = (
    r"(?:approved|committed|agreed|allocated|set aside|awarded|accepted|granted|secured|authorised|gave|given|"
    r"provided|made available|earmarked|signed off|received|established|increased|released|put|settled)"
)
_ALREADY = re.compile(rf"^[^£.]{{0,30}}?\b(?:already|previously|originally) {_PAST}\b", re.IGNORECASE)
_ALREADY_BEFORE = re.compile(
    rf"\b(?:already|previously|originally|existing|current) (?:{_PAST}|approved|budget|contract value)\b[^£.;]{{0,40}}$",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"\b(?:of|from|within|out of|on top of) (?:the|its|a|an)(?: \w+){0,2}\s*$", re.IGNORECASE
)
# What may stand between a sum and the decision that approved it: `£17.2m committed via PCD 1406`,
# `£170,000 that Decision 1491 set aside`, `of the £5m in PCD 1406`.
_BY_PAST = re.compile(rf"^[^£,;.()]{{0,30}}?\b{_PAST}\b[^£,;.]{{0,60}}$", re.IGNORECASE)
_THAT = re.compile(r"^\W*(?:that|which)(?: \w+){0,2}\W*$", re.IGNORECASE)
_IN = re.compile(
    r"^\s*(?:in|under|by|via|through|from|within|of)(?: the)?\s*(?:decision)?\s*$", re.IGNORECASE
)
# A decision as the subject of a past verb: `PCD 849 approved …`, `DMPC Decision 1435 gave …`.
_PAST_WORD = re.compile(
    rf"\b{_PAST}\b|\b\w+ed\b|\b(?:gave|set|put|made|found|meant|held)\b|\bauthority to\b", re.IGNORECASE
)
_WAS_PAST = re.compile(rf"^[^£.;]{{0,40}}?\b(?:was|were|had been)\s+(?:\w+ly )?{_PAST}\b", re.IGNORECASE)
_CHAIN = re.compile(r"^[^£.;:]{0,80}?(?:,|\band\b|\bplus\b)\W*(?:a )?(?:further )?$", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|will|would|to be|seeks?|proposes?|requests?|amends?)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\bthis (?:decision|report|paper|request|form|proposal)\b[^.]{0,60}?\b(?:seek|request|approv|ask|draw|add|allocat|propos|"
    r"set|accept|award|is for|commit)\w*"
    r"|\bapproval (?:is|was|being)?\s?(?:sought|requested|needed|required)|\bseek(?:s|ing)? (?:approval|agreement|authority)"
    r"|\b(?:is|are) (?:now )?(?:asked|recommended|requested|invited|proposed|sought|being sought|put forward)\b"
    r"|\b(?:requests?|requested|sought)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(r"^[^£.]{0,40}?\b(?:is|are) (?:sought|requested|proposed|required)\b", re.IGNORECASE)
_HISTORY = re.compile(
    r"\b(?:initially|previously|originally|historically|last (?:financial )?year|in (?:the )?(?:past|previous|prior) years?|to date)\b"
    r"|\b(?:had|spent|gave|found|matched|contributed|came to)\b|(?<!be )(?<!is )(?<!are )\b(?:received|paid)\b"
    r"|\b(?:was|were|had been) (?:\w+ly )?(?:funded|awarded|granted|allocated|approved|provided|given|paid|let|spent|"
    r"received|set|accepted)\b|\b(?:is|are) currently funded\b",
    re.IGNORECASE,
)
_SAVING = re.compile(r"\bsav(?:e|es|ed|ing|ings)\b[^£.]{0,40}$|\bunderspen[dt]\b[^£.]{0,40}$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:above|over|exceed(?:s|ing)?|below|under|up to|upto|more than|less than|greater than|at least|in excess of|limits?(?: of)?"
    r"|thresholds?(?: of)?|from|of|at|reach(?:es)?|worth|valued? (?:at|of)?)\W*(?:the |a |an )?(?:\w+ of )?$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"^\W*(?:and|or) (?:above|more|over|greater|less|below|under|higher)|^\W*(?:threshold|limit|upwards?|\+)|^\W*(?:at|above|below|over) which",
    re.IGNORECASE,
)
_REGIME = re.compile(
    r"\bscheme of (?:consent|delegation)|\bdelegated (?:authority|power|limit)|\bcontracts? regulations?|\bfinancial regulations?"
    r"|\bstanding orders?|\bthresholds?\b|\breserved? (?:to|for|awards?|matters?)|\bprocurement (?:rules|regulations?)",
    re.IGNORECASE,
)
_RECEIVING = re.compile(
    r"\b(?:accept(?:s|ed|ing|ance)?|receiv(?:e|es|ed|ing)|receipt|offer(?:s|ed)?|on offer|(?:has|have|been) given|contribut\w* from|income|"
    r"(?:grant|funding|money) from|secured?|bid)\b",
    re.IGNORECASE,
)
_SPENDING = re.compile(
    r"\b(?:award(?:s|ing)?|pay(?:s|ing|ment)?|spend(?:s|ing)?|allocat(?:e|es|ing|ion)|approve(?:s|d)? (?!(?:the )?(?:receipt|acceptance))"
    r"|procure\w*|commission\w*|expenditure|purchase|grants? to (?!mopac))\b",
    re.IGNORECASE,
)
_TOTALLING = re.compile(
    r"\b(?:total|in all|altogether|making|overall|combined|sum of|together)\b", re.IGNORECASE
)
_LEGAL_SUBJECT = re.compile(
    r"\bDMPC\b|\bDeputy Mayor\b|\bMOPAC\b|\bapprov|\baward|\bhers?\b|\bDirector\b|\bofficer\b", re.IGNORECASE
)
_RELATIVE = re.compile(r",\s*(?:which|who|where)\b|\bnothing\b|\bno(?:ne)? (?:\w+ )?is\b", re.IGNORECASE)
# A pot that money comes out of: `met from the £10m Transformation Fund`.
_OUT_OF = re.compile(r"\b(?:from|within|out of|against)\s+(?:the|its|an?)(?: [\w']+){0,3}\s*$", re.IGNORECASE)
_POT = re.compile(
    r"^\W*(?:[\w'&-]+\W+){0,6}?(?:fund|budgets?|reserves?|envelope|provision|pot|precept|settlement)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\W*$", re.IGNORECASE)
_RAISED = re.compile(r"\b(?:increas|uplift|rais|reduc|vary|varying|revis|amend|extend)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decided:
    """The amounts (pence) that recommendations and tables decide: what is received, what is paid, table totals."""

    income: frozenset[int]
    spend: frozenset[int]
    years: frozenset[str]

    def has(self, amount: int) -> bool:
        """Whether the decision's own recommendations or tables have this amount."""
        return amount in self.income or amount in self.spend


def give(
    sheet: Sheet, mentions: Sequence[Mention], tables: Sequence[Table], actions: dict[str, str | None]
) -> list[Mention]:
    """`mentions` with their roles. `actions` gives each recommendation's place its action."""
    text = sheet.text.text
    first = [
        replace(m, role=_in_recommendation(text, m, mentions, actions.get(m.place or "")))
        for m in mentions
        if _is_item(m)
    ]
    decided = _decided(text, first, tables)
    by_start = {m.sum.start: m for m in first}
    return [
        by_start.get(m.sum.start) or replace(m, role=_elsewhere(text, m, mentions, decided)) for m in mentions
    ]


def _is_item(mention: Mention) -> bool:
    return (mention.place or "").startswith("recommendation ")


def _decided(text: str, items: Sequence[Mention], tables: Sequence[Table]) -> Decided:
    income = {m.sum.amount for m in items if m.role == "income"}
    spend = {m.sum.amount for m in items if m.role in ("decided", "total")}
    spend.add(sum(multiplied(text, m) for m in items if m.role == "decided"))
    stated = {year for m in items if m.role in ("decided", "income", "total") for year in m.years}
    totals = []
    for table in tables:
        spend |= {a.sum.amount for a in table.amounts if a.sum.amount}
        stated |= {a.year for a in table.amounts if a.year}
        rows = [a.sum.amount for a in table.amounts if not a.total]
        spend.add(sum(rows))
        totals.append(sum(rows))
    if len(totals) > 1:
        spend.add(sum(totals))
    return Decided(frozenset(income), frozenset(spend), frozenset(stated))


def _around(text: str, mention: Mention) -> tuple[str, str]:
    """The sentence before the sum, and after it."""
    start, end = mention.sentence
    return text[start : mention.sum.start], text[mention.sum.end : end]


def _in_recommendation(text: str, mention: Mention, mentions: Sequence[Mention], action: str | None) -> str:
    before, after = _around(text, mention)
    near = before[-60:]
    if _is_carried(before, after):
        return "carried-over"
    if _is_total(text, mention, mentions) or ends_a_rise(text, mention):
        return "total"
    if _is_prior(text, mention, mentions) or (_OF_THE.search(near) and _ALREADY.search(after)):
        return "prior"
    if _RAISED.search(before) and _FROM_TO.search(near) and "£" in after[:40]:
        return "prior"
    if _SAVING.search(near) or (_OUT_OF.search(near) and _POT.match(after)):
        return "background"
    words = before if action is None else f"{action} {before}"
    receiving = [m.end() for m in _RECEIVING.finditer(words)]
    spending = [m.end() for m in _SPENDING.finditer(words)]
    if receiving and max(receiving) > max(spending, default=-1):
        return "income"
    return "income" if action in ("accept", "receive") and not spending else "decided"


def _is_carried(before: str, after: str) -> bool:
    """Whether the sum is moved between years, by the words before it or just behind it."""
    moved = _CARRIED.search(before)
    if moved and not re.search(r"£[^£]*\b(?:approve|award|agree)", before[moved.end() :]):
        return True
    behind = _CARRIED.search(after[:40])
    return bool(behind and not re.search(r"[.,;£]|\band\b", after[: behind.start()]))


def _elsewhere(text: str, mention: Mention, mentions: Sequence[Mention], decided: Decided) -> str:
    before, after = _around(text, mention)
    if _is_carried(before, after):
        return "carried-over"
    if _is_threshold(text, mention, decided, before, after):
        return "threshold"
    if _is_prior(text, mention, mentions):
        return "prior"
    asking = _is_asked(before, after)
    own = decided.has(mention.sum.amount)
    if not asking and (_HISTORY.search(before + after) or _is_of_other_years(text, mention, decided)):
        return "background"
    if _SAVING.search(before[-60:]):
        return "background"
    if not (asking or own):
        return "total" if _sums_own(text, mention, mentions, decided) else "background"
    if _is_total(text, mention, mentions):
        return "total"
    if mention.sum.amount in decided.income:
        told = _RECEIVING.search(before + after) or mention.sum.amount not in decided.spend
        return "income" if told else "decided"
    received = _RECEIVING.search(before) and not _SPENDING.search(before[-40:])
    return "income" if received and decided.income else "decided"


def _is_asked(before: str, after: str) -> bool:
    """Whether the sentence asks for the sum: `this decision seeks …`, `… is proposed`."""
    asks = _ASKING.search(before)
    return bool((asks and not _RELATIVE.search(before)) or _SOUGHT.search(after))


def _is_of_other_years(text: str, mention: Mention, decided: Decided) -> bool:
    """Whether the sum is for years of which the decision has none."""
    stated = set(mention.years) or {y for span in years.find(text, *mention.sentence) for y in span.years}
    return bool(stated and decided.years and not stated & decided.years)


def _sums_own(text: str, mention: Mention, mentions: Sequence[Mention], decided: Decided) -> bool:
    """Whether the sum adds up decided ones of its sentence or paragraph."""
    parts = [m for m in _unit_mates(mention, mentions) if decided.has(m.sum.amount)]
    return len(parts) > 1 and sum(m.sum.amount for m in parts) == mention.sum.amount


def _unit_mates(mention: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.unit == mention.unit and m is not mention]


def _is_threshold(text: str, mention: Mention, decided: Decided, before: str, after: str) -> bool:
    """Whether the sum is a limit of authority, as legal sections and schemes of delegation state them."""
    bounded = bool(_LIMIT.search(before[-30:]) or _LIMIT_AFTER.search(after[:30]))
    own = decided.has(mention.sum.amount)
    regime = bool(_REGIME.search(before) or _REGIME.search(after))
    if mention.unit.topic == "legal" and not own:
        return bounded or regime or bool(_LEGAL_SUBJECT.search(before + after))
    if mention.unit.topic in ("legal", "commercial"):
        return bounded and (regime or not own)
    return bool(bounded and not own and (_REGIME.search(before[-120:]) or _REGIME.search(after[:120])))


def _is_prior(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether another decision is said to have approved the sum."""
    start, end = mention.sentence
    before, after = text[start : mention.sum.start], text[mention.sum.end : end]
    cited = references.find(text, start, end)
    behind = next((c for c in cited if c.start >= mention.sum.end), None)
    if behind:
        between = text[mention.sum.end : behind.start]
        if _BY_PAST.match(between) or _THAT.match(between) or (_OF_THE.search(before) and _IN.match(between)):
            return True
    ahead = next((c for c in reversed(cited) if c.end <= mention.sum.start), None)
    if ahead and _is_of_cited(text, ahead.end, mention, mentions, after):
        return True
    return bool(_ALREADY.search(after) or (_ALREADY_BEFORE.search(before) and not _ASKING.search(before)))


def _is_of_cited(
    text: str, cited_end: int, mention: Mention, mentions: Sequence[Mention], after: str
) -> bool:
    """Whether the decision cited before the sum is what approved it."""
    between = text[cited_end : mention.sum.start]
    earlier = [m for m in mentions if cited_end <= m.sum.start < mention.sum.start]
    if earlier:
        last = earlier[-1]
        chained = _CHAIN.match(text[last.sum.end : mention.sum.start]) and not _PRESENT.match(
            after.lstrip(" ,")
        )
        return bool(chained) and _is_prior(text, last, mentions)
    if _WAS_PAST.match(after):
        return True
    if re.search(r"\b(?:of|from|within) the\W*$", between) and re.match(rf"\W*{_PAST}\b", after):
        return True
    said = list(_PAST_WORD.finditer(between))
    return bool(said) and not (_ASKING.search(between) or _PRESENT.search(between, said[-1].end()))


def _is_total(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the sum adds up the others of its sentence, or says so and adds up others of its paragraph."""
    same = [m for m in mentions if m.sentence == mention.sentence and m is not mention]
    for group in (
        same,
        [m for m in same if m.sum.start < mention.sum.start],
        [m for m in same if m.sum.start > mention.sum.start],
    ):
        if len(group) > 1 and sum(m.sum.amount for m in group) == mention.sum.amount:
            return True
    before, after = _around(text, mention)
    if not (_TOTALLING.search(before[-60:]) or _TOTALLING.search(after[:30])):
        return False
    mates = [m for m in _unit_mates(mention, mentions) if m.sum.start < mention.sum.start]
    return len(mates) > 1 and sum(m.sum.amount for m in mates) == mention.sum.amount
