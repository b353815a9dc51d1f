"""The facets of what a search found: a table each, beside the hits."""

from __future__ import annotations

from typing import Any

from mopacreg.register.facets import Facets, Share
from mopacreg.views.figures import counted, plain_pounds, pounds
from mopacreg.views.table import COUNT, MONEY, Column, Page, Table

HEADINGS = {"year": "Year", "borough": "Borough", "signed_by": "Decision maker", "action": "Action"}
_SHOWN = 10  # of each; JSON has all


def page(found: Facets) -> Page:
    """How many were found and their value, then a table a facet."""
    title = f"{counted(found.decisions, 'decision')}, {pounds(found.value)}"
    return Page(title, tuple(_table(name, shares) for name, shares in found.by.items()))


def _table(name: str, shares: tuple[Share, ...]) -> Table:
    columns = (
        Column(name, HEADINGS[name]),
        Column("decisions", "Decisions", COUNT),
        Column("value", "Value", MONEY),
    )
    rows = [(share.name or "(none stated)", share.decisions, share.value) for share in shares[:_SHOWN]]
    more = len(shares) - _SHOWN
    return Table(columns, rows, notes=(f"and {more:,} more",) if more > 0 else ())


def as_json(found: Facets) -> dict[str, Any]:
    """The same as plain data, in pounds."""
    by = {
        name: [
            {"name": each.name, "decisions": each.decisions, "value": _pounds(each.value)} for each in shares
        ]
        for name, shares in found.by.items()
    }
    return {"decisions": found.decisions, "value": _pounds(found.value), "facets": by}


def _pounds(pence: int) -> float | int:
    text = plain_pounds(pence)
    return float(text) if "." in text else int(text)
