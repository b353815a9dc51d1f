"""Sums that a paper states beside their parts, in one recommendation or sentence, and that these narrowly miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.reconcile.alike import mistyped, swapped
from mopacreg.record import Decision, Money
from mopacreg.sums import step
from mopacreg.values import money

_TOTALLING = re.compile(
    r"\b(?:total(?:s|ling)?|in all|altogether|overall|together|the sum of|making|adds? up)\b", re.IGNORECASE
)
_FEWEST = 3  # sums: a whole and two parts
_SHARE = 200  # a whole within a 200th of what its parts add up to was meant to be their sum


class Missed(NamedTuple):
    """A whole and what its parts add up to, in pence; `place` is `summary` or `recommendation 2`."""

    place: str
    line: int | None
    whole: int
    added: int

    @property
    def difference(self) -> int:
        """How much more the whole is than its parts, in pence."""
        return self.whole - self.added


def missed(decision: Decision) -> Iterator[Missed]:
    """Wholes that their parts in the same recommendation, sentence or paragraph of the summary narrowly miss."""
    if decision.listed_only:
        return
    blocks = [(item.text, f"recommendation {item.number}") for item in decision.recommendations]
    for paragraph in (decision.summary or "").split("\n"):
        spans = sentences.split(paragraph, 0, len(paragraph))
        texts = dict.fromkeys([*(paragraph[start:end] for start, end in spans), paragraph])
        blocks += [(text, "summary") for text in texts]
    said: set[Missed] = set()
    for words, place in blocks:
        found = _missed(words, place, decision) if _TOTALLING.search(words) else None
        if found and found not in said:
            said.add(found)
            yield found


def _missed(words: str, place: str, decision: Decision) -> Missed | None:
    sums = {one.amount: step(_as_money(one.amount, one.text)) // 2 for one in money.find(words)}
    slack = sum(sums.values())
    if len(sums) < _FEWEST or any(abs(2 * whole - sum(sums)) <= slack for whole in sums):
        return None
    for whole in sums:
        added = sum(sums) - whole
        near = abs(whole - added) * _SHARE <= whole
        if near or swapped(whole, added) or mistyped(whole, added):
            line = next((m.line for m in decision.money if m.place == place and m.amount == whole), None)
            return Missed(place, line, whole, added)
    return None


def _as_money(amount: int, text: str) -> Money:
    return Money(amount, text, None, (), "background", None, 0)
