"""Budget lines: a row for each amount of each budget table, or of the recommendations where there is none."""

import pytest

LEAD = "The DMPC is recommended to:\n\n"
ASKED = LEAD + "1. Approve £5,000 in 2024/25 for lamps."
TABLE = "Item\tAmount\nLamps\t£3,000\nBoats\t£2,000"


def lines(decision):
    return [(b.item, b.financial_year, b.amount // 100, b.direction) for b in decision.budget_lines]


def years(decision):
    return {(b.financial_year, b.year_inferred) for b in decision.budget_lines}


STATED = {
    "in the table": (
        "The sums are these.\n\nItem\t2024/25\nLamps\t£3,000\nBoats\t£2,000",
        ("2024/25", False),
    ),
    "in its caption above": (f"It is split.\n\nTable 1: grants, 2024/25\n{TABLE}", ("2024/25", False)),
    "in its caption below": (f"The sums are these.\n\n{TABLE}\n\nGrants in 2024/25", ("2024/25", False)),
    "in the paragraph before it": (
        f"The sums of 2023/24 are these, as the boards that met in every one of the boroughs asked in May, and "
        f"as their chairs agreed with the officers in June.\n\n{TABLE}",
        ("2023/24", True),
    ),
    "in the recommendation": (f"The sums are these.\n\n{TABLE}", ("2024/25", True)),
}
NOT_STATED = {
    "two years in the paragraph before it": (f"In 2024/25 and 2025/26 the sums are these.\n\n{TABLE}", ASKED),
    "two years in the recommendation": (
        f"The sums are these.\n\n{TABLE}",
        LEAD + "1. Approve £3,000 in 2024/25 and £2,000 in 2025/26.",
    ),
    "no year at all": (f"The sums are these.\n\n{TABLE}", LEAD + "1. Approve £5,000 for lamps."),
    "the year of money that is background": (
        f"The sums are these.\n\n{TABLE}\n\n3.2 In 2019/20 the canal trust gave £700.",
        LEAD + "1. Approve £5,000 for lamps.",
    ),
    "a plan's years": (f"Under the Plan 2017-21 the sums are these.\n\n{TABLE}", LEAD + "1. Approve £5,000."),
}


@pytest.mark.parametrize(("financial", "expected"), STATED.values(), ids=STATED)
def test_a_table_has_the_one_year_that_is_stated_for_it(form, financial, expected):
    assert years(form(recommendation=ASKED, financial=financial)) == {expected}


@pytest.mark.parametrize(("financial", "asked"), NOT_STATED.values(), ids=NOT_STATED)
def test_no_year_is_inferred_from_two_or_from_other_money(form, financial, asked):
    assert years(form(recommendation=asked, financial=financial)) == {(None, False)}


def test_a_total_over_several_years_has_none(form):
    table = "Item\t2024/25\t2025/26\tTotal\nLamps\t£5\t£6\t£11\nBoats\t£1\t£2\t£3"
    found = form(recommendation=ASKED, financial=f"The sums are these.\n\n{table}").budget_lines
    assert [(b.financial_year, b.total) for b in found[:3]] == [
        ("2024/25", False),
        ("2025/26", False),
        (None, True),
    ]


DIRECTIONS = {
    "paid out": ("The sums are these.\n\n" + TABLE, LEAD + "1. Approve £5,000.", "spend"),
    "its column says received": (
        "The sums are these.\n\nSource\tFunding received\nHome Office\t£3,000\nThe GLA\t£2,000",
        LEAD + "1. Note the lamps.",
        "income",
    ),
    "its caption says received": (
        "The money received from partners is this.\n\nPartner\tAmount\nThe trust\t£3,000\nThe GLA\t£2,000",
        LEAD + "1. Note the lamps.",
        "income",
    ),
    "it adds up to what is accepted": (
        "The grants are these.\n\nMinistry\tAmount\nHome Office\t£3,000\nJustice\t£2,000",
        LEAD + "1. Accept £5,000 from two ministries.",
        "income",
    ),
    "it adds up to what is accepted and says how it is spent": (
        "The money will be used so.\n\nPurpose\tAmount\nLamps\t£3,000\nBoats\t£2,000",
        LEAD + "1. Accept £5,000 from the Home Office.",
        "spend",
    ),
    "it adds up to what is accepted and paid on": (
        "The sums are these.\n\n" + TABLE,
        LEAD + "1. Accept £5,000 from the Home Office.\n2. Award £5,000 to Boats Ltd.",
        "spend",
    ),
}


@pytest.mark.parametrize(("financial", "asked", "direction"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_a_tables_money_comes_in_or_goes_out(form, financial, asked, direction):
    assert {d for *_, d in lines(form(recommendation=asked, financial=financial))} == {direction}


WITHOUT_TABLE = {
    "the first of several years": (
        "1. Approve £5,000 per annum for three years from 2024/25, £15,000 in total.",
        [(None, None, 15_000, "spend")],
    ),
    "one sum": ("1. Approve £5,000 in 2024/25.", [(None, "2024/25", 5_000, "spend")]),
    "two years": (
        "1. Approve £5,000 in 2024/25 and £6,000 in 2025/26.",
        [(None, "2024/25", 5_000, "spend"), (None, "2025/26", 6_000, "spend")],
    ),
    "the whole, not its parts": (
        "1. Approve £5,000 in 2024/25, of which £3,000 is for lamps.",
        [(None, "2024/25", 5_000, "spend")],
    ),
    "no year for several": ("1. Approve £5,000 for 2024/25 to 2026/27.", [(None, None, 5_000, "spend")]),
    "accepted": ("1. Accept £5,000 from the Home Office in 2024/25.", [(None, "2024/25", 5_000, "income")]),
    "accepted and paid on": (
        "1. Accept £5,000 from the Home Office.\n2. Award £5,000 to Boats Ltd.",
        [(None, None, 5_000, "income"), (None, None, 5_000, "spend")],
    ),
    "prior money gives none": (
        "1. Approve £5,000 on top of the £9,000 approved in PCD 401.",
        [(None, None, 5_000, "spend")],
    ),
    "a carry-over gives none": ("1. Agree to carry forward £5,000 from 2023/24.", []),
    "what pays for it gives none": (
        "1. Approve lamps at a cost of £5,000.\n2. Approve £3,000 of that cost from the canal reserve.",
        [(None, None, 5_000, "spend")],
    ),
    "a part of what is accepted, paid out": (
        "1. Accept £5,000 from the Home Office.\n2. Award £4,000 of the grant to Boats Ltd.",
        [(None, None, 5_000, "income"), (None, None, 4_000, "spend")],
    ),
    "a ceiling within it gives none": (
        "1. Approve £5,000 for small grants.\n2. Delegate to the Director their award, none above £300.",
        [(None, None, 5_000, "spend")],
    ),
    "a ceiling of each within it gives none": (
        "1. Approve £5,000 for small grants.\n2. Delegate to the Director the award of grants of up to £300 each.",
        [(None, None, 5_000, "spend")],
    ),
    "a delegated sum above what is approved": (
        "1. Approve £5,000 for legal costs.\n2. Delegate to the Director a contract of £9,000.",
        [(None, None, 5_000, "spend"), (None, None, 9_000, "spend")],
    ),
    "accepted, and its award delegated": (
        "1. Accept £5,000 from the Home Office.\n2. Delegate to the Director the award of £5,000 to Boats Ltd.",
        [(None, None, 5_000, "income"), (None, None, 5_000, "spend")],
    ),
    "a ceiling alone": ("1. Delegate to the Director contracts of up to £300.", [(None, None, 300, "spend")]),
    "noted alone": ("1. Note the lamps.", []),
}


@pytest.mark.parametrize(("words", "expected"), WITHOUT_TABLE.values(), ids=WITHOUT_TABLE)
def test_without_a_table_each_amount_that_is_approved_gives_a_line(form, words, expected):
    decision = form(recommendation=LEAD + words)
    assert lines(decision) == expected
    assert {b.table for b in decision.budget_lines} <= {None}


YEARS_THEN_TOTAL = {
    "a total of": "1. Approve £5,000 in 2024/25 and £6,000 in 2025/26, a total of £11,000.",
    "in brackets": "1. Approve £5,000 in 2024/25, £6,000 in 2025/26 and £7,000 in 2026/27 (£18,000).",
    "making": "1. Approve £5,000 in 2024/25 and £6,000 in 2025/26, making £11,000.",
}


@pytest.mark.parametrize("words", YEARS_THEN_TOTAL.values(), ids=YEARS_THEN_TOTAL)
def test_a_total_behind_sums_of_several_years_is_of_none_of_them(form, words):
    whole = max(form(recommendation=LEAD + words).budget_lines, key=lambda line: line.amount)
    assert whole.amount > 700_000
    assert whole.financial_year is None


def test_the_year_of_what_is_recommended_goes_before_that_of_other_sentences(form):
    summary = "This decision says how £11,000 of receipts from 2023/24 is used in 2024/25."
    asked = LEAD + "1. Approve £11,000 in 2024/25, as in the table at 3.1."
    found = form(summary=summary, recommendation=asked, financial=f"The sums are these.\n\n{TABLE}")
    assert years(found) == {("2024/25", True)}


def test_no_year_is_inferred_for_columns_that_count_years(form):
    table = "Item\tYear 1\tYear 2\tTotal\nLamps\t£5\t£6\t£11\nBoats\t£1\t£2\t£3"
    assert years(form(recommendation=ASKED, financial=f"The sums are these.\n\n{table}")) == {(None, False)}


def test_tables_are_numbered_and_say_where_they_stand(form):
    found = form(
        recommendation=ASKED,
        financial=f"The first:\n\n{TABLE}\n\n3.2 The second:\n\nItem\tAmount\nOars\t£10\nRopes\t£20",
    ).budget_lines
    assert [(b.table, b.place, b.item) for b in found] == [
        (1, "3.1", "Lamps"),
        (1, "3.1", "Boats"),
        (2, "3.2", "Oars"),
        (2, "3.2", "Ropes"),
    ]


BOROUGHS = {
    "a label": ("Borough\tAmount\nBrent\t£5\nEaling\t£6", [("Brent",), ("Ealing",)]),
    "two in a label": (
        "Borough\tAmount\nRichmond/Kingston\t£5\nEaling\t£6",
        [("Kingston upon Thames", "Richmond upon Thames"), ("Ealing",)],
    ),
    "a borough's column": (
        "Scheme\tBorough\tAmount\nLamps\tBrent\t£5\nBoats\tEaling\t£6",
        [("Brent",), ("Ealing",)],
    ),
    "a total": (
        "Borough\tAmount\nBrent\t£5\nEaling\t£6\nTotal for Brent and Ealing\t£11",
        [("Brent",), ("Ealing",), ()],
    ),
    "a body that has a borough's name": (
        "Grantee\tAmount\nCroydon Voluntary Action\t£5\nBoats Ltd\t£6",
        [(), ()],
    ),
}


@pytest.mark.parametrize(("table", "expected"), BOROUGHS.values(), ids=BOROUGHS)
def test_a_line_has_the_boroughs_that_its_row_names(form, table, expected):
    found = form(recommendation=ASKED, financial=f"The sums are these.\n\n{table}").budget_lines
    assert [b.boroughs for b in found] == expected


def test_a_group_that_the_document_defines_stands_for_its_boroughs(form):
    table = "Borough\tAmount\nTri-borough (Camden, Islington, Hackney)\t£5\nEaling\t£6"
    found = form(
        recommendation=ASKED,
        financial=f"The sums are these.\n\n{table}\n\n3.2 Again:\n\nBorough\tAmount\nTri-borough\t£7\nBrent\t£8",
    )
    assert found.budget_lines[2].boroughs == ("Camden", "Hackney", "Islington")


def test_a_tick_table_gives_no_line(form):
    ticks = (
        "ORIGINATING OFFICER DECLARATION\tTick to confirm\nFinancial Advice: £5,000 is right\t1\nLegal: ok\t1"
    )
    decision = form(recommendation=LEAD + "1. Note the lamps.", end=ticks)
    assert decision.budget_lines == ()


def test_a_list_in_the_recommendation_is_no_table(form):
    words = LEAD + "1. Approve £5,000 in 2024/25:\n - Lamps £3,000\n - Boats £2,000"
    assert {b.table for b in form(recommendation=words).budget_lines} == {None}


def test_a_list_that_acts_as_a_table_gives_lines(form):
    found = form(recommendation=ASKED, financial="The awards:\n\n• Boats Ltd £3,000\n• Lamp Works £2,000")
    assert [(b.table, b.item, b.amount) for b in found.budget_lines] == [
        (1, "Boats Ltd", 300_000),
        (1, "Lamp Works", 200_000),
    ]


FOOTER = "\n\nPCD July 2020\n\n3\n\n"
OVER_A_PAGE = {
    "a form's rows go on": ("Item\t2024/25\nLamps\t£5", "Boats\t£6\nOars\t£7", [1, 1, 1], ["2024/25"] * 3),
    "a form's header again": (
        "Item\t2024/25\nLamps\t£5",
        "Item\t2024/25\nBoats\t£6",
        [1, 1],
        ["2024/25"] * 2,
    ),
    "another table": (
        "Item\t2024/25\nLamps\t£5\nTotal\t£5",
        "Fund\t2025/26\nReserve\t£6",
        [1, 1, 2],
        ["2024/25", "2024/25", "2025/26"],
    ),
    "another table, the first without a total": (
        "Item\t2024/25\nLamps\t£5",
        "Fund\t2025/26\nReserve\t£6",
        [1, 2],
        ["2024/25", "2025/26"],
    ),
}


@pytest.mark.parametrize(("above", "below", "tables", "found"), OVER_A_PAGE.values(), ids=OVER_A_PAGE)
def test_only_the_rows_of_one_table_are_joined_over_a_page(form, above, below, tables, found):
    lines = form(
        recommendation=ASKED, financial=f"The sums are these.\n\n{above}{FOOTER}{below}"
    ).budget_lines
    assert [line.table for line in lines] == tables
    assert [line.financial_year for line in lines] == found


def test_the_line_of_a_sum_without_a_table_is_its_recommendations(form, form_text):
    asked = LEAD + "1. Approve a contract for lamps on all canals,\nat a cost of £5,000."
    (line,) = form(recommendation=asked).budget_lines
    assert form_text(recommendation=asked).split("\n")[line.line - 1].startswith("1. Approve")
