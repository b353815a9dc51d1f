"""The sums that a paper states, gathered by where: in its summary, its recommendations, its tables.

Each is known with how far it may be rounded, so that £1.8m and £1,800,000 are
one sum, and with the sums that others add up to, so that a part or a whole is
no disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.sums import step

_OWN = frozenset({"decided", "income", "total"})
_ELSEWHERE = frozenset({"prior", "carried-over", "threshold"})
_VAGUE = re.compile(
    r"\b(?:approximately|around|about|roughly|nearly|almost|circa|estimated|between|at least|over)\b"
)
_LIMIT = re.compile(r"\b(?:up to|maximum|more than)\b")
_REPEATED = re.compile(r"\b(?:each|per)\b")
_FEW = 8  # sums: of more, not every combination is tried
_FINE = 1000
_TIMES = 10  # years or grants, at most, for each of which a sum is stated


@dataclass(frozen=True, slots=True)
class Stated:
    """A sum (pence) at a line, `where` as a reader says it. `slack`: how many pence its rounding may hide.

    `whole`: it is a table's last total, or all its rows added up.
    """

    amount: int
    slack: int
    line: int
    where: str
    role: str
    years: frozenset[str]
    qualifier: str
    whole: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is money, and not another decision's, a limit of authority or a carry-over."""
        return self.amount > 0 and self.role not in _ELSEWHERE

    @property
    def own(self) -> bool:
        """Whether it is this decision's money."""
        return self.role in _OWN

    @property
    def once(self) -> bool:
        """Whether it is this decision's money, no estimate, and not said to be so much each or a year."""
        return self.own and not self.vague and not self.repeated

    @property
    def exact(self) -> bool:
        """Whether it is printed to a thousandth of it or finer, and not called an estimate."""
        return self.slack * _FINE <= self.amount and not self.vague

    @property
    def vague(self) -> bool:
        """Whether it is called an estimate."""
        return bool(_VAGUE.search(self.qualifier))

    @property
    def limit(self) -> bool:
        """Whether it is called a maximum."""
        return bool(_LIMIT.search(self.qualifier))

    @property
    def repeated(self) -> bool:
        """Whether it is said to be so much each, or a year."""
        return bool(_REPEATED.search(self.qualifier))

    def times(self, other: Stated) -> bool:
        """Whether one is the other for each of its years, or for each of several grants."""
        small, large = sorted((self.amount, other.amount))
        if small <= 0 or large % small:
            return False
        times = large // small
        said = self.repeated or other.repeated or times in (len(self.years), len(other.years))
        return said and 1 < times <= _TIMES

    def same_years(self, other: Stated) -> bool:
        """Whether both may be of the same years."""
        return not self.years or not other.years or bool(self.years & other.years)


@dataclass(frozen=True, slots=True)
class Group:
    """The sums of one part of the paper, and everything that they add up to: pence, and slack."""

    stated: tuple[Stated, ...]
    derived: tuple[tuple[int, int], ...]

    @property
    def own(self) -> set[int]:
        """The amounts that are this decision's money."""
        return {one.amount for one in self.stated if one.own}

    def has(self, one: Stated) -> bool:
        """Whether a sum is one of these, adds some of them up, or is one of them by the year or the grant."""
        return any(abs(amount - one.amount) <= slack + one.slack for amount, slack in self.derived) or any(
            one.times(other) for other in self.stated
        )


def summary(decision: Decision) -> Group:
    """The sums of the summary."""
    stated = tuple(_stated(one, "the summary") for one in decision.money if one.place == "summary")
    return Group(stated, tuple(_combined(stated)))


def recommendations(decision: Decision) -> Group:
    """The sums of the recommendations; what they add up to, the decision's value among it."""
    items = [one for one in decision.money if (one.place or "").startswith("recommendation ")]
    stated = tuple(_stated(one, one.place or "") for one in items)
    value = [(decision.value, 0)] if decision.value else []
    return Group(stated, (*_combined(stated), *value))


def report(decision: Decision) -> Group:
    """The sums of the report's sentences, its tables left out."""
    cells = {(line.line, line.amount) for line in decision.budget_lines if line.table is not None}
    stated = tuple(
        _stated(one, f"paragraph {one.place}" if (one.place or "")[:1].isdigit() else "the report")
        for one in decision.money
        if (one.line, one.amount) not in cells
        and not (one.place or "").startswith(("summary", "recommendation "))
    )
    return Group(stated, tuple((one.amount, one.slack) for one in stated))


def tables(decision: Decision) -> Group:
    """The sums of the budget tables; their rows, columns, tables and all tables added up."""
    lines = [line for line in decision.budget_lines if line.table is not None]
    slacks = {(one.line, one.amount): step(one) // 2 for one in decision.money}
    stated: list[Stated] = []
    for number, group in groupby(lines, key=lambda line: line.table):
        rows = list(group)
        parted = {line.line for line in rows if not line.total}
        last = max((line.line for line in rows if line.total and line.line not in parted), default=None)
        stated += [_cell(line, slacks, whole=line.line == last) for line in rows]
        if last is None:
            amount, slack = _sum([line for line in rows if not line.total], slacks)
            where = f"table {number} in all its rows"
            stated.append(Stated(amount, slack, rows[0].line, where, "decided", frozenset(), "", True))
    return Group(tuple(stated), tuple(_added(lines, slacks)))


def _stated(one: Money, where: str) -> Stated:
    years = frozenset(one.financial_years)
    return Stated(one.amount, step(one) // 2, one.line, where, one.role, years, one.qualifier or "")


def _cell(line: BudgetLine, slacks: dict[tuple[int, int], int], whole: bool) -> Stated:
    where = f"table {line.table}" + (f' ("{line.item}")' if line.item else "")
    years = frozenset({line.financial_year} if line.financial_year else ())
    slack = slacks.get((line.line, line.amount), 0)
    role = "income" if line.direction == "income" else "decided"
    return Stated(line.amount, slack, line.line, where, role, years, "", whole)


def _combined(stated: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    """Each sum, and what any of them add up to; of many, only those of one role, and all."""
    sums = list({one.amount: one for one in stated}.values())
    yield from ((one.amount, one.slack) for one in sums)
    if len(sums) <= _FEW:
        for count in range(2, len(sums) + 1):
            for some in combinations(sums, count):
                yield _total(some)
        return
    for role in {one.role for one in stated}:
        yield _total([one for one in stated if one.role == role])


def _total(some: Iterable[Stated]) -> tuple[int, int]:
    some = tuple(some)
    return sum(one.amount for one in some), sum(one.slack for one in some)


def _added(lines: Sequence[BudgetLine], slacks: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    """Each figure; and the rows, columns, items, years, tables of figures that are no totals."""
    groups: dict[tuple[object, ...], list[BudgetLine]] = {}
    for line in lines:
        slack = slacks.get((line.line, line.amount), 0)
        yield abs(line.amount), slack  # what is taken off in brackets is stated without them elsewhere
        if not line.total:
            for key in (
                *(("all",), ("table", line.table), ("row", line.line), ("item", line.item)),
                *(("year", line.financial_year), ("stream", line.category), ("fund", line.funding_source)),
                *(("column", line.table, line.financial_year, line.category), ("way", line.direction)),
            ):
                groups.setdefault(key, []).append(line)
    for some in groups.values():
        yield _sum(some, slacks)


def _sum(lines: Sequence[BudgetLine], slacks: dict[tuple[int, int], int]) -> tuple[int, int]:
    return sum(line.amount for line in lines), sum(slacks.get((line.line, line.amount), 0) for line in lines)
