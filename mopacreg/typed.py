"""What a person types for a date, an amount, a borough, a year, as the record has it.

Each takes `what`, the option or the field that the text was typed for, and
raises UsageError that names it and says what would do.
"""

from __future__ import annotations

import re

from mopacreg.errors import UsageError

SERIES = ("PCD", "DMPCD")
_BLANK = frozenset({"", "none", "null"})
_FLAGS = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}
_AMOUNT = re.compile(
    r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(k|mn?|bn|thousand|million|billion)?", re.I
)
_SCALES = {"": 0, "k": 3, "t": 3, "m": 6, "b": 9}


def blank(text: str) -> bool:
    """Whether `none` or `null` is typed: there is no such fact."""
    return text.strip().casefold() in _BLANK


def date(what: str, text: str) -> str:
    """ISO text of `2021`, `2021-03`, `2021-03-05`, `05/03/2021` (day first), `5 March 2021`."""
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text):
        return text
    from mopacreg.values import dates

    found = dates.read(text)
    if found is None:
        raise UsageError(f"{what}: '{text}' is no date", "Write 2021, 2021-03, 2021-03-05 or 05/03/2021.")
    return found.iso


def amount(what: str, text: str) -> int:
    """Pence of `25000`, `25k`, `1.8m`, `£1,800,000`."""
    match = _AMOUNT.fullmatch(text.strip())
    places = _SCALES[(match[3] or "")[:1].lower()] + 2 if match else 0
    decimals = (match[2] or "").rstrip("0") if match else ""
    if match is None or len(decimals) > places:
        raise UsageError(f"{what}: '{text}' is no amount", "Write 25000, 25k, 1.8m or £1,800,000.")
    return int(match[1].replace(",", "") + decimals.ljust(places, "0"))


def borough(what: str, text: str) -> str:
    """The official name of a borough in any spelling."""
    from mopacreg.values import boroughs

    wanted = text.strip().title()
    named = boroughs.in_label(text.strip()) or boroughs.in_label(wanted)
    begun = named or tuple(name for name in boroughs.NAMES if name.casefold().startswith(text.casefold()))
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(f"{what}: '{text}' may be {' or '.join(begun)}", "Give one borough.")
    import difflib

    near = difflib.get_close_matches(wanted, boroughs.NAMES, n=1, cutoff=0.6)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Give the name of a London borough."
    raise UsageError(f"{what}: '{text}' is no London borough", hint)


def series(what: str, text: str) -> str:
    """The series of this office's decisions that is meant, in capitals."""
    wanted = text.strip().upper()
    if wanted not in SERIES:
        raise UsageError(f"{what}: '{text}' is no series of this office", f"Choose from {', '.join(SERIES)}.")
    return wanted


def reference(what: str, text: str) -> str:
    """The reference of `1648`, `pcd-1648`, `DMPCD 2015/96`."""
    from mopacreg.values import references

    found = references.typed(text)
    if not found:
        raise UsageError(f"{what}: '{text}' is no reference", "Write PCD 1648 or DMPCD 2015/96.")
    return found[0]


def years(what: str, text: str) -> tuple[str, ...]:
    """The financial years of `2024/25`, `24-25`, `2022/23 to 2024/25`, `2022/23, 2024/25`."""
    from mopacreg.values import years as read

    found = {year for span in read.find(text) for year in span.years}
    found |= {year for each in re.split("[,;]", text) if (year := read.normal(each))}
    if not found:
        raise UsageError(f"{what}: '{text}' is no financial year", "Write 2024/25 or 2022/23 to 2024/25.")
    return tuple(sorted(found))


def value(what: str, kind: str, text: str) -> int | str | bool | tuple[str, ...]:
    """A value of one of the kinds of `fields`. (What is blank is asked before.)"""
    if kind == "text":
        return " ".join(text.split())
    if kind == "money":
        return amount(what, text)
    if kind in ("date", "reference"):
        return date(what, text) if kind == "date" else reference(what, text)
    if kind == "boroughs":
        return tuple(sorted({borough(what, each.strip()) for each in re.split("[,;]", text)}))
    if kind in ("year", "years"):
        found = years(what, text)
        if kind == "year" and len(found) > 1:
            raise UsageError(f"{what}: '{text}' is more than one year", "Give one, or none.")
        return found if kind == "years" else found[0]
    choices: dict[str, bool | str] = {each: each for each in kind.split("|")}
    choices = {**_FLAGS} if kind == "flag" else choices
    if text.strip().casefold() not in choices:
        said = "yes, no" if kind == "flag" else kind.replace("|", ", ")
        raise UsageError(f"{what}: '{text}' is not one of them", f"Choose from {said}.")
    return choices[text.strip().casefold()]
