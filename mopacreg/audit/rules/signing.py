"""Rules on who signed and when."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg.audit import places
from mopacreg.audit.finding import WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.office_holders import HOLDERS
from mopacreg.audit.periods import period
from mopacreg.audit.wording import day, on_or_in


def _missing(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if decision.signed_on is None and not decision.listed_only:
        line = places.label(holdings.text(paper.held.id), decision, "signed")
        yield Remark(
            line,
            "The document doesn't say when the decision was signed. Ask the office for the date, and have "
            "it printed.",
        )


DATE_MISSING = Rule(
    "date-missing",
    WARNING,
    _missing,
    checks="A decision whose document gives no date of signing: the label is blank, or there is none.",
    source="Published pages: the newer ones leave `Date signed:` blank.",
    example="`Date signed:` with nothing behind it, above `Decision by: …`.",
    misses="Entries of a listing page, which is not the decision's own page. A date that is printed and "
    "wrong.",
)


def _before_advice(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    approval = decision.officer_approval
    if decision.signed_on is None or approval is None or approval.date is None:
        return
    signed, advised = period(decision.signed_on), period(approval.date)
    if signed.last < advised.first:
        days = (advised.first - signed.last).days
        line = places.date(holdings.text(paper.held.id), decision, approval.date)
        yield Remark(
            line,
            f"The Deputy Mayor signed {on_or_in(decision.signed_on)}, {days} day{'s' if days > 1 else ''} "
            f"before the {approval.role} confirmed the advice {on_or_in(approval.date)}. Have the dates "
            "checked against the signed form; if they stand, the decision was taken before the advice was.",
            (decision.signed_on, approval.date),
        )


SIGNED_BEFORE_ADVICE = Rule(
    "signed-before-advice",
    WARNING,
    _before_advice,
    checks="A decision that was signed on an earlier day than the one beside the signature of the officer "
    "who confirmed the advice.",
    source="The forms: the officer confirms that the request is fit to be submitted to the Deputy Mayor, "
    "and so signs first.",
    example="The Deputy Mayor's date is 12/03/2024 and the Chief Executive's 13/03/2024.",
    misses="The order of two signatures of one day. Web pages, which leave the officer's signature out.",
)


def _out_of_office(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if not decision.signed_by or not decision.signed_on:
        return
    name = " ".join(decision.signed_by.split()).casefold()
    signed = period(decision.signed_on)
    for holder in HOLDERS:
        if holder.name.casefold() != name:
            continue
        before = signed.last < period(holder.since).first
        if before or (holder.until is not None and signed.first > period(holder.until).last):
            term = (
                f"{day(holder.since)} to {day(holder.until)}" if holder.until else f"{day(holder.since)} on"
            )
            yield Remark(
                places.label(holdings.text(paper.held.id), decision, "signed"),
                f"{holder.name} is named as having signed {on_or_in(decision.signed_on)}, but held the "
                f"office from {term}. Have the date and the name checked against the signed form.",
                (holder.name, decision.signed_on),
            )


SIGNED_OUT_OF_OFFICE = Rule(
    "signed-out-of-office",
    WARNING,
    _out_of_office,
    checks="A decision that was signed, by its own date, when the person whom it names did not hold the "
    "office.",
    source="The dates in mopacreg/audit/office_holders.py, each with where it comes from.",
    example="`Date signed: 05 July 2015` beside `Decision by: Sophie Linden`, who came to the office in "
    "May 2016.",
    misses="Decisions that name no person, and persons of whom no dates are known for sure.",
)

RULES = (DATE_MISSING, SIGNED_BEFORE_ADVICE, SIGNED_OUT_OF_OFFICE)
