"""What a rule says, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mopacreg.audit.holdings import Holdings, Paper

ERROR = "error"  # the paper can't be right as it stands
WARNING = "warning"  # something is missing, or needs a person's look
NOTE = "note"  # worth knowing; nobody need have done anything wrong
SEVERITIES = (ERROR, WARNING, NOTE)
"""The gravest first."""


class Remark(NamedTuple):
    """What a check says of a decision: at which line of its document (1-based), in which sentences."""

    line: int | None
    message: str


Check = Callable[[Paper, Holdings], Iterator[Remark]]
"""A decision and what the register holds → what is amiss in it, in the order of its lines."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the rule that makes it and the decision that it is about.

    `reference` is the decision's name: its reference, or its file's name where it has none. `path` is the
    document's. Words of documents in `message` are data: the formats make them safe to show.
    """

    rule: str
    reference: str
    severity: str
    message: str
    line: int | None
    path: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, how grave what it finds is, and its page of explanation.

    `optional` rules are left out unless they are asked for by name: what they say is true of so many
    decisions that it would drown the rest.
    """

    name: str
    severity: str
    check: Check
    checks: str
    source: str
    example: str
    misses: str
    optional: bool = False

    @property
    def explanation(self) -> str:
        """The rule's page: what it checks, where it comes from, an example, what it does not find."""
        asked = " It runs only when it is asked for by name." if self.optional else ""
        return (
            f"{self.name} ({self.severity})\n\n{self.checks}{asked}\n\nSource: {self.source}\n\n"
            f"Example: {self.example}\n\nNot found: {self.misses}\n"
        )
