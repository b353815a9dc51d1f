"""Words near each other, as a person typed them: `drug NEAR/3 testing`, `NEAR(drug testing, 5)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mopacreg.errors import UsageError
from mopacreg.register import asked
from mopacreg.register.asked import Part

if TYPE_CHECKING:
    from mopacreg.register.words import Reading, Spelling

_APART = 10  # words


def near(reading: Reading, piece: re.Match[str]) -> Part:
    """What begins with this piece: NEAR itself or the first word of a chain. Raises UsageError.

    Nothing where NEAR stands before nothing.
    """
    if not piece["near"]:
        return _chain(reading, piece)
    if not reading.pieces or reading.pieces[-1]["bracket"] != "(":
        return asked.NOTHING
    reading.pieces.pop()
    inside = list[re.Match[str]]()
    while reading.pieces and not reading.pieces[-1]["bracket"]:
        inside.append(reading.pieces.pop())
    if reading.pieces and reading.pieces[-1]["bracket"] == ")":
        reading.pieces.pop()
    apart = int(piece["apart"] or _APART)
    if len(inside) > 1 and inside[-2][0].endswith(",") and re.fullmatch(r"\d{1,3}", inside[-1][0]):
        apart = int(inside.pop()[0])
    return _near([_beside(reading, each) for each in inside], apart)


def _chain(reading: Reading, piece: re.Match[str]) -> Part:
    operands, apart = [reading.spelt(piece)], _APART
    while reading.pieces and reading.pieces[-1]["near"]:
        apart = int(reading.pieces.pop()["apart"] or _APART)
        if reading.pieces and not reading.pieces[-1]["bracket"] and not reading.pieces[-1]["field"]:
            operands.append(_beside(reading, reading.pieces.pop()))
    return _near(operands, apart)


def _beside(reading: Reading, piece: re.Match[str]) -> Spelling:
    if piece["minus"] or piece["word"] == "NOT":
        hint = 'Leave a phrase out: drug -"drug testing"'
        raise UsageError(f"NEAR: '{piece[0]}' can't be left out of what is near", hint)
    return reading.spelt(piece)


def _near(operands: list[Spelling], apart: int) -> Part:
    """The words near each other; what each asks of the record besides, it asks here too."""
    if len(operands) == 1:
        return operands[0].part
    words = Part(asked.near([each.phrases for each in operands], apart))
    return asked.both([words, *(each.part._replace(match="") for each in operands)])
