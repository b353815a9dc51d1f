"""A sum as it is handed on, and a figure that had to be refused."""

from __future__ import annotations

from typing import NamedTuple

from mopacreg.values.money import qualifiers
from mopacreg.values.money.figures import POUNDS


class Sum(NamedTuple):
    """A sum of money: the words `text[start:end]` as they stand, and `amount` in pence.

    `qualifier` is in plain lower-case form, several parted by ", " (`up to, per annum`).
    `doubt` is a sentence on why the reading is not certain; `repair` says what was mended.
    """

    start: int
    end: int
    text: str
    amount: int
    qualifier: str | None = None
    doubt: str | None = None
    repair: str | None = None


class Refusal(NamedTuple):
    """A figure behind a pound sign that can't be read, and why (a sentence)."""

    start: int
    end: int
    text: str
    reason: str


def stated(
    text: str, start: int, end: int, amount: int, sign: str | None, doubt: str | None, *repairs: str | None
) -> Sum:
    """The sum that stands at `start:end`, with the qualifiers about it and everything that was mended."""
    misread = f"£ read from {sign}" if sign and sign not in POUNDS else None
    mended = "; ".join(filter(None, (misread, *repairs)))
    qualifier = ", ".join([*qualifiers.before(text, start), *qualifiers.after(text, end)])
    return Sum(start, end, text[start:end], amount, qualifier or None, doubt, mended or None)
