"""The form's signatures and its publication questions: dates, officer approval, deferral, Part 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mopacreg.layouts.parts import OFFICER, heading_words, part_opened_by
from mopacreg.layouts.sheet import Sheet
from mopacreg.record import OfficerApproval
from mopacreg.text import Line
from mopacreg.trace import Trace
from mopacreg.values import dates, persons

_DATE = re.compile(r"(?:^|(?<=\s))(?:date|dated)(?: signed| of decision)?\s*[:–-]?(?:\s+|$)", re.IGNORECASE)
_CELL = re.compile(r"\S+(?:\s\S+)*")  # words parted from others by more than a space
_SIGNATURE = re.compile(r"(?:signature|signed(?: by)?|name)\s*:\s*", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:signature|signed|name)\b", re.IGNORECASE)
_OFFICER = re.compile(OFFICER, re.IGNORECASE)
_DEFERRED = re.compile(r"\bpublication of\b.{0,60}?\bto be deferred\b", re.IGNORECASE)
_PART_2 = re.compile(r"\bis there a\s+part (?:2|two|ii)\b(?:\s+form\b)?", re.IGNORECASE)
_REASON = re.compile(r"\bif yes,? (?:for what|what) reason\b[^:?]*[:?]\s*", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till) what date\b[^:?]*[:?]\s*", re.IGNORECASE)
_QUESTIONS = (_DEFERRED, _PART_2, _REASON, _UNTIL)
_IF_YES = re.compile(r"\bif yes\b|\b(?:until|till) what date\b", re.IGNORECASE)
# What stands in these questions, in small letters: few lines have it.
_ASKED = ("publication of", "is there a ", "reason", "what date")
_Numbered = tuple[int, Line]
_ANSWER = re.compile(r"\W*\b(yes|no)\b|.*\b(yes|no)\b\W*$", re.IGNORECASE)
_LONGEST_QUESTION = 300
_BOTH = re.compile(r"\byes\W+no\b", re.IGNORECASE)


class Publication(NamedTuple):
    """The answers at a form's end; each None where the form has no such question or no one answer."""

    deferred: bool | None
    deferred_until: str | None
    deferral_reason: str | None
    part_2: bool | None


def signed_on(sheet: Sheet, trace: Trace) -> str | None:
    """The date beside the Deputy Mayor's signature on a form, ISO 8601; None where there is none."""
    return _dated(
        sheet, sheet.lines("sign_off"), "signed_on", "date of the decision maker's signature", trace
    )


def signed_by(sheet: Sheet, trace: Trace) -> str | None:
    """The decision maker's name where it is typed beside the word Signature; None for a scanned one."""
    for line in sheet.lines("sign_off"):
        label = _SIGNATURE.match(line.text)
        name = persons.typed(line.text[label.end() :]) if label else None
        if label and name:
            trace.note("signed_by", line.start + label.end(), line.end, "name typed as the signature")
            return name
    return None


def officer_approval(sheet: Sheet, trace: Trace) -> OfficerApproval | None:
    """Who confirmed the advice, and when: the officer's heading and the date below it."""
    lines = sheet.text.lines[sheet.first - 1 : sheet.last]
    for i, line in enumerate(lines):
        if sheet.parts[line.number] != "approval" or not _OFFICER.fullmatch(heading_words(line.text)):
            continue
        below = [later for later in lines[i + 1 :] if later.text and later.number not in sheet.noise]
        date = _dated(sheet, below, "officer_approval", "date of the officer's signature", trace)
        return OfficerApproval(" ".join(heading_words(line.text).split()), date)
    return None


def _dated(sheet: Sheet, lines: list[Line], field: str, rule: str, trace: Trace) -> str | None:
    """The first date beside (or on the line after) the word Date."""
    for i, line in enumerate(lines):
        label = _DATE.search(line.text)
        if not label:
            continue
        beside = [
            (line, label.end()),
            *((after, cell.start()) for after in lines[i + 1 : i + 2] for cell in _CELL.finditer(after.text)),
        ]
        if _SIGNED.search(line.text, 0, label.start()):  # both labels, and the name and the date below them
            beside += _ending(lines[i + 1 : i + 3])
        if label.end() == len(line.text):  # the signature's residue may stand between
            beside += [(after, 0) for after in lines[i + 2 : i + 3] if _is_a_date(after.text)]
        for where, offset in beside:
            date = dates.read(where.text[offset:])
            if date and date.precision == "day":
                start = where.start + offset + date.start
                trace.note(field, start, start + len(date.text), rule, date.doubt)
                return date.iso
    return None


def _is_a_date(words: str) -> bool:
    date = dates.read(words)
    return date is not None and date.text == words.strip(" .|")


def _ending(lines: list[Line]) -> Iterator[tuple[Line, int]]:
    """The first of `lines` that has words, and where the one date begins that ends it."""
    for line in lines:
        if any(c.isalnum() for c in line.text):
            found = dates.find(line.text)
            if len(found) == 1 and not line.text[found[0].end :].strip(" |."):
                yield line, found[0].start
            return


def publication(sheet: Sheet, trace: Trace) -> Publication:
    """The publication questions and their answers."""
    parts = (
        ("access", "declaration", "approval")
        if sheet.has("access")
        else ("report", "declaration", "approval")
    )
    asked = {line.number for line in sheet.text.lines_with(*_ASKED)}
    if not asked:
        return Publication(None, None, None, None)
    lines = [
        line
        for line in sheet.text.lines[sheet.first - 1 : sheet.last]
        if 0 < len(line.text) <= _LONGEST_QUESTION
        and sheet.parts[line.number] in parts
        and line.number not in sheet.noise
    ]
    questions = [(i, line) for i, line in enumerate(lines) if line.number in asked]
    deferred = _answered(lines, questions, _DEFERRED, "deferred", trace)
    until = _value(lines, questions, _UNTIL)
    reason = _value(lines, questions, _REASON)
    date = dates.read(sheet.text.text[slice(*until)]) if until else None
    if date and until:
        trace.note(
            "deferred_until", until[0] + date.start, until[0] + date.end, "until what date", date.doubt
        )
    if reason and deferred:
        trace.note("deferral_reason", *reason, "for what reason")
    return Publication(
        deferred,
        date.iso if date else None,
        sheet.text.as_printed(*reason) if reason and deferred else None,
        _answered(lines, questions, _PART_2, "part_2", trace),
    )


def _answered(
    lines: list[Line], questions: list[_Numbered], question: re.Pattern[str], field: str, trace: Trace
) -> bool | None:
    """The answer on the question's line, before `if yes`; or alone on the next."""
    for i, line in questions:
        asked = question.search(line.text)
        if not asked:
            continue
        after = lines[i + 1 : i + 2]
        for where, offset in ((line, asked.end()), *((a, 0) for a in after if len(a.text) <= 5)):
            next_asked = _IF_YES.search(where.text, offset)
            end = next_asked.start() if next_asked else len(where.text)
            answer = _ANSWER.match(where.text, offset, end)
            if answer and not _BOTH.search(where.text, offset, end):
                word = answer.lastindex or 1
                trace.note(
                    field,
                    where.start + answer.start(word),
                    where.start + answer.end(word),
                    "answer on the form",
                )
                return answer[word].casefold() == "yes"
        return None
    return None


def _value(
    lines: list[Line], questions: list[_Numbered], question: re.Pattern[str]
) -> tuple[int, int] | None:
    """Where the words behind a question's colon stand, up to the next question; None where there are none."""
    for i, line in questions:
        match = question.search(line.text)
        if not match:
            continue
        others = [asked.start() for each in _QUESTIONS for asked in each.finditer(line.text, match.end())]
        if others:
            end = line.start + len(line.text[: min(others)].rstrip())
            return (line.start + match.end(), end) if end > line.start + match.end() else None
        if match.end() < len(line.text):
            return line.start + match.end(), _wrapped_end(lines[i:])
        after = lines[i + 1 : i + 2]
        return (after[0].start, _wrapped_end(lines[i + 1 :])) if after and not _asks(after[0]) else None
    return None


def _wrapped_end(lines: list[Line]) -> int:
    """Where the words of the first line end, with the lines directly below on which they go on."""
    end = lines[0].end
    for above, line in pairwise(lines):
        if line.number != above.number + 1 or _asks(line) or part_opened_by(line.text):
            break
        end = line.end
    return end


def _asks(line: Line) -> bool:
    """Whether a line is a question or a label, and no answer's words."""
    return ":" in line.text or any(question.search(line.text) for question in _QUESTIONS)
