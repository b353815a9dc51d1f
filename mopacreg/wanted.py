"""What a person's words ask of the register, with what only the audit can answer (`rule:sum-mismatch`)."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mopacreg.register.asked import Part
    from mopacreg.register.words import Query


def wanted(db: sqlite3.Connection, typed: str, how: str) -> Query:
    """What is asked in one of `literally.HOW`; that module is loaded only where it is needed.

    Raises UsageError for a field or a rule that there isn't, and for no regular expression.
    """
    if how != "words":
        from mopacreg.register import literally

        return literally.asked(db, typed, how)
    from mopacreg.register.words import parse

    return parse(typed, {"rule": lambda name: _amiss(db, name)})


def _amiss(db: sqlite3.Connection, name: str) -> Part:
    """The decisions in which a rule of the audit finds something: findings aren't kept, so it is asked now."""
    from mopacreg import audit
    from mopacreg.register.conditions import among

    return among(audit.amiss(db, audit.rule(name.casefold())))
