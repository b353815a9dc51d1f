"""What a citing sentence calls the decision that it cites, in quotes, and whether that may be its title.

Only what stands in quotes right beside the number is taken for a title: other words behind a number say
as often what was done (`PCD 79 on crime prevention`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.record import Citation, Decision

_QUOTED = r"(?:“(?P<curly>[^“”]{5,200})”|\"(?P<straight>[^\"]{5,200})\"|‘(?P<single>[^‘]{5,200}?)’(?!\w))"
_AFTER = re.compile(rf"[\s,:;(–—-]*(?:(?:is |was )?(?:entitled|titled|called)[\s,:]*)?{_QUOTED}", re.I)
_BEFORE = re.compile(rf"{_QUOTED}[\s,:(–—-]*(?:(?:DMPC )?Decision )?\Z", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with")
)
# A name that the paper gives a thing for itself: PCD 5 (“the Agreement”).
_DEFINING = re.compile(r"(?:the|this|that|an?)\b", re.IGNORECASE)
_FEWEST = 2  # words that say something: of one, nobody knows whether it is a title
_STEM = 5  # letters: commission, commissioned and commissioning are one word
_INITIALS = 2


def claimed(decision: Decision, citation: Citation) -> Iterator[str]:
    """What the passage in which a decision is cited calls it, each as printed but on one line."""
    name = re.compile(r"\s+".join(map(re.escape, citation.text.split())) + r"(?!\w)")
    for passage in _passages(decision, citation.place):
        for match in name.finditer(passage) if citation.text.strip() else ():
            beside = (_AFTER.match(passage, match.end()), _BEFORE.search(passage[: match.start()][-250:]))
            for found in filter(None, beside):
                title = " ".join((found["curly"] or found["straight"] or found["single"]).split())
                if _may_be_title(title):
                    yield title


def _passages(decision: Decision, place: str | None) -> Iterator[str]:
    if place == "summary" and decision.summary:
        yield decision.summary
    for item in decision.recommendations:
        if place == f"recommendation {item.number}":
            yield item.text
    for section in decision.sections:
        for paragraph in section.paragraphs:
            if place is not None and paragraph.number == place:
                yield paragraph.text


def _may_be_title(words: str) -> bool:
    return not words[0].islower() and not _DEFINING.match(words) and len(_words(words)) >= _FEWEST


def alike(one: str, other: str) -> bool:
    """Whether two titles share a word that says something, in any form, or the initials of some."""
    if {word[:_STEM] for word in _words(one)} & {word[:_STEM] for word in _words(other)}:
        return True
    return _abbreviated(one, other) or _abbreviated(other, one)


def within(title: str, text: str) -> bool:
    """Whether a text has all the words of a title, in whatever order and form."""
    folded = text.casefold()
    return all(word[:_STEM] in folded for word in _words(title))


def _words(title: str) -> list[str]:
    return [word for word in map(str.casefold, _WORD.findall(title)) if word not in _SMALL]


def _abbreviated(short: str, long: str) -> bool:
    """Whether one has the initials of the other's words: VRU and Violence Reduction Unit."""
    initials = "".join(word[0] for word in _words(long))
    names = (word for word in _WORD.findall(short) if word.isupper() and len(word) >= _INITIALS)
    return any(name.casefold() in initials for name in names)
