"""What a search found: a decision each, and the passage that answers best, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from mopacreg.views.figures import counted
from mopacreg.views.table import COUNT, DATE, MARKED, NAME, Cell, Column, Marked, Table

if TYPE_CHECKING:
    from mopacreg.register.nothing import Missed
    from mopacreg.register.passages import Passage
    from mopacreg.register.search import Hit

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("signed_on", "Signed", DATE),
    Column("title", "Title"),
    Column("place", "Place", below=True),
    Column("line", "Line", COUNT, below=True),
    Column("passage", "Passage", MARKED, below=True),
)
AROUND = 200  # characters of a long passage to each side of its first hit


def hits(found: Iterable[Hit], passages: int = 1, named_once: bool = True) -> Table:
    """A row a decision, best first, with its best passage as a quotation around the words.

    Where more passages of each are wanted, the others follow in rows that name no decision if it is
    `named_once`: a table that is drawn has them under it, of one that a program reads each row is whole.
    """
    rows = []
    for decision, best in found:
        named: tuple[Cell, ...] = (decision.name, decision.signed_on, decision.title)
        for passage in best[:passages] or (None,):
            rows.append((*named, *_cells(passage)))
            named = (None, None, None) if named_once else named
    return Table(COLUMNS, rows)


def as_json(found: Iterable[Hit], passages: int) -> list[dict[str, Any]]:
    """An object a decision: its best passage, and `more` of them."""
    return [
        {
            "reference": decision.name,
            "signed_on": decision.signed_on,
            "title": decision.title,
            **_named(best[0] if best else None),
            "more": [_named(passage) for passage in best[1:passages]],
        }
        for decision, best in found
    ]


def _cells(passage: Passage | None) -> tuple[Cell, ...]:
    if passage is None:
        return (None, None, None)
    return (passage.place, passage.line, excerpt(passage.text, passage.marks))


def _named(passage: Passage | None) -> dict[str, Any]:
    place, line, quoted = _cells(passage)
    return {"place": place, "line": line, "passage": quoted.text if isinstance(quoted, Marked) else None}


def nothing(typed: str, reasons: Sequence[Missed], unfiltered: int = 0) -> str:
    """Why nothing was found: a line a word, and what may have been meant, which is not looked for unasked.

    `unfiltered`: how many decisions the options (`--min`, `--borough`) leave out, which the words find.
    """
    from mopacreg.register.nothing import MEANT

    left_out = (
        f"; the options leave out {counted(unfiltered, 'decision')} that it finds" if unfiltered else ""
    )
    said = [f"nothing found for {typed or 'these options'}{left_out}"]
    for each in reasons:
        found = f"in {counted(each.decisions, 'decision')}" if each.decisions else "in no decision"
        without = "" if each.without is None else f"; without it {each.without:,}"
        if each.of is not None:
            found = f"leaves out {each.decisions:,} of {counted(each.of, 'decision')}"
        near = [f"{word} ({number:,})" for word, number in each.near]
        meant = f"; {each.how}: {', '.join(near)}" if near else ""
        if near and each.how == MEANT:
            meant = f"; {MEANT} {' or '.join(near)}?"
        if meant or len(reasons) > 1 or each.of is not None:
            said.append(f"  {each.typed}: {found}{without}{meant}")
    return "\n".join(said)


def excerpt(text: str, marks: Sequence[tuple[int, int]]) -> Marked:
    """The text around its first mark, cut at spaces; the marks kept."""
    first, last = marks[0] if marks else (0, 0)
    start = 0 if first <= AROUND else text.find(" ", first - AROUND, first) + 1 or first
    end = len(text) if len(text) - last <= AROUND else max(text.rfind(" ", last, last + AROUND), last)
    parts: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for begin, stop in marks:
        if stop > end:
            break
        parts += [(text[at:begin], False), (text[begin:stop], True)]
        at = stop
    parts.append((text[at:end] + (" …" if end < len(text) else ""), False))
    return Marked(tuple(part for part in parts if part[0]))
