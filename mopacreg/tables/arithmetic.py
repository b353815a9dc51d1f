"""What a table's columns are by their figures: one that adds others up in every row, one that a count multiplies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mopacreg.tables.body import Body

_ONE = 100  # hundredths
_COUNTED = re.compile(r"\d{1,5}(?:\.\d{1,2})?")


def adds_up(body: Body, column: int, others: Sequence[int]) -> int:
    """In how many rows the column's figure is the sum of the others'; 0 where it isn't in one that has both."""
    agreed = 0
    for own, amounts in _rows(body, column, others):
        parts = [amount for amount in amounts if amount is not None]
        if own is None and not any(parts):
            continue
        if own is None or sum(parts) != own:
            return 0
        agreed += any(parts)
    return agreed


def is_unit_price(body: Body, column: int, counts: Sequence[int], others: Sequence[int]) -> bool:
    """Whether the column's figure times a count is another column's figure, in every row that has all three.

    Where it counts one alone, they are equal by chance.
    """
    for count in counts:
        for other in others:
            agreed = [
                (price * number == amounts[0] * 100, number)
                for (price, amounts), number in zip(
                    _rows(body, column, (other,)), _numbers(body, count), strict=True
                )
                if price and amounts[0] and number is not None
            ]
            if all(equal for equal, _ in agreed) and any(number != _ONE for _, number in agreed):
                return True
    return False


def _rows(body: Body, column: int, others: Sequence[int]) -> Iterator[tuple[int | None, list[int | None]]]:
    for row in range(len(body.rows)):
        yield _pence(body, row, column), [_pence(body, row, other) for other in others]


def _pence(body: Body, row: int, column: int) -> int | None:
    cells = body.rows[row].cells
    figure = body.figure(cells[column]) if column < len(cells) else None
    return figure.amount if figure else None


def _numbers(body: Body, column: int) -> Iterator[int | None]:
    """What the column counts, in hundredths; None where a cell is no number."""
    for row in body.rows:
        words = row.cells[column].text.strip() if column < len(row.cells) else ""
        yield round(float(words) * 100) if _COUNTED.fullmatch(words) else None
