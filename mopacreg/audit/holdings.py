"""What the register holds, as the audit's rules ask for it. Built once for all decisions.

Each question costs the same however many decisions are held, so that an audit
takes as long a decision for ten thousand as for ten.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from mopacreg.record import Decision
from mopacreg.register import records, shelf
from mopacreg.register.shelf import Held
from mopacreg.values import references

Whole = TypeVar("Whole")


class Paper(NamedTuple):
    """A decision that is audited: what the register says of it, and all that was read in it."""

    held: Held
    decision: Decision


class Signed(NamedTuple):
    """A number of the PCD series and the date on which its decision was signed (ISO, of any precision)."""

    number: int
    signed_on: str


class Holdings:
    """The decisions held, in the order of their references, lesser versions too.

    `text` gives the text of the document that the decision with an id was read in, `amounts` the sums
    (pence) that it states. `today` is the day of the audit; `db` is the register, if they are one's.
    """

    def __init__(
        self,
        held: Sequence[Held],
        text: Callable[[int], str],
        amounts: Callable[[int], frozenset[int]],
        today: date,
        db: sqlite3.Connection | None = None,
    ) -> None:
        self.all = tuple(held)
        self.text = text
        self.amounts = amounts
        self.today = today
        self._db = db
        self._found: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of(cls, db: sqlite3.Connection, today: date | None = None) -> Holdings:
        """What an open register holds."""

        def amounts(number: int) -> frozenset[int]:
            return shelf.amounts(db, number)

        def text(number: int) -> str:
            return records.document(db, number).text

        return cls(list(shelf.decisions(db)), text, amounts, today or date.today(), db)

    def once(self, find: Callable[[sqlite3.Connection], Whole]) -> Whole | None:
        """What `find` finds in the whole register, asked once for all decisions; None without a register."""
        if self._db is None:
            return None
        if find not in self._found:
            self._found[find] = find(self._db)
        whole: Whole = self._found[find]
        return whole

    @cached_property
    def _by_reference(self) -> Mapping[str, list[Held]]:
        found: dict[str, list[Held]] = {}
        for held in self.all:
            for reference in {held.reference, held.title_reference} - {None}:
                found.setdefault(str(reference), []).append(held)
        return found

    def under(self, reference: str) -> list[Held]:
        """What is held under a reference, in any spelling that means it; under the title's reference too.

        A DMPCD number of 2016, or without a year, may be a PCD's that was written with the old letters.
        """
        for name in (reference, *references.typed(reference)):
            if name in self._by_reference:
                return self._by_reference[name]
        return []

    def beside(self, held: Held) -> Iterator[Held]:
        """The other decisions that are shown under the same reference: texts with different titles."""
        for other in self._by_reference.get(held.reference or "", ()):
            if other.shown and other.id != held.id and other.reference == held.reference:
                yield other

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(held.name for held in self.all if held.shown)

    def shares_name(self, held: Held) -> bool:
        """Whether another decision that is shown goes by the same name: a reference, or a file's name."""
        return self._names[held.name] > 1

    @cached_property
    def following(self) -> Mapping[str, tuple[int, int, str]]:
        """Reference → its own number, the next one that is held in its series (and year), and whose it is."""
        numbered = sorted(
            (references.sort_key(reference), reference)
            for reference, held in self._by_reference.items()
            if any(one.reference == reference for one in held)
        )
        return {
            name: (key[2], after[2], following)
            for (key, name), (after, following) in pairwise(numbered)
            if key[:2] == after[:2]
        }

    @cached_property
    def signed(self) -> list[Signed]:
        """The numbers of the PCD series whose date of signing is held, in order of number.

        A page whose title and label differ leaves open whose date it gives.
        """
        return sorted(
            {
                Signed(references.sort_key(held.reference)[2], held.signed_on)
                for held in self.all
                if held.reference
                and held.reference.startswith("PCD ")
                and held.signed_on
                and held.title_reference in (None, held.reference)
            }
        )
