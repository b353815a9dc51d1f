"""A decision's text cut into its parts: what the facts are read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from mopacreg.grids import Grid
from mopacreg.text import Line, Text


class Unit(NamedTuple):
    """A stretch of text that is read as one: a paragraph, a list item, a label's line, a table row.

    `part` is one of `parts.ORDER`; `topic` the standard section's (financial,
    legal, …) or None; `place` where a reader would say it stands (`3.2`,
    `summary`), or None. `kind` is text, item (begins with a mark), row or heading.
    """

    start: int
    end: int
    line: int
    part: str
    topic: str | None
    place: str | None
    kind: str


class _HasStart(Protocol):
    @property
    def start(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_HasStart)


@dataclass(slots=True)
class NumberedParagraph:
    """A paragraph with a number of its own; `spans` are the stretches of text that belong to it."""

    number: str
    line: int
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class NumberedSection:
    """A section; `number` is None where the heading has none, `heading` where it was lost."""

    number: str | None
    heading: tuple[int, int] | None
    topic: str | None
    line: int
    paragraphs: list[NumberedParagraph] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One decision of a document: its lines `first..last` (1-based, both included), cut into parts.

    `parts` has the part of each line, by its number.
    """

    text: Text
    layout: str
    first: int
    last: int
    parts: dict[int, str] = field(default_factory=dict)
    noise: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    grids: list[Grid] = field(default_factory=list)
    sections: list[NumberedSection] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    _worded: dict[str, list[Line]] = field(default_factory=dict)

    def put(self, line: Line, part: str) -> None:
        """Say which part the line is of; lines are put in their order."""
        self.parts[line.number] = part
        if line.text:
            self._worded.setdefault(part, []).append(line)

    def lines(self, part: str) -> list[Line]:
        """The lines of `part` that carry words, noise and the parts' own headings left out."""
        left_out = self.noise | self.headings
        return [line for line in self._worded.get(part, ()) if line.number not in left_out]

    @property
    def span(self) -> tuple[int, int]:
        """The decision's offsets in the text."""
        lines = self.text.lines
        return lines[self.first - 1].start, lines[self.last - 1].end

    def by_unit(self, found: Sequence[_Placed]) -> Iterator[tuple[Unit, list[_Placed]]]:
        """The units that hold some of `found` (in the order of the text), each with those that it holds."""
        at = 0
        for unit in self.units:
            while at < len(found) and found[at].start < unit.start:
                at += 1  # between units there are page numbers and footers only
            first = at
            while at < len(found) and found[at].start < unit.end:
                at += 1
            if first < at:
                yield unit, list(found[first:at])

    def place_of(self, line: int) -> str | None:
        """Where a reader would say that the unit stands which begins on that line."""
        return next((unit.place for unit in self.units if unit.line == line), None)

    def has(self, part: str) -> bool:
        """Whether the decision has a part of that name."""
        return part in self._worded

    def rows(self) -> set[int]:
        """The lines that are rows of a grid."""
        return {row.line for grid in self.grids for row in grid.rows}
