"""Rows known only by the sums at their end: the columns of a table whose tabs were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.grids.cells import NO_SUM, PROSE, SUM, Cell, Grid, Row, cell_of
from mopacreg.text import Text
from mopacreg.values.marks import BULLET

# A row known by its sums: a label, one or more sums (or marks for none), and
# perhaps a few words behind them, such as the fund they come from.
_SUMMED = re.compile(
    rf"^(?P<label>[^£]*?[^£\s:])(?::|\s(?P<dash>[-–—]))?\s+"
    rf"(?P<sums>(?:(?i:N/A|nil|TBC)\s+)*(?:{SUM})(?:\s+(?:{SUM}|{NO_SUM}))*)"
    rf"(?P<after>\s+[A-Z][^£.]{{2,48}})?$"
)

_TOKEN = re.compile(rf"{SUM}|{NO_SUM}")

_BULLET = re.compile(rf"^{BULLET}\s+")

_SHARE = re.compile(r"\s+\d[\d.]*\s?%$")

_LONGEST_ROW = 140


def summed(text: Text, i: int, taken: int) -> Grid | None:
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
        name = cell_of(label.text[: share.start()] if share else label.text, label.start)
        parted.append(Row(row.line, (name, cell_of(share[0] if share else "", end), *row.cells[1:])))
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
        if not match or len(words) > _LONGEST_ROW or PROSE.search(words) or not _is_label(match["label"]):
            return
        at = line.end - len(words)
        cells = [cell_of(match["label"], at)]
        for token in _TOKEN.finditer(words, match.start("sums"), match.end("sums")):
            cells.append(cell_of(token[0], at + token.start()))
        if match["after"]:
            cells.append(cell_of(match["after"], at + match.start("after")))
        dash = cell_of(match["dash"], at + match.start("dash")) if match["dash"] else None
        yield Row(line.number, tuple(cells)), dash


def _is_label(label: str) -> bool:
    return label[0].isupper() or label[0].isdigit() or label[0] in "'‘’“\"("


def _header_above(text: Text, i: int) -> list[Row]:
    """The line directly above the first row, where it reads as a header and not as prose."""
    if i == 0 or not (line := text.lines[i - 1]).text:
        return []
    if PROSE.search(line.text) or len(line.text) > _LONGEST_ROW or "£0" in line.text:
        return []
    return [Row(line.number, (cell_of(line.text, line.start),))]
