"""The title, on one line, and the reference printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.facts.header.fields import Words
from mopacreg.layouts import labels
from mopacreg.layouts.layout import Layout
from mopacreg.layouts.parts import FURNITURE, ORGANISATION, part_opened_by
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line, folded
from mopacreg.trace import Trace
from mopacreg.values import dates, persons, references
from mopacreg.values.marks import BULLET

_LONGEST_TITLE = 260
_LIST_MARK = re.compile(rf"^{BULLET}\s+")


def read(
    sheet: Sheet, layout: Layout, found: list[labels.Label], one_line: Line | None, trace: Trace
) -> tuple[str | None, str | None]:
    """The title on one line, and the reference printed before it."""
    for where in layout.title:
        spans = list(_TITLES[where](sheet, found, one_line))
        words = _LIST_MARK.sub("", folded(" ".join(sheet.text.as_printed(s.start, s.end) for s in spans)))
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


def _labelled_title(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[Words]:
    """The words after `Title:`, and the lines on which they go on."""
    label = next((label for label in found if label.name == "title"), None)
    if not label:
        return
    if label.same_line(sheet):
        yield Words(label.start, label.end)
    length = label.end - label.start
    for line in sheet.text.lines[label.line.number : sheet.last]:
        if not line.text:
            continue
        length += len(line.text)
        ended = line.number in sheet.headings or labels.label_on(line) or part_opened_by(line.text)
        if ended or sheet.parts[line.number] != "header" or length > _LONGEST_TITLE:
            return
        yield Words(line.start, line.end)


def _title_like(line: Line, one_line: Line | None) -> bool:
    words = line.text
    if line is one_line or labels.label_on(line) or FURNITURE.match(words) or ORGANISATION.match(words):
        return False
    if (
        "|" in words
        or "\t" in words
        or len(words) > _LONGEST_TITLE
        or words.casefold() in ("decision", "decisions")
    ):
        return False
    bare, _ = references.strip(words)
    date = dates.read(words)
    behind = words[date.end :].strip(" ,") if date else bare
    signer = date and "Mayor" in behind and persons.named(behind)
    return sum(c.isalpha() for c in behind) >= 3 and not signer


def _title_above(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[Words]:
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
        first = above[-1]
        if len(above) > 1 and above[-2].number == first.number - 1 and _goes_on(above[-2], first):
            first = above[-2]
        yield Words(first.start, above[-1].end)


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a title's line is continued on the next."""
    return after.text[0].islower() or bool(
        re.search(r"\b(?:of|the|for|and|to|in|a|with)$|[–&,-]$", line.text)
    )


def _title_below(sheet: Sheet, found: list[labels.Label], one_line: Line | None) -> Iterator[Words]:
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
            yield Words(line.start, line.end)
            return


_TITLES = {"label": _labelled_title, "above": _title_above, "below": _title_below}
