"""What the words around a sum multiply it by: years, instalments, how many get it."""

from __future__ import annotations

import re

from mopacreg.mentions import Mention

_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {"a": 1, **{word: number for number, word in enumerate(_COUNTS.split())}}
SEVERAL = rf"{'|'.join(_COUNTS.split()[2:])}|\d{{1,3}}"
"""How many: a number in words, from two to twelve, or up to three figures."""
_KINDS = r"(?:(?!(?:months?|weeks?|years?|days?)\b)[\w-]+\s+){0,3}?"
_EACH = re.compile(
    rf"(?:.*\b)?({SEVERAL})\s+{_KINDS}(?:grants?|awards?|payments?|"
    r"contracts?|sums?|posts?|bursaries|boroughs)\b[^£]{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
# `two periods of twelve months, at £5,000 each`: only where nothing else is counted.
_EACH_PERIOD = re.compile(
    rf"(?:.*\b)?({SEVERAL})\s+{_KINDS}(?:periods|extensions|phases)\b"
    rf"(?:(?!\b(?:{SEVERAL})\s+(?!months?\b|years?\b|weeks?\b)\w)[^£]){{0,50}}$",
    re.IGNORECASE | re.DOTALL,
)
_INSTALMENTS = re.compile(
    rf"\b({SEVERAL})\s+(?:\w+\s+)?"
    r"(?:instalments|installments|payments|halves|parts|tranches|quarters|stages)\s+of\W*$",
    re.IGNORECASE,
)
# `£150,000 to each of six boroughs`, `Increase by £20,000 … each of the six grants`.
_EACH_OF = rf"\beach of (?:the |its |their |these |those )?({SEVERAL})\b(?![,.]\d)"
_TO_EACH_OF = re.compile(rf"^\W*(?:to|for) {_EACH_OF}", re.IGNORECASE)
_RAISING_EACH = re.compile(rf"^(?:,[^£.;,]{{0,50}},)?\s*{_EACH_OF}", re.IGNORECASE)
_RAISING = re.compile(r"\b(?:increas|rais|reduc|uplift)\w*(?: \w+)? by\W*$", re.IGNORECASE)
# The sum behind it is what all of them come to, or caps that.
_WHOLE_BEHIND = re.compile(
    r"£[^£]*\b(?:in all|in total|altogether)|\b(?:total|all|capped|maximum|ceiling|limit|mak(?:es|ing))\b[^£]*£",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(r"^\s*each\b|^\s*(?:per|for each) (?!annum|year)\w+", re.IGNORECASE)
_YEARLY = re.compile(
    r"^\W*(?:per annum|p\.?\s?a\.?\b|a year|per year|each year|annually|(?:in|for) each (?:year|of)"
    r"|in each\W*(?:$|[.,;]))",
    re.IGNORECASE,
)
_YEARLY_BEFORE = re.compile(r"\b(?:annual|yearly) (?:[\w-]+ ){1,3}of\W*$", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:for|over|(?:in )?each of)\s+(?:the |its |their |these |those )?(?:next |following )?"
    rf"(?:a (?:period|term) of )?(?:up to )?({SEVERAL})\s*(?:\(\d\)\s*)?[- ]?years?\b",
    re.IGNORECASE,
)
# Right before the sum only: elsewhere stand options, breaks and what came before.
_AT = r",? (?:at|for|with) (?:an? |the )?(?:\w+ ){0,3}?(?:of )?(?:up to )?$"
_PROLONGED_BY = re.compile(
    rf"\b(?:exten[ds]|prolong|lengthen|renew)\w*\b[^.;£]{{0,60}}\bby (?:a further )?({SEVERAL}|one|a) years?"
    rf"(?: from [^.;,£]{{0,40}})?{_AT}",
    re.IGNORECASE,
)
_TERM_OF = re.compile(
    rf"\b(?:lease|term|contract|agreement|period)s? of ({SEVERAL}) years?{_AT}", re.IGNORECASE
)
# `the final year of the contract of …`, `the 2024/25 payment under the lease of …`.
_PART_OF_TERM = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|payments?|costs?|in|under|years?)\b|\b20\d\d",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b({SEVERAL})[- ]years?\b", re.IGNORECASE)


def multiplied(text: str, mention: Mention) -> int:
    """The sum times what its words multiply it by: `3 grants of £30,000 each`, `£1m a year for four years`."""
    before = text[mention.sentence[0] : mention.sum.start]
    after = text[mention.sum.end : mention.sentence[1]]
    if _EACH_AFTER.match(after) and (each := _EACH.match(before) or _EACH_PERIOD.match(before)):
        return mention.sum.amount * _number(each[1])
    in_all = for_each(text, mention)
    if in_all != mention.sum.amount and (_RAISING.search(before) or not _WHOLE_BEHIND.search(after)):
        return in_all
    if is_yearly(text, mention):
        term = _FOR_YEARS.search(after) or _FOR_YEARS.search(before) or _PROLONGED_BY.search(before)
        whole = None if term else _TERM_OF.search(before)
        if whole and not _PART_OF_TERM.search(before, 0, whole.start()):
            term = whole
        if term:
            return mention.sum.amount * _number(term[1])
        if len(mention.years) > 1:
            return mention.sum.amount * len(mention.years)
    return mention.sum.amount


def for_each(text: str, mention: Mention) -> int:
    """The sum times those who each get it, where the words behind it count them (`£500 to each of ten locks`)."""
    after = text[mention.sum.end : mention.sentence[1]]
    if "each of" not in after:
        return mention.sum.amount
    before = text[mention.sentence[0] : mention.sum.start]
    each = _TO_EACH_OF.match(after) or (_RAISING.search(before) and _RAISING_EACH.match(after))
    return mention.sum.amount * _number(each[1]) if each else mention.sum.amount


def instalments(text: str, mention: Mention) -> int:
    """The sum times the instalments that are of it (`in four instalments of £45,125`, `two halves of £5,000`)."""
    told = _INSTALMENTS.search(text, mention.sentence[0], mention.sum.start)
    return mention.sum.amount * _number(told[1]) if told else mention.sum.amount


def numbers_of_years(words: str) -> set[int]:
    """How many years the words speak of: `a lease of five years`, `two-year`."""
    return {_number(told[1]) for told in _YEARS.finditer(words)}


def is_yearly(text: str, mention: Mention) -> bool:
    """Whether the sum is what one year costs (`a rent of £412,000 per annum`, `an annual rent of £412,000`)."""
    behind = _YEARLY.match(text[mention.sum.end : mention.sentence[1]])
    return bool(behind or _YEARLY_BEFORE.search(text, mention.sentence[0], mention.sum.start))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
