"""One decision on one screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from mopacreg.reconcile import reconcile
from mopacreg.record import Citation, Decision, Reading
from mopacreg.register.records import CitedBy
from mopacreg.views import budget_tables, reconciled
from mopacreg.views.facts import worth
from mopacreg.views.table import (
    COUNT,
    DATE,
    MONEY,
    NAME,
    Block,
    Cell,
    Column,
    Facts,
    Items,
    Light,
    Page,
    Table,
)

AREAS = {
    "financial": "financial advice",
    "legal": "legal advice",
    "equalities": "equalities advice",
    "public_health": "public health approach",
    "commercial": "commercial issues",
    "gdpr": "data privacy",
    "drafting_officer": "drafting officer",
    "head_of_service": "head of service",
}


def card(
    decision: Decision,
    name: str,
    source: Mapping[str, str],
    held: Collection[str] = (),
    cited_by: Sequence[CitedBy] = (),
    versions: Sequence[str] = (),
    text: Callable[[], str] = str,
) -> Page:
    """Who, when, what, how much and for which years, its budget, what it cites and what cites it.

    `name` is the reference or the file's name; `held` the cited references that the register
    holds; `versions` the paths of other texts of this decision; `text` gives its document's text.
    """
    blocks: list[Block] = [_facts(decision, reconciled.light(reconcile(decision, text)))]
    if decision.recommendations:
        items = tuple((str(each.number), each.text) for each in decision.recommendations)
        blocks.append(Items("Recommendations", items))
    blocks += budget_tables.tables(decision, text)
    if decision.cites:
        blocks.append(_cites(decision.cites, held))
    if cited_by:
        blocks.append(_citing(cited_by))
    doubts = _doubts(decision.readings)
    if doubts:
        blocks.append(Items("Read with doubt", doubts))
    blocks.append(_origin(decision, source, versions))
    return Page(": ".join(part for part in (name, decision.title) if part), tuple(blocks))


def _facts(decision: Decision, figures: Light | None) -> Facts:
    signed = " by ".join(part for part in (decision.signed_on, decision.signed_by) if part)
    prepared = [
        f"{verb} by {who}"
        for verb, who in (("drafted", decision.drafted_by), ("reviewed", decision.reviewed_by))
        if who
    ]
    return Facts(
        (
            ("Signed", signed or "no date read"),
            ("Value", worth(decision)),
            ("Figures", figures),
            ("Years", ", ".join(years(decision)) or None),
            ("Boroughs", ", ".join(decision.boroughs) or None),
            ("Prepared", ", ".join(prepared) or None),
            ("Advice", _advice(decision)),
            ("Declarations", _declarations(decision)),
            ("Publication", _publication(decision)),
            ("Others cited", ", ".join(dict.fromkeys(e.reference for e in decision.external_cites)) or None),
        )
    )


def years(decision: Decision) -> list[str]:
    """The financial years of what is decided."""
    decided = {year for m in decision.money if m.role in ("decided", "income") for year in m.financial_years}
    return sorted(decided | {each.financial_year for each in decision.budget_lines if each.financial_year})


def _advice(decision: Decision) -> str | None:
    approval = decision.officer_approval
    if approval is None:
        return None
    return f"confirmed by {approval.role}{f' on {approval.date}' if approval.date else ', no date read'}"


def _declarations(decision: Decision) -> str | None:
    if not decision.declarations:
        return None
    missing = [AREAS.get(each.area, each.area) for each in decision.declarations if not each.ticked]
    ticked = f"{len(decision.declarations) - len(missing)} of {len(decision.declarations)} ticked"
    return f"{ticked}; NOT ticked: {', '.join(missing)}" if missing else ticked


def _publication(decision: Decision) -> str | None:
    said = []
    if decision.part_2 is not None:
        said.append("has a Part 2 that is not published" if decision.part_2 else "no Part 2")
    if decision.deferred is not None:
        until = f" until {decision.deferred_until}" if decision.deferred_until else ""
        why = f": {decision.deferral_reason}" if decision.deferral_reason else ""
        said.append(f"deferred{until}{why}" if decision.deferred else "not deferred")
    if decision.listed_only:
        said.append("known from a listing page only")
    return "; ".join(said) or None


def _cites(cites: Sequence[Citation], held: Collection[str]) -> Table:
    """A row a decision cited: the first mention that says how, with what is claimed of it."""
    mentions: dict[str, list[Citation]] = {}
    for each in cites:
        mentions.setdefault(each.reference, []).append(each)
    columns = (
        Column("reference", "Cites", NAME),
        Column("relation", "How"),
        Column("claimed_amount", "Said to approve", MONEY, drop=3),
        Column("claimed_date", "Said to be signed", DATE, drop=3),
        Column("held", "Held"),
        Column("line", "Line", COUNT, drop=1),
    )
    rows: list[tuple[Cell, ...]] = []
    for reference, every in mentions.items():
        first = next((each for each in every if each.relation != "cites"), every[0])
        amount = next((each.claimed_amount for each in every if each.claimed_amount is not None), None)
        date = next((each.claimed_date for each in every if each.claimed_date), None)
        rows.append((reference, first.relation, amount, date, _held(reference in held), first.line))
    return Table(columns, rows)


def _held(held: bool) -> str:
    return "held" if held else "not held"


def _citing(cited_by: Sequence[CitedBy]) -> Table:
    columns = (
        Column("reference", "Cited by", NAME),
        Column("signed_on", "Signed", DATE, drop=2),
        Column("relation", "How"),
        Column("line", "Line", COUNT, drop=1),
    )
    rows: dict[str, tuple[Cell, ...]] = {}
    for each in cited_by:
        if each.name not in rows or each.citation.relation != "cites":
            rows[each.name] = (each.name, each.signed_on, each.citation.relation, each.citation.line)
    return Table(columns, list(rows.values()))


def _doubts(readings: Sequence[Reading]) -> tuple[tuple[str, str], ...]:
    """What was read with doubt; the facts of one kind that share a doubt are one entry."""
    alike: dict[tuple[str, str], list[Reading]] = {}
    for each in readings:
        if each.doubt:
            alike.setdefault((each.field.partition(" ")[0], each.doubt), []).append(each)
    return tuple(
        (every[0].field, f"{doubt} (line {every[0].line})")
        if len(every) == 1
        else (field, f"{doubt} ({len(every)} facts, lines {every[0].line}-{every[-1].line})")
        for (field, doubt), every in alike.items()
    )


def _origin(decision: Decision, source: Mapping[str, str], versions: Sequence[str]) -> Facts:
    lines = f"lines {decision.first_line}-{decision.last_line}"
    return Facts(
        (
            ("Source", f"{source['path']} ({source['format']}, {lines}, read as {decision.layout})"),
            ("Also held as", ", ".join(versions) or None),
        )
    )
