"""The facets of what a search found: a table each, beside the hits."""

from __future__ import annotations

from typing import Any

from mopacreg.register.facets import Facets, Share
from mopacreg.views.figures import counted, plain_pounds, pounds
from mopacreg.views.table import COUNT, MONEY, Column, Page, Table

HEADINGS = {"year": "Year", "borough": "Borough", "signed_by": "Decision maker", "action": "Action"}
_SHOWN = 10  # of each; JSON has all
_ONE = ("year", "signed_by")  # of which a decision has one


def page(found: Facets) -> Page:
    """How many were found and their value, then a table a facet."""
    said = "no value is known" if found.value is None else pounds(found.value)
    if found.value is not None and found.valued < found.decisions:
        said += f" (the value of {found.valued:,})"
    title = f"{counted(found.decisions, 'decision')}, {said}"
    return Page(title, tuple(_table(name, shares) for name, shares in found.by.items()))


def _table(name: str, shares: tuple[Share, ...]) -> Table:
    columns = (
        Column(name, HEADINGS[name]),
        Column("decisions", "Decisions", COUNT),
        Column("value", "Value", MONEY),
        Column("valued", "Valued", COUNT),
    )
    rows = [(share.name or "(none stated)", *share[1:]) for share in shares[:_SHOWN]]
    return Table(columns, rows, notes=_more(name, shares[_SHOWN:]))


def _more(name: str, shares: tuple[Share, ...]) -> tuple[str, ...]:
    """How many are left out. Of several boroughs or actions a decision is in each: these don't add up."""
    if not shares:
        return ()
    left = f" ({counted(sum(each.decisions for each in shares), 'decision')})" if name in _ONE else ""
    return (f"and {len(shares):,} more{left}",)


def as_json(found: Facets) -> dict[str, Any]:
    """The same as plain data, in pounds."""
    by = {
        name: [{**each._asdict(), "value": _pounds(each.value)} for each in shares]
        for name, shares in found.by.items()
    }
    whole = {"decisions": found.decisions, "value": _pounds(found.value), "valued": found.valued}
    return {**whole, "facets": by}


def _pounds(pence: int | None) -> float | int | None:
    if pence is None:
        return None
    text = plain_pounds(pence)
    return float(text) if "." in text else int(text)
