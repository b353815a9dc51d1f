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
    """What a check says of a decision: at which line of its document (1-based), in which sentences.

    `about`: what in the decision it is about, in the decision's own terms (the decision cited, the figures),
    so that it is known again when lines have shifted. Two remarks about the same are told apart by their order.
    """

    line: int | None
    message: str
    about: tuple[str | int, ...] = ()


_WIDTH = 79  # columns of a rule's page

Check = Callable[[Paper, Holdings], Iterator[Remark]]
"""A decision and what the register holds → what is amiss in it, in the order of its lines."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the rule that makes it and the decision that it is about.

    `reference` is the decision's name: its reference, or its file's name where it has none. `path` is the
    document's, `id` what a person calls the finding by (`audit.ids` says how it is made). Words of documents
    in `message` are data: the formats make them safe to show.
    """

    rule: str
    reference: str
    severity: str
    message: str
    line: int | None
    path: str
    id: str


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
        from textwrap import fill

        asked = f" It runs only when it is asked for by name: --rule {self.name}." if self.optional else ""
        parts = (
            f"{self.name} ({self.severity})",
            f"{self.checks}{asked}",
            f"Source: {self.source}",
            f"Example: {self.example}",
            f"Not found: {self.misses}",
        )
        pages = [fill(part, _WIDTH, break_long_words=False, break_on_hyphens=False) for part in parts]
        return "\n\n".join(pages) + "\n"
