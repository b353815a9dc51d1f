"""Who decided, when, under which reference and title: what a decision's head says."""

from __future__ import annotations

from typing import NamedTuple

from mopacreg.facts.header import reference, title
from mopacreg.facts.header.fields import Words, find_one_line, values
from mopacreg.layouts import labels
from mopacreg.layouts.layout import Layout
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.trace import Trace
from mopacreg.values import dates, persons


class Header(NamedTuple):
    """What the head states; each None where it doesn't. `own` are all numbers that mean the decision itself."""

    reference: str | None
    title: str | None
    title_reference: str | None
    signed_on: str | None
    signed_by: str | None
    own: frozenset[str]


def read(sheet: Sheet, layout: Layout, trace: Trace) -> Header:
    """Read the head of the decision on `sheet`."""
    found = labels.find(sheet)
    one_line = find_one_line(sheet)
    title_words, title_reference = title.read(sheet, layout, found, one_line, trace)
    stated = reference.read(sheet, found, one_line, trace) or title_reference
    own = frozenset(r for r in (stated, title_reference) if r)
    if stated is None:
        stated = reference.from_download_row(sheet, trace) or reference.from_prose(sheet, trace)
        own = frozenset({stated} if stated else ())
    elif stated is title_reference and title_words is not None:
        reading = next(r for r in trace.readings if r.field == "title")
        trace.note("reference", reading.start, reading.end, "the reference printed before the title")
    return Header(
        stated,
        title_words,
        title_reference,
        _signed_on(sheet, found, one_line, trace),
        _signed_by(sheet, found, one_line, trace),
        own,
    )


def _signed_on(sheet: Sheet, found: list[labels.Label], one_line: Line | None, trace: Trace) -> str | None:
    for label in found:
        if label.name == "signed":
            for words in values(sheet, label):
                date = dates.read(sheet.text.text[words.start : words.end])
                if date:
                    trace.note(
                        "signed_on",
                        words.start + date.start,
                        words.start + date.end,
                        "date label",
                        date.doubt,
                    )
                    return date.iso
    if one_line:
        date = dates.find(one_line.text)[0]
        trace.note(
            "signed_on", one_line.start + date.start, one_line.start + date.end, "unlabelled header line"
        )
        return date.iso
    return None


def _signed_by(sheet: Sheet, found: list[labels.Label], one_line: Line | None, trace: Trace) -> str | None:
    places = [words for label in found if label.name == "signer" for words in values(sheet, label)]
    if one_line:
        places.append(Words(one_line.start + dates.find(one_line.text)[0].end, one_line.end))
    for words in places:
        name = persons.named(sheet.text.as_printed(words.start, words.end), sheet.text.text)
        if name:
            trace.note(
                "signed_by",
                words.start,
                words.end,
                "signer label"
                if words.end != (one_line.end if one_line else -1)
                else "unlabelled header line",
            )
            return name
    return None
