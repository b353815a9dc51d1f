"""The rule on one and the same sum that a paper states differently in two places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from mopacreg import sentences
from mopacreg.audit import stated
from mopacreg.audit.alike import close, mistyped, swapped
from mopacreg.audit.finding import ERROR, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.stated import Group, Stated
from mopacreg.audit.wording import pounds
from mopacreg.record import Decision, Money
from mopacreg.sums import step
from mopacreg.values import money

_RECEIVER = re.compile(
    r"[^£.;:\n]{0,40}?\b(?:to|from|for|by|with) (?:the )?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|for|the|in) )?[A-Z&][\w’'&-]*)*)"
)
_TOTALLING = re.compile(
    r"\b(?:total(?:s|ling)?|in all|altogether|overall|together|the sum of|making|adds? up)\b", re.IGNORECASE
)
_SURE = 4  # digits before the noughts that leave little to chance, and
_SURE_AMONG_MANY = 5  # as many where there are many sums to be like
_FEWEST = 3  # sums: a whole and two parts
_SHARE = 200  # a whole within a 200th of what its parts add up to was meant to be their sum

Alike = Callable[[Stated, Stated], bool]


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if decision.listed_only or len(decision.money) < 2:
        return
    seen: set[int] = set()
    for one, other in _pairs(decision):
        if one.amount not in seen and other.amount not in seen:
            seen |= {one.amount, other.amount}
            yield Remark(one.line, _said(one, other))
    yield from _wholes(decision)


def _pairs(decision: Decision) -> Iterator[tuple[Stated, Stated]]:
    """Two statements of what must be one sum, and differ; the likeliest first."""
    sides = _Sides(decision)
    told, asked, tabled = sides.told, sides.asked, sides.tabled
    yield from _disagreeing(told, asked, sides.slip)
    yield from _disagreeing(told, asked, sides.same_receiver)
    yield from _disagreeing(told, asked, sides.only_sum)
    yield from _disagreeing(asked, tabled, sides.slip_of_table)
    yield from _disagreeing(told, tabled, sides.slip_of_table)
    yield from _disagreeing(sides.report, asked, sides.slip_of_report)


class _Sides:
    """A paper's sums by where they stand, and why two of them may be meant for one."""

    def __init__(self, decision: Decision) -> None:
        self.told = stated.summary(decision)
        self.asked = stated.recommendations(decision)
        self.tabled = stated.tables(decision)
        self.report = stated.report(decision)
        self._amounts = {one.amount for one in decision.money}
        self._decision = decision

    @cached_property
    def _receivers(self) -> tuple[dict[int, str], dict[int, str]]:
        """Whom the sums of the summary are for, and whom those of the recommendations."""
        items = self._decision.recommendations
        return _receivers(self._decision.summary or ""), _receivers(*(item.text for item in items))

    def _explained(self, one: Stated, other: Stated) -> bool:
        """Whether the paper states by how much they differ."""
        return abs(one.amount - other.amount) in self._amounts

    def slip(self, one: Stated, other: Stated) -> bool:
        """Two digits swapped; or of this decision's own money one digit, or little."""
        if not (one.own and other.own):
            return one.exact and other.exact and swapped(one.amount, other.amount, _SURE)
        return swapped(one.amount, other.amount) or (
            not self._explained(one, other) and _misprint(one, other)
        )

    def same_receiver(self, one: Stated, other: Stated) -> bool:
        """Both are of this decision's own money, and for the same body."""
        if not (one.own and other.own and _comparable(one, other)) or self._explained(one, other):
            return False
        told_of, asked_of = self._receivers
        return one.amount in told_of and told_of[one.amount] == asked_of.get(other.amount)

    def only_sum(self, one: Stated, other: Stated) -> bool:
        """Each is the only one that its part has of this decision's own money, and the tables know one."""
        alone = self.told.own == {one.amount} and self.asked.own == {other.amount} and one.role == other.role
        shown = self.tabled.has(other) and not self.tabled.has(one)
        return alone and shown and not self._explained(one, other) and _comparable(one, other)

    def slip_of_table(self, one: Stated, other: Stated) -> bool:
        """A slip of a table's whole; of one of its many cells only where chance is hardly possible."""
        if other.whole:
            return self.slip(one, other)
        return one.own and swapped(one.amount, other.amount, _SURE_AMONG_MANY)

    def slip_of_report(self, one: Stated, other: Stated) -> bool:
        """A slip in the report's sentences, which no table shows."""
        return one.own and not self.tabled.has(one) and self.slip(one, other)


def _disagreeing(group: Group, beside: Group, alike: Alike) -> Iterator[tuple[Stated, Stated]]:
    """A sum of one part that the other lacks, beside a sum of the other that the one lacks, and alike."""
    lacking = [one for one in group.stated if one.counts and not beside.has(one)]
    for one in lacking:
        for other in beside.stated:
            if other.counts and one.same_years(other) and alike(one, other) and not group.has(other):
                yield one, other
                break


def _misprint(one: Stated, other: Stated) -> bool:
    """Whether one digit differs, or little does, where both are printed to the pound."""
    if not (one.exact and other.exact) or _within_limit(one, other):
        return False
    return mistyped(one.amount, other.amount) or close(one.amount, other.amount)


def _within_limit(one: Stated, other: Stated) -> bool:
    """Whether the larger is called a maximum, which the smaller may well keep to."""
    larger = max(one, other, key=lambda each: each.amount)
    return larger.limit


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether they are of one size, of the same years, and further apart than rounding takes them."""
    small, large = sorted((one.amount, other.amount))
    apart = large - small > 2 * (one.slack + other.slack)
    return (
        apart
        and large < 2 * small
        and one.years in (other.years, frozenset())
        and not _within_limit(one, other)
    )


def _receivers(*texts: str) -> dict[int, str]:
    """Amount (pence) → the body that it goes to or comes from, as the words right behind it say."""
    found = {}
    for text in texts:
        for one in money.find(text):
            if match := _RECEIVER.match(text, one.end):
                found[one.amount] = match["name"]
    return found


def _wholes(decision: Decision) -> Iterator[Remark]:
    """Wholes that their parts in the same recommendation, or sentence of the summary, narrowly miss."""
    blocks = [(item.text, f"recommendation {item.number}") for item in decision.recommendations]
    text = decision.summary or ""
    blocks += [(text[start:end], "summary") for start, end in sentences.split(text, 0, len(text))]
    for words, place in blocks:
        if _TOTALLING.search(words):
            yield from _whole(words, place, decision)


def _whole(words: str, place: str, decision: Decision) -> Iterator[Remark]:
    sums = [(one.amount, step(_as_money(one.amount, one.text)) // 2) for one in money.find(words)]
    if len(sums) < _FEWEST:
        return
    whole = max(sums)
    parts = list(sums)
    parts.remove(whole)
    added, slack = sum(amount for amount, _ in parts), sum(slack for _, slack in sums)
    difference = whole[0] - added
    if abs(difference) > slack and abs(difference) * _SHARE <= whole[0]:
        line = next((m.line for m in decision.money if m.place == place and m.amount == whole[0]), None)
        side = "more" if difference > 0 else "less"
        where = f"The {place}" if place == "summary" else place.capitalize()
        yield Remark(
            line,
            f"{where} states {pounds(whole[0])}, {pounds(abs(difference))} {side} than the parts that it "
            f"names: {pounds(added)}. Find out which figure is wrong, and have the paper corrected.",
        )


def _as_money(amount: int, text: str) -> Money:
    return Money(amount, text, None, (), "background", None, 0)


def _said(one: Stated, other: Stated) -> str:
    return (
        f"{one.where[:1].upper()}{one.where[1:]} has {pounds(one.amount)} where {other.where} has "
        f"{pounds(other.amount)} (line {other.line}). Find out which was approved, and have the paper "
        "corrected."
    )


AMOUNTS_DISAGREE = Rule(
    "amounts-disagree",
    ERROR,
    _check,
    checks="A sum that the summary, the recommendations, the report or the tables' totals state and the "
    "other doesn't, beside one in the other that is so like it that both must be the same: two digits "
    "swapped; one digit wrong, or less than 2% apart, where both are this decision's money; or meant for "
    "the same body and the same years; or the only sums of the summary and of the recommendations, where "
    "the tables know but the latter. And a whole that its parts in the same recommendation or sentence miss "
    "by less than a 200th.",
    source="FIELD-NOTES, Money: papers disagree with themselves.",
    example="A grant of £246,700 in the summary that is £264,700 in the recommendation.",
    misses="Sums that differ by much, and name no body: one may be a part of the other. Rounded figures, "
    "estimates, and what keeps below a maximum. Sums by the year, sums that others add up to, and those "
    "whose difference the paper states. Money of other decisions.",
)

RULES = (AMOUNTS_DISAGREE,)
