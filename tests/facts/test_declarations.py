"""The originating officer's table: what was confirmed, with which mark, who drafted and who reviewed."""

import pytest

HEAD = "ORIGINATING OFFICER DECLARATION:\n\n\tTick to confirm statement (\\checkmark)\n"


def declared(form, rows):
    return [(d.area, d.ticked, d.mark) for d in form(end=HEAD + rows).declarations]


MARKS = ["✓", "✔", "√", "å", "1", "*", "~", "_", "x", "X", "\\checkmark", "☑", "Yes", "P", "ü"]


@pytest.mark.parametrize("mark", MARKS)
def test_any_mark_in_the_tick_column_is_a_tick(form, mark):
    assert declared(form, f"Legal Advice: It was seen.\t{mark}\n") == [("legal", True, mark)]


@pytest.mark.parametrize("mark", ["✓", "√", "å", "*", "~", "\\checkmark", "ü", "✘", "P", "Yes"])
def test_a_mark_at_the_lines_end_is_a_tick_where_the_columns_were_lost(form, mark):
    (row,) = form(end=f"{HEAD}Legal Advice: It was seen. {mark}\n").declarations
    assert (row.ticked, row.mark, row.text) == (True, mark, "Legal Advice: It was seen.")


@pytest.mark.parametrize("mark", ["ü", "P", "Yes", "\uf0fc"])
def test_a_mark_alone_on_a_line_is_a_tick_where_the_columns_were_lost(form, mark):
    (row,) = form(end=f"{HEAD}Legal Advice:\nIt was seen.\n\n{mark}\n").declarations
    assert (row.ticked, row.text) == (True, "Legal Advice: It was seen.")


def test_a_symbol_fonts_tick_is_kept_as_it_shows(form):
    (row,) = form(end=f"{HEAD}Legal Advice: It was seen. \uf0fc\n").declarations
    assert (row.ticked, row.mark, row.text) == (True, "✓", "Legal Advice: It was seen.")


@pytest.mark.parametrize("words", ["It was seen by team P", "The answer to that is yes"])
def test_a_sentences_last_word_is_no_tick(form, words):
    (row,) = form(end=f"{HEAD}Legal Advice: {words}\n").declarations
    assert (row.ticked, row.text) == (False, f"Legal Advice: {words}")


@pytest.mark.parametrize(
    "parting", ["\t", " ", " | ", "\n"], ids=["a cell", "a line's end", "pipes", "alone"]
)
@pytest.mark.parametrize("box", ["☐", "□", "\uf0a8"])
def test_an_empty_box_is_no_tick(form, parting, box):
    (row,) = form(end=f"{HEAD}Legal Advice: It was seen.{parting}{box}\n").declarations
    assert (row.ticked, row.mark, row.text) == (False, None, "Legal Advice: It was seen.")


@pytest.mark.parametrize("mark", ["✓", "ü"])
def test_a_head_row_may_have_lost_its_tab(form, mark):
    head = f"ORIGINATING OFFICER DECLARATION Tick to confirm statement ({mark})\n"
    assert [(d.area, d.ticked) for d in form(end=f"{head}Legal Advice: Seen.\t{mark}\n").declarations] == [
        ("legal", True)
    ]


@pytest.mark.parametrize("row", ["Legal Advice: It was seen.\t", "Legal Advice: It was seen."])
def test_no_mark_is_no_tick(form, row):
    assert declared(form, row + "\n") == [("legal", False, None)]


ROWS = {
    "two cells": "Legal Advice: It was seen.\t1",
    "three cells": "Legal Advice\tIt was seen.\t1",
    "pipes": "| Legal Advice: It was seen. | 1 |",
    "pipes, three cells": "| Legal Advice | It was seen. | 1 |",
    "a mark on the line that continues it": "Legal Advice: It was\nseen.\t1",
    "a mark on the row's own line, before its rest": "Legal Advice: It was\t1\nseen.",
    "no colon": "Legal Advice It was seen.\t1",
    "the label on a line of its own": "Legal Advice:\nIt was seen.\t1",
    "columns kept by spaces": "Legal Advice: It was seen.                 1",
    "columns kept by spaces, the label above": "Legal Advice:                 1\nIt was seen.",
    "markup": "**Legal Advice:** It was seen.\t<b>1</b>",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_is_read_however_its_cells_fell(form, row):
    (found,) = form(end=f"{HEAD}{row}\n").declarations
    assert (found.area, found.ticked, found.mark) == ("legal", True, "1")
    assert found.text.startswith("Legal Advice")


@pytest.mark.parametrize("row", [row for name, row in ROWS.items() if "three cells" not in name])
def test_a_rows_text_is_its_statement_without_the_mark(form, row):
    (found,) = form(end=f"{HEAD}{row}\n").declarations
    assert found.text.replace(":", "") == "Legal Advice It was seen."


@pytest.mark.parametrize("row", [row for name, row in ROWS.items() if "three cells" in name])
def test_a_statement_in_a_cell_of_its_own_is_in_the_text(form, row):
    (found,) = form(end=f"{HEAD}{row}\n").declarations
    assert found.text.replace(":", "") == "Legal Advice It was seen."


@pytest.mark.parametrize("mark", ["✓", "*", "√", "å", "1"])
def test_a_mark_may_stand_on_a_line_of_its_own(form, mark):
    assert declared(form, f"Legal Advice: It was seen.\n\t{mark}\n") == [("legal", True, mark)]


@pytest.mark.parametrize("line", ["5", "PCD July 2020", "kjh"], ids=["page number", "footer", "residue"])
def test_what_a_page_break_leaves_in_the_table_is_no_mark(form, line):
    assert declared(form, f"Legal Advice: It was seen.\n\n{line}\n\nFinancial Advice: Seen.\t✓\n") == [
        ("legal", False, None),
        ("financial", True, "✓"),
    ]


@pytest.mark.parametrize("row", ["Legal Advice\tIt was seen.\t", "| Legal Advice | It was seen. | |"])
def test_a_statement_in_a_cell_of_its_own_is_no_mark(form, row):
    assert declared(form, row + "\n") == [("legal", False, None)]


def test_each_row_has_its_area_and_its_line(form, form_text):
    rows = (
        "Head of Unit: Jo Reeve has reviewed the request.\t1\nLegal Advice: Seen.\t*\nFinancial Advice: Seen.\t~\n"
        "Equalities Advice: Seen.\t\nPublic Health Approach: None.\tå\nCommercial Issues: None.\t_\n"
        "GDPR/Data Privacy: None.\t✓\nDrafting Officer: Amy Bell has drafted this report.\t√\n"
    )
    decision = form(end=HEAD + rows)
    assert [(d.area, d.ticked) for d in decision.declarations] == [
        ("head_of_service", True),
        ("legal", True),
        ("financial", True),
        ("equalities", False),
        ("public_health", True),
        ("commercial", True),
        ("gdpr", True),
        ("drafting_officer", True),
    ]
    lines = form_text(end=HEAD + rows).split("\n")
    assert all(d.text in lines[d.line - 1] for d in decision.declarations)
    assert (decision.drafted_by, decision.reviewed_by) == ("Amy Bell", "Jo Reeve")


OTHER_NAMES = {
    "head_of_service": "Assistant Director/Head of Service: Jo Reeve has reviewed the request.",
    "equalities": "Equality and Diversity: It was seen.",
}


@pytest.mark.parametrize("area", OTHER_NAMES)
def test_an_area_may_be_named_otherwise(form, area):
    rows = f"Legal Advice: Seen.\t\n{OTHER_NAMES[area]}\t✓\n"
    assert declared(form, rows) == [("legal", False, None), (area, True, "✓")]


def test_a_tick_alone_needs_no_tab(form):
    assert declared(form, "Legal Advice\nIt was seen.\n✓\n") == [("legal", True, "✓")]


SAME_WORDS = {
    "in the statement": "Legal Advice: The\nlegal team and finance have seen it.\t1",
    "in a statement's next line": "Legal Advice: The team that gives\nfinancial advice has seen it.\t1",
}


@pytest.mark.parametrize("row", SAME_WORDS.values(), ids=SAME_WORDS)
def test_a_word_of_another_area_in_the_statement_opens_no_row(form, row):
    assert declared(form, row + "\n") == [("legal", True, "1")]


WHO = {
    "a person": ("Drafting Officer: Amy Bell has drafted this report.\t1", "Amy Bell"),
    "a person, over two lines": ("Drafting Officer: Amy\nBell has drafted this report.\t1", "Amy Bell"),
    "a post where no person is named": (
        "Drafting Officer: The Oversight Officer (Technology) has drafted this report.\t1",
        "Oversight Officer (Technology)",
    ),
    "a person and a post in brackets": (
        "Drafting Officer: Amy Bell (Head of Canals) has drafted this report.\t1",
        "Amy Bell",
    ),
    "a post and a person": (
        "Drafting Officer: The Head of Canals and Locks, Amy Bell, has drafted this report.\t1",
        "Amy Bell",
    ),
    "by a person": (
        "Drafting Officer: Report drafted by Amy Bell, Canals Officer, in accordance with procedures.\t1",
        "Amy Bell",
    ),
    "was drafted by": ("Drafting Officer: This report was drafted by Amy Bell.\t1", "Amy Bell"),
    "by a doctor": ("Drafting Officer: This report was drafted by Dr. Amy Bell.\t1", "Dr. Amy Bell"),
    "by a post": ("Drafting Officer: This report was drafted by the canals team.\t1", "canals team"),
    "nobody": ("Drafting Officer: has to be named.\t1", None),
    "no such row": ("Legal Advice: Amy Bell has drafted this report.\t1", None),
}


@pytest.mark.parametrize(("row", "name"), WHO.values(), ids=WHO)
def test_the_drafter_is_the_person_or_the_post(form, row, name):
    assert form(end=f"{HEAD}{row}\n").drafted_by == name


def test_the_reviewer_may_be_named_behind_the_verb(form):
    row = "Head of Unit: The request was reviewed by Director Amy Bell and is found correct.\t1\n"
    assert form(end=HEAD + row).reviewed_by == "Amy Bell"


def test_the_drafter_may_stand_in_a_cell_of_its_own(form):
    assert (
        form(end=f"{HEAD}Drafting Officer\tAmy Bell has drafted this report.\t1\n").drafted_by == "Amy Bell"
    )


def test_the_tables_own_heading_is_no_row_and_no_mark(form):
    rows = "Legal Advice: Seen.\t\n\n\tTick to confirm statement (✓)\nFinancial Advice: Seen.\t\n"
    assert declared(form, rows) == [("legal", False, None), ("financial", False, None)]


def test_a_declaration_is_read_only_where_its_heading_stands(form):
    assert form(legal="Legal Advice: It was seen.\t1").declarations == ()


def test_a_heading_may_have_the_next_columns_behind_wide_spaces(form):
    head = "ORIGINATING OFFICER DECLARATION                    Tick to confirm\n"
    assert [d.area for d in form(end=f"{head}Legal Advice: It was seen.\t1\n").declarations] == ["legal"]


def test_names_and_marks_stand_between_pipes_and_asterisks(form):
    rows = (
        "| **Commercial Issues:** Not consulted. | |\n"
        "| **Drafting Officer:** Ada Lark has drafted this report. | å |\n"
        "| **Head of Service:** Callum Reed has reviewed the request. | 1 |\n"
    )
    decision = form(end=HEAD + rows)
    assert (decision.drafted_by, decision.reviewed_by) == ("Ada Lark", "Callum Reed")
    assert [d.ticked for d in decision.declarations] == [False, True, True]


def test_a_tick_may_be_parted_by_spaces_behind_a_tab(form):
    row = "Financial Advice:\tThe Strategic Finance team has been consulted.     ✓\n"
    (read,) = form(end=HEAD + row).declarations
    assert (read.ticked, read.mark) == (True, "✓")
    assert read.text.endswith("has been consulted.")
