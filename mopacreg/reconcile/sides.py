"""Why two sums that a paper states in two places may be meant for one: the grounds on which they disagree.

A figure is suspected only where it stands alone: the other parts of the paper
neither state it, nor add up to it, nor have it by the year. Then it takes a
ground to hold another figure, which its own part lacks, for the one that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from mopacreg.reconcile import stated
from mopacreg.reconcile.alike import close, mistyped, swapped
from mopacreg.reconcile.stated import Group, Stated
from mopacreg.record import Decision
from mopacreg.values import money

_RECEIVER = re.compile(
    r"[^£.;:\n]{0,40}?\b(?:to|from|for|by|with) (?:the )?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|for|the|in) )?[A-Z&][\w’'&-]*)*)"
)
_SURE = 4  # digits before the noughts that leave little to chance where two are swapped,
_SURER = 5  # where one is wrong,
_ENOUGH = 2  # and where other grounds speak for it too
_PAIR = 2  # sums that there must be for two to disagree
_VOTES = 2  # parts of the paper that must be of one mind against a third

Alike = Callable[[Stated, Stated], bool]
Pair = tuple[Stated, Stated]


class Sides:
    """A paper's sums by where they stand."""

    def __init__(self, decision: Decision) -> None:
        self.told = stated.summary(decision)
        self.asked = stated.recommendations(decision)
        self.tabled = stated.tables(decision)
        self.report = stated.report(decision)
        self._amounts = {one.amount for one in decision.money}
        self._decision = decision

    def pairs(self) -> Iterator[Pair]:
        """Two statements of what must be one sum, and differ; the likeliest first."""
        yield from _disagreeing(self.told, self.asked, self._slip)
        yield from _disagreeing(self.told, self.asked, self._same_receiver)
        yield from self._parallel()
        yield from self._outvoted(self.told, (self.asked, self.tabled, self.report))
        yield from self._outvoted(self.asked, (self.told, self.tabled, self.report))
        yield from _disagreeing(self.told, self.asked, self._only_sum)
        yield from _disagreeing(self.asked, self.tabled, self._slip_of_table)
        yield from self._unbalanced()
        yield from _disagreeing(self.told, self.tabled, self._slip_of_table)
        for part in (self.asked, self.told):
            yield from _disagreeing(self.report, part, self._slip_of_report)

    def _explained(self, one: Stated, other: Stated) -> bool:
        """Whether the paper states by how much they differ."""
        return abs(one.amount - other.amount) in self._amounts

    def _slip(self, one: Stated, other: Stated) -> bool:
        """Two digits swapped, or one wrong; or of this decision's own money a little difference."""
        own = one.own and other.own
        if swapped(one.amount, other.amount) and (own or (_exact(one, other) and _long(one, other, _SURE))):
            return True
        if self._explained(one, other) or not _exact(one, other) or _within_limit(one, other):
            return False
        if mistyped(one.amount, other.amount):
            return own or _long(one, other, _SURER)
        return own and close(one.amount, other.amount)

    def _same_receiver(self, one: Stated, other: Stated) -> bool:
        """Both are of this decision's own money, and for the same body."""
        if not (one.own and other.own and _comparable(one, other)) or self._explained(one, other):
            return False
        told_of, asked_of = self._receivers
        return one.amount in told_of and told_of[one.amount] == asked_of.get(other.amount)

    @cached_property
    def _receivers(self) -> tuple[dict[int, str], dict[int, str]]:
        """Whom the sums of the summary are for, and whom those of the recommendations."""
        items = self._decision.recommendations
        return _receivers(self._decision.summary or ""), _receivers(*(item.text for item in items))

    def _only_sum(self, one: Stated, other: Stated) -> bool:
        """Each is the only one that its part has of this decision's own money, and the tables know one."""
        alone = self.told.own == {one.amount} and self.asked.own == {other.amount} and one.role == other.role
        shown = self.tabled.has(other) and not self.tabled.has(one)
        return alone and shown and not self._explained(one, other) and _comparable(one, other)

    def _slip_of_table(self, one: Stated, other: Stated) -> bool:
        """A slip of a table's whole; of one of its many cells only where chance is hardly possible."""
        if not other.whole:
            return one.own and swapped(one.amount, other.amount, _SURE)
        only = self.asked.own == {one.amount} and swapped(one.amount, other.amount, _ENOUGH)
        return only or self._slip(one, other)

    def _slip_of_report(self, one: Stated, other: Stated) -> bool:
        """A slip in the report's sentences, which no other part shows: the report has many sums of others."""
        if any(part.has(one) for part in (self.told, self.asked, self.tabled)):
            return False
        return self._slip(one, other) and (one.own or _long(one, other, _SURER))

    def _outvoted(self, part: Group, others: tuple[Group, ...]) -> Iterator[Pair]:
        """The one sum of a part that no other has, beside the one that two others have and it lacks."""
        lone = [one for one in part.stated if one.counts and not any(other.has(one) for other in others)]
        one = _only([each for each in lone if each.once] or lone)
        if one is None:
            return
        meant = [
            other
            for group in others
            for other in group.stated
            if other.own
            and self._may_be(one, other)
            and not part.has(other)
            and sum(group.has(other) for group in others) >= _VOTES
        ]
        if other := _only(meant):
            yield one, other

    def _parallel(self) -> Iterator[Pair]:
        """The one sum in which summary and recommendations differ, where they share the others."""
        shared = [one for one in self.told.stated if one.own and self.asked.has(one)]
        one = _only([each for each in self.told.stated if each.counts and not self.asked.has(each)])
        other = _only([each for each in self.asked.stated if each.counts and not self.told.has(each)])
        if shared and one and other and self._may_be(one, other) and not self.tabled.has(one):
            yield one, other

    def _unbalanced(self) -> Iterator[Pair]:
        """The one sum of the recommendations that the tables lack, beside that with which they would agree."""
        asked = {one.amount: one for one in self.asked.stated if one.once}
        one = _only([each for each in asked.values() if not self.tabled.has(each)])
        if one is None or len(asked) == 1:
            return
        rest = sum(asked) - one.amount
        wholes = [other.amount for other in self.tabled.stated if other.whole]
        for other in self.tabled.stated:
            balanced = rest + other.amount in (*wholes, sum(wholes))
            if balanced and self._may_be(one, other) and not self.asked.has(other):
                yield one, other
                return

    def _may_be(self, one: Stated, other: Stated) -> bool:
        """Whether one may be the other misprinted, by their size, their years and what the paper explains.

        Of what is not said to be this decision's money, only a misprint of its digits may be.
        """
        if not one.same_years(other) or self._explained(one, other):
            return False
        if swapped(one.amount, other.amount, _ENOUGH):
            return True
        return _comparable(one, other) and (one.once or mistyped(one.amount, other.amount))


def disagreeing(decision: Decision) -> Iterator[Pair]:
    """What two parts of a paper state differently, each sum once; nothing of an entry of a listing page."""
    if decision.listed_only or len(decision.money) < _PAIR:
        return
    seen: set[int] = set()
    for one, other in Sides(decision).pairs():
        if one.amount not in seen and other.amount not in seen:
            seen |= {one.amount, other.amount}
            yield one, other


def _only(some: list[Stated]) -> Stated | None:
    """The first of some that are all of one amount; None of several amounts, or none."""
    return some[0] if len({each.amount for each in some}) == 1 else None


def _disagreeing(group: Group, beside: Group, alike: Alike) -> Iterator[Pair]:
    """A sum of one part that the other lacks, beside a sum of the other that the one lacks, and alike."""
    for one in group.stated:
        if one.counts and not beside.has(one):
            for other in beside.stated:
                if other.counts and one.same_years(other) and alike(one, other) and not group.has(other):
                    yield one, other
                    break


def _exact(one: Stated, other: Stated) -> bool:
    return one.exact and other.exact


def _long(one: Stated, other: Stated, enough: int) -> bool:
    """Whether both have so many digits before their noughts that chance hardly makes them alike."""
    return all(len(str(each.amount).rstrip("0")) >= enough for each in (one, other))


def _within_limit(one: Stated, other: Stated) -> bool:
    """Whether the larger is called a maximum, which the smaller may well keep to."""
    return max(one, other, key=lambda each: each.amount).limit


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether they are of one size, of the same years, and further apart than rounding takes them."""
    small, large = sorted((one.amount, other.amount))
    apart = large - small > 2 * (one.slack + other.slack)
    same_years = one.years == other.years or not (one.years and other.years)
    return apart and large < 2 * small and same_years and not _within_limit(one, other)


def _receivers(*texts: str) -> dict[int, str]:
    """Amount (pence) → the body that it goes to or comes from, as the words right behind it say."""
    found = {}
    for text in texts:
        for one in money.find(text):
            if match := _RECEIVER.match(text, one.end):
                found[one.amount] = match["name"]
    return found
