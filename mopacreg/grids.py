"""The grids of a text: runs of lines that are rows of cells.

Three shapes are published: cells parted by tabs or pipes (what the sources
make of real tables, and what scans give), cells parted by wide spaces, and
rows known only by the sums at their end. What a grid means is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mopacreg.text import Line, Text

_RULE = re.compile(r"^[\s|:+=-]+$")
_WIDE = re.compile(r"\s{2,}")
_SUM = r"[-−–(]?(?:£|\\pm|±)\s?\d[\d,]*(?:\.\d+)?\s?(?i:million|billion|bn|m|k)?\b\)?"
_NO_SUM = r"[-–—]|N/A|n/a|nil|Nil|TBC|tbc"
_FIGURE = re.compile(rf"^(?:{_SUM}|{_NO_SUM}|[-−(]?\d[\d,]*(?:\.\d+)?[km]?\)?%?)$", re.IGNORECASE)
# A row known by its sums: a label, one or more sums (or marks for none), and
# perhaps a few words behind them, such as the fund they come from.
_SUMMED = re.compile(
    rf"^(?P<label>[^£]*?[^£\s:])(?::|\s(?P<dash>[-–—]))?\s+"
    rf"(?P<sums>(?:(?i:N/A|nil|TBC)\s+)*(?:{_SUM})(?:\s+(?:{_SUM}|{_NO_SUM}))*)"
    rf"(?P<after>\s+[A-Z][^£.]{{2,48}})?$"
)
_TOKEN = re.compile(rf"{_SUM}|{_NO_SUM}")
_BULLET = re.compile(r"^[-–—•·▪●○◦*]\s+")
_PROSE = re.compile(r"^\W*\d{1,2}\.\d|[.;:]$|\.\s+[A-Z]")
_SHARE = re.compile(r"\s+\d[\d.]*\s?%$")
_LONGEST_ROW = 140


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, `start:end` in the text; `text` is repaired and on one line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row, on one line; an empty cell has `start == end`."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Consecutive rows. `shape` is tabs, pipes, columns or sums."""

    shape: str
    rows: tuple[Row, ...]

    @property
    def first_line(self) -> int:
        return self.rows[0].line

    @property
    def last_line(self) -> int:
        return self.rows[-1].line


def find(text: Text) -> list[Grid]:
    """The grids of `text`, in order, none overlapping."""
    grids: list[Grid] = []
    lines = text.lines
    i = 0
    tabbed, piped = _holding(text, "\t"), _holding(text, "|")
    while i < len(lines):
        words = lines[i].text
        grid = _parted(text, i, "\t", tabbed) if i in tabbed else None
        if grid is None and i in piped:
            grid = _parted(text, i, "|", piped)
        if grid is None and "  " in words:
            grid = _spaced(text, i)
        if grid is None and ("£" in words or "\\pm" in words or "±" in words):
            grid = _summed(text, i, grids[-1].last_line if grids else 0)
        if grid is None:
            i += 1
        else:
            grids.append(grid)
            i = grid.last_line
    return grids


def _holding(text: Text, mark: str) -> set[int]:
    """The indices of the lines that hold `mark`."""
    found: set[int] = set()
    at = text.text.find(mark)
    while at >= 0:
        number = text.line_at(at)
        found.add(number - 1)
        at = text.text.find(mark, text.whole_line(number)[1])
    return found


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
        cells.append(_cell(part, at))
        at += len(part) + 1
    return Row(line.number, tuple(cells))


def _cell(part: str, at: int) -> Cell:
    words = part.strip()
    start = at + len(part) - len(part.lstrip()) if words else at
    return Cell(start, start + len(words), " ".join(words.split()))


def _segments(line: Line) -> list[Cell]:
    """The cells of a line whose columns are parted by wide spaces."""
    cells, at = [], 0
    for gap in _WIDE.finditer(line.text):
        cells.append(_cell(line.text[at : gap.start()], line.start + at))
        at = gap.end()
    cells.append(_cell(line.text[at:], line.start + at))
    return cells


def has_figures(row: Row) -> bool:
    """Whether a row has a figure, or a mark for none, in some cell behind its label."""
    return any(cell.text and _FIGURE.match(cell.text) for cell in row.cells[1:])


def _all_figures(cells: list[Cell]) -> bool:
    return len(cells) > 1 and all(_FIGURE.match(cell.text) for cell in cells[1:])


def _spaced(text: Text, i: int) -> Grid | None:
    """The grid of wide-spaced rows that begins at `i`: at least two rows of figures, headers above them."""
    found: list[tuple[Line, list[Cell]]] = []
    for line, after in zip(text.lines[i:], [*text.lines[i + 1 :], None], strict=True):
        cells = _segments(line) if line.text else []
        if not cells or (len(cells) < 2 and not (found and after and _is_group(line, after))):
            break
        if len(cells) > 1 and _PROSE.search(line.text):
            break
        found.append((line, cells))
    figures = [cells for _, cells in found if _all_figures(cells)]
    if len(figures) < 2 or len(figures) * 2 < len(found):
        return None
    columns = max((cells for _, cells in found), key=len)
    base = {line.number: text.whole_line(line.number)[0] for line, _ in found}
    first = next(line for line, cells in found if cells is columns)
    edges = [(c.start - base[first.number], c.end - base[first.number]) for c in columns]
    return Grid("columns", tuple(Row(n.number, _aligned(cells, edges, base[n.number])) for n, cells in found))


def _is_group(line: Line, after: Line) -> bool:
    """Whether a line of one cell names the rows below it (`Capital`), and isn't the end of the grid."""
    return len(line.text) < 60 and _all_figures(_segments(after))


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


def _summed(text: Text, i: int, taken: int) -> Grid | None:
    """The grid of rows known by their sums whose first such row is at `i`, with the header line above it.

    Lines up to `taken` belong to another grid.
    """
    found = list(_summed_rows(text, i))
    if len(found) < 2:
        return None
    width = max(len(row.cells) for row, _ in found)
    rows = [_with_dash(row, dash) if len(row.cells) < width and dash else row for row, dash in found]
    header = _header_above(text, i) if i > taken else []
    return Grid("sums", (*header, *_with_shares(rows)))


def _with_shares(rows: list[Row]) -> list[Row]:
    """`rows` with a percentage at a label's end in a cell of its own, where most rows have one."""
    shares = [_SHARE.search(row.cells[0].text) for row in rows]
    if sum(bool(share) for share in shares) * 2 < len(rows):
        return rows
    parted = []
    for row, share in zip(rows, shares, strict=True):
        label = row.cells[0]
        end = label.start + share.start() if share else label.end
        name = _cell(label.text[: share.start()] if share else label.text, label.start)
        parted.append(Row(row.line, (name, _cell(share[0] if share else "", end), *row.cells[1:])))
    return parted


def _with_dash(row: Row, dash: Cell) -> Row:
    """`row` with the dash behind its label as a mark for none, and not as what parts label and sum."""
    return Row(row.line, (row.cells[0], dash, *row.cells[1:]))


def _summed_rows(text: Text, i: int) -> Iterator[tuple[Row, Cell | None]]:
    """The rows from line index `i` on, each with the dash that stands behind its label."""
    for line in text.lines[i:]:
        bullet = _BULLET.match(line.text)
        words = line.text[bullet.end() if bullet else 0 :]
        match = _SUMMED.match(words)
        if not match or len(words) > _LONGEST_ROW or _PROSE.search(words) or not _is_label(match["label"]):
            return
        at = line.end - len(words)
        cells = [_cell(match["label"], at)]
        for token in _TOKEN.finditer(words, match.start("sums"), match.end("sums")):
            cells.append(_cell(token[0], at + token.start()))
        if match["after"]:
            cells.append(_cell(match["after"], at + match.start("after")))
        dash = _cell(match["dash"], at + match.start("dash")) if match["dash"] else None
        yield Row(line.number, tuple(cells)), dash


def _is_label(label: str) -> bool:
    return label[0].isupper() or label[0].isdigit() or label[0] in "'‘’“\"("


def _header_above(text: Text, i: int) -> list[Row]:
    """The line directly above the first row, where it reads as a header and not as prose."""
    if i == 0 or not (line := text.lines[i - 1]).text:
        return []
    if _PROSE.search(line.text) or len(line.text) > _LONGEST_ROW or "£0" in line.text:
        return []
    return [Row(line.number, (_cell(line.text, line.start),))]
