"""The decisions like another, and why."""

from __future__ import annotations

from collections.abc import Iterable

from mopacreg.register.alike import Alike
from mopacreg.views.table import DATE, MONEY, NAME, Column, Table

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("signed_on", "Signed", DATE, drop=1),
    Column("title", "Title"),
    Column("value", "Value", MONEY, drop=2),
    Column("why", "Why"),
)


def listing(found: Iterable[Alike]) -> Table:
    """A row a decision, the likest first; `why` names what the two share."""
    rows = (
        (each.decision.name, each.decision.signed_on, each.decision.title, each.decision.value, _why(each))
        for each in found
    )
    return Table(COLUMNS, rows)


def _why(each: Alike) -> str:
    said = [
        each.linked or "",
        f"both cite {', '.join(each.cites)}" if each.cites else "",
        f"both name {', '.join(each.boroughs)}" if each.boroughs else "",
        f"words: {', '.join(each.words)}" if each.words else "",
    ]
    return "; ".join(filter(None, said))
