"""The verbs with which a decision maker is asked to act, and their plain forms."""

from __future__ import annotations

import re

# Plain forms of the verbs with which a decision maker is asked to act.
_VERBS = """
    abolish accept acknowledge acquire adapt adjust adopt advance agree allocate allot allow amend apply appoint
    apportion approve ask assign authorise authorize award begin buy cancel carry cease commence commission
    commit complete conclude confirm consent consider consult continue contract contribute convene create decide
    declare decline defer delegate deliver deploy designate determine develop direct discharge discontinue
    dispose distribute divide donate earmark employ empower enable endorse engage ensure enter establish
    exclude execute exempt exercise expand extend finance fund give grant implement include increase indemnify
    initiate instruct introduce invest invite issue join keep launch lease lend let license maintain make
    meet merge move negotiate nominate note novate obtain offer pay permit proceed procure progress prolong
    provide publish purchase pursue raise ratify re-allocate re-appoint reallocate reappoint receive
    recognise recommend record recover recruit redirect reduce refer refuse reimburse reject release relinquish
    remove renew repay replace request require rescind reserve resolve respond retain revert review revise revoke
    secure seek select sell set settle sign spend submit supersede support surrender suspend take terminate
    transfer undertake update upgrade uplift use utilise vary vire waive welcome withdraw write
"""
VERBS = frozenset(_VERBS.split())

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
