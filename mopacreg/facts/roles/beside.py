"""Sums that a recommendation asks for beside a cited decision, which approved something else."""

from __future__ import annotations

import re

from mopacreg.facts.roles.context import Context
from mopacreg.facts.roles.prior import OF_THE, WAS_APPROVED
from mopacreg.values.verbs import DONE

# `the contract awarded under PCD 820 to …`: what was approved there is the contract. Its own price may stand
# right behind the citation, though not as a cost.
_WORD = r"(?!(?:was|were|is|are|been|being|has|had|have|that|which)\b)[\w&'’-]+"
_WAS_IN = (
    rf"(?:{DONE}|entered into|appointed)"
    r"\s+(?:in|by|under|via|through)\s+(?:the\s+|DMPC\s+|MOPAC\s+)?(?:decision\s+)?\(?$"
)
_THING_APPROVED = re.compile(
    rf"\b(?:the|an?|its|their|each|\w+['’]s)\s+(?:{_WORD}\s+){{1,6}}?{_WAS_IN}", re.IGNORECASE
)
_ITS_PRICE = re.compile(
    r"^\W*(?:in (?:\w+ )?20\d\d )?(?:for|at|worth|of|(?:at|with) (?:a|the) (?:(?:\w+ )?(?:value|price)|sum) of"
    r"|in the sum of|valued at)?\W*(?:up to |about |around |some )?$"
    r"|^\s*\([^()£]*$",
    re.IGNORECASE,
)
_COST = re.compile(r"^\W*(?:in (?:\w+ )?20\d\d )?at a (?:\w+ )?cost of\W*$", re.IGNORECASE)
# What it still is, what it was, or what it is kept to.
_STILL = re.compile(
    r"\b(?:remain(?:s|ing)?|stays?|unchanged|existing|original|approved|agreed|current|same"
    r"|was|were|had|amounted|provided|came|totalled|within|using|no (?:\w+ )?cost)\b",
    re.IGNORECASE,
)
# `an uplift of £50,000 to the grant agreed in PCD 820`, `£300,000 of the funding approved in PCD 820`.
_TO_THING = re.compile(
    r"^[^£;.,]{0,40}?\b(?:to|of|for|from|out of|towards|under|within) (?:the|its|an?|each)\s+"
    rf"(?:{_WORD}\s+){{1,6}}?{_WAS_IN}",
    re.IGNORECASE,
)
# Money of the cited decision that goes back or elsewhere, and a grant's own size: no more money.
_REDIRECTED = re.compile(
    r"\b(?:re-?allocat|virement|vire|re-?purpos|re-?direct|reduc|withdraw|return|repay|transfer)\w*\b"
    r"|\bchanges? (?:of|in|to)\b|\bno (?:\w+ )?cost\b|\bend date\b",
    re.IGNORECASE,
)
_REDUCED = re.compile(r"\breduc", re.IGNORECASE)
_OWN_SIZE = re.compile(
    r"\bthe(?: [\w-]+)? (?:grant|contract|budget|agreement|sum|lease) of\W*$|\bthe\s+$", re.IGNORECASE
)


def is_beside(context: Context) -> bool:
    """Whether a recommendation's sum is asked for beside a cited decision, which approved something else.

    What was approved there is a contract, a grant or a programme, and the sum extends it, adds to it or is a
    share of it: the participle belongs to the words in front of it, not to the sum.
    """
    start, end = context.mention.sum.start, context.mention.sum.end
    sentence = context.before + context.after
    behind = next((c for c in context.cited if c.start >= end), None)
    if behind and _TO_THING.match(context.text[end : behind.start]):
        of_it = OF_THE.search(context.before) or _OWN_SIZE.search(context.before)
        return not (of_it or _REDIRECTED.search(sentence))
    ahead = next((c for c in reversed(context.cited) if c.end <= start), None)
    if ahead is None or not _THING_APPROVED.search(context.text, context.mention.sentence[0], ahead.start):
        return False
    between = context.text[ahead.end : start]
    first = _COST.match(between) and any(m.sum.start > start for m in context.same_sentence)
    its_own = first or _ITS_PRICE.match(between) or _STILL.search(between) or "£" in between
    return not (its_own or WAS_APPROVED.match(context.after) or _REDUCED.search(sentence))
