"""Other decisions that a decision names: which, in what relation, and what it says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mopacreg import sentences
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.mentions import Mention
from mopacreg.record import Citation
from mopacreg.trace import Trace
from mopacreg.values import dates, references

_RELATIONS = (
    (
        "supersedes",
        r"\bsupersed\w*|\breplac(?:e|es|ing)\b|\brescind\w*|\brevok\w*|\bin place of\b|\binstead of\b",
    ),
    (
        "amends",
        r"\bamend\w*|\bvar(?:y|ies|iation of|iation to)\b|\brevis(?:e|es|ed|ion)\b|\bchang(?:e|es) to\b"
        r"|\breduc(?:es?|ing|tion of|tion in|tion to) (?:£[\d.,]+ ?\w* in )?the (?:[\w-]+ ){0,2}"
        r"(?:budget|grant|value|contract|award|allocation)\b",
    ),
    ("extends", r"\bexten(?:d|ds|sion|ding)\b|\b(?:is|are|now) (?:now )?to be extended\b|\blengthen\w*"),
    (
        "funded-by",
        r"\bfunded (?:by|from|through|under|via)\b|\bdrawn? (?:down )?from\b|"
        r"\bpaid (?:for )?(?:from|by|out of)\b|\bmet from\b|\bcharged to the\b|\bout of the\b",
    ),
    ("continues", r"\bcontinu\w*|\bfollows? on\b|\bfurther to\b|\bbuilds? on\b|\broll(?:ed|s)? forward\b"),
)
_RELATION = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _RELATIONS)
_THIS_DECISION = re.compile(
    r"\s*This (?:decision|paper|report|request|form|proposal)\s+(\w+ (?:that|this|the|it)\b)", re.IGNORECASE
)
_JOINED = re.compile(r"^[\s,()]*(?:and|&|or)?[\s()]*$", re.IGNORECASE)
_BY = re.compile(r"(?:\(|\b(?:by|in|via|through|under|from|of|that|which))\s*(?:the )?$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|nothing|neither|never|nor|no)\b[^.;]*$", re.IGNORECASE)
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
        relation=_relation(text[start:end], found.start - start) or _said_next(text, spans[at:], mentioned),
        claimed_amount=_amount(clause, mentions),
        claimed_date=_date(clause),
        place=next((m.place for m in mentions if m.unit == unit and m.place), unit.place),
        line=sheet.text.line_at(found.start),
    )


def _said_next(text: str, spans: Sequence[tuple[int, int]], mentioned: Sequence[references.Mention]) -> str:
    """The relation that the next sentence gives: `PCD 1 awarded it. This decision extends that contract.`

    `spans` are the citing sentence and those behind it. `cites` where nothing more is said.
    """
    if len(spans) > 1:
        start, end = spans[1]
        opening = _THIS_DECISION.match(text, start, end)
        if opening and not any(start <= other.start < end for other in mentioned):
            return _relation(text[opening.start(1) : opening.end()], 0) or "cites"
    return "cites"


def _relation(sentence: str, at: int) -> str | None:
    """What the sentence says this decision does to the cited one; None where it says no more."""
    nearest = None
    for name, words in _RELATION:
        for match in words.finditer(sentence):
            if _DENIED.search(sentence[max(0, match.start() - 40) : match.start()]):
                continue
            distance = min(abs(match.start() - at), abs(match.end() - at))
            if nearest is None or (name != "supersedes" and distance < nearest[0]):
                nearest = (distance, name)
    return nearest[1] if nearest else None


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
        if _AT_ONCE.match(between) or (_SIGNED.search(between) and not _OTHER_EVENT.search(between)):
            return date.iso
    for date in reversed(dates.find(text, clause.begin, found.start)):
        if _ENDS_A_PERIOD.search(text, clause.begin, date.start):
            continue
        between = text[date.end : found.start]
        told = _THEN_SIGNED.match(between) and not _OTHER_EVENT.search(between) and date.precision != "year"
        if told or re.fullmatch(r"\s*[(,]?\s*", between):
            return date.iso
    return None
