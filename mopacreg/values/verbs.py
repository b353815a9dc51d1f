"""The verbs with which a decision maker is asked to act, and their plain forms."""

from __future__ import annotations

import re

# Plain forms of the verbs with which a decision maker is asked to act.
_VERBS = """
    abolish accept acknowledge acquire adopt agree allocate allow amend appoint approve ask assign
    authorise authorize award cancel carry commence commission commit confirm consent consider continue
    contract contribute create decide declare decline defer delegate designate determine direct discharge
    discontinue dispose endorse enter establish execute exercise extend finance fund give grant implement
    increase initiate instruct introduce invite issue join lease let license maintain make move nominate
    note novate offer pay permit proceed procure progress provide publish purchase ratify re-allocate
    re-appoint reallocate reappoint receive recommend recruit reduce refuse reimburse reject release
    relinquish remove renew request rescind respond retain review revoke sell set settle sign spend
    submit supersede support surrender suspend terminate transfer undertake update uplift use utilise
    vary vire waive withdraw write
"""
# Verbs that begin many other lines too.
_SELDOM = """
    adapt adjust advance allot apply apportion begin buy cease complete conclude consult convene deliver deploy
    develop distribute divide donate earmark employ empower enable engage ensure exclude exempt expand include
    indemnify invest keep launch lend meet merge negotiate obtain prolong pursue raise recognise record recover
    redirect refer repay replace require reserve resolve revert revise secure seek select take upgrade welcome
"""
VERBS = frozenset(_VERBS.split())
_SELDOM_VERBS = frozenset(_SELDOM.split())
DONE = (
    r"(?:approved|committed|agreed|allocated|set aside|awarded|accepted|granted|secured|authorised|gave|given|provided"
    r"|made available|earmarked|signed off|received|established|increased|released|put|settled|made|endorsed"
    r"|let|set|signed|commissioned|procured)"
)
"""What an earlier decision did, or was done by it (an expression, for small and large letters)."""
THIS_PAPER = r"\bthis (?:decision|paper|report|request|form|proposal)\b"
"""What a paper calls itself (an expression, for small and large letters)."""
_OBJECT = re.compile(
    r"(?:the|that|this|these|those|a|an|to|it|them|its|their|each|every|any|all|up|how|for|with)\b|[£\d]",
    re.IGNORECASE,
)

# Actions that decide nothing.
NOTING = frozenset({"note", "acknowledge", "consider"})
# Actions that put into effect what another recommendation approves: a sum in
# them is new only where no other recommendation has one.
CARRYING_OUT = frozenset({"delegate", "sign"})
_NOUNS = {
    "approval": "approve",
    "agreement": "agree",
    "acceptance": "accept",
    "delegation": "delegate",
    "authority": "authorise",
}


_CONDITION = re.compile(
    r"(?:subject|following|pursuant|further|having|in|under|for|on|with|if|where)\b[^,.;£]{3,90},\s+", re.I
)


def plain_verb(word: str) -> str | None:
    """The plain form of a verb of decision (`Agrees`, `approving`, `Approval`), or None."""
    low = word.casefold().strip(",.;:()")
    if low in _NOUNS:
        return _NOUNS[low]
    stems = [low]
    if low.endswith(("ies", "ied")):
        stems.append(low[:-3] + "y")
    if low.endswith("s"):
        stems += [low[:-1], low[:-2]]
    if low.endswith("ing"):
        stems += [low[:-3], low[:-3] + "e"]
    if low.endswith("ed"):
        stems += [low[:-1], low[:-2]]
    plain = next((stem for stem in stems if stem in VERBS), None)
    return {"authorize": "authorise", "re-allocate": "reallocate", "re-appoint": "reappoint"}.get(
        plain or "", plain
    )


def action_of(text: str) -> str | None:
    """The leading verb's plain form; an adverb, `to` or an article before it is passed over."""
    condition = _CONDITION.match(text)
    for word in text[condition.end() if condition else 0 :].split()[:4]:
        low = word.casefold().strip(",:()")
        plain = plain_verb(word)
        if plain:
            return plain
        if not (
            low.endswith("ly") or low in ("to", "and", "the", "that", "an", "a", "also", "in", "principle")
        ):
            return None
    return None


def seldom_action_of(text: str) -> str | None:
    """The plain form of a leading verb that seldom decides (`Requires each project to …`), before its object.

    For what is an item by its mark: such words begin other lines too.
    """
    words = text.casefold().split(maxsplit=2)
    if len(words) < 2 or not _OBJECT.match(words[1]):
        return None
    return next((stem for stem in (words[0], words[0].removesuffix("s")) if stem in _SELDOM_VERBS), None)
