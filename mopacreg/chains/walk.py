"""The chain of one decision: what it cites and what those cite; what cites it and what cites those.

Each decision's own links stand once, at the entry nearest to the start; its other entries are marked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import NamedTuple

from mopacreg.register import citing
from mopacreg.register.citing import Held, Mention

AGAIN = "again"  # the decision's links stand at another entry of it
CYCLE = "cycle"  # the decision is one of those that led here
PLAIN = "cites"  # the relation of a mention that says no more


class Link(NamedTuple):
    """That one decision cites another: the first mention that says how, with what any of them claims."""

    citing: str
    cited: str
    relation: str
    claimed_amount: int | None  # pence
    claimed_date: str | None
    line: int


class Step(NamedTuple):
    """An entry of the chain. `level` counts from 1, next to the start; `name` is the decision met.

    `mark` is AGAIN, CYCLE or empty; `further` is how many links of it are left out by the depth.
    """

    level: int
    name: str
    link: Link
    mark: str = ""
    further: int = 0


class Chain(NamedTuple):
    """What came before a decision and what after, in reading order; `held` has those that are held."""

    name: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    held: dict[str, Held]


Reach = dict[str, list[Link]]
"""The links of each decision that was gone on from, by its name."""


def chain(db: sqlite3.Connection, name: str, depth: int, before: bool = True, after: bool = True) -> Chain:
    """The chain of the decision of that name, `depth` links each way, 0 for all there are."""
    steps: list[tuple[Step, ...]] = [(), ()]
    if before:
        steps[0] = _walked(name, depth, lambda names: citing.made_by(db, names), lambda link: link.cited)
    if after:
        steps[1] = _walked(name, depth, lambda names: citing.made_of(db, names), lambda link: link.citing)
    met = {name, *(step.name for way in steps for step in way)}
    return Chain(name, steps[0], steps[1], citing.held(db, met))


def links(mentions: Iterable[Mention]) -> list[Link]:
    """The mentions as links, one for each pair of decisions, in the order in which they are first met."""
    pairs: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        pairs.setdefault((mention.citing, mention.cited), []).append(mention)
    return [_link(every) for every in pairs.values()]


def _link(every: list[Mention]) -> Link:
    telling = next((each for each in every if each.citation.relation != PLAIN), every[0])
    said = [each.citation for each in every]
    return Link(
        *(telling.citing, telling.cited, telling.citation.relation),
        next((each.claimed_amount for each in said if each.claimed_amount is not None), None),
        next((each.claimed_date for each in said if each.claimed_date), None),
        telling.citation.line,
    )


def _walked(
    start: str, depth: int, mentions: Callable[[list[str]], list[Mention]], met: Callable[[Link], str]
) -> tuple[Step, ...]:
    """The steps of one way; `mentions` are those of some decisions, `met` the end of a link that is new."""
    reach: Reach = {}
    owner: dict[str, str] = {start: ""}  # from where each decision was met first
    frontier, level = [start], 0
    while frontier:
        from_each: Reach = {name: [] for name in frontier}
        for link in links(mentions(frontier)):
            from_each[link.cited if met(link) == link.citing else link.citing].append(link)
        reach |= from_each
        if depth and level == depth:
            break  # these links are only counted
        level += 1
        frontier = []
        for name, links_of in from_each.items():
            for link in links_of:
                if met(link) not in owner:
                    owner[met(link)] = name
                    frontier.append(met(link))
    return tuple(_in_order(start, reach, owner, met, set(frontier)))


def _in_order(
    start: str, reach: Reach, owner: dict[str, str], met: Callable[[Link], str], last: set[str]
) -> list[Step]:
    """The steps as they are read: after each decision those that it leads to. `last` are not gone on from."""
    steps: list[Step] = []
    ahead = [(1, start, link) for link in reversed(reach[start])]
    while ahead:
        level, came_from, link = ahead.pop()
        name = met(link)
        if owner[name] != came_from:
            again = AGAIN if reach.get(name) else ""
            steps.append(Step(level, name, link, CYCLE if _led_here(name, came_from, owner) else again))
        elif name in last:
            steps.append(Step(level, name, link, further=len(reach[name])))
        else:
            steps.append(Step(level, name, link))
            ahead += [(level + 1, name, further) for further in reversed(reach[name])]
    return steps


def _led_here(name: str, at: str, owner: dict[str, str]) -> bool:
    while at:
        if at == name:
            return True
        at = owner[at]
    return False
