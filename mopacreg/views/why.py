"""Why a fact is what it is: the words it was read from, where they stand, and the rule that read them."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.record import Decision, Reading
from mopacreg.register.corrections import Laid
from mopacreg.sources import Document
from mopacreg.views.facts import corrected, said
from mopacreg.views.source import marked
from mopacreg.views.table import COUNT, Block, Column, Facts, Page, Table

_ORDER = {name: place for place, name in enumerate(Decision.__dataclass_fields__)}


def of_field(readings: Sequence[Reading], field: str) -> list[Reading]:
    """The readings of `money 3`, or of all of `money`."""
    exact = [each for each in readings if each.field == field]
    return exact or [each for each in readings if each.field.partition(" ")[0] == field]


def page(
    decision: Decision,
    document: Document,
    path: str,
    field: str,
    readings: Sequence[Reading],
    laid: Sequence[Laid] = (),
) -> Page:
    """The fact, its source lines with the words marked, the rules, and what a person made of it.

    `path` as it is to be shown; `laid` are the corrections of this fact.
    """
    name = decision.reference or path.rpartition("/")[2]
    blocks: list[Block] = [marked(document, readings)] if readings else []
    by_rule = {f"{each.rule}": None for each in readings}
    doubts = [each.doubt for each in readings if each.doubt]
    blocks.append(
        Facts(
            (
                ("Rule", ", ".join(by_rule) or None),
                ("Doubt", "; ".join(dict.fromkeys(doubts)) or None),
                *((said_by(each), corrected(each)) for each in laid),
                ("Source", path),
            )
        )
    )
    stated = f"read as {said(decision, field)}" if laid else said(decision, field)
    return Page(f"{name}, {field}{f': {stated}' if stated else ''}", tuple(blocks))


def said_by(laid: Laid) -> str:
    """What a person did to the fact, or to which part of it."""
    if laid.correction.confirmed:
        return "Confirmed"
    return f"Corrected {laid.part}".strip()


def of_fact(laid: Sequence[Laid], field: str) -> list[Laid]:
    """The corrections of `money 3`, or of all of `money`."""
    exact = [each for each in laid if each.fact == field]
    return exact or [
        each
        for each in laid
        if each.fact.partition(" ")[0] == field.partition(" ")[0]
        and (" " not in field or " " not in each.fact)
    ]


def index(decision: Decision, readings: Sequence[Reading], laid: Sequence[Laid] = ()) -> Table:
    """Every fact that was read, in the record's order, for a person who doesn't name one.

    What is corrected is said beside it.
    """
    by_fact: dict[str, list[str]] = {}
    for each in laid:
        by_fact.setdefault(each.fact, []).append(f"{said_by(each).lower()}: {corrected(each)}")
    columns = (
        Column("field", "Field"),
        Column("line", "Line", COUNT),
        Column("says", "Says"),
        Column("rule", "Rule", drop=2),
        Column("doubt", "Doubt", drop=1),
    )
    return Table(
        columns,
        [
            (e.field, e.line, said(decision, e.field), e.rule, "; ".join(by_fact.get(e.field, [])) or e.doubt)
            for e in sorted(readings, key=lambda each: _ORDER.get(each.field.partition(" ")[0], len(_ORDER)))
        ],
    )
