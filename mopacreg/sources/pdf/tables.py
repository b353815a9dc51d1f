"""Ruled tables of a PDF page: their rows, in place of the words that they cover."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from mopacreg.sources import carried, table_row
from mopacreg.sources.pdf.characters import Character, Line, lines_of

_Box = tuple[float, float, float, float]  # left, top, right, bottom
_FEWEST_SEGMENTS = 8  # of drawn lines: less can't rule a table of two columns and two rows
_LAYOUT_LINES = 12  # a cell of more lines than this is a part of the form, not a cell of a table


def is_ruled(page: Any) -> bool:
    """Whether a pypdfium2 page has lines drawn on it, enough for a table."""
    from pypdfium2 import raw

    segments = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        segments += max(raw.FPDFPath_CountSegments(drawn), 0)
        if segments >= _FEWEST_SEGMENTS:
            return True
    return False


def take_tables(data: bytes, index: int, found: list[Character]) -> tuple[list[Character], list[list[Line]]]:
    """The characters that stand outside the page's tables, and each table as lines of rows."""
    rest, tables = found, []
    for rows in _drawn(data, index):
        boxes = [box for row in rows for box in row if box]
        around = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
        inside = [c for c in rest if _holds(around, c)]
        table = _table(rows, inside)
        if table:
            tables.append(table)
            rest = [c for c in rest if not _holds(around, c)]
    return rest, tables


def _drawn(data: bytes, index: int) -> list[list[list[_Box | None]]]:
    try:
        return list(_grids(data, index))
    except Exception:  # pdfminer is stricter than pdfium; the words are read all the same, as lines
        return []


def _grids(data: bytes, index: int) -> Iterator[list[list[_Box | None]]]:
    import logging

    import pdfplumber

    # What it logs of odd files would reach a person's terminal, and says nothing to them.
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as file:
        for page in file.pages:
            left, top = page.bbox[:2]  # its tables' places count from where the file says the page begins
            for table in page.find_tables():
                rows = [
                    [b and (b[0] - left, b[1] - top, b[2] - left, b[3] - top) for b in row.cells]
                    for row in table.rows
                ]
                if max(map(len, rows)) > 1:
                    yield rows


def _holds(box: _Box, character: Character) -> bool:
    across, down = (character.left + character.right) / 2, (character.top + character.bottom) / 2
    return box[0] <= across < box[2] and box[1] <= down < box[3]


def _table(rows: list[list[_Box | None]], inside: list[Character]) -> list[Line]:
    """Rows as lines; none where the ruling is the form's own and not a table's."""
    above: dict[int, tuple[float, str]] = {}  # column → how far down its last cell reaches, its label
    out = []
    for row in rows:
        cells, drawn = [], [box for box in row if box]
        for column, box in enumerate(row):
            if box is None:
                reach, label = above.get(column, (0.0, ""))
                cells.append(label if drawn and reach > min(b[1] for b in drawn) + 1 else "")
                continue
            text = lines_of(c for c in inside if _holds(box, c))
            if len(text) > _LAYOUT_LINES:
                return []
            cells.append(" ".join(line.text for line in text))
            above[column] = (box[3], carried(cells[-1]))
        if any(cells):
            out.append(Line(table_row(cells), min(b[1] for b in drawn), max(b[3] for b in drawn)))
    return out
