"""What is to be looked at again, worst first, each with the line to type that mends it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from mopacreg import fields
from mopacreg.register.doubts import Doubt
from mopacreg.register.standing import UNFIT, Standing
from mopacreg.views.facts import said, stated
from mopacreg.views.figures import pounds
from mopacreg.views.table import COUNT, NAME, Cell, Column, Table

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("field", "Field"),
    Column("read", "Read as"),
    Column("line", "Line", COUNT, below=True),
    Column("doubt", "Doubt", below=True),
    Column("mend", "To mend it", below=True),
)


def review(found: Iterable[Sequence[Doubt]]) -> Table:
    """A row a doubt, or several entries of a list that share one, in their order."""
    return Table(COLUMNS, [_shared(each) if len(each) > 1 else _alone(each[0]) for each in found])


def _alone(doubt: Doubt) -> tuple[Cell, ...]:
    return _again(doubt, doubt.standing) if doubt.standing else _row(doubt)


def _shared(doubts: Sequence[Doubt]) -> tuple[Cell, ...]:
    first = min(doubts, key=lambda each: each.reading.line)
    kind = first.reading.field.partition(" ")[0]
    amounts = sorted(each.amount for each in doubts if each.amount is not None)
    sums = f", {pounds(amounts[0])} to {pounds(amounts[-1])}" if amounts else ""
    mend = f"mopacreg correct {_reference(first.name)} {kind} --confirm, or each by its number: --each"
    read = f"{len(doubts)} of them{sums}"
    return (first.name, kind, read, first.reading.line, first.reading.doubt, mend)


def _row(doubt: Doubt) -> tuple[Cell, ...]:
    reading = doubt.reading
    field = _correctable(reading.field, reading.doubt or "")
    mend = f"{_mend(doubt.name, field)}, or --confirm" if field else None
    read = said(doubt.record, reading.field)
    return (doubt.name, reading.field, read, reading.line, reading.doubt, mend)


def _again(doubt: Doubt, found: Standing) -> tuple[Cell, ...]:
    """A correction that no longer fits, or whose words are read otherwise now."""
    correction = found.correction
    kind = fields.kind(correction.fact, correction.part)
    number = correction.id
    undo = f"mopacreg correct --undo {number}"
    if found.state == UNFIT and correction.confirmed:
        why = f"it is no longer read as it was confirmed (confirmation {number}, {correction.made_on})"
        return (doubt.name, correction.field, said(doubt.record, correction.fact), None, why, undo)
    was, value = stated(found.read, kind), stated(found.value, kind)
    if found.state == UNFIT:
        words = f': the line "{correction.words[:80]}" is not there as it was' if correction.words else ""
        why = f"correction {number} to {value} no longer fits, and is not applied{words}"
    else:
        why = f"corrected to {value} (correction {number}), and read otherwise now than it was then"
    return (doubt.name, found.field, was, None, why, f"{_mend(doubt.name, found.field)}, or {undo}")


def _correctable(field: str, doubt: str) -> str | None:
    """The field as `correct` takes it: of a budget line, the year where the doubt is about that."""
    name, _, number = field.partition(" ")
    if name == "boroughs" or name in fields.DECISION:
        return name
    if name not in fields.ENTRIES or not number:
        return None
    year = next((part for part in ("financial_year", "financial_years") if part in fields.ENTRIES[name]), "")
    return f"{field}.{year}" if year and "year" in doubt else field


def _mend(name: str, field: str) -> str:
    """The line to type."""
    return f'mopacreg correct {_reference(name)} {field} VALUE --because "…"'


def _reference(name: str) -> str:
    """`PCD 1065`, and a file's name so that a shell takes it as one word."""
    series, _, number = name.partition(" ")
    return name if series in ("PCD", "DMPCD") and number else shlex.quote(name)
