import sqlite3
from dataclasses import replace

import pytest

from mopacreg.record import (
    BudgetLine,
    Citation,
    Decision,
    Declaration,
    Money,
    OfficerApproval,
    Paragraph,
    Reading,
    Recommendation,
    Section,
)
from mopacreg.register import query, records, rows
from mopacreg.register.filters import Filter

FULL = Decision(
    reference="PCD 1648",
    title="Lighting for parks",
    signed_on="2024-03-12",
    signed_by="Ann Lee",
    summary="Lamps along two paths.",
    value=25_000_00,
    recommendations=(
        Recommendation(1, "Accept £25,000", "accept", 17),
        Recommendation(2, "Note it", None, 18),
    ),
    sections=(
        Section("1", "Background", 39, (Paragraph("1.1", "Dark.", 41), Paragraph("1.2", "Darker.", 43))),
        Section("2", None, 50),
        Section("3", "Money", 60, (Paragraph("3.1", "Enough.", 61),)),
    ),
    money=(Money(25_000_00, "£25,000", "up to", ("2024/25", "2025/26"), "income", "recommendation 1", 17),),
    budget_lines=(
        BudgetLine(
            1, "Lamps", "Capital", "2022/23", True, -1, "spend", "Grant", ("Brent",), False, "3.2", 63
        ),
        BudgetLine(None, None, None, None, False, 0, "income", None, (), True, None, 64),
    ),
    cites=(Citation("PCD 1406", "PCD1406", "amends", 17_200_000_00, "2023-03", "3.3", 67),),
    external_cites=(Citation("MD2623", "MD2623", "cites", None, None, None, 70),),
    boroughs=("Brent", "Camden"),
    declarations=(
        Declaration("financial", True, "✓", "Seen", 110),
        Declaration("legal", False, None, "", 111),
    ),
    drafted_by="Bo Ray",
    reviewed_by="Cy Day",
    officer_approval=OfficerApproval("Chief Executive Officer", None),
    deferred=False,
    deferred_until="2025-01-01",
    deferral_reason="Contract",
    part_2=True,
    layout="pcd_form",
    title_reference="PCD 1649",
    first_line=1,
    last_line=120,
    readings=(Reading("value", 17, 3, 9, "decided sum", "two sums"),),
)
BARE = Decision(None, None)


@pytest.mark.parametrize(
    "decision", [FULL, BARE, replace(BARE, listed_only=True)], ids=["full", "bare", "listed"]
)
def test_a_record_comes_back_as_it_was_stored(register, decision: Decision) -> None:
    register.store("a.txt", "one\n", decision)
    assert records.record(register.db, 1) == decision


def test_of_the_readings_those_in_doubt_are_kept(register) -> None:
    sure = Reading("title", 1, 0, 4, "first line")
    register.store("a.txt", "one\n", replace(FULL, readings=(sure, *FULL.readings)))
    assert records.record(register.db, 1).readings == FULL.readings


def test_a_paragraph_that_stands_in_the_text_is_kept_once(register) -> None:
    paragraphs = ("Dark paths £1 –\nlit soon.", "Dark paths", "Reworded.", "")
    section = Section(
        "1", None, 1, tuple(Paragraph(f"1.{n}", p.replace("\n", " "), n) for n, p in enumerate(paragraphs))
    )
    register.store(
        "a.txt", f"\U0001f4a1 1.0 {paragraphs[0]}\n1.1 {paragraphs[1]}\n", replace(BARE, sections=(section,))
    )
    db = register.db
    assert db.execute("select text from paragraph_spans").fetchall() == [
        (None,),
        (None,),
        ("Reworded.",),
        ("",),
    ]
    assert [row[0] for row in db.execute("select text from paragraphs")] == [
        p.text for p in section.paragraphs
    ]
    assert records.record(db, 1).sections == (section,)


def test_a_text_with_a_nul_in_it_comes_back_whole(register) -> None:
    section = Section("1", None, 1, (Paragraph("1.1", "after it", 1),))
    decision = replace(BARE, sections=(section,))
    register.store("a.txt", "before\0 after it", decision)
    assert records.record(register.db, 1) == decision
    assert records.document(register.db, 1).text == "before\0 after it"
    register.store("a.txt", "МАРРА\0 x", decision)
    register.store("a.txt", "y", decision)
    with sqlite3.connect(register.path) as db:
        db.execute("insert into texts_fts(texts_fts, rank) values ('integrity-check', 1)")


def test_an_id_that_is_not_held_raises(register) -> None:
    register.store("a.txt", "one\n", FULL)
    with pytest.raises(KeyError):
        records.record(register.db, 2)


def test_a_document_keeps_its_text_to_the_character(register) -> None:
    text = "\ufeff one\n\n\ttwo \u00a0 МАРРА\n\nlast line without an end"
    register.store("a.txt", text, FULL)
    assert records.document(register.db, 1).text == text
    assert set(records.source(register.db, 1)) == {"path", "sha256", "format"}


def test_what_cites_a_decision_is_listed_by_date(register) -> None:
    register.store("a.txt", "one\n", FULL)
    register.store("b.txt", "two\n", replace(FULL, reference="PCD 1500", signed_on="2023-05-01"))
    found = records.cited_by(register.db, "PCD 1406")
    assert [(each.name, each.citation) for each in found] == [
        ("PCD 1500", FULL.cites[0]),
        ("PCD 1648", FULL.cites[0]),
    ]


@pytest.mark.parametrize("kind", rows.KINDS)
def test_facts_are_streamed_under_their_names_in_order(register, kind: str) -> None:
    register.store("b.txt", "two\n", replace(FULL, reference="PCD 1700"))
    register.store("a.txt", "one\n", FULL)
    found = [dict(zip(rows.columns(kind), row, strict=True)) for row in rows.facts(register.db, kind)]
    names = [each.get("decision", each.get("name")) for each in found]
    assert names == sorted(names)
    assert set(names) == {"PCD 1648", "PCD 1700"}
    assert list(rows.facts(register.db, kind, Filter(series="DMPCD"))) == []


def test_citations_of_other_bodies_decisions_are_told_apart(register) -> None:
    register.store("a.txt", "one\n", FULL)
    at = rows.columns("citations").index("external")
    assert [(row[2], row[at]) for row in rows.facts(register.db, "citations")] == [
        ("PCD 1406", 0),
        ("MD2623", 1),
    ]


def test_facts_of_a_version_that_is_not_shown_are_left_out(register) -> None:
    register.store("a.txt", "one\n", FULL)
    register.store("b.txt", "one, and more\n", FULL)
    assert len(list(rows.facts(register.db, "money"))) == 1
    assert len(query.decisions(register.db)) == 1
