"""Funding that stops, and what carries it on, as a reader wants it said."""

from __future__ import annotations

from mopacreg.register.endings import CarriedOn, Ending, Endings
from mopacreg.views.figures import boroughs, counted, pounds
from mopacreg.views.table import MONEY, NAME, Column, Table

_NAMELESS = frozenset({"amount", "allocation", "grant", "total", "budget"})  # of a table of one row
_MOST = 3  # later decisions in a cell
NOTHING = "nothing held carries it on"
_DOES = {"continues": "continues it", "extends": "extends it", "amends": "amends it"}
COLUMNS = (
    Column("programme", "Programme"),
    Column("boroughs", "Borough", drop=1),
    Column("decision", "Decision", NAME),
    Column("amount", "Last year", MONEY),
    Column("line", "Line", "count", drop=2),
    Column("carried_on", "Carried on"),
)


def table(found: Endings) -> Table:
    """A row an item and place of a decision, the largest first."""
    rows = [
        (
            programme(each),
            boroughs(each.boroughs),
            each.decision,
            each.amount,
            each.line,
            said(each, found.year),
        )
        for each in found.endings
    ]
    total = sum(each.amount for each in found.endings)
    gone = sum(each.amount for each in found.endings if not each.carried_on)
    notes = [f"{pounds(gone)} of it is carried on by nothing held."]
    if found.undated:
        notes.append(f"{counted(found.undated, 'line')} without a year can't be told to stop or go on.")
    return Table(
        COLUMNS, rows, title=f"Funding that stops in March {found.year[:2]}{found.year[-2:]}",
        footer=("Total", "", "", total, None, ""), notes=tuple(notes),
    )  # fmt: skip


def programme(ending: Ending) -> str | None:
    """The item; where the row names none of its own (or only its year), the decision's title."""
    named = ending.item and not ending.item[:4].isdigit() and ending.item.casefold() not in _NAMELESS
    return ending.item if named else ending.title


def said(ending: Ending, year: str) -> str:
    """`PCD 1700 extends it (line 9), with £5,000 in 2027/28`, or that nothing held does."""
    told = [_said(each, year) for each in ending.carried_on[:_MOST]]
    more = len(ending.carried_on) - len(told)
    return "; ".join([*told, *([f"{more:,} more"] if more else [])]) or NOTHING


def _said(each: CarriedOn, year: str) -> str:
    following = f"{int(year[:4]) + 1}/{(int(year[:4]) + 2) % 100:02}"
    if each.relation is not None:
        money = (
            f"with {pounds(each.amount)} in {following}" if each.amount else f"with no sum for {following}"
        )
        return f"{each.decision} {_DOES[each.relation]} (line {each.line}), {money}"
    words = ", ".join(each.shared)
    return (
        f"{each.decision} has {pounds(each.amount or 0)} for the same in {following} (line {each.line});"
        f" both titles have: {words}"
    )
