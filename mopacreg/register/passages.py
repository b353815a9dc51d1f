"""Where in a decision the words stand: its passages, and the one that answers best."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.register.folding import fold
from mopacreg.register.words import Query, Sum

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
    alike: bool = False


_PASSAGES = """
    select 'recommendation', 'recommendation ' || number, line, text, null, null, null, null
      from recommendations
     where decision_id = :id
    union all select 'paragraph', p.number, p.line, p.text, p.start, p.length, s.heading, s.number
      from paragraph_spans p left join sections s on s.decision_id = p.decision_id and s.n = p.section
     where p.decision_id = :id
    union all select 'heading', number, line, heading, null, null, heading, number from sections
     where decision_id = :id and heading is not null
    union all select 'summary', 'summary', null, summary, null, null, null, null from decisions
     where id = :id and summary is not null
    union all select 'title', 'title', null, title, null, null, null, null from decisions
     where id = :id and title is not null
"""
_TEXT = """
    select text, case texts.part when 1 then 1 else first_line end,
     (select min(line) from declarations where decision_id = texts.id)
      from texts join decisions on decisions.id = texts.id where texts.id = ?
"""
# The title is printed beside the passage anyway: it is the last choice.
STANDING = {"recommendation": 6, "summary": 5, "paragraph": 4, "other": 3, "heading": 2, "title": 0}
"""What a passage is worth by its kind."""
_BOILERPLATE = 1  # what nearly every decision says alike
_ALIKE = re.compile(r"\b(?:legal|equalit|diversity|gdpr\b|data protection)", re.IGNORECASE)
_COUNTED = 3  # how many mentions of the words can lift a passage over another of the same standing
_SHOWN = 3
_NO_SCORE = (False, 0, 0, 0)

Score = tuple[bool, int, int, int]  # in the section asked for, how many of the words, standing, mentions
Wanted = tuple[tuple[re.Pattern[str], ...], ...]


class Row(NamedTuple):
    """A passage that may answer: its folded text beside its own, and what it is worth by its kind.

    `inside`: in a section that is asked for. `sums`: which of the things wanted it is known to hold, where.
    """

    kind: str
    place: str | None
    line: int | None
    text: str
    folded: str
    standing: int
    inside: bool = False
    sums: tuple[tuple[int, int, int], ...] = ()


class Looked(NamedTuple):
    """What is looked for in a decision: the expressions that find it, and how.

    `sums`: those wanted. `sections`: words of the headings under which is looked first.
    `plainly`: what nearly every decision says counts as much as the rest. `regex`: the regular expression
    that is looked for instead.
    """

    wanted: Wanted
    sums: tuple[Sum, ...] = ()
    sections: tuple[str, ...] = ()
    plainly: bool = False
    regex: re.Pattern[str] | None = None


class _Scored(NamedTuple):
    score: Score
    words: frozenset[int]
    passage: Passage


def looked_for(asked: Query, plainly: bool = False) -> Looked:
    """What is asked, with its expressions compiled."""
    wanted = tuple(tuple(map(re.compile, patterns)) for patterns in asked.patterns)
    return Looked(wanted, asked.sums, tuple(map(fold, asked.sections)), plainly, asked.regex)


def best(db: sqlite3.Connection, decision: int, looked: Looked) -> tuple[Passage, ...]:
    """The passages of the decision, at most three, that have the most of the words; by their standing, then order.

    After the first come those that have as many of the words, or one that those before them have not.
    Where a section is asked for that has none of the words, its first paragraph stands before them.
    """
    if not (looked.wanted or looked.sums or looked.sections or looked.regex):
        return ()
    text, first_line, declared = db.execute(_TEXT, [decision]).fetchone()
    folded = fold(text)
    wanted, lines = looked.wanted, list[Row]()
    if looked.sums:
        from mopacreg.register import stated

        wanted, lines = stated.sought(db, decision, looked, (text, first_line))
    structured = _structured(db, decision, (text, folded), looked)
    if looked.regex:
        from mopacreg.register import literally

        return tuple(literally.matched(looked, text, first_line, structured)[:_SHOWN])
    if not wanted:
        return _first(structured)
    found = [each for row in structured if (each := _scored(row, wanted))]
    top = max((each.score for each in found), default=_NO_SCORE)
    if top[1] < len(wanted):
        told = " ".join(" ".join(row.text for row in structured).split())
        alike = None if looked.plainly else declared
        others = _other_lines(text, folded, (first_line, alike), wanted, top)
        found += [each for row in others if row.text not in told and (each := _scored(row, wanted))]
    found += [each for row in lines if (each := _scored(row, wanted))]
    chosen = _chosen(sorted(found, key=lambda each: each.score, reverse=True))
    if any(row.inside for row in structured) and not any(each.score[0] for each in found):
        chosen = (*_first(structured)[:1], *chosen)[:_SHOWN]
    return chosen


def _chosen(found: list[_Scored]) -> tuple[Passage, ...]:
    chosen, words = list[Passage](), set[int]()
    for each in found:
        repeated = any(each.passage.text in other.text for other in chosen)
        slight = each.passage.kind in ("title", "heading") or each.passage.alike
        more = len(each.words) == len(found[0].words) or each.words - words
        if not chosen or (more and not slight and not repeated):
            chosen.append(each.passage)
            words |= each.words
        if len(chosen) == _SHOWN:
            break
    return tuple(chosen)


def _structured(db: sqlite3.Connection, decision: int, texts: tuple[str, str], looked: Looked) -> list[Row]:
    """The passages that the record has; those kept as a span of the decision's text are cut from it."""
    text, folded = texts
    rows = list[Row]()
    for kind, place, line, own, start, length, heading, number in db.execute(_PASSAGES, {"id": decision}):
        standing = STANDING[kind]
        if heading and not looked.plainly and _ALIKE.search(heading):
            standing = _BOILERPLATE
        inside = bool(looked.sections and heading and _is_in(heading, number, looked.sections))
        if inside:
            standing = STANDING["recommendation"] + (kind == "paragraph")
        if start is None:
            rows.append(Row(kind, place, line, own, fold(own), standing, inside))
        else:
            span = slice(start - 1, start - 1 + length)
            rows.append(Row(kind, place, line, text[span].replace("\n", " "), folded[span], standing, inside))
    return rows


def _is_in(heading: str, number: str | None, sections: tuple[str, ...]) -> bool:
    """Whether this is one of the sections: by its number, by words of its heading or, with `*`, their beginnings."""
    said = fold(heading)
    return any(
        words == number or (f" {words[:-1]}" in f" {said}" if words.endswith("*") else words in said)
        for words in sections
    )


def passage(row: Row, marks: Marks) -> Passage:
    """The row as it is shown."""
    return Passage(row.kind, row.place, row.line, row.text, marks, row.standing == _BOILERPLATE)


def _first(rows: list[Row]) -> tuple[Passage, ...]:
    """The first paragraphs of the sections asked for; where there is no paragraph, their headings."""
    inside = [row for row in rows if row.inside]
    paragraphs = [row for row in inside if row.kind == "paragraph"]
    return tuple(passage(row, ()) for row in paragraphs or inside)[:_SHOWN]


def _scored(row: Row, wanted: Wanted) -> _Scored | None:
    """The passage with its marks, and what it is worth; None where it has none of the words."""
    found = {n: spans for n, patterns in enumerate(wanted) if (spans := _spans(patterns, row.folded))}
    for n, start, end in row.sums:
        found.setdefault(n, []).append((start, end))
    if not found:
        return None
    marks = _merged(sorted(span for spans in found.values() for span in spans))
    score = (row.inside, len(found), row.standing, min(len(marks), _COUNTED))
    return _Scored(score, frozenset(found), passage(row, marks))


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
    text: str, folded: str, lines: tuple[int, int | None], wanted: Wanted, least: Score
) -> Iterator[Row]:
    """The document's own lines that are worth more than `least`, whatever passage they belong to.

    `lines`: the number of the first, and of the first declaration, if they are to stand below the rest.
    """
    starts = Counter(
        start
        for patterns in wanted
        for start in {folded.rfind("\n", 0, found) + 1 for found, _ in _spans(patterns, folded)}
    )
    first, declared = lines
    for start in sorted(starts):
        if (starts[start], STANDING["other"]) > least[1:3]:
            words = " ".join(text[start:].partition("\n")[0].split())
            number = first + text.count("\n", 0, start)
            standing = _BOILERPLATE if declared and number >= declared else STANDING["other"]
            yield Row("other", None, number, words, fold(words), standing)
