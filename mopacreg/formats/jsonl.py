"""JSON lines: an object a row, a row a line, under RECORD.md's names."""

from __future__ import annotations

from typing import TextIO

from mopacreg.formats.json import dump, row_objects
from mopacreg.views.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write each row of `table` as it comes."""
    out.writelines(f"{dump(row)}\n" for row in row_objects(table))
