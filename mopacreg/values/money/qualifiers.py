"""The words beside a sum that qualify it (`up to`, `c`, `per annum`, `excl VAT`), in plain form."""

from __future__ import annotations

import re

_WHOLE = r"(?:(?:further |total |contract )*(?:value|total|sum|cost|budget|amount|limit|spend))"
# By the last word before the sum: a qualifier itself, or the end of a phrase that may be one.
_PLAIN_WORDS = (
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
)
_WORDS = {word: word for word in _PLAIN_WORDS}
_WORDS |= dict.fromkeys(("approximately", "approx", "approx.", "~"), "approximately")
_WORDS |= dict.fromkeys(("circa", "c", "c.", "ca", "ca."), "circa")
_WORDS |= {"estimated": "estimated", "est.": "estimated", "upto": "up to", "exceeding": "more than"}
_PHRASE_ENDS = frozenset(
    (
        "of",
        "is",
        "at",
        "to",
        "including",
        "additional",
        "further",
        "than",
        "exceed",
        "exceeding",
        "cost",
        "be",
        "least",
    )
)
_LAST_WORDS = _PHRASE_ENDS.union(_WORDS)
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})\Z"), plain)
    for words, plain in (
        (rf"maximum(?: {_WHOLE})?(?: of| is| at)|capped at", "a maximum of"),
        (rf"minimum(?: {_WHOLE})? of", "a minimum of"),
        (rf"up ?to(?: and including| an? (?:additional|further)| (?:a|the) {_WHOLE} of)?", "up to"),
        (r"(?:no|not) more than|(?:not|not to|without) exceed(?:ing)?", "no more than"),
        (rf"estimated(?: {_WHOLE})?(?: of| at| to be| to cost)?", "estimated"),
        (r"at least", "at least"),
        (r"less than", "less than"),
        (r"more than|in excess of", "more than"),
    )
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
    ahead = text[max(0, start - 56) : start].rstrip(" (\n\t\u00a0")
    word = ahead[-14:].split()[-1:]
    if not word or word[0].strip("(,").lower() not in _LAST_WORDS:
        return []
    words = ahead.split()
    found: list[str] = []
    while len(found) < 3 and words:
        last = words[-1].strip("(,")
        last = last.lower() if len(last) > 2 else last  # `Option C £5,000` is not circa
        phrase = _phrase(words) if last in _PHRASE_ENDS else None
        plain, taken = phrase or (_WORDS.get(last), 1)
        if not plain:
            break
        found.insert(0, plain)
        del words[-taken:]
    return found


def _phrase(words: list[str]) -> tuple[str, int] | None:
    """The qualifier that the last words are, and how many of them."""
    joined = " ".join(words).lower()
    for pattern, plain in _PHRASES:
        if match := pattern.search(joined):
            return plain, len(match[0].split())
    return None


def after(text: str, end: int) -> list[str]:
    """The qualifiers that stand after the sum which ends at `end`, in order."""
    found: list[str] = []
    while len(found) < 3 and (match := _AFTER.match(text, end)):
        found.append(match["words"] or _PLAIN[str(match.lastgroup)])
        end = match.end()
    return found
