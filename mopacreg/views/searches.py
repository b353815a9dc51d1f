"""The searches that a person saved."""

from __future__ import annotations

from collections.abc import Iterable

from mopacreg.register.saved import Saved
from mopacreg.views.figures import pounds
from mopacreg.views.table import COUNT, DATE, NAME, Column, Table

COLUMNS = (
    Column("name", "Name", NAME),
    Column("search", "Search"),
    Column("found", "Found", COUNT),
    Column("new", "New", COUNT),
    Column("seen_on", "Last told", DATE, drop=1),
)
_PENCE = {"minimum": "min", "maximum": "max"}


def listing(searches: Iterable[tuple[Saved, int, int]]) -> Table:
    """A row a search: what it looks for, how many decisions it finds, and how many of them are new."""
    return Table(COLUMNS, ((each.name, _said(each), all_, new, each.seen_on) for each, all_, new in searches))


def _said(search: Saved) -> str:
    how = "" if search.how == "words" else f"--{search.how} "
    given = [
        f"--{_PENCE.get(name, name).replace('_', '-')} {pounds(value) if name in _PENCE else value}"
        for name, value in search.filter._asdict().items()
        if value is not None
    ]
    return " ".join([f"{how}{search.typed}", *given])
