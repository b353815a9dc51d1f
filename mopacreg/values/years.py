"""Financial years as decisions write them, given as `2024/25`; each runs from April to March.

A pair is a financial year only where its second part follows the first: that
refuses plans and strategies (`2017-21`), most references and dates by rule.
Two-figure pairs are ages, dates and fractions too: they are read only where
nothing else claims them. Spellings are those of FIELD-NOTES, "Financial years".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class YearSpan(NamedTuple):
    """The words `text[start:end]` as they stand, and every financial year that they mean, in order.

    `doubt` is a sentence on why the reading is not certain.
    """

    start: int
    end: int
    text: str
    years: tuple[str, ...]
    doubt: str | None = None


_DASH = r"[/⁄\-‐‑–—−]"
_FIGURES = re.compile("[0-9]+")
_STROKE_BETWEEN = re.compile(rf"[0-9]+{_DASH}\n?[0-9]+[/⁄]")
# A whole chain of figures is one token, so that the tail of a date is never a year.
_TOKEN = re.compile(
    rf"[0-9]{{1,6}}(?:{_DASH}\n?[0-9]+)+"
    rf"|[0-9]{{4}}[ \u00a0]?{_DASH}[ \u00a0\n]?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])|[0-9]{{6}}(?![0-9])"
)
# Where tokens are looked for: each choice begins with a literal, which is many times faster than `[0-9]`.
_ANCHOR = re.compile(
    "|".join(rf"{dash}(?=[ \u00a0\n]?[0-9])" for dash in "/⁄-‐‑–—−") + "|20(?=[0-9]{4})|19(?=[0-9]{4})"
)
_HEAD = re.compile(rf"(?<![0-9])[0-9]{{1,6}}(?:{_DASH}[0-9]+)*[ \u00a0]?\Z")
_LABEL = re.compile(rf"(?:(?:financial )?years?|F\.?/?Y\.?)?[ :]*({_TOKEN.pattern})", re.IGNORECASE)
_FY = re.compile(r"(?<![A-Za-z])F\.?/?Y\.?[ \u00a0]?\Z")
_SAID_BEFORE = re.compile(
    r"financial[ \n\u00a0]years?(?:[ \n\u00a0](?:of|to|in))?[ \n\u00a0(:]*\Z", re.IGNORECASE
)
_SAID_AFTER = re.compile(r"[ \n\u00a0)]*(?:financial|budget)[ \n\u00a0]year", re.IGNORECASE)
# Series of references and other things whose numbers look like years.
_CLAIMED = re.compile(
    r"(?:\b(?:DMPCD?|PCDs?|CEOD?|A?MD|A?DD|FOI|ISO|BS|EN|SI|SR|[Rr]ef(?:erence)?\.?|[Nn]os?\.|[Nn]umber)"
    r"(?:[ \u00a0]+[Dd]ecisions?)?(?:[ \u00a0]*(?:[Nn]o\.?|[:(–-]))?[ \u00a0]*|[£$€])\Z"
)
_NAME_TOUCHES = re.compile(rf"(?:[^\W_a-z]|_){_DASH}?\Z")
_RUNS_ON = re.compile(r"[A-Z0-9_%]|,[0-9]{3}(?![0-9])")
_TOUCHES_BEFORE = re.compile(rf"(?:\w{_DASH}?|[0-9][.,:])\Z")
_TOUCHES_AFTER = re.compile(rf"\w|[.,:][0-9]|{_DASH}\w")
_TELEPHONE = re.compile(r"(?<![,0-9])[0-9]+[ \u00a0]\Z")
_CLAIMED_SHORT = re.compile(
    r"(?:\b(?:aged?|ages|weeks?|pages?|pp?\.|paragraphs?|paras?|rooms?|units?|flats?|sections?|items?|grades?"
    r"|bands?|versions?)|£)[ \n\u00a0]*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\byears?[ \u00a0]*\Z", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th)?[ \n\u00a0-]*(?:year[ -]?s?[ -]old|yrs?\b|%|per cent|(?:hour|day|week|month)s?\b"
    r"|(?:Jan|Febr)uary|March|April|May\b|June|July|August|(?:Sept|Nov|Dec)ember|October"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
_GAP = r"[ \u00a0]*\n?[ \u00a0]*"
_LINK = re.compile(rf"{_GAP}(?:[-–—]|to|until|till|through(?: to)?|up to|(?P<both>and)){_GAP}")
_BETWEEN = re.compile(r"\bbetween[ \n\u00a0]+\Z", re.IGNORECASE)
_TIMELY = re.compile(
    r"(?:\b(?:in|for|during|from|to|until|by|across|years?|budget|since)\s*|[\t|]\s*)\Z", re.IGNORECASE
)


def find(text: str, start: int = 0, end: int | None = None) -> list[YearSpan]:
    """Every financial year or span of them in `text[start:end]`, in order, with offsets into `text`.

    `2024/25 to 2027/28` is one span of four years, `2023-24 and 2024-25` are two spans. Never raises.
    """
    stop = len(text) if end is None else min(end, len(text))
    if not _ANCHOR.search(text, start, stop):
        return []
    certain: list[YearSpan] = []
    ambiguous: list[YearSpan] = []
    for match in _tokens(text, start, stop):
        years = _years_of(match[0])
        if years and not _claimed(text, match):
            span, sure = _read(text, match, years)
            (certain if sure else ambiguous).append(span)
    if ambiguous and certain:
        beside = [span for span in ambiguous if _beside(text, span, certain)]
        certain = sorted([*certain, *beside], key=lambda span: span.start)
    return _linked(text, certain) if len(certain) > 1 else certain


def normal(text: str) -> str | None:
    """The year that a label consists of (`22/23`, `FY2022-23`, `202223` → `2022/23`), else None."""
    match = _LABEL.fullmatch(text.strip(" \t\n\u00a0.:;*()[]"))
    years = _years_of(match[1]) if match else ()
    return years[0] if len(years) == 1 else None


def of_date(iso: str) -> str:
    """The financial year in which `YYYY-MM-DD` or `YYYY-MM` falls. ValueError for any other shape."""
    match = re.match(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-|$)", iso)
    if not match:
        raise ValueError(f"no date with a month: {iso!r}")
    return _named(int(match[1]) - (int(match[2]) < 4))


def following(year: str) -> str:
    """The year after `year`, both as `2024/25`."""
    return _named(int(year[:4]) + 1)


def expand(first: str, last: str) -> tuple[str, ...]:
    """Every year from `first` to `last`, both counted; none where `last` is the earlier."""
    return tuple(_named(year) for year in range(int(first[:4]), int(last[:4]) + 1))


def _tokens(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Every token that may be a year, in order, found from the dash in it or from its century."""
    done = start
    for hit in _ANCHOR.finditer(text, start, stop):
        anchor = hit.start()
        if anchor < done:
            continue
        left = max(done, anchor - 20)
        head = _HEAD.search(text[left:anchor])
        at = left + head.start() if head else anchor
        if (match := _TOKEN.match(text, at, stop)) and not text[at - 1 : at].isdigit():
            done = match.end()
            yield match


def _named(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _years_of(token: str) -> tuple[str, ...]:
    """The years that a token of figures spells by its form alone; none where it spells anything else."""
    if token.isdigit():
        token = f"{token[:4]}/{token[4:]}"
    parts = _FIGURES.findall(token[:24])
    if len(parts) not in (2, 4) or len(token) > 24:
        return ()
    first, last = _pair(parts[0], parts[1]), _pair(parts[-2], parts[-1])
    if not first or not last or len(parts) == 2:
        return (first,) if first and last else ()
    by_dash = not _STROKE_BETWEEN.match(token)
    return expand(first, last) if first < last and (by_dash or following(first) == last) else ()


def _pair(first: str, second: str) -> str | None:
    """`2024` and `25`, `2025` or `5`, `24` and `25`: the year, where the second follows the first."""
    year = int(first) if len(first) == 4 else 2000 + int(first)
    plausible = (
        1990 <= year < 2050 if len(first) == 4 else len(first) == len(second) == 2 and 2009 <= year < 2040
    )
    follows = (
        str(year + 1).endswith(second) and len(second) in (1, 2, 4) and (len(second) > 1 or year % 10 < 9)
    )
    return _named(year) if plausible and follows else None


def _form(token: str) -> str:
    """How a token is written: `full` (2024/25), `spaced` (2024 / 25), `short` (24/25) or `lost` (202425)."""
    if token.isdigit():
        return "lost"
    if not token[:4].isdigit():
        return "short"
    return "spaced" if " " in token or "\u00a0" in token else "full"


def _claimed(text: str, match: re.Match[str]) -> bool:
    """Whether what touches a token makes it part of something else: a reference, a sum, a longer number."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 5]
    if _CLAIMED.search(before) or _RUNS_ON.match(after):
        return True
    if _FY.search(before):
        return False
    if _form(match[0]) in ("full", "spaced"):  # `in2022/23` has lost a space, `MOPAC-2022/23` is a reference
        return bool(_NAME_TOUCHES.search(before))
    lost = match[0].isdigit() and _TELEPHONE.search(before)
    return bool(lost or _TOUCHES_BEFORE.search(before) or _TOUCHES_AFTER.match(after))


def _read(text: str, match: re.Match[str], years: tuple[str, ...]) -> tuple[YearSpan, bool]:
    """The span of a token, and whether its form and its words alone make it a year."""
    before, form = text[max(0, match.start() - 24) : match.start()], _form(match[0])
    prefix = _FY.search(before)
    start = match.start() - (len(before) - prefix.start() if prefix else 0)
    span = YearSpan(start, match.end(), text[start : match.end()], years)
    if prefix or form == "full" or _SAID_BEFORE.search(before) or _SAID_AFTER.match(text, match.end()):
        return span, True
    if form == "lost":
        sure = _TIMELY.search(before)
        return span._replace(
            doubt=None if sure else "Six figures are read as a year that lost its stroke."
        ), True
    if form == "spaced":
        if "/" in match[0] or match[0][-4:].isdigit():
            return span, True
        doubtful = span._replace(doubt="A dash with spaces may part two figures.")
        return doubtful, not _NOT_AFTER.match(text, match.end())
    school = match[0][0] in "01" and _YEAR.search(before)  # `Year 12/13`
    if school or _CLAIMED_SHORT.search(before) or _NOT_AFTER.match(text, match.end()):
        return span._replace(years=()), False
    early = int(match[0][:2]) < 12  # both figures are then months too
    return span, "/" in match[0] and not early


def _beside(text: str, span: YearSpan, others: list[YearSpan]) -> bool:
    """Whether a year that is sure stands near an ambiguous one, on its line."""
    near = [(min(span.end, one.end), max(span.start, one.start)) for one in others]
    return bool(span.years) and any(
        right - left < 60 and "\n" not in text[left:right] for left, right in near
    )


def _linked(text: str, spans: list[YearSpan]) -> list[YearSpan]:
    """Neighbours joined by `to` or a dash made one span, the years between them counted."""
    joined = spans[:1]
    for span in spans[1:]:
        last = joined[-1]
        link = _LINK.fullmatch(text, last.end, span.start)
        if link and link["both"] and not _BETWEEN.search(text[max(0, last.start - 12) : last.start]):
            link = None
        if link and len(last.years) == len(span.years) == 1 and last.years < span.years:
            years, doubt = expand(last.years[0], span.years[0]), last.doubt or span.doubt
            joined[-1] = YearSpan(last.start, span.end, text[last.start : span.end], years, doubt)
            continue
        joined.append(span)
    return joined
