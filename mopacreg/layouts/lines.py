"""The lines as a person reads them: a number standing alone is its line's, a heading is parted from its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mopacreg.layouts import parts as headings
from mopacreg.text import Line, Text

_LONGEST_NUMBER = 10
_NUMBER_ALONE = re.compile(r"\d{1,2}\.(?:\d{1,2}\.?(?:\d{1,2}\.?)?)?")
_PARTED_NUMBERS = 4  # so many are no page numbers or figures
_RUN_ON = re.compile(r"(?P<heading>(?P<number>\d{1,2})[.)]?\s+\D{4,60}?)\s+(?=(?P=number)\.1\.?\s+[A-Z])")
# Words that end no sentence: `in consultation with the`, `as set out in paragraph`.
_SMALL_WORDS = "the a an of and or with by for to in from under that their its his her see at"
_UNFINISHED = frozenset(f"{_SMALL_WORDS} paragraph paragraphs section sections table tables".split())
_SENTENCE_ENDS = '.:;!?)”"'
_SHORTEST_PROSE = 40  # characters
_IN_SECTION = re.compile(r"(?:[-–•]\s+)?(\d{1,2})\.\d")


def as_read(text: Text, lines: list[Line]) -> list[Line]:
    """`lines`, put together or parted where a scan or a page has them otherwise; their offsets hold in `text`."""
    return list(_with_headings_parted(_with_numbers(text, lines)))


def _with_numbers(text: Text, lines: list[Line]) -> list[Line]:
    """`lines`, a number that stands alone made one with the line below, as some scans part every one of them."""
    alone = {
        line.number: text.text[line.start : after.end]
        for line, after in pairwise(lines)
        if len(line.text) < _LONGEST_NUMBER
        and _NUMBER_ALONE.fullmatch(line.text)
        and after.text[:1].isalpha()
    }
    if len(alone) < _PARTED_NUMBERS:
        return lines
    return [
        line._replace(end=line.start + len(alone[line.number]), text=alone[line.number])
        if line.number in alone
        else line
        for line in lines
        if line.number - 1 not in alone
    ]


def _with_headings_parted(lines: list[Line]) -> Iterator[Line]:
    """`lines`, a section's heading parted from its first paragraph (`3. Financial Comments 3.1 The whole …`).

    Where the section is the next one, and no sentence is cut by the line's beginning.
    """
    section, above = 0, ""
    for line in lines:
        numbered = line.text[:1].isdigit()
        run_on = _RUN_ON.match(line.text) if numbered else None
        paragraph = _IN_SECTION.match(line.text) if numbered or line.text[:1] in "-–•" else None
        section, due = (int(paragraph[1]) if paragraph else section), section + 1
        topic = headings.topic_of(run_on["heading"]) if run_on and _ended(above) else None
        above = line.text
        if run_on and topic and int(run_on["number"]) == due and (section or topic == "introduction"):
            section = due
            at = run_on.end("heading")
            behind = run_on.end()
            yield line._replace(end=line.start + at, text=line.text[:at])
            yield line._replace(start=line.start + behind, text=line.text[behind:])
        else:
            yield line


def is_cut(words: str) -> bool:
    """Whether the line's end cuts a sentence, by its last word."""
    return words[-1] == "," or words.rpartition(" ")[2].lower() in _UNFINISHED


def goes_on(words: str) -> bool:
    """Whether a sentence may go on behind the line: it is cut, or running text that no sentence's end ends."""
    return is_cut(words) or (len(words) > _SHORTEST_PROSE and words[-1] not in _SENTENCE_ENDS)


def _ended(above: str) -> bool:
    """Whether no sentence goes on from the line above."""
    return not above or above[-1] in ".;:)" or bool(headings.NOISE.match(above))
