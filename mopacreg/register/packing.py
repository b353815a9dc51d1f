"""A document and its decisions as rows of the schema's tables.

Rows are plain tuples: the processes that read documents hand these on, at a
fifth of what it costs to hand on records.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from mopacreg import text as clean
from mopacreg.errors import DocumentError
from mopacreg.record import Citation, Decision, Money
from mopacreg.register import counting, schema
from mopacreg.sources import Document

Row = tuple[Any, ...]

NAMED = ("identity", "name", "reference", "series", "year", "number")
"""The columns of `decisions` that follow from its reference."""


def _inserts() -> dict[str, str]:
    def statement(table: str, columns: Iterable[str]) -> str:
        names = [f'"{column}"' for column in columns]
        return f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})"

    tables = {"documents": schema.DOCUMENTS, "texts": schema.TEXTS, "decisions": schema.DECISIONS}
    facts = {name: ["decision_id", "n", *columns] for name, columns in schema.FACTS.items()}
    return {name: statement(name, columns) for name, columns in {**tables, **facts}.items()}


INSERT = _inserts()
"""For each table, the statement that inserts a row."""

# Letters of the Greek and Cyrillic alphabets, which in these papers are misread Latin ones.
_LOOK_ALIKE = re.compile("[\u0370-\u052f]")
_LINE_WITH_ONE = re.compile("^.*[\u0370-\u052f].*$", re.MULTILINE)


class Part(NamedTuple):
    """A piece of a document's text, and the decision in it, if there is one."""

    text: str
    decision: Decision | None


class PackedPart(NamedTuple):
    """A piece of a document's text as rows: of `texts` from `title` on, of `decisions` from `entry` on, of facts.

    `decision` is None, and `facts` are empty, where no decision is in it. Each of `facts` is a table and
    its rows, from the column after `n` on.
    """

    text: Row
    decision: Row | None
    facts: tuple[tuple[str, list[Row]], ...]


class Packed(NamedTuple):
    """A document as it is stored: its path, hash and format, what its decisions are known by, its parts."""

    path: str
    sha256: str
    format: str
    names: tuple[str, ...]
    parts: tuple[PackedPart, ...]


def pack(document: Document, decisions: Sequence[Decision]) -> Packed:
    """The document and the decisions that were read in it (at least one) as rows.

    Raises DocumentError for a text that can't be stored.
    """
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise DocumentError(
            document.path, "its text has half a character in it", "Save it again as UTF-8."
        ) from error
    path = schema.storable(document.path)
    entry = 0
    packed = []
    for part in parts(document, decisions):
        row = None
        if part.decision is not None:
            entry += 1
            row = decision_row(part.decision, path, document, entry)
        packed.append(PackedPart(text_row(part), row, tuple(fact_rows(part))))
    names = tuple(str(part.decision[2]) for part in packed if part.decision)
    return Packed(path, document.sha256, document.format, names, tuple(packed))


def parts(document: Document, decisions: Sequence[Decision]) -> list[Part]:
    """The document's text cut before each decision; joined, the parts are the text.

    A document of one decision is one part, whatever lines it was read from: all its words are findable.
    """
    if len(decisions) == 1:
        return [Part(document.text, decisions[0])]
    lines = document.text.split("\n")
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    ordered = sorted(decisions, key=lambda decision: decision.first_line)
    cuts = [starts[min(max(decision.first_line, 1), len(starts)) - 1] for decision in ordered]
    pieces: list[Part] = [Part(document.text[: cuts[0]], None)] if cuts[0] else []
    for decision, start, end in zip(ordered, cuts, [*cuts[1:], len(document.text)], strict=True):
        pieces.append(Part(document.text[start:end], decision))
    return pieces


def text_row(part: Part) -> Row:
    """The row of `texts` from `title` on: words as printed, `folded` only where letters are misread."""
    folded = None
    if _LOOK_ALIKE.search(part.text):
        folded = "\n".join(map(clean.repaired, _LINE_WITH_ONE.findall(part.text)))
    decision = part.decision
    if decision is None:
        return (None, None, None, part.text, folded)
    title = " ".join(words for words in (decision.reference, decision.title) if words)
    lead = "\n".join([decision.summary or "", *(item.text for item in decision.recommendations)])
    cited = "; ".join(dict.fromkeys(c.reference for c in (*decision.cites, *decision.external_cites)))
    return (title, lead.strip(), cited, part.text, folded)


def decision_row(decision: Decision, path: str, document: Document, entry: int) -> Row:
    """The row of `decisions` from `entry` on; `entry` counts the document's decisions from 1, `path` as stored."""
    approval = decision.officer_approval
    return (
        *(entry, *named(decision.reference, path, document.sha256, entry), decision.title),
        *(decision.signed_on, decision.signed_by, decision.value, json_list(decision.boroughs)),
        *(1, decision.listed_only, _fullness(decision, len(document.text)), decision.layout),
        *(decision.first_line, decision.last_line, decision.title_reference),
        *(decision.drafted_by, decision.reviewed_by),
        *(approval.role if approval else None, approval.date if approval else None),
        *(decision.deferred, decision.deferred_until, decision.deferral_reason),
        *(decision.part_2, decision.summary),
    )


def fact_rows(part: Part) -> Iterator[tuple[str, list[Row]]]:
    """For each table of facts that has some, its rows from the column after `n` on, in order."""
    decision = part.decision
    if decision is None:
        return
    if decision.recommendations:
        yield "recommendations", [(r.number, r.text, r.action, r.line) for r in decision.recommendations]
    if decision.sections:
        yield "sections", [(s.number, s.heading, s.line) for s in decision.sections]
        yield "paragraph_spans", list(_paragraphs(decision, part.text))
    if decision.money:
        yield "money", [_money(m) for m in decision.money]
    if decision.budget_lines:
        yield "budget_lines", list(_budget_lines(decision))
    if decision.cites:
        yield "cites", [_citation(c) for c in decision.cites]
    if decision.external_cites:
        yield "external_cites", [_citation(c) for c in decision.external_cites]
    if decision.declarations:
        yield "declarations", [(d.area, d.ticked, d.mark, d.text, d.line) for d in decision.declarations]
    if doubted := [tuple(r) for r in decision.readings if r.doubt is not None]:
        yield "readings", doubted


def _paragraphs(decision: Decision, text: str) -> Iterator[Row]:
    flat = "" if "\0" in text else text.replace("\n", " ")  # SQLite's substr stops at a NUL
    end = 0
    for n, section in enumerate(decision.sections, 1):
        for paragraph in section.paragraphs:
            start = flat.find(paragraph.text, end)
            if start < 0 or not paragraph.text:
                yield (n, paragraph.number, paragraph.line, None, None, paragraph.text)
            else:
                end = start + len(paragraph.text)
                yield (n, paragraph.number, paragraph.line, start + 1, len(paragraph.text), None)


@lru_cache(maxsize=1024)
def json_list(items: tuple[str, ...]) -> str:
    """A JSON array of text; written so that `"item"` between its quotation marks can be looked for."""
    if not items:
        return "[]"
    import json

    return json.dumps(items, ensure_ascii=False)


def _money(m: Money) -> Row:
    return (m.amount, m.text, m.qualifier, json_list(m.financial_years), m.role, m.place, m.line)


def _budget_lines(decision: Decision) -> Iterator[Row]:
    lines = [
        counting.Candidate(b.table, b.item, b.amount, b.direction, b.total, b.line)
        for b in decision.budget_lines
    ]
    money = [(m.role, m.line, m.amount) for m in decision.money]
    left_out = counting.left_out(lines, money, decision.value)
    for b, why in zip(decision.budget_lines, left_out, strict=True):
        yield (
            *(b.table, b.item, b.category, b.financial_year, b.year_inferred, b.amount, b.direction),
            *(b.funding_source, json_list(b.boroughs), b.total, b.place, b.line, why),
        )


def _citation(c: Citation) -> Row:
    return (c.reference, c.text, c.relation, c.claimed_amount, c.claimed_date, c.place, c.line)


def named(reference: str | None, path: str, sha256: str, entry: int) -> Row:
    """The columns of NAMED: what a decision goes by, which is its reference where it has one."""
    identity = reference or f"text {sha256[:20]} {entry}"
    return (identity, reference or file_name(path, entry), reference, *_reference_parts(reference))


def file_name(path: str, entry: int) -> str:
    """What a decision without a reference is called: its file, with `#2` for the second in it."""
    name = os.path.basename(path)
    return name if entry == 1 else f"{name}#{entry}"


def _reference_parts(reference: str | None) -> tuple[str | None, int | None, int | None]:
    """`DMPCD 2015 96` → its series, year and number; None for a part that it doesn't have."""
    words = (reference or "").split()
    if not words:
        return (None, None, None)
    numbers = [int(word) for word in words[1:] if word.isdecimal()]
    year = numbers[-2] if len(numbers) > 1 else None
    return (words[0], year, numbers[-1] if numbers else None)


def _fullness(decision: Decision, length: int) -> int:
    """How much was read: fields that are filled first, then the length of the text (characters)."""
    fields = (
        *(decision.title, decision.signed_on, decision.signed_by, decision.summary, decision.value),
        *(decision.recommendations, decision.sections, decision.money, decision.budget_lines),
        *(decision.drafted_by, decision.officer_approval, decision.declarations, decision.boroughs),
    )
    filled = sum(1 for value in fields if value not in (None, ()))
    return filled * 1_000_000_000 + length
