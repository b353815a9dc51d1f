"""Counts of boroughs that the list or the table behind them doesn't bear out."""

import pytest

RULE = "count-mismatch"
TRI = "Hammersmith and Fulham", "Kensington and Chelsea", "Westminster"


@pytest.fixture
def borough_table(cells):
    """Brent, Ealing, Richmond/Kingston and a Tri-borough: four rows, seven boroughs."""
    rows = [(30, "Brent"), (31, "Ealing"), (32, "Richmond/Kingston"), (33, "Tri-borough")]
    named = {30: ("Brent",), 31: ("Ealing",), 32: ("Kingston upon Thames", "Richmond upon Thames"), 33: TRI}
    lines = [(line, item, None, 1000, False) for line, item in rows]
    return cells(*lines, (34, "Total", None, 4000, True), boroughs=named)


@pytest.mark.parametrize(
    "text",
    [
        "Five boroughs (Brent, Ealing, Harrow and Hounslow) will pool their money.",
        "Money goes to 5 London boroughs: Brent, Ealing, Harrow and LB Hounslow.",
        "The three councils (Barking & Dagenham and Havering) agree.",
    ],
)
def test_a_list_in_brackets_that_is_short_is_found(found, decision, section, text):
    (finding,) = found(RULE, decision(sections=section(text)))
    assert finding.line == 40
    assert "Brent, Ealing, Harrow and Hounslow" in finding.message or "Barking" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Four boroughs (Brent, Ealing, Harrow and Hounslow) will pool their money.",
        "Two boroughs (Barking & Dagenham and Havering) agree.",
        "Five boroughs (Brent, Ealing and others) agree.",
        "Five boroughs (see the map of Brent, Ealing and Harrow) agree.",
        "Three of the five boroughs (Brent, Ealing and Harrow) agree.",
        "Five boroughs agree. (Brent and Ealing came late.)",
    ],
)
def test_a_list_that_is_right_or_no_list_is_fine(found, decision, section, text):
    assert not found(RULE, decision(sections=section(text)))


def test_a_count_that_no_table_bears_out_is_found_in_the_summary(found, decision, borough_table):
    paper = decision(
        summary="A grant fund of £4,000 lets six boroughs buy their own.", budget_lines=borough_table
    )
    (finding,) = found(RULE, paper, text="Title\n\nA grant fund of £4,000 lets six\nboroughs buy their own.")
    assert finding.line == 3
    assert '"six boroughs", and table 1 lists 7 and table 1 lists 4 rows of them' in finding.message


@pytest.mark.parametrize("count", ["seven boroughs", "7 London boroughs", "four boroughs"])
def test_groups_count_borough_by_borough_or_as_a_row(found, decision, borough_table, count):
    paper = decision(summary=f"Grants go to the {count} in the table.", budget_lines=borough_table)
    assert not found(RULE, paper)


def test_several_tables_count_together(found, decision, borough_table, cells):
    more = cells((50, "Brent", None, 1, False), (51, "Sutton", None, 1, False), table=2,
                 boroughs={50: ("Brent",), 51: ("Sutton",)})  # fmt: skip
    paper = decision(summary="Eight boroughs are recommended for grants.", budget_lines=borough_table + more)
    assert not found(RULE, paper)


@pytest.mark.parametrize(
    "summary",
    [
        "Interest in funding was shown by 27 London boroughs.",
        "The fund was open to all 32 boroughs.",
        "Up to six boroughs may share the grant.",
        "Grants of this kind have been paid to nine boroughs since 2013.",
        "Between five and six boroughs will receive grants, and other six boroughs none.",
        "Six boroughs have no canal.",
    ],
)
def test_a_count_of_others_than_those_funded_is_fine(found, decision, borough_table, summary):
    assert not found(RULE, decision(summary=summary, budget_lines=borough_table))


def test_thirty_two_boroughs_of_a_table_are_counted_where_it_is_pointed_at(found, decision, borough_table):
    paper = decision(summary="Grants go to the 32 boroughs listed in section 3.", budget_lines=borough_table)
    assert found(RULE, paper)


def test_the_report_is_taken_at_its_word_only_where_it_speaks_of_the_table(
    found, decision, section, borough_table
):
    vague = decision(sections=section("Six boroughs pay for patrols."), budget_lines=borough_table)
    plain = decision(sections=section("Six boroughs were chosen for grants."), budget_lines=borough_table)
    assert not found(RULE, vague)
    assert found(RULE, plain)


def test_a_table_that_is_not_of_boroughs_bears_nothing_out(found, decision, cells):
    lines = cells((30, "Rangers", None, 1, False), (31, "Boats", None, 1, False), (32, "Brent", None, 1, False),
                  boroughs={32: ("Brent",)})  # fmt: skip
    assert not found(RULE, decision(summary="Six boroughs receive grants.", budget_lines=lines))
