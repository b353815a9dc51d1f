"""The rule on one and the same sum that a paper states differently in two places."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg.audit.finding import ERROR, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import pounds
from mopacreg.reconcile import wholes
from mopacreg.reconcile.sides import disagreeing
from mopacreg.reconcile.stated import Stated
from mopacreg.reconcile.wholes import Missed


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    for one, other in disagreeing(paper.decision):
        yield Remark(one.line, _said(one, other), (one.amount, other.amount))
    for missed in wholes.missed(paper.decision):
        yield Remark(missed.line, _said_missed(missed), (missed.whole, missed.added))


def _said(one: Stated, other: Stated) -> str:
    return (
        f"{one.where[:1].upper()}{one.where[1:]} has {pounds(one.amount)} where {other.where} has "
        f"{pounds(other.amount)} (line {other.line}). Find out which was approved, and have the paper "
        "corrected."
    )


def _said_missed(missed: Missed) -> str:
    side = "more" if missed.difference > 0 else "less"
    where = f"The {missed.place}" if missed.place == "summary" else missed.place.capitalize()
    return (
        f"{where} states {pounds(missed.whole)}, {pounds(abs(missed.difference))} {side} than the parts that "
        f"it names: {pounds(missed.added)}. Find out which figure is wrong, and have the paper corrected."
    )


AMOUNTS_DISAGREE = Rule(
    "amounts-disagree",
    ERROR,
    _check,
    checks="A sum that only one of the summary, the recommendations, the report and the tables states, and "
    "that none of them adds up to, beside a sum which that one lacks and the other has, where both must be "
    "meant for the same: two digits are swapped or one is wrong; they are less than 2% apart; they are for "
    "the same body and years; two parts of the paper have the one against the other; or the recommendations "
    "would add up to the table with it. And a whole that its parts in the same recommendation or sentence "
    "miss narrowly.",
    source="Published papers, which now and then disagree with themselves.",
    example="A grant of £246,700 in the summary that is £264,700 in the recommendation.",
    misses="Two sums that differ by much, where nothing else speaks for either: one may be a part of the "
    "other. Rounded figures, estimates, and what keeps below a maximum. Sums by the year, and those whose "
    "difference the paper states. Money of other decisions, and what is only background.",
)

RULES = (AMOUNTS_DISAGREE,)
