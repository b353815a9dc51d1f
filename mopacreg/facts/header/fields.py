"""Where a head's fields stand: after a label, or on one unlabelled line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.layouts import labels
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.values import dates, references


class Words(NamedTuple):
    """Where a value stands: its offsets in the text."""

    start: int
    end: int


def values(sheet: Sheet, label: labels.Label) -> Iterator[Words]:
    """Where a label's value may stand: on its line, else on the next."""
    if label.same_line(sheet):
        yield Words(label.start, label.end)
    elif line := labels.next_value(sheet, label):
        yield Words(line.start, line.end)


def find_one_line(sheet: Sheet) -> Line | None:
    """The unlabelled line of reference, date and signer, where the head has one."""
    for line in sheet.lines("header"):
        mention = next(iter(references.find(line.text)), None)
        if mention and mention.start <= 1:
            date = next(iter(dates.find(line.text[mention.end :])), None)
            if date and not line.text[mention.end : mention.end + date.start].strip(" ,–-"):
                return line
    return None
