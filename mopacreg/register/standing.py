"""How each correction stands: whether it holds in the decision that is shown, and if not, why."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg import fields
from mopacreg.register import cells, corrections
from mopacreg.register.corrections import Correction

STANDS = "stands"
CHANGED = "stands; read otherwise now"
REPLACED = "replaced by a later one"
UNFIT = "no longer fits"
UNHELD = "decision not held"


class Standing(NamedTuple):
    """A correction, the decision's name now, and what became of it.

    `number` is the id of the record that is shown, None where none is held. `field` is `budget_lines 3.amount`
    as the entry is numbered now; `read` is what is read now, where the correction stands.
    """

    correction: Correction
    name: str
    number: int | None
    field: str
    state: str
    read: fields.Value

    @property
    def fact(self) -> str:
        """`budget_lines 3`, as the entry is numbered now."""
        return self.field.partition(".")[0]

    @property
    def part(self) -> str:
        """What of it: `amount`."""
        return self.correction.part

    @property
    def value(self) -> fields.Value:
        """What it says; None for what is confirmed, and for what is said to be nothing."""
        return cells.value(self.correction.fact, self.correction.part, self.correction.value)

    @property
    def amiss(self) -> bool:
        """Whether a person should look at it again."""
        return self.state in (CHANGED, UNFIT)


_SHOWN = (
    "select d.id, d.name, x.fact, x.read from corrected x join decisions d on d.id = x.decision_id"
    " where x.correction = ? and d.shown = 1 order by d.id, x.n"
)


def standings(db: sqlite3.Connection) -> list[Standing]:
    """Every correction kept, in the order in which they were made."""
    kept = corrections.kept(db)
    return [_standing(db, each, kept[at + 1 :]) for at, each in enumerate(kept)]


def _standing(db: sqlite3.Connection, correction: Correction, later: list[Correction]) -> Standing:
    kind = correction.fact.partition(" ")[0]
    rows = db.execute(_SHOWN, [correction.id]).fetchall()
    for number, name, fact, read in rows:
        if fact.partition(" ")[0] == kind:  # not the same amount in the other list
            changed = read is not None and read not in (correction.read, correction.value)
            field = f"{fact}.{correction.part}" if correction.part else fact
            read_now = cells.value(fact, correction.part, read)
            return Standing(correction, name, number, field, CHANGED if changed else STANDS, read_now)
    was = None if correction.confirmed else _read(correction)
    shown = [
        row
        for number in corrections.about(db, correction)
        for row in db.execute("select id, name from decisions where id = ? and shown = 1", [number])
    ]
    if not shown:
        return Standing(correction, correction.decision, None, correction.field, UNHELD, was)
    state = REPLACED if any(_of_the_same(correction, each) for each in later) else UNFIT
    return Standing(correction, shown[0][1], shown[0][0], correction.field, state, was)


def _read(correction: Correction) -> fields.Value:
    return cells.value(correction.fact, correction.part, correction.read)


def _of_the_same(one: Correction, other: Correction) -> bool:
    """Whether two corrections are about one fact, whatever its number was when they were made."""
    if (one.decision, one.part, one.confirmed) != (other.decision, other.part, other.confirmed):
        return False
    kinds = one.fact.partition(" ")[0], other.fact.partition(" ")[0]
    return one.fact == other.fact if not one.nth else kinds[0] == kinds[1] and one.key == other.key
