"""The marks that items of a list begin with."""

from __future__ import annotations

import re

BULLET = r"[-–—•·▪●○◦‣]"

MARKS = (
    ("named", re.compile(r"^(?:Recommendation|Decision) (\d{1,2})\s*[:.)–-]\s*", re.IGNORECASE)),
    ("number", re.compile(rf"^(?:{BULLET}\s+)?\(?(\d{{1,2}})[.)](?:\s+|(?=[A-Z]))(?!\d)")),
    ("letter", re.compile(rf"^(?:{BULLET}\s+)?\(?([a-hj-uwyzA-HJ-UWYZ])[.)]\s+")),
    ("roman", re.compile(rf"^(?:{BULLET}\s+)?\(?([ivxIVX]{{1,4}})[.)]\s+")),
    ("bare", re.compile(r"^(\d{1,2})\s+(?=[A-Z][a-z])")),
    ("bullet", re.compile(rf"^{BULLET}\s+()")),
)

ANY_MARK = re.compile(rf"^(?:{BULLET}\s+)?(?:\(?\w{{1,4}}[.)]\s+)?")


def mark_kind(text: str) -> str | None:
    return next((kind for kind, pattern in MARKS if pattern.match(text)), None)
