"""The words beside a sum that qualify it (`up to`, `c`, `per annum`, `excl VAT`), in plain form."""

from __future__ import annotations

import re

_WHOLE = r"(?:(?:further |total |contract )*(?:value|total|sum|cost|budget|amount|limit|spend))"
_BEFORE = tuple(
    (re.compile(rf"(?:^|[\s(,;:–—-])(?:{words})$"), plain)
    for words, plain in (
        (rf"maximum(?: {_WHOLE})?(?: of| is| at)|capped at", "a maximum of"),
        (rf"minimum(?: {_WHOLE})? of", "a minimum of"),
        (rf"up ?to(?: and including| an? (?:additional|further)| (?:a|the) {_WHOLE} of)?", "up to"),
        (r"(?:no|not) more than|(?:not|not to|without) exceed(?:ing)?", "no more than"),
        (rf"estimated(?: {_WHOLE})?(?: of| at| to be| to cost)?|est\.?", "estimated"),
        (r"approximately|approx\.?|~", "approximately"),
        (r"circa|ca?\.?", "circa"),
        (r"at least", "at least"),
        (r"less than", "less than"),
        (r"more than|in excess of|exceeding", "more than"),
        (r"(?P<word>around|about|roughly|nearly|almost|over|above|under|below|between)", ""),
    )
)
# A quick look before the patterns: most sums have none of these before them.
_LAST_LETTERS = (
    *("of", "is", "at", "to", "including", "additional", "further", "than", "exceed", "exceeding", "cost"),
    *(" be", "estimated", "est", "est.", "mately", "approx", "approx.", "circa", "c", "c.", "ca", "ca.", "~"),
    *(
        "least",
        "around",
        "about",
        "roughly",
        "nearly",
        "almost",
        "over",
        "above",
        "under",
        "below",
        "between",
    ),
)
_AFTER = re.compile(
    r",?[ \u00a0\n]?\(?(?:(?P<annum>per annum|p\.?a\b\.?|a year|per year|annually|every year)"
    r"|(?:(?:in|for|to) )?(?P<each>each)\b"
    r"|(?P<words>per [a-z]+|(?:and|or) (?:above|over|more|less|under|below))\b"
    r"|(?P<excluding>(?:ex(?:cl)?\.?|excluding|exclusive of|plus) VAT)"
    r"|(?P<including>(?:incl?\.?|including|inclusive of) VAT))"
)
_PLAIN = {"annum": "per annum", "each": "each", "excluding": "excluding VAT", "including": "including VAT"}


def before(text: str, start: int) -> list[str]:
    """The qualifiers that stand before the sum at `start`, the first word first: `up to c£3m` has two."""
    words = text[max(0, start - 56) : start].rstrip(" (\n\t\u00a0").lower()
    found: list[str] = []
    while len(found) < 3 and words.endswith(_LAST_LETTERS):
        words = " ".join(words.split())
        matches = ((pattern.search(words), plain) for pattern, plain in _BEFORE)
        match, plain = next(((match, plain) for match, plain in matches if match), (None, ""))
        if not match:
            break
        found.insert(0, plain or match["word"])
        words = words[: match.start()].rstrip()
    return found


def after(text: str, end: int) -> list[str]:
    """The qualifiers that stand after the sum which ends at `end`, in order."""
    found: list[str] = []
    while len(found) < 3 and (match := _AFTER.match(text, end)):
        found.append(match["words"] or _PLAIN[str(match.lastgroup)])
        end = match.end()
    return found
