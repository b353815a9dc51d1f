"""The chain of a decision as a tree for people, and as a table of its links for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mopacreg.chains.walk import AGAIN, CYCLE, Chain, Step
from mopacreg.register.citing import Held
from mopacreg.views.branches import branches
from mopacreg.views.figures import counted, pounds
from mopacreg.views.table import (
    BRANCH,
    BRIEF,
    COUNT,
    DATE,
    MARK,
    MONEY,
    NAME,
    Block,
    Cell,
    Column,
    Facts,
    Page,
    Table,
)

TREE = (
    Column("reference", "Decision", BRANCH),
    Column("relation", "How"),
    Column("signed_on", "Signed", DATE),
    Column("value", "Value", MONEY),
    Column("line", "Line", COUNT, drop=1),
    Column("title", "Title", BRIEF, drop=2),
)
LINKS = (
    Column("way", "Way"),
    Column("level", "Level", COUNT),
    Column("reference", "Reference", NAME),
    Column("parent", "Parent", NAME),
    Column("relation", "Relation"),
    Column("signed_on", "Signed", DATE),
    Column("value", "Value", MONEY),
    Column("held", "Held", MARK),
    Column("claimed_amount", "Said to approve", MONEY),
    Column("claimed_date", "Said to be signed", DATE),
    Column("line", "Line", COUNT),
    Column("mark", "Mark"),
    Column("further", "Further", COUNT),
    Column("title", "Title"),
)
WAYS = (("cites", "Cites"), ("cited by", "Cited by"))
_MARKS = {CYCLE: "↺ leads back", AGAIN: "↕ again", "": ""}
_SAID = {
    CYCLE: "↺: the chain comes back to this decision.",
    AGAIN: "↕: what lies beyond it stands at its other entry.",
}


def page(chain: Chain, ways: Sequence[str], depth: int) -> Page:
    """What the decision cites and what cites it, as far as `ways` asks for them, each as a tree."""
    own = chain.held.get(chain.name)
    trees = [(heading, steps) for way, heading, steps in _each(chain) if way in ways]
    unknown = own is None  # what it cites can't be known
    none = [
        (h, "not known" if unknown and h == WAYS[0][1] else "no decision") for h, steps in trees if not steps
    ]
    blocks: list[Block] = [Facts((*_facts(own), *none))]
    blocks += [_tree(heading, steps, chain, depth) for heading, steps in trees if steps]
    title = (own.title or "") if own else "not held"
    return Page(": ".join(part for part in (chain.name, title) if part), tuple(blocks))


def links(chain: Chain, ways: Sequence[str]) -> Table:
    """A row a link: the decision met, how far off, and the line of the citing document that says so."""
    return Table(
        LINKS, (row for way, _, steps in _each(chain) if way in ways for row in _rows(way, steps, chain))
    )


def _each(chain: Chain) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    for (way, heading), steps in zip(WAYS, (chain.before, chain.after), strict=True):
        yield way, heading, steps


def _facts(own: Held | None) -> tuple[tuple[str, Cell], ...]:
    if own is None:
        return ()
    value = None if own.value is None else pounds(own.value)
    return ("Signed", own.signed_on or "no date read"), ("Value", value or "no new money read")


def _tree(heading: str, steps: Sequence[Step], chain: Chain, depth: int) -> Table:
    names = branches([(step.level, step.name) for step in steps])
    marks = [_SAID[mark] for mark in (CYCLE, AGAIN) if any(step.mark == mark for step in steps)]
    further = sum(step.further for step in steps)
    if further:
        marks.append(f"{counted(further, 'link')} further on: --depth {depth + 1}.")
    # A tree's own level 1 stands at the margin, under its heading.
    rows = [
        (
            name,
            step.link.relation,
            *_known(step, chain.held.get(step.name)),
            step.link.line,
            _title(step, chain),
        )
        for name, step in zip(names, steps, strict=True)
    ]
    return Table(TREE, rows, title=heading, notes=tuple(marks))


def _known(step: Step, held: Held | None) -> tuple[Cell, Cell]:
    """When the decision was signed, and its value; of one not held, what is said of it."""
    if held is not None:
        return held.signed_on, held.value
    date, amount = step.link.claimed_date, step.link.claimed_amount
    return f"said {date}" if date else None, None if amount is None else f"said {pounds(amount)}"


def _title(step: Step, chain: Chain) -> str:
    held = chain.held.get(step.name)
    more = f"+{step.further}" if step.further else ""
    title = "not held" if held is None else held.title or ""
    return "  ".join(part for part in (_MARKS[step.mark], more, title) if part)


def _rows(way: str, steps: Sequence[Step], chain: Chain) -> Iterator[tuple[Cell, ...]]:
    for step in steps:
        held, link = chain.held.get(step.name), step.link
        parent = link.citing if link.cited == step.name else link.cited
        yield (
            *(way, step.level, step.name, parent, link.relation),
            *((held.signed_on, held.value) if held else (None, None)),
            *(held is not None, link.claimed_amount, link.claimed_date, link.line),
            *(step.mark or None, step.further, held.title if held else None),
        )
