"""The rule on whether the value was the Deputy Mayor's to approve, as the paper itself tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mopacreg.audit.finding import NOTE, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import pounds
from mopacreg.record import Money, Section

_LEGAL = re.compile(r"\blegal\b", re.IGNORECASE)
_FROM_UPWARDS = re.compile(
    r"\b(?:and|or) (?:above|over|more)\b|\bmore than\b|\babove\b|\bover\b|\bat least\b"
)
# Other grounds on which a decision may be the Deputy Mayor's, whatever it is worth.
_OTHER_GROUND = re.compile(
    r"\bgrants?\b|\bwhatever (?:the|its|their)\b|\b(?:any|all|every) (?:size|amount|value|sum)|\bbelow\b"
    r"|\bunder £|\breserved?\b|\bnovel\b|\bcontentious\b|\bpublic interest\b|\bincome\b|\boffers?\b",
    re.IGNORECASE,
)


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if not decision.value:
        return
    for section in decision.sections:
        if section.heading and _LEGAL.search(section.heading):
            limits = _limits(section, decision.money)
            words = " ".join(paragraph.text for paragraph in section.paragraphs)
            if (
                limits
                and decision.value < min(limit.amount for limit in limits)
                and not _OTHER_GROUND.search(words)
            ):
                lowest = min(limits, key=lambda limit: limit.amount)
                yield Remark(
                    lowest.line,
                    f"The paper commits {pounds(decision.value)}, and says that the Deputy Mayor's "
                    f"approval is needed from {pounds(lowest.amount)}; it names no other ground. Have the "
                    "ground stated, or the decision taken by the officer whose it is.",
                    (decision.value, lowest.amount),
                )


def _limits(section: Section, money: tuple[Money, ...]) -> list[Money]:
    """The sums from which upwards the section says that a matter is the Deputy Mayor's."""
    places = {paragraph.number for paragraph in section.paragraphs}
    return [
        one
        for one in money
        if one.role == "threshold" and one.place in places and _FROM_UPWARDS.search(one.qualifier or "")
    ]


AUTHORITY = Rule(
    "authority",
    NOTE,
    _check,
    checks="A decision that commits less than the sum from which, as its own legal section says, the "
    "Deputy Mayor's approval is needed, where that section names no other ground.",
    source="The scheme of delegation as the legal section states it; the sums with the role threshold.",
    example="A value of £120,000, and `business cases of £500,000 and above are for the DMPC`.",
    misses="Papers that speak of grants, income, offers or the public interest, which have other grounds. "
    "Limits that are stated elsewhere, or by the name of a paragraph of the scheme alone.",
    optional=True,
)

RULES = (AUTHORITY,)
