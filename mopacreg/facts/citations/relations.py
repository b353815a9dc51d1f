"""What a decision does to another that it cites: amends, extends, supersedes, continues it, is paid for by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mopacreg.values import references
from mopacreg.values.verbs import DONE, THIS_PAPER

_RELATIONS = (
    (
        "supersedes",
        r"\bsupersed\w*|\breplac(?:e|es|ing)\b|\brescind\w*|\brevok\w*|\bin place of\b|\binstead of\b",
    ),
    (
        "amends",
        r"\bamend\w*|\bvar(?:y|ies|iation of|iation to)\b|\brevis(?:e|es|ed|ion)\b|\bchang(?:e|es) to\b"
        r"|\breduc(?:es?|ing|tion of|tion in|tion to) (?:£[\d.,]+ ?\w* in )?the (?:[\w-]+ ){0,2}"
        r"(?:budget|grant|value|contract|award|allocation)\b",
    ),
    (
        "extends",
        r"\bexten(?:d|ds|sion|ding)\b|\b(?:is|are|now) (?:now )?to be extended\b|(?<!to )\bbe extended\b|\blengthen\w*",
    ),
    (
        "funded-by",
        r"\bfunded (?:by|from|through|under|via)\b|\bdrawn? (?:down )?from\b|"
        r"\bpaid (?:for )?(?:from|by|out of)\b|\bmet from\b|\bcharged to the\b|\bout of the\b",
    ),
    ("continues", r"\bcontinu\w*|\bfollows? on\b|\bfurther to\b|\bbuilds? on\b|\broll(?:ed|s)? forward\b"),
)
_RELATION = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _RELATIONS)
# What somebody did, or what was done: `PCD 1 approved the case to replace …`, `the DMPC approved an extension …`.
_TOLD = re.compile(
    rf"\b(?:was|were|been|had|has|have|which|that|who|DMPC\)?|MOPAC\)?|MPS\)?|Mayor|Crime|it|she|he|they|\d+\)?)"
    rf"\s+(?:\w+ly\s+)?{DONE}\b",
    re.IGNORECASE,
)
# `A revised plan was approved in PCD 1`.
_WAS_DONE = re.compile(
    rf"(?<!that )(?<!which )\b(?:was|were|had been)\s+(?:\w+ly\s+)?{DONE}\b", re.IGNORECASE
)
_NOW = re.compile(
    rf"{THIS_PAPER}"
    r"|\b(?:is|are|will|would|now|seeks?|proposes?|asks?|requests?|wishes|needs?"
    r"|and (?:approve|agree|award|authorise|extend|vary|amend))\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[;(]|, (?:which|who|where)\b")
_SOUGHT = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:sought|proposed|recommended|requested|required|needed|asked|planned)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:supersede|replace|rescind|revoke|amend|varie|revise|extend|continue|lengthen)s", re.IGNORECASE
)
_BY_THIS = re.compile(rf"\s+(?:\w+\s+)?(?:by|in|within|under|through) {THIS_PAPER}", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|nothing|neither|never|nor|no)\b[^.;]*$", re.IGNORECASE)
_THIS_DECISION = re.compile(rf"\s*{THIS_PAPER}\s+(\w+ (?:that|this|the|it)\b)", re.IGNORECASE)


def read(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: references.Mention,
    mentioned: Sequence[references.Mention],
) -> str:
    """What the sentence says this decision does to the one found in it, or the next: RECORD.md's `relation`.

    `spans` are the citing sentence and those behind it, `mentioned` the decisions that these name. The next
    tells in `PCD 1 awarded it. This decision extends that contract.` `cites` where nothing more is said.
    """
    start, end = spans[0]
    own = _relation(text[start:end], found.start - start)
    if own is None and len(spans) > 1:
        start, end = spans[1]
        opening = _THIS_DECISION.match(text, start, end)
        if opening and not any(start <= other.start < end for other in mentioned):
            own = _relation(text[opening.start(1) : opening.end()], 0)
    return own or "cites"


def _relation(sentence: str, at: int) -> str | None:
    """What the sentence says this decision does to the cited one; None where it says no more.

    What it tells of the past, the cited decision or another did (`PCD 1 approved the case to replace the boats`).
    """
    nearest = None
    for name, words in _RELATION:
        for match in words.finditer(sentence):
            before = sentence[: match.start()]
            told = _TOLD.search(before) or _WAS_DONE.search(sentence[match.end() : at])
            if _DENIED.search(before[-40:]) or (told and not _is_now(sentence, match)):
                continue
            distance = min(abs(match.start() - at), abs(match.end() - at))
            if nearest is None or (name != "supersedes" and distance < nearest[0]):
                nearest = (distance, name)
    return nearest[1] if nearest else None


def _is_now(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words say what this decision does, and not what was done: they stand in the present tense."""
    said, clause = sentence[: match.end()], _CLAUSE_END.split(sentence[match.end() :], maxsplit=1)[0]
    if _SOUGHT.search(clause):
        return True
    return bool(_NOW.search(said) or _DOES.fullmatch(match[0]) or _BY_THIS.match(sentence, match.end()))
