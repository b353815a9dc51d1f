"""The boroughs that a decision names, as a place or a council."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.layouts.sheet import Sheet
from mopacreg.record import BudgetLine
from mopacreg.trace import Trace
from mopacreg.values import borough_groups, boroughs


def read(
    sheet: Sheet, title: tuple[int, int] | None, lines: Sequence[BudgetLine], trace: Trace
) -> tuple[str, ...]:
    """The boroughs' official names, sorted. `title` is where the title stands; `lines` the budget's."""
    text = sheet.text.text
    groups = borough_groups.find(text)
    named: dict[str, tuple[int, int]] = {}
    for place in boroughs.find(text, *title, groups) if title else []:
        for name in place.boroughs:
            named.setdefault(name, (place.start, place.end))
    tabled = {line.line for line in lines if line.table}
    for unit, found in sheet.by_unit(boroughs.find(text, *sheet.span, groups)):
        if unit.part in ("summary", "recommendation", "report") and unit.line not in tabled:
            for place in found:
                for name in place.boroughs:
                    named.setdefault(name, (place.start, place.end))
    for line in lines:
        for name in line.boroughs:
            named.setdefault(name, sheet.text.whole_line(line.line))
    for n, name in enumerate(sorted(named), 1):
        trace.note(f"boroughs {n}", *named[name], "borough's name")
    return tuple(sorted(named))
