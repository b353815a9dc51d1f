"""A sum and all that its role is judged by: its sentence, its neighbours, and what the decision decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mopacreg.flows import Flows
from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention
from mopacreg.multiples import multiplied
from mopacreg.tables import Table
from mopacreg.values import references, years
from mopacreg.wholes import wholes

_NEW_REGIME = re.compile(
    r"\b(?:revis\w+|new|amend\w*|chang\w+|updat\w+|replac\w+)\b[^.;£]{0,60}"
    r"\b(?:schemes? of (?:consent|delegation)|(?:financial|contracts?) regulations|standing orders)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """The amounts (pence) that recommendations and tables decide, and the financial years they are for.

    `regime`: what is decided on are the rules of authority themselves.
    """

    income: frozenset[int]
    spend: frozenset[int]
    years: frozenset[str]
    regime: bool = False

    def has(self, amount: int) -> bool:
        """Whether the decision's own recommendations or tables have this amount."""
        return amount in self.income or amount in self.spend


def decided_by(sheet: Sheet, items: Sequence[Mention], tables: Sequence[Table], flows: Flows) -> Decided:
    """What the recommendations' sums (with their roles) and the tables decide."""
    text = sheet.text.prose
    spend = {m.sum.amount for m in items if m.role in ("decided", "total")}
    places = dict.fromkeys(m.place for m in items)
    whole = [m for place in places for m in wholes(text, [m for m in items if m.place == place])]
    spend.add(sum(multiplied(text, m) for m in whole if m.role in ("decided", "total")))
    stated = {year for m in items if m.role in ("decided", "income", "total") for year in m.years}
    income = {m.sum.amount for m in items if m.role == "income"}
    added = []
    for table in tables:
        own = [a for a in table.amounts if a.sum.amount and a.sum.start not in flows.not_new]
        received = [a for a in own if a.sum.start in flows.received]
        income |= {a.sum.amount for a in received}
        spend |= {a.sum.amount for a in own if a not in received}
        stated |= {a.year for a in own if a.year}
        added.append(sum(a.sum.amount for a in own if a.counts))
        (income if len(received) == len(own) else spend).add(added[-1])
    spend |= {sum(added)} if added else set()
    regime = any(_NEW_REGIME.search(line.text) for line in sheet.lines("recommendation"))
    return Decided(frozenset(income), frozenset(spend), frozenset(stated), regime)


class Context:
    """One sum in its surroundings: `before` and `after` are its sentence up to the sum and from there on."""

    def __init__(
        self,
        sheet: Sheet,
        mention: Mention,
        mentions: Sequence[Mention],
        decided: Decided,
        named: Sequence[references.Mention],
    ) -> None:
        self.sheet, self.mention, self.mentions = sheet, mention, mentions
        self.decided, self.named = decided, named
        self.text = sheet.text.prose
        self.amount, self.place = mention.sum.amount, mention.place
        start, end = mention.sentence
        self.before = self.text[start : mention.sum.start]
        self.after = self.text[mention.sum.end : end]

    @cached_property
    def cited(self) -> list[references.Mention]:
        """The decisions that the sentence names."""
        start, end = self.mention.sentence
        return [m for m in self.named if start <= m.start < end]

    @cached_property
    def same_sentence(self) -> list[Mention]:
        """The other sums of the sentence."""
        return [m for m in self.mentions if m.sentence == self.mention.sentence and m is not self.mention]

    @cached_property
    def same_unit(self) -> list[Mention]:
        """The other sums of the paragraph."""
        return [m for m in self.mentions if m.unit == self.mention.unit and m is not self.mention]

    @cached_property
    def is_own(self) -> bool:
        """Whether the decision's recommendations or tables have the sum, or what it comes to over its years."""
        return self.decided.has(self.amount) or self.decided.has(multiplied(self.text, self.mention))

    @cached_property
    def is_of_other_years(self) -> bool:
        """Whether the sum is for years of which the decision has none."""
        stated = set(self.mention.years)
        stated = stated or {y for span in years.find(self.text, *self.mention.sentence) for y in span.years}
        return bool(stated and self.decided.years and not stated & self.decided.years)

    def of(self, mention: Mention) -> Context:
        """The context of another sum of the decision."""
        return Context(self.sheet, mention, self.mentions, self.decided, self.named)
