"""What a decision approved, what later decisions draw on it, and what is left: each pound once.

Where C draws on B's share of A, its money is in B's already: it stands under B and is not added to A.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from mopacreg.chains import claims, draws
from mopacreg.chains.claims import Claim
from mopacreg.chains.draws import Aside, Draw, Paper
from mopacreg.register import citing, records
from mopacreg.register.citing import Held

HELD, CLAIMED = "held", "claimed"
NESTED = "its money comes out of {}'s share, and is counted there"
ROUND = "it draws on a decision that draws on it"


class Entry(NamedTuple):
    """A draw in its place: `level` 1 is out of the envelope itself, 2 out of a share of it, and so on."""

    level: int
    on: str
    draw: Draw


class Envelope(NamedTuple):
    """All that is known of one decision's money; amounts in pence.

    `approved` is None where it isn't known: not held and nothing claimed, or different sums (`basis` None).
    `line` is where it is stated: in its own document, or in that of the claim (`claim`). `sources` are the
    decisions out of whose money it comes itself, by name.
    """

    name: str
    held: Held | None
    approved: int | None
    basis: str | None
    line: int | None
    claim: Claim | None
    claims: tuple[Claim, ...]
    entries: tuple[Entry, ...]
    asides: tuple[Aside, ...]
    sources: tuple[tuple[str, Draw], ...]

    @property
    def drawn(self) -> int:
        """What is drawn on it, each pound once."""
        return sum(entry.draw.amount for entry in self.entries if entry.level == 1)

    @property
    def left(self) -> int | None:
        """What is left of it; less than nothing where more is drawn than was approved."""
        return None if self.approved is None else self.approved - self.drawn


def envelope(db: sqlite3.Connection, name: str) -> Envelope:
    """The envelope of the decision of that name, which may be held or only cited."""
    drawn, asides, said = _drawn(db, name)
    own = citing.held(db, [name]).get(name)
    apart, nested = _nested(name, drawn)
    claim = claims.agreed(said)
    if own is not None and own.value is not None:
        approved, basis, line = own.value, HELD, _line_of(db, own)
    elif claim is not None:
        approved, basis, line = claim.amount, CLAIMED, claim.line
    else:
        approved, basis, line = None, None, None
    entries = tuple(_in_order(name, apart))
    return Envelope(
        *(name, own, approved, basis, line, claim if basis == CLAIMED else None, tuple(said)),
        *(entries, (*nested, *asides), tuple(_sources(db, own)) if own else ()),
    )


def _sources(db: sqlite3.Connection, own: Held) -> Iterator[tuple[str, Draw]]:
    """The decisions that this one says its money comes out of, and how much of it."""
    cites, money = records.stated(db, own.id)
    written: dict[str, set[str]] = {}
    for reference, name in citing.meant(db, {each.reference for each in cites}).items():
        written.setdefault(name, set()).add(reference)
    text = records.document(db, own.id).text
    for name in sorted(written, key=lambda name: next(c.line for c in cites if c.reference in written[name])):
        judged = draws.judge(Paper(own, text, cites, money, frozenset(written[name])))
        if isinstance(judged, Draw):
            yield name, judged


Drawn = dict[str, list[Draw]]
"""What is drawn on each decision, by its name."""


def _drawn(db: sqlite3.Connection, name: str) -> tuple[Drawn, list[Aside], list[Claim]]:
    """What is drawn on the decision, on those that draw on it, and so on; who is not counted; the claims."""
    papers = draws.papers(db, name)
    found, asides = draws.told_apart(papers)
    drawn: Drawn = {name: found}
    ahead = [draw.by.name for draw in found]
    while ahead:
        by = ahead.pop()
        if by not in drawn:
            drawn[by] = draws.told_apart(draws.papers(db, by))[0]
            ahead += [draw.by.name for draw in drawn[by]]
    return drawn, asides, claims.claims(papers)


def _nested(start: str, drawn: Drawn) -> tuple[Drawn, list[Aside]]:
    """The draws without those that are counted in another's share, and those of them on `start`, with why."""
    straight = _without_rounds(start, drawn)
    asides = [
        Aside(draw.by, ROUND, draw.lines[0], draw.amount) for draw in drawn[start] if draw.by.name == start
    ]
    kept: Drawn = {}
    for name, every in straight.items():
        shares: dict[str, list[tuple[str, Draw]]] = {}
        for draw in every:
            for below in _below(draw.by.name, straight):
                shares.setdefault(below.by.name, []).append((draw.by.name, below))
        kept[name] = []
        for draw in every:
            share = next((by for by, other in shares.get(draw.by.name, ()) if _same(draw, other)), None)
            if share is None:
                kept[name].append(draw)
            elif name == start:
                asides.append(Aside(draw.by, NESTED.format(share), draw.lines[0], draw.amount))
    return kept, asides


def _same(draw: Draw, other: Draw) -> bool:
    """Whether two draws of one decision are the same money: of the same sum, or said in the same line."""
    return other.amount == draw.amount or not set(other.lines).isdisjoint(draw.lines)


def _below(name: str, drawn: Drawn) -> list[Draw]:
    """The draws on a decision, on those, and so on."""
    found: list[Draw] = []
    met, ahead = {name}, [name]
    while ahead:
        for draw in drawn.get(ahead.pop(), ()):
            found.append(draw)
            if draw.by.name not in met:
                met.add(draw.by.name)
                ahead.append(draw.by.name)
    return found


def _without_rounds(start: str, drawn: Drawn) -> Drawn:
    """The draws without those that lead back to a decision on the way from `start` to them."""
    kept: Drawn = {name: [] for name in drawn}
    way: list[str] = [start]
    ahead = [iter(drawn[start])]
    done, on_way = set[str](), {start}
    while way:
        draw = next(ahead[-1], None)
        if draw is None:
            on_way.discard(way[-1])
            done.add(way.pop())
            ahead.pop()
        elif draw.by.name not in on_way:
            kept[way[-1]].append(draw)
            if draw.by.name not in done:
                way.append(draw.by.name)
                on_way.add(draw.by.name)
                ahead.append(iter(drawn[draw.by.name]))
    return kept


def _in_order(start: str, drawn: Drawn) -> list[Entry]:
    """The draws as they are read: under each those on its share, once."""
    entries: list[Entry] = []
    ahead = [Entry(1, start, draw) for draw in reversed(drawn[start])]
    told = set[str]()
    while ahead:
        entry = ahead.pop()
        entries.append(entry)
        by = entry.draw.by.name
        if by not in told:
            told.add(by)
            ahead += [Entry(entry.level + 1, by, draw) for draw in reversed(drawn.get(by, []))]
    return entries


def _line_of(db: sqlite3.Connection, own: Held) -> int | None:
    """Where the decision's value is stated: in a recommendation, else where it first is."""
    money = records.stated(db, own.id)[1]
    said = [m for m in money if m.amount == own.value and m.role in ("decided", "income", "total")]
    asked = [each for each in said if (each.place or "").startswith("recommendation")]
    return next((each.line for each in [*asked, *said]), None)
