"""Where the sentences of a stretch of text begin and end."""

from __future__ import annotations

import re

from mopacreg.values.marks import BULLET

# Each choice begins with a plain character, which the regex engine skips to.
_NEXT = r"[\"”’)]?\s+(?=[\"“‘(]?[A-Z£•·\d])"
_END = re.compile(rf"\.{_NEXT}|!{_NEXT}|\?{_NEXT}|\n\s*(?={BULLET}\s+\S)")
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
        stop = match.start() + (text[match.start()] != "\n")
        if "\n" not in match[0] and _ABBREVIATION.search(text, max(begin, stop - 12), stop):
            continue
        if text[begin:stop].strip():
            found.append((begin, stop))
        begin = match.end()
    if text[begin:end].strip():
        found.append((begin, end))
    return found
