"""A number and its unit, as written, into whole pence; the patterns that find them.

`£1000,000` and `£170 000` can be one number only and are mended; `£12,34,5`,
`£25.000` (a point for the comma, or pence?) and fractions of a penny are refused.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Figure(NamedTuple):
    """A number understood: `pence`, with a doubt in `note`; or None, with the reason there."""

    pence: int | None
    note: str | None = None
    repair: str | None = None


class Written(NamedTuple):
    """A figure as it stands: the number's characters, its unit, the offset behind both."""

    number: str
    unit: str
    end: int
    spaced: bool = False  # groups parted by spaces were joined


POUNDS = "£₤￡"
NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]+)*|\.[0-9]+)"
GROUPS = r"(?P<groups>(?:(?:,[ \n]|[ \u00a0])[0-9]{3}(?![0-9]|[.,/–-][0-9]|%))*)"
UNIT = (
    r"\$?(?P<unit>(?:[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,3}|-)"
    r"(?:[Mm]illions?|[Bb]illions?|[Tt]housands?|MILLION|BILLION)"
    r"|[ \u00a0]?(?:[Mm]ill?|[Mm]n|[Bb]n|BN)|[ \u00a0][mk]|[mMkKbB])(?![A-Za-z0-9])"
)
SCALES = {"k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}  # by a unit's first letter

_ORDINARY = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*|)(?:\.[0-9]+)?")
_COMMA_LOST = re.compile(r"[1-9][0-9]{3,}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_POINTS_FOR_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")


def written(match: re.Match[str]) -> Written:
    """What a match of NUMBER, GROUPS and UNIT holds, spaced groups joined where they may be one number.

    A group that begins with 0 (`£170 000`) can only be a part of the number before it.
    """
    number, unit = match["number"], match["unit"] or ""
    end = match.end("unit") if unit else match.end("groups")
    if not match["groups"]:
        return Written(number, unit, end)
    groups: list[str] = re.findall("[0-9]+", match["groups"])
    parts_only = all(group[0] == "0" for group in groups)
    spaces_only = "," not in number + match["groups"] and len(number) < 4
    if "." in number or not (parts_only or spaces_only):
        return Written(number, "", match.end("number"))
    certain = parts_only or len(groups) > 1
    return Written(("," if certain else " ").join([number, *groups]), unit, end, spaced=True)


def pence(one: Written, scale: int = 1) -> Figure:
    """The figure in whole pence; a unit of its own goes before the column's `scale`."""
    number, note, repair = one.number, None, "spaces read as commas" if one.spaced else None
    scale = SCALES[one.unit.strip(" \n\t\u00a0-")[0].lower()] if one.unit else scale
    if " " in number:
        number, note = number.replace(" ", ","), "The space may part two figures."
    if _ORDINARY.fullmatch(number):
        pass
    elif _POINTS_FOR_COMMAS.fullmatch(number):
        number, repair = number.replace(".", ","), "points read as commas"
    elif _COMMA_LOST.fullmatch(number):
        repair = "a comma is missing"
        note = "Its first group of figures is too long." if number.index(",") > 4 else note
    else:
        return Figure(None, "Its figures, commas and points don't make one number.")
    if len(number) > 20:
        return Figure(None, "It is longer than any sum.")
    whole, _, decimals = number.replace(",", "").partition(".")
    amount, rest = divmod(int(whole + decimals) * scale * 100, 10 ** len(decimals))
    if rest or (scale == 1 and len(decimals) > 2):
        return Figure(None, "It has more decimals than pence have; the point may stand for a comma.")
    if scale == 1 and len(decimals) == 1:
        note = "One decimal and no unit: a unit may be missing."
    elif scale >= 1_000_000 and number.count(",") == 1 and not decimals:
        note = "The comma may stand for the decimal point."
    return Figure(amount, note, repair)
