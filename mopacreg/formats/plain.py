"""Plain text for pipes: tab-separated, whole, no box, no folding; the same data as on a terminal."""

from __future__ import annotations

from typing import TextIO

from mopacreg.formats.safe import one_line, visible
from mopacreg.views.figures import pounds, tenths
from mopacreg.views.table import (
    COUNT,
    MONEY,
    PERCENT,
    Block,
    Branch,
    Cell,
    Column,
    Facts,
    Items,
    Light,
    Marked,
    Page,
    Table,
)

INDENT = "  "  # a step in a tree


def cell_text(cell: Cell, kind: str) -> str:
    """A cell as a reader sees it, on one line; an absent value is empty."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return one_line(cell)
    if isinstance(cell, Marked):
        return one_line(with_stars(cell))
    if isinstance(cell, Light):
        return one_line(cell.text)
    if isinstance(cell, Branch):
        return f"{INDENT * cell.level}{one_line(cell.text)}"
    if not isinstance(cell, int):
        return one_line(", ".join(cell))
    if isinstance(cell, bool):
        return "✓" if cell else "✗"
    if kind == PERCENT:
        return f"{tenths(cell)}%"
    return pounds(cell) if kind == MONEY else f"{cell:,}" if kind == COUNT else str(cell)


def with_stars(text: str | Marked) -> str:
    """The text with its marked parts between `**`."""
    if isinstance(text, str):
        return text
    return "".join(f"**{part}**" if mark else part for part, mark in text.parts)


def write(view: Table | Page, out: TextIO) -> None:
    """Write a table as lines of cells parted by tabs, a page as its blocks parted by empty lines."""
    if isinstance(view, Table):
        _table(view, out)
        return
    out.write(f"{one_line(view.title)}\n")
    for block in view.blocks:
        out.write("\n")
        _block(block, out)


def _block(block: Block, out: TextIO) -> None:
    if isinstance(block, Table):
        _table(block, out)
        return
    if isinstance(block, Items):
        if block.heading:
            out.write(f"{one_line(block.heading)}\n")
        clean = visible if block.verbatim else one_line
        out.writelines(f"{one_line(mark)}\t{clean(with_stars(text))}\n" for mark, text in block.items)
        return
    _facts(block, out)


def _facts(facts: Facts, out: TextIO) -> None:
    out.writelines(f"{label}\t{cell_text(value, '')}\n" for label, value in facts.rows if value is not None)


def _table(table: Table, out: TextIO) -> None:
    if table.title:
        out.write(f"{one_line(table.title)}\n")
    out.write(_line(tuple(column.heading for column in table.columns), table.columns))
    out.writelines(_line(row, table.columns) for row in table.rows)
    if table.footer:
        out.write(_line(table.footer, table.columns))
    out.writelines(f"{one_line(note)}\n" for note in table.notes)


def _line(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    return "\t".join([cell_text(cell, column.kind) for cell, column in zip(row, columns, strict=True)]) + "\n"
