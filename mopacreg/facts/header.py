"""Who decided, when, under which reference and title: what a decision's head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mopacreg.layouts import labels
from mopacreg.layouts.layout import Layout
from mopacreg.layouts.parts import FURNITURE, ORGANISATION, part_opened_by
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line, folded
from mopacreg.trace import Trace
from mopacreg.values import dates, references

_POST = re.compile(r"\b(?:Mayor|MOPAC|Officer|Director|Commissioner|Head|Chief|Office|Policing)\b")
_PERSON = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Baroness)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}$"
)
_FORM_HEADING = re.compile(r"\bDECISION\b", re.IGNORECASE)
_DOWNLOAD = re.compile(r"^\W*Download\s*\|", re.IGNORECASE)
# "This decision, PCD 1032, seeks …": the page's own number, where nothing else states it.
_SELF = re.compile(r"\bThis (?:decision|report|paper|request|form)\s*[,(–-]?\s*$", re.IGNORECASE)
_LONGEST_TITLE = 260


@dataclass(frozen=True, slots=True)
class Header:
    """What the head states; each None where it doesn't. `own` are all numbers that mean the decision itself."""

    reference: str | None
    title: str | None
    title_reference: str | None
    signed_on: str | None
    signed_by: str | None
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    start: int
    end: int


def read(sheet: Sheet, layout: Layout, trace: Trace) -> Header:
    """Read the head of the decision on `sheet`."""
    found = labels.find(sheet)
    one_line = _one_line(sheet)
    title, title_reference = _title(sheet, layout, found, one_line, trace)
    stated = _reference(sheet, found, one_line, trace) or title_reference
    own = frozenset(r for r in (stated, title_reference) if r)
    if stated is None:
        stated = _from_download_row(sheet, trace) or _from_prose(sheet, trace)
        own = frozenset({stated} if stated else ())
    elif stated is title_reference and title is not None:
        reading = next(r for r in trace.readings if r.field == "title")
        trace.note("reference", reading.start, reading.end, "the reference printed before the title")
    return Header(
        stated,
        title,
        title_reference,
        _signed_on(sheet, found, one_line, trace),
        _signed_by(sheet, found, one_line, trace),
        own,
    )


def _one_line(sheet: Sheet) -> Line | None:
    """The unlabelled line of reference, date and signer, where the head has one."""
    for line in sheet.lines("header"):
        mention = next(iter(references.find(line.text)), None)
        if mention and mention.start <= 1:
            date = next(iter(dates.find(line.text[mention.end :])), None)
            if date and not line.text[mention.end : mention.end + date.start].strip(" ,–-"):
                return line
    return None


def _reference(sheet: Sheet, found: list[labels.Label], one_line: Line | None, trace: Trace) -> str | None:
    """The reference: its label's, else the form's heading's, else the unlabelled line's."""
    for label in found:
        if label.name == "reference":
            for words in _values(sheet, label):
                mention = references.read(sheet.text.text[words.start : words.end])
                if mention:
                    trace.note(
                        "reference",
                        words.start + mention.start,
                        words.start + mention.end,
                        "reference label",
                        mention.doubt,
                    )
                    return mention.reference
    candidates = [
        line
        for line in sheet.lines("header")
        if _FORM_HEADING.search(line.text) and not labels.label_on(line)
    ]
    for line in [*candidates, *([one_line] if one_line else [])]:
        mention = next((m for m in references.find(line.text) if not m.external), None)
        if mention:
            rule = "unlabelled header line" if line is one_line else "form heading"
            trace.note("reference", line.start + mention.start, line.start + mention.end, rule, mention.doubt)
            return mention.reference
    return None


def _from_download_row(sheet: Sheet, trace: Trace) -> str | None:
    """The reference of a page whose only statement of it is the row that offers its file."""
    for line in sheet.text.lines[sheet.first - 1 : sheet.last]:
        if _DOWNLOAD.match(line.text):
            for mention in references.find(line.text):
                trace.note("reference", line.start + mention.start, line.start + mention.end, "download row")
                return mention.reference
    return None


def _from_prose(sheet: Sheet, trace: Trace) -> str | None:
    for unit in sheet.units:
        if unit.part in ("summary", "recommendation", "report"):
            words = sheet.text.text[unit.start : unit.end]
            for mention in references.find(words):
                if not mention.external and _SELF.search(words[: mention.start]):
                    start = unit.start + mention.start
                    doubt = "only the prose states the decision's number"
                    trace.note("reference", start, unit.start + mention.end, "number in prose", doubt)
                    return mention.reference
    return None


def _values(sheet: Sheet, label: labels.Label) -> Iterator[_Words]:
    """Where a label's value may stand: on its line, else on the next."""
    if label.same_line(sheet):
        yield _Words(label.start, label.end)
    elif line := labels.next_value(sheet, label):
        yield _Words(line.start, line.end)


def _signed_on(sheet: Sheet, found: list[labels.Label], one_line: Line | None, trace: Trace) -> str | None:
    for label in found:
        if label.name == "signed":
            for words in _values(sheet, label):
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
    places = [words for label in found if label.name == "signer" for words in _values(sheet, label)]
    if one_line:
        places.append(_Words(one_line.start + dates.find(one_line.text)[0].end, one_line.end))
    for words in places:
        name = person(sheet.text.as_printed(words.start, words.end))
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


def person(value: str) -> str | None:
    """The person named in `Jo Bloggs (past staff), Deputy Mayor`: None where only a post is."""
    name = folded(re.split(r"[,;(]| [-–—] ", value, maxsplit=1)[0])
    return name if _PERSON.match(name) and not _POST.search(name) else None


def _title(
    sheet: Sheet, layout: Layout, found: list[labels.Label], one_line: Line | None, trace: Trace
) -> tuple[str | None, str | None]:
    """The title on one line, and the reference printed before it."""
    for where in layout.title:
        spans = list(_TITLES[where](sheet, found, one_line))
        words = folded(" ".join(sheet.text.as_printed(s.start, s.end) for s in spans))
        title, mention = references.strip(words) if words else ("", None)
        if title:
            trace.note(
                "title",
                spans[0].start,
                spans[-1].end,
                f"title {where} the labels" if where != "label" else "title label",
            )
            return title, mention.reference if mention else None
    return None, None


def _labelled_title(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[_Words]:
    """The words after `Title:`, and the lines on which they go on."""
    label = next((label for label in found if label.name == "title"), None)
    if not label:
        return
    if label.same_line(sheet):
        yield _Words(label.start, label.end)
    length = label.end - label.start
    for line in sheet.text.lines[label.line.number : sheet.last]:
        if not line.text:
            continue
        length += len(line.text)
        ended = line.number in sheet.headings or labels.label_on(line) or part_opened_by(line.text)
        if ended or sheet.parts[line.number] != "header" or length > _LONGEST_TITLE:
            return
        yield _Words(line.start, line.end)


def _title_like(line: Line, one_line: Line | None) -> bool:
    words = line.text
    if line is one_line or labels.label_on(line) or FURNITURE.match(words) or ORGANISATION.match(words):
        return False
    if (
        "|" in words
        or "\t" in words
        or len(words) > _LONGEST_TITLE
        or (_FORM_HEADING.match(words) and len(words) < 12)
    ):
        return False
    bare, _ = references.strip(words)
    return sum(c.isalpha() for c in bare) >= 3 and not dates.read(words)


def _title_above(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[_Words]:
    """The last line above the first label (or above the unlabelled header line)."""
    ends = [label.line.number for label in found] + ([one_line.number] if one_line else [])
    ends += [
        line.number
        for line in sheet.text.lines[sheet.first - 1 : sheet.last]
        if line.text.casefold() == "key information"
    ]
    if not ends:
        return
    above = [
        line for line in sheet.lines("header") if line.number < min(ends) and _title_like(line, one_line)
    ]
    if above:
        yield _Words(above[-1].start, above[-1].end)


def _title_below(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[_Words]:
    """The first title-like line of the head that is no label's value."""
    values = {
        line.number
        for label in found
        if not label.same_line(sheet) and (line := labels.next_value(sheet, label))
    }
    last = max((label.line.number for label in found), default=0)
    for line in sheet.lines("header"):
        if (
            line.number > last
            and line.number not in values
            and _title_like(line, one_line)
            and line.text[-1] not in ".:"
        ):
            yield _Words(line.start, line.end)
            return


_TITLES = {"label": _labelled_title, "above": _title_above, "below": _title_below}
