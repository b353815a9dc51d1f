"""Where in a decision the words stand: its passages, and the one that answers best."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.register.folding import fold
from mopacreg.register.words import Query

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
    select 'recommendation', 'recommendation ' || number, line, text, null, null, null from recommendations
     where decision_id = :id
    union all select 'paragraph', p.number, p.line, p.text, p.start, p.length, s.heading
      from paragraph_spans p left join sections s on s.decision_id = p.decision_id and s.n = p.section
     where p.decision_id = :id
    union all select 'heading', number, line, heading, null, null, heading from sections
     where decision_id = :id and heading is not null
    union all select 'summary', 'summary', null, summary, null, null, null from decisions
     where id = :id and summary is not null
    union all select 'title', 'title', null, title, null, null, null from decisions
     where id = :id and title is not null
"""
_TEXT = """
    select text, case texts.part when 1 then 1 else first_line end,
     (select min(line) from declarations where decision_id = texts.id)
      from texts join decisions on decisions.id = texts.id where texts.id = ?
"""
# The title is printed beside the passage anyway: it is the last choice.
_STANDING = {"recommendation": 6, "summary": 5, "paragraph": 4, "other": 3, "heading": 2, "title": 0}
_BOILERPLATE = 1  # what nearly every decision says alike
_ALIKE = re.compile(r"\b(?:legal|equalit|diversity|gdpr\b|data protection)", re.IGNORECASE)
_COUNTED = 3  # how many mentions of the words can lift a passage over another of the same standing
_SHOWN = 3

Row = tuple[str, str | None, int | None, str, str, int]  # kind, place, line, text, folded text, standing
Score = tuple[int, int, int]  # how many of the words, standing, mentions
Wanted = tuple[tuple[re.Pattern[str], ...], ...]


class Looked(NamedTuple):
    """What is looked for in a decision: the expressions that find it, and how.

    `sums`: pence from and to, of sums wanted. `sections`: words of the headings under which is looked first.
    `plainly`: what nearly every decision says counts as much as the rest.
    """

    wanted: Wanted
    sums: tuple[tuple[int, int], ...] = ()
    sections: tuple[str, ...] = ()
    plainly: bool = False


class _Scored(NamedTuple):
    score: Score
    words: frozenset[int]
    passage: Passage


def looked_for(asked: Query, plainly: bool = False) -> Looked:
    """What is asked, with its expressions compiled."""
    wanted = tuple(tuple(map(re.compile, patterns)) for patterns in asked.patterns)
    return Looked(wanted, asked.sums, tuple(map(fold, asked.sections)), plainly)


def best(db: sqlite3.Connection, decision: int, looked: Looked) -> tuple[Passage, ...]:
    """The passages of the decision, at most three, that have the most of the words; by their standing, then order.

    After the first come those that have as many of the words, or one that those before them have not.
    """
    wanted = looked.wanted + _sums(db, decision, looked.sums)
    if not wanted:
        return ()
    text, first_line, declared = db.execute(_TEXT, [decision]).fetchone()
    folded = fold(text)
    structured = _structured(db, decision, (text, folded), looked)
    found = [each for row in structured if (each := _scored(row, wanted))]
    top = max((each.score for each in found), default=(0, 0, 0))
    if top[0] < len(wanted):
        told = " ".join(" ".join(row[3] for row in structured).split())
        alike = None if looked.plainly else declared
        lines = _other_lines(text, folded, (first_line, alike), wanted, top[:2])
        found += [each for row in lines if row[3] not in told and (each := _scored(row, wanted))]
    return _chosen(sorted(found, key=lambda each: each.score, reverse=True))


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


def _sums(db: sqlite3.Connection, decision: int, sums: tuple[tuple[int, int], ...]) -> Wanted:
    """Expressions for the sums between these bounds, as the decision writes them."""
    wanted = list[tuple[re.Pattern[str], ...]]()
    for low, high in sums:
        sql = "select distinct text from money where decision_id = ? and amount between ? and ? order by n"
        written = [re.escape(fold(text)) for (text,) in db.execute(sql, [decision, low, high])]
        wanted.append(
            (re.compile(rf"(?<![\d.,])(?:{'|'.join(written)})(?![^\W_]|[.,]\d)"),) if written else ()
        )
    return tuple(wanted)


def _structured(db: sqlite3.Connection, decision: int, texts: tuple[str, str], looked: Looked) -> list[Row]:
    """The passages that the record has; those kept as a span of the decision's text are cut from it."""
    text, folded = texts
    rows = list[Row]()
    for kind, place, line, own, start, length, heading in db.execute(_PASSAGES, {"id": decision}):
        standing = _STANDING[kind]
        if heading and not looked.plainly and _ALIKE.search(heading):
            standing = _BOILERPLATE
        if heading and looked.sections and any(words in fold(heading) for words in looked.sections):
            standing = _STANDING["recommendation"] + (kind == "paragraph")
        if start is None:
            rows.append((kind, place, line, own, fold(own), standing))
        else:
            span = slice(start - 1, start - 1 + length)
            rows.append((kind, place, line, text[span].replace("\n", " "), folded[span], standing))
    return rows


def _scored(row: Row, wanted: Wanted) -> _Scored | None:
    """The passage with its marks, and what it is worth; None where it has none of the words."""
    kind, place, line, text, folded, standing = row
    found = {n: spans for n, patterns in enumerate(wanted) if (spans := _spans(patterns, folded))}
    if not found:
        return None
    marks = _merged(sorted(span for spans in found.values() for span in spans))
    score = (len(found), standing, min(len(marks), _COUNTED))
    return _Scored(score, frozenset(found), Passage(kind, place, line, text, marks, standing == _BOILERPLATE))


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
    text: str, folded: str, lines: tuple[int, int | None], wanted: Wanted, least: tuple[int, int]
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
        if (starts[start], _STANDING["other"]) > least:
            words = " ".join(text[start:].partition("\n")[0].split())
            number = first + text.count("\n", 0, start)
            standing = _BOILERPLATE if declared and number >= declared else _STANDING["other"]
            yield "other", None, number, words, fold(words), standing


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
