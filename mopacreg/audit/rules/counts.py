"""The rule on counts of boroughs that the list in brackets, or the borough table, does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.audit import places
from mopacreg.audit.finding import WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import joined
from mopacreg.record import Decision
from mopacreg.values import boroughs

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_NUMBERS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS[:9], 1)}
_NUMBERS |= {"thirty": 30, "thirty-one": 31, "thirty-two": 32, "thirty-three": 33}
_ALL = (32, 33)  # London's boroughs, without and with the City: a count of them is seldom one of a table

_NUMBER = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[1-9][0-9]?)"
_COUNTED = re.compile(
    rf"(?<![\w£.,/-])(?P<number>{_NUMBER})[ \n]+"
    r"(?:(?!(?:other|others|further|more|additional|remaining|of)\b)[a-z-]+[ \n]+)?(?:London[ \n]+)?"
    r"(?:boroughs|local[ \n]authorities|councils)\b",
    re.IGNORECASE,
)
# What makes a count a rough one, one of a range, or one of some among others.
_LOOSE = re.compile(
    r"\b(?:(?:up to|at least|at most|over|about|around|some|nearly|almost|approximately|least|most"
    rf"|than|other|another|further|maximum of|minimum of|between)(?:[ \n]+the)?|{_NUMBER}[ \n]+(?:to|or|and)"
    rf"|(?:{_NUMBER}|some|most|many|half|several|none|majority)[ \n]+of(?:[ \n]+(?:the|these))?)[ \n]+\Z",
    re.IGNORECASE,
)
_LIST = re.compile(r"[ \n]*(?:\((?P<brackets>[^()]{5,600})\)|:[ \n]*(?P<colon>[^.;:()]{5,600})(?=[.;\n]|\Z))")
_JOINING = re.compile(r"(?:\b(?:and|the|LBs?|London|boroughs?|of|City|Royal|RB)\b|[\W\d_])*", re.IGNORECASE)
_FUNDED = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|grants?|award(?:s|ed)?|allocat\w+|recommended|receiv(?:e|es|ing)|paid|pay|chosen"
    r"|shar(?:e|ed|es)|selected|successful|approv\w+|agree\w*)\b|£",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"[^.;£]{0,30}?\b(?:tables?|listed|named|below|above|shown in|set out (?:in|below|above)"
    r"|appendix|annex)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(r"\b(?:tables?|recommended|chosen|selected|successful)\b", re.IGNORECASE)
# Counts of who asked, who took part or who was there before are none of who is funded.
_OTHERWISE = re.compile(
    r"\b(?:interest(?:ed)?|bids?|bidding|appl(?:y|ied|ications?)|invited|replied|respon(?:ses?|d|ded)|proposals?"
    r"|asked to join|pilot\w*|trial\w*|previous\w*|last year|currently|at present|to date|already|since"
    r"|consulted|(?:has|have|had) (?:been|had|run)|(?:was|were) funded|attended|took part|visited)\b",
    re.IGNORECASE,
)
_NOUNS = ("oroughs", "ouncils", "uthorities")  # looked for first, which is many times faster
_OWN = ("summary", "recommendation")


class _Passage(NamedTuple):
    """A stretch of the record's text; `line` is None where the record keeps none (the summary)."""

    text: str
    part: str
    line: int | None


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    sizes = _table_sizes(decision)
    for passage in _passages(decision):
        if not any(noun in passage.text for noun in _NOUNS):
            continue
        for match in _COUNTED.finditer(passage.text):
            number = _number(match["number"])
            before = passage.text[: match.start()]
            if number < 2 or _LOOSE.search(before[-40:]):
                continue
            listed = _listed(passage.text, match.end())
            said = _against_list(match, listed) if listed else None
            if not listed and sizes and number not in sizes and _of_table(passage, match, number):
                said = _against_table(match, sizes)
            if said:
                line = passage.line or places.words(holdings.text(paper.held.id), decision, match[0])
                yield Remark(line, said, (_folded(match[0]).casefold(), *(listed or sizes)))


def _passages(decision: Decision) -> Iterator[_Passage]:
    if decision.summary:
        yield _Passage(decision.summary, "summary", None)
    for item in decision.recommendations:
        yield _Passage(item.text, "recommendation", item.line)
    for section in decision.sections:
        for paragraph in section.paragraphs:
            yield _Passage(paragraph.text, "report", paragraph.line)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _NUMBERS[words.casefold()]


def _listed(text: str, at: int) -> list[str]:
    """The boroughs that a list right behind a count names; none where it holds anything else."""
    found = _LIST.match(text, at)
    if not found:
        return []
    words = found["brackets"] or found["colon"]
    named = boroughs.find(f"({words})")
    left = f"({words})"
    for place in reversed(named):
        left = left[: place.start] + left[place.end :]
    names = dict.fromkeys(name for place in named for name in place.boroughs)
    return list(names) if len(names) > 1 and _JOINING.fullmatch(left) else []


def _against_list(match: re.Match[str], listed: list[str]) -> str | None:
    if _number(match["number"]) == len(listed):
        return None
    return (
        f'The paper says "{_folded(match[0])}" and lists {len(listed)}: {joined(listed)}. '
        "Find out whether the count or the list is wrong, and have it corrected."
    )


def _of_table(passage: _Passage, match: re.Match[str], number: int) -> bool:
    """Whether a count is one of the boroughs that this decision funds, which its table lists."""
    spans = sentences.split(passage.text, 0, len(passage.text))
    start, end = next(span for span in spans if span[0] <= match.start() < span[1])
    sentence = passage.text[start:end]
    if not _FUNDED.search(sentence):
        return False
    if _POINTING.match(passage.text, match.end(), end):
        return True
    if number in _ALL or _OTHERWISE.search(sentence):
        return False
    return passage.part in _OWN or bool(_SETTLED.search(sentence))


def _table_sizes(decision: Decision) -> dict[int, str]:
    """How many boroughs the decision's borough tables have: each table, all together, by row and by name."""
    tables: dict[int, dict[int, tuple[str, ...]]] = {}
    for line in decision.budget_lines:
        if line.table is not None and not line.total:
            tables.setdefault(line.table, {}).setdefault(line.line, line.boroughs)
    sizes: dict[int, str] = {}
    together: set[str] = set()
    for number, rows in tables.items():
        named = [named for named in rows.values() if named]
        if len(named) > 1 and len(named) * 2 > len(rows):
            names = {name for names in named for name in names}
            together |= names
            sizes.setdefault(len(names), f"table {number} lists {len(names)}")
            sizes.setdefault(len(named), f"table {number} lists {len(named)} rows of them")
    if together:
        sizes.setdefault(len(together), f"the tables list {len(together)} together")
    return sizes


def _against_table(match: re.Match[str], sizes: dict[int, str]) -> str:
    return (
        f'The paper says "{_folded(match[0])}", and {joined(list(sizes.values()))}. '
        "Find out whether the count or the table is wrong, and have it corrected."
    )


def _folded(words: str) -> str:
    return " ".join(words.split())


COUNT_MISMATCH = Rule(
    "count-mismatch",
    WARNING,
    _check,
    checks="A count of boroughs against the list of names right behind it, and a count of the boroughs "
    "that are funded against the borough tables: each table and all together, groups (`Tri-borough`, "
    "`Richmond/Kingston`) counted borough by borough or as one row.",
    source="Published papers, in which a count in words stands far from the table that it is of.",
    example="`Five boroughs (Brent, Ealing, Harrow and Hounslow)`.",
    misses="Counts of boroughs that bid, replied or were there before. `All 32 boroughs`, unless the "
    "sentence points at a table. Counts of anything but boroughs. Lists that hold more than boroughs' "
    "names.",
)

RULES = (COUNT_MISMATCH,)
