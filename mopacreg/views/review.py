"""What is to be looked at again, worst first, each with the line to type that mends it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from mopacreg import fields
from mopacreg.register.doubts import Doubt
from mopacreg.register.standing import UNFIT, Standing
from mopacreg.views.facts import said, stated
from mopacreg.views.table import COUNT, NAME, Cell, Column, Table

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("field", "Field"),
    Column("read", "Read as"),
    Column("line", "Line", COUNT, below=True),
    Column("doubt", "Doubt", below=True),
    Column("mend", "To mend it", below=True),
)


def review(found: Iterable[Doubt]) -> Table:
    """A row a doubt, in their order."""
    return Table(COLUMNS, [_again(each, each.standing) if each.standing else _row(each) for each in found])


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
    """The line to type; a file's name so that a shell takes it as one word."""
    series, _, number = name.partition(" ")
    reference = name if series in ("PCD", "DMPCD") and number else shlex.quote(name)
    return f'mopacreg correct {reference} {field} VALUE --because "…"'
