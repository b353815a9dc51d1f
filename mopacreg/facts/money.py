"""Every sum of money that a decision states, one entry a mention, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.flows import Flows
from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention
from mopacreg.record import Money
from mopacreg.tables import Table
from mopacreg.trace import Trace
from mopacreg.values import money


def read(
    sheet: Sheet,
    mentions: Sequence[Mention],
    tables: Sequence[Table],
    flows: Flows,
    decides: bool,
    trace: Trace,
) -> tuple[Money, ...]:
    """The money of running text and of tables together, each with its words as the source has them.

    `flows` say which figures of the tables come in; `decides` whether the recommendations do more than note.
    """
    found: list[tuple[money.Sum, Money]] = []
    for m in mentions:
        found.append((m.sum, _entry(sheet, m.sum, m.line, m.years, m.role or "background", m.place)))
    for table in tables:
        place = sheet.place_of(table.grid.first_line)
        for a in table.amounts:
            years = (a.year,) if a.year else ()
            paid = "decided" if decides else "background"
            role = "income" if a.sum.start in flows.received else paid
            if a.aside or a.sum.start in flows.compared:
                role = "background"
            elif a.sum.start in flows.approved:
                role = "prior"
            elif a.sum.start in flows.carried:
                role = "carried-over"
            found.append((a.sum, _entry(sheet, a.sum, a.line, years, "total" if a.total else role, place)))
    found.sort(key=lambda entry: entry[0].start)
    for n, (words, _) in enumerate(found, 1):
        trace.note(f"money {n}", words.start, words.end, "sum of money", words.doubt)
    return tuple(entry for _, entry in found)


def _entry(
    sheet: Sheet, words: money.Sum, line: int, years: tuple[str, ...], role: str, place: str | None
) -> Money:
    return Money(
        words.amount, sheet.text.raw[words.start : words.end], words.qualifier, years, role, place, line
    )
