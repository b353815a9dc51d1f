"""The audit: what is amiss in the decisions that a register holds.

`run` gives the findings, `rules.RULES` lists what is checked, and
`Rule.explanation` is a rule's page. A new rule is a function in a module of
`rules` and a name in its list. What a person accepted is `register.acceptances`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from mopacreg.audit import ids
from mopacreg.audit.finding import SEVERITIES, Finding, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.rules import RULES
from mopacreg.errors import UsageError
from mopacreg.register import query, records
from mopacreg.register.filters import Filter

__all__ = ["RULES", "SEVERITIES", "Finding", "Rule", "rule", "rules", "run"]


def run(
    db: sqlite3.Connection,
    chosen: Collection[str] = (),
    *,
    at_least: str = SEVERITIES[-1],
    of: Filter | None = None,
    today: date | None = None,
) -> list[Finding]:
    """What the rules find in the decisions that are shown, in the order of references, then of lines.

    `chosen` names the rules to apply; none named are all that aren't optional. `at_least` is how severe.
    `of` says in which decisions; they are held against all. `today` is the day against which deferrals are
    held. Raises UsageError for a name that no rule has, and for what is no severity.
    """
    applied = rules(chosen, at_least)
    holdings = Holdings.of(db, today)
    meant = None if of in (None, Filter()) else {each.id for each in query.decisions(db, of)}
    found: list[Finding] = []
    for held in holdings.all:
        if held.shown and (meant is None or held.id in meant):
            found += audited(Paper(held, records.record(db, held.id)), holdings, applied)
    return found


def amiss(db: sqlite3.Connection, rule: Rule) -> list[int]:
    """The ids of the decisions that are shown in which the rule finds something."""
    holdings = Holdings.of(db)
    return [
        held.id
        for held in holdings.all
        if held.shown and any(rule.check(Paper(held, records.record(db, held.id)), holdings))
    ]


def audited(paper: Paper, holdings: Holdings, applied: Collection[Rule]) -> list[Finding]:
    """What these rules find in one decision, by line; what has none comes last."""
    found = list(_findings(paper, holdings, applied))
    return sorted(found, key=lambda finding: (finding.line is None, finding.line))


def _findings(paper: Paper, holdings: Holdings, applied: Collection[Rule]) -> Iterator[Finding]:
    held = paper.held
    for each in applied:
        remarks = list(each.check(paper, holdings))
        for called, (line, message, _) in ids.called(each.name, held, holdings, remarks):
            yield Finding(each.name, held.name, each.severity, message, line, held.path, called)


def rules(chosen: Collection[str] = (), at_least: str = SEVERITIES[-1]) -> tuple[Rule, ...]:
    """The rules of these names, without any named all that aren't optional, if they are severe enough.

    Raises UsageError for a name that no rule has, and for what is no severity.
    """
    if at_least not in SEVERITIES:
        raise UsageError(f"'{at_least}' is no severity", f"Choose from: {', '.join(SEVERITIES)}.")
    named = tuple(rule(name) for name in chosen) or tuple(each for each in RULES if not each.optional)
    severe = SEVERITIES[: SEVERITIES.index(at_least) + 1]
    return tuple(each for each in named if each.severity in severe)


def rule(name: str) -> Rule:
    """The rule of that name. Raises UsageError, which names the rules there are."""
    for each in RULES:
        if each.name == name:
            return each
    raise UsageError(f"'{name}' is no rule of the audit", f"Choose from: {', '.join(r.name for r in RULES)}.")
