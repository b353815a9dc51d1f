"""Do a paper's own figures agree: its summary, its recommendations, its tables and their printed totals?

    legs   what each part states of this decision's money, with its line
    mark   green: the legs that there are agree, as far as rounded figures can
           amber: one can't be compared with the others, or there is but one
           red: two state differently what must be one sum

What differs is what the audit finds: red exactly where the rules
`amounts-disagree` and `sum-mismatch` have a finding, by the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import NamedTuple

from mopacreg import sums
from mopacreg.reconcile import wholes
from mopacreg.reconcile.sides import Sides, disagreeing
from mopacreg.reconcile.stated import Group, Stated
from mopacreg.record import Decision
from mopacreg.sums import Check

GREEN, AMBER, RED = "green", "amber", "red"

SUMMARY, RECOMMENDATIONS, TABLES, TOTALS = "summary", "recommendations", "tables", "printed totals"
_FEW = 8  # amounts: of more, not every combination is tried
LEGS = (SUMMARY, RECOMMENDATIONS, TABLES, TOTALS)


class Leg(NamedTuple):
    """What one part of the paper states of this decision's money. `amount` in pence.

    `part`: it is less than the decision's value, which the part neither states nor adds up to.
    """

    name: str
    amount: int
    line: int
    part: bool = False


class Difference(NamedTuple):
    """Two figures (pence) that should be one: `one` at `line`, `other` where `beside` says."""

    where: str
    line: int | None
    one: int
    beside: str
    other: int
    other_line: int | None

    @property
    def amount(self) -> int:
        """How much more the one is than the other, in pence."""
        return self.one - self.other


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A paper's legs, which of them can't be compared and why, and what differs."""

    legs: tuple[Leg, ...]
    unlike: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def mark(self) -> str | None:
        """GREEN, AMBER or RED; None of a paper that states no money of its own."""
        if self.differences:
            return RED
        if not self.legs:
            return None
        return AMBER if self.unlike or len(self.legs) == 1 else GREEN

    @property
    def missing(self) -> tuple[str, ...]:
        """The legs that the paper doesn't have."""
        present = {leg.name for leg in self.legs}
        return tuple(name for name in LEGS if name not in present)


def reconcile(decision: Decision, text: Callable[[], str] = str) -> Reconciliation:
    """What the parts of a paper state, held against each other. `text` as in `sums.of_tables`."""
    checks = [
        check
        for each in sums.of_tables(decision.budget_lines, decision.money, text).values()
        for check in each
    ]
    differences = (*_amounts(decision), *_totals(checks))
    if decision.listed_only:
        return Reconciliation((), (), differences)
    sides = Sides(decision)
    parts = {SUMMARY: sides.told, RECOMMENDATIONS: sides.asked, TABLES: sides.tabled}
    found = (
        _stated(SUMMARY, sides.told, decision.value),
        _stated(RECOMMENDATIONS, sides.asked, decision.value),
        _leg(TABLES, list(_rows(decision)), decision.value),
        _leg(TOTALS, list(_printed(checks)), decision.value),
    )
    legs = [leg for leg in found if leg is not None]
    unlike = list(_unlike({leg.name: parts[leg.name] for leg in legs if leg.name in parts}, legs))
    unlike += [
        f"the total at line {check.total.line} can't be: a cell is still to be confirmed"
        for check in checks
        if not check.agrees and check.open
    ]
    return Reconciliation(tuple(legs), tuple(unlike), differences)


def _amounts(decision: Decision) -> Iterator[Difference]:
    for one, other in disagreeing(decision):
        yield Difference(one.where, one.line, one.amount, other.where, other.amount, other.line)
    for missed in wholes.missed(decision):
        where = f"the {missed.place}" if missed.place == SUMMARY else missed.place
        yield Difference(where, missed.line, missed.whole, "the parts that it names", missed.added, None)


def _totals(checks: list[Check]) -> Iterator[Difference]:
    for check in checks:
        if check.differs:
            where = f"the total of table {check.total.table}"
            yield Difference(where, check.total.line, check.total.amount, "its rows", check.added, None)


def _stated(name: str, part: Group, value: int | None) -> Leg | None:
    """The decision's value where the part states it or adds up to it; else the most that it states."""
    own = [one for one in part.stated if one.own]
    if own and value and any(abs(amount - value) <= slack for amount, slack in part.derived):
        at = next((one for one in own if abs(one.amount - value) <= one.slack), own[0])
        return Leg(name, value, at.line)
    return _leg(name, [(one.amount, one.line) for one in own], value)


def _leg(name: str, amounts: list[tuple[int, int]], value: int | None) -> Leg | None:
    """The decision's value where some of the amounts (pence, line) add up to it; else the largest."""
    if not amounts:
        return None
    for count in range(1, len(amounts) + 1 if len(amounts) <= _FEW else 2):
        for some in combinations(amounts, count):
            if sum(amount for amount, _ in some) == value:
                return Leg(name, value, some[0][1])
    amount, line = max(amounts)
    return Leg(name, amount, line, value is not None)


def _rows(decision: Decision) -> Iterator[tuple[int, int]]:
    """What each table's rows add up to, and the first one's line."""
    lines = [line for line in decision.budget_lines if line.table is not None and not line.total]
    for _, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        yield sum(line.amount for line in rows), rows[0].line


def _printed(checks: list[Check]) -> Iterator[tuple[int, int]]:
    """Each table's last row of totals: the cell that the others add up to, else all of them added up."""
    for _, group in groupby(checks, key=lambda check: check.total.table):
        totals = [check.total for check in group]
        last = [total.amount for total in totals if total.line == totals[-1].line]
        whole = next((amount for amount in last if 2 * amount == sum(last)), sum(last))
        yield whole, totals[-1].line


def _unlike(parts: dict[str, Group], legs: list[Leg]) -> Iterator[str]:
    """The legs that agree with none of the others, though nothing says that they should."""
    lines = {leg.name: leg.line for leg in legs}
    for name, part in parts.items():
        others = {other: beside for other, beside in parts.items() if other != name}
        if others and not any(_agree(part, beside) for beside in others.values()):
            yield f"the {name} can't be compared (line {lines[name]})"


def _agree(one: Group, other: Group) -> bool:
    """Whether all that one states of this decision's money stands in the other, or adds up there."""
    return _within(one, other) or _within(other, one)


def _within(one: Group, other: Group) -> bool:
    wholes = [each for each in one.stated if each.whole]
    own: list[Stated] = [each for each in (wholes or one.stated) if each.own]
    return bool(own) and all(other.has(each) for each in own)
