"""A table's figures, row by row, each with what its row and column say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.grids import Cell, Row
from mopacreg.tables.body import Body
from mopacreg.tables.columns import Column, year_of
from mopacreg.values import money
from mopacreg.values.marks import BULLET

_TOTAL_LABEL = re.compile(
    r"^(?:gross|net) (?:costs?|total|expenditure|spend|budget|income|position|requirement)\b"
    r"|^(?:grand |overall |combined |running )?(?:sub-? ?)?totals?\b(?! (?:place|policing)\b)|\b(?:sub-? ?)?totals?:?$",
    re.IGNORECASE,
)

_BULLET = re.compile(rf"^{BULLET}\s+")

_SOURCES = re.compile(
    r"^(?:to be )?(?:fund(?:ed|ing)(?: sources?| by| from)?|financed"
    r"|met (?:by|from)|less|sources?(?: of \w+)?)\b",
    re.I,
)


class Amount(NamedTuple):
    """One figure of a table. `sum` has its offsets, words and pence; texts are the row's and the column's."""

    sum: money.Sum
    line: int
    item: str | None
    category: str | None
    year: str | None
    total: bool
    funding_source: str | None
    borough: str | None
    total_row: bool
    total_column: bool
    source: bool  # stands where the table says what pays for the rest
    aside: bool  # a unit's price or a difference: money, but no budget

    @property
    def counts(self) -> bool:
        """Whether the figure counts towards what the table adds up to."""
        return not (self.total or self.source or self.aside)


_YEARS_COLUMN = re.compile(r"(?:financial )?(?:year|period)|FY|", re.IGNORECASE)


def amounts_of(body: Body, columns: list[Column]) -> Iterator[Amount]:
    """Every figure of the money columns, row by row."""
    label_at = next((i for i, c in enumerate(columns) if c.kind == "label"), None)
    source = bool(label_at is not None and _SOURCES.match(columns[label_at].header))
    labels = _labels(body, label_at)
    run = _Run()
    for row, label in zip(body.rows, labels, strict=True):
        figures = list(row_figures(body, columns, row))
        if not figures:
            source = source or bool(label and _SOURCES.match(label))
            continue
        year = (year_of(label) if label else None) or _year_beside(row, columns)
        total_row = _is_total(body, row, label, columns) or run.adds_up_to(figures)
        run.add(figures, total_row)
        for column, figure in figures:
            yield Amount(
                figure,
                row.line,
                label,
                column.category,
                column.year or year,
                total_row or column.total,
                None if total_row else _text_of(row, columns, "funding"),
                _text_of(row, columns, "borough"),
                total_row,
                column.total,
                source,
                column.aside,
            )


def _year_beside(row: Row, columns: list[Column]) -> str | None:
    """The year that a cell beside the row's label is (`Main survey | 2025/26 | £240,000`)."""
    found = []
    for cell, column in zip(row.cells, columns, strict=False):
        of_years = column.kind != "amount" and _YEARS_COLUMN.fullmatch(column.header)
        if of_years and cell.text[:1].isdigit() and (year := year_of(cell.text)):
            found.append(year)
    return found[0] if len(found) == 1 else None


def _labels(body: Body, at: int | None) -> list[str | None]:
    """Each row's label, a label broken over two rows made whole; a total may be named in another text column."""
    if at is None:
        return [None] * len(body.rows)
    labels = [_BULLET.sub("", row.cells[at].text) if at < len(row.cells) else "" for row in body.rows]
    empty = [not any(body.figure(c) for c in row.cells[at + 1 :]) for row in body.rows]
    for i, label in enumerate(labels):
        if (
            empty[i]
            and i
            and (label[:1].islower() or labels[i - 1].count("(") > labels[i - 1].count(")"))
            and not empty[i - 1]
            and not _TOTAL_LABEL.search(labels[i - 1])
        ):
            labels[i - 1] = f"{labels[i - 1]} {label}"
        elif i and empty[i - 1] and not empty[i] and label[:1].islower():
            labels[i] = f"{labels[i - 1]} {label}"
    return [label.strip() or _total_word(row) for label, row in zip(labels, body.rows, strict=True)]


def _total_word(row: Row) -> str | None:
    return next((cell.text for cell in row.cells if _TOTAL_LABEL.match(cell.text)), None)


def row_figures(body: Body, columns: list[Column], row: Row) -> Iterator[tuple[Column, money.Sum]]:
    """The row's figures under their columns; a row with cells lost is filled from its own figures in order."""
    money_columns = [c for c in columns if c.kind == "amount"]
    figures = [(i, cell, figure) for i, cell in enumerate(row.cells) if (figure := body.figure(cell))]
    if len(row.cells) < body.width:
        late = [entry for entry in figures if entry[0] > 0]
        if len(late) == len(money_columns):
            for column, (_, cell, figure) in zip(money_columns, late, strict=True):
                yield column, _placed(figure, cell)
            return
    for i, cell, figure in figures:
        if i < len(columns) and columns[i].kind == "amount":
            yield columns[i], _placed(figure, cell)


def _placed(figure: money.Sum, cell: Cell) -> money.Sum:
    """The figure with its offsets in the document, not in the cell."""
    return figure._replace(start=cell.start + figure.start, end=cell.start + figure.end)


class _Run:
    """The rows since the last total, added up by column: an unnamed sub-total shows by its figures."""

    def __init__(self) -> None:
        self.sums: dict[int, int] = {}
        self.rows = 0

    def add(self, figures: list[tuple[Column, money.Sum]], total: bool) -> None:
        if total:
            self.sums, self.rows = {}, 0
            return
        self.rows += 1
        for column, figure in figures:
            self.sums[id(column)] = self.sums.get(id(column), 0) + figure.amount

    def adds_up_to(self, figures: list[tuple[Column, money.Sum]]) -> bool:
        """Whether a row is the sum of the run in every column; one column alone may be so by chance."""
        own = {id(column): figure.amount for column, figure in figures if not column.total}
        several = self.rows > 1 and sum(bool(amount) for amount in own.values()) > 1
        return several and all(self.sums.get(key) == amount for key, amount in own.items())


def _is_total(body: Body, row: Row, label: str | None, columns: list[Column]) -> bool:
    if label:
        return bool(_TOTAL_LABEL.search(label))
    if row is not body.rows[-1] or len(body.rows) < 3:
        return False
    sums = {id(c): 0 for c in columns}
    for other in body.rows[:-1]:
        for column, figure in row_figures(body, columns, other):
            sums[id(column)] += figure.amount
    return all(figure.amount == sums[id(column)] for column, figure in row_figures(body, columns, row))


def _text_of(row: Row, columns: list[Column], kind: str) -> str | None:
    for i, column in enumerate(columns):
        if column.kind == kind and i < len(row.cells) and any(c.isalpha() for c in row.cells[i].text):
            return row.cells[i].text
    return None
