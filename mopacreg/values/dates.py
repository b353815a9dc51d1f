"""Dates as papers write them, with the precision that they state.

Day first, always; a part that is not written is never filled in. A day
without a year (`19th May`) is no date here: `find` doesn't return it. Shapes
and near misses: FIELD-NOTES, "Dates" and "Financial years".
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6}
_MONTHS |= {"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_GAP = r"[ ]*(?:\n[ ]*)?"  # markup is blanked out by spaces; a line may break once

# The scans begin with a set of characters or a literal, which the regex engine skips to;
# a look-behind therefore comes after the first character.
_NUMERIC = re.compile(
    r"(?P<a>[0-9](?<![\w£$€#+,][0-9])[0-9]{0,3})"
    r"(?P<s1>[ ]?[-/.–][ ]?|[ ](?=[0-9]{1,2}[ ]?/))(?P<b>[0-9]{1,2})"
    r"(?P<s2>[ ]?[-/.–][ ]?|[ ](?=20[0-9]{2}))(?P<c>[0-9]{4}|[0-9]{1,2})(?![0-9])"
)
# `8.3.20` is a date as the whole of a label's value alone: in running text it numbers a paragraph.
_DOTTED = re.compile(r"[\s:|–-]*((?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[1-4][0-9]))[\s|.]*")
_CAPITAL_NAME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"(?<![A-Za-z]...)"
)
_YEAR_AFTER = re.compile(r"20[0-9]{2}(?![0-9]|[/-][0-9])")
_NAME_STARTS = frozenset([*_MONTHS, "spr", "sum", "aut", "win"])
_NAMED = re.compile(
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter)"
    r"(?P<s1>\.?[ ]*(?:\n[ ]*|,[ ]*|[-/.–][ ]?|of[ ]+)?)"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:{_GAP}(?:st|nd|rd|th))?(?:[ ]*,)?{_GAP}(?P<dyear>{_YEAR})|"
    rf"(?P<year>{_YEAR})|['’]?(?P<yy>[0-9]{{2}}))(?!\w|[/.,:][0-9]|%)",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    rf"(?<![\w.£,])(?P<day>[0-9]{{1,2}})(?P<gap>(?:{_GAP}(?:st|nd|rd|th)\b)?"
    rf"(?:{_GAP}(?:day[ ]+)?of\b)?(?:[-/.]|,?{_GAP}))\Z"
)
_PART_OF_SEASON = re.compile(r"\b(?:early|mid|late)[ -]+\Z", re.I)
_PERIOD_WORD = re.compile(
    r"in|from|until|till|to|since|between|during|of|end|early|late|mid|for|by|before|after|and|or|through",
    re.I,
)
_LEAD = re.compile(
    r"\W*(?:(?:dated?|signed|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w{1,3})\b\W*){0,3}\Z", re.I
)
_SPAN_OF_YEARS = re.compile(r" ?[-–/] ?[0-9]{2}(?![0-9])")
_SMALL_WORD = re.compile(r" +[a-z]")
_LAST_WORD = re.compile(r"(\w+)[ \n]*\Z")
_OTHER_COUNT = "two digits after the day and month may count something else"
_DAY_OR_YEAR = "two digits after the month may be a day, not a year"


class DateRead(NamedTuple):
    """A date at `start:end`, `text` as it stands.

    `iso` is `2024-03-12`, `2021-03` or `2021`, by `precision` (day, month or
    year). `doubt` is None where the reading is certain, else why it is not.
    """

    start: int
    end: int
    text: str
    iso: str
    precision: str
    doubt: str | None = None


def find(text: str, start: int = 0, end: int | None = None) -> list[DateRead]:
    """The dates in `text[start:end]`, in order; impossible ones and days without a year are left out."""
    stop = len(text) if end is None else end
    found = [_numeric(text, match) for match in _NUMERIC.finditer(text, start, stop)]
    found += [_named(text, match, start) for match in _name_matches(text, start, stop)]
    return sorted((date for date in found if date), key=lambda date: date.start)


def read(text: str) -> DateRead | None:
    """The date that a label's value states at its beginning, or None where the value is no date.

    Words that say something else than a weekday or `Date` before it (another
    label, `Published`) make it no date; a signature's residue of up to three
    letters doesn't.
    """
    if dotted := _DOTTED.fullmatch(text):
        return _day(text, *dotted.span(1), dotted["year"], int(dotted["month"]), dotted["day"])
    for date in find(text):
        return date if _LEAD.match(text, 0, date.start) else None
    if _NUMERIC.search(text):
        return None  # a date's shape with an impossible day or month: nothing else may guess at it
    return _unusual(text)


def earlier(a_iso: str, b_iso: str) -> bool:
    """True only where `a_iso` is certainly before `b_iso` at the precision that both have."""
    common = min(len(a_iso), len(b_iso))
    return a_iso[:common] < b_iso[:common]


def _numeric(text: str, match: re.Match[str]) -> DateRead | None:
    first, second, third = match["a"], match["b"], match["c"]
    one, two = match["s1"].strip(), match["s2"].strip()
    if one != two and ((one and two) or len(third) != 4):
        return None
    if not _stands_alone(text, match, slashed=one == "/" and len(third) == 4):
        return None
    if len(first) == 4:
        whole = len(second) == len(third) == 2 and re.fullmatch(_YEAR, first)
        return _day(text, match.start(), match.end(), first, int(second), third) if whole else None
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 4 and not re.fullmatch(_YEAR, third)):
        return None
    if one == "." and len(third) == 2 and (len(first), len(second)) != (2, 2):
        return None  # 8.2.10 numbers a paragraph
    return _day(text, match.start(), match.end(), third, int(second), first)


def _stands_alone(text: str, match: re.Match[str], slashed: bool) -> bool:
    """Whether no other number, word or path goes on beside it; a hyphen may join two slashed dates."""
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before in ("/", ".") or (before in ("-", "–") and not slashed):
        return False
    if after[:1] in ("%", "_") or after[:1].isalpha():
        return len(match["a"]) == 4 and after[:1] == "T"  # 2021-08-04T12:00
    if not after[1:].isdigit():
        return True
    return after[0] not in "/.,-–:" or (after[0] in "-–" and slashed)


def _name_matches(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """A month or season with what follows it; seasons and small letters only before a year (`may 2021`)."""
    places = {match.start() for match in _CAPITAL_NAME.finditer(text, start, stop)}
    for year in _YEAR_AFTER.finditer(text, start, stop):
        first = max(start, year.start() - 40)
        for word in text[first : year.start()].split()[-3:]:
            letters = word.lstrip("(['\"‘“*_")
            if letters[:3].lower() in _NAME_STARTS:
                places.add(text.rindex(letters, first, year.start()))
    whole = (place for place in places if not text[place - 1 : place].isalpha())
    matches = (_NAMED.match(text, place, stop) for place in whole)
    return [match for match in matches if match]


def _named(text: str, match: re.Match[str], start: int) -> DateRead | None:
    month, end = _MONTHS.get(match["name"][:3].lower()), match.end()
    if match["year"] and _SPAN_OF_YEARS.match(text, end):
        return None
    if month is None:
        return _season(text, match, start)
    if match["day"]:
        return _day(text, match.start(), end, match["dyear"], month, match["day"])
    before = text[max(start, match.start() - 32) : match.start()]
    day = _DAY_BEFORE.search(before)
    if day and _is_day(before, day):
        if match["yy"] and not _plausible(match["yy"]):
            return None
        counts = match["yy"] and _SMALL_WORD.match(text, end)
        first = match.start() - len(before) + day.start()
        year = match["year"] or match["yy"]
        return _day(text, first, end, year, month, day["day"], _OTHER_COUNT if counts else None)
    if match["year"]:
        return DateRead(match.start(), end, match.group(), f"{match['year']}-{month:02}", "month")
    return _month_and_two_digits(text, match, month, before)


def _is_day(before: str, day: re.Match[str]) -> bool:
    """Whether the number before the month is its day: a number alone on its line is a page's."""
    ahead = before[: day.start()]
    if "\n" in day["gap"] and not ahead.rpartition("\n")[2].strip():
        return False
    return ahead[-1:] not in ("-", "–", "/") or ahead[:-1].rstrip()[-1:].isdigit()  # 12-14 March 2021


def _month_and_two_digits(text: str, match: re.Match[str], month: int, before: str) -> DateRead | None:
    """`October 22` is October 2022, with a doubt where the words leave open that it is a day."""
    if not match["s1"] or match["name"][0].islower() or not _plausible(match["yy"]):
        return None
    word = _LAST_WORD.search(before)
    if word and re.fullmatch(_YEAR, word[1]):
        return None  # 2024 March 12
    sure = bool(_PERIOD_WORD.fullmatch(word[1])) if word else not _SMALL_WORD.match(text, match.end())
    sure = sure or match["s1"].strip() in ("-", "/") or int(match["yy"]) > 31
    iso = f"20{match['yy']}-{month:02}"
    return DateRead(match.start(), match.end(), match.group(), iso, "month", None if sure else _DAY_OR_YEAR)


def _season(text: str, match: re.Match[str], start: int) -> DateRead | None:
    if not match["year"]:
        return None
    part = _PART_OF_SEASON.search(text[max(start, match.start() - 12) : match.start()])
    first = match.start() - len(part.group()) if part else match.start()
    return DateRead(first, match.end(), text[first : match.end()], match["year"], "year")


def _plausible(two_digits: str) -> bool:
    """Whether two digits beside a month can be a year that these papers speak of."""
    return 10 <= int(two_digits) <= 49


def _day(
    text: str, start: int, end: int, year: str, month: int, day: str, doubt: str | None = None
) -> DateRead | None:
    number = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)
    try:
        iso = datetime.date(number, month, int(day)).isoformat()
    except ValueError:
        return None
    return DateRead(start, end, text[start:end], iso, "day", doubt)


def _unusual(text: str) -> DateRead | None:
    """A whole value in a shape of its own (`20240312`, `2024 March 12`, `12 03 2024`, `2021`)."""
    value = text.strip()
    start = text.index(value)
    end = start + len(value)
    if compact := re.fullmatch(rf"({_YEAR})([0-9]{{2}})([0-9]{{2}})", value):
        return _day(text, start, end, compact[1], int(compact[2]), compact[3])
    years = re.findall(rf"(?<![0-9]){_YEAR}(?![0-9]|[-/–][0-9])", value)
    if len(value) > 40 or len(years) != 1 or re.fullmatch(r"[0-9]{4}\W+[0-9]{1,4}", value):
        return None
    if value == years[0]:
        return DateRead(start, end, value, value, "year")
    from dateutil import parser

    try:
        # Two defaults: a part in which the answers differ was not written.
        one = parser.parse(value, dayfirst=True, default=datetime.datetime(2001, 1, 1))
        two = parser.parse(value, dayfirst=True, default=datetime.datetime(2003, 2, 2))
    except (ValueError, OverflowError, TypeError):
        return None
    if (one.year, one.month) != (two.year, two.month) or str(one.year) != years[0]:
        return None
    precise = one.day == two.day
    iso = one.date().isoformat() if precise else one.date().isoformat()[:7]
    return DateRead(start, end, value, iso, "day" if precise else "month")
