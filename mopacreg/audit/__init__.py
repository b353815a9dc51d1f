"""The audit: what is amiss in the decisions that a register holds.

`run` gives the findings, `rules.RULES` lists what is checked, and
`Rule.explanation` is a rule's page. A new rule is a function in a module of
`rules` and a name in its list.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from mopacreg.audit.finding import SEVERITIES, Finding, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.rules import RULES
from mopacreg.errors import UsageError
from mopacreg.register import records

__all__ = ["RULES", "SEVERITIES", "Finding", "Rule", "rule", "run"]


def run(db: sqlite3.Connection, chosen: Collection[str] = (), today: date | None = None) -> list[Finding]:
    """What the rules find in the decisions that are shown, in the order of references, then of lines.

    `chosen` names the rules to apply; none named are all that aren't optional. `today` is the day against
    which deferrals are held. Raises UsageError for a name that no rule has.
    """
    applied = tuple(rule(name) for name in chosen) or tuple(each for each in RULES if not each.optional)
    holdings = Holdings.of(db, today)
    found: list[Finding] = []
    for held in holdings.all:
        if held.shown:
            found += audited(Paper(held, records.record(db, held.id)), holdings, applied)
    return found


def audited(paper: Paper, holdings: Holdings, applied: Collection[Rule]) -> list[Finding]:
    """What these rules find in one decision, by line; what has none comes last."""
    found = list(_findings(paper, holdings, applied))
    return sorted(found, key=lambda finding: (finding.line is None, finding.line))


def _findings(paper: Paper, holdings: Holdings, applied: Collection[Rule]) -> Iterator[Finding]:
    for each in applied:
        for line, message in each.check(paper, holdings):
            yield Finding(each.name, paper.held.name, each.severity, message, line, paper.held.path)


def rule(name: str) -> Rule:
    """The rule of that name. Raises UsageError, which names the rules there are."""
    for each in RULES:
        if each.name == name:
            return each
    raise UsageError(f"'{name}' is no rule of the audit", f"Choose from: {', '.join(r.name for r in RULES)}.")
