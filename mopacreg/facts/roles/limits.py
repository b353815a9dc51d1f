"""Limits of authority, as legal sections, schemes of delegation and regulations state them."""

from __future__ import annotations

import re

from mopacreg.facts.roles.context import Context

_CLEARLY = (
    r"above|over|exceed(?:s|ing)?|below|under|up to|upto|more than|less than|greater than|at least|in excess of"
    r"|limits?(?: of)?|thresholds?(?: of)?"
)
_CLEAR_BOUND = re.compile(rf"\b(?:{_CLEARLY})\W*(?:the |a |an )?$", re.IGNORECASE)
_BOUND = re.compile(
    rf"\b(?:{_CLEARLY}|from|of|at|reach(?:es)?|worth|valued? (?:at|of)?)\W*(?:the |a |an )?(?:\w+ of )?$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"^\W*(?:and|or) (?:above|more|over|greater|less|below|under|higher)|^\W*(?:threshold|limit|upwards?|\+)"
    r"|^(?:\W*\([^()]*\))?\W*(?:at|above|below|over) which",
    re.IGNORECASE,
)
_AT_WHICH = re.compile(
    r"^[^.;]{0,60}\b(?:value|level|point|sum|limit) (?:at|above|below|over|up to) which\b", re.IGNORECASE
)
# `regulations in which the value at which an award is reserved rises from £1,000 to £2,000`.
_LEVEL = re.compile(
    r"\b(?:value|level|point)s? (?:at|above|below|over|up to) which\b[^.;]*$|\b(?:limit|threshold)s?\b[^.;]*$",
    re.IGNORECASE,
)
_TO_OR_FROM = re.compile(r"\b(?:from|to|by|(?<!cost )of)\s+$", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:ris|rais|increas|reduc|lower|chang|revis|amend)\w*\b[^.;]*$", re.IGNORECASE)
_RULES = re.compile(
    r"\bschemes? of (?:consent|delegation)|\b(?:contracts?|financial|procurement) (?:regulations?|rules)"
    r"|\bstanding orders\b|\breserved (?:to|for)\b|\bthresholds?\b"
    r"|\b(?:delegated|delegation|authority|approval|authorisation) (?:\w+ )?(?:limit|level)s?\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:limit|threshold)s?\b|\blimited to\b", re.IGNORECASE)
_PERMITTED = re.compile(
    r"\bwithout (?:\w+ )?approval\b|\bapproval (?:is|was|be) required\b|\b(?:must|may) approve\b"
    r"|\bmust be (?:\w+ )?(?:consulted|informed|approved|referred|submitted)\b|\bha(?:s|ve) to be submitted\b",
    re.IGNORECASE,
)
_REGIME = re.compile(
    r"\bscheme of (?:consent|delegation)|\bdelegated (?:authority|power|limit)|\bcontracts? regulations?"
    r"|\bfinancial regulations?|\bstanding orders?|\bthresholds?\b|\breserved (?:to|for)\b"
    r"|\breserved? (?:awards|matters)\b|\b(?:beyond|within|above|exceeds?) (?:the|his|her|their|its) authority\b"
    r"|\bprocurement (?:rules|regulations?)",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\bDMPC\b|\bDeputy Mayor\b|\bMOPAC\b|\bapprov|\baward|\bhers?\b|\bDirector\b|\bofficer\b", re.IGNORECASE
)
# The header of a table of limits: who approves what, up to how much.
_LIMITS_TABLE = re.compile(r"\bapprov|\blimit|\bthreshold|\bdelegat|\bauthori[st]", re.IGNORECASE)


def is_set_limit(context: Context) -> bool:
    """Whether the sum is said to be a limit that is set (`raise to £500,000 the value at which …`).

    Or one that rules of authority have, and that is changed: from it, or to it.
    """
    before = context.before
    if _AT_WHICH.match(context.after):
        return True
    changed = _TO_OR_FROM.search(before) and _LEVEL.search(before) and _CHANGED.search(before)
    return bool(changed and _RULES.search(before))


def is_threshold(context: Context) -> bool:
    """Whether the sum is a limit of authority. A ceiling that the decision itself sets is none."""
    before, after = context.before, context.after
    bounded = bool(_BOUND.search(before[-30:]) or _BOUND_AFTER.search(after[:60]) or is_set_limit(context))
    own = context.decided.has(context.amount)
    if context.decided.regime and not own and (bounded or _LIMIT.search(before)):
        return True
    regime = bool(_REGIME.search(before) or _REGIME.search(after))
    if context.mention.unit.topic in ("legal", "commercial") and own:
        return bounded and regime
    if own:
        return False
    if context.mention.unit.kind == "row":
        return _is_in_limits_table(context)
    authority = bool(_AUTHORITY.search(before + after) or regime)
    if (_LIMIT.search(before) and authority) or (bounded and _PERMITTED.search(before + after)):
        return True
    if context.mention.unit.topic == "legal":
        return bounded or regime or bool(_AUTHORITY.search(before + after))
    near = bool(_REGIME.search(before[-120:]) or _REGIME.search(after[:120]))
    clear = bool(_CLEAR_BOUND.search(before[-30:]) or _BOUND_AFTER.search(after[:30]))
    return (bounded and near) or (clear and context.mention.unit.topic == "commercial")


def _is_in_limits_table(context: Context) -> bool:
    grid = next((g for g in context.sheet.grids if g.first_line <= context.mention.line <= g.last_line), None)
    return grid is not None and any(_LIMITS_TABLE.search(cell.text) for cell in grid.rows[0].cells)
