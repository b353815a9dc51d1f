"""The audit's findings, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from mopacreg.views.table import COUNT, NAME, Column, Table

COLUMNS = (
    Column("rule", "Rule"),
    Column("reference", "Reference", NAME),
    Column("severity", "Severity"),
    Column("line", "Line", COUNT, below=True),
    Column("message", "Message", below=True),
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


def findings(found: Iterable[Finding]) -> Table:
    """A row a finding, in the audit's order."""
    return Table(
        COLUMNS, ((each.rule, each.reference, each.severity, each.line, each.message) for each in found)
    )
