"""Where the sentences of a stretch of text begin and end."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z£•·\d])"
    r"|(?<=[.!?][\"”’)])\s+(?=[\"“‘(]?[A-Z£])"
    r"|\n\s*(?=[•·▪●○◦‣]\s|[-–]\s+\S)"
)
# A full stop after these ends no sentence; nor does one after a list's number or an initial.
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Ltd|St|Dr|Mr|Mrs|Ms|Rev|Sgt|Insp|e\.g|i\.e|etc|cf|p\.a|approx|incl|excl|para|paras|art|vs|v|s|ss)"
    r"|(?:^|\n)\s*\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-zA-Z])|\s[A-Z])\.$",
    re.IGNORECASE,
)


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as offsets into `text`, in order, none empty."""
    found = []
    begin = start
    for match in _END.finditer(text, start, end):
        if "\n" not in match[0] and _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start()):
            continue
        if text[begin : match.start()].strip():
            found.append((begin, match.start()))
        begin = match.end()
    if text[begin:end].strip():
        found.append((begin, end))
    return found
