"""The decisions that are cited, and those that stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.register.cited import Cited
from mopacreg.register.query import Listed
from mopacreg.views.table import COUNT, DATE, MARK, MONEY, NAME, NAMES, Column, Table

_DISPUTED = "Decisions say different things of {}: mopacreg envelope shows who says what."


def missing(found: Sequence[Cited]) -> Table:
    """A row a decision that is cited and not held, with who cites it and what they say of it."""
    columns = (
        Column("reference", "Not held", NAME),
        Column("cited_by", "Cited by", COUNT),
        Column("mentions", "Mentions", COUNT, drop=3),
        Column("by", "By", NAMES),
        Column("claimed_amount", "Said to approve", MONEY, drop=2),
        Column("claimed_date", "Said signed", DATE, drop=1),
    )
    rows = [
        (each.name, len(each.by), each.mentions, each.by, each.claimed_amount, each.claimed_date)
        for each in found
    ]
    disputed = [each.name for each in found if each.disputed]
    return Table(columns, rows, notes=(_DISPUTED.format(", ".join(disputed)),) if disputed else ())


def most_cited(found: Sequence[Cited]) -> Table:
    """A row a decision that is cited, held or not."""
    columns = (
        Column("reference", "Decision", NAME),
        Column("cited_by", "Cited by", COUNT),
        Column("mentions", "Mentions", COUNT, drop=2),
        Column("held", "Held", MARK),
        Column("signed_on", "Signed", DATE, drop=1),
        Column("title", "Title"),
    )
    rows = [
        (
            *(each.name, len(each.by), each.mentions, each.held is not None),
            *((each.held.signed_on, each.held.title) if each.held else (None, None)),
        )
        for each in found
    ]
    return Table(columns, rows)


def alone(found: Sequence[Listed]) -> Table:
    """A row a decision that neither cites another nor is cited."""
    columns = (
        Column("reference", "Stands alone", NAME),
        Column("signed_on", "Signed", DATE, drop=1),
        Column("title", "Title"),
        Column("value", "Value", MONEY, drop=2),
    )
    return Table(columns, [(each.name, each.signed_on, each.title, each.value) for each in found])
