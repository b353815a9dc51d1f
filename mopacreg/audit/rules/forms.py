"""Rules on what a form says of itself: its declaration, its closed part, its deferral."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg.audit import places
from mopacreg.audit.finding import NOTE, WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.periods import period
from mopacreg.audit.wording import on_or_in

_AREAS = {
    "financial": "financial advice",
    "legal": "legal advice",
    "equalities": "equalities advice",
    "public_health": "the public health approach",
    "commercial": "commercial issues",
    "gdpr": "GDPR and data privacy",
    "drafting_officer": "the drafting officer",
    "head_of_service": "the director or head of service",
}


def _unticked(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    rows = paper.decision.declarations
    if len(rows) > 1 and not any(row.ticked for row in rows):
        yield Remark(
            rows[0].line,
            f"None of the {len(rows)} rows of the officer's declaration has a tick: the scan may have lost "
            "the column. Look at the signed form.",
            ("all",),
        )
        return
    for row in rows:
        if not row.ticked:
            yield Remark(
                row.line,
                f"The officer's declaration on {_AREAS.get(row.area, row.area)} is not ticked. Ask the "
                "officer to confirm it, or look whether the scan lost the tick.",
                (row.area,),
            )


DECLARATION_UNTICKED = Rule(
    "declaration-unticked",
    WARNING,
    _unticked,
    checks="A row of the originating officer's declaration without any mark in its tick column.",
    source="The forms: the officer ticks each row to confirm it. Any mark is taken for a tick, whatever the scan "
    "made of it.",
    example="`GDPR/Data Privacy: A DPIA is being written.` with an empty cell behind it.",
    misses="A row that is ticked although its words say that the advice is still to come. Documents "
    "without a declaration.",
)


def _closed(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    if paper.decision.part_2:
        line = places.words(holdings.text(paper.held.id), paper.decision, "Is there a Part 2")
        yield Remark(
            line,
            "A Part 2 is kept from the public, so what was read here is not all that was decided on. Ask "
            "the office for it if figures or reasons are wanting.",
        )


PART_2_CLOSED = Rule(
    "part-2-closed",
    NOTE,
    _closed,
    checks="A decision whose form says that there is a Part 2, which is not published.",
    source="What readers of the register ask: what is hidden in Part 2?",
    example="`Is there a Part 2 form – YES`.",
    misses="A Part 2 that only the prose of a web page mentions.",
    optional=True,
)


def _lapsed(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    until = decision.deferred_until
    if decision.deferred and until and period(until).last < holdings.today:
        line = places.date(holdings.text(paper.held.id), decision, until)
        yield Remark(
            line,
            f"Publication was deferred and was due {on_or_in(until)}, which has passed. See that Part 1 is "
            "on the website.",
            (until,),
        )


DEFERRAL_LAPSED = Rule(
    "deferral-lapsed",
    NOTE,
    _lapsed,
    checks="A decision whose publication was deferred to a day that has passed.",
    source="The forms: publication can be deferred until a stated day, no longer than is needed.",
    example="`Until what date: 31/01/2023`.",
    misses="A deferral without a date. Whether the decision has been published in the meantime.",
    optional=True,
)

RULES = (DECLARATION_UNTICKED, PART_2_CLOSED, DEFERRAL_LAPSED)
