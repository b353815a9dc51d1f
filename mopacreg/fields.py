"""How a person names a fact, and what can be corrected in it.

value                a fact of the decision
budget 3             the third entry of a list, `budget_lines 3` in the record
budget 3.amount      one thing that the entry says
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from mopacreg.errors import UsageError

# What a person types → the record's name for it.
SYNONYMS = {
    "budget": "budget_lines",
    "budget_line": "budget_lines",
    "recommendation": "recommendations",
    "cite": "cites",
    "citation": "cites",
    "citations": "cites",
    "external_cite": "external_cites",
    "section": "sections",
    "declaration": "declarations",
    "borough": "boroughs",
    "date": "signed_on",
    "signed": "signed_on",
    "signer": "signed_by",
}

DECISION = {
    "reference": "reference",
    "title": "text",
    "signed_on": "date",
    "signed_by": "text",
    "value": "money",
    "summary": "text",
    "boroughs": "boroughs",
    "drafted_by": "text",
    "reviewed_by": "text",
    "deferred": "flag",
    "deferred_until": "date",
    "deferral_reason": "text",
    "part_2": "flag",
    "officer_approval.role": "text",
    "officer_approval.date": "date",
}
"""What can be corrected of a decision, each with the kind of its value."""

_CITED = {
    "reference": "reference",
    "relation": "amends|continues|extends|supersedes|funded-by|cites",
    "claimed_amount": "money",
    "claimed_date": "date",
}
ENTRIES = {
    "budget_lines": {
        "amount": "money",
        "financial_year": "year",
        "funding_source": "text",
        "item": "text",
        "category": "text",
        "boroughs": "boroughs",
        "direction": "spend|income",
        "total": "flag",
    },
    "money": {
        "amount": "money",
        "financial_years": "years",
        "role": "decided|income|prior|carried-over|threshold|total|background",
        "qualifier": "text",
    },
    "recommendations": {"action": "text"},
    "cites": _CITED,
    "external_cites": {**_CITED, "reference": "text"},
    "declarations": {"ticked": "flag"},
}
"""What can be corrected in the entries of each list; the first is meant where none is named."""

# What no fact can be without: it can be another, and never blank.
NEVER_BLANK = frozenset({"amount", "direction", "total", "role", "relation", "ticked"})


Value: TypeAlias = int | str | bool | tuple[str, ...] | None
"""What a fact can be, as the record has it: money in pence, dates as ISO text."""


class Target(NamedTuple):
    """What is to be corrected: `fact` is `value` or `budget_lines 3`, `part` what of it (empty: all of it).

    `kind` says how a value is read: money, date, text, reference, year, years, boroughs, flag, or words
    parted by `|` of which it is one.
    """

    fact: str
    part: str
    kind: str

    @property
    def blank(self) -> bool:
        """Whether there may be none of it."""
        name = self.fact.partition(" ")[0]
        entry = name in ENTRIES and (self.part in NEVER_BLANK or self.part == "reference")
        return not entry

    @property
    def said(self) -> str:
        """As a person would type it: `budget_lines 3.amount`."""
        return f"{self.fact}.{self.part}" if self.part else self.fact


def kind(fact: str, part: str) -> str:
    """How the fact's values are read; `text` for what is not named here."""
    name, _, number = fact.partition(" ")
    if number:
        return ENTRIES.get(name, {}).get(part, "text")
    return DECISION.get(f"{name}.{part}" if part else name, "text")


def parted(words: list[str]) -> tuple[str, list[str]]:
    """The reference, and the words from the field on: the first name after the reference's number."""
    for at, word in enumerate(words[1:], start=1):
        before = "".join(words[:at])
        if word[0:1].isalpha() and not before.isalpha():
            return " ".join(words[:at]), words[at:]
    return " ".join(words), []


def field_name(typed: str) -> str:
    """`budget 3` → `budget_lines 3`, `Signed on` → `signed_on`."""
    words = typed.lower().replace("-", "_").split()
    number = words.pop() if len(words) > 1 and words[-1].isdigit() else ""
    name = "_".join(words)
    return f"{SYNONYMS.get(name, name)} {number}".strip()


def whole(words: list[str]) -> tuple[str, list[str]]:
    """The fact that the words begin with, as a whole (`budget_lines 3`, `cites`), and the words after it."""
    at = next((n for n in (2, 1) if _is_field(words[:n])), 1)
    name = field_name(" ".join(words[:at]).partition(".")[0])
    number = words[at].partition(".")[0] if len(words) > at and name not in DECISION else ""
    return (f"{name} {int(number)}", words[at + 1 :]) if number.isdigit() else (name, words[at:])


def target(words: list[str]) -> tuple[Target, list[str]]:
    """What the words name for correction, and the words after it, which are the value.

    Raises UsageError for what can't be corrected, or an entry without its number.
    """
    at = next((n for n in (2, 1) if _is_field(words[:n])), 0)
    if not at:
        raise UsageError(f"'{' '.join(words[:1])}' can't be corrected", _choice())
    typed, rest = " ".join(words[:at]), words[at:]
    name, _, part = typed.partition(".")
    name, part = field_name(name), part.lower().replace("-", "_")
    if name not in ENTRIES:
        chosen = f"{name}.{part}" if part else name
        if chosen not in DECISION:
            raise UsageError(f"'{typed}' can't be corrected", _choice())
        return Target(name, part, DECISION[chosen]), rest
    number, _, part = rest[0].partition(".") if rest else ("", "", "")
    if not number.isdigit():
        raise UsageError(f"which of the {name}?", f"Give its number, as in: {name} 3. See: mopacreg why")
    return _of_entry(name, int(number), part.lower().replace("-", "_")), rest[1:]


def _of_entry(name: str, number: int, part: str) -> Target:
    parts = ENTRIES[name]
    part = part or next(iter(parts))
    if part not in parts:
        raise UsageError(
            f"'{part}' of {name} can't be corrected",
            f"Choose from {', '.join(parts)}, as in: {name} 3.{part}",
        )
    return Target(f"{name} {number}", part, parts[part])


def _is_field(words: list[str]) -> bool:
    if any("." in word for word in words[:-1]):
        return False
    name = field_name(" ".join(words).partition(".")[0])
    return name in ENTRIES or any(name == each.partition(".")[0] for each in DECISION)


def _choice() -> str:
    return f"Choose from {', '.join([*DECISION, *(f'{name} N' for name in ENTRIES)])}."
