"""The marks that items of a list begin with."""

from __future__ import annotations

import re
from typing import NamedTuple

from mopacreg.values.marks import BULLET

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?"
_MARKS = (
    ("named", re.compile(r"^(?:Recommendation|Decision) (\d{1,2})\s*[:.)–-]\s*", re.IGNORECASE)),
    ("decimal", re.compile(rf"^(?:{BULLET}\s+)?(\d{{1,2}}\.\d{{1,2}})[.)]?\s+(?=[A-Z])")),
    ("number", re.compile(rf"^(?:{BULLET}\s+)?\(?(\d{{1,2}})[.)](?:\s+|(?=[A-Z]))(?!\d)")),
    ("letter", re.compile(rf"^(?:{BULLET}\s+)?\(?([a-hj-uwyzA-HJ-UWYZ])[.)]\s+")),
    ("roman", re.compile(rf"^(?:{BULLET}\s+)?\(?([ivxIVX]{{1,4}})[.)]\s+")),
    # `1 Approve …`, and no wrapped `1 April 2020`
    ("bare", re.compile(rf"^(\d{{1,2}})\s+(?=[A-Z][a-z])(?!{_MONTH}\b)")),
    # `1 the acceptance of …`, and no wrapped `3 years of …`
    ("small", re.compile(r"^(\d)\s+(?=[a-z]+\b)(?!(?:years?|months?|weeks?|days?|of|and|to|or|in|per)\b)")),
    ("bullet", re.compile(rf"^({BULLET}|[✓✔])\s+")),
)


class Mark(NamedTuple):
    """A mark at a line's beginning: its kind, what is printed (`2`, `b`, `•`), and where the words behind it begin."""

    kind: str
    printed: str
    end: int

    @property
    def number(self) -> str:
        """The number as printed, or nothing for a letter or a bullet."""
        return self.printed if self.printed.isdigit() else ""

    def continues(self, first: Mark, last: Mark) -> bool:
        """Whether the mark goes on with the list that `first` began and `last` is the last item of.

        Bullets of another shape are a list below it; an `i` behind an `h` is a letter.
        """
        if self.kind == "small" == first.kind:
            return int(self.printed) - int(last.printed) == (0 if self.printed == first.printed else 1)
        if first.kind == "letter" and self.kind == "roman":
            return len(self.printed) == 1 and ord(self.printed) == ord(last.printed) + 1
        return self.kind == first.kind and (self.kind != "bullet" or self.printed == first.printed)


def mark_of(text: str) -> Mark | None:
    """The mark with which `text` begins, or None."""
    for kind, pattern in _MARKS:
        if match := pattern.match(text):
            return Mark(kind, match[1], match.end())
    return None
