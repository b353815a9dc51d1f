"""A document's text, cleaned so that every character keeps its place.

Markup is blanked and scanning damage mended by characters of the same count,
so an offset in the cleaned text is the same offset in the source: the way
home is the identity, and a fact's words as written are `raw[start:end]`.

`printed` has its markup blanked and a symbol font's signs as they show, and is
otherwise as it stands (texts of the record come from it); `text` is also repaired (facts are read from it).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from mopacreg.letters import mended
from mopacreg.values.marks import BULLET_SIGNS, shown

# Markup that conversions and scans leave in the text: heading marks, bold and
# italic stars in pairs, tags, the target of a link, TeX's dollar signs beside
# a TeX command. A star by itself is left: it may be a tick.
# Each pattern is tried only where its sign stands in the text at all, and begins with it.
_HEADING_MARK = re.compile(r"\n[ \t]*\#{1,6}(?=\s)")
_MARKUP = (
    ("<", re.compile(r"</?[A-Za-z][^<>\n]{0,80}>")),
    ("$", re.compile(r"\$(?:(?=\\)|(?<=[\dA-Za-z}]\$)(?=[\s.,;:)]|$))", re.MULTILINE)),
    ("](", re.compile(r"\]\((?:https?:|/|mailto:)[^)\s]*\)")),
)
_STAR_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")

# A mark with which a list's item or a numbered paragraph begins.
_LIST_MARK = re.compile(
    rf"[ ]*(?:[{BULLET_SIGNS}]|\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[a-zA-Z]|[ivx]{{1,4}})[.):]?)"
)
_WORDS = re.compile(r"\t+[A-Za-z£“‘\"'(]")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def unmarked(raw: str) -> str:
    """`raw` with its markup blanked by as many spaces, and a symbol font's signs as they show."""
    if "*" in raw:
        raw = _STAR_ITALIC.sub(lambda m: f" {m[1]} ", raw.replace("**", "  "))
    if "#" in raw:
        raw = _HEADING_MARK.sub(lambda m: "\n" + " " * (len(m[0]) - 1), f"\n{raw}")[1:]
    for sign, pattern in _MARKUP:
        if sign in raw:
            raw = pattern.sub(_blank, raw)
    return shown(raw)


def _untabbed(text: str) -> str:
    """`text` with the tab between a list's mark and its words as spaces: it parts no cells (`•\tApprove …`)."""
    at = text.find("\t")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        words = _WORDS.match(text, at)
        if words and _LIST_MARK.fullmatch(text, start, at) and text.find("\t", words.end(), end) < 0:
            text = text[:at] + " " * (words.end() - 1 - at) + text[words.end() - 1 :]
        at = text.find("\t", end)
    return text


def repaired(raw: str) -> str:
    """`raw` with markup blanked and look-alike letters and spaces mended; the same length as `raw`."""
    return mended(unmarked(raw))


def _in_small_letters(text: str) -> str:
    """`text` in small letters; a letter whose small one is two characters stays as it is."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def folded(text: str) -> str:
    """`text` on one line: runs of white space as one space, none at the ends."""
    return " ".join(text.split())


class Line(NamedTuple):
    """One line; `start:end` are the offsets of its words without the space around them; `text` is repaired."""

    number: int
    start: int
    end: int
    text: str


class Text:
    """A document's text with its lines. Offsets are the same in `raw`, `printed`, `text`, `prose` and `lower`.

    `prose` is `text` with its line breaks as spaces: a phrase of a sentence that a line's end cuts is one.
    `lower` is `text` in small letters: a plain word is found in it many times faster than by a pattern.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.printed = _untabbed(unmarked(raw))
        self.text = mended(self.printed)
        self.prose = self.text.replace("\n", " ")
        self.lower = _in_small_letters(self.text)
        whole = self.text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in whole[:-1])]
        words = [line.strip() for line in whole]
        # The first of a line's words is the first that is no space.
        starts = [at + line.find(word[:1]) for at, line, word in zip(self._starts, whole, words, strict=True)]
        ends = map(add, starts, map(len, words))
        self.lines = list(map(Line, count(1), starts, ends, words))

    def lines_with(self, *words: str, end: int | None = None) -> list[Line]:
        """The lines that hold any of `words` (in small letters, or signs), whatever their case; in order.

        Words behind offset `end` don't count.
        """
        found: set[int] = set()
        for each in words:
            at = self.lower.find(each, 0, end)
            while at >= 0:
                number = bisect_right(self._starts, at)
                found.add(number)
                at = self.lower.find(each, self._starts[number], end) if number < len(self._starts) else -1
        return [self.lines[number - 1] for number in sorted(found)]

    def line_at(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        return bisect_right(self._starts, offset)

    def whole_line(self, number: int) -> tuple[int, int]:
        """The offsets of line `number` (1-based) as it stands, indent included."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.raw)
        return start, end

    def as_printed(self, start: int, end: int) -> str:
        """The words of `start:end` on one line, markup removed and nothing corrected."""
        return folded(self.printed[start:end])
