"""A chain as a graph: the decisions, and an arrow from each that cites to the one that it cites."""

from __future__ import annotations

from typing import NamedTuple

from mopacreg.chains.walk import PLAIN, Chain
from mopacreg.register.citing import Held
from mopacreg.views.figures import pounds

_LONGEST = 48  # characters of a title


class Node(NamedTuple):
    """A decision: the lines of its label; `start` is the one whose chain it is."""

    name: str
    lines: tuple[str, ...]
    held: bool
    start: bool


class Graph(NamedTuple):
    """Decisions, and arrows between them: (citing, cited, how), `how` empty where nothing more is said."""

    nodes: tuple[Node, ...]
    arrows: tuple[tuple[str, str, str], ...]


def graph(chain: Chain) -> Graph:
    """The chain, each decision and each link once, in the order in which they are met."""
    steps = (*chain.before, *chain.after)
    names = dict.fromkeys([chain.name, *(step.name for step in steps)])
    nodes = [
        Node(name, _label(name, chain.held.get(name)), name in chain.held, name == chain.name)
        for name in names
    ]
    arrows = [
        (step.link.citing, step.link.cited, "" if step.link.relation == PLAIN else step.link.relation)
        for step in steps
    ]
    return Graph(tuple(nodes), tuple(dict.fromkeys(arrows)))


def _label(name: str, held: Held | None) -> tuple[str, ...]:
    if held is None:
        return name, "not held"
    money = None if held.value is None else pounds(held.value)
    facts = ", ".join(part for part in (held.signed_on, money) if part)
    title = held.title or ""
    short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return tuple(line for line in (name, facts, short) if line)
