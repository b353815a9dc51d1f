"""The corrections kept, each with how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from mopacreg import fields
from mopacreg.register.standing import Standing
from mopacreg.views.facts import stated
from mopacreg.views.table import COUNT, DATE, NAME, Cell, Column, Table

COLUMNS = (
    Column("id", "Id", COUNT),
    Column("reference", "Reference", NAME),
    Column("field", "Field"),
    Column("date", "On", DATE),
    Column("state", "State"),
    Column("says", "Says", below=True),
    Column("because", "Because", below=True),
    Column("by", "By", below=True),
)


def kept(found: Iterable[Standing]) -> Table:
    """A row a correction, in the order in which they were made."""
    return Table(COLUMNS, [_row(each) for each in found])


def _row(standing: Standing) -> tuple[Cell, ...]:
    made = standing.correction
    head = (made.id, standing.name, standing.field, made.made_on, standing.state)
    return (*head, _says(standing), made.because, made.by)


def _says(standing: Standing) -> str:
    if standing.correction.confirmed:
        return "as read"
    kind = fields.kind(standing.fact, standing.part)
    return f"{stated(standing.value, kind)}, read as {stated(standing.read, kind)}"
