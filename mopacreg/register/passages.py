"""Where in a decision the words stand: its passages, and the one that answers best."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.register.words import Query, fold

Marks = tuple[tuple[int, int], ...]


class Passage(NamedTuple):
    """A piece of a decision that holds the words.

    `kind` is title, summary, recommendation, heading, paragraph or other (a table's row, a sign-off, text
    outside the numbered paragraphs). `place` is `3.2` or `recommendation 1`, None where there is none to
    name; `line` is the line of the document that it begins on, None where that can't be said. `marks` are
    the (start, end) of the words in `text`, which is as printed.
    """

    kind: str
    place: str | None
    line: int | None
    text: str
    marks: Marks


_PASSAGES = """
    select 'recommendation', 'recommendation ' || number, line, text, null, null from recommendations
     where decision_id = :id
    union all select 'paragraph', number, line, text, start, length from paragraph_spans
     where decision_id = :id
    union all select 'heading', number, line, heading, null, null from sections
     where decision_id = :id and heading is not null
    union all select 'summary', 'summary', null, summary, null, null from decisions
     where id = :id and summary is not null
    union all select 'title', 'title', null, title, null, null from decisions
     where id = :id and title is not null
"""
_TEXT = """
    select text, case texts.part when 1 then 1 else first_line end
      from texts join decisions on decisions.id = texts.id where texts.id = ?
"""
# The title is printed beside the passage anyway: it is the last choice.
_STANDING = {"recommendation": 5, "summary": 4, "paragraph": 3, "other": 2, "heading": 1, "title": 0}
_COUNTED = 3  # how many mentions of the words can lift a passage over another of the same standing

Row = tuple[str, str | None, int | None, str, str]  # kind, place, line, text, folded text
Score = tuple[int, int, int]  # how many of the words, standing, mentions
Wanted = tuple[tuple[re.Pattern[str], ...], ...]


def wanted_of(asked: Query) -> Wanted:
    """The expressions that find what is asked, compiled."""
    return tuple(tuple(map(re.compile, patterns)) for patterns in asked.patterns)


def best(db: sqlite3.Connection, decision: int, wanted: Wanted) -> Passage | None:
    """The passage of the decision that has the most of the words, by its standing, then the first."""
    text, first_line = db.execute(_TEXT, [decision]).fetchone()
    folded = fold(text)
    structured = _structured(db, decision, text, folded)
    found = [each for row in structured if (each := _scored(row, wanted))]
    top = max(found, key=_score, default=None)
    if top is None or top[0][0] < len(wanted):
        told = " ".join(" ".join(row[3] for row in structured).split())
        lines = _other_lines(text, folded, first_line, wanted, top[0][:2] if top else (0, 0))
        others = [each for row in lines if row[3] not in told and (each := _scored(row, wanted))]
        top = max([*([top] if top else ()), *others], key=_score, default=None)
    return top[1] if top else None


def _structured(db: sqlite3.Connection, decision: int, text: str, folded: str) -> list[Row]:
    """The passages that the record has; those kept as a span of the decision's text are cut from it."""
    rows = list[Row]()
    for kind, place, line, own, start, length in db.execute(_PASSAGES, {"id": decision}):
        if start is None:
            rows.append((kind, place, line, own, fold(own)))
        else:
            span = slice(start - 1, start - 1 + length)
            rows.append((kind, place, line, text[span].replace("\n", " "), folded[span]))
    return rows


def _score(scored: tuple[Score, Passage]) -> Score:
    return scored[0]


def _scored(row: Row, wanted: Wanted) -> tuple[Score, Passage] | None:
    """The passage with its marks, and what it is worth; None where it has none of the words."""
    kind, place, line, text, folded = row
    found = [spans for patterns in wanted if (spans := _spans(patterns, folded))]
    if not found:
        return None
    marks = _merged(sorted(span for spans in found for span in spans))
    return (len(found), _STANDING[kind], min(len(marks), _COUNTED)), Passage(kind, place, line, text, marks)


def _spans(patterns: tuple[re.Pattern[str], ...], folded: str) -> list[tuple[int, int]]:
    for pattern in patterns:
        if spans := [match.span() for match in pattern.finditer(folded)]:
            return spans
    return []


def _merged(spans: list[tuple[int, int]]) -> Marks:
    merged = list[tuple[int, int]]()
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _other_lines(
    text: str, folded: str, first_line: int, wanted: Wanted, least: tuple[int, int]
) -> Iterator[Row]:
    """The document's own lines that are worth more than `least`, whatever passage they belong to."""
    starts = Counter(
        start
        for patterns in wanted
        for start in {folded.rfind("\n", 0, found) + 1 for found, _ in _spans(patterns, folded)}
    )
    for start in sorted(starts):
        if (starts[start], _STANDING["other"]) > least:
            words = " ".join(text[start:].partition("\n")[0].split())
            yield "other", None, first_line + text.count("\n", 0, start), words, fold(words)


def excerpt(passage: Passage, width: int = 240) -> tuple[str, Marks]:
    """The passage on one line, cut to about `width` characters around its first mark, and the marks in it."""
    text = re.sub(r"\s", " ", passage.text)
    if len(text) <= width:
        return text, passage.marks
    first = passage.marks[0][0] if passage.marks else 0
    start = first - width // 3 if first > width * 2 // 3 else 0
    start = text.find(" ", start, first) + 1 or start if start else 0
    end = start + width
    if end < len(text):
        end = max(text.rfind(" ", start, end), first) if " " in text[first:end] else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = tuple((s + shift, min(e, end) + shift) for s, e in passage.marks if start <= s < end)
    return f"{before}{text[start:end]}{after}", marks
