"""What each column of a table holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mopacreg.grids import Cell
from mopacreg.tables.arithmetic import adds_up, is_unit_price
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
# Beside a column of what all of them cost.
_PER_ONE = re.compile(
    r"\b(?:costs?|prices?|rates?|charges?|fees?|amounts?|value) per "
    r"(?!(?:annum|year|month|FY|financial|quarter|term)\b)\w+",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\btotal\b|\boverall\b|\ball\b", re.IGNORECASE)
_NEW_WHOLE = re.compile(
    r"^(?:new|whole|full)\b|\b(?:revised|amended|updated|combined|resulting)\b|\bas varied\b", re.IGNORECASE
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

# Words before a year that only count it: `Year 1 (2021/22)`, `Q1 2021/22`, `Option year 2023/24`.
_WHICH = (
    r"(?:(?:contract|option(?:al)?|extension)\s+)?(?:years?|yr|FY|Q|quarter|months?|period)"
    r"(?:\s*(?:\d{1,2}|one|two|three|four|five))?"
)
_COUNTED = re.compile(rf"{_WHICH}\s*[:(,–-]*\s*", re.IGNORECASE)
_PERIOD = re.compile(rf"{_WHICH}(?:\s*(?:to|and|[-–&])\s*(?:Q|year|yr)?\s?\d{{1,2}})?", re.IGNORECASE)
# A financial year from its first month to its last.
_APRIL_TO_MARCH = re.compile(
    r"(?:1(?:st)? )?Apr(?:il)? (20\d\d)\s?(?:to|until|[-–])\s?(?:31(?:st)? )?Mar(?:ch)? (20\d\d)",
    re.IGNORECASE,
)

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
    """The financial year with which a row's label begins, or that it counts, or None.

    `2021/22`, `2021/22 (6 months)`, `Year 1 (2021/22)`, `April 2021 to March 2022`.
    """
    spans = years.find(label)
    if len(spans) == 1 and len(spans[0].years) == 1:
        start = spans[0].start
        if start <= 1 or _COUNTED.fullmatch(label, 0, start):
            return spans[0].years[0]
    return years.normal(label) or _spelt_out(label)


def _spelt_out(label: str, anywhere: bool = False) -> str | None:
    """The year that a label gives by its first month and its last, at its beginning or `anywhere`."""
    months = _APRIL_TO_MARCH.search(label) if anywhere else _APRIL_TO_MARCH.match(label.strip())
    if months and int(months[2]) == int(months[1]) + 1:
        return f"{months[1]}/{months[2][2:]}"
    return None


def columns_of(body: Body) -> list[Column]:
    """What each column of the table holds, in order."""
    found: list[Column] = []
    for i in range(body.width):
        cells = [row.cells[i] for row in body.rows if i < len(row.cells)]
        found.append(_column(body, i, cells, labelled=any(c.kind == "label" for c in found)))
    return _with_totals_and_categories(body, _with_unit_prices(body, found))


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
        year = (
            spans[0].years[0]
            if len(spans) == 1 and len(spans[0].years) == 1
            else _spelt_out(header, anywhere=True)
        )
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


def _with_unit_prices(body: Body, columns: list[Column]) -> list[Column]:
    """Set aside what one costs: of which the column beside it says how many, or which stands beside what all cost."""
    amounts = [i for i, c in enumerate(columns) if c.kind == "amount" and not c.aside]
    counts = [i for i, c in enumerate(columns) if c.kind == "count"]
    found = list(columns)
    for i in amounts:
        if columns[i].year:
            continue
        others = [k for k in amounts if k != i and not found[k].aside]
        beside = any(_OF_ALL.search(columns[k].header) for k in others)
        if (beside and _PER_ONE.search(columns[i].header)) or is_unit_price(body, i, counts, others):
            found[i] = columns[i]._replace(aside=True)
    return found


def _with_totals_and_categories(body: Body, columns: list[Column]) -> list[Column]:
    """Tell the columns that add others up, and name the streams of those that differ by more than a year."""
    amounts = [c for c in columns if c.kind == "amount" and not c.aside]
    year = _year_of_all(body, columns)
    named = []
    for i, column in enumerate(columns):
        if column.kind == "amount":
            shared = [c for c in amounts if c is not column and c.year == column.year]
            several = len(amounts) > 1 and (column.year is None or bool(shared) or year is not None)
            total = several and bool(_TOTAL_COLUMN.search(column.header))
            total = total or (not column.aside and _is_new_whole(body, columns, i))
            category = None
            if not total and (column.year is None or any(not _TOTAL_COLUMN.search(c.header) for c in shared)):
                category = _category(column.header)
            column = Column("amount", column.header, column.year or year, category, total, column.aside)
        named.append(column)
    streams = {c.category for c in named} - {None}
    # `Revenue 2024/25` stands alone in its year, and is of the same stream as `Revenue 2023/24`.
    return [
        column._replace(category=stream)
        if not (column.category or column.total) and (stream := _category(column.header)) in streams
        else column
        for column in named
    ]


def _year_of_all(body: Body, columns: list[Column]) -> str | None:
    """The year that a total alone states for columns without one (`Capital | Revenue | Total 2021/22`)."""
    amounts = [i for i, c in enumerate(columns) if c.kind == "amount" and not c.aside]
    dated = [i for i in amounts if columns[i].year]
    if len(dated) != 1 or not _TOTAL_COLUMN.search(columns[dated[0]].header):
        return None
    others = [i for i in amounts if i != dated[0]]
    return columns[dated[0]].year if adds_up(body, dated[0], others) else None


def _is_new_whole(body: Body, columns: list[Column], column: int) -> bool:
    """Whether the column is what two others or more come to in every row (`Current | Uplift | Revised value`)."""
    others = [i for i, c in enumerate(columns) if c.kind == "amount" and not c.aside and i != column]
    year = columns[column].year
    together = len(others) > 1 and all(columns[i].year in (None, year) for i in others)
    return (
        together and bool(_NEW_WHOLE.search(columns[column].header)) and bool(adds_up(body, column, others))
    )


def _category(header: str) -> str | None:
    """The stream that a column's name gives, its year and unit taken out; None where it only says money."""
    words = _APRIL_TO_MARCH.sub(" ", header)
    for span in reversed(years.find(words)):
        words = words[: span.start] + " " + words[span.end :]
    words = " ".join(_UNITS.sub(" ", words).split()).strip(" -–—:,")
    if words[:1] == "(" or words[-1:] == "(" or words.count("(") != words.count(")"):
        words = words.strip(" ()")
    words = re.sub(r"^FY\b\s*|\s*\bFY$", "", words).strip()
    if _PERIOD.fullmatch(words):
        return None
    bare = [w.casefold().strip("()/,:") for w in re.split(r"[\s/]+", words)]
    return words if any(w and w not in _GENERIC and not w.isdigit() for w in bare) else None
