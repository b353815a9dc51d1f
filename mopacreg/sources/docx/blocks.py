"""Paragraphs and tables of a Word file, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mopacreg.sources import carried, table_row
from mopacreg.sources.docx.names import child, value, w
from mopacreg.sources.docx.numbering import Numbering
from mopacreg.sources.docx.words import text_boxes, words

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_TYPED_MARK = re.compile(r"(\(?[0-9A-Za-z.]{1,8}[.)]?|[•–*-])[ ]*\t[\t ]*")
_TABS = re.compile(r" *\t[\t ]*")
_NOT_SEEN = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\xad"))
_LAYOUT_LINES = 12  # a cell of more lines than this is a part of the form, not a cell of a table


def lines(container: Any, numbering: Numbering) -> Iterator[str]:
    """The text of a body, a cell or a text box, line by line; "" parts what the page sets apart."""
    for part in container:
        if part.tag == w("p"):
            yield from _paragraph(part, numbering)
        elif part.tag == w("tbl"):
            yield ""
            yield from _table(part, numbering)
            yield ""
        elif part.tag in _WRAPPERS:
            yield from lines(part, numbering)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[str]:
    text = "".join(words(paragraph)).translate(_NOT_SEEN).replace("\xa0", " ").strip()
    mark = numbering.mark(paragraph)
    if (value(paragraph, "pPr", "pStyle") or "").startswith(("Heading", "Title")) and text:
        yield ""
    if mark and text:
        text = f"{mark} {text}"
    for line in text.split("\n"):
        yield _spaced(line.strip())
    for box in text_boxes(paragraph):
        yield from lines(box, numbering)


def _spaced(line: str) -> str:
    """Tabs as the gap that a reader sees: tabs themselves part the cells of a table."""
    typed = _TYPED_MARK.match(line)
    if typed:
        line = f"{typed[1]} {line[typed.end() :]}"
    return _TABS.sub("    ", line)


def _table(table: Any, numbering: Numbering) -> Iterator[str]:
    rows = [list(_cells(tr, numbering)) for tr in _under(table, "tr") if child(tr, "trPr", "del") is None]
    for row in _filled(rows):
        texts = [" ".join(cell) for cell in row]
        if len(row) > 1 and not any(len(cell) > _LAYOUT_LINES for cell in row):
            if any(texts):
                yield table_row(texts)
        else:
            for cell in row:
                yield from cell


_Cell = tuple[list[str], int, bool]  # its lines, the columns it spans, whether it goes on from above


def _cells(row: Any, numbering: Numbering) -> Iterator[_Cell]:
    before = int(value(row, "trPr", "gridBefore") or 0)
    if before:
        yield [], before, False
    for cell in _under(row, "tc"):
        text = [line for line in lines(cell, numbering) if line]
        merge, across = child(cell, "tcPr", "vMerge"), child(cell, "tcPr", "hMerge")
        goes_on = merge is not None and merge.get(w("val"), "continue") == "continue"
        if across is not None and across.get(w("val"), "continue") == "continue":
            text = []
        yield text, int(value(cell, "tcPr", "gridSpan") or 1), goes_on


def _filled(rows: list[list[_Cell]]) -> Iterator[list[list[str]]]:
    """Rows with a place for each column; a cell merged down says its label in each of its rows."""
    above: dict[int, str] = {}
    for row in rows:
        out: list[list[str]] = []
        for text, across, goes_on in row:
            column = len(out)
            if goes_on:
                text = [above[column]] if above.get(column) else []
            else:
                above[column] = carried(" ".join(text))
            out.append(text)
            out.extend([] for _ in range(across - 1))
        yield out


def _under(node: Any, name: str) -> Iterator[Any]:
    """A table's rows or a row's cells, content controls around them looked through."""
    for part in node:
        if part.tag == w(name):
            yield part
        elif part.tag in _WRAPPERS:
            yield from _under(part, name)
