"""What a grid of figures means: its columns, its years, its totals and its unit.

A table is read here only as far as it states things itself. Years that only
the prose states, the direction of the money and the boroughs are the facts'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mopacreg.grids import Cell, Grid, Row
from mopacreg.values import money, years

_TOTAL_LABEL = re.compile(
    r"^(?:grand |overall |combined |running )?(?:sub-? ?)?totals?\b(?! (?:place|policing)\b)|\b(?:sub-? ?)?totals?:?$",
    re.IGNORECASE,
)
_TOTAL_COLUMN = re.compile(r"\b(?:sub-? ?)?totals?\b|\boverall\b", re.IGNORECASE)
_FUNDING = re.compile(
    r"\bsources?\b|\bfunds?\b$|\bfunded (?:by|from)\b|\bfund(?:er|ing (?:stream|body|from))s?\b|\bbudget(?: code)?$",
    re.I,
)
_BOROUGH = re.compile(r"\bboroughs?\b|\blocal authorit(?:y|ies)\b|\bcouncils?\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\bnumber of\b|\bno\.? of\b|\bcount\b|%|\bper ?cent(?:age)?\b|\bFTEs?\b|\bposts?\b|\bquantity\b|\bqty\b"
    r"|\bpopulation\b|\bref(?:erence)?\b|\brank\b|\bscore\b|\bweeks?\b|\bmonths?\b|\bdays?\b",
    re.IGNORECASE,
)
# Words of a column's name that say only that it holds money.
_GENERIC = frozenset(
    [
        "amount",
        "amounts",
        "allocation",
        "allocations",
        "allocated",
        "grant",
        "grants",
        "total",
        "totals",
        "cost",
        "costs",
        "sum",
        "sums",
        "value",
        "values",
        "budget",
        "budgets",
        "funding",
        "award",
        "awards",
        "awarded",
        "price",
        "spend",
        "spending",
        "expenditure",
        "uplift",
        "contribution",
        "payment",
        "payments",
        "requested",
        "request",
        "required",
        "requirement",
        "proposed",
        "approved",
        "agreed",
        "maximum",
        "max",
        "estimated",
        "estimate",
        "annual",
        "contract",
        "project",
        "figure",
        "figures",
        "money",
        "financial",
        "year",
        "fy",
        "for",
        "in",
        "of",
        "the",
        "to",
        "per",
        "and",
        "up",
        "new",
        "this",
        "net",
        "gross",
        "pounds",
        "£",
        "£k",
        "£m",
        "£000",
        "£000s",
        "£s",
        "000s",
        "commitment",
        "committed",
        "indicative",
        "planned",
        "profile",
        "forecast",
        "all",
        "amounts",
    ]
)
_THOUSANDS = re.compile(r"\b(?:in|are|of) thousands\b|\bthousands of pounds\b|\(thousands\)", re.IGNORECASE)
_MILLIONS = re.compile(r"\b(?:in|are) millions\b|\bmillions of pounds\b|\(millions\)", re.IGNORECASE)
_UNITS = re.compile(r"\(?\s*£\s?(?:['’]?000'?s?|k|m(?:illion)?|s)?\s*\)?(?![\d.])", re.IGNORECASE)
_BULLET = re.compile(r"^[-–—•·▪●○◦*]\s+")
_STREAMS = re.compile(r"^(capital|revenue)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds. `kind` is label, amount, funding, borough, text or count."""

    kind: str
    header: str
    year: str | None = None
    category: str | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
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


@dataclass(frozen=True, slots=True)
class Table:
    """A budget table: its grid, its columns and its figures in order."""

    grid: Grid
    columns: tuple[Column, ...]
    amounts: tuple[Amount, ...]

    @property
    def states_years(self) -> bool:
        """Whether the table itself names a financial year."""
        return any(c.year for c in self.columns) or any(a.year for a in self.amounts)


@dataclass(slots=True)
class _Body:
    """A grid cut into its header and its rows, all of one width."""

    header: list[Row]
    rows: list[Row]
    width: int
    scale: int
    bare: bool
    headers: list[str] = field(default_factory=list)

    def figure(self, cell: Cell) -> money.Sum | None:
        return _figure(cell, self.scale, self.bare)


def read(grid: Grid, around: str = "") -> Table | None:
    """The table that `grid` is, or None where it holds no money. `around` is the text just before and after it."""
    body = _body(grid, around)
    if body is None:
        return None
    columns = _columns(body)
    if not any(column.kind == "amount" for column in columns):
        return None
    amounts = tuple(_amounts(body, columns))
    return Table(grid, tuple(columns), amounts) if amounts else None


def _figure(cell: Cell, scale: int, bare: bool) -> money.Sum | None:
    if not cell.text or (
        not bare and "£" not in cell.text and "\\pm" not in cell.text and "±" not in cell.text
    ):
        return None
    own = scale if scale > 1 and not ("£" in cell.text and re.search(r"\d,\d{3}", cell.text)) else 1
    return money.read_cell(cell.text, own, bare=bare)


def _scale(grid: Grid, around: str) -> int | None:
    """What one unit of a bare figure is in pounds, as the header or the words around say; None unsaid."""
    cells = [cell.text for row in grid.rows[:3] for cell in row.cells]
    scales = {scale for cell in cells if (scale := money.scale_in(cell))}
    said = max(scales, default=None)
    if said is None or said == 1:
        near = money.scale_in(around)
        said = near if near and near > 1 else said
    if said is None or said == 1:
        said = 1000 if _THOUSANDS.search(around) else 1_000_000 if _MILLIONS.search(around) else said
    return said


def _body(grid: Grid, around: str) -> _Body | None:
    scale = _scale(grid, around)
    signed = any("£" in cell.text for row in grid.rows for cell in row.cells)
    if (
        scale is None
        and not signed
        and not any("\\pm" in c.text or "±" in c.text for r in grid.rows for c in r.cells)
    ):
        return None
    bare = scale is not None or signed
    width = max(len(row.cells) for row in grid.rows)
    header: list[Row] = []
    for row in grid.rows:
        if any(_figure(cell, scale or 1, bare) for cell in row.cells[1:]):
            break
        header.append(row)
    rows = [row for row in grid.rows[len(header) :]]
    if not rows:
        return None
    body = _Body(header, rows, width, scale or 1, bare)
    body.headers = _headers(header, width, grid.shape)
    return body


def _headers(header: list[Row], width: int, shape: str) -> list[str]:
    """A name a column: a header's lines joined, a spanning cell standing over the columns it spans."""
    if shape == "sums":
        return _unparted_header(header[-1].cells[0].text if header else "", width)
    names = [""] * width
    for n, row in enumerate(header):
        cells = [cell.text for cell in row.cells] + [""] * (width - len(row.cells))
        spans = n < len(header) - 1 and sum(bool(c) for c in cells[1:]) < width - 1
        for i, words in enumerate(cells):
            filled = words or (next((c for c in reversed(cells[1:i]) if c), "") if spans and i > 1 else "")
            names[i] = f"{names[i]} {filled}".strip()
    return names


def _unparted_header(words: str, width: int) -> list[str]:
    """The columns' names in a header whose columns were lost: known by their years, or one word each."""
    spans = years.find(words)
    amounts = width - 1
    if len(spans) == amounts:
        ends = [span.end for span in spans]
        starts = [spans[0].start, *ends[:-1]]
        return [
            words[: spans[0].start].strip(),
            *(words[s:e].strip() for s, e in zip(starts, ends, strict=True)),
        ]
    parts = words.split()
    if len(parts) > amounts and not spans:
        return [" ".join(parts[:-amounts]), *parts[-amounts:]]
    return [words, *[words if amounts == 1 else ""] * amounts]


def _columns(body: _Body) -> list[Column]:
    found: list[Column] = []
    for i in range(body.width):
        cells = [row.cells[i] for row in body.rows if i < len(row.cells)]
        found.append(_column(body, i, cells, labelled=any(c.kind == "label" for c in found)))
    return _with_totals_and_categories(found)


def _column(body: _Body, i: int, cells: Sequence[Cell], labelled: bool) -> Column:
    header = body.headers[i]
    figures = [cell for cell in cells if body.figure(cell)]
    words = [
        cell for cell in cells if cell.text and not body.figure(cell) and any(c.isalpha() for c in cell.text)
    ]
    if i == 0 and any(years.normal(cell.text) for cell in cells):
        return Column("label", header)
    if figures and len(figures) >= len([w for w in words if len(w.text) > 3]):
        signed = any("£" in cell.text for cell in figures)
        others = any("£" in cell.text for row in body.rows for k, cell in enumerate(row.cells) if k != i)
        money_header = bool(years.find(header)) or "£" in header or bool(_TOTAL_COLUMN.search(header))
        if not signed and (_COUNT.search(header) or (others and not money_header and body.scale == 1)):
            return Column("count", header)
        spans = years.find(header)
        year = spans[0].years[0] if len(spans) == 1 and len(spans[0].years) == 1 else None
        return Column("amount", header, year)
    if _FUNDING.search(header) and (labelled or _has_label_after(body, i)):
        return Column("funding", header)
    if not labelled:
        return Column("label", header)
    return Column("borough" if _BOROUGH.search(header) else "text", header)


def _has_label_after(body: _Body, i: int) -> bool:
    """Whether a later column holds words of its own, so that this one need not be the rows' label."""
    for k in range(i + 1, body.width):
        cells = [row.cells[k] for row in body.rows if k < len(row.cells)]
        worded = [
            c for c in cells if any(x.isalpha() for x in c.text) and not body.figure(c) and len(c.text) > 3
        ]
        if len(worded) * 2 > len(cells) and not _FUNDING.search(body.headers[k]):
            return True
    return False


def _with_totals_and_categories(columns: list[Column]) -> list[Column]:
    """Tell the columns that add others up, and name the streams of those that differ by more than a year."""
    amounts = [c for c in columns if c.kind == "amount"]
    named = []
    for column in columns:
        if column.kind == "amount":
            shared = [c for c in amounts if c is not column and c.year == column.year]
            several = len(amounts) > 1 and (column.year is None or bool(shared))
            total = several and bool(_TOTAL_COLUMN.search(column.header))
            category = None
            if not total and (column.year is None or any(not _TOTAL_COLUMN.search(c.header) for c in shared)):
                category = _category(column.header)
            column = Column("amount", column.header, column.year, category, total)
        named.append(column)
    return named


def _category(header: str) -> str | None:
    """The stream that a column's name gives, its year and unit taken out; None where it only says money."""
    words = header
    for span in reversed(years.find(header)):
        words = words[: span.start] + " " + words[span.end :]
    words = " ".join(_UNITS.sub(" ", words).split()).strip(" -–—:,()")
    words = re.sub(r"^FY\b\s*|\s*\bFY$", "", words).strip()
    bare = [w.casefold().strip("()/,:") for w in re.split(r"[\s/]+", words)]
    return words if any(w and w not in _GENERIC and not w.isdigit() for w in bare) else None


def _amounts(body: _Body, columns: list[Column]) -> Iterator[Amount]:
    label_at = next((i for i, c in enumerate(columns) if c.kind == "label"), 0)
    stream: str | None = None
    labels = _labels(body, label_at)
    for row, label in zip(body.rows, labels, strict=True):
        figures = list(_row_figures(body, columns, row))
        if not figures:
            match = _STREAMS.match(label or "")
            stream = match[1].capitalize() if match else None if label else stream
            continue
        year = years.normal(label) if label else None
        total_row = _is_total(body, row, label, columns)
        for column, figure in figures:
            yield Amount(
                figure,
                row.line,
                label,
                column.category or (stream if not column.total else None),
                column.year or year,
                total_row or column.total,
                None if total_row else _text_of(row, columns, "funding"),
                _text_of(row, columns, "borough"),
                total_row,
                column.total,
            )


def _labels(body: _Body, at: int) -> list[str | None]:
    """Each row's label, a label broken over two rows made whole."""
    labels = [_BULLET.sub("", row.cells[at].text) if at < len(row.cells) else "" for row in body.rows]
    empty = [not any(body.figure(c) for c in row.cells[at + 1 :]) for row in body.rows]
    for i, label in enumerate(labels):
        if empty[i] and label[:1].islower() and i and not empty[i - 1]:
            labels[i - 1] = f"{labels[i - 1]} {label}"
        elif i and empty[i - 1] and not empty[i] and label[:1].islower():
            labels[i] = f"{labels[i - 1]} {label}"
    return [label.strip() or None for label in labels]


def _row_figures(body: _Body, columns: list[Column], row: Row) -> Iterator[tuple[Column, money.Sum]]:
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
    return money.Sum(
        cell.start + figure.start,
        cell.start + figure.end,
        figure.text,
        figure.amount,
        figure.qualifier,
        figure.doubt,
        figure.repair,
    )


def _is_total(body: _Body, row: Row, label: str | None, columns: list[Column]) -> bool:
    if label:
        return bool(_TOTAL_LABEL.search(label))
    if row is not body.rows[-1] or len(body.rows) < 3:
        return False
    sums = {id(c): 0 for c in columns}
    for other in body.rows[:-1]:
        for column, figure in _row_figures(body, columns, other):
            sums[id(column)] += figure.amount
    return all(figure.amount == sums[id(column)] for column, figure in _row_figures(body, columns, row))


def _text_of(row: Row, columns: list[Column], kind: str) -> str | None:
    for i, column in enumerate(columns):
        if column.kind == kind and i < len(row.cells) and any(c.isalpha() for c in row.cells[i].text):
            return row.cells[i].text
    return None
