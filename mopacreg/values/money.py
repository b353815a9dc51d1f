"""Sums of money as decisions write them, in whole pence, never a float.

`find` reads running text, `read_cell` one cell of a table, `scale_in` the
scale that a column's header or a caption states; `refused` tells which
figures stand behind a £ sign and can't be read. Spellings and damages are
those of FIELD-NOTES, "Money". A reader says nothing rather than a wrong
figure; what it mended is in `repair`, and in `doubt` why another reading is
possible. The rules go by how a figure is written, never by which one it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Sum:
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


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure behind a pound sign that can't be read, and why (a sentence)."""

    start: int
    end: int
    text: str
    reason: str


class _Figure(NamedTuple):
    """A number understood: its pence, or None and in `note` the reason; else `note` is a doubt."""

    pence: int | None
    note: str | None = None
    repair: str | None = None


_SCALES = {"k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}  # by a unit's first letter
_ABSURD = 100_000_000_000 * 100  # pence, more than any police budget holds

# Every branch of the sign begins with a literal, so that a search jumps from sign to sign.
_SIGN = r"(?P<sign>£|₤|￡|±|\\(?:pm|pounds)|f(?=[0-9]))"
_NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]+)*|\.[0-9]+)"
_GROUPS = r"(?P<groups>(?:(?:,[ \n]|[ \u00a0])[0-9]{3}(?![0-9]|[.,/–-][0-9]|%))*)"
_UNIT = (
    r"\$?(?P<unit>(?:[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,3}|-)(?:[Mm]illions?|[Bb]illions?|[Tt]housands?|MILLION)"
    r"|[ \u00a0]?(?:[Mm]ill?|[Mm]n|[Bb]n|BN)|[ \u00a0][mk]|[mMkKbB])(?![A-Za-z0-9])"
)
_SIGNED = re.compile(rf"{_SIGN}(?:[ \t\u00a0]{{0,2}}|(?P<broken>\n)){_NUMBER}{_GROUPS}(?:{_UNIT})?")
_SECOND = re.compile(
    rf"(?P<join>[ \u00a0]?[-–—]\s?|\s(?:to|and)\s)(?:{_SIGN}[ \u00a0]?)?{_NUMBER}(?:{_UNIT})?"
    r"(?![/%–-]?[0-9]|[.,][0-9]|[%A-Za-z])"
)
_UNSIGNED = re.compile(rf"[0-9](?<=[\s(][0-9])[0-9]*(?:[.,][0-9]+)*{_UNIT}(?P<pounds>\s(?:pounds|GBP)\b)?")
_OF_MONEY = re.compile(
    r"\b(?:budget|cost|fund|grant|award|alloc|saving|spend|expendit|overspen|underspen|pric|income)[a-z]*"
    r"(?:\s(?:of|at|is|was|to|up|totalling|around|about|approximately|circa|an?|estimated|value))*\s$",
    re.IGNORECASE,
)
_ORDINARY = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*|)(?:\.[0-9]+)?")
_COMMA_LOST = re.compile(r"[1-9][0-9]{3,}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_TOLERANCE = re.compile(r"accura|within|toleran|margin|plus or minus|metre", re.IGNORECASE)
# What may not follow a figure: it is then something else, or damaged.
_NO_MONEY = re.compile(r"\s?%|/[0-9]")
_SPOILT = re.compile(
    r"['’][0-9]|,\s[0-9]{3},[0-9]{3}|\shundred\b"
    r"|(?!(?:p|pa|pm|pp|ph|pcm|per|each|to|and|for|from|in|of|on|over|at|by|is|was|will|a)\b)[A-Za-z]"
)
_CELL = re.compile(
    r"\s*(?:(?:up ?to|c(?:irca)?\.?|approx(?:imately)?\.?|est(?:imated)?\.?|~)\s?)?(?P<open>\()?\s*(?P<minus>[-−–][ \u00a0]?)?"
    rf"(?:{_SIGN}\s{{0,3}})?(?P<inner>[-−–])?{_NUMBER}{_GROUPS}(?:{_UNIT})?\s*(?P<close>\))?"
    r"\s*(?:p\.?a\.?|per annum|each|\([^()]{0,40}\)|[*†‡#]{1,3})?\s*",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:£|₤|￡|\\pm|±)\s?(?:(?P<m>m(?:illions?|n)?\b)|(?P<b>b(?:illions?|n)\b)|(?P<k>['’‘]?000['’]?s?(?![0-9,.])|k\b|thousands?\b)"
    r"|(?=s?(?![\w.,'’])))(?!\s?[0-9])",
    re.IGNORECASE,
)
_WHOLE = r"(?:(?:further |total |contract )*(?:value|total|sum|cost|budget|amount|limit|spend))"
_BEFORE = tuple(
    (re.compile(rf"(?:^|[\s(,;:–—-])(?:{words})$"), plain)
    for words, plain in (
        (rf"maximum(?: {_WHOLE})?(?: of| is| at)|capped at", "a maximum of"),
        (rf"minimum(?: {_WHOLE})? of", "a minimum of"),
        (rf"up ?to(?: and including| an? (?:additional|further)| (?:a|the) {_WHOLE} of)?", "up to"),
        (r"(?:no|not) more than|(?:not|not to|without) exceed(?:ing)?", "no more than"),
        (rf"estimated(?: {_WHOLE})?(?: of| at| to be| to cost)?|est\.?", "estimated"),
        (r"approximately|approx\.?|~", "approximately"),
        (r"circa|ca?\.?", "circa"),
        (r"at least", "at least"),
        (r"less than", "less than"),
        (r"more than|in excess of|exceeding", "more than"),
        (r"(?P<word>around|about|roughly|nearly|almost|over|above|under|below|between)", ""),
    )
)
_ENDS_BEFORE = tuple(  # the quick look before the patterns
    "of is at to including additional further than exceed exceeding cost be estimated est est. mately approx approx. "
    "circa c c. ca ca. least around about roughly nearly almost over above under below between ~".split()
)
_AFTER = re.compile(
    r",?[ \u00a0\n]?\(?(?:(?P<annum>per annum|p\.?a\b\.?|a year|per year|annually|every year)"
    r"|(?:(?:in|for|to) )?(?P<each>each)\b|(?P<words>per [a-z]+|(?:and|or) (?:above|over|more|less|under|below))\b"
    r"|(?P<excluding>(?:ex(?:cl)?\.?|excluding|exclusive of|plus) VAT)|(?P<including>(?:incl?\.?|including|inclusive of) VAT))"
)


def find(text: str, start: int = 0, end: int | None = None) -> list[Sum]:
    """Every sum that stands in `text[start:end]`, in order, with offsets into `text`.

    Both ends of a range are sums, qualified `between`; a unit that only the second end
    states serves the first. A figure that the end of `text` cuts off gives none. Never raises.
    """
    return [found for found in _scan(text, start, end) if isinstance(found, Sum)]


def refused(text: str, start: int = 0, end: int | None = None) -> list[Refusal]:
    """Every figure behind a £ in `text[start:end]` that `find` passes over because it can't be read."""
    return [found for found in _scan(text, start, end) if isinstance(found, Refusal)]


def _scan(text: str, start: int, end: int | None) -> list[Sum | Refusal]:
    stop = len(text) if end is None else min(end, len(text))
    found: list[Sum | Refusal] = []
    for match in _SIGNED.finditer(text, start, stop):
        if not found or match.start() >= found[-1].end:
            found.extend(_signed(text, match, stop))
    unsigned = [
        one
        for match in _UNSIGNED.finditer(text, start, stop)
        if (one := _unsigned(text, match)) and not any(f.start < one.end and one.start < f.end for f in found)
    ]
    return sorted([*found, *unsigned], key=lambda f: f.start) if unsigned else found


def _signed(text: str, match: re.Match[str], stop: int) -> list[Sum | Refusal]:
    """What stands at a sign: a sum, both ends of a range, a refusal or nothing."""
    number, end, unit = _joined(match)
    if not _is_pound_sign(text, match, number, unit) or _NO_MONEY.match(text, end):
        return []
    second = _SECOND.match(text, end, stop)
    if second and (ends := _range(text, match, number, end, unit, second)):
        return list(ends)
    if not unit and _cut_off(text, match.start(), end, number):
        return []
    figure = _figure(number, unit)
    if not unit and _SPOILT.match(text, end):
        figure = _Figure(None, "What follows runs into the figure.")
    if figure.pence is not None:
        return [_sum(text, match.start(), end, figure, match["sign"])]
    if match["sign"] in "£₤￡":
        return [Refusal(match.start(), end, text[match.start() : end], figure.note or "")]
    return []


def _is_pound_sign(text: str, match: re.Match[str], number: str, unit: str) -> bool:
    """Whether the sign stands for pounds here: ± may be a tolerance, f a letter, a £ a column's heading."""
    plainly_money = bool(unit) or "," in number
    if match["sign"] in "£₤￡":
        return plainly_money or not match["broken"]
    if match["sign"] == "f":
        return plainly_money and not text[match.start() - 1 : match.start()].isalnum()
    before = text[max(0, match.start() - 40) : match.start()]
    return (plainly_money or number[-3:-2] == ".") and not _TOLERANCE.search(before)


def _joined(match: re.Match[str]) -> tuple[str, int, str]:
    """The number, its end and its unit, groups parted by spaces joined where they must be one number."""
    number, unit = match["number"], match["unit"] or ""
    groups: list[str] = re.findall("[0-9]+", match["groups"])
    zeros = all(group[0] == "0" for group in groups)  # no count begins with 0
    if groups and ("." in number or not (zeros or ("," not in number + match["groups"] and len(number) < 4))):
        return number, match.end("number"), ""
    if groups and not zeros and len(groups) == 1:
        return f"{number} {groups[0]}", match.end(), unit
    return ",".join([number, *groups]), match.end(), unit


def _figure(number: str, unit: str, scale: int = 1) -> _Figure:
    """The number in whole pence; a unit of its own goes before the column's scale."""
    scale = _SCALES[unit.strip(" \n\t\u00a0-")[0].lower()] if unit else scale
    note = repair = None
    if " " in number:
        note, number = "The space may part two figures.", number.replace(" ", ",")
    if _POINTS.fullmatch(number):
        number, repair = number.replace(".", ","), "points read as commas"
    elif _COMMA_LOST.fullmatch(number):
        repair = "a comma is missing or misplaced"
        note = "Its first group of figures is too long." if number.index(",") > 4 else note
    if len(number) > 20 or not (repair or _ORDINARY.fullmatch(number)):
        return _Figure(None, "Its figures, commas and points don't make one number.")
    whole, _, decimals = number.replace(",", "").partition(".")
    pence, rest = divmod(int(whole + decimals) * scale * 100, 10 ** len(decimals))
    if rest or (scale == 1 and len(decimals) > 2):
        return _Figure(None, "It has more decimals than pence have; the point may stand for a comma.")
    if scale == 1 and len(decimals) == 1:
        note = "One decimal and no unit: a unit may be missing."
    elif scale >= 1_000_000 and number.count(",") == 1 and not decimals:
        note = "The comma may stand for the decimal point."
    return _Figure(pence, note, repair)


def _range(
    text: str, match: re.Match[str], number: str, end: int, unit: str, second: re.Match[str]
) -> tuple[Sum, Sum] | None:
    """Both ends of `£2.6m-£3.4m`, `£1.5 - 2m`, `between £5 and £6 million`; None where they are no range."""
    join, upper_unit, sign = second["join"].strip(), second["unit"] or "", second["sign"]
    before = _before(text, match.start())
    if join == "and" and before != "between":
        return None
    if (
        not sign
        and not upper_unit
        and (join.isalpha() or join != second["join"] or len(second["number"]) == 4)
    ):
        return None
    lent = "" if unit or "," in number else upper_unit
    lower, upper = _figure(number, unit or lent), _figure(second["number"], upper_unit)
    if lower.pence is None or upper.pence is None or lower.pence >= upper.pence:
        return None
    first = _sum(
        text,
        match.start(),
        end,
        lower,
        match["sign"],
        f"{lent.strip()} taken from the second figure" if lent else "",
    )
    other = _sum(
        text,
        second.start("sign" if sign else "number"),
        second.end(),
        upper,
        sign,
        "" if sign else "£ taken from the first figure",
    )
    after = _after(text, second.end())
    qualifier = ", ".join(filter(None, (before or "between", after)))
    return replace(first, qualifier=qualifier), replace(other, qualifier=qualifier)


def _sum(text: str, start: int, end: int, figure: _Figure, sign: str | None, mended: str = "") -> Sum:
    """The sum at `start:end`, with its qualifiers and what was mended."""
    assert figure.pence is not None
    misread = f"£ read from {sign}" if sign and sign not in "£₤￡" else ""
    repairs = [part for part in (misread, figure.repair, mended) if part]
    qualifiers = [part for part in (_before(text, start), _after(text, end)) if part]
    return Sum(
        start,
        end,
        text[start:end],
        figure.pence,
        ", ".join(qualifiers) or None,
        figure.note,
        "; ".join(repairs) or None,
    )


def _before(text: str, start: int) -> str | None:
    """The qualifier that stands before a sum, in its plain form."""
    words = text[max(0, start - 48) : start].rstrip(" (\n\t\u00a0").lower()
    if not words.endswith(_ENDS_BEFORE):
        return None
    words = " ".join(words.split())
    for pattern, plain in _BEFORE:
        if match := pattern.search(words):
            return plain or match["word"]
    return None


def _after(text: str, end: int) -> str | None:
    """The qualifier that stands after a sum, in its plain form."""
    match = _AFTER.match(text, end)
    if not match or not match.lastgroup:
        return None
    return (
        match["words"]
        or f"{match.lastgroup.replace('annum', 'per annum')}{' VAT' if 'cluding' in match.lastgroup else ''}"
    )


def _cut_off(text: str, start: int, end: int, number: str) -> bool:
    """Whether the text ends inside this figure: after a comma, or amid a sentence on a few bare digits."""
    rest = text[end : end + 12]
    if end + len(rest) < len(text):
        return False
    rest = rest.strip().lower()
    if rest and rest != ".":
        return rest == "," or any(unit.startswith(rest) for unit in ("million", "billion", "thousand"))
    bare = "," not in number and len(number) < 4 and not rest
    return bare and bool(re.search(r"[a-z][ \n]*$", text[max(0, start - 6) : start]))


def _unsigned(text: str, match: re.Match[str]) -> Sum | None:
    """`a budget of 3.4m`: pounds by the words about it alone, so always with a doubt."""
    start, end = match.start(), match.end("unit")
    if not (match["pounds"] or _OF_MONEY.search(text[max(0, start - 48) : start])):
        return None
    figure = _figure(text[start : match.start("unit")], match["unit"])
    if figure.pence is None:
        return None
    doubt = None if match["pounds"] else figure.note or "No £ sign stands before it."
    return _sum(text, start, match.end(), figure._replace(note=doubt), None)


def read_cell(text: str, scale: int = 1, *, bare: bool = False) -> Sum | None:
    """The amount of a table's cell, or None: pence, `scale` (1, 1000, 1000000 …) applied where it has no unit.

    A number without a £ is read only where `bare` says that the column holds money.
    `(1,000)` and `-£500` are negative, as accounts write them; `-`, `N/A` and an
    empty cell hold none. Offsets are into `text`. Never raises.
    """
    match = _CELL.fullmatch(text)
    if not match or bool(match["open"]) != bool(match["close"]) or not (match["sign"] or bare):
        return None
    number, end, unit = _joined(match)
    if end < match.end("number") or match.end("groups") > end:
        return None
    figure = _figure(number, unit, scale)
    if figure.pence is not None and figure.pence >= _ABSURD and scale > 1 and not unit:
        figure = _figure(number, unit)._replace(
            note="The column's scale would make it too large to be meant."
        )
    if figure.pence is None:
        return None
    minus = match["minus"] or match["inner"] or ""
    if minus.endswith((" ", "\u00a0")):
        figure = figure._replace(note="The dash may be a mark and no minus.")
    start = min(match.start(name) for name in ("open", "minus", "sign", "inner", "number") if match[name])
    found = _sum(text, start, match.end("close") if match["close"] else end, figure, match["sign"])
    return replace(found, amount=-found.amount) if minus or match["open"] else found


def scale_in(header: str) -> int | None:
    """How many pounds a figure under this header counts: `£m` 1000000, `£000s` 1000, `£` 1; None where it says none.

    None too where it names two scales, and for a £ with a figure of its own (`above £500,000`).
    """
    scales = {_SCALES[m.lastgroup[0]] if m.lastgroup else 1 for m in _SCALE.finditer(header)}
    return scales.pop() if len(scales) == 1 else None
