"""London's boroughs and the City of London, as a place or a council.

A name counts where it stands free. Inside a longer proper name it is another
body's, a building's or a person's (`Southwark Crown Court`, `Sutton Trust`,
`John Sutton`, `University of Greenwich`) and is refused by its neighbours: a
capitalised word beside it, unless that word is a council's own. In doubt it is
refused: RECORD.md, "boroughs".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

NAMES: tuple[str, ...] = (
    "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City of London", "Croydon",
    "Ealing", "Enfield", "Greenwich", "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering",
    "Hillingdon", "Hounslow", "Islington", "Kensington and Chelsea", "Kingston upon Thames", "Lambeth",
    "Lewisham", "Merton", "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton",
    "Tower Hamlets", "Waltham Forest", "Wandsworth", "Westminster",
)  # fmt: skip
"""The official names, as the record gives them, sorted."""

_SHORT = {
    "Kingston": "Kingston upon Thames", "Richmond": "Richmond upon Thames", "Westminster": "Westminster",
    "Hammersmith": "Hammersmith and Fulham", "Kensington": "Kensington and Chelsea",
    "Barking": "Barking and Dagenham", "City of Westminster": "Westminster", "Royal Greenwich": "Greenwich",
}  # fmt: skip
_INITIALS = {
    "LBBD": "Barking and Dagenham", "B&D": "Barking and Dagenham", "LBHF": "Hammersmith and Fulham",
    "LBH&F": "Hammersmith and Fulham", "H&F": "Hammersmith and Fulham", "RBKC": "Kensington and Chelsea",
    "K&C": "Kensington and Chelsea", "RBK": "Kingston upon Thames", "LBRUT": "Richmond upon Thames",
    "RBG": "Greenwich", "LBTH": "Tower Hamlets", "LBWF": "Waltham Forest",
}  # fmt: skip
_TITLES = sorted({*NAMES, *_SHORT}, key=len, reverse=True)
_GAP = r"[ -]*(?:\n[ ]*)?"


def _spelt(title: str) -> str:
    """A pattern of a title: `&` for `and`, a line broken anywhere."""
    joined = re.sub(" (?:and|AND) ", r"~(?:&|\\b(?:and|And|AND)\\b)~", title)
    return joined.replace("upon", "[Uu]pon").replace(" ", _GAP).replace("~", _GAP)


def _any_of(patterns: list[str]) -> str:
    """Any of the patterns, gathered by their first letter: the regex engine skips to those and tries few."""
    by_letter: dict[str, list[str]] = {}
    for each in patterns:
        by_letter.setdefault(each[0], []).append(each[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


_NAME = re.compile(
    rf"(?:{_any_of([*map(_spelt, _TITLES), *(_spelt(title.upper()) for title in _TITLES), *_INITIALS])})"
    rf"(?![\w@]|\.\w|-(?:in|on|le|under)-|{_GAP}(?:upon|by[ -]Bow)\b)"
)
_INSIDE_WORD = re.compile(r"[\w@]")
_COUNCIL_BEFORE = re.compile(
    r"(?i)\b(?:(?:LBs?|RB)(?:\s+of)?|boroughs?\s+of|councils?\s+of|corporation\s+of)(?:\s+the)?\s+\Z"
)
_COUNCIL_AFTER = re.compile(
    r"['’]?s?\s+(?:(?:City|Borough)\s+)?(?:Council(?:s|lors?)?(?!\s+(?:for|of)\b)|Local\s+Authorit(?:y|ies)|Boroughs?|Community\s+Safety|"
    r"LAs?|CSPs?|CSU|Youth\s+(?:Offending|Justice)|YOTs?|YOS|YJS|Children['’]?s\s+S|Adult\s+Social|Social\s+Services|"
    r"Public\s+Health|Corporation)\b"
)
# What makes a building or a body out of the name before it, though in small letters.
_BUILDING_AFTER = re.compile(
    r"\s+(?:(?:magistrates['’]?|crown|county|youth|police|railway|underground|bus|fire|town|high|civic)\s+)?"
    r"(?:courts?|station|hospital|college|school|academy|university|road|street|park|prison|hall|centre|palace|"
    r"town|market|government|parliament|politic\w+)\b"
)
_JOINED_AFTER = re.compile(r"\s*&\s*[A-Z]|-[A-Z]|\s+vs?\.?\s+[A-Z]|\s+[a-z]*\s*NHS\b")
_JOINED_BEFORE = re.compile(
    r"[A-Z][\w'’.]*\s*&\s*\Z|[A-Z]\w*-\Z|\bvs?\.?\s+\Z|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Cllr|Insp|Supt)\.\s*\Z|(?://|www\.)\S*\Z"
)
_NAMED_OF_BEFORE = re.compile(r"\b[A-Z]\w+(?:\s+(?!and\b|or\b)[a-z]+)?\s+of\s+(?:the\s+)?\Z")
_CAPITAL_AFTER = re.compile(r"[ ]*\n?[ ]*(?<=\s)[A-Z]")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w'’]*)[ ]*\n?[ ]*(?<=\s)\Z")
_OPENING_WORD = re.compile(
    r"A|Across|All|Also|And|As|At|Both|But|By|During|For|From|In|Like|Of|On|Only|Or|Since|That|The|These|This|Through|"
    r"To|Under|Via|When|Where|While|With|Within"
)
_LIST_GAP = re.compile(
    r"(?i)\s*(?:,\s*(?:and\b|&)?|and\b|&|/|;|or\b)\s*(?:the\s+)?"
    r"(?:(?:LBs?|RB)\s+(?:of\s+)?|(?:London\s+|Royal\s+)?Boroughs?\s+of\s+(?:the\s+)?)?"
)
_CELL_BEFORE = re.compile(r"(?:\A|[\n\t|])[ *•·–-]*\Z")
_CELL_AFTER = re.compile(r"[ *]*(?:[\t|£]|:\s)")
_PLACE_BEFORE = re.compile(r"\b(?:in|within|across|around|throughout|for)\s+\Z", re.I)
_LIST_WORDS = re.compile(
    r"(?i)(?:\b(?:LBs?|RB|London|Royal|Boroughs?|City|Councils?|Local|Authorit(?:y|ies)|of|and|or|the|sub|total)\b"
    r"|[\W\d_])*"
)
_SEGMENT = re.compile(r"[()\[\]|;\t]|\s[-–—]\s|:\s")
_WRAPPED = 60  # a line shorter than this ended by itself; a longer one may go on in the next


class Place(NamedTuple):
    """A name at `start:end` of a text, `text` as it stands; more than one borough where it names a group."""

    start: int
    end: int
    text: str
    boroughs: tuple[str, ...]


def find(
    text: str, start: int = 0, end: int | None = None, groups: Mapping[str, tuple[str, ...]] | None = None
) -> list[Place]:
    """The boroughs that `text[start:end]` names, in order; `groups` are those that the document defines.

    `Kingston`, `Richmond` and `Westminster` alone need a list, a table's cell, a
    council's word or a place's preposition; `Hammersmith`, `Kensington` and
    `Barking` do not count by a preposition, for they are also districts.
    """
    stop = len(text) if end is None else end
    found = [place for listed in _lists(text, start, stop) for place in _free(text, listed, stop)]
    for name, members in (groups or {}).items():
        found += [
            Place(*m.span(), m.group(), members) for m in _group_pattern(name).finditer(text, start, stop)
        ]
    return sorted(found, key=lambda place: place.start)


def in_label(label: str, groups: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """The boroughs that a table row's label names, sorted; short names (`Kingston`) count here.

    A part of the label that is nothing but names is taken as it is; in any other
    the names must stand as in prose (`Croydon Voluntary Action` names none).
    """
    named: set[str] = set()
    at = 0
    for cut in [*_SEGMENT.finditer(label), None] if _NAME.search(label) else ():
        end = cut.start() if cut else len(label)
        if alone := listed(label[at:end]):
            named.update(alone)
        else:
            named.update(borough for place in find(label, at, end) for borough in place.boroughs)
        at = cut.end() if cut else end
    for name, members in (groups or {}).items():
        if _group_pattern(name).search(label):
            named.update(members)
    return tuple(sorted(named))


def listed(words: str) -> set[str]:
    """The boroughs that the words name, where they are nothing but names; else none."""
    names = list(_NAME.finditer(words))
    return (
        {_official(name.group()) for name in names} if _LIST_WORDS.fullmatch(_NAME.sub(" ", words)) else set()
    )


def _letters(name: str) -> str:
    """A name's letters alone, without `and`: what all its spellings share."""
    return re.sub(r"[\s&-]|\band\b", "", name.lower())


_OFFICIAL = {_letters(name): name for name in NAMES}
_OFFICIAL |= {_letters(short): name for short, name in (_SHORT | _INITIALS).items()}


def _official(name: str) -> str:
    """A name as the record spells it."""
    return _OFFICIAL[_letters(name)]


def _lists(text: str, start: int, stop: int) -> list[list[re.Match[str]]]:
    """The names in runs: each joined to the one before by a comma, `and`, `&` or a slash."""
    runs: list[list[re.Match[str]]] = []
    for name in _NAME.finditer(text, start, stop):
        if _INSIDE_WORD.match(text, max(0, name.start() - 1)) and name.start():
            continue
        if runs and _LIST_GAP.fullmatch(text, runs[-1][-1].end(), name.start()):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _free(text: str, run: list[re.Match[str]], stop: int) -> list[Place]:
    """Those names of a list that stand free; what follows the last decides for the whole list."""
    first, last = run[0].start(), run[-1].end()
    before, after = text[max(0, first - 60) : first], text[last : min(stop, last + 60)]
    if _CELL_BEFORE.search(before) and _CELL_AFTER.match(after):
        return _places(run)
    council = _COUNCIL_BEFORE.search(before) or _COUNCIL_AFTER.match(after)
    short_line = first - (text.rfind("\n", 0, last - 1) + 1) < _WRAPPED
    if not _COUNCIL_AFTER.match(after) and _goes_on(after, short_line):
        return []
    if not council and _led_on(before):
        run = run[1:]
    if council or len(run) > 1:
        return _places(run)
    return [place for place in _places(run) if _known_alone(place.text, before, after)]


def _places(run: list[re.Match[str]]) -> list[Place]:
    return [Place(*name.span(), name.group(), (_official(name.group()),)) for name in run]


def _goes_on(after: str, short_line: bool) -> bool:
    """Whether a longer proper name goes on behind the name."""
    if _BUILDING_AFTER.match(after) or _JOINED_AFTER.match(after):
        return True
    capital = _CAPITAL_AFTER.match(after)
    return capital is not None and not (short_line and "\n" in capital.group())


def _led_on(before: str) -> bool:
    """Whether the name is the end of a longer proper name: a person's, a place's, `University of …`."""
    if _JOINED_BEFORE.search(before) or _NAMED_OF_BEFORE.search(before):
        return True
    word = _CAPITAL_BEFORE.search(before)
    if word is None or _OPENING_WORD.fullmatch(word[1]):
        return False
    line = before[: word.end()].rstrip().rpartition("\n")[2]
    return "\n" not in word.group() or len(line) >= _WRAPPED - 1


def _known_alone(name: str, before: str, after: str) -> bool:
    """Whether a name that is also another place's says enough by itself."""
    short = name.capitalize()
    if short in ("Hammersmith", "Kensington", "Barking"):
        return False
    if short not in _SHORT:
        return True
    return bool(_PLACE_BEFORE.search(before)) or after[:2] in ("'s", "’s")


@lru_cache(maxsize=256)
def _group_pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.I)
