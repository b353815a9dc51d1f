"""Whether a sentence asks for a sum, tells its history, takes money in or pays it out."""

from __future__ import annotations

import re

from mopacreg.facts.roles.context import Context
from mopacreg.values.verbs import THIS_PAPER
from mopacreg.wholes import ends_a_rise, may_be_drawn_on

ASKING = re.compile(
    rf"{THIS_PAPER}[^.]{{0,60}}?"
    r"(?<!were )(?<!was )(?<!been )\b(?:seek|request|approv|ask|draw|add|allocat"
    r"|propos|set|accept|award|is for|commit)\w*"
    r"|\bapproval (?:is|was|being)?\s?(?:sought|requested|needed|required)"
    r"|\bseek(?:s|ing)? (?:approval|agreement|authority)"
    r"|\b(?:is|are) (?:now )?(?:asked|recommended|requested|invited|proposed|sought|being sought|put forward)\b"
    r"|\basks? (?:leave |approval )?to (?:spend|use|buy|award|let|extend|draw)\b[^.£]{0,30}$"
    r"|\b(?:requests?|requested|sought)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_WANTED = r"(?:is|are) (?:sought|requested|proposed|required)\b"
_SOUGHT = re.compile(rf"^[^£.]{{0,40}}?\b{_WANTED}", re.IGNORECASE)
# `The cost of these awards is £5,000`: what is proposed, and not what was.
_ITS_COST = re.compile(
    r"\b(?:cost|value|price) of (?:this|these)"
    r" (?:(?:decision|proposal|award|extension|variation|purchase)s? (?:is|are|will be|would be)"
    r"|(?:grant|contract)s? will be) (?:up to |about |around |some )?$",
    re.IGNORECASE,
)
_AT_PRESENT = re.compile(r"\b(?:at present|currently|spent|if)\b", re.IGNORECASE)
_NOT_SOUGHT = re.compile(rf"\b(?:no|nothing)\b(?: \w+){{0,2}} {_WANTED}", re.IGNORECASE)
# A relative clause or a denial between the asking and the sum: it is not the sum that is asked for.
_TURNED = re.compile(r",\s*(?:which|who|where)\b|\bnothing\b|\bno(?:ne)? (?:\w+ )?is\b", re.IGNORECASE)
_HISTORY = re.compile(
    r"\b(?:initially|previously|originally|historically|last (?:financial )?year|to date)\b"
    r"|\bin (?:the )?(?:past|previous|prior) years?\b"
    r"|\b(?:had|(?<!be )spent|gave|found|matched|contributed|came to)\b"
    r"|(?<!be )(?<!is )(?<!are )\b(?:received|paid)\b"
    r"|\b(?:was|were|had been) (?:\w+ly )?(?:funded|awarded|granted|allocated|approved|provided|given|paid|let|spent"
    r"|received|set|accepted)\b|\b(?:is|are) currently funded\b",
    re.IGNORECASE,
)
_SAVING = re.compile(
    r"\bsav(?:e|es|ed|ing|ings)\b[^£.]{0,60}(?:£[\d.,]+\s?\w*(?: and| to|-)\s*)?$"
    r"|\bunderspen[dt]\b(?:(?!, and\b)[^£.]){0,40}$",
    re.IGNORECASE,
)
# What is only set beside the sum that matters: last year's, the change.
_COMPARED = re.compile(
    r"\b(?:against|compared (?:with|to)|instead of|rather than|(?:up|down) from)\W*(?:the |a )?$"
    r"|,\s*an? (?:\w+ )?(?:increase|rise|reduction|decrease|fall|uplift) of\W*(?:about |around |some )?$"
    r"|^\W*(?:The|This)\s+(?:increase|rise|reduction|decrease|fall|difference) of\W*(?:about |around |some )?$",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"^\s+(?:\w+ )?approved\b", re.IGNORECASE)
_COMPARED_AFTER = re.compile(
    r"^\s*(?:(?:under|over|below|above|within)(?: the)? budget|(?:less|more|lower|higher|cheaper|dearer) than)\b",
    re.IGNORECASE,
)
_RECEIVING = re.compile(
    r"\b(?:accept(?:s|ed|ing|ance)?|receiv(?:e|es|ed|ing)|receipt|offer(?:s|ed)?|on offer|(?:has|have|been) given"
    r"|contribut\w* from|income|(?:grant|funding|money) from|secured?|bid"
    r"|(?:sale|disposal|sells?|selling|disposing) of|grant of (?:a|the) \w*\s?lease)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:bring(?:s|ing)? (?:in|MOPAC)|receiv(?:e|es|ing)|accept(?:s|ing)?)\b[^.;£]{0,25}$", re.IGNORECASE
)
_SPENDING = re.compile(
    r"\b(?:award(?:s|ing)?|pay(?:s|ing|ment)?|spend(?:s|ing)?|allocat(?:e|es|ing|ion)"
    r"|approve(?:s|d)? (?!(?:the )?(?:receipt|acceptance))|procure\w*|commission\w*|expenditure|purchase|distribut\w*"
    r"|add(?:s|ing)?|contribut(?:e|es|ing)(?! from)|grants? to (?!mopac))\b",
    re.IGNORECASE,
)
# What is left of money that is decided on elsewhere: `agree that the £1m remaining is held back`.
_REMAINING = re.compile(r"^\s*(?:remaining|left|that (?:remains|is left)|not yet)\b", re.IGNORECASE)
_SUBJECT_TO = re.compile(r"\bsubject to [^,;£]*$", re.IGNORECASE)
# A pot that money comes out of: `met from the £10m Transformation Fund`.
_POT = re.compile(
    r"^\W*(?:[\w'&-]+\W+){0,6}?(?:fund|budgets?|reserves?|envelope|provision|pot|precept|settlement)\b",
    re.IGNORECASE,
)


def is_asked(context: Context) -> bool:
    """Whether the sentence asks for the sum: `this decision seeks …`, `… is proposed`."""
    asks = ASKING.search(context.before)
    return bool(
        (asks and not _TURNED.search(context.before))
        or (_SOUGHT.search(context.after) and not _NOT_SOUGHT.search(context.after))
        or (_ITS_COST.search(context.before) and not _AT_PRESENT.search(context.after))
    )


def is_sought_whole(context: Context) -> bool:
    """Whether the sum is what something comes to with the rise that the sentence asks for."""
    return bool(ASKING.search(context.before)) and ends_a_rise(context.text, context.mention)


def is_history(context: Context) -> bool:
    """Whether the sentence tells what was, or speaks of years that the decision has nothing in."""
    return bool(_HISTORY.search(context.before + context.after)) or context.is_of_other_years


def is_compared(context: Context) -> bool:
    """Whether the sum only stands beside another: `£5.2m, against £4.6m last year`, `£73m, an increase of £4m`."""
    if _COMPARED_AFTER.match(context.after):
        return True
    return bool(_COMPARED.search(context.before[-60:])) and not _APPROVED.match(context.after)


def is_saving(context: Context) -> bool:
    """Whether the sum is saved or underspent."""
    return bool(_SAVING.search(context.before[-80:]))


def is_pot(context: Context) -> bool:
    """Whether the sum is the size of a pot that money comes out of, or what is left there, and not the money."""
    if _REMAINING.match(context.after):
        return True
    if _SUBJECT_TO.search(context.before):
        return True
    return may_be_drawn_on(context.text, context.mention) and bool(_POT.match(context.after))


def is_received_by(context: Context, action: str | None) -> bool:
    """Whether a recommendation's sum comes in: the last verb before it that takes or pays takes."""
    words = f"{action or ''} {context.before}"
    return _takes_last(words) or (action in ("accept", "receive") and not _SPENDING.search(words))


def _takes_last(words: str) -> bool:
    """Whether the last verb that takes or pays takes."""
    receiving = max((m.end() for m in _RECEIVING.finditer(words)), default=-1)
    return receiving > max((m.end() for m in _SPENDING.finditer(words)), default=-1)


def is_received(context: Context) -> bool:
    """Whether a sum that the decision decides is spoken of as coming in."""
    if _TAKES.search(context.before):
        return True
    if context.amount in context.decided.income:
        told = _RECEIVING.search(context.before + context.after)
        return bool(told) or context.amount not in context.decided.spend
    return _takes_last(context.before) and bool(context.decided.income)
