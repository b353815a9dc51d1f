"""A person's terminal, through Rich: the only module that imports it.

A table fits the terminal by dropping columns in the order that they state,
and says which. Text goes in as `Text`, never as markup, with its control
characters made visible. Colour, NO_COLOR, TERM=dumb and COLUMNS are Rich's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from mopacreg.formats.plain import cell_text, with_stars
from mopacreg.formats.safe import one_line, visible
from mopacreg.formats.widths import GAP, fitting, shared
from mopacreg.views.figures import pounds
from mopacreg.views.table import (
    BRIEF,
    COUNT,
    MARK,
    MONEY,
    NAMES,
    RIGHT,
    TEXT,
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

MOST_NAMES = 3  # in a cell; a longer list is cut, with the number left out
HIT = "bold yellow"
QUIET = "dim"
LIGHTS = {"green": "green", "amber": "yellow", "red": "bold red"}


def write(view: Table | Page, out: TextIO) -> None:
    """Draw `view` on `out` at the terminal's width."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    with console.capture() as drawn:
        _draw(console, view)
    # Rich fills every line to the full width; what a person copies should not end in spaces.
    out.writelines(f"{line.rstrip(' ')}\n" for line in drawn.get().removesuffix("\n").split("\n"))


def _draw(console: Console, view: Table | Page) -> None:
    if isinstance(view, Table):
        _table(console, view)
        return
    console.print(Text(one_line(view.title), style="bold"))
    for block in view.blocks:
        console.print()
        _block(console, block)


def _block(console: Console, block: Block) -> None:
    if isinstance(block, Table):
        _table(console, block)
    elif isinstance(block, Facts):
        rows = [(label, value) for label, value in block.rows if value is not None]
        _grid(console, [(Text(label, QUIET), _text(console, value, TEXT)) for label, value in rows])
    else:
        _items(console, block)


def _items(console: Console, block: Items) -> None:
    if block.heading:
        console.print(Text(one_line(block.heading), style="bold"))
    rows = [
        (Text(one_line(mark), QUIET), _text(console, text, TEXT, verbatim=block.verbatim))
        for mark, text in block.items
    ]
    _grid(console, rows, right=block.verbatim)


def _grid(console: Console, rows: Sequence[tuple[Text, Text]], right: bool = False) -> None:
    """Labels and texts side by side; a long text folds under its own beginning."""
    grid = RichTable.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True, justify="right" if right else "left")
    grid.add_column(overflow="fold")
    for label, text in rows:
        grid.add_row(label, text)
    console.print(grid)


def _text(
    console: Console, cell: Cell, kind: str, verbatim: bool = False, pennies: bool | None = None
) -> Text:
    """A cell as Rich's text: hits styled, or starred where the terminal has no styles."""
    clean = visible if verbatim else one_line
    if isinstance(cell, Marked):
        if console.color_system is None:
            return Text(clean(with_stars(cell)))
        spaced = [(visible(part), HIT if mark else "") for part, mark in cell.parts]
        return Text.assemble(*(spaced if verbatim else [(_spaces(part), style) for part, style in spaced]))
    if isinstance(cell, Branch):
        return Text.assemble((cell.guides, QUIET), one_line(cell.text))
    if isinstance(cell, Light):
        return Text.assemble((cell.mark, LIGHTS[cell.colour]), clean(f": {cell.said}"))
    if kind == MARK and isinstance(cell, bool):
        return Text("✓" if cell else "✗", style="green" if cell else "red")
    if kind == NAMES and cell and not isinstance(cell, (str, int)) and len(cell) > MOST_NAMES:
        return Text(f"{cell_text(cell[: MOST_NAMES - 1], kind)} and {len(cell) - MOST_NAMES + 1} more")
    if kind == MONEY and isinstance(cell, int):
        return Text(pounds(cell, pennies))
    return Text(clean(cell) if isinstance(cell, str) else cell_text(cell, kind))


def _spaces(part: str) -> str:
    return part.translate({9: " ", 10: " "})


def _table(console: Console, table: Table) -> None:
    if table.title:
        console.print(Text(one_line(table.title), style="bold"))
    rows = _texts(console, table, list(table.rows))
    footer = _texts(console, table, [table.footer])[0] if table.footer else None
    if any(column.below for column in table.columns):
        _entries(console, table.columns, rows)
    else:
        _columns(console, table.columns, rows, footer)
    for note in table.notes:
        console.print(Text(one_line(note), style=QUIET))


def _texts(console: Console, table: Table, rows: list[tuple[Cell, ...]]) -> list[list[Text]]:
    """Every cell as text; pence in one cell of a column of money are pence in all, so that points align."""
    every = [*rows, *([table.footer] if table.footer else [])]
    pennies: list[bool | None] = [None] * len(table.columns)
    for at, column in enumerate(table.columns):
        if column.kind == MONEY:
            pennies[at] = any(isinstance(cell := row[at], int) and cell % 100 for row in every)
    return [
        [
            _text(console, cell, column.kind, pennies=shown)
            for cell, column, shown in zip(row, table.columns, pennies, strict=True)
        ]
        for row in rows
    ]


def _columns(
    console: Console, columns: Sequence[Column], rows: list[list[Text]], footer: list[Text] | None
) -> None:
    every = [*rows, *([footer] if footer else [])]
    widths = [
        max([cell_len(column.heading), *(cell_len(row[at].plain) for row in every)])
        for at, column in enumerate(columns)
    ]
    empty = {
        at for at, column in enumerate(columns) if column.drop and not any(row[at].plain for row in every)
    }
    kept = fitting(columns, widths, console.width, [at for at in range(len(columns)) if at not in empty])
    drawn = RichTable(
        box=box.SIMPLE, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0),
        show_footer=footer is not None, header_style=QUIET, footer_style="bold",
    )  # fmt: skip
    for at, width in zip(kept, shared(columns, widths, kept, console.width), strict=True):
        drawn.add_column(
            Text(columns[at].heading),
            footer=footer[at] if footer else "",
            justify="right" if columns[at].kind in RIGHT else "left",
            overflow="ellipsis" if columns[at].kind == BRIEF else "fold",
            no_wrap=columns[at].kind == BRIEF,
            width=width,
        )
    for row in rows:
        drawn.add_row(*(row[at] for at in kept))
    _whole(console, drawn)
    if len(kept) + len(empty) < len(columns):
        left_out = ", ".join(columns[at].heading for at in range(len(columns)) if at not in {*kept, *empty})
        console.print(Text(f"Not shown at {console.width} columns: {left_out}", style=QUIET))


def _whole(console: Console, drawn: RichTable) -> None:
    """Print a table whose widths are settled; where they don't fit, the terminal breaks the line, not us."""
    drawn.width = sum(column.width or 0 for column in drawn.columns) + GAP * (len(drawn.columns) - 1)
    console.print(drawn, crop=False, no_wrap=True, overflow="ignore")


def _entries(console: Console, columns: Sequence[Column], rows: list[list[Text]]) -> None:
    """Rows with columns below: a line of the others, then under it those, with a figure's heading."""
    head = [at for at, column in enumerate(columns) if not column.below]
    below = [at for at, column in enumerate(columns) if column.below]
    widths = [max([cell_len(row[at].plain) for row in rows], default=0) for at in head]
    for row in rows:
        line = Text()
        for at, width in zip(head, widths, strict=True):
            cell = row[at].copy()
            if at == head[0]:
                cell.stylize("bold")
            if at != head[-1]:
                cell.pad_right(width - cell_len(cell.plain) + GAP)
            line.append_text(cell)
        line.rstrip()
        if line.plain:  # else another passage of the decision above
            console.print(line)
        said = [
            Text(f"{columns[at].heading.lower()} {row[at]}", QUIET) if columns[at].kind == COUNT else row[at]
            for at in below
            if row[at].plain
        ]
        console.print(Padding(Text(" " * GAP).join(said), (0, 0, 0, 4)))


@contextmanager
def progress_bar(out: TextIO) -> Iterator[Callable[[int, int], None]]:
    """A bar on `out` that goes away when all is done; call what is given with (done, of how many)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Lines printed meanwhile go above the bar where both share the terminal, and nowhere else.
    console = Console(file=out)
    with Progress(*shown, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
