"""Ordinary sentences and tables that a rule, as it was first written, read wrongly; none of them is special.

Each was found by a person who asked of a rule on which other paper it would be wrong.
"""

from pathlib import Path

import pytest

LEAD = "The DMPC is recommended to:\n\n1. "
# A line each: pounds (0 where no new money is committed), and the recommendations, ` / ` between them.
VALUES = [
    (words.replace(" / ", "\n"), int(pounds))
    for pounds, words in (
        line.split("\t")
        for line in Path(__file__).with_name("ordinary_values.tsv").read_text("utf-8").splitlines()
    )
]
OWN_ROWS = (
    "Existing grant programmes\t£3,000\nNew grants\t£2,000\nTotal\t£5,000",
    "Current contract extension\t£3,000\nNew contract\t£2,000",
    "Previously approved schemes\t£3,000\nNew starts\t£2,000",
    "Approved by this decision\t£3,000\nContingency\t£2,000",
    "Existing budget\t£3,000\nReserves\t£2,000",
)
PAID_OUT = (
    "The grant will pay the salaries of these staff.",
    "MOPAC staff will pay the providers these sums.",
    "The Violence Reduction Unit will pay grantees as follows.",
    "The Home Office will pay the grant in arrears. It will be used as follows.",
)
TAKEN_IN = (
    "The grant received is paid from the Police Transformation Fund.\n\nYear\tAmount\n{}".format(
        "2023/24\t£3,000\n2024/25\t£2,000"
    ),
    "The posts will be funded by contributions from boroughs as follows.\n\nBorough\tContribution\n{}".format(
        "Brent\t£3,000\nBarnet\t£2,000"
    ),
    "The coordinator is paid from the contributions received from the boroughs below.\n\nBorough\tAmount\n{}".format(
        "Brent\t£3,000\nBarnet\t£2,000"
    ),
)
COSTS_THEN_SOURCES = (
    "The sums are these.\n\nItem\tAmount\nStaff\t£30,000\nBoats\t£20,000\nTotal expenditure\t£50,000\n"
    "Home Office\t£40,000\nMOPAC\t£10,000\nTotal income\t£50,000"
)
SUMMARIES = (
    ("£5,000 is sought because the reserve does not cover it.", 5_000),
    ("Funding of £5,000 is required as there is no other budget.", 5_000),
    ("£5,000 that is not in the budget is sought.", 5_000),
    ("The landlord asks for £7,000 a year and has been refused.", None),
)


@pytest.mark.parametrize(("words", "pounds"), VALUES)
def test_the_value_is_what_a_person_reads(form, words, pounds):
    assert form(recommendation=LEAD + words).value == (pounds * 100 or None)


@pytest.mark.parametrize(("words", "pounds"), SUMMARIES)
def test_a_summary_asks_for_what_it_asks_for(form, words, pounds):
    assert form(recommendation=LEAD + "Approve the lamps.", summary=words).value == (pounds and pounds * 100)


@pytest.mark.parametrize("rows", OWN_ROWS)
def test_a_row_is_new_money_though_its_name_begins_as_old_money_may(form, rows):
    table = f"The sums are these.\n\nItem\tAmount\n{rows}"
    decision = form(recommendation=LEAD + "Approve the sums in the table at 3.1.", financial=table)
    assert decision.value == 5_000_00


@pytest.mark.parametrize("words", PAID_OUT)
def test_what_pays_for_a_table_is_not_what_the_table_is_of(form, words):
    table = f"{words}\n\nItem\tAmount\nLamps\t£3,000\nBoats\t£2,000"
    decision = form(recommendation=LEAD + "Accept £5,000 from the Home Office.", financial=table)
    assert {line.direction for line in decision.budget_lines} == {"spend"}


@pytest.mark.parametrize("words", TAKEN_IN)
def test_what_a_table_says_comes_in_does(form, words):
    decision = form(recommendation=LEAD + "Accept £5,000 from boroughs.", financial=words)
    assert {line.direction for line in decision.budget_lines} == {"income"}


def test_a_total_of_income_speaks_of_no_costs(form):
    decision = form(recommendation=LEAD + "Approve spending of £50,000.", financial=COSTS_THEN_SOURCES)
    assert [line.direction for line in decision.budget_lines][:3] == ["spend"] * 3


def test_a_delegated_award_beside_others_has_its_line(form):
    words = (
        "Accept £600,000 from the Home Office.\n2. Award £500,000 to Alpha."
        "\n3. Delegate to the Director the award of £100,000 to Beta."
    )
    assert [line.amount for line in form(recommendation=LEAD + words).budget_lines] == [
        600_000_00,
        500_000_00,
        100_000_00,
    ]
