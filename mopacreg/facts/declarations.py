"""The originating officer's declaration: what was confirmed, who drafted and who reviewed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from mopacreg.layouts.sheet import Sheet
from mopacreg.record import Declaration
from mopacreg.text import Line, folded
from mopacreg.trace import Trace
from mopacreg.values import persons
from mopacreg.values.marks import tick_cell

# The rows of the forms of 2015 and of 2019 on, by the words they begin with.
_AREAS = (
    ("financial", r"financ(?:e|ial) (?:advice|comments?|issues|implications)|finance(?=\s*[:\t|]|$)"),
    ("legal", r"legal (?:advice|comments?|issues|implications)"),
    (
        "equalities",
        r"equalit(?:y|ies)(?: (?:and|&) diversity)?(?: (?:advice|comments?|issues|implications))?",
    ),
    ("public_health", r"public health(?: approach| advice)?"),
    ("commercial", r"(?:commercial|procurement) (?:issues|advice|comments?)|commercial(?=\s*[:\t|]|$)"),
    (
        "gdpr",
        r"gdpr(?: ?[/&,] ?| and )?(?:data (?:privacy|protection))?|data (?:privacy|protection)(?: ?[/&] ?gdpr)?",
    ),
    ("drafting_officer", r"drafting officer|report author|originating officer"),
    (
        "head_of_service",
        r"(?:(?:assistant )?director ?/ ?)?head of (?:service|unit)|(?:assistant )?director(?=\s*[:\t|]|$)",
    ),
)
# A row begins with its area's words, and what follows them is set off: a colon,
# a cell's or line's end, or the capital of the statement.
_ROW = re.compile(
    r"^[\s|•·-]*(?i:" + "|".join(f"(?P<{area}>{words})" for area, words in _AREAS) + r")"
    r"(?:\s*(?=[:\t|]|$| {2,})| (?=[A-Z]))"
)
_CELLS = re.compile(r"[\t|]")
_SPACED_CELLS = re.compile(r" {3,}")  # some texts of forms keep columns by spaces alone
_HEAD = re.compile(r"tick to confirm|originating officer(?:'s|’s)? declaration|statement \(", re.IGNORECASE)
_DRAFTED = re.compile(
    r"(?P<who>[^.:\t|]{2,80}?)\s+(?:has|have) (?:drafted|prepared|written) this"
    r"|\b(?:drafted|prepared|written) by (?P<by>(?:(?:Dr|Mr|Mrs|Ms)\. )?[^.:\t|]{2,80}?)(?:,?\s+in\b|[.;]|$)",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"(?P<who>[^.:\t|]{2,80}?)\s+(?:has|have) reviewed (?:the|this)"
    r"|\breviewed by (?P<by>(?:(?:Dr|Mr|Mrs|Ms)\. )?[^.:\t|]{2,80}?)(?:,?\s+(?:in|who|and is|on behalf)\b|[.;]|$)",
    re.IGNORECASE,
)
# A tick at a line's end where the columns were lost: one of the marks that scans and symbol fonts make of it.
# A letter or a word that could end a sentence is one only behind a full stop, or alone. An empty box is none.
_TRAILING = re.compile(r"(?:^|\s)([✓✔✗✘✕✖√☑☒üxXåÅ*~☐□❏❑]|\\checkmark)$|(?:^|(?<=[.;])\s+)([PY]|(?i:yes))$")


@dataclass(slots=True)
class _Row:
    area: str
    lines: list[Line]


class Declarations(NamedTuple):
    """The rows, and the persons (or posts) that they name."""

    rows: tuple[Declaration, ...]
    drafted_by: str | None
    reviewed_by: str | None


def read(sheet: Sheet, trace: Trace) -> Declarations:
    """Read the declaration; no rows where the document has none."""
    rows: list[_Row] = []
    for line in sheet.lines("declaration"):
        match = _ROW.match(line.text)
        if match and match.lastgroup:
            rows.append(_Row(match.lastgroup, [line]))
        elif rows and not _HEAD.search(line.text):
            rows[-1].lines.append(line)
    found = tuple(_declaration(sheet, row, trace, n) for n, row in enumerate(rows, 1))
    drafted = _who(sheet, rows, "drafting_officer", _DRAFTED, "drafted_by", trace)
    reviewed = _who(sheet, rows, "head_of_service", _REVIEWED, "reviewed_by", trace)
    return Declarations(found, drafted, reviewed)


def _declaration(sheet: Sheet, row: _Row, trace: Trace, n: int) -> Declaration:
    first = row.lines[0]
    marks = [mark for line in row.lines if (mark := _parted(sheet, line)[1])]
    trace.note(f"declarations {n}", first.start, row.lines[-1].end, "declaration row")
    words = folded(" ".join(_parted(sheet, line)[0] for line in row.lines))
    return Declaration(row.area, bool(marks), marks[-1] if marks else None, words, first.number)


def _cells(sheet: Sheet, line: Line) -> list[str]:
    """The cells of a line; the first is the statement's, though a tab may be all that is in it."""
    start, end = sheet.text.whole_line(line.number)
    words = sheet.text.text[start:end] if "\t" in sheet.text.text[start : line.start] else line.text
    if not _CELLS.search(words):
        return [cell.strip() for cell in _SPACED_CELLS.split(words.strip())]
    first, *others = (cell.strip() for cell in _CELLS.split(words.strip(" |")))
    return [first, *(cell for other in others for cell in _SPACED_CELLS.split(other))]


def _parted(sheet: Sheet, line: Line) -> tuple[str, str | None]:
    """A line's statement and its mark: whatever stands in the tick column; None where nothing does.

    A long second cell of three is the statement, beside its label.
    """
    first, *others = _cells(sheet, line)
    words = [first, *(cell for cell in others if _is_statement(cell))]
    marks = [cell for cell in others if cell and not _is_statement(cell)]
    trailing = _TRAILING.search(first) if not others else None
    if trailing:
        words, marks = [first[: trailing.start()]], [trailing[1] or trailing[2]]
    marks = [mark for mark in marks if tick_cell(mark)]
    return " ".join(words), marks[-1] if marks else None


def _is_statement(cell: str) -> bool:
    return len(cell.split()) > 2 or len(cell) > 20


def _who(
    sheet: Sheet, rows: list[_Row], area: str, said: re.Pattern[str], field: str, trace: Trace
) -> str | None:
    """The person, or the post, that `has drafted this report` (or by whom it was), as the row of `area` says."""
    for row in rows:
        if row.area != area:
            continue
        words = [_parted(sheet, line)[0] for line in row.lines]
        label = _ROW.match(words[0])
        words[0] = words[0][label.end() if label else 0 :].strip(": ")
        match = said.search(folded(" ".join(words)))
        if match:
            trace.note(field, row.lines[0].start, row.lines[-1].end, "who says so in the declaration's row")
            who = re.sub(r"^\W*(?:the|by)\s+", "", match["who"] or match["by"], flags=re.IGNORECASE)
            return persons.named(who.strip(" ,"), sheet.text.text) or who.strip(" ,")
    return None
