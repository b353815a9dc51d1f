"""Decision references: this office's (PCD, DMPCD) and other levels' (MD, DD, ADD, CEOD).

A reference is kept in one canonical spelling, `PCD 1648`, `DMPCD 2015 96`,
`MD2623`, however it is written. Only DMPCD has a second number. The grammar
is that of FIELD-NOTES, "References"; what can't be a reference (file names,
decimals, amounts, years) is refused rather than guessed at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = r"[ ]*(?:\n[ ]*)?"  # markup is blanked out by spaces; a line may break once
_YEAR = r"20[0-3][0-9]"
_ENDS = r"(?![\w%]|[.,:][0-9])"  # not part of a longer number, a decimal, an amount
_NUMBER = rf"(?P<number>[0-9]{{1,4}}{_ENDS})"
_NO = r"(?:(?:decision|n(?:o|umber)|ref(?:erence)?)\b[.:]?[ ]*)*"
_DATED = rf"(?P<year>{_YEAR})(?:[ ]*[-–—/][ ]*|{_GAP})(?<![0-9])(?P<serial>[0-9]{{1,3}}{_ENDS})(?!/[0-9])"
_SWAPPED = rf"(?P<serial2>[0-9]{{1,3}})(?:[ ]*[/–—-][ ]*|[ ]+)(?P<year2>{_YEAR}{_ENDS})(?!/[0-9])"
_SIGN = rf"{_GAP}(?:[-–—:#/]{_GAP})?{_NO}\(?"
_JOIN = rf"\)?(?:{_GAP}(?:,(?:{_GAP}(?:and\b|&))?|and\b|&|or\b|;){_GAP}|[ ]?/[ ]?)\(?"

# The scans begin with plain letters, which the regex engine skips to.
_HEAD = re.compile(
    r"(?:PCD[sS]?|Pcds?|DMPCD[sS]?|Dmpcds?|DMPC[ \n]+(?:[Dd]ecisions?|DECISIONS?)|Decisions?|"
    r"PD|MDs?|DDs?|ADDs?|CEOD)(?![A-Za-z])"
)
_SMALL_HEAD = re.compile(r"pcds?(?![A-Za-z])")
_SMALL_HEAD_OF_OLD = re.compile(r"dmpcds?(?![A-Za-z])")
_AFTER = {
    "PCD": re.compile(rf"(?P<gap>{_SIGN}){_NUMBER}", re.I),
    "DMPCD": re.compile(rf"(?P<gap>{_SIGN})(?:{_DATED}|{_SWAPPED}|{_NUMBER})", re.I),
    "DECISION": re.compile(rf"(?P<gap>[ \n][ ]*{_NO}\(?){_NUMBER}(?!/[0-9]|-[0-9])", re.I),
    "OTHER": re.compile(rf"(?P<gap>[ -]?)(?=[0-9]{{3}}){_NUMBER}(?!/[0-9])"),
    "CEOD": re.compile(rf"(?P<gap>[ -]*)(?P<serial>[0-9]{{1,3}})[ ]?[-–—/ ][ ]?(?P<year>{_YEAR}{_ENDS})"),
}
_NEXT = re.compile(rf"(?P<gap>{_JOIN}){_NUMBER}(?!/[0-9])", re.I)
_NEXT_DATED = re.compile(rf"(?P<gap>{_JOIN})(?:{_DATED}|{_NUMBER}(?!/[0-9]))", re.I)
_COUNTED = re.compile(r"[ \n]+(?!(?:was|is|has|as|plus|this|its|thus)\b)[a-z-]+s\b")
_GOES_ON = re.compile(
    r"[ ]*(?:\Z|[\n\t|.,;:)\]–—/]|-[ ]|(?:on|in|of|for|to|at|by|with|from|under|via|as|which|that|who|and|or|"
    r"was|were|is|are|has|have|had|will|would|both|respectively|set|also|[a-z]+ed)\b|&)"
)
_MONTH_NAME = re.compile(r"[ ]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_WORD_BEFORE = re.compile(r"([A-Za-z'’]+)[ \n]+\Z")
_OPENING_WORD = re.compile(
    r"[a-z].*|A|Also|An|And|As|At|Both|By|From|In|Of|On|Or|Per|See|Since|That|The|This|To|Under|Via|With|MOPAC"
)
_LEVEL_BEFORE = re.compile(r"(?:(Assistant)[ \n]+)?(Mayoral|Director)(?:['’]?s)?[ \n]+\Z")
_LEAD = re.compile(r"[\W_]*(?:(?:request|for|dmpc|mopac|decision|reference|code|number|no)[\W_]*)*\Z", re.I)
_TOUCHED = re.compile(r"[\w.=@%]")
_BREAK = re.compile(r"[\s|()<>\"']")
_FILE_NAME_GOES_ON = re.compile(r"_|%20|\.(?:pdf|docx?|html?|txt)\b|-[a-z]+-[a-z]")
_YEARLESS = "a DMPCD number without its year"
_LATE = "the DMPCD series gave way to PCD during 2016"


class Mention(NamedTuple):
    """A reference at `start:end` of a text, `text` as it stands.

    The span takes in the series' letters that stand beside the number (`PCD 1435`
    in `DMPC Decision PCD 1435`); the second of `PCDs 358 and 259` is `259` alone.
    `year` is a DMPCD's or a CEOD's. `external`: a decision of others. `doubt` is
    None where the reading is certain, else why it is not.
    """

    start: int
    end: int
    text: str
    reference: str
    series: str
    number: int
    year: int | None = None
    external: bool = False
    doubt: str | None = None


def find(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Every mention of a decision in `text[start:end]`, in order.

    A form's footer (`PCD 1406 March 2023 1`) is found too: only its place tells it apart.
    """
    stop = len(text) if end is None else end
    heads = list(_HEAD.finditer(text, start, stop))
    small = list(_SMALL_HEAD.finditer(text, start, stop))
    if small:
        heads = sorted(
            heads + small + list(_SMALL_HEAD_OF_OLD.finditer(text, start, stop)), key=re.Match.start
        )
    return [mention for head in heads for mention in _mentions(text, head, stop)]


def read(value: str) -> Mention | None:
    """This office's reference that a label's value begins with, or None (`PD 1599` is none: RECORD.md)."""
    for mention in find(value):
        slip = value[mention.start : mention.start + 2].upper() == "PD"
        if mention.external or slip or not _LEAD.match(value, 0, mention.start):
            return None
        return mention._replace(doubt=None) if mention.doubt in (_YEARLESS, _LATE) else mention
    return None


def strip(title: str) -> tuple[str, Mention | None]:
    """The title without the reference printed before it, and that reference.

    A title that begins with several references is about those, and stays whole.
    """
    found = find(title)
    if not found or found[0].external or not _LEAD.match(title, 0, found[0].start):
        return title, None
    rest = title[found[0].end :]
    if len(found) > 1 and re.fullmatch(
        _JOIN + r"(?:PCD|DMPCD)?\W*", rest[: found[1].start - found[0].end], re.I
    ):
        return title, None
    return re.sub(r"\A[\s:|,.)*–—-]+", "", rest), found[0]


def typed(words: str) -> list[str]:
    """The references that a person may mean by `1648`, `pcd-1648`, `2015/96`, likeliest first."""
    said = re.sub(r"[\s_]+", " ", words).strip().upper()
    match = re.fullmatch(r"([A-Z]+(?: DECISION)?)?[ :#.–—-]*([0-9 /–—-]{0,20}[0-9])", said)
    numbers = [int(digits) for digits in re.findall("[0-9]+", match[2])] if match else []
    if not match or not all(0 < number < 10_000 for number in numbers):
        return []
    series = (match[1] or "").removesuffix("S")
    if series in ("MD", "DD", "ADD"):
        return [f"{series}{numbers[0]}"] if len(numbers) == 1 else []
    if series == "CEOD":
        return [f"CEOD {numbers[0]}-{numbers[1]}"] if len(numbers) == 2 else []
    if series not in ("", "PCD", "DMPCD", "PD", "DECISION", "DMPC DECISION") or len(numbers) > 2:
        return []
    if len(numbers) == 2:
        year, serial = numbers if 2000 <= numbers[0] < 2040 else numbers[::-1]
        late = [f"PCD {serial}"] if year >= 2016 else []
        return [f"DMPCD {year} {serial}", *late] if 2000 <= year < 2040 and serial < 1000 else []
    if series == "DMPCD":
        return [f"DMPCD {numbers[0]}", f"PCD {numbers[0]}"]
    alone = series not in ("PCD", "PD") and numbers[0] < 1000
    return [f"PCD {numbers[0]}"] + ([f"DMPCD {numbers[0]}"] if alone else [])


def sort_key(reference: str) -> tuple[str, int, int, str]:
    """Natural order: by series, year, number; `PCD 98` before `PCD 1065`."""
    series = re.match(r"[A-Z]*", reference)[0]  # type: ignore[index]  # matches any text
    rest = reference[len(series) :]
    numbers = [int(digits) for digits in re.findall(r"[0-9]{1,9}", rest)]
    if len(numbers) == 2:
        year, number = numbers if series != "CEOD" else numbers[::-1]
        return series, year, number, reference
    return series, 0, numbers[0] if numbers else 0, reference


def _mentions(text: str, head: re.Match[str], stop: int) -> list[Mention]:
    """The mentions that a series' letters open: one, or the several of a list."""
    word = head.group().upper().removesuffix("S")
    kind, series = "OTHER", word
    if word in ("PCD", "DMPCD", "DECISION", "CEOD"):
        kind = word
    elif word.startswith("DMPC"):
        kind, series = "DMPCD", "PCD"
    match = _AFTER[kind].match(text, head.end(), stop)
    start = head.start()
    if not match or (start and _TOUCHED.match(text, start - 1)) or _in_link(text, start, match.end()):
        return []
    if word == "DECISION":
        level = _LEVEL_BEFORE.search(text[max(0, start - 24) : start])
        if level:
            series = "MD" if level[2] == "Mayoral" else "ADD" if level[1] else "DD"
            start -= len(level.group())
        elif not _bare_decision(text, start, int(match["number"])):
            return []
        else:
            series = "PCD"
    first = _first(text, start, match, series, kind, word)
    if first is None or kind == "CEOD":
        return [first] if first else []
    return [first, *_rest(text, first, max(match.end(), first.end), head.group()[-1] in "sS", stop)]


def _first(text: str, start: int, match: re.Match[str], series: str, kind: str, word: str) -> Mention | None:
    end = match.end() + (match["gap"].endswith("(") and text[match.end() : match.end() + 1] == ")")
    groups = match.groupdict()
    serial = groups.get("serial") or groups.get("serial2")
    if serial:
        year = int(groups.get("year") or groups["year2"])
        series = "CEOD" if kind == "CEOD" else "DMPCD"
        return _mention(text, start, end, series, int(serial), year)
    digits, number = match["number"], int(match["number"])
    if "\n" in match["gap"] and len(digits) < 3:
        return None  # a page number on the next line
    if number <= 31 and _MONTH_NAME.match(text, end):
        return None  # a date after the series' letters
    if kind == "PCD" and _like_a_year(number):
        return _year_after_pcd(text, start, end, number)
    if (_like_a_year(number) and (kind == "DMPCD" or word == "PD")) or (number < 10 and series != word):
        return None
    doubt = None
    if word == "PD":
        series, doubt = "PCD", "PD read as a slip for PCD"
    elif series in ("MD", "DD", "ADD") and match["gap"] and _like_a_year(number):
        doubt = "the number may be a year"
    elif word == "DECISION" and series == "PCD" and number >= 2000:
        doubt = "no series is named, and the number is beyond those known"
    return _mention(text, start, end, series, number, None, doubt)


def _year_after_pcd(text: str, start: int, end: int, year: int) -> Mention | None:
    """`PCD 2015 96` and `PCD 2015/96` can only be a DMPCD; `PCD 2021/22` and `PCD 2017-21` are years."""
    serial = re.compile(rf"[ ]?[ /–-][ ]?([0-9]{{1,3}}){_ENDS}").match(text, end)
    if not serial:
        return _mention(text, start, end, "PCD", year, None, "the number may be a year")
    number = int(serial[1])
    if number == (year + 1) % 100 or "-" in serial.group() or _MONTH_NAME.match(text, serial.end()):
        return None
    return _mention(text, start, serial.end(), "DMPCD", number, year, "written with PCD")


def _rest(text: str, first: Mention, at: int, plural: bool, stop: int) -> list[Mention]:
    """The numbers that follow in a list (`and 259`, `, 359 and 360`, `/631`), as long as they can be ones."""
    found: list[Mention] = []
    dated = first.series == "DMPCD" and first.year is not None
    while following := (_NEXT_DATED if dated else _NEXT).match(text, at, stop):
        start, at = following.end("gap"), following.end()
        if dated and following["serial"]:
            mention = _mention(text, start, at, "DMPCD", int(following["serial"]), int(following["year"]))
        else:
            number = int(following["number"])
            short = len(following["number"]) < (2 if plural or dated else 3)
            listed = plural or _NEXT.match(text, at, stop) or _GOES_ON.match(text, at, stop)
            if short or not listed or _like_a_year(number) or _COUNTED.match(text, at):
                break
            mention = _mention(text, start, at, first.series, number, first.year)
        if mention is None:
            break
        found.append(mention)
    return found


def _mention(
    text: str,
    start: int,
    end: int,
    series: str,
    number: int,
    year: int | None = None,
    doubt: str | None = None,
) -> Mention | None:
    """The mention in its canonical spelling; None for number 0, which no series has."""
    if number == 0:
        return None
    if series == "DMPCD":
        reference = f"DMPCD {year} {number}" if year else f"DMPCD {number}"
        doubt = doubt or (_YEARLESS if year is None else _LATE if year >= 2016 else None)
    elif series == "PCD":
        reference = f"PCD {number}"
    else:  # as the Greater London Authority writes its own: MD2623, CEOD 24-2023
        reference = f"CEOD {number}-{year}" if series == "CEOD" else f"{series}{number}"
    external = series not in ("PCD", "DMPCD")
    return Mention(start, end, text[start:end], reference, series, number, year, external, doubt)


def _like_a_year(number: int) -> bool:
    return 2010 <= number < 2040


def _bare_decision(text: str, start: int, number: int) -> bool:
    """`Decision 1683` is this office's where the number has the series' size and no body's name leads it."""
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    named_body = before is not None and not _OPENING_WORD.fullmatch(before[1])
    return number >= 100 and not 1990 <= number < 2040 and not named_body


def _in_link(text: str, start: int, end: int) -> bool:
    """Whether the words belong to an address or a file's name, which state no reference."""
    left = _BREAK.split(text[max(0, start - 200) : start])[-1]
    right = _BREAK.split(text[end : end + 80], maxsplit=1)[0]
    path = "/" in left and (left.count("/") > 1 or left[0] in "/." or left.startswith(("http", "www")))
    name = _FILE_NAME_GOES_ON.match(right)
    return bool(path or "_" in left or name)
