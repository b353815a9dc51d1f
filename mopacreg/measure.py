"""How well documents are read: what is read of each beside its gold record, by field and by layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mopacreg.errors import DocumentError, MissingExtra, MopacregError
from mopacreg.evaluation import LISTS, SCALARS, Tally, add_up, compare
from mopacreg.formats.json import as_json
from mopacreg.golden import Gold
from mopacreg.reader import read
from mopacreg.record import Decision
from mopacreg.sources import load

DECISIONS = "decisions"  # the field that counts which decisions were found at all
UNREAD = "not read"  # the layout of what was not read
_LISTED = [
    name for field, shape in LISTS.items() for name in (field, *(f"{field}.{d}" for d in shape.details))
]
FIELDS = (DECISIONS, *SCALARS, *_LISTED)


class Measured(NamedTuple):
    """One decision. `tallies` by field; `reason` says why its document was not read."""

    name: str
    document: Path
    layout: str
    tallies: dict[str, Tally]
    reason: str = ""


def measure(golds: Iterable[Gold]) -> Iterator[Measured]:
    """What is right, missed and wrong in each decision of the documents that `golds` are of.

    A decision that a document holds and no gold record of it states is a wrong one; all facts of one that
    isn't found are missed. Raises MopacregError where a package that reads the document isn't installed.
    """
    by_document: dict[Path, list[Gold]] = {}
    for gold in golds:
        by_document.setdefault(gold.document, []).append(gold)
    for document, of_it in by_document.items():
        decisions, reason = _read(document)
        layout = decisions[0].layout if decisions else UNREAD
        for found, decision in _pairs(of_it, decisions):
            name, tallies = _judged(document, found, decision)
            yield Measured(name, document, layout, tallies, reason)


def by_field(measured: Iterable[Measured]) -> dict[str, Tally]:
    """Field → its tally over all decisions, in the record's order, of those that state any fact."""
    added = add_up(each.tallies for each in measured)
    return {name: added[name] for name in FIELDS if added.get(name, Tally()) != Tally()}


def by_layout(measured: Iterable[Measured]) -> dict[str, Tally]:
    """Layout → the tally of all facts of its decisions, in the order of the layouts' names."""
    added = add_up({each.layout: tally} for each in measured for tally in each.tallies.values())
    return dict(sorted(added.items()))


def _read(document: Path) -> tuple[Sequence[Decision], str]:
    """The document's decisions, or why there are none."""
    try:
        return read(load(document, document.read_bytes())), ""
    except MissingExtra as error:
        raise MopacregError(f"{document}: {error.message}", error.hint) from None
    except DocumentError as error:
        return (), error.message


def _pairs(
    golds: Iterable[Gold], decisions: Iterable[Decision]
) -> Iterator[tuple[Gold | None, Decision | None]]:
    """Each gold record with its decision: by reference, then by title; the last one left with the last."""
    wanted, given = list(golds), list(decisions)
    for key in ("reference", "title"):
        for gold in tuple(wanted):
            said = gold.record.get(key)
            twin = next((each for each in given if said and getattr(each, key) == said), None)
            if twin:
                wanted.remove(gold)
                given = [each for each in given if each is not twin]
                yield gold, twin
    if len(wanted) == len(given) == 1:
        yield wanted.pop(), given.pop()
    yield from ((gold, None) for gold in wanted)
    yield from ((None, decision) for decision in given)


def _judged(document: Path, gold: Gold | None, decision: Decision | None) -> tuple[str, dict[str, Tally]]:
    """What the decision is known by, and its tallies."""
    if gold is None:
        name = (decision and decision.reference) or document.name
        return name, {DECISIONS: Tally(wrong=(name,))}
    found = (gold.name,)
    if decision is None:
        return gold.name, {DECISIONS: Tally(missed=found), **compare(gold.record, {})}
    return gold.name, {DECISIONS: Tally(right=found), **compare(gold.record, as_json(decision, {}))}
