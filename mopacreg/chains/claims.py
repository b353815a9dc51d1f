"""What others say that a decision approved, and which of them agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mopacreg.chains.draws import Paper
from mopacreg.record import Citation
from mopacreg.register.citing import Held
from mopacreg.sums import step


class Claim(NamedTuple):
    """That a decision says another approved `amount` (pence), printed to the nearest `step` (0: to the pound).

    `text`: the sum as printed. `shared`: the other decisions of which the same words say it; it is then not
    known to be this one's alone.
    """

    by: Held
    amount: int
    text: str
    step: int
    line: int
    shared: tuple[str, ...] = ()

    def agrees(self, amount: int, other: int = 0) -> bool:
        """Whether it may be the same as `amount`, printed to the nearest `other`: a half of the last digit."""
        return abs(self.amount - amount) * 2 <= max(self.step, other)


def claims(papers: Iterable[Paper]) -> list[Claim]:
    """Each decision's claims, one an amount, at the first line that makes it."""
    found: dict[tuple[str, int], Claim] = {}
    for paper in papers:
        for claim in _made_in(paper):
            key = claim.by.name, claim.amount
            if key not in found or (found[key].shared and not claim.shared):
                found[key] = claim
    return list(found.values())


def _made_in(paper: Paper) -> Iterator[Claim]:
    for mention in paper.mentions:
        amount = mention.claimed_amount
        if amount is None:
            continue
        printed = [each for each in paper.money if each.amount == amount]
        nearest = min(printed, key=lambda each: abs(each.line - mention.line), default=None)
        text, rounded = (nearest.text, step(nearest)) if nearest else ("", 0)
        yield Claim(paper.held, amount, text, rounded, mention.line, tuple(_beside(paper, mention)))


def _beside(paper: Paper, mention: Citation) -> list[str]:
    """The other decisions that the same line says approved the same sum."""
    alike = (mention.line, mention.claimed_amount)
    return sorted(
        {
            each.reference
            for each in paper.cites
            if (each.line, each.claimed_amount) == alike and each.reference not in paper.references
        }
    )


def agreed(every: Sequence[Claim]) -> Claim | None:
    """The claim that most decisions make, in its most exact form; None where none is made more than others."""
    alike: dict[tuple[int, int], list[Claim]] = {}
    for claim in every:
        if not claim.shared:
            alike.setdefault((claim.amount, claim.step), []).append(claim)
    one_each = [claims[0] for claims in alike.values()]
    if not one_each:
        return None
    votes = {
        claim: len(
            {
                by.by.name
                for other in one_each
                if _same(claim, other)
                for by in alike[other.amount, other.step]
            }
        )
        for claim in one_each
    }
    best = max(one_each, key=lambda claim: (votes[claim], -claim.step))
    rivals = [claim for claim in one_each if votes[claim] == votes[best] and not _same(claim, best)]
    return None if rivals else best


def _same(one: Claim, other: Claim) -> bool:
    return one.agrees(other.amount, other.step)
