"""Cut a decision's text into parts, sections, paragraphs and units."""

from __future__ import annotations

import re

from mopacreg.grids import Grid, Row, has_figures
from mopacreg.layouts import parts as headings
from mopacreg.layouts.lines import as_read, goes_on, is_cut
from mopacreg.layouts.numbering import PARAGRAPH, number_sections
from mopacreg.layouts.sheet import Sheet
from mopacreg.layouts.units import units_of
from mopacreg.text import Line, Text

# Who is asked. A lead-in names the decision maker and the asking.
_WHO = r"(?:DMPC|Deputy Mayor|Mayor|MOPAC|Commissioner)\b[^.:;]{0,60}?"

_IS_ASKED = r"\s(?:is|are)\s+(?:\w+\s+)?(?:recommended|asked|requested|invited)(?:\s+to\b|\s*:)"
# In running text others are asked for things too: there the decision maker alone counts.
ASKED = re.compile(rf"\b(?:DMPC|Deputy Mayor|MOPAC)\b[^.:;]{{0,60}}?{_IS_ASKED}")
LEAD_IN = re.compile(
    rf"\b{_WHO}{_IS_ASKED}"
    r"|^\W*(?:It is (?:recommended|requested) )?[Tt]hat the (?:DMPC|Deputy Mayor|MOPAC)\b"
    r"|\b(?:request|recommend|propose)(?:s|ed)? that the (?:DMPC|Deputy Mayor)\b"
    r"|(?:^|(?<=[.:] ))The (?:DMPC|Deputy Mayor(?: for Policing and Crime)?)(?: \(DMPC\))?\s+(?:\w+ly )?"
    r"(?:approve|agree|authorise|accept|award|delegate|endorse|consent|note|confirm)s\b"
)

_ASKING = ("dmpc", "mayor", "mopac", "commissioner")  # one of them stands in every lead-in

_PROSE = re.compile(r"[a-z]{2}[.!?][”\"')]?$")

_LABEL = re.compile(r"^[A-Z][A-Za-z /()']{2,32}:(?:\s|$)")

_TOTAL = re.compile(r"\W*(?:grand |overall )?total\b", re.IGNORECASE)
_MAY_END = frozenset({"sign_off", "approval", "report"})  # whose headings end sentences too
_OPENING = frozenset({"introduction", "issues"})
_RESIDUE_WORDS = 4
_LONGEST_NOISE = 60  # characters: `DMPCD 2015 96 – September 2015 page 12`


def cut(text: Text, layout: str, grids: list[Grid], first: int, last: int) -> Sheet:
    """The sheet of the decision on lines `first..last` of `text` (1-based, both included)."""
    sheet = Sheet(text, layout, first, last)
    lines = as_read(text, text.lines[first - 1 : last])
    real = {row.line for grid in grids if grid.shape != "sums" for row in grid.rows}
    _mark_parts(sheet, [line for line in lines if line.text], real)
    for number in range(first, last + 1):  # a blank line, or one that is part of the line above
        sheet.parts.setdefault(number, sheet.parts.get(number - 1, "header"))
    sheet.grids = [g for g in grids if first <= g.first_line <= last and _is_table(sheet, g)]
    _mark_noise(sheet, lines)
    sheet.grids = _joined(sheet)
    number_sections(sheet)
    sheet.units = list(units_of(sheet, lines))
    return sheet


def _is_table(sheet: Sheet, grid: Grid) -> bool:
    """Rows known only by their sums are a table where tables stand, not where the decision is summed up."""
    return grid.shape != "sums" or sheet.parts[grid.first_line] == "report"


def _joined(sheet: Sheet) -> list[Grid]:
    """The grids, those made one that only a page's footer parts; a header printed again on the next page goes."""
    joined: list[Grid] = []
    for grid in sheet.grids:
        last = joined[-1] if joined else None
        if last and _is_page_break(sheet, last.last_line, grid.first_line) and _goes_on(last, grid):
            again = _words(grid.rows[0]) == _words(last.rows[0])
            joined[-1] = Grid(grid.shape, (*last.rows, *grid.rows[1 if again else 0 :]))
        else:
            joined.append(grid)
    return joined


def _words(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _goes_on(grid: Grid, after: Grid) -> bool:
    """Whether the rows of `after` are more of `grid`: the same header again, or figures at once and no total before."""
    if grid.shape != after.shape or len(grid.rows[-1].cells) != len(after.rows[0].cells):
        return False
    if _words(after.rows[0]) == _words(grid.rows[0]):
        return True
    return has_figures(after.rows[0]) and not _TOTAL.match(" ".join(_words(grid.rows[-1])))


def _is_page_break(sheet: Sheet, last: int, first: int) -> bool:
    """Whether nothing but a footer or a page number stands between the lines."""
    between = [line.number for line in sheet.text.lines[last : first - 1] if line.text]
    return bool(between) and all(number in sheet.noise for number in between)


def _mark_parts(sheet: Sheet, lines: list[Line], rows: set[int]) -> None:
    """Give each line with words its part. Parts come in order; a heading never leads back."""
    lead_in = _lead_in_line(sheet.text, lines)
    within = _headings_within_summary(lines, lead_in)
    part, reached = "header", 0
    for i, (above, line) in enumerate(zip([None, *lines], lines, strict=False)):
        opened = None
        own = part == "recommendation" or headings.may_be_heading(line.text)
        if own and line.number not in within:
            opened = _opened(line, part, reached, rows) or _asked_late(sheet, line, part)
            if opened in _MAY_END and _goes_on_from(above, line) and not _is_stated(lines[i + 1 : i + 4]):
                opened = None
        if opened:
            if headings.part_opened_by(line.text):  # a section's heading stays one
                sheet.headings.add(line.number)
        elif line.number == lead_in:
            opened = "recommendation"
        elif part == "header" and _is_prose(line.text):
            opened = "summary"
        if opened:
            part = opened
            if opened != "furniture":
                reached = headings.RANK[opened]
        sheet.put(line, part)


def _goes_on_from(above: Line | None, line: Line) -> bool:
    """Whether a line that reads as a heading is the end of a sentence (`… with the` / `Chief Executive.`)."""
    if above is None or above.number != line.number - 1:
        return False
    return is_cut(above.text) or (line.text.endswith(".") and goes_on(above.text))


def _is_stated(below: list[Line]) -> bool:
    """Whether what an officer or the decision maker states follows, under whose heading it stands."""
    return any(headings.STATEMENT.match(line.text) for line in below)


def _headings_within_summary(lines: list[Line], lead_in: int | None) -> set[int]:
    """The lines of unnumbered headings (`Background`) that only part the summary: what is asked is still to come.

    Where the report has a heading of its own behind that, any may; else only what begins a report, and
    where that begins behind it, or there is none.
    """
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if line.text[0].isdigit() and PARAGRAPH.match(line.text):
            break
        if line.number != lead_in and not headings.may_be_heading(line.text):
            continue
        opened = headings.part_opened_by(line.text)
        if opened == "recommendation" or line.number == lead_in:
            behind = [headings.topic_of(after.text) for after in lines[at:]]
            headed = any(headings.part_opened_by(after.text) == "report" for after in lines[at:])
            begun = _OPENING.issuperset(found.values()) and ("introduction" in behind or not any(behind))
            return set(found) if headed or begun else set()
        topic = headings.topic_of(line.text)
        if topic and not line.text[0].isdigit():
            found[line.number] = topic
        elif topic or opened == "report":
            break
    return set()


def _opened(line: Line, part: str, reached: int, rows: set[int]) -> str | None:
    """The part that `line` opens where it stands, or None."""
    opened = headings.part_opened_by(line.text)
    if part == "recommendation" and headings.STATEMENT.match(line.text):
        return "sign_off"
    if opened is None:
        topic = headings.topic_of(line.text) if reached < headings.RANK["report"] else None
        starts = topic in ("introduction", "issues", "financial", "legal") and line.number not in rows
        return "report" if topic and (starts or line.text[0].isdigit()) else None
    if line.number in rows and opened != "declaration":
        return None
    if opened == "sign_off":
        return opened if part in ("recommendation", "summary") else None
    if opened == "furniture":
        return opened if reached else None
    if opened == "approval" and reached < headings.RANK["report"]:
        return None
    if opened == "recommendation" and part == "header" and line.text.casefold().startswith("decision"):
        return None  # a page's own crumb or menu
    return opened if headings.RANK[opened] >= reached else None


def _asked_late(sheet: Sheet, line: Line, part: str) -> str | None:
    """The recommendation, where its heading stands below the report's own, before any of its sections."""
    asked = part == "report" and not sheet.has("recommendation")
    if not asked or headings.part_opened_by(line.text) != "recommendation" or line.text[0].isdigit():
        return None
    begun = any(headings.topic_of(above.text) for above in sheet.lines("report"))
    return None if begun else "recommendation"


def _lead_in_line(text: Text, lines: list[Line]) -> int | None:
    """Where no heading opens the recommendations: the line of the sentence that leads in to them.

    It stands before the first numbered section, on some pages below the report's heading.
    """
    leads = []
    asked = {line.number for line in text.lines_with(*_ASKING)}
    for line in lines:
        if headings.may_be_heading(line.text):
            opened = headings.part_opened_by(line.text)
            if opened == "recommendation":
                return None
            if opened in ("access", "declaration") or (
                line.text[0].isdigit() and headings.topic_of(line.text)
            ):
                break
        if line.number in asked and LEAD_IN.search(line.text):
            leads.append(line)
    ending = [line for line in leads if line.text.endswith(":")]
    formal = [line for line in leads if line.text.casefold().startswith("that the")]
    return (ending or formal or leads)[0].number if leads else None


def _is_prose(words: str) -> bool:
    """Whether a line is running text, and not a title, a label or a label's value."""
    if len(words) < 60 or _LABEL.match(words) or "\t" in words or "|" in words:
        return False
    return len(words) > 220 or bool(_PROSE.search(words)) or ". " in words


def _mark_noise(sheet: Sheet, lines: list[Line]) -> None:
    """Mark page numbers, footers and what a scan made of a signature: they belong to nothing."""
    rows = sheet.rows()
    for i, line in enumerate(lines):
        short = 0 < len(line.text) <= _LONGEST_NOISE or "   " in line.text  # a number far to the right
        if not short or line.number in rows:
            continue
        part = sheet.parts[line.number]
        start, _ = sheet.text.whole_line(line.number)
        if part == "declaration" and "\t" in sheet.text.text[start : line.start]:
            continue  # a tick
        if (part != "header" and headings.NOISE.match(line.text)) or (
            part == "report" and _is_residue(lines, i) and line.number not in sheet.headings
        ):
            sheet.noise.add(line.number)


def _is_residue(lines: list[Line], i: int) -> bool:
    """A few lower-case words alone between blank lines, which no sentence ends or begins."""
    words = lines[i].text
    alone = not (lines[i - 1].text if i else "") and not (lines[i + 1].text if i + 1 < len(lines) else "")
    if not alone or len(words.split()) > _RESIDUE_WORDS or len(words) > 25:
        return False
    return (words[0].islower() and words[-1].isalpha()) or len(words) == 1 or bool(_bare_number(words))


def _bare_number(words: str) -> bool:
    return bool(re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?\.?", words))
