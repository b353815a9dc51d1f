"""The supporting report's numbered sections and paragraphs, as printed."""

from __future__ import annotations

from mopacreg.layouts.sheet import NumberedParagraph, NumberedSection, Sheet
from mopacreg.record import Paragraph, Section
from mopacreg.text import folded
from mopacreg.trace import Trace


def read(sheet: Sheet, trace: Trace) -> tuple[Section, ...]:
    """The sections in order; none where sections have no numbers, or all the same one (RECORD.md)."""
    numbered = [section for section in sheet.sections if section.number]
    if len(numbered) > 1 and len({section.number for section in numbered}) == 1:
        return ()
    return tuple(_section(sheet, section, trace, n) for n, section in enumerate(numbered, 1))


def _section(sheet: Sheet, section: NumberedSection, trace: Trace, n: int) -> Section:
    heading = None
    if section.heading:
        trace.note(f"sections {n}", *section.heading, "numbered heading")
        heading = sheet.text.as_printed(*section.heading).rstrip(":").strip()
    paragraphs = tuple(_paragraph(sheet, paragraph) for paragraph in section.paragraphs)
    return Section(str(section.number), heading, section.line, paragraphs)


def _paragraph(sheet: Sheet, paragraph: NumberedParagraph) -> Paragraph:
    words = folded(" ".join(sheet.text.printed[start:end] for start, end in paragraph.spans))
    return Paragraph(paragraph.number, words, paragraph.line)
