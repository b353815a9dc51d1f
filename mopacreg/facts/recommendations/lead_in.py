"""The sentence that leads in to the recommendations, or is one itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mopacreg.facts.recommendations.marks import mark_of
from mopacreg.layouts.cut import LEAD_IN
from mopacreg.text import Line
from mopacreg.values.verbs import action_of

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")

_TO = re.compile(r"\b(?:recommended|asked|requested|invited)\s+to\b\s*:?\s*", re.IGNORECASE)

_THAT = re.compile(
    r"\bthat the (?:DMPC|Deputy Mayor(?: for Policing and Crime)?|MOPAC)\b(?: \(DMPC\))?\s*:?\s*",
    re.IGNORECASE,
)

_THE = re.compile(
    r"(?:^|(?<=[.:] ))The (?:DMPC|Deputy Mayor(?: for Policing and Crime)?)(?: \(DMPC\))?"
    r"\s+(?=\S)(?!is\b|for Policing\b)"
)
_OPENS = re.compile(r":$|\b(?:recommended|asked|requested|invited) to$")


@dataclass(slots=True)
class Draft:
    """An item in the making: its printed number, its lead-in's verb, and the stretches of text that are its own."""

    printed: str
    lead_action: str | None
    spans: list[tuple[int, int]]


def lead_action_of(lead: list[Line]) -> str | None:
    """The verb of a lead-in that has one of its own (`is asked to approve:`)."""
    for line in lead:
        for pattern in (_TO, _THAT, _THE):
            match = pattern.search(line.text)
            if match and (rest := line.text[match.end() :].strip(" :")):
                return action_of(rest)
    return None


def by_sentence(lines: list[Line]) -> Iterator[Draft]:
    """Each lead-in sentence as an item that begins at its verb; what explains it, and its bullets, belong to it."""
    current: Draft | None = None
    for line in lines:
        mark = mark_of(line.text)
        # A sentence's own number is no part of it, nor a sentence.
        first = mark.end if mark and LEAD_IN.search(line.text[mark.end :]) else 0
        cuts = [first, *(m.end() for m in _SENTENCE_END.finditer(line.text, first)), len(line.text)]
        for begin, end in pairwise(cuts):
            sentence = line.text[begin:end].rstrip()
            verb = _verb_at(sentence)
            if verb is not None:
                if current:
                    yield current
                current = Draft("", None, [(line.start + begin + verb, line.start + begin + len(sentence))])
            elif current and sentence:
                current.spans.append((line.start + begin, line.start + begin + len(sentence)))
    if current:
        yield current


def _verb_at(sentence: str) -> int | None:
    """Where the verb of a lead-in sentence begins, or None where the sentence doesn't lead in."""
    if not LEAD_IN.search(sentence):
        return None
    for pattern in (_TO, _THAT, _THE):
        match = pattern.search(sentence)
        if match and match.end() < len(sentence):
            return match.end()
    return None


def unmarked(lead: list[Line], rest: list[Line], lead_action: str | None) -> Iterator[Draft]:
    """Items without marks: lines that begin with a verb, or the lead-in sentences themselves."""
    verbs = [line for line in rest if action_of(line.text)]
    if len(verbs) < len(rest):  # a small letter may go on with the line above
        verbs = [line for line in verbs if line.text[0].isupper()]
    opens = bool(lead) and bool(_OPENS.search(lead[-1].text))
    if verbs and (opens or not lead):
        current: Draft | None = None
        for line in rest:
            if line in verbs:
                if current:
                    yield current
                current = Draft("", lead_action, [(line.start, line.end)])
            elif current and len(line.text) > 25:
                current.spans.append((line.start, line.end))
        if current:
            yield current
        return
    found = list(by_sentence([*lead, *rest]))
    yield from found or (
        Draft("", lead_action, [(line.start, line.end)]) for line in rest if len(line.text) > 25
    )
