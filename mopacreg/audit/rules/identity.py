"""Rules on what a decision is called: its reference, and what else goes by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mopacreg.audit import places
from mopacreg.audit.finding import NOTE, WARNING, Remark, Rule
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.audit.wording import joined

_NAMED = 3  # other decisions of the same number, at most


def _missing(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    if decision.reference is None and not decision.listed_only:
        line = places.label(holdings.text(paper.held.id), decision, "reference")
        yield Remark(
            line,
            "The document states no reference. Find its number in the office's list, and have it printed.",
        )


REFERENCE_MISSING = Rule(
    "reference-missing",
    WARNING,
    _missing,
    checks="A decision whose document states its number nowhere: no label, heading, title, download row or "
    "sentence of its own. It is kept under its file's name.",
    source="Published pages: some begin in the middle, and state neither reference nor title.",
    example="A page that begins at `Key information` and at once goes on to `Executive summary`.",
    misses="Entries of a listing page, which is not the decision's own page.",
)


def _conflict(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    decision = paper.decision
    stated, titled = decision.reference, decision.title_reference
    if stated and titled and stated != titled:
        others = [held for held in holdings.under(titled) if held.reference == titled]
        taken = f" {titled} is held as another decision." if others else ""
        yield Remark(
            places.reference(holdings.text(paper.held.id), decision),
            f"The page calls itself {stated} and is titled {titled}.{taken} Find out which is right, and "
            f"have the other corrected; until then it is held as {stated}.",
            (titled,),
        )


REFERENCE_CONFLICT = Rule(
    "reference-conflict",
    WARNING,
    _conflict,
    checks="A decision whose title begins with another number than the one its label or heading states.",
    source="Published pages: the one titled PCD 1852 has `Reference code: PCD 1853`. The label's number counts "
    "until a person knows better.",
    example="`PCD 874 Grants to Advisers` above `Reference code: PCD 847`.",
    misses="A label that can't be read as a reference (`PD 1599`), which gives way to the title. A wrong "
    "number that label and title share.",
)


def _duplicated(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    others = list(islice(holdings.beside(paper.held), _NAMED))
    if others:
        titled = joined([f'"{other.title}" ({other.path})' for other in others])
        yield Remark(
            places.reference(holdings.text(paper.held.id), paper.decision),
            f"{paper.held.reference} is also the number of {titled}. Find out which decision has it, and "
            "have the other's number corrected.",
            tuple(sorted((other.title or other.path).casefold() for other in others)),
        )


REFERENCE_DUPLICATED = Rule(
    "reference-duplicated",
    WARNING,
    _duplicated,
    checks="Two decisions with different titles under one reference.",
    source="How the register keeps texts: two under one reference are versions of one decision where their "
    "titles are the same, and else two decisions.",
    example="Two pages `Reference code: PCD 612`, one on body worn video and one on custody visitors.",
    misses="Versions of one decision (a form and its web page), whose titles differ only in case, spaces, "
    "dashes or a cut-off end.",
)


def _gap(paper: Paper, holdings: Holdings) -> Iterator[Remark]:
    own, following, name = holdings.following.get(paper.held.reference or "", (0, 0, ""))
    lacking = following - own - 1
    if lacking > 0:
        series = (paper.held.reference or "").rpartition(" ")[0]
        first, last = own + 1, following - 1
        said = (
            f"{series} {first} is"
            if lacking == 1
            else f"{series} {first} to {last} ({lacking:,} numbers) are"
        )
        yield Remark(
            None,
            f"{said} not held between {paper.held.reference} and {name}. Ingest what was published under "
            f"{'it' if lacking == 1 else 'them'}, or ask the office what became of "
            f"{'it' if lacking == 1 else 'them'}.",
            (first, last),
        )


REFERENCE_GAP = Rule(
    "reference-gap",
    NOTE,
    _gap,
    checks="Numbers of a series (DMPCD: of a year) that are missing between two that are held.",
    source="What readers of the register ask: which numbers are missing?",
    example="PCD 401 and PCD 404 are held, and neither PCD 402 nor PCD 403.",
    misses="What is missing below the lowest and above the highest number held. Numbers that are known "
    "only from a listing page count as held.",
    optional=True,
)

RULES = (REFERENCE_MISSING, REFERENCE_CONFLICT, REFERENCE_DUPLICATED, REFERENCE_GAP)
