"""A person's word on a fact: laid over what is read, again and again, and lifted."""

import json
import sqlite3
from dataclasses import replace

import pytest

from mopacreg.record import BudgetLine, Citation, Decision, Money, Reading, Recommendation
from mopacreg.register import corrections, query, records, rows, search, spending, standing
from mopacreg.register.filters import Filter
from mopacreg.register.packing import pack
from mopacreg.register.writer import Writer

TEXT = "Lamps for parks\nApprove £60,000.\nCamden £25,000\nBrent £35,000\n"


def row(n: int, item: str, pounds: int, line: int) -> BudgetLine:
    given = (None, "2024/25", True, pounds * 100, "spend", None, (item,), False, "3.1", line)
    return BudgetLine(1, item, *given)


def sum_(text: str, pounds: int, role: str, line: int) -> Money:
    return Money(pounds * 100, text, None, (), role, None, line)


LAMPS = Decision(
    "PCD 7",
    "Lamps for parks",
    "2024-03-12",
    value=60_000_00,
    recommendations=(Recommendation(1, "Approve £60,000.", "approve", 2),),
    money=(
        sum_("£60,000", 60_000, "decided", 2),
        sum_("£25,000", 25_000, "decided", 3),
        sum_("£35,000", 35_000, "decided", 4),
    ),
    budget_lines=(row(1, "Camden", 25_000, 3), row(2, "Brent", 35_000, 4)),
    cites=(Citation("PCD 6", "PCD6", "cites", None, None, None, 1),),
    last_line=4,
    readings=(
        Reading("value", 2, 24, 31, "r", "a doubt about the value"),
        Reading("budget_lines 1", 3, 40, 47, "r", "the year is stated outside"),
        Reading("budget_lines 2", 4, 54, 61, "r", "the year is stated outside"),
    ),
)


CONFIRMED = object()


def correct(register, fact: str, part: str, value: object, of: str = "PCD 7") -> int:
    """Correct a fact, `value` as its column has it, or confirm it."""
    db = register.db
    number = query.find(db, of)[0]
    said = {"because": "I looked.", "by": None, "made_on": "2024-06-01"}
    kept = None if value is CONFIRMED else json.dumps(value)
    draft = corrections.drafted(db, number, fact, part, kept, **said)
    with Writer(register.path) as writer:
        return writer.correct(draft)


def undo(register, number: int) -> None:
    kept = {each.id: each for each in corrections.kept(register.db)}
    with Writer(register.path) as writer:
        writer.undo(kept[number])


def now(register, name: str = "PCD 7") -> Decision:
    return records.record(register.db, query.find(register.db, name)[0])


def states(register) -> list[str]:
    return [each.state for each in standing.standings(register.db)]


@pytest.fixture
def held(register):
    register.store("/p/a.txt", TEXT, LAMPS)
    return register


@pytest.mark.parametrize(
    ("fact", "part", "value", "changed"),
    [
        ("value", "", 1_00, {"value": 1_00}),
        ("value", "", None, {"value": None}),
        ("signed_on", "", "2024-03", {"signed_on": "2024-03"}),
        ("signed_by", "", "Ann Lee", {"signed_by": "Ann Lee"}),
        ("boroughs", "", '["Brent"]', {"boroughs": ("Brent",)}),
        ("part_2", "", 1, {"part_2": True}),
        ("recommendations 1", "action", "note", {"recommendations.0.action": "note"}),
        ("budget_lines 2", "financial_year", None, {"budget_lines.1.financial_year": None}),
        ("cites 1", "relation", "amends", {"cites.0.relation": "amends"}),
    ],
)
def test_a_corrected_fact_is_another_in_the_record_and_undone_what_it_was(
    held, fact: str, part: str, value: object, changed: dict
) -> None:
    number = correct(held, fact, part, value)
    ((path, expected),) = changed.items()
    name, *deeper = path.split(".")
    found = getattr(now(held), name)
    assert (getattr(found[int(deeper[0])], deeper[1]) if deeper else found) == expected
    undo(held, number)
    assert now(held) == LAMPS


def test_whoever_asks_is_told_the_corrected_value(held) -> None:
    correct(held, "value", "", 90_000_00)
    correct(held, "budget_lines 1", "amount", 55_000_00)
    db = held.db
    assert [each.value for each in query.decisions(db, Filter(minimum=80_000_00))] == [90_000_00]
    assert query.decisions(db, Filter(maximum=70_000_00)) == []
    at = rows.columns("decisions").index("value")
    assert [each[at] for each in rows.facts(db, "decisions")] == [90_000_00]
    assert [line.amount for line in spending.lines(db)] == [55_000_00, 35_000_00]


def test_an_amount_is_corrected_in_both_lists_that_have_it(held) -> None:
    number = correct(held, "budget_lines 1", "amount", 24_000_00)
    assert [each.amount for each in now(held).money] == [60_000_00, 24_000_00, 35_000_00]
    undo(held, number)
    correct(held, "money 3", "amount", 1_00)
    assert [each.amount for each in now(held).budget_lines] == [25_000_00, 1_00]
    correct(held, "budget_lines 2", "amount", 2_00)
    assert [each.amount for each in now(held).budget_lines] == [25_000_00, 2_00]
    assert now(held).money[2].amount == 1_00


def test_a_corrected_title_is_found_by_its_words_and_the_old_one_is_not(held) -> None:
    number = correct(held, "title", "", "Zebra crossings")
    assert [hit.decision.title for hit in search.search(held.db, "zebra")] == ["Zebra crossings"]
    undo(held, number)
    assert search.search(held.db, "zebra") == []
    with sqlite3.connect(held.path) as db:
        db.execute("insert into texts_fts(texts_fts, rank) values ('integrity-check', 1)")


def test_a_corrected_reference_is_what_the_decision_goes_by(held) -> None:
    held.store("/p/b.txt", "Benches\n", Decision("PCD 8", "Benches", last_line=1))
    number = correct(held, "reference", "", "PCD 8")
    assert len(query.find(held.db, "PCD 8")) == 2
    held.store("/p/a.txt", TEXT + "more\n", LAMPS)
    assert query.names(held.db) == ["PCD 8"]
    assert states(held) == ["stands"]
    undo(held, number)
    assert now(held) == LAMPS


def test_a_decision_without_a_reference_is_given_one(register) -> None:
    register.store("/p/a.txt", TEXT, replace(LAMPS, reference=None))
    number = correct(register, "reference", "", "PCD 9", of="a.txt")
    assert query.names(register.db) == ["PCD 9"]
    register.store("/p/a.txt", f"{TEXT}\n", replace(LAMPS, reference=None))
    assert query.names(register.db) == ["PCD 9"]
    undo(register, number)
    assert query.names(register.db) == ["a.txt"]


def test_a_correction_stays_when_the_document_changes_and_is_read_again(held) -> None:
    correct(held, "value", "", 1_00)
    correct(held, "budget_lines 2", "financial_year", "2025/26")
    first = row(1, "Ealing", 1_000, 3)
    moved = replace(
        LAMPS,
        budget_lines=(first, replace(LAMPS.budget_lines[0], line=4), replace(LAMPS.budget_lines[1], line=5)),
    )
    changed = TEXT.replace("Camden", "Ealing £1,000\nCamden")
    assert held.store("/p/a.txt", changed, moved) == "changed"
    assert now(held).value == 1_00
    years = [each.financial_year for each in now(held).budget_lines]
    assert years == ["2024/25", "2024/25", "2025/26"]
    assert [each.field for each in standing.standings(held.db)] == ["value", "budget_lines 3.financial_year"]
    assert states(held) == ["stands", "stands"]


def test_a_correction_of_a_line_that_is_gone_is_not_applied_and_said(held) -> None:
    correct(held, "budget_lines 2", "amount", 1_00)
    held.store("/p/a.txt", TEXT.replace("Brent £35,000", "Brent £36,000"), LAMPS)
    assert now(held).budget_lines == LAMPS.budget_lines
    assert states(held) == ["no longer fits"]
    held.store("/p/a.txt", TEXT, LAMPS)
    assert now(held).budget_lines[1].amount == 1_00


def test_which_of_two_alike_is_meant_is_not_guessed(register) -> None:
    text = "Camden £5\nCamden £5\n"
    two = replace(LAMPS, money=(), budget_lines=(row(1, "Camden", 5, 1), row(2, "Camden", 5, 2)), readings=())
    register.store("/p/a.txt", text, two)
    correct(register, "budget_lines 2", "amount", 1_00)
    assert [each.amount for each in now(register).budget_lines] == [5_00, 1_00]
    register.store("/p/a.txt", "Camden £5\n", replace(two, budget_lines=two.budget_lines[:1]))
    assert [each.amount for each in now(register).budget_lines] == [5_00]
    assert states(register) == ["no longer fits"]


def test_a_fact_that_is_read_otherwise_later_stays_corrected_and_is_told(held) -> None:
    correct(held, "value", "", 1_00)
    held.store("/p/a.txt", f"{TEXT}\n", replace(LAMPS, value=2_00))
    assert now(held).value == 1_00
    assert states(held) == ["stands; read otherwise now"]
    held.store("/p/a.txt", TEXT, replace(LAMPS, value=1_00))  # the reading has come to the same
    assert states(held) == ["stands"]


def test_the_number_of_an_undone_correction_is_not_given_again(held) -> None:
    first = correct(held, "value", "", 90_000_00)
    undo(held, first)
    assert correct(held, "value", "", 80_000_00) == first + 1


def test_the_last_word_counts_and_undone_leaves_the_one_before(held) -> None:
    correct(held, "value", "", 1_00)
    second = correct(held, "value", "", 2_00)
    assert (now(held).value, states(held)) == (2_00, ["replaced by a later one", "stands"])
    undo(held, second)
    assert (now(held).value, states(held)) == (1_00, ["stands"])


def test_a_confirmed_or_corrected_reading_is_no_longer_in_doubt(held) -> None:
    correct(held, "budget_lines 1", "", CONFIRMED)
    correct(held, "value", "", 1_00)
    assert [each.field for each in now(held).readings] == ["budget_lines 2"]


def test_a_confirmation_holds_for_what_was_confirmed_only(held) -> None:
    correct(held, "value", "", CONFIRMED)
    held.store("/p/a.txt", f"{TEXT}\n", LAMPS)
    assert "value" not in [each.field for each in now(held).readings]
    held.store("/p/a.txt", TEXT, replace(LAMPS, value=61_000_00))
    assert "value" in [each.field for each in now(held).readings]
    assert states(held) == ["no longer fits"]


def test_a_decision_that_goes_and_comes_back_is_still_corrected(held) -> None:
    correct(held, "value", "", 1_00)
    held.forget("/p/a.txt")
    assert states(held) == ["decision not held"]
    held.store("/elsewhere/moved.txt", TEXT, LAMPS)
    assert (now(held).value, states(held)) == (1_00, ["stands"])


def test_another_version_of_the_decision_is_corrected_and_a_namesake_is_not(held) -> None:
    correct(held, "value", "", 1_00)
    held.store("/p/web.html", TEXT * 9, replace(LAMPS, summary="Fuller."))
    assert now(held).summary == "Fuller."
    assert now(held).value == 1_00
    held.store("/p/other.txt", "Benches\n", Decision("PCD 7", "Benches for all squares", value=5_00))
    shown = query.decisions(held.db)
    assert sorted(each.value for each in shown) == [1_00, 5_00]


def test_a_file_of_the_same_name_elsewhere_is_another_decision(register) -> None:
    bare = replace(LAMPS, reference=None)
    register.store("/p/a.txt", TEXT, bare)
    correct(register, "value", "", 1_00, of="a.txt")
    register.store("/q/a.txt", "Benches\n", replace(bare, value=9_00))
    assert sorted(each.value for each in query.decisions(register.db)) == [1_00, 9_00]


def test_a_decision_that_a_later_reading_calls_otherwise_keeps_its_correction(register) -> None:
    register.store("/p/a.txt", TEXT, replace(LAMPS, reference=None))
    correct(register, "value", "", 1_00, of="a.txt")
    with Writer(register.path) as writer:
        for document in list(writer.texts()):
            writer.restore(pack(document, [LAMPS]))
    assert now(register).value == 1_00


def test_a_fact_that_there_is_not_cant_be_corrected(held) -> None:
    for fact, part in (("budget_lines 9", "amount"), ("sections 1", "heading"), ("name", "")):
        with pytest.raises(KeyError):
            correct(held, fact, part, 1)


def test_names_of_columns_never_come_from_the_overlay(held) -> None:
    correct(held, "value", "", 1_00)
    with sqlite3.connect(held.path) as db:
        db.execute("update corrections set fact = 'money 1', part = 'amount\" = 1; --'")
    held.store("/p/a.txt", f"{TEXT}\n", LAMPS)
    assert now(held).value == LAMPS.value
    assert states(held) == ["no longer fits"]
