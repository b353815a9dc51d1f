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
from collections.abc import Iterator

from mopacreg.values.money import figures, qualifiers
from mopacreg.values.money.cells import read_cell, scale_in
from mopacreg.values.money.figures import GROUPS, NUMBER, POUNDS, UNIT, Written
from mopacreg.values.money.sums import Refusal, Sum, stated

__all__ = ["Refusal", "Sum", "find", "read_cell", "refused", "scale_in"]

# A pattern for each sign: one that begins with a literal is many times faster than a choice.
# `\pm`, `±` and `f` are what a scan's reader makes of £.
_SIGNED = {
    literal: re.compile(rf"(?P<sign>{sign})(?:[ \t\u00a0]{{0,2}}|(?P<broken>\n)){NUMBER}{GROUPS}(?:{UNIT})?")
    for literal, sign in (
        *(("£", "£"), ("₤", "₤"), ("￡", "￡"), ("±", "±")),
        *(("\\pm", r"\\pm"), ("\\pounds", r"\\pounds"), ("f", "f(?=[0-9])")),
    )
}
_SECOND = re.compile(
    r"(?P<join>[ \u00a0]?[-–—]\s?|\s(?:to|and)\s)(?:(?P<sign>[£₤￡±]|\\pm|f(?=[0-9]))[ \u00a0]?)?"
    rf"{NUMBER}(?:{UNIT})?(?![/%–-]?[0-9]|[.,][0-9]|[%A-Za-z])"
)
# Without a sign only `3.4m` and `3 million`: anchored on the point and on the word.
_UNSIGNED = (re.compile(r"\.[0-9]{1,3} ?(?:m|k|bn)(?![A-Za-z0-9])"), re.compile(r"million(?![A-Za-z0-9])"))
_UNSIGNED_NUMBER = re.compile(rf"(?:^|[\s(]){NUMBER}(?:{UNIT})\Z")
_OF_MONEY = re.compile(
    r"\b(?:budget|cost|fund|grant|award|alloc|saving|spend|expendit|overspen|underspen|pric|income)[a-z]*"
    r"(?:\s(?:of|at|is|was|would|will|be|been|has|to|up|totalling|around|about|approximately|circa|an?|estimated|value))*[\s(]*\Z",
    re.IGNORECASE,
)
_TOLERANCE = re.compile(r"accura|within|toleran|margin|plus or minus|metre", re.IGNORECASE)
# `rises from £5m to £7m`, `increase its value by £2m to £7m`: two sums, and no range.
_RISE = re.compile(
    r"\b(?:increas|reduc|lower|rais|uplift)\w*\s(?!by\b)[^.;£]+\bby\s+\Z"
    r"|\b(?:ris|rais|rose|increas|reduc|lower|uplift|grow|grew|chang|revis|fall|fell)\w*\b"
    r"(?:(?!\b(?:run|rang|cost|sav|vary|between))[^.;£])*(?:£[\d.,]+\s?\w*[^.;£]*)?\bfrom\s+\Z",
    re.IGNORECASE,
)
_RISE_NEAR = 80  # characters
# `£14.9m, of which 2.6m is …`
_OF_WHICH = re.compile(r"[£₤￡][^.;\n]{1,12}[^;\n]{0,30}\bof which (?:about |around |some )?\Z")
_PENCE = re.compile(r"p(?![A-Za-z0-9.])")  # `45p a mile`
_PENCE_NUMBER = re.compile(r"(?:^|[\s(])([1-9][0-9]?)\Z")
_POUNDS = re.compile(r"\s(?:pounds|GBP)\b")
_NO_SUM = re.compile(r"\s?%|(?P<date>/[0-9])")
_SPOILT = re.compile(  # what runs into a figure makes it another one; a space may be lost before a short word
    r"['’][0-9]|,\s[0-9]{3},[0-9]{3}|\shundred\b"
    r"|(?!(?:p|pa|pm|pp|ph|pcm|per|each|to|and|for|from|in|of|on|over|at|by|is|was|will|a)\b)[A-Za-z]"
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
    matches = [
        match for sign, one in _SIGNED.items() if sign in text for match in one.finditer(text, start, stop)
    ]
    found: list[Sum | Refusal] = []
    for match in sorted(matches, key=re.Match.start):
        if not found or match.start() >= found[-1].end:
            found.extend(_signed(text, match, stop))
    taken = [(one.start, one.end) for one in found]
    unsigned = [
        one
        for one in _unsigned(text, start, stop)
        if not any(a < one.end and one.start < b for a, b in taken)
    ]
    return sorted([*found, *unsigned], key=lambda one: one.start) if unsigned else found


def _signed(text: str, match: re.Match[str], stop: int) -> list[Sum | Refusal]:
    """What stands at a sign: a sum, both ends of a range, a refusal or nothing."""
    one, sign, start = figures.written(match), match["sign"], match.start()
    if not _is_pound_sign(text, match, one):
        return []
    second = _SECOND.match(text, one.end, stop)
    if second and (ends := _range(text, match, one, second)):
        return list(ends)
    if not one.unit and _cut_off(text, start, one):
        return []
    figure = figures.pence(one)
    if figure.pence is not None and (one.unit or not _SPOILT.match(text, one.end)):
        return [stated(text, start, one.end, figure.pence, sign, figure.note, figure.repair)]
    if sign not in POUNDS or not one.number.strip("0,"):  # `£000s` heads a column
        return []
    reason = figure.note if figure.pence is None else "What follows runs into the figure."
    return [Refusal(start, one.end, text[start : one.end], reason or "")]


def _is_pound_sign(text: str, match: re.Match[str], one: Written) -> bool:
    """Whether the sign means pounds here: ± may be a tolerance, f a letter, a £ the head of a column."""
    if (spoilt := _NO_SUM.match(text, one.end)) and not (one.unit and spoilt["date"]):
        return False
    plainly_money = bool(one.unit) or "," in one.number
    if match["sign"] in POUNDS:
        return plainly_money or not match["broken"]
    if match["sign"] == "f":
        return plainly_money and not text[match.start() - 1 : match.start()].isalnum()
    before = text[max(0, match.start() - 40) : match.start()]
    return (plainly_money or one.number[-3:-2] == ".") and not _TOLERANCE.search(before)


def _range(text: str, match: re.Match[str], one: Written, second: re.Match[str]) -> tuple[Sum, Sum] | None:
    """Both ends of `£2.6m-£3.4m`, `£1.5 - 2m`, `between £5 and £6 million`; None where they are no range."""
    join, sign = second["join"], second["sign"]
    other = Written(second["number"], second["unit"] or "", second.end())
    if join.strip() == "and" and "between" not in qualifiers.before(text, match.start()):
        return None
    if (
        not sign and not other.unit and (len(join) > 1 or len(other.number) == 4)
    ):  # `£500 - 32 boroughs`, a year
        return None
    lent = "" if one.unit or "," in one.number else other.unit
    lower, upper = figures.pence(one._replace(unit=one.unit or lent)), figures.pence(other)
    if lower.pence is None or upper.pence is None or lower.pence >= upper.pence:
        return None
    lending = f"{lent.strip()} taken from the second figure" if lent else None
    first = stated(
        text, match.start(), one.end, lower.pence, match["sign"], lower.note, lower.repair, lending
    )
    start = second.start("sign" if sign else "number")
    lending = None if sign else "£ taken from the first figure"
    last = stated(text, start, other.end, upper.pence, sign, upper.note, upper.repair, lending)
    rises = join.strip() == "to" and _RISE.search(text, max(0, first.start - _RISE_NEAR), first.start)
    before = qualifiers.before(text, first.start) or ([] if rises else ["between"])
    words = ", ".join([*before, *qualifiers.after(text, last.end)])
    return first._replace(qualifier=words or None), last._replace(qualifier=words or None)


def _cut_off(text: str, start: int, one: Written) -> bool:
    """Whether the text ends inside this figure: after a comma, in a group, or on a sentence's bare digits."""
    rest = text[one.end : one.end + 12]
    if one.end + len(rest) < len(text):
        return False
    rest = rest.strip().lower()
    if rest:
        return rest == "," or any(unit.startswith(rest) for unit in ("million", "billion", "thousand"))
    if "," in one.number:
        return len(one.number.rpartition(",")[2]) < 3
    return len(one.number) < 4 and bool(re.search(r"[a-z]\s*\Z", text[max(0, start - 6) : start]))


def _unsigned(text: str, start: int, stop: int) -> Iterator[Sum]:
    """`a budget of 3.4m`: pounds by the words about it alone, so with a doubt unless they say pounds."""
    for anchor in _UNSIGNED:
        for match in anchor.finditer(text, start, stop):
            first = max(start, match.start() - 16)
            number = _UNSIGNED_NUMBER.search(text[first : match.end()])
            if not number:
                continue
            begin, end = first + number.start("number"), match.end()
            pounds = _POUNDS.match(text, end)
            before = text[max(0, begin - 56) : begin]
            if not (pounds or _OF_MONEY.search(before) or _OF_WHICH.search(before)):
                continue
            figure = figures.pence(Written(number["number"], number["unit"], end))
            if figure.pence is not None:
                doubt = None if pounds else "No £ sign stands before it."
                yield stated(
                    text, begin, pounds.end() if pounds else end, figure.pence, None, figure.note or doubt
                )
    for sign in _PENCE.finditer(text, start, stop):
        if number := _PENCE_NUMBER.search(text[max(start, sign.start() - 3) : sign.start()]):
            yield stated(text, sign.start() - len(number[1]), sign.end(), int(number[1]), None, None)
