"""The labelled fields at a decision's head: which label, and where its value stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from mopacreg.layouts.parts import FURNITURE, part_opened_by
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line

_NAMES = {
    "reference": r"(?:decision )?reference(?: code| number| no\.?)?|decision (?:number|no\.?|code)|ref(?:\. no)?\.?",
    "signed": r"date signed|date of decision|decision date|date (?:approved|of approval)|signed(?: on)?",
    "published": r"date published|published(?: on)?|publication date|last updated",
    "signer": r"authorisation name|authorised by|decision (?:by|maker|taken by)|approved by|signed by",
    "title": r"title|subject|decision title",
    "other": r"directorate|page type|decision type|type|department|unit|team|contact|author|status|topic|tags?",
}
_LABEL = re.compile(
    r"^(?:[-–•·]\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items())
    + r")\s*(?::\s*|$)",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """A label's line and what follows the colon on it; `name` is a key of the label table above."""

    name: str
    line: Line
    start: int
    end: int

    def same_line(self, sheet: Sheet) -> str:
        """The value on the label's own line, repaired; empty where there is none."""
        return sheet.text.text[self.start : self.end].strip()


def label_on(line: Line) -> Label | None:
    """The label with which `line` begins, or None."""
    match = _LABEL.match(line.text)
    if not match or not match.lastgroup:
        return None
    if ":" not in match[0] and match.end() != len(line.text):
        return None
    return Label(match.lastgroup, line, line.start + match.end(), line.end)


def find(sheet: Sheet) -> list[Label]:
    """The labels of the decision's head, in order."""
    return [label for line in sheet.lines("header") if (label := label_on(line))]


def next_value(sheet: Sheet, label: Label) -> Line | None:
    """The line after an empty label that may be its value: not another label, a heading or furniture."""
    for line in sheet.text.lines[label.line.number : min(label.line.number + 2, sheet.last)]:
        if line.text:
            taken = label_on(line) or part_opened_by(line.text) or FURNITURE.match(line.text)
            return None if taken else line
    return None
