"""Records become what a reader sees: nothing lost, nothing added, nothing said that isn't so."""

from __future__ import annotations

import pytest

from mopacreg.record import BudgetLine, Citation, Decision, Reading
from mopacreg.register.passages import Passage
from mopacreg.register.query import Listed
from mopacreg.register.search import Hit
from mopacreg.sources import Document
from mopacreg.views import budget_tables, hits
from mopacreg.views.card import card
from mopacreg.views.figures import counted, plain_pounds, pounds
from mopacreg.views.outcomes import line, skipped
from mopacreg.views.source import marked
from mopacreg.views.table import Facts, Marked, Table

SOURCE = {"path": "a.txt", "sha256": "0", "format": "text"}


@pytest.mark.parametrize(
    ("pence", "shown", "plain"),
    [
        (0, "£0", "0"),
        (2500000, "£25,000", "25000"),
        (99032428, "£990,324.28", "990324.28"),
        (5, "£0.05", "0.05"),
        (150, "£1.50", "1.50"),
        (-50, "-£0.50", "-0.50"),
        (10**16 + 1, "£100,000,000,000,000.01", "100000000000000.01"),
    ],
)
def test_pence_become_pounds_exactly(pence: int, shown: str, plain: str) -> None:
    assert (pounds(pence), plain_pounds(pence)) == (shown, plain)


def test_counting_knows_one_from_many() -> None:
    assert (counted(1, "line"), counted(2000, "line")) == ("1 line", "2,000 lines")


def cell(at: int, item: str, year: str | None, amount: int, **more: object) -> BudgetLine:
    given: dict[str, object] = {
        "table": 1,
        "category": None,
        "year_inferred": False,
        "direction": "spend",
        "funding_source": None,
        "boroughs": (),
        "total": False,
        "place": "3.2",
        **more,
    }
    return BudgetLine(item=item, financial_year=year, amount=amount * 100, line=at, **given)  # type: ignore[arg-type]


def drawn(*lines: BudgetLine) -> Table:
    (table,) = budget_tables.tables(Decision("PCD 1", None, budget_lines=lines))
    return table


def test_years_stand_across_in_the_order_of_the_fullest_row() -> None:
    table = drawn(
        cell(1, "A", "2025/26", 1),
        cell(1, "A", None, 1, total=True),
        cell(2, "B", "2024/25", 2),
        cell(2, "B", "2025/26", 3),
        cell(2, "B", None, 5, total=True),
    )
    assert [column.heading for column in table.columns] == ["Item", "2024/25", "2025/26", "Total", "Line"]
    assert list(table.rows) == [("A", None, 100, 100, 1), ("B", 200, 300, 500, 2)]


def test_years_that_are_rows_make_one_column() -> None:
    table = drawn(
        cell(1, "2024/25", "2024/25", 1),
        cell(2, "2025/26", "2025/26", 2),
        cell(3, "Total", None, 3, total=True),
    )
    assert [column.heading for column in table.columns] == ["Item", "Amount", "Line"]
    assert [row[1] for row in table.rows] == [100, 200, 300]
    assert table.notes == ("✓ the printed total agrees: £3",)


def test_a_year_that_only_the_prose_states_is_said_to_be_the_decisions() -> None:
    table = drawn(cell(1, "A", "2024/25", 1, year_inferred=True))
    assert table.notes[0] == "The table states no year; the decision states 2024/25."


def test_a_wrong_total_is_said_with_the_difference_and_the_line() -> None:
    table = drawn(
        cell(1, "A", "2024/25", 40), cell(2, "B", "2024/25", 2), cell(3, "Total", "2024/25", 41, total=True)
    )
    assert table.notes == ("✗ Total is printed as £41, which is £1 less than its parts: £42 (line 3)",)


def test_a_total_that_covers_something_else_is_said_to() -> None:
    table = drawn(cell(1, "Total", None, 42, total=True), cell(2, "A", None, 40), cell(3, "B", None, 2))
    assert table.notes == ("✓ the printed total agrees: £42 (covering the rows below it)",)


def test_a_total_with_a_cell_still_open_is_neither_right_nor_wrong() -> None:
    lines = (cell(1, "A", None, 40), cell(3, "Total", None, 42, total=True))
    (table,) = budget_tables.tables(
        Decision("PCD 1", None, budget_lines=lines), lambda: "A £40\nB TBC\nTotal £42"
    )
    assert table.notes[0].startswith("– Total is printed as £42, which is £2 more than its parts")


def facts(decision: Decision) -> dict[str, object]:
    block = card(decision, "PCD 1", SOURCE).blocks[0]
    assert isinstance(block, Facts)
    return dict(block.rows)


def test_a_card_does_not_make_up_what_is_not_stated() -> None:
    told = facts(Decision("PCD 1", "Title"))
    assert {label for label, value in told.items() if value is not None} == {"Signed", "Value"}


def test_a_card_flags_what_is_not_public() -> None:
    told = facts(
        Decision("PCD 1", None, part_2=True, deferred=True, deferred_until="2025-01", deferral_reason="bids")
    )
    assert told["Publication"] == "has a Part 2 that is not published; deferred until 2025-01: bids"


def test_a_decision_cited_twice_is_one_row_that_says_how() -> None:
    cites = (
        Citation("PCD 9", "PCD 9", "cites", None, "2021-03", "1.1", 4),
        Citation("PCD 9", "PCD9", "amends", 500, None, "3.1", 8),
    )
    table = card(Decision("PCD 1", None, cites=cites), "PCD 1", SOURCE, held={"PCD 9"}).blocks[1]
    assert isinstance(table, Table)
    assert list(table.rows) == [("PCD 9", "amends", 500, "2021-03", "held", 8)]


def test_a_further_passage_names_its_decision_where_a_program_reads_it() -> None:
    decision = Listed(1, "PCD 1", "PCD 1", "2024-01-02", "Vans", None, (), None, False)
    passages = tuple(Passage("paragraph", place, 3, "vans", ((0, 4),)) for place in ("1.1", "1.2"))
    for named_once, further in ((True, (None, None, None)), (False, ("PCD 1", "2024-01-02", "Vans"))):
        rows = list(hits.hits([Hit(decision, passages)], 2, named_once).rows)
        assert [row[:4] for row in rows] == [("PCD 1", "2024-01-02", "Vans", "1.1"), (*further, "1.2")]


def test_an_excerpt_is_cut_at_spaces_and_keeps_the_marks() -> None:
    text = "word " * 100 + "Camden" + " more" * 100
    excerpt = hits.excerpt(text, [(500, 506)])
    assert ("Camden", True) in excerpt.parts
    assert excerpt.text.startswith("… word")
    assert excerpt.text.endswith("more …")
    assert excerpt.text.strip("… ") in text


def test_the_words_of_a_fact_are_marked_in_their_lines() -> None:
    document = Document("a.txt", "0", "text", "one\ntwo £5 and £5\nthree")
    found = marked(document, [Reading("value", 2, 8, 10, "r"), Reading("value", 2, 15, 17, "r")])
    parts = (("two ", False), ("£5", True), (" and ", False), ("£5", True))
    assert found.items == (("2", Marked(parts)),)


def test_words_over_a_line_end_are_marked_in_both_lines() -> None:
    document = Document("a.txt", "0", "text", "a long\ntitle here")
    found = marked(document, [Reading("title", 1, 2, 12, "r")])
    assert [mark for mark, _ in found.items] == ["1", "2"]


def test_a_listing_page_is_told_in_one_line() -> None:
    said = line("page.txt", "new", [f"PCD {n}" for n in range(1, 21)])
    assert said == "new        PCD 1, PCD 2 and 18 more  page.txt"


def test_many_skipped_files_are_one_line_a_reason() -> None:
    assert skipped({"no decision": ["a", "b"], "data": list("abcd")}) == [
        "skipped a, b: no decision",
        "skipped 4 files: data",
    ]
