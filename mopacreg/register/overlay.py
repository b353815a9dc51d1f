"""Laying what people corrected over what was read, and lifting it again.

The facts' columns then hold the corrected values, so that whoever reads them
has these; `corrected` keeps what was read there. The writer lays the overlay
over each record that it stores, in the same transaction. What does not fit a
record (an entry that is no longer there, a confirmed reading that is read
otherwise now) is left off: `standing` tells it.
"""

from __future__ import annotations

import json
import sqlite3

from mopacreg.register import cells, corrections, counting, indexing, schema
from mopacreg.register.corrections import Correction

_KEEP = "insert into corrected (decision_id, n, correction, fact, part, read) values (?, ?, ?, ?, ?, ?)"

Chosen = dict[tuple[str, str], Correction]
"""Fact and part → the correction that holds for it."""


class Overlay:
    """The corrections kept, in a register that is being written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._kept = corrections.kept(db)

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, correction: Correction) -> int:
        """Add a correction to those kept; its id."""
        names = [name for name in schema.CORRECTIONS if name != "id"]
        added = self._db.execute(
            f"insert into corrections ({', '.join(names)}) values ({', '.join('?' * len(names))})",
            correction[1:],
        )
        self._kept = corrections.kept(self._db)
        assert added.lastrowid is not None
        return added.lastrowid

    def drop(self, correction: Correction) -> None:
        """Take a correction off those kept."""
        self._db.execute("delete from corrections where id = ?", [correction.id])
        self._kept = [each for each in self._kept if each.id != correction.id]

    def again(self, about: list[int]) -> set[str]:
        """Lift everything off these records, and lay what is kept now; the identities they had and have."""
        identities: set[str] = set()
        for number in about:
            identities.add(self._identity(number))
            self._lift(number)
            identities |= self.lay(number, lifted=True)
        return identities

    def lay_over(self, path: str) -> set[str]:
        """Lay what fits over the records of the document at `path`, all of them as they were read."""
        numbers = corrections.in_document(self._db, path)
        return set[str]().union(*(self.lay(number) for number in numbers))

    def lay(self, number: int, lifted: bool = False) -> set[str]:
        """Lay what fits over a record that is as it was read; its identities before and after.

        `lifted`: something else stood over it.
        """
        record = corrections.held(self._db, number)
        before = self._identity(number)
        chosen: Chosen = {}
        for each in self._kept:
            if corrections.concerns(self._db, each, record) and (fact := self._fits(number, each)):
                chosen[fact, each.part] = each  # the last word counts
        if chosen:
            self._write(number, self._with_twins(number, chosen))
        if chosen or lifted:
            self._renew(number)
        return {before, self._identity(number)}

    def _with_twins(self, number: int, chosen: Chosen) -> Chosen:
        """With an amount that two lists have: corrected in one, it is corrected in the other."""
        twins: Chosen = {}
        for (fact, part), each in chosen.items():
            if part == "amount" and not each.confirmed and (twin := cells.twin(self._db, number, fact)):
                twins[twin, part] = each
        return {**chosen, **{key: each for key, each in twins.items() if key not in chosen}}

    def _write(self, number: int, chosen: Chosen) -> None:
        """Keep what was read, all of it before the first change, and put the corrected values in."""
        for n, ((fact, part), each) in enumerate(chosen.items(), 1):
            read = None if each.confirmed else cells.as_json(cells.get(self._db, number, fact, part))
            self._db.execute(_KEEP, [number, n, each.id, fact, part, read])
        for (fact, part), each in chosen.items():
            if each.value is not None:
                cells.put(self._db, number, fact, part, json.loads(each.value))

    def _fits(self, number: int, correction: Correction) -> str | None:
        """The fact, as it is numbered in this record, that the correction fits."""
        try:
            fact = cells.find(self._db, number, correction.fact, correction.key)
            if fact is None:
                return None
            if correction.confirmed:
                return fact if cells.state(self._db, number, fact) == correction.read else None
            cells.get(self._db, number, fact, correction.part)
        except KeyError:  # an entry or a field that there isn't any more
            return None
        return fact

    def _lift(self, number: int) -> None:
        rows = self._db.execute(
            "select fact, part, read from corrected where decision_id = ? and read is not null", [number]
        ).fetchall()
        for fact, part, read in rows:
            cells.put(self._db, number, fact, part, json.loads(read))
        self._db.execute("delete from corrected where decision_id = ?", [number])

    def _renew(self, number: int) -> None:
        """What follows from the record's facts: the words that find it, and which of its lines count."""
        indexing.renew(self._db, number)
        counting.renew(self._db, number)

    def _identity(self, number: int) -> str:
        found: str = self._db.execute("select identity from decisions where id = ?", [number]).fetchone()[0]
        return found
