"""Why a fact is what it is: the words it was read from, where they stand, and the rule that read them."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.record import Decision, Declaration, Reading, Section
from mopacreg.sources import Document
from mopacreg.views.figures import pounds
from mopacreg.views.source import marked
from mopacreg.views.table import COUNT, Block, Column, Facts, Page, Table

# What a person types → the record's name for it.
FIELDS = {
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
MONEY_FIELDS = ("value", "amount")


def field_name(typed: str) -> str:
    """`budget 3` → `budget_lines 3`, `Signed on` → `signed_on`."""
    words = typed.lower().replace("-", "_").split()
    number = words.pop() if len(words) > 1 and words[-1].isdigit() else ""
    name = "_".join(words)
    return f"{FIELDS.get(name, name)} {number}".strip()


def of_field(readings: Sequence[Reading], field: str) -> list[Reading]:
    """The readings of `money 3`, or of all of `money`."""
    exact = [each for each in readings if each.field == field]
    return exact or [each for each in readings if each.field.partition(" ")[0] == field]


def page(decision: Decision, document: Document, path: str, field: str, readings: Sequence[Reading]) -> Page:
    """The fact, its source lines with the words marked, and the rules; `path` as it is to be shown."""
    name = decision.reference or path.rpartition("/")[2]
    blocks: list[Block] = [marked(document, readings)]
    by_rule = {f"{each.rule}": None for each in readings}
    doubts = [each.doubt for each in readings if each.doubt]
    blocks.append(
        Facts(
            (
                ("Rule", ", ".join(by_rule)),
                ("Doubt", "; ".join(dict.fromkeys(doubts)) or None),
                ("Source", path),
            )
        )
    )
    stated = said(decision, field)
    return Page(f"{name}, {field}{f': {stated}' if stated else ''}", tuple(blocks))


def said(decision: Decision, field: str) -> str | None:
    """The fact as the record has it, in a few words."""
    name, _, number = field.partition(" ")
    value = getattr(decision, name, None)
    if number and isinstance(value, tuple):
        at = int(number) - 1
        value = value[at] if at < len(value) else None
    elif isinstance(value, tuple):
        return ", ".join(value) if value and all(isinstance(each, str) for each in value) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return pounds(value) if name in MONEY_FIELDS else str(value)
    amount = getattr(value, "amount", None)
    if amount is not None:
        what = [pounds(amount), getattr(value, "role", None), getattr(value, "item", None)]
        return ", ".join(each for each in what if each)
    if isinstance(value, Declaration):
        return f"{value.area}: {'ticked' if value.ticked else 'not ticked'}"
    if isinstance(value, Section):
        return value.heading
    text = (
        value if isinstance(value, str) else getattr(value, "reference", None) or getattr(value, "text", None)
    )
    return text if isinstance(text, str) else None


def index(decision: Decision, readings: Sequence[Reading]) -> Table:
    """Every fact that was read, for a person who doesn't name one."""
    columns = (
        Column("field", "Field"),
        Column("line", "Line", COUNT),
        Column("says", "Says"),
        Column("rule", "Rule", drop=2),
        Column("doubt", "Doubt", drop=1),
    )
    return Table(columns, [(e.field, e.line, said(decision, e.field), e.rule, e.doubt) for e in readings])
