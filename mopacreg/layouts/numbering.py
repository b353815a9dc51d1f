"""The report's numbered sections and paragraphs."""

from __future__ import annotations

import re

from mopacreg.layouts import parts as headings
from mopacreg.layouts.lines import goes_on
from mopacreg.layouts.sheet import NumberedParagraph, NumberedSection, Sheet
from mopacreg.text import Line
from mopacreg.values.marks import BULLET, BULLET_SIGNS

_SECTION = re.compile(r"^(?:[-–•]\s+)?(\d{1,2})(?:(?:\.0)?[.)]?\s+|[.)](?=[A-Z]))(\S.*)$")

PARAGRAPH = re.compile(
    r"^(?:[-–•]\s+)?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?:[.):]?\s+(?=\S)|[.)](?=[A-Z“‘\"])|(?=[A-Z][a-z]))"
    r"(?!(?:million|billion|bn|m|k|per ?cent|%|x|times)\b)"
)

_NEXT_IN_LINE = re.compile(r"(?<=[.!?])\s+(\d{1,2})\.(\d{1,2})\.?\s+(?=[A-Z])")

_WITHIN = ("introduction", "issues", "financial", "commercial", "risk", "other")
# What the headings of a form's own sections end in, which sub-headings (`Finance`, `Options`) don't.
_OF_A_SECTION = re.compile(r"\b(?:comments|implications)\b", re.IGNORECASE)

ITEM = re.compile(rf"^(?:{BULLET}\s+|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivxIVX]{{1,4}})[.)]\s+)")


def number_sections(sheet: Sheet) -> None:
    """Find the report's sections and numbered paragraphs."""
    rows = sheet.rows()
    lines = sheet.lines("report")
    firsts = {match[1] for line in lines if ".1" in line.text[:5] and (match := PARAGRAPH.match(line.text))}
    several = sum(number.endswith(".1") for number in firsts) > 1
    upcoming: str | None = None  # the number of the paragraph that comes next in the section
    for i, line in enumerate(lines):
        if line.number in rows:
            continue
        current = sheet.sections[-1] if sheet.sections else None
        numbered = line.text[0].isdigit() or line.text[0] in BULLET_SIGNS
        if numbered or headings.may_be_heading(line.text):
            section = _section_at(lines, i, current, numbered)
            if section and not (several and section.number is None and _is_sub_heading(lines, i, current)):
                sheet.sections.append(section)
                if i + 1 == len(lines) or lines[i + 1].number != line.number:  # no paragraph on its line
                    sheet.headings.add(line.number)
                upcoming = None
                continue
        match = PARAGRAPH.match(line.text) if numbered else None
        if match and _plausible(match[1], current) and _begins(sheet, lines, i, match):
            _open_paragraph(sheet, match[1], line, line.start + match.end(), line.end)
            upcoming = _next_number(sheet)
        elif current and current.paragraphs:
            current.paragraphs[-1].spans.append((line.start, line.end))
        if upcoming and upcoming in line.text:
            _split_in_line(sheet, line)
            upcoming = _next_number(sheet)


def _section_at(
    lines: list[Line], i: int, current: NumberedSection | None, numbered: bool
) -> NumberedSection | None:
    """The section whose heading `lines[i]` is, or None; `numbered`: the line begins as a number can."""
    line = lines[i]
    topic = headings.topic_of(line.text)
    match = _SECTION.match(line.text) if numbered else None
    if match and match.start(2) == match.end(1) + 1 and not _opens(match[1], lines, i):
        return None  # `3.Procurement`, of a list
    if topic is None and not (match and _heading_like(match[2]) and _follows(match[1], current, lines, i)):
        return None
    if match:
        start = line.start + match.start(2)
        return NumberedSection(str(int(match[1])), (start, line.end), topic, line.number)
    return NumberedSection(None, (line.start, line.end), topic, line.number)


def _is_sub_heading(lines: list[Line], i: int, current: NumberedSection | None) -> bool:
    """Whether a heading without a number stands within the section: the next paragraph is still one of that.

    Or the next section counts on, and the heading is of a kind that stands within sections.
    """
    if current is None or current.number is None or _OF_A_SECTION.search(lines[i].text):
        return False
    for line in lines[i + 1 :]:
        paragraph, section = PARAGRAPH.match(line.text), _SECTION.match(line.text)
        if paragraph and not line.text[paragraph.end()].islower():
            return _plausible(paragraph[1], current) and paragraph[1].split(".")[0] == current.number
        if section and headings.topic_of(line.text):
            within = bool(current.paragraphs) and headings.topic_of(lines[i].text) in _WITHIN
            return within and int(section[1]) == int(current.number) + 1
    return False


def _begins(sheet: Sheet, lines: list[Line], i: int, match: re.Match[str]) -> bool:
    """Whether a paragraph begins with its number: a wrapped `3.3 below` goes on with the line above.

    A number that no space parts from the words must be the next.
    """
    line, before = lines[i], lines[i - 1] if i else None
    if match.end() == match.end(1):
        return sheet.sections != [] and match[1] == _next_number(sheet)
    directly_below = before and before.number == line.number - 1 and before.number not in sheet.headings
    return not (directly_below and before and goes_on(before.text) and line.text[match.end()].islower())


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
    opens = PARAGRAPH.match(after)
    if opens:
        return opens[1].split(".")[0] == str(int(number))
    return not ITEM.match(after) or (after[0] in BULLET_SIGNS and _is_followed(expected, lines, i))


def _is_followed(number: int, lines: list[Line], i: int) -> bool:
    """Whether the next line that begins with a number is the heading of the section behind that one."""
    for k in range(i + 1, len(lines)):
        section = _SECTION.match(lines[k].text) if lines[k].text[0].isdigit() else None
        if section:
            known = headings.topic_of(lines[k].text) or _opens(section[1], lines, k)
            return int(section[1]) == number + 1 and bool(known)
    return False


def _opens(number: str, lines: list[Line], i: int) -> bool:
    """Whether the section's first paragraph stands on the next line."""
    opened = PARAGRAPH.match(lines[i + 1].text) if i + 1 < len(lines) else None
    return opened is not None and opened[1].split(".")[0] == str(int(number))


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
    for match in _NEXT_IN_LINE.finditer(line.text):
        paragraph = sheet.sections[-1].paragraphs[-1]
        if f"{match[1]}.{match[2]}" != _next_number(sheet):
            continue
        start, _ = paragraph.spans[-1]
        paragraph.spans[-1] = (start, line.start + match.start())
        _open_paragraph(sheet, _next_number(sheet), line, line.start + match.end(), line.end)


def _next_number(sheet: Sheet) -> str:
    """The number of the paragraph that comes next in the section."""
    section = sheet.sections[-1]
    if not section.paragraphs:
        before = [int(each.number) for each in sheet.sections[:-1] if each.number]
        return f"{section.number or max(before, default=0) + 1}.1"
    major, minor = section.paragraphs[-1].number.split(".")[:2]
    return f"{major}.{int(minor) + 1}"
