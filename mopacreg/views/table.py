"""A table, and a page of blocks, before they have a format.

Page ─ Facts   label and value, one a line
     ─ Items   marked texts under a heading (recommendations, source lines)
     ─ Table   columns and rows
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

TEXT = "text"  # str
NAME = "name"  # str: a reference or a file's name, what the row is known by
MONEY = "money"  # int, whole pence
DATE = "date"  # str, ISO 8601
COUNT = "count"  # int
PERCENT = "percent"  # int, tenths of a percent
MARK = "mark"  # bool
NAMES = "names"  # tuple of str
MARKED = "marked"  # Marked
BRANCH = "branch"  # Branch
BRIEF = "brief"  # str: on a terminal cut where there is no room, never folded; no figures in it

RIGHT = frozenset({MONEY, COUNT, PERCENT})  # the kinds that are aligned right


class Marked(NamedTuple):
    """Text of which some parts are marked (a search's hits, the words a fact was read from)."""

    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The text without its marks."""
        return "".join(part for part, _ in self.parts)


class Branch(NamedTuple):
    """A name in a tree, `level` steps from its root; `guides` are the lines that lead to it."""

    level: int
    guides: str
    text: str


class Light(NamedTuple):
    """A mark that is `green`, `amber` or `red`, and what it stands for."""

    colour: str
    said: str

    @property
    def mark(self) -> str:
        """The colour with a sign, for those who see none."""
        return f"{_SIGNS[self.colour]} {self.colour}"

    @property
    def text(self) -> str:
        """All of it, without colour."""
        return f"{self.mark}: {self.said}"


_SIGNS = {"green": "✓", "amber": "–", "red": "✗"}

Cell: TypeAlias = str | int | bool | tuple[str, ...] | Marked | Light | Branch | None


class Column(NamedTuple):
    """One column: `name` as RECORD.md has it, `heading` as a reader sees it."""

    name: str
    heading: str
    kind: str = TEXT
    drop: int = 0  # on a narrow terminal the highest goes first; 0 always stays
    below: bool = False  # on a terminal: a line of its own under its row


class Table(NamedTuple):
    """Columns and rows of plain values; `rows` may be an iterator, and is then read once."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    title: str | None = None
    footer: tuple[Cell, ...] | None = None  # totals, aligned under the columns
    notes: tuple[str, ...] = ()


class Facts(NamedTuple):
    """Label and value pairs; a value of None is left out by every format."""

    rows: tuple[tuple[str, Cell], ...]


class Items(NamedTuple):
    """Texts under a heading, each with a mark (a number, a line number).

    `verbatim`: white space inside the texts is shown as it stands.
    """

    heading: str | None
    items: tuple[tuple[str, str | Marked], ...]
    verbatim: bool = False


Block: TypeAlias = Facts | Items | Table


class Page(NamedTuple):
    """Blocks under a title, in reading order."""

    title: str
    blocks: tuple[Block, ...]
