"""A PDF with a text layer: its lines in reading order, page by page, ruled tables as rows.

Lines stay as the page breaks them; a gap clearly larger than the line spacing
becomes a blank line, a page's end too. pdfium reads the text (and is fast);
pdfplumber is asked only for the cells of pages that have lines drawn on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from mopacreg.errors import DocumentError, MissingExtra
from mopacreg.sources.pdf.characters import Line, characters, lines_of
from mopacreg.sources.pdf.tables import is_ruled, take_tables

_SET_APART = 1.45  # times the page's usual distance from line to line


def read(path: str, data: bytes) -> str:
    """The file's text.

    Raises DocumentError for a file that is protected, damaged or without a
    text layer, and MissingExtra without pypdfium2 and pdfplumber.
    """
    try:
        import pdfplumber  # noqa: F401
        import pypdfium2
    except ImportError:
        raise MissingExtra(path, "pypdfium2 and pdfplumber are needed to read PDF files") from None
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, str(error)) from None
    try:
        pages = [list(_page(file, index, data)) for index in range(len(file))]
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, str(error)) from None
    finally:
        file.close()
    if not any(map(any, pages)):
        raise DocumentError(
            path, "is a PDF without a text layer (a scan)", "run ocrmypdf on it first, then ingest it"
        )
    return "\n\n".join("\n".join(page) for page in pages if page) + "\n"


def _unopened(path: str, reason: str) -> DocumentError:
    if "password" in reason.lower() or "security" in reason.lower():
        return DocumentError(path, "is protected by a password", "save it without the password")
    return DocumentError(path, "is a damaged PDF", "fetch it again, or print it to a new PDF")


def _page(file: Any, index: int, data: bytes) -> Iterator[str]:
    """A page's lines, and "" where the page leaves a gap."""
    page = file[index]
    try:
        rest = characters(page)
        tables: list[list[Line]] = []
        if is_ruled(page):
            rest, tables = take_tables(data, index, rest)
    finally:
        page.close()
    text = lines_of(rest)
    usual = median([below.top - above.top for above, below in pairwise(text)] or [0])
    blocks = [[line] for line in text] + tables
    blocks.sort(key=lambda block: block[0].top)
    last: list[Line] = []
    for block in blocks:
        if last and (len(block) > 1 or len(last) > 1 or block[0].top - last[0].top > _SET_APART * usual):
            yield ""
        yield from (line.text for line in block)
        last = block
