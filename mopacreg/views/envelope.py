"""What a decision approved, what is drawn on it and what is left, each line with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mopacreg.chains.claims import Claim
from mopacreg.chains.envelope import CLAIMED, HELD, Envelope
from mopacreg.register.citing import Held
from mopacreg.views.branches import branches
from mopacreg.views.figures import counted, pounds
from mopacreg.views.table import (
    BRANCH,
    COUNT,
    DATE,
    MONEY,
    NAME,
    Block,
    Cell,
    Column,
    Items,
    Page,
    Table,
)

STATEMENT = (
    Column("reference", "Money", BRANCH),
    Column("signed_on", "Signed", DATE, drop=1),
    Column("within", "Within a share", MONEY),
    Column("amount", "Amount", MONEY),
    Column("line", "Line", COUNT),
)


def page(envelope: Envelope, near: Callable[[str], str]) -> Page:
    """The whole statement; `near` gives a path as it is shown."""
    blocks: list[Block] = []
    if envelope.sources:
        said = [(name, f"{pounds(draw.amount)} (line {draw.lines[0]})") for name, draw in envelope.sources]
        blocks.append(Items("Its money comes itself out of", tuple(said)))
    blocks.append(_statement(envelope))
    if len(envelope.claims) > 1 or (envelope.claims and envelope.basis != CLAIMED):
        blocks.append(_claims(envelope))
    if envelope.asides:
        blocks.append(_asides(envelope))
    paths = {held.name: near(held.path) for held in _cited(envelope)}
    if paths:
        blocks.append(Items("Sources", tuple(paths.items())))
    title = (envelope.held.title or "") if envelope.held else "not held"
    return Page(": ".join(part for part in (f"Envelope of {envelope.name}", title) if part), tuple(blocks))


def _statement(envelope: Envelope) -> Table:
    names = [(0, _approved(envelope)), *((entry.level, entry.draw.by.name) for entry in envelope.entries)]
    signed = envelope.held.signed_on if envelope.held else None
    rows: list[tuple[Cell, ...]] = [(signed, None, envelope.approved, envelope.line)]
    for entry in envelope.entries:
        amounts = (None, entry.draw.amount) if entry.level == 1 else (entry.draw.amount, None)
        rows.append((entry.draw.by.signed_on, *amounts, entry.draw.lines[0]))
    return Table(
        STATEMENT,
        [(name, *row) for name, row in zip(branches(names), rows, strict=True)],
        footer=_footer(envelope),
        notes=tuple(_notes(envelope)),
    )


def _approved(envelope: Envelope) -> str:
    if envelope.claim is not None:
        return f"Approved, as {envelope.claim.by.name} says"
    return "Approved" if envelope.basis == HELD else "Approved: not known"


def _footer(envelope: Envelope) -> tuple[Cell, ...]:
    left = envelope.left
    if left is None:
        return ("Drawn", None, None, envelope.drawn, None)
    return ("Over" if left < 0 else "Left", None, None, abs(left), None)


def _notes(envelope: Envelope) -> Iterator[str]:
    if envelope.basis == CLAIMED:
        yield (
            "It is not held: what it approved is what is said of it."
            if envelope.held is None
            else "It is held, and no money that it commits was read."
        )
    elif envelope.basis is None:
        yield (
            "Decisions say different sums or say one of several decisions: what is left can't be said."
            if envelope.claims
            else "Nothing held says what it approved: what is left can't be said."
        )
    drawing = len({entry.draw.by.name for entry in envelope.entries if entry.level == 1})
    if not drawing:
        yield "No decision held says that it draws on it."
    elif envelope.left is not None:
        yield f"{counted(drawing, 'decision')} {'draws' if drawing == 1 else 'draw'} {pounds(envelope.drawn)}."
    if any(entry.level > 1 for entry in envelope.entries):
        yield "Money within a share is in that share's amount already, and is not added."
    yield from _overdrawn(envelope)


def _overdrawn(envelope: Envelope) -> Iterator[str]:
    """The decisions on which more is drawn than all that they commit."""
    below: dict[str, int] = {}
    for entry in envelope.entries:
        below[entry.on] = below.get(entry.on, 0) + entry.draw.amount
    for held in {entry.draw.by.name: entry.draw.by for entry in envelope.entries}.values():
        if held.value is not None and below.get(held.name, 0) > held.value:
            over = below[held.name] - held.value
            yield f"More is drawn on {held.name} than its {pounds(held.value)}: {pounds(over)} over."


def _claims(envelope: Envelope) -> Table:
    columns = (
        Column("reference", "Says it approved", NAME),
        Column("amount", "Amount", MONEY),
        Column("text", "As printed", drop=1),
        Column("line", "Line", COUNT),
        Column("verdict", "So"),
    )
    rows = [
        (claim.by.name, claim.amount, claim.text, claim.line, verdict(claim, envelope.approved))
        for claim in envelope.claims
    ]
    return Table(columns, rows)


def verdict(claim: Claim, approved: int | None) -> str | None:
    """Whether a claim agrees with what was approved (pence), and if not, by how much."""
    if claim.shared:
        return f"said of {', '.join(claim.shared)} too"
    if approved is None:
        return None
    if claim.agrees(approved):
        return "agrees" if claim.amount == approved else "agrees, rounded"
    more = claim.amount - approved
    return f"differs: {pounds(abs(more))} {'more' if more > 0 else 'less'}"


def _asides(envelope: Envelope) -> Table:
    columns = (
        Column("reference", "Not counted", NAME),
        Column("signed_on", "Signed", DATE, drop=1),
        Column("amount", "Its money", MONEY),
        Column("line", "Line", COUNT),
        Column("why", "Why"),
    )
    rows = [(each.by.name, each.by.signed_on, each.amount, each.line, each.why) for each in envelope.asides]
    return Table(columns, rows)


def _cited(envelope: Envelope) -> Iterator[Held]:
    if envelope.held:
        yield envelope.held
    yield from (claim.by for claim in envelope.claims)
    yield from (entry.draw.by for entry in envelope.entries)
    yield from (aside.by for aside in envelope.asides)


def data(envelope: Envelope) -> dict[str, Any]:
    """The statement for programs, amounts in pence; `level` 1 draws on the decision itself, `on` says on which."""
    own, claim = envelope.held, envelope.claim
    stated = own if envelope.basis == HELD else claim.by if claim else None
    return {
        "reference": envelope.name,
        "title": own.title if own else None,
        "held": own is not None,
        "approved": envelope.approved,
        "basis": envelope.basis,
        **_place(stated, envelope.line),
        "drawn": envelope.drawn,
        "left": envelope.left,
        "draws": tuple(
            {"level": level, "on": on, **_entry(draw.by, draw.lines[0], draw.amount)}
            for level, on, draw in envelope.entries
        ),
        "claims": tuple(
            {**_entry(each.by, each.line, each.amount), "text": each.text, "also_of": each.shared}
            for each in envelope.claims
        ),
        "not_counted": tuple(
            {**_entry(each.by, each.line, each.amount), "why": each.why} for each in envelope.asides
        ),
        "comes_out_of": tuple(
            {"reference": name, "amount": draw.amount, **_place(draw.by, draw.lines[0])}
            for name, draw in envelope.sources
        ),
    }


def _entry(by: Held, line: int, amount: int | None) -> dict[str, Any]:
    known = {"reference": by.name, "signed_on": by.signed_on, "value": by.value}
    return {**known, "amount": amount, **_place(by, line)}


def _place(held: Held | None, line: int | None) -> dict[str, Any]:
    return {"line": line, "path": held.path if held else None}
