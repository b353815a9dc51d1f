"""Tables of a web page: whether one holds data, and its rows as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mopacreg.sources import carried


def is_layout(table: Any) -> bool:
    """Whether a table only places things: one column, another table inside it, or said to be so."""
    if table.attributes.get("role") in ("presentation", "none") or len(table.css("table")) > 1:
        return True
    return all(sum(1 for c in tr.iter() if c.tag in ("td", "th")) <= 1 for tr in table.css("tr"))


def rows(table: Any, flat: Callable[[Any], str]) -> Iterator[list[str]]:
    """Each row's cells: a merged cell's columns padded, the rows it reaches down into filled.

    `flat` gives a cell's text as one line.
    """
    below: dict[int, tuple[int, str]] = {}
    for tr in _in_order(table):
        row: list[str] = []
        for cell in [*(c for c in tr.iter() if c.tag in ("td", "th")), None]:
            while len(row) in below:
                left, text = below.pop(len(row))
                if left > 1:
                    below[len(row)] = (left - 1, text)
                row.append(text)
            if cell is None:
                break
            text = flat(cell)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if down > 1:
                for column in range(across):
                    below[len(row) + column] = (down - 1, "" if column else carried(text))
            row.extend([text, *[""] * (across - 1)])
        yield row


def _in_order(table: Any) -> list[Any]:
    """A table's rows as shown: the head first and the foot last, wherever the source has them."""
    place = {"thead": 0, "tfoot": 2}
    return sorted(table.css("tr"), key=lambda tr: place.get(tr.parent.tag, 1))


def _span(cell: Any, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    if not value.isdecimal():
        return 1
    return min(int(value), 200) or (200 if name == "rowspan" else 1)
