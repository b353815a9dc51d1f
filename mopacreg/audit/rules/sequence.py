"""The rule on dates that a cited decision's number makes impossible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from mopacreg.audit.finding import WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper, Signed
from mopacreg.audit.known_dates import KNOWN
from mopacreg.audit.periods import Period, period
from mopacreg.audit.wording import joined, on_or_in
from mopacreg.record import Citation, Decision
from mopacreg.values import references

_OUT_OF_ORDER = timedelta(days=183)  # numbers are not quite in the order of signing
_AFTERWARDS = timedelta(days=31)  # a paper may be finished after it was signed
_TAKEN = 2  # witnesses a side


_SURE = tuple(Signed(known.number, known.signed_on) for known in KNOWN)


def _check(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    said: set[tuple[str, str]] = set()
    claims = [(citation, citation.claimed_date) for citation in paper.decision.cites if citation.claimed_date]
    for citation, claimed in claims:
        if (citation.reference, claimed) in said or _as_held(citation, claimed, holdings):
            continue
        said.add((citation.reference, claimed))
        why = _after_own(paper.decision, claimed) or _wrong_year(citation, claimed)
        why = why or _out_of_sequence(citation, claimed, paper.decision, holdings)
        if why:
            yield Remark(
                citation.line,
                f"{citation.reference} is said to have been signed {on_or_in(claimed)}, which can't be "
                f"right: {why}. Have the number and the date of the citation checked.",
                (citation.reference, claimed),
            )


def _as_held(citation: Citation, claimed: str, holdings: Holdings) -> bool:
    """Whether the cited decision is held, and was signed when it is said to have been."""
    dates = [held.signed_on for held in holdings.under(citation.reference) if held.signed_on]
    return any(period(claimed).meets(period(signed)) for signed in dates)


def _after_own(decision: Decision, claimed: str) -> str | None:
    if decision.signed_on and period(claimed).first > period(decision.signed_on).last + _AFTERWARDS:
        return f"the decision that says so was signed itself {on_or_in(decision.signed_on)}"
    return None


def _wrong_year(citation: Citation, claimed: str) -> str | None:
    """A DMPCD number says in which year it was given."""
    series, year, _, _ = references.sort_key(citation.reference)
    if series != "DMPCD" or not year:
        return None
    own, claim = period(str(year)), period(claimed)
    if claim.last < own.first - _OUT_OF_ORDER or claim.first > own.last + _OUT_OF_ORDER:
        return f"its number is one of {year}"
    return None


def _out_of_sequence(citation: Citation, claimed: str, decision: Decision, holdings: Holdings) -> str | None:
    """Why a PCD number can't have been signed at that time: what was signed before and after it."""
    series, _, number, _ = references.sort_key(citation.reference)
    if series != "PCD":
        return None
    claims = _claims_of_others(decision, citation.reference)
    held = _witnesses(holdings.signed, number, _TAKEN)
    witnesses = [
        *_witnesses(_SURE, number, 1),
        *_agreed({one.number: one for one in (*_witnesses(claims, number, _TAKEN), *held)}, number),
    ]
    wrong = [witness for witness in witnesses if not _possible(number, period(claimed), witness)]
    if not wrong:
        return None
    said = [_said(one, known=one in _SURE or one in held) for one in wrong[:2]]
    return f"{joined(said)}, and numbers follow signing to within half a year"


def _said(witness: Signed, known: bool) -> str:
    by = "" if known else ", as this paper says,"
    return f"PCD {witness.number} was signed{by} {on_or_in(witness.signed_on)}"


def _possible(number: int, claim: Period, witness: Signed) -> bool:
    """Whether a number can have been signed in that time if the witness's was signed when it says."""
    signed = period(witness.signed_on)
    if witness.number < number:
        return claim.last >= signed.first - _OUT_OF_ORDER
    return witness.number == number or claim.first <= signed.last + _OUT_OF_ORDER


def _claims_of_others(decision: Decision, reference: str) -> list[Signed]:
    """What the same document says of other decisions' dates, in order of their numbers."""
    return sorted(
        Signed(references.sort_key(other.reference)[2], other.claimed_date)
        for other in decision.cites
        if other.claimed_date and other.reference != reference and other.reference.startswith("PCD ")
    )


def _witnesses(known: Sequence[Signed], number: int, count: int) -> list[Signed]:
    """Of witnesses in order, the `count` nearest below a number and the `count` nearest above it."""
    first = bisect_left(known, number, key=lambda witness: witness.number)
    last = bisect_right(known, number, key=lambda witness: witness.number)
    return [*known[max(0, first - count) : first], *known[last : last + count]]


def _agreed(witnesses: Mapping[int, Signed], number: int) -> Iterator[Signed]:
    """On each side, of the two nearest that are held or claimed the one that says less.

    A date may be misprinted, so it takes two that are of one mind; one that what is known for sure
    contradicts counts for nothing.
    """
    credible = [
        witness
        for witness in witnesses.values()
        if all(
            _possible(witness.number, period(witness.signed_on), sure)
            for sure in _witnesses(_SURE, witness.number, 1)
        )
    ]
    below = sorted((w for w in credible if w.number < number), reverse=True)[:_TAKEN]
    above = sorted(w for w in credible if w.number > number)[:_TAKEN]
    if len(below) == _TAKEN:
        yield min(below, key=lambda w: period(w.signed_on).first)
    if len(above) == _TAKEN:
        yield max(above, key=lambda w: period(w.signed_on).last)


CITED_DATE_OUT_OF_SEQUENCE = Rule(
    "cited-date-out-of-sequence",
    WARNING,
    _check,
    checks="A citation whose date the cited number makes impossible: a DMPCD number says its year; PCD "
    "numbers follow the order of signing to within about half a year; and nothing is cited more than a "
    "month before it is signed. The evidence is a small calendar of numbers whose dates are known, and, "
    "where two of them agree, the dates of decisions held and of the document's other citations.",
    source="Published decisions: PCD 544 was signed on 16 April 2019 and PCD 553 on 25 March. The calendar is "
    "mopacreg/audit/known_dates.py, each date with where it comes from.",
    example="PCD 1065 says that PCD 498 was signed in March 2021; PCD 544 was signed on 16 April 2019.",
    misses="A wrong date that lies within half a year of a possible one. One that agrees with the date of "
    "the cited decision as held. Which of number and date is wrong.",
)

RULES = (CITED_DATE_OUT_OF_SEQUENCE,)
