"""What was read with doubt and no person has looked at yet, worst first.

    1  what a person corrected, where the correction no longer fits or the text is read otherwise now
    2  reference, value and date of the decision: which it is, how much, when
    3  budget lines that are added up
    4  the decision's other facts: title, signer, recommendations, sums decided or received, printed totals …
    5  citations, and sums told in passing

Within these, the larger amount first (for a fact of the decision, the decision's value), then by
reference and line: so what would mislead most, if it is wrong, is looked at first.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg.record import Decision, Reading
from mopacreg.register import records, standing
from mopacreg.register.filters import Filter, where
from mopacreg.register.standing import Standing

CORRECTED, IDENTITY, SPENDING, OTHER, MENTION = range(1, 6)
_IDENTITY = frozenset({"reference", "value", "signed_on"})
_MENTIONS = frozenset({"cites", "external_cites", "sections"})
_TOLD = frozenset({"decided", "income", "total"})


class Doubt(NamedTuple):
    """A doubtful reading of the decision called `name`, or (`standing`) a correction to look at again.

    `weight` is 1 to 5, the heaviest first; `amount` in pence is what depends on it, None where no sum does.
    """

    name: str
    record: Decision
    reading: Reading
    weight: int
    amount: int | None
    standing: Standing | None = None


def doubts(
    db: sqlite3.Connection, chosen: Filter | None = None, only: list[int] | None = None
) -> list[Doubt]:
    """Everything in doubt, worst first, in the decisions that the filter leaves (`only`: with these ids)."""
    condition, values = where(chosen or Filter())
    rows = db.execute(
        f"select d.id, d.name from decisions d where {condition}"
        " order by d.series is null, d.series, d.year, d.number, d.name, d.id",
        values,
    ).fetchall()
    amiss: dict[int | None, list[Standing]] = {}
    for each in standing.standings(db):
        if each.amiss:
            amiss.setdefault(each.number, []).append(each)
    doubted = {number for (number,) in db.execute("select distinct decision_id from readings")}
    found: list[Doubt] = []
    for number, name in rows:
        if (number in amiss or number in doubted) and (only is None or number in only):
            record = records.record(db, number)
            found += [_corrected(name, record, each) for each in amiss.get(number, ())]
            found += [_doubt(name, record, each) for each in record.readings]
    return sorted(found, key=lambda each: (each.weight, each.amount is None, -abs(each.amount or 0)))


def _corrected(name: str, record: Decision, found: Standing) -> Doubt:
    reading = Reading(found.field, 0, 0, 0, "correction", None)
    return Doubt(name, record, reading, CORRECTED, record.value, found)


def _doubt(name: str, record: Decision, reading: Reading) -> Doubt:
    kind, _, number = reading.field.partition(" ")
    listed = getattr(record, kind, None)
    at = int(number) - 1 if number else -1
    entry = listed[at] if isinstance(listed, tuple) and 0 <= at < len(listed) else None
    amount = getattr(entry, "amount", getattr(entry, "claimed_amount", None)) if number else record.value
    if kind in _IDENTITY:
        weight = IDENTITY
    elif kind == "budget_lines" and not getattr(entry, "total", False):
        weight = SPENDING
    elif kind in _MENTIONS or (kind == "money" and getattr(entry, "role", None) not in _TOLD):
        weight = MENTION
    else:
        weight = OTHER
    return Doubt(name, record, reading, weight, amount)


def together(found: list[Doubt]) -> list[list[Doubt]]:
    """The entries of a list that share a doubt as one (a table whose year is outside it), by its worst."""
    groups: dict[tuple[object, ...], list[Doubt]] = {}
    for at, each in enumerate(found):
        kind, _, number = each.reading.field.partition(" ")
        shared = number and not each.standing
        key = (id(each.record), kind, each.reading.doubt) if shared else (at,)
        groups.setdefault(key, []).append(each)
    return list(groups.values())
