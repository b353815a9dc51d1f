"""At which line of a document something stands that the record keeps without its line.

Looked for only once there is a finding to place: a document's text is not read otherwise.
"""

from __future__ import annotations

import re

from mopacreg.layouts import labels
from mopacreg.record import Decision
from mopacreg.text import Line, repaired
from mopacreg.values import dates, references

_HEAD = 60  # lines: a decision's head is shorter


def _lines(text: str, decision: Decision, limit: int | None = None) -> list[Line]:
    """The decision's own lines of the document's text, repaired."""
    last = decision.last_line if limit is None else min(decision.last_line, decision.first_line + limit)
    # A decision alone in its document has all of it, wherever its parts begin.
    whole = text.split("\n")[decision.first_line - 1 : max(last, decision.first_line)]
    words = [repaired(line).strip() for line in whole]
    return [Line(number, 0, len(line), line) for number, line in enumerate(words, decision.first_line)]


def label(text: str, decision: Decision, name: str) -> int:
    """The line of the head's label (`signed`, `reference`); the decision's first line where it has none."""
    for line in _lines(text, decision, _HEAD):
        found = labels.label_on(line)
        if found and found.name == name:
            return line.number
    return decision.first_line


def reference(text: str, decision: Decision) -> int:
    """The line of the head that states the decision's reference; its first line where none does."""
    own = label(text, decision, "reference")
    for line in _lines(text, decision, _HEAD):
        if line.number >= own and any(m.reference == decision.reference for m in references.find(line.text)):
            return line.number
    return own


def date(text: str, decision: Decision, iso: str) -> int | None:
    """The last line on which a date (ISO) stands: that of a signature, for forms end with them."""
    for line in reversed(_lines(text, decision)):
        if any(found.iso == iso for found in dates.find(line.text)):
            return line.number
    return None


def words(text: str, decision: Decision, phrase: str) -> int | None:
    """The line at which a phrase begins, in any case and however its words are divided over lines."""
    lines = _lines(text, decision)
    sought = re.compile(r"\s+".join(re.escape(word) for word in phrase.split()), re.IGNORECASE)
    found = sought.search("\n".join(line.text for line in lines))
    return decision.first_line + found.string.count("\n", 0, found.start()) if found else None
