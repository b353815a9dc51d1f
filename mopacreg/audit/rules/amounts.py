"""The rule on one and the same sum that a paper states differently in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg import sentences
from mopacreg.audit.alike import mistyped, swapped
from mopacreg.audit.finding import ERROR, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.sides import Sides
from mopacreg.audit.stated import Stated
from mopacreg.audit.wording import pounds
from mopacreg.record import Decision, Money
from mopacreg.sums import step
from mopacreg.values import money

_TOTALLING = re.compile(
    r"\b(?:total(?:s|ling)?|in all|altogether|overall|together|the sum of|making|adds? up)\b", re.IGNORECASE
)
_FEWEST = 3  # sums: a whole and two parts
_SHARE = 200  # a whole within a 200th of what its parts add up to was meant to be their sum


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if decision.listed_only or len(decision.money) < 2:
        return
    seen: set[int] = set()
    for one, other in Sides(decision).pairs():
        if one.amount not in seen and other.amount not in seen:
            seen |= {one.amount, other.amount}
            yield Remark(one.line, _said(one, other))
    yield from _wholes(decision)


def _wholes(decision: Decision) -> Iterator[Remark]:
    """Wholes that their parts in the same recommendation, sentence or paragraph of the summary narrowly miss."""
    blocks = [(item.text, f"recommendation {item.number}") for item in decision.recommendations]
    for paragraph in (decision.summary or "").split("\n"):
        spans = sentences.split(paragraph, 0, len(paragraph))
        texts = dict.fromkeys([*(paragraph[start:end] for start, end in spans), paragraph])
        blocks += [(text, "summary") for text in texts]
    said: set[Remark] = set()
    for words, place in blocks:
        if _TOTALLING.search(words):
            for remark in _whole(words, place, decision):
                if remark not in said:
                    said.add(remark)
                    yield remark


def _whole(words: str, place: str, decision: Decision) -> Iterator[Remark]:
    sums = {one.amount: step(_as_money(one.amount, one.text)) // 2 for one in money.find(words)}
    slack = sum(sums.values())
    if len(sums) < _FEWEST or any(abs(2 * whole - sum(sums)) <= slack for whole in sums):
        return
    for whole in sums:
        added = sum(sums) - whole
        difference = whole - added
        near = abs(difference) * _SHARE <= whole
        if near or swapped(whole, added) or mistyped(whole, added):
            line = next((m.line for m in decision.money if m.place == place and m.amount == whole), None)
            side = "more" if difference > 0 else "less"
            where = f"The {place}" if place == "summary" else place.capitalize()
            yield Remark(
                line,
                f"{where} states {pounds(whole)}, {pounds(abs(difference))} {side} than the parts that it "
                f"names: {pounds(added)}. Find out which figure is wrong, and have the paper corrected.",
            )
            return


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
