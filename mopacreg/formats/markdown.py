"""A pipe table of GitHub's Markdown; text of documents is escaped, so that it stays text."""

from __future__ import annotations

from typing import TextIO

from mopacreg.formats.plain import cell_text
from mopacreg.formats.safe import one_line
from mopacreg.views.table import RIGHT, Cell, Column, Table

_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#~"} | {"&": "&amp;"})


def write(table: Table, out: TextIO) -> None:
    """Write `table` with its title, totals and notes; figures aligned right."""
    if table.title:
        out.write(f"### {escaped(table.title)}\n\n")
    out.write(_row([escaped(column.heading) for column in table.columns]))
    out.write(_row(["---:" if column.kind in RIGHT else "---" for column in table.columns]))
    out.writelines(_cells(row, table.columns) for row in table.rows)
    if table.footer:
        out.write(_cells(table.footer, table.columns))
    out.writelines(f"\n{escaped(note)}\n" for note in table.notes)


def escaped(text: str) -> str:
    """One line of text that Markdown shows as it stands."""
    return one_line(text).translate(_ESCAPES)


def _cells(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    return _row([escaped(cell_text(cell, column.kind)) for cell, column in zip(row, columns, strict=True)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
