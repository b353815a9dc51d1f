"""What documents write in many ways, in every spelling: references, sums of money, financial years.

The index holds words as printed. So that `24/25` and `2024/5` find the same passages, what is typed is
looked for in all its spellings: a spelling that the register doesn't hold costs next to nothing, and
ingest and the index stay as small as they were. A sum that stands alone is asked of the record
(stated.py); its spellings are looked for only beside other words: `"approve £350k"`, `£350k NEAR grant`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mopacreg.errors import UsageError
from mopacreg.register.folding import tokens
from mopacreg.typed import amount

_TOKEN = re.compile(r"[^\W_]+")
# Powers of ten from a penny, what is written behind the number, and how far noughts fill its decimals up.
_UNITS = ((5, ("k", "thousand"), 0), (8, ("m", "mn", "million"), 2), (11, ("bn", "billion"), 2))
_DECIMALS = 3
_GREATEST = 10**17  # pence; more is no sum of a decision, and its noughts would be spelt for ever
_MOST = 64  # spellings of a phrase that are asked for
_GAP = r"[\W_]+"
_AFTER = r"(?:\.00)?(?![^\W_]|[.,]\d)"


class Spelt(NamedTuple):
    """One thing in every spelling.

    `phrases`: each as FTS5's phrase. `patterns`: regular expressions that find them in a folded text; where
    one finds nothing the next is tried. `word`: the word that it is, where it is a single plain one.
    `sums`: the sums (pence) that it states. `printed`: of a sum alone, how the number stands where it may
    be no sum (`40,000`), nothing where it can only be one (`£40,000`).
    """

    phrases: tuple[str, ...]
    patterns: tuple[str, ...]
    word: str | None = None
    sums: tuple[int, ...] = ()
    printed: tuple[str, ...] | None = None


def of_words(tokens: list[str], prefix: bool) -> Spelt:
    """Words side by side, the last of them begun only (`prefix`); nothing where there are none."""
    if not tokens:
        return Spelt((), ())
    first, *rest = map(re.escape, tokens)
    end = "" if prefix else r"(?![^\W_])"
    pattern = rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{token}" for token in rest) + end
    alone = tokens[0] if len(tokens) == 1 and not prefix else None
    return Spelt((f'"{" ".join(tokens)}"' + (" *" if prefix else ""),), (pattern,), alone)


def of_reference(series: str, number: str, second: str | None) -> Spelt:
    """`pcd`, `1406` → PCD 1406, PCD1406, PCDs 890 and 1406; `dmpcd`, `2015`, `96` likewise."""
    numbers = f"{number} {second}" if second else number
    spelt = r"[\W_]+0*".join(numbers.split())
    # The second of `PCDs 890 and 1406` stands without its letters; an amount does not count as one.
    alone = rf"{number}(?<![^\W_]{number})(?<![£.,]{number}){spelt[len(number) :]}(?![^\W_]|[.,]\d)"
    beside = rf"{series}s?[\W_]*0*{spelt}(?![^\W_])"
    return Spelt((f'"{series} {numbers}"', f'"{series}{numbers}"'), (beside, alone))


def of_citation(reference: str) -> Spelt:
    """A reference in the record's spelling, another body's too."""
    series, *numbers = reference.lower().split()
    if not numbers or "-" in numbers[0]:
        return of_words(_TOKEN.findall(reference.lower()), False)
    return of_reference(series, numbers[0], numbers[1] if numbers[1:] else None)


def of_sum(pence: int, signed: bool = True) -> Spelt | None:
    """A sum of money with and without commas, in thousands, millions and billions; None where it is none.

    `signed`: it has a pound sign or a unit, so that it can't be another number.
    """
    if not 0 <= pence < _GREATEST:
        return None
    written = _written(pence)
    # A scan may make an f of the pound sign, and the index then knows `f350k` for one word.
    phrases = [phrase for each in written for phrase in (_phrase(each), _phrase(f"f{each}"))]
    pattern = _pattern(written, "a-eg-z")
    return Spelt(tuple(dict.fromkeys(phrases)), (pattern,), None, (pence,), () if signed else written[:2])


def of_phrase(pieces: Sequence[tuple[str, str | None]]) -> Spelt | None:
    """Words side by side of which some are sums: each as typed, and the sum in it; None where none is."""
    spelt, pattern, sums = [""], list[str](), list[int]()
    for typed, sum_ in pieces:
        found = typed_sum(sum_) if sum_ else None
        if found and found.printed == ():
            sums += found.sums
            ways = [way.strip('"') for way in found.phrases]
            pattern.append(f"(?:{'|'.join(way.replace(' ', _GAP) for way in ways)})")
        else:
            ways = [" ".join(words := tokens(typed))]
            pattern += words
        spelt = [f"{before} {way}".strip() for before in spelt for way in ways][:_MOST]
    if not sums:
        return None
    whole = rf"(?<![^\W_]){_GAP.join(pattern)}{_AFTER}"
    return Spelt(tuple(f'"{each}"' for each in spelt), (whole,), None, tuple(sums))


def _written(pence: int) -> tuple[str, ...]:
    pounds, pennies = divmod(pence, 100)
    part = f".{pennies:02}" if pennies else ""
    written = [f"{pounds:,}{part}", f"{pounds}{part}", f"{pounds:,}{part}".replace(",", " ")]
    for power, names, filled in _UNITS:
        whole, rest = divmod(pence, 10**power)
        decimals = f"{rest:0{power}}".rstrip("0")
        if len(decimals) <= _DECIMALS:
            ends = {
                decimals.ljust(length, "0") for length in range(len(decimals), max(filled, len(decimals)) + 1)
            }
            numbers = [
                number + (f".{end}" if end else "") for number in {f"{whole:,}", f"{whole}"} for end in ends
            ]
            written += [f"{number}{gap}{name}" for number in numbers for name in names for gap in ("", " ")]
    return tuple(written)


def of_year(year: str) -> Spelt:
    """`2024/25` → 2024/25, 2024/5, 24/25, 2024-2025, 202425, FY24/25."""
    first, second = year[:4], year[5:]
    short = [f"{first}_{second[1]}"] if second[0] == first[2] else []
    pairs = [f"{first}_{second}", *short, f"{first[2:]}_{second}", f"{first}_{first[:2]}{second}"]
    spelt = [*pairs, f"{first}{second}"]
    phrases = [phrase for each in spelt for phrase in (_phrase(each), _phrase(f"fy{each}"))]
    joined = _pattern(spelt, "a-xz/–-").replace("_", r"[ \xa0]?[/⁄‐-―−-][ \xa0\n]?")
    return Spelt(tuple(phrases), (joined, _loose(phrases[0])))


def typed_sum(typed: str) -> Spelt | None:
    """The sum that a person typed, or None where it can't be read as one."""
    typed = typed.rstrip(",")
    try:
        return of_sum(amount("", typed), not re.fullmatch(r"[\d,.]+", typed))
    except UsageError:
        return None


def typed_year(typed: str) -> Spelt | None:
    """The financial year that a person typed, or None where it is none (`2017-21`)."""
    first, second = re.findall("[0-9]+", typed)
    year = 2000 + int(first[-2:])
    follows = (year + 1) % 10 ** len(second) == int(second)
    return of_year(f"{year}/{(year + 1) % 100:02}") if follows and 2005 < year < 2060 else None


def _phrase(written: str) -> str:
    return f'"{" ".join(_TOKEN.findall(written))}"'


def _loose(phrase: str) -> str:
    first, *rest = phrase.strip('"').split()
    return rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{word}" for word in rest) + r"(?![^\W_])"


def _pattern(written: Iterable[str], not_before: str) -> str:
    """Any of these, not within a longer number; it begins with the digits that they begin with."""
    by_first: dict[str, list[str]] = {}
    for each in dict.fromkeys(written):
        by_first.setdefault(each[0], []).append(re.escape(each[1:]).replace(r"\ ", r"[ \xa0\n]{1,3}"))
    return "|".join(
        rf"{first}(?<![\d.,{not_before}]{first})(?:{'|'.join(rests)}){_AFTER}"
        for first, rests in by_first.items()
    )
