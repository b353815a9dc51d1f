"""The fields that a search may name: `borough:camden`, `amount:500k..2m`, `date:2021..`.

Each is a condition on the record, beside the words. What stands behind the colon is read as the
options read it; a range is `from..to`, of which either end may be left out, or begins
with >, >=, < or <=.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from mopacreg import typed
from mopacreg.errors import UsageError
from mopacreg.register.asked import Part
from mopacreg.register.filters import Filter, literal, where
from mopacreg.register.schema import storable

_LOWEST, _HIGHEST = 0, 2**62
_OF_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|(?:19|20)[0-9]{2}(?:\.\.\w*)?", re.I
)


def amounts(name: str, value: str) -> tuple[int, int]:
    """Pence from and to of `500k..2m`, `1m..`, `..25000`, `25000`, `>1m`. Raises UsageError, which names the field."""
    sign, end = _compared(value)
    if sign:
        pence = min(typed.amount(name, end), _HIGHEST)
        return (pence + 1, _HIGHEST) if sign == ">" else (_LOWEST, pence - 1)
    first, last = _ends(value)
    low = typed.amount(name, first) if first else _LOWEST
    high = typed.amount(name, last) if last else _HIGHEST
    _in_order(name, value, low <= high)
    return min(low, _HIGHEST), min(high, _HIGHEST)


def _ends(value: str) -> tuple[str, str]:
    if value.startswith((">=", "<=")):
        return (value[2:].strip(), "") if value.startswith(">") else ("", value[2:].strip())
    first, dots, last = value.partition("..")
    return first.strip(), (last if dots else first).strip(" .")


def _compared(value: str) -> tuple[str, str]:
    """`>` or `<` and what follows it; nothing where the value begins with neither, or with `>=`."""
    sign = value[:1] if value.startswith((">", "<")) and value[1:2] != "=" else ""
    return sign, value[1:].strip()


def _in_order(name: str, value: str, so: bool) -> None:
    if not so:
        raise UsageError(f"{name}: '{value}' ends before it begins", "Write the lower end first.")


def _amount(value: str) -> Part:
    from mopacreg.register.stated import stated

    return stated(amounts("amount", value))


def _value(value: str) -> Part:
    return Part("", "d.value between ? and ?", amounts("value", value))


def _date(value: str) -> Part:
    sign, end = _compared(value)
    if sign:
        day = typed.date("date", end)
        return Part("", f"d.signed_on {sign} ?", (day + "~" if sign == ">" else day,))
    first, last = _ends(value)
    since, until = (typed.date("date", end) if end else None for end in (first, last))
    _in_order("date", value, not (since and until and since > until + "~"))
    return _filtered(Filter(since=since, until=until))


def _year(value: str) -> Part:
    """A financial year that its money is for (`2024/25`), or the year that it was signed in (`2024`)."""
    first, last = _ends(value)
    if re.fullmatch(r"(\d{4}|[<>]=\d{4})?(\.\.)?(\d{4})?", value.replace(" ", "")) and (first or last):
        _in_order("year", value, not (first and last and first > last))
        return _filtered(Filter(since=first or None, until=last or None))
    low = typed.years("year", first)[0] if first else ""
    high = typed.years("year", last)[-1] if last else "~"
    _in_order("year", value, low <= high)
    budget = "select 1 from budget_lines where decision_id = d.id and financial_year between ? and ?"
    money = (
        "select 1 from money m, json_each(m.financial_years) y"
        " where m.decision_id = d.id and m.financial_years <> '[]' and y.value between ? and ?"
    )
    return Part("", f"exists ({budget}) or exists ({money})", (low, high) * 2)


def _cites(value: str) -> Part:
    from mopacreg.values import references

    found = references.typed(value)
    if not found:
        raise UsageError(f"cites: '{value}' is no reference", "Write PCD 1648 or DMPCD 2015/96.")
    places = ", ".join("?" * len(found))
    ours = f"d.id in (select decision_id from cites where reference in ({places}))"
    others = f"exists (select 1 from external_cites where decision_id = d.id and reference in ({places}))"
    return Part("", f"{ours} or {others}", (*found, *found))


def among(ids: Iterable[int]) -> Part:
    """The decisions with these ids."""
    import json

    return Part("", "d.id in (select value from json_each(?))", (json.dumps(list(ids)),))


def _section(value: str) -> Part:
    """A section of that number, or with these words in its heading; with `*` words of it that begin so."""
    begun = value.endswith("*")
    named = "number = ? or ' ' || heading like ? escape '\\'"
    sql = f"exists (select 1 from sections where decision_id = d.id and ({named}))"
    return Part("", sql, (storable(value), f"%{' ' * begun}{literal(value.rstrip('*'))}%"))


def _action(value: str) -> Part:
    sql = "exists (select 1 from recommendations where decision_id = d.id and action = ? collate nocase)"
    return Part("", sql, (storable(value),))


def _filtered(chosen: Filter) -> Part:
    sql, values = where(chosen)
    return Part("", sql, tuple(values))


Field = Callable[[str], Part]

FIELDS: dict[str, Field] = {
    "borough": lambda value: _filtered(Filter(borough=typed.borough("borough", value))),
    "by": lambda value: _filtered(Filter(signed_by=value)),
    "year": _year,
    "cites": _cites,
    "section": _section,
    "action": _action,
    "amount": _amount,
    "value": _value,
    "date": _date,
}
"""What each field asks; a function raises UsageError for what it can't read."""

EXAMPLES = {
    "borough": "borough:camden",
    "by": "by:linden",
    "year": "year:2024/25",
    "cites": "cites:1406",
    "section": "section:procurement",
    "action": "action:award",
    "amount": "amount:500k..2m",
    "value": "value:..25k",
    "date": "date:2021..",
}
"""Each field with a value."""

WORDS = "title"
"""The field that holds words, which the index knows in a column of their own."""


def field(name: str, fields: Iterable[str]) -> str:
    """The one of `fields` (or `title`) that has that name, in any case. Raises UsageError, which names them."""
    known = name.lower()
    if known == WORDS or known in fields:
        return known
    good = ", ".join(f"{each}:" for each in (WORDS, *fields))
    raise UsageError(f"search knows no field '{name}'", f'Choose from {good} or quote the words: "{name}:…".')


def longer(name: str, value: str, word: str) -> bool:
    """Whether the word typed behind a field's value goes on with it: `borough:tower hamlets`, `date:March 2024`."""
    if name == "date":
        return bool(_OF_DATE.fullmatch(word)) and not re.search(r"[0-9]{4}$", value)
    if name != "borough":
        return False
    from mopacreg.values.boroughs import NAMES

    begun = f"{value} {word}".casefold()
    return any(f"{official.casefold()} ".startswith(f"{begun} ") for official in NAMES)
