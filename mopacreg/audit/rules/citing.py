"""Rules on the decisions that a decision cites: whether they are held, and are what it says they are."""

from __future__ import annotations

from collections.abc import Iterator

from mopacreg.audit import titles
from mopacreg.audit.finding import WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.periods import period
from mopacreg.audit.wording import at_lines, joined, on_or_in, pounds
from mopacreg.reconcile.alike import close, mistyped, swapped
from mopacreg.record import Citation, Decision
from mopacreg.register.shelf import Held
from mopacreg.sums import step

_LINES_NAMED = 5


def _missing(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    cited: dict[str, list[int]] = {}
    for citation in paper.decision.cites:
        lines = cited.setdefault(citation.reference, [])
        if citation.line not in lines:
            lines.append(citation.line)
    for reference, lines in cited.items():
        if not holdings.under(reference):
            more = len(lines) - _LINES_NAMED
            where = at_lines(lines) if more <= 0 else f"{at_lines(lines[:_LINES_NAMED])} and {more} more"
            yield Remark(
                lines[0],
                f"{reference} is cited ({where}) and not held. Ingest it, or have the number checked if no "
                "such decision was published.",
                (reference,),
            )


CITED_DECISION_MISSING = Rule(
    "cited-decision-missing",
    WARNING,
    _missing,
    checks="A decision of this office that is cited and that the register doesn't hold: one finding for "
    "each, at its first mention.",
    source="What readers of the register ask: which cited decisions are not held?",
    example="PCD 1620 amends PCD 1406, which has not been ingested.",
    misses="Decisions of others (`MD2623`, `DD2459`, `CEOD 24-2023`). One of which only a listing page's "
    "entry, or a page with another number in its label, is held. A number that is wrong and belongs to "
    "another decision held.",
)


def _mismatch(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    said: set[tuple[str, str | int]] = set()
    for citation in paper.decision.cites:
        held = [one for one in holdings.under(citation.reference) if one.reference == citation.reference]
        date, amount = citation.claimed_date, citation.claimed_amount
        if date is not None and (citation.reference, date) not in said:
            said.add((citation.reference, date))
            yield from _date(citation, date, held)
        if amount is not None and (citation.reference, amount) not in said:
            said.add((citation.reference, amount))
            yield from _amount(paper.decision, citation, amount, held, holdings)
        for title in titles.claimed(paper.decision, citation) if held else ():
            if (citation.reference, title) not in said:
                said.add((citation.reference, title))
                yield from _title(citation, title, held, holdings)


def _date(citation: Citation, claimed: str, held: list[Held]) -> Iterator[Remark]:
    """That the cited decision was signed at another time than it is said to have been."""
    signed = list(dict.fromkeys(one.signed_on for one in held if one.signed_on))
    if signed and not any(period(claimed).meets(period(date)) for date in signed):
        yield Remark(
            citation.line,
            f"{citation.reference} is said to have been signed {on_or_in(claimed)}; as held it was signed "
            f"{joined([on_or_in(date) for date in signed])}. Have the date corrected, or the number if "
            "another decision is meant.",
            (citation.reference, claimed),
        )


def _amount(
    decision: Decision, citation: Citation, claimed: int, held: list[Held], holdings: Holdings
) -> Iterator[Remark]:
    """That the sum which the cited decision is said to have approved is a slip of the one held."""
    full = [one for one in held if not one.listed_only]
    stated = set().union(*(holdings.amounts(one.id) for one in full)) | {
        one.value for one in full if one.value
    }
    rounding = max(
        (step(m) // 2 for m in decision.money if m.line == citation.line and m.amount == claimed), default=0
    )
    if not stated or any(abs(amount - claimed) <= rounding for amount in stated):
        return
    alike = [one for one in full if one.value and _slip(one.value, claimed)]
    if alike and alike[0].value:
        yield Remark(
            citation.line,
            f"{citation.reference} is said to have approved {pounds(claimed)}; as held it approved "
            f"{pounds(alike[0].value)} and nowhere states the other sum. Have the figure corrected.",
            (citation.reference, claimed),
        )


def _title(citation: Citation, claimed: str, held: list[Held], holdings: Holdings) -> Iterator[Remark]:
    """That the cited decision is called by a title no word of which is in its own, nor all of them in its text."""
    named = [one.title for one in held if one.title]
    if not named or any(titles.alike(claimed, title) for title in named):
        return
    if not any(titles.within(claimed, holdings.text(one.id)) for one in held if not one.listed_only):
        yield Remark(
            citation.line,
            f'{citation.reference} is called "{claimed}"; as held it is titled "{named[0]}". Have the title '
            "corrected, or the number if another decision is meant.",
            (citation.reference, claimed.casefold()),
        )


def _slip(amount: int, claimed: int) -> bool:
    return swapped(amount, claimed) or mistyped(amount, claimed) or close(amount, claimed)


CITED_FACT_MISMATCH = Rule(
    "cited-fact-mismatch",
    WARNING,
    _mismatch,
    checks="What a citing sentence says of a decision that is held: the date on which it was signed; the "
    "sum that it approved, where that is a slip of the sum held (two digits swapped, one digit wrong, or "
    "within 2%); and what it calls it in quotes right beside the number, where that shares no word with the "
    "title held.",
    source="Published papers, whose citations can be wrong in number, date, sum and title.",
    example="`PCD 1022 of March 2020`, where PCD 1022 is held and was signed on 4 August 2021.",
    misses="Sums that differ by more than a slip, for the cited decision may state several. Titles that "
    "aren't in quotes, and names whose words all stand in the cited decision's text. Claims as precise as a "
    "month or a year are right if the day held lies in them.",
)

RULES = (CITED_DECISION_MISSING, CITED_FACT_MISMATCH)
