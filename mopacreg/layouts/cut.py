"""Cut a decision's text into parts, sections, paragraphs and units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.grids import Grid
from mopacreg.layouts import parts as headings
from mopacreg.layouts.sheet import NumberedParagraph, NumberedSection, Sheet, Unit
from mopacreg.text import Line, Text

# Who is asked. A lead-in names the decision maker and the asking.
_WHO = r"(?:DMPC|Deputy Mayor|Mayor|MOPAC|Commissioner)\b[^.:;]{0,60}?"
LEAD_IN = re.compile(
    rf"\b{_WHO}\s(?:is|are)\s+(?:\w+\s+)?(?:recommended|asked|requested|invited)\s+to\b"
    r"|^\W*(?:It is (?:recommended|requested) )?[Tt]hat the (?:DMPC|Deputy Mayor|MOPAC)\b"
    r"|\b(?:requests?|recommends?|proposes?) that the (?:DMPC|Deputy Mayor)\b"
    r"|(?:^|(?<=[.:] ))The (?:DMPC|Deputy Mayor(?: for Policing and Crime)?)(?: \(DMPC\))?\s+(?:\w+ly )?"
    r"(?:approve|agree|authorise|accept|award|delegate|endorse|consent|note|confirm)s\b"
)
_PROSE = re.compile(r"[a-z]{2}[.!?][”\"')]?$")
_LABEL = re.compile(r"^[A-Z][A-Za-z /()']{2,32}:(?:\s|$)")
_SECTION = re.compile(r"^(?:[-–•]\s+)?(\d{1,2})(?:\.0)?[.)]?\s+(\S.*)$")
_PARAGRAPH = re.compile(
    r"^(?:[-–•]\s+)?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?:[.):]?\s+(?=\S)|[.)](?=[A-Z“‘\"]))"
    r"(?!(?:million|billion|bn|m|k|per ?cent|%|x|times)\b)"
)
_NEXT_IN_LINE = re.compile(r"(?<=[.!?])\s+(\d{1,2})\.(\d{1,2})\.?\s+(?=[A-Z])")
_ITEM = re.compile(r"^(?:[-–—•·▪●○◦‣]\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+)")
_RESIDUE_WORDS = 4


def cut(text: Text, layout: str, grids: list[Grid], first: int, last: int) -> Sheet:
    """The sheet of the decision on lines `first..last` of `text` (1-based, both included)."""
    sheet = Sheet(text, layout, first, last)
    lines = text.lines[first - 1 : last]
    real = {row.line for grid in grids if grid.shape != "sums" for row in grid.rows}
    _mark_parts(sheet, lines, real)
    sheet.grids = [g for g in grids if first <= g.first_line <= last and _is_table(sheet, g)]
    _mark_noise(sheet, lines)
    _number_sections(sheet)
    sheet.units = list(_units(sheet, lines))
    return sheet


def _is_table(sheet: Sheet, grid: Grid) -> bool:
    """Rows known only by their sums are a table where tables stand, not where the decision is summed up."""
    return grid.shape != "sums" or sheet.parts[grid.first_line] == "report"


def _mark_parts(sheet: Sheet, lines: list[Line], rows: set[int]) -> None:
    """Give each line its part. Parts come in order; a heading never leads back."""
    lead_in = _lead_in_line(lines)
    part, reached = "header", 0
    for i, line in enumerate(lines):
        opened = _opened(line, part, reached, rows)
        if opened:
            if headings.part_opened_by(line.text):  # a section's heading stays one
                sheet.headings.add(line.number)
        elif line.number == lead_in:
            opened = "recommendation"
        elif part == "header" and _is_prose(lines, i):
            opened = "summary"
        if opened:
            part = opened
            if opened != "furniture":
                reached = headings.RANK[opened]
        sheet.parts[line.number] = part


def _opened(line: Line, part: str, reached: int, rows: set[int]) -> str | None:
    """The part that `line` opens where it stands, or None."""
    opened = headings.part_opened_by(line.text)
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


def _lead_in_line(lines: list[Line]) -> int | None:
    """Where no heading opens the recommendations: the line of the sentence that leads in to them.

    It stands before the first numbered section, on some pages below the report's heading.
    """
    leads = []
    for line in lines:
        opened = headings.part_opened_by(line.text)
        if opened == "recommendation":
            return None
        if opened in ("access", "declaration") or (line.text[:1].isdigit() and headings.topic_of(line.text)):
            break
        if LEAD_IN.search(line.text):
            leads.append(line)
    ending = [line for line in leads if line.text.endswith(":")]
    return (ending or leads)[0].number if leads else None


def _is_prose(lines: list[Line], i: int) -> bool:
    """Whether the line is running text, and not a title, a label or a label's value."""
    words = lines[i].text
    if len(words) < 60 or _LABEL.match(words) or "\t" in words or "|" in words:
        return False
    return len(words) > 220 or bool(_PROSE.search(words)) or ". " in words


def _mark_noise(sheet: Sheet, lines: list[Line]) -> None:
    """Mark page numbers, footers and what a scan made of a signature: they belong to nothing."""
    rows = sheet.rows()
    for i, line in enumerate(lines):
        if not line.text or line.number in rows:
            continue
        part = sheet.parts[line.number]
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


def _number_sections(sheet: Sheet) -> None:
    """Find the report's sections and numbered paragraphs."""
    rows = sheet.rows()
    lines = sheet.lines("report")
    for i, line in enumerate(lines):
        if line.number in rows:
            continue
        current = sheet.sections[-1] if sheet.sections else None
        section = _section_at(sheet, lines, i, current)
        if section:
            sheet.sections.append(section)
            sheet.headings.add(line.number)
            continue
        match = _PARAGRAPH.match(line.text)
        if match and _plausible(match[1], current):
            _open_paragraph(sheet, match[1], line, line.start + match.end(), line.end)
        elif current and current.paragraphs:
            current.paragraphs[-1].spans.append((line.start, line.end))
        if match or current:
            _split_in_line(sheet, line)


def _section_at(
    sheet: Sheet, lines: list[Line], i: int, current: NumberedSection | None
) -> NumberedSection | None:
    """The section whose heading `lines[i]` is, or None."""
    line = lines[i]
    topic = headings.topic_of(line.text)
    match = _SECTION.match(line.text)
    if topic is None and not (match and _heading_like(match[2]) and _follows(match[1], current, lines, i)):
        return None
    if match:
        start = line.start + match.start(2)
        return NumberedSection(str(int(match[1])), (start, line.end), topic, line.number)
    return NumberedSection(None, (line.start, line.end), topic, line.number)


def _heading_like(words: str) -> bool:
    return (
        len(words) <= 80
        and len(words.split()) <= 10
        and words[0].isupper()
        and words[-1] not in ".;,"
        and "£" not in words
        and "\t" not in words
    )


def _follows(number: str, current: NumberedSection | None, lines: list[Line], i: int) -> bool:
    """Whether a section of that number is next, as the paragraph after its heading shows."""
    expected = int(current.number) + 1 if current and current.number else 1
    after = lines[i + 1].text if i + 1 < len(lines) else ""
    if int(number) != expected or not after:
        return False
    opens = _PARAGRAPH.match(after)
    return opens[1].split(".")[0] == str(int(number)) if opens else not _ITEM.match(after)


def _plausible(number: str, current: NumberedSection | None) -> bool:
    """Whether a paragraph of that number can stand here; `2.5` at a wrapped line's start can't."""
    if current is None or not current.number:
        return True
    major, minor = (int(n) for n in number.split(".")[:2])
    if current.paragraphs:
        last = [int(n) for n in current.paragraphs[-1].number.split(".")[:2]]
        if major == last[0]:
            return minor >= last[1] and minor <= last[1] + 5
        return 0 < major - last[0] <= 3 and minor <= 3
    return major == int(current.number) or minor == 1


def _open_paragraph(sheet: Sheet, number: str, line: Line, start: int, end: int) -> None:
    major = number.split(".")[0]
    current = sheet.sections[-1] if sheet.sections else None
    if current is None or (
        current.number not in (None, major)
        and current.paragraphs
        and int(major) > int(current.number or 0)
        and current.paragraphs[-1].number.split(".")[0] != major
    ):
        # A heading was lost; its paragraphs show that the section is there.
        current = NumberedSection(major, None, None, line.number)
        sheet.sections.append(current)
    elif current.number is None:
        current.number = major
    current.paragraphs.append(NumberedParagraph(number, line.number, [(start, end)]))


def _split_in_line(sheet: Sheet, line: Line) -> None:
    """Open the paragraphs that begin in mid-line (`… application. 1.2. The …`), each the next in number."""
    if not sheet.sections or not sheet.sections[-1].paragraphs:
        return
    for match in _NEXT_IN_LINE.finditer(line.text):
        paragraph = sheet.sections[-1].paragraphs[-1]
        major, minor = (int(n) for n in paragraph.number.split(".")[:2])
        if (int(match[1]), int(match[2])) != (major, minor + 1):
            continue
        start, _ = paragraph.spans[-1]
        paragraph.spans[-1] = (start, line.start + match.start())
        number = f"{match[1]}.{match[2]}"
        _open_paragraph(sheet, number, line, line.start + match.end(), line.end)


def _units(sheet: Sheet, lines: list[Line]) -> Iterator[Unit]:
    """The stretches of text that are read as one, in order."""
    places = _Places(sheet)
    rows = sheet.rows()
    block: list[Line] = []
    for line in lines:
        single = line.number in rows or line.number in sheet.headings or sheet.parts[line.number] == "header"
        if block and (single or not line.text or _begins(line) or line.number in sheet.noise):
            yield places.unit(block, "text")
            block = []
        if not line.text or line.number in sheet.noise:
            continue
        if single:
            yield places.unit([line], "row" if line.number in rows else "heading")
        else:
            block.append(line)
    if block:
        yield places.unit(block, "text")


def _begins(line: Line) -> bool:
    return bool(_ITEM.match(line.text) or _PARAGRAPH.match(line.text))


class _Places:
    """Which section and paragraph each line stands in."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.by_line: dict[int, tuple[str | None, str | None]] = {}
        marks = []
        for section in sheet.sections:
            marks.append(
                (section.line, section.topic, f"section {section.number}" if section.number else None)
            )
            marks += [(p.line, section.topic, p.number) for p in section.paragraphs]
        marks.sort(key=lambda mark: mark[0])
        at = 0
        topic: str | None = None
        place: str | None = None
        for number in range(sheet.first, sheet.last + 1):
            while at < len(marks) and marks[at][0] <= number:
                _, topic, place = marks[at]
                at += 1
            self.by_line[number] = (topic, place)

    def unit(self, block: list[Line], kind: str) -> Unit:
        first = block[0]
        part = self.sheet.parts[first.number]
        topic, place = self.by_line[first.number] if part == "report" else (None, None)
        if part in ("summary", "recommendation", "header"):
            place = part if part != "header" else None
        if kind == "text" and _ITEM.match(first.text):
            kind = "item"
        return Unit(first.start, block[-1].end, first.number, part, topic, place, kind)
