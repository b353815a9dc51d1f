"""The rule on decisions that together draw more on another's money than it approved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mopacreg.audit.finding import WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import at_lines, joined, pounds
from mopacreg.chains.draws import Draw
from mopacreg.chains.envelope import CLAIMED, Envelope, envelope
from mopacreg.register import citing, query, records

_SAYING = frozenset({"decided", "income", "total", "prior"})
_DRAWS_NAMED = 5


class Exceeded(NamedTuple):
    """That with `draw` more is drawn on an envelope than it holds: `drawn` (pence), with what was before.

    `first` are the first draws before it, `before` is how many there are.
    """

    of: Envelope
    draw: Draw
    first: tuple[Draw, ...]
    before: int
    drawn: int


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    for each in (holdings.once(_exceeded) or {}).get(paper.held.id, ()):
        approved = each.of.approved or 0
        yield Remark(each.draw.lines[0], _said(each, approved), (each.of.name, approved, each.drawn))


def _said(each: Exceeded, approved: int) -> str:
    said = [f"{draw.by.name} {pounds(draw.amount)} ({at_lines(draw.lines)})" for draw in each.first]
    more = [f"{each.before - len(said):,} more"] if each.before > len(said) else []
    before = f", after {joined([*said, *more])}" if said else ""
    return (
        f"With the {pounds(each.draw.amount)} that this decision draws on {each.of.name} "
        f"({at_lines(each.draw.lines)}){before}, {pounds(each.drawn)} is drawn, "
        f"{pounds(each.drawn - approved)} more than the {pounds(approved)} that {_source(each.of)}. Find out "
        "whether more was approved since; if not, the rest needs an approval of its own."
    )


def _source(of: Envelope) -> str:
    where = "" if of.line is None else f" (line {of.line})"
    if of.basis == CLAIMED and of.claim is not None:
        return f"it approved, as {of.claim.by.name} says{where}"
    return f"it approved{where}"


def _exceeded(db: sqlite3.Connection) -> Mapping[int, list[Exceeded]]:
    """The decisions by whose draws an envelope is exceeded, by their ids."""
    found: dict[int, list[Exceeded]] = {}
    for name in _suspects(db):
        of = envelope(db, name)
        if of.approved is None:
            continue
        beyond = list(_beyond(of, of.approved))
        limit = _limit(db, of) if beyond and _certain(db, of) else None
        for exceeded in beyond:
            if limit is not None and exceeded.drawn > limit:
                found.setdefault(exceeded.draw.by.id, []).append(exceeded)
    return found


def _certain(db: sqlite3.Connection, of: Envelope) -> bool:
    """Whether one decision goes by the envelope's name, and its value was read without doubt."""
    if of.held is None:
        return True
    in_doubt = any(reading.field == "value" for reading in records.record(db, of.held.id).readings)
    return not in_doubt and len(query.find(db, of.name)) == 1


def _suspects(db: sqlite3.Connection) -> Iterator[str]:
    """The decisions on which more may be drawn than they approved: those that cite them commit more.

    Nobody draws more than they commit, so that what all of those commit is the most that can be drawn.
    """
    rows = citing.committing(db)
    names = citing.meant(db, {row[0] for row in rows})
    most: dict[str, dict[str, int]] = {}
    least: dict[str, int] = {}
    for reference, by, value, claimed in rows:
        name = names[reference]
        most.setdefault(name, {})[by] = value
        if claimed is not None:
            least[name] = min(claimed, least.get(name, claimed))
    held = citing.held(db, most)
    for name, values in most.items():
        approved = held[name].value if name in held else None
        approved = least.get(name) if approved is None else approved
        if approved is not None and sum(values.values()) > approved:
            yield name


def _beyond(of: Envelope, approved: int) -> Iterator[Exceeded]:
    """The draws of later decisions with which more than was approved is drawn, in the order of signing."""
    signed = of.held.signed_on if of.held else None
    first: list[Draw] = []
    before = drawn = 0
    for draw in (entry.draw for entry in of.entries if entry.level == 1):
        if signed and draw.by.signed_on and draw.by.signed_on < signed[: len(draw.by.signed_on)]:
            continue
        drawn += draw.amount
        if drawn > approved:
            yield Exceeded(of, draw, tuple(first), before, drawn)
        before += 1
        if before <= _DRAWS_NAMED:
            first.append(draw)


def _limit(db: sqlite3.Connection, of: Envelope) -> int:
    """The most (pence) that may have been approved: what leaves any doubt is let go.

    A paper that takes a whole to a larger one commits the difference; what others say of it may be rounded,
    and a decision that changes it may have raised it.
    """
    most = [of.approved or 0, *(claim.amount + claim.step // 2 for claim in of.claims)]
    if of.held is not None:
        most += [each.amount for each in records.stated(db, of.held.id)[1] if each.role in _SAYING]
    drawing = {entry.draw.by.name for entry in of.entries}
    changed = {
        mention.citing for mention in citing.made_of(db, [of.name]) if mention.citation.relation != "cites"
    }
    raised = citing.held(db, changed - drawing).values()
    return max(most) + sum(each.value or 0 for each in raised)


ENVELOPE_EXCEEDED = Rule(
    "envelope-exceeded",
    WARNING,
    _check,
    checks="A decision with which more is taken out of an earlier one's money than that one approved. It is "
    "taken out of it where a sentence says for certain that the decision's own money comes from there; each "
    "pound counts once.",
    source="What `mopacreg envelope` shows: what was approved, what is drawn on it, and what is left.",
    example="PCD 1100 approves £1,000,000; PCD 1150 takes £600,000 of it, and PCD 1160 another £600,000.",
    misses="Money of which the words leave open where it comes from, and draws by decisions signed earlier. "
    "An envelope that may be larger: another decision amends, extends, continues or supersedes it without "
    "drawing on it; the paper itself or another states a larger sum; several decisions share its number; "
    "its value was read with doubt.",
)

RULES = (ENVELOPE_EXCEEDED,)
