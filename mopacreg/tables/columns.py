"""What each column of a table holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mopacreg.grids import Cell
from mopacreg.tables.body import Body
from mopacreg.values import years

_TOTAL_COLUMN = re.compile(r"\b(?:sub-? ?)?totals?\b|\boverall\b", re.IGNORECASE)

_FUNDING = re.compile(
    r"\bsources?\b|\bfunds?\b$|\b(?:funded|met) (?:by|from)\b|\bpaid (?:from|out of)\b"
    r"|\bfund(?:er|ing (?:stream|body|from))s?\b"
    r"|\bbudget(?: code)?$",
    re.I,
)

_BOROUGH = re.compile(r"\bboroughs?\b|\blocal authorit(?:y|ies)\b|\bcouncils?\b", re.IGNORECASE)

# Figures of money that are no amounts of a budget: a unit's price, a difference.
_ASIDE = re.compile(
    r"\bunit (?:cost|price)s?\b|\bdaily rate\b|\bper (?:unit|day|hour|head)\b|\bvariances?\b|\bdifferences?\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"^(?:n/?a|nil|none|t\.?b\.?[cda]\.?)$", re.IGNORECASE)
_COUNT = re.compile(
    r"\bnumber of\b|\bno\.? of\b|\bcount\b|%|\bper ?cent(?:age)?\b|\bFTEs?\b|\bposts?\b|\bquantity\b|\bqty\b"
    r"|\bpopulation\b|\bref(?:erence)?\b|\brank\b|\bscore\b|\bweeks?\b|\bmonths?\b|\bdays?\b",
    re.IGNORECASE,
)

# Words of a column's name that say only that it holds money.
_MONEY_WORDS = """
    000s agreed all allocated allocation allocations amount amounts amounts and annual annum approved award
    awarded awards budget budgets commitment committed contract contribution cost costs estimate
    estimated expenditure figure figures financial for forecast funding fy grant grants gross in
    indicative max maximum money net new of payment payments per planned pounds price profile project
    proposed request requested required requirement spend spending sum sums the this to total totals up
    value values year £ £000 £000s £k £m £s
"""
_GENERIC = frozenset(_MONEY_WORDS.split())

_UNITS = re.compile(r"\(?\s*£\s?(?:['’]?000'?s?|k|m(?:illion)?|s)?\s*\)?(?![\d.])", re.IGNORECASE)


class Column(NamedTuple):
    """What a column holds. `kind` is label, amount, funding, borough, text or count."""

    kind: str
    header: str
    year: str | None = None
    category: str | None = None
    total: bool = False
    aside: bool = False  # a unit's price or a difference: money, but no budget


@lru_cache(maxsize=2048)
def year_of(label: str) -> str | None:
    """The financial year with which a row's label begins (`2021/22`, `2021/22 (6 months)`), or None."""
    spans = years.find(label)
    if len(spans) == 1 and spans[0].start <= 1 and len(spans[0].years) == 1:
        return spans[0].years[0]
    return years.normal(label)


def columns_of(body: Body) -> list[Column]:
    """What each column of the table holds, in order."""
    found: list[Column] = []
    for i in range(body.width):
        cells = [row.cells[i] for row in body.rows if i < len(row.cells)]
        found.append(_column(body, i, cells, labelled=any(c.kind == "label" for c in found)))
    return _with_totals_and_categories(found)


def _column(body: Body, i: int, cells: Sequence[Cell], labelled: bool) -> Column:
    header = body.headers[i]
    figures = [cell for cell in cells if body.figure(cell)]
    words = [
        cell for cell in cells if cell.text and not body.figure(cell) and any(c.isalpha() for c in cell.text)
    ]
    if i == 0 and any(year_of(cell.text) for cell in cells):
        return Column("label", header)
    if figures and len(figures) >= len([word for word in words if not _NONE.match(word.text)]):
        signed = any("£" in cell.text for cell in figures)
        others = any("£" in cell.text for row in body.rows for k, cell in enumerate(row.cells) if k != i)
        money_header = bool(years.find(header)) or "£" in header or bool(_TOTAL_COLUMN.search(header))
        spans = years.find(header)
        # `2024/25 (4 months)` is a year's money all the same
        counted = (_COUNT.search(header) and not spans) or (others and not money_header and body.scale == 1)
        counted = counted or (not money_header and _unit_stands_elsewhere(body, i))
        if counted and not signed:
            return Column("count", header)
        year = spans[0].years[0] if len(spans) == 1 and len(spans[0].years) == 1 else None
        return Column("amount", header, year, aside=bool(_ASIDE.search(header)))
    if _FUNDING.search(header) and (labelled or _has_label_after(body, i)):
        return Column("funding", header)
    if not labelled:
        return Column("label", header)
    return Column("borough" if _BOROUGH.search(header) else "text", header)


def _unit_stands_elsewhere(body: Body, i: int) -> bool:
    """Whether other columns state that they hold money (`2018/19 £m`), and neither this one nor the corner does."""
    return "£" not in body.headers[0] and any("£" in name for k, name in enumerate(body.headers) if k != i)


def _has_label_after(body: Body, i: int) -> bool:
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
    amounts = [c for c in columns if c.kind == "amount" and not c.aside]
    named = []
    for column in columns:
        if column.kind == "amount":
            shared = [c for c in amounts if c is not column and c.year == column.year]
            several = len(amounts) > 1 and (column.year is None or bool(shared))
            total = several and bool(_TOTAL_COLUMN.search(column.header))
            category = None
            if not total and (column.year is None or any(not _TOTAL_COLUMN.search(c.header) for c in shared)):
                category = _category(column.header)
            column = Column("amount", column.header, column.year, category, total, column.aside)
        named.append(column)
    streams = {c.category for c in named} - {None}
    # `Revenue 2024/25` stands alone in its year, and is of the same stream as `Revenue 2023/24`.
    return [
        column._replace(category=stream)
        if not (column.category or column.total) and (stream := _category(column.header)) in streams
        else column
        for column in named
    ]


def _category(header: str) -> str | None:
    """The stream that a column's name gives, its year and unit taken out; None where it only says money."""
    words = header
    for span in reversed(years.find(header)):
        words = words[: span.start] + " " + words[span.end :]
    words = " ".join(_UNITS.sub(" ", words).split()).strip(" -–—:,")
    if words[:1] == "(" or words[-1:] == "(" or words.count("(") != words.count(")"):
        words = words.strip(" ()")
    words = re.sub(r"^FY\b\s*|\s*\bFY$", "", words).strip()
    bare = [w.casefold().strip("()/,:") for w in re.split(r"[\s/]+", words)]
    return words if any(w and w not in _GENERIC and not w.isdigit() for w in bare) else None
