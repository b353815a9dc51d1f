"""The list of decisions."""

from __future__ import annotations

from collections.abc import Iterable

from mopacreg.register.query import Listed
from mopacreg.views.table import DATE, MONEY, NAME, NAMES, Column, Table

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("signed_on", "Signed", DATE, drop=1),
    Column("title", "Title"),
    Column("value", "Value", MONEY, drop=2),
    Column("boroughs", "Boroughs", NAMES, drop=3),
)


def listing(decisions: Iterable[Listed]) -> Table:
    """A row a decision; one that states no reference goes by its file's name."""
    return Table(
        COLUMNS,
        ((each.name, each.signed_on, _title(each), each.value, each.boroughs) for each in decisions),
    )


def _title(decision: Listed) -> str | None:
    return f"{decision.title or ''} (listed only)".strip() if decision.listed_only else decision.title
