"""The grids of a text: runs of lines that are rows of cells.

Three shapes are published: cells parted by tabs or pipes (what the sources
make of real tables, and what scans give), cells parted by wide spaces, and
rows known only by the sums at their end. What a grid means is not asked here.
"""

from __future__ import annotations

import re

from mopacreg.grids.cells import FIGURE, PROSE, Cell, Grid, Row, cell_of, has_figures
from mopacreg.grids.summed import summed
from mopacreg.text import Line, Text

_RULE = re.compile(r"^[\s|:+=-]+$")

_SIGNS = ("£", "\\pm", "±")
_WIDE = re.compile(r"\s{2,}")


def find(text: Text) -> list[Grid]:
    """The grids of `text`, in order, none overlapping."""
    grids: list[Grid] = []
    tabbed, piped, wide, signed = (
        {line.number - 1 for line in text.lines_with(*marks)} for marks in ("\t", "|", ("  ",), _SIGNS)
    )
    for i in sorted(tabbed | piped | wide | signed):
        taken = grids[-1].last_line if grids else 0
        if i < taken:
            continue
        grid = _parted(text, i, "\t", tabbed) if i in tabbed else None
        if grid is None and i in piped:
            grid = _parted(text, i, "|", piped)
        if grid is None and i in wide and "  " in text.lines[i].text:
            grid = _spaced(text, i)
        if grid is None and i in signed:
            grid = summed(text, i, taken)
        if grid is not None:
            grids.append(grid)
    return grids


def _parted(text: Text, i: int, mark: str, holding: set[int]) -> Grid | None:
    """The grid that begins at line index `i`, its cells parted by `mark`; `holding` are the lines that hold it."""
    stop = i
    while stop in holding and text.lines[stop].text:
        stop += 1
    rows = [_split(text, line, mark) for line in text.lines[i:stop] if not _RULE.match(line.text)]
    again = next((k for k in range(2, len(rows)) if _is_header_again(rows[0], rows[k])), len(rows))
    rows = rows[:again]  # a table directly below another is one of its own
    if len(rows) > 1 or (rows and mark == "\t" and "£" in text.lines[i].text):
        return Grid("tabs" if mark == "\t" else "pipes", tuple(rows))
    return None


def _is_header_again(header: Row, row: Row) -> bool:
    """Whether a row begins as the header does, and has no figure: another table's header."""
    same = bool(header.cells[0].text) and header.cells[0].text == row.cells[0].text
    return same and not any("£" in cell.text for cell in row.cells) and len(row.cells) == len(header.cells)


def _split(text: Text, line: Line, mark: str) -> Row:
    start, end = text.whole_line(line.number)
    if mark == "|":
        start, end = line.start + line.text.startswith("|"), line.end - line.text.endswith("|")
    cells, at = [], start
    for part in text.text[start:end].split(mark):
        cells.append(cell_of(part, at))
        at += len(part) + 1
    return Row(line.number, tuple(cells))


def _segments(line: Line) -> list[Cell]:
    """The cells of a line whose columns are parted by wide spaces."""
    cells, at = [], 0
    for gap in _WIDE.finditer(line.text):
        cells.append(cell_of(line.text[at : gap.start()], line.start + at))
        at = gap.end()
    cells.append(cell_of(line.text[at:], line.start + at))
    return cells


def _all_figures(cells: list[Cell]) -> bool:
    return len(cells) > 1 and all(FIGURE.match(cell.text) for cell in cells[1:])


def _has_figure(cells: list[Cell]) -> bool:
    return any(FIGURE.match(cell.text) for cell in cells[1:])


def _spaced(text: Text, i: int) -> Grid | None:
    """The grid of wide-spaced rows that begins at `i`: at least two rows with figures, headers above them."""
    found: list[tuple[Line, list[Cell]]] = []
    for k in range(i, len(text.lines)):
        line = text.lines[k]
        prose = bool(PROSE.search(line.text))
        if not line.text or (prose and "  " in line.text and line.text[-1] in ".;:"):
            break
        cells = _segments(line)
        if len(cells) > 1 and prose and not (len(cells) > 2 and _all_figures(cells)):
            break
        if len(cells) < 2 and not (found and k + 1 < len(text.lines) and _is_group(line, text.lines[k + 1])):
            break
        found.append((line, cells))
    figures = [cells for _, cells in found if _has_figure(cells)]
    if len(figures) < 2 or len(figures) * 2 < len(found):
        return None
    columns = max((cells for _, cells in found), key=len)
    base = {line.number: text.whole_line(line.number)[0] for line, _ in found}
    first = next(line for line, cells in found if cells is columns)
    edges = [(c.start - base[first.number], c.end - base[first.number]) for c in columns]
    return Grid("columns", tuple(Row(n.number, _aligned(cells, edges, base[n.number])) for n, cells in found))


def _is_group(line: Line, after: Line) -> bool:
    """Whether a line of one cell names the rows below it (`Capital`), and isn't the end of the grid."""
    return len(line.text) < 60 and _has_figure(_segments(after))


def _aligned(cells: list[Cell], edges: list[tuple[int, int]], base: int) -> tuple[Cell, ...]:
    """`cells` under the columns whose edges they share, empty cells where a row has none."""
    if len(cells) == len(edges):
        return tuple(cells)
    placed = [Cell(cells[0].start, cells[0].start, "")] * len(edges)
    for cell in cells:
        start, end = cell.start - base, cell.end - base
        nearest = min(range(len(edges)), key=lambda k: min(abs(edges[k][0] - start), abs(edges[k][1] - end)))
        placed[nearest] = cell
    return tuple(placed)


__all__ = ("Cell", "Grid", "Row", "find", "has_figures")
