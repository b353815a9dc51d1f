"""Comma-separated values as RFC 4180 has them: CRLF line ends, quotes doubled, one header row.

The header is RECORD.md's names. Amounts are plain pounds (`25000`,
`990324.28`), a name list is joined by `; `, true and false are words, absent is
empty. Totals and notes are left out: a column can be added up as it stands.
"""

from __future__ import annotations

import csv
from typing import TextIO

from mopacreg.formats.safe import spreadsheet
from mopacreg.views.figures import plain_pounds, tenths
from mopacreg.views.table import MONEY, PERCENT, Branch, Cell, Light, Marked, Table


def write(table: Table, out: TextIO) -> None:
    """Write `table` to `out`, which must not translate line ends (`newline=""`)."""
    kinds = [column.kind for column in table.columns]
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows(list(map(_field, row, kinds)) for row in table.rows)


def _field(cell: Cell, kind: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return spreadsheet(cell)
    if isinstance(cell, (Marked, Light, Branch)):
        return spreadsheet(cell.text)
    if not isinstance(cell, int):
        return spreadsheet("; ".join(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return plain_pounds(cell) if kind == MONEY else tenths(cell) if kind == PERCENT else str(cell)
