"""Other decisions that a decision names: which, in what relation, and what it says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.facts.citations import relations
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.mentions import Mention
from mopacreg.record import Citation
from mopacreg.trace import Trace
from mopacreg.values import dates, references
from mopacreg.values.verbs import DONE

_JOINED = re.compile(r"^[\s,()]*(?:and|&|or)?[\s()]*$", re.IGNORECASE)
_BY = re.compile(r"(?:\(|\b(?:by|in|via|through|under|from|of|that|which))\s*(?:the )?$", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:signed|approved|agreed|dated|taken|made|authorised|accepted)\b", re.IGNORECASE)
# `PCD 1022 in August 2021`, `PCD 849 (October 2020)`: nothing stands between.
_AT_ONCE = re.compile(r"^[\s,(]*(?:of|in|on|dated|signed|approved)?\s*(?:in|on)?\s*$", re.IGNORECASE)
# `In May 2018 the DMPC approved £5m (PCD 377)`: who signed stands right behind the date, and the decision soon.
_THEN_SIGNED = re.compile(
    r"^[\s,]*(?:(?:the|it|was|were|by|MOPAC|DMPC|\(DMPC\)|Deputy Mayor(?: for Policing and Crime)?)\s+){0,6}"
    r"(?:signed|approved|agreed|accepted|authorised)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
# `from October 2013 to March 2014, was agreed in …`: how long, not when.
_ENDS_A_PERIOD = re.compile(
    r"\b(?:to|until|till|from|since|by|before|after|ending)\s+(?:the )?$", re.IGNORECASE
)
# Dates of something else that the sentence goes on to tell.
_OTHER_EVENT = re.compile(
    r"\b(?:until|till|end(?:s|ed|ing)?|complet\w*|publish\w*|schedul\w*|expir\w*|runs?|start\w*|beg[aiu]n\w*|before|after"
    r"|by|from|up to|to|should|would|will|must|could)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:to|until|[-–])\s*(?:\d|[A-Z][a-z]+ 20)")
# Right in front of a date: what it begins, or what happened then.
_OF_SOMETHING = re.compile(
    r"(?:\bperiods?(?: of| from)?|\byears? (?:ending|commencing|beginning|from)(?: on)?|\bcommenc\w+(?: on| in)?"
    r"|\bcovering|\b(?:launched|announced)\b(?:(?!\b(?:signed|approved|agreed)\b)[^.;]){0,30}\b(?:in|on))\s*(?:the )?$",
    re.IGNORECASE,
)
# `In July 2018, PCD 1 …`, `the DMPC awarded it in July 2018 (PCD 1)`, `(July 2018, PCD 1)`: when it was decided.
_NO_OTHER = r"(?:(?!\b(?:expir|ends?\b|ended|start|beg[aiu]n|commenc|until|launch|complet|deliver))[^;])*"
_DECIDED_THEN = re.compile(
    rf"(?:\b(?:{DONE}|obtained|decided|decision|taken|took|extended|varied|renewed)\b{_NO_OTHER}"
    r"|\b(?:decision|approval|that)\s+|^[\W\d]*|[(:]\s*)(?:\b(?:in|on|of|dated)\s+)?$",
    re.IGNORECASE,
)


class Citations(NamedTuple):
    """Decisions of this office, and those of others (mayoral, director's, chief executive's)."""

    cites: tuple[Citation, ...]
    external_cites: tuple[Citation, ...]


def read(
    sheet: Sheet,
    own: frozenset[str],
    named: Sequence[references.Mention],
    mentions: Sequence[Mention],
    trace: Trace,
) -> Citations:
    """Every mention of another decision, in order.

    `own` are the numbers that mean this decision, `named` all references of its
    text, `mentions` its sums with their roles.
    """
    cites: list[Citation] = []
    external: list[Citation] = []
    for unit, mentioned in sheet.by_unit(named):
        if unit.part in ("header", "furniture", "sign_off"):
            continue
        for found in mentioned:
            if found.reference in own or sheet.text.line_at(found.start) in sheet.noise:
                continue
            into, field = (external, "external_cites") if found.external else (cites, "cites")
            into.append(_citation(sheet, unit, found, mentioned, mentions))
            trace.note(f"{field} {len(into)}", found.start, found.end, "reference in prose", found.doubt)
    return Citations(tuple(cites), tuple(external))


class _Clause(NamedTuple):
    """A citation in its sentence `start:end`; what is said of it stands between its neighbours, `begin:stop`."""

    text: str
    found: references.Mention
    others: tuple[references.Mention, ...]
    start: int
    end: int

    @property
    def begin(self) -> int:
        return max((m.end for m in self.others if m.end <= self.found.start), default=self.start)

    @property
    def stop(self) -> int:
        return min((m.start for m in self.others if m.start >= self.found.end), default=self.end)

    @property
    def is_joined(self) -> bool:
        """Whether the sentence speaks of several decisions together (`DMPC Decisions 2014 110 and 2015 46`)."""
        pairs = (sorted((other, self.found), key=lambda m: m.start) for other in self.others)
        return any(_JOINED.match(self.text[first.end : second.start]) for first, second in pairs)


def _citation(
    sheet: Sheet,
    unit: Unit,
    found: references.Mention,
    mentioned: Sequence[references.Mention],
    mentions: Sequence[Mention],
) -> Citation:
    text = sheet.text.prose
    spans = [(unit.start, unit.end)]
    if unit.kind != "row":
        spans = sentences.split(sheet.text.text, unit.start, unit.end) or spans
    at = next((n for n, (s, e) in enumerate(spans) if s <= found.start < e), 0)
    start, end = spans[at]
    others = tuple(m for m in mentioned if start <= m.start < end and m is not found)
    clause = _Clause(text, found, others, start, end)
    return Citation(
        reference=found.reference,
        text=sheet.text.raw[found.start : found.end],
        relation=relations.read(text, spans[at:], found, mentioned),
        claimed_amount=_amount(clause, mentions),
        claimed_date=_date(clause),
        place=next((m.place for m in mentions if m.unit == unit and m.place), unit.place),
        line=sheet.text.line_at(found.start),
    )


def _amount(clause: _Clause, mentions: Sequence[Mention]) -> int | None:
    """The sum that the sentence says the cited decision approved, in pence.

    It stands before a citation that follows `by`, `in` or a bracket, and behind
    one that is the subject. A sum said of several decisions together is none's.
    """
    if clause.is_joined:
        return None
    prior = [m for m in mentions if m.role == "prior" and clause.begin <= m.sum.start < clause.stop]
    before = [m for m in prior if m.sum.start < clause.found.start]
    after = [m for m in prior if m.sum.start >= clause.found.end]
    if before and _BY.search(clause.text[clause.start : clause.found.start]):
        return before[-1].sum.amount
    return after[0].sum.amount if after else None


def _date(clause: _Clause) -> str | None:
    """The date that the sentence gives for the cited decision: one that says when it was signed or approved."""
    text, found = clause.text, clause.found
    for date in dates.find(text, found.end, clause.stop):
        between = text[found.end : date.start]
        if _GOES_ON.match(text, date.end):
            break
        other = _OTHER_EVENT.search(between) or _OF_SOMETHING.search(between) or date.precision == "year"
        told = _SIGNED.search(between) and not other
        if _AT_ONCE.match(between) or told:
            return date.iso
    for date in reversed(dates.find(text, clause.begin, found.start)):
        if _ENDS_A_PERIOD.search(text, clause.begin, date.start):
            continue
        between = text[date.end : found.start]
        told = _THEN_SIGNED.match(between) and not _OTHER_EVENT.search(between) and date.precision != "year"
        beside = re.fullmatch(r"\s*[(,]?\s*", between)
        if told or (beside and _DECIDED_THEN.search(text[clause.begin : date.start])):
            return date.iso
    return None
