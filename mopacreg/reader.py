"""A document → the decisions that it holds. Knows no database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mopacreg import flows, grids, layouts, mentions
from mopacreg.errors import NotADecision
from mopacreg.facts import (
    budgets,
    citations,
    declarations,
    header,
    money,
    places,
    recommendations,
    roles,
    sections,
    sign_off,
    value,
)
from mopacreg.items import Item
from mopacreg.layouts import entries
from mopacreg.layouts.cut import cut
from mopacreg.layouts.layout import Layout
from mopacreg.layouts.sheet import Sheet
from mopacreg.mentions import Mention
from mopacreg.record import Decision
from mopacreg.sources import Document
from mopacreg.tables import Table
from mopacreg.text import Text, folded
from mopacreg.trace import Trace
from mopacreg.values import references

_NO_FLOWS = flows.Flows()


class _Weighed(NamedTuple):
    """A decision's sums with their roles, its tables, what the tables tell, and whether it decides."""

    tables: list[Table]
    sums: list[Mention]
    told: flows.Flows
    decides: bool


def read(document: Document) -> tuple[Decision, ...]:
    """The decisions of `document`, in order: one, or a listing page's entries.

    Raises NotADecision where it holds none. Never raises anything else,
    whatever the text.
    """
    text = Text(document.text)
    layout = layouts.recognise(text)
    if layout.name == "listing":
        found = entries.find(text)
        if not found:
            raise NotADecision(document.path, "a listing page without an entry")
        return tuple(_entry(text, layout, first, last) for first, last in found)
    sheet = cut(text, layout.name, grids.find(text), 1, len(text.lines))
    reason = layouts.refused(sheet)
    if reason:
        raise NotADecision(document.path, reason)
    return (_decision(sheet, layout),)


def _entry(text: Text, layout: Layout, first: int, last: int) -> Decision:
    """A listing page's entry: it says that a decision exists, and little more."""
    sheet = entries.cut(text, first, last)
    trace = Trace(text)
    head = header.read(sheet, layout, trace)
    named = references.find(text.text, *sheet.span)
    sums = roles.give(sheet, mentions.find(sheet, ()), (), (), _NO_FLOWS, named)
    found = citations.read(sheet, head.own, named, sums, trace)
    return Decision(
        reference=head.reference,
        title=head.title,
        signed_on=head.signed_on,
        signed_by=head.signed_by,
        summary=_summary(sheet),
        money=money.read(sheet, sums, (), _NO_FLOWS, False, trace),
        boroughs=places.read(sheet, _where(trace, "title"), (), trace),
        cites=found.cites,
        external_cites=found.external_cites,
        layout=layout.name,
        listed_only=True,
        title_reference=head.title_reference,
        first_line=first,
        last_line=last,
        readings=tuple(trace.readings),
    )


def _decision(sheet: Sheet, layout: Layout) -> Decision:
    trace = Trace(sheet.text)
    head = header.read(sheet, layout, trace)
    items = recommendations.read(sheet, trace)
    named = references.find(sheet.text.text, *sheet.span)
    tables, sums, told, decides = _weighed(sheet, items, named)
    lines = budgets.read(sheet, tables, sums, told, items, trace)
    cited = citations.read(sheet, head.own, named, sums, trace)
    declared = declarations.read(sheet, trace)
    published = sign_off.publication(sheet, trace)
    return Decision(
        reference=head.reference,
        title=head.title,
        signed_on=head.signed_on or sign_off.signed_on(sheet, trace),
        signed_by=head.signed_by or sign_off.signed_by(sheet, trace),
        summary=_summary(sheet),
        value=value.read(sheet.text.prose, items, sums, tables, told, trace),
        recommendations=tuple(item.recommendation for item in items),
        sections=sections.read(sheet, trace),
        money=money.read(sheet, sums, tables, told, decides, trace),
        budget_lines=lines,
        cites=cited.cites,
        external_cites=cited.external_cites,
        boroughs=places.read(sheet, _where(trace, "title"), lines, trace),
        declarations=declared.rows,
        drafted_by=declared.drafted_by,
        reviewed_by=declared.reviewed_by,
        officer_approval=sign_off.officer_approval(sheet, trace),
        deferred=published.deferred,
        deferred_until=published.deferred_until,
        deferral_reason=published.deferral_reason,
        part_2=published.part_2,
        layout=layout.name,
        title_reference=head.title_reference,
        first_line=sheet.first,
        last_line=sheet.last,
        readings=tuple(trace.readings),
    )


def _weighed(sheet: Sheet, items: Sequence[Item], named: Sequence[references.Mention]) -> _Weighed:
    """Every sum's role: asked for first, then the tables' flows, which the rest follows."""
    actions = {item.place: item.recommendation.action for item in items}
    tables = budgets.find_tables(sheet)
    spans = [(item.start, item.end, item.place) for item in items]
    tabled = {row.line for table in tables for row in table.grid.rows}
    found = mentions.find(sheet, spans, tabled)
    asked = roles.of_recommendations(sheet, found, actions, named)
    told = flows.of_tables(sheet, tables, asked)
    decides = roles.decides(actions)
    sums = roles.give(sheet, found, asked, tables if decides else (), told, named)
    return _Weighed(tables, sums, told, decides)


def _summary(sheet: Sheet) -> str | None:
    """The executive summary's words, a paragraph a line; None where there is none."""
    units = [u for u in sheet.units if u.part == "summary" and u.line not in sheet.headings]
    words = [folded(sheet.text.printed[u.start : u.end]) for u in units]
    return "\n".join(words) or None


def _where(trace: Trace, field: str) -> tuple[int, int] | None:
    return next(((r.start, r.end) for r in trace.readings if r.field == field), None)
