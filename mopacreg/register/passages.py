"""Where in a decision the words stand: its passages, and the one that answers best."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mopacreg.register.words import fold

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


_PASSAGES = (
    "select 'recommendation', 'recommendation ' || number, line, text from recommendations"
    " where decision_id = :id"
    " union all select 'paragraph', number, line, text from paragraphs where decision_id = :id"
    " union all select 'heading', number, line, heading from sections where decision_id = :id"
    " union all select 'summary', 'summary', null, summary from decisions where id = :id"
    " union all select 'title', 'title', null, title from decisions where id = :id"
)
# The title is printed beside the passage anyway: it is the last choice.
_STANDING = {"recommendation": 5, "summary": 4, "paragraph": 3, "other": 2, "heading": 1, "title": 0}
_COUNTED = 3  # how many mentions of the words can lift a passage over another of the same standing


def finder(patterns: Sequence[str]) -> re.Pattern[str]:
    """One expression for all that is wanted; which of them was found is the match's `lastindex`."""
    return re.compile("|".join(f"({pattern})" for pattern in patterns))


def best(db: sqlite3.Connection, decision: int, wanted: re.Pattern[str]) -> Passage | None:
    """The passage of the decision that has the most of the words, by its standing, then the first."""
    found = [(*_score(passage, kinds), passage) for passage, kinds in _passages(db, decision, wanted)]
    if not found or max(distinct for distinct, *_ in found) < wanted.groups:
        structured = [passage.text for *_, passage in found]
        others = _others(db, decision, wanted, structured)
        found += [(*_score(passage, kinds), passage) for passage, kinds in others]
    return max(found, key=lambda each: each[:3])[-1] if found else None


def _score(passage: Passage, kinds: set[int | None]) -> tuple[int, int, int]:
    return (len(kinds), _STANDING[passage.kind], min(len(passage.marks), _COUNTED))


def _passages(
    db: sqlite3.Connection, decision: int, wanted: re.Pattern[str]
) -> Iterator[tuple[Passage, set[int | None]]]:
    for kind, place, line, text in db.execute(_PASSAGES, {"id": decision}):
        if text:
            yield from _marked(kind, place, line, text, wanted)


def _others(
    db: sqlite3.Connection, decision: int, wanted: re.Pattern[str], structured: list[str]
) -> Iterator[tuple[Passage, set[int | None]]]:
    """The document's own lines that hold the words and are in no passage of the record."""
    text, first_line = db.execute(
        "select text, (select case texts.part when 1 then 1 else first_line end from decisions d"
        " where d.id = texts.id) from texts where id = ?",
        [decision],
    ).fetchone()
    told = " ".join(" ".join(structured).split())
    for number, line in enumerate(text.split("\n"), first_line):
        words = " ".join(line.split())
        if words and words not in told:
            yield from _marked("other", None, number, words, wanted)


def _marked(
    kind: str, place: str | None, line: int | None, text: str, wanted: re.Pattern[str]
) -> Iterator[tuple[Passage, set[int | None]]]:
    matches = list(wanted.finditer(fold(text)))
    if matches:
        marks = tuple(match.span() for match in matches)
        yield Passage(kind, place, line, text, marks), {match.lastindex for match in matches}


def excerpt(passage: Passage, width: int = 240) -> tuple[str, Marks]:
    """The passage on one line, cut to about `width` characters around its first mark, and the marks in it."""
    text = re.sub(r"\s", " ", passage.text)
    if len(text) <= width:
        return text, passage.marks
    first = passage.marks[0][0] if passage.marks else 0
    start = 0 if first < width * 2 // 3 else text.find(" ", first - width // 3) + 1
    start = start if start <= first else first
    end = start + width
    if end < len(text):
        end = max(text.rfind(" ", start, end), first + 1)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = tuple((s + shift, min(e, end) + shift) for s, e in passage.marks if start <= s < end)
    return f"{before}{text[start:end]}{after}", marks
