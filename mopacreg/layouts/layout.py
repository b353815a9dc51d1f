"""What a layout is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = 6_000  # characters: a form's heading and a page's labels stand at its beginning


@dataclass(frozen=True, slots=True)
class Layout:
    """A published form. `marks` must all be found in the text (per line, case ignored).

    `title` says where the title is looked for, in turn: `label` (after `Title:`),
    `above` (the last line above the first label), `below` (the first line below the labels).
    """

    name: str
    marks: tuple[re.Pattern[str], ...]
    title: tuple[str, ...]
    anywhere: bool = False  # its marks may stand anywhere, and not only at the document's head

    def claims(self, text: str) -> bool:
        """Whether the document is of this form."""
        end = len(text) if self.anywhere else _HEAD
        return all(mark.search(text, 0, end) for mark in self.marks)


def mark(pattern: str) -> re.Pattern[str]:
    """A mark: a pattern that some line of the document holds."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)
