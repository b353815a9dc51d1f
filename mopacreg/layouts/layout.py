"""What a layout is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from mopacreg.text import Text

_HEAD = 6_000  # characters: a form's heading and a page's labels stand at its beginning


class Mark(NamedTuple):
    """What `times` lines of a document begin with, case ignored; `words`, in small letters, are a part of it."""

    words: str
    pattern: re.Pattern[str]
    times: int

    def is_on(self, text: Text, end: int | None) -> bool:
        """Whether the mark is found on lines that begin before offset `end` (None: on any)."""
        marked = [line for line in text.lines_with(self.words, end=end) if self.pattern.match(line.text)]
        return len(marked) >= self.times


@dataclass(frozen=True, slots=True)
class Layout:
    """A published form. `marks` must all be found in the text.

    `title` says where the title is looked for, in turn: `label` (after `Title:`),
    `above` (the last line above the first label), `below` (the first line below the labels).
    """

    name: str
    marks: tuple[Mark, ...]
    title: tuple[str, ...]
    anywhere: bool = False  # its marks may stand anywhere, and not only at the document's head

    def claims(self, text: Text) -> bool:
        """Whether the document is of this form."""
        return all(mark.is_on(text, None if self.anywhere else _HEAD) for mark in self.marks)


def mark(words: str, pattern: str, times: int = 1) -> Mark:
    """A mark: `pattern` at a line's beginning, but for signs before it; what it matches holds `words`."""
    return Mark(words, re.compile(rf"[^\w\n]*{pattern}", re.IGNORECASE), times)
