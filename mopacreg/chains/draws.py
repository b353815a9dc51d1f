"""What each citing decision draws on a decision, or why what it says of it doesn't count.

A decision draws once, however often it says so and in however many texts it is held.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mopacreg.chains import drawing, sentence
from mopacreg.chains.drawing import Reason
from mopacreg.record import Citation, Money
from mopacreg.register import citing, records
from mopacreg.register.citing import Held


class Paper(NamedTuple):
    """A text that cites the decision: whose it is and where it lies, all its citations and sums.

    `held.id` is the text's own; `references` are the ways in which it writes the decision cited.
    """

    held: Held
    text: str
    cites: tuple[Citation, ...]
    money: tuple[Money, ...]
    references: frozenset[str]

    @property
    def mentions(self) -> list[Citation]:
        """Its citations of the decision."""
        return [each for each in self.cites if each.reference in self.references]


class Draw(NamedTuple):
    """`amount` (pence) of a decision's own money that comes out of the cited one; `lines` say so."""

    by: Held
    amount: int
    lines: tuple[int, ...]


class Aside(NamedTuple):
    """A decision that cites the other and is not counted, with why; `amount`: money that it states there."""

    by: Held
    why: str
    line: int
    amount: int | None = None


class Said(NamedTuple):
    """A sentence that says how much is drawn."""

    amount: int
    place: str | None
    line: int


def papers(db: sqlite3.Connection, name: str) -> list[Paper]:
    """The texts that cite the decision of that name, the oldest decision's first."""
    texts: dict[int, set[str]] = {}
    who: dict[int, str] = {}
    for mention in citing.made_of(db, [name]):
        texts.setdefault(mention.id, set()).add(mention.citation.reference)
        who[mention.id] = mention.citing
    shown = citing.held(db, who.values())
    return [
        _paper(db, shown[who[number]]._replace(id=number), frozenset(references))
        for number, references in texts.items()
    ]


def _paper(db: sqlite3.Connection, held: Held, references: frozenset[str]) -> Paper:
    document = records.document(db, held.id)
    return Paper(held._replace(path=document.path), document.text, *records.stated(db, held.id), references)


def told_apart(found: Iterable[Paper]) -> tuple[list[Draw], list[Aside]]:
    """Who draws, and who is not counted; each in the order of `found`, a decision once."""
    draws: dict[str, Draw] = {}
    asides: list[Aside] = []
    for paper in found:
        judged = judge(paper)
        name = paper.held.name
        if isinstance(judged, Aside):
            asides.append(judged)
        elif name in draws:
            why = "it is another text of a decision that is counted"
            asides.append(Aside(judged.by, why, judged.lines[0], judged.amount))
        else:
            draws[name] = judged
    said = [each for each in asides if each.amount is not None or each.by.name not in draws]
    return list(draws.values()), list({(each.by.name, each.why): each for each in said}.values())


def judge(paper: Paper) -> Draw | Aside:
    """What the decision draws on the one that it cites, or why that isn't counted."""
    said: list[Said] = []
    reasons: list[tuple[Reason, int]] = []
    for found in sentence.find(paper.text, paper.cites, paper.money, paper.references):
        verdict = drawing.judge(found)
        if isinstance(verdict, Reason):
            reasons.append((verdict, found.citation.line))
        else:
            said.append(Said(verdict, found.citation.place, found.citation.line))
    if not said:
        reason, line = max(
            reasons, key=lambda each: each[0].weight, default=(Reason(0, NOWHERE), paper.mentions[0].line)
        )
        return Aside(paper.held, reason.text, line, reason.amount)
    amount = together(said, paper.held.value)
    lines = tuple(dict.fromkeys(each.line for each in said))
    if paper.held.value is None:
        return Aside(paper.held, "no money that it commits was read", lines[0], amount)
    if amount > paper.held.value:
        return Aside(paper.held, "that is more than all that it commits", lines[0], amount)
    return Draw(paper.held, amount, lines)


NOWHERE = "the words that cite the decision aren't where they were read"


def together(said: Sequence[Said], value: int | None) -> int:
    """What several sentences say is drawn: one sum said again, or the sums of several recommendations.

    Equal sums are one said twice, unless those of all recommendations make the decision's `value` (pence).
    """
    asked = {(each.place, each.amount) for each in said if (each.place or "").startswith("recommendation")}
    amounts = {amount for _, amount in asked} or {each.amount for each in said}
    largest = max(amounts)
    if asked and sum(amount for _, amount in asked) == value:
        return value
    whole_and_parts = sum(amounts) == 2 * largest
    return largest if whole_and_parts or sum(amounts) > (value or 0) else sum(amounts)
