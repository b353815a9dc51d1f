"""The audit's findings, each with its place and its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from mopacreg.views.table import COUNT, DATE, NAME, Cell, Column, Table

COLUMNS = (
    Column("rule", "Rule"),
    Column("reference", "Reference", NAME),
    Column("severity", "Severity"),
    Column("line", "Line", COUNT, below=True),
    Column("message", "Message", below=True),
    Column("id", "Id"),
)
ACCEPTED = (
    Column("state", "State"),
    Column("accepted_on", "Accepted on", DATE, below=True),
    Column("because", "Because", below=True),
)


class Finding(Protocol):
    """What a rule of the audit says of one decision."""

    @property
    def rule(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def line(self) -> int | None: ...
    @property
    def id(self) -> str: ...


class Acceptance(Protocol):
    """A person's word that a finding may stay."""

    @property
    def because(self) -> str: ...
    @property
    def made_on(self) -> str: ...


def findings(found: Iterable[Finding]) -> Table:
    """A row a finding, in the audit's order."""
    return Table(COLUMNS, (_row(each) for each in found))


def with_accepted(found: Iterable[Finding], accepted: Mapping[str, Acceptance]) -> Table:
    """The same, each new or accepted, and then when and why."""
    rows = ((*_row(each), *_why(accepted.get(each.id))) for each in found)
    return Table((*COLUMNS, *ACCEPTED), rows)


def _row(each: Finding) -> tuple[Cell, ...]:
    return (each.rule, each.reference, each.severity, each.line, each.message, each.id)


def _why(acceptance: Acceptance | None) -> tuple[Cell, ...]:
    if acceptance is None:
        return ("new", None, None)
    return ("accepted", acceptance.made_on, acceptance.because)
