"""What a decision commits: what its recommendations approve, each pound once, and nothing that is not certain."""

import pytest

LEAD = "The DMPC is recommended to:\n\n"
COMMITTED = {
    "so many boroughs, and what each gets": ("1. Award grants to 12 boroughs at £500 per borough.", 6_000),
    "a unit that reduces something": ("1. Approve the Violence Reduction Unit's budget of £5,000.", 5_000),
    "a unit's price and what all cost": (
        "1. Approve 40 places at £125 per place, a total cost of £5,000.",
        5_000,
    ),
    "a rise for each, and what it costs": (
        "1. Approve a rise of £400 a year for the crew, costing £5,000 in 2024/25.",
        5_000,
    ),
    "two yearly sums and the commitment": (
        "1. Approve a lease of five years at an annual rent of £700 and an annual service charge of £300,"
        " a commitment of £5,000 over the term.",
        5_000,
    ),
    "an annual sum for some years": ("1. Approve an annual rent of £5,000 for three years.", 15_000),
    "further grants that are delegated": (
        "1. Award £5,000 to Boats Ltd.\n2. Delegate to the Director the award of further grants up to £600.",
        5_600,
    ),
    "a virement to what is approved": (
        "1. Approve £5,000 for lamps.\n2. Approve a virement of £5,000 from boats to meet the cost in 1.",
        5_000,
    ),
    "months before the count": ("1. Approve for 12 months 3 grants of £5,000 each.", 15_000),
    "a yearly sum for the next years": ("1. Approve £5,000 per annum for the next three years.", 15_000),
    "one sum": ("1. Approve £5,000 for lamps.", 5_000),
    "two sums": ("1. Approve £5,000 for lamps.\n2. Approve £6,000 for boats.", 11_000),
    "two years": ("1. Approve £5,000 in 2024/25 and £6,000 in 2025/26.", 11_000),
    "up to": ("1. Approve up to £5,000 for lamps.", 5_000),
    "accepted": ("1. Accept £5,000 from the Home Office.", 5_000),
    "accepted and paid on": ("1. Accept £5,000 from the Home Office.\n2. Award £5,000 to Boats Ltd.", 5_000),
    "accepted and paid on in one item": (
        "1. Accept £5,000 from the Home Office and award the same £5,000 to Boats Ltd.",
        5_000,
    ),
    "accepted, and less paid on": (
        "1. Accept £5,000 from the Ministry.\n2. Award £4,000 to Boats Ltd.",
        5_000,
    ),
    "accepted, and more paid out": (
        "1. Accept £5,000 from the Ministry.\n2. Award £7,000 to Boats Ltd.",
        7_000,
    ),
    "a sum and its parts": ("1. Approve £5,000, of which £3,000 is for lamps and £2,000 for boats.", 5_000),
    "a sum and a part": ("1. Approve £5,000, including £3,000 for lamps.", 5_000),
    "parts and their total": ("1. Approve £3,000 for lamps and £2,000 for boats, making £5,000.", 5_000),
    "the same money again": (
        "1. Approve £5,000 for lamps.\n2. Delegate to the Director the award of the contract of £5,000.",
        5_000,
    ),
    "this same money again": ("1. Agree a budget of £5,000.\n2. Award this £5,000 to Boats Ltd.", 5_000),
    "two different awards of one size": (
        "1. Award £5,000 to Boats Ltd.\n2. Award £5,000 to Lamp Works.",
        10_000,
    ),
    "a yearly sum for some years": ("1. Approve £5,000 per annum for three years.", 15_000),
    "a yearly sum over stated years": ("1. Approve £5,000 a year for 2024/25 to 2026/27.", 15_000),
    "a yearly sum and its product": ("1. Approve £5,000 per annum for three years (£15,000 in all).", 15_000),
    "some grants of one size": ("1. Award 3 grants of £5,000 each to boroughs.", 15_000),
    "some grants, in words": ("1. Award four grants to the value of £5,000 each.", 20_000),
    "an increase": ("1. Approve an increase of £5,000, from £9,000 to £14,000.", 5_000),
    "an increase that is not stated by itself": ("1. Increase the contract from £9,000 to £14,000.", 5_000),
    "on top of what was approved": ("1. Approve £5,000 on top of the £9,000 approved in PCD 401.", 5_000),
    "an envelope approved elsewhere": ("1. Award £5,000 out of the £9,000 that PCD 401 set aside.", 5_000),
    "with a carry-over": (
        "1. Agree a carry-over of £5,000 from 2023/24.\n2. Approve £6,000 for 2024/25.",
        6_000,
    ),
    "met from a pot": ("1. Approve £5,000, to be met from the £10m Transformation Fund.", 5_000),
    "a saving beside it": ("1. Approve lamps at £5,000, which will save £900 a year.", 5_000),
    "a sum noted beside it": ("1. Approve £5,000 for lamps.\n2. Note that boats cost £700.", 5_000),
    "a yearly sum and its total": (
        "1. Approve £5,000 in each of 2024/25 and 2025/26 (£10,000 in total).",
        10_000,
    ),
    "what each gets, and what it costs": (
        "1. Agree a payment of £200 to each of the crew, at a cost of £5,000.",
        5_000,
    ),
    "reserves that go towards it": (
        "1. Approve a budget of £5,000.\n2. Approve the use of £600 of reserves towards that budget.",
        5_000,
    ),
    "a part of the sum": (
        "1. Approve £5,000 for boats.\n2. Agree that £600 of the sum for boats may be spent on oars.",
        5_000,
    ),
    "taken from and to": (
        "1. Approve additional spending of £5,000, taking the budget from £9,000 (PCD 401) to £14,000.",
        5_000,
    ),
    "accepted, and paid out with as much of one's own": (
        "1. Accept £5,000 from the NHS.\n2. Approve £10,000, made up of that sum and £5,000 from the MOPAC budget.",
        10_000,
    ),
    "of which some was approved before": (
        "1. Approve £5,000 for lamps, of which £600 was approved in PCD 401.",
        4_400,
    ),
    "what is left is held back": (
        "1. Approve £5,000.\n2. Agree that the £600 remaining is held back.",
        5_000,
    ),
    "a yearly rent, and the total with it": (
        "1. Approve a lease at a rent of £900 a year and a total cost in rent and charges of £5,000.",
        5_000,
    ),
    "awarded out of what is taken in and what is added": (
        "1. Accept £4,000 from the MoJ.\n2. Approve £1,000 from the core budget.\n3. Award grants of £5,000.",
        5_000,
    ),
    "a part of a cost, and the other part": (
        "1. Approve lamps at a cost of £5,000.\n2. Approve £3,000 of that cost from the canal reserve.",
        5_000,
    ),
    "a rise for each of some": ("1. Increase by £500, for this year, each of the ten lock grants.", 5_000),
    "a rise for each of some, and what it comes to": (
        "1. Increase by £500 each of the ten lock grants, from £900 to £1,400."
        "\n2. Agree that the increase, £5,000 in all, is found from the canal budget.",
        5_000,
    ),
    "a grant to each of some": ("1. Approve grants of £500 to each of ten locks, £5,000 in all.", 5_000),
    "a sum for a scheme in each of some places": (
        "1. Approve £5,000 for lamps in each of the ten parishes.",
        5_000,
    ),
    "prolonged by years at a yearly sum": (
        "1. Extend the lamp contract by two years, at £2,500 a year.",
        5_000,
    ),
    "a sum in each of its years": ("1. Approve lamps at £2,500 in each of their two years.", 5_000),
    "accepted, and one's own money beside it": (
        "1. Accept £4,000 from the Ministry.\n2. Award the whole of this to Boats Ltd."
        "\n3. Approve MOPAC funding of £1,000 for posts.",
        5_000,
    ),
    "accepted and all passed on, and money from another fund": (
        "1. Accept £4,000 from the Ministry.\n2. Award the said funding to Boats Ltd."
        "\n3. Approve £1,000 from the Canal Mooring Fund for posts.",
        5_000,
    ),
    "accepted from a fund, and paid out of it": (
        "1. Accept £5,000 from the Canal Mooring Fund.\n2. Award this money to the docks."
        "\n3. Approve £1,000 from the Canal Mooring Fund for posts.",
        5_000,
    ),
    "accepted, and MOPAC's funding is that": (
        "1. Accept £5,000 from the Ministry.\n2. Approve MOPAC funding of £5,000 for posts.",
        5_000,
    ),
    "accepted under a programme's name, and paid from its fund": (
        "1. Accept £5,000 of safer canals money from the Ministry."
        "\n2. Award £2,000 and £3,000 from the Safer Canals Fund to two docks.",
        5_000,
    ),
    "accepted, and MOPAC's part is in the whole": (
        "1. Accept £4,000 from the Ministry.\n2. Approve £5,000 in all, with MOPAC's contribution.",
        5_000,
    ),
    "a term, and an option beyond it": (
        "1. Award lamps for three years at £5,000 a year, with an option to extend by two years.",
        15_000,
    ),
    "a term, and a break in it": (
        "1. Approve a lease for ten years at a rent of £500 per annum, with a break at the end of five years.",
        5_000,
    ),
    "one year more of a longer contract": (
        "1. Extend the contract of three years with Boats Ltd by one year, at £5,000 a year.",
        5_000,
    ),
    "one year under a longer framework": (
        "1. Approve £5,000 a year for one year under the framework of four years.",
        5_000,
    ),
    "growth of some years is no term": (
        "1. Approve an annual budget of £5,000 for 2024/25, in view of two years of growth.",
        5_000,
    ),
    "a rise that covers some": (
        "1. Increase by £5,000 the contract to cover each of the three docks.",
        5_000,
    ),
    "a rise of what some share": (
        "1. Increase by £5,000 the total of the awards to each of six docks.",
        5_000,
    ),
    "each of some, capped": (
        "1. Approve up to £2,000 for each of the 4 docks, capped at £5,000 in all.",
        5_000,
    ),
    "each of some beside other sums": (
        "1. Award £6,000 for lamps, £5,000 to each of two docks and £10,000 for boats.",
        26_000,
    ),
    "each of many": ("1. Approve £10 for each of the 500 crews.", 5_000),
    "some of one size, and another sum that is as much": (
        "1. Award two grants of £5,000 each to Brent and Barnet, and £10,000 to Ealing.",
        20_000,
    ),
    "a part of another thing's costs": (
        "1. Approve £5,000 for lamps.\n2. Approve £3,000 of the costs of the dock.",
        8_000,
    ),
    "something else is late": (
        "1. Approve an additional £5,000, as the launch has slipped to 2025/26.",
        5_000,
    ),
    "something else is put off": ("1. Approve £5,000 to defer the closure of the dock to 2025/26.", 5_000),
    "the rest is put off": (
        "1. Approve £5,000 in 2024/25, the balance being deferred until the next financial year.",
        5_000,
    ),
    "money for what was put off": (
        "1. Approve the deferred maintenance programme of £5,000 for 2024/25 to 2026/27.",
        5_000,
    ),
    "the cost of a move": ("1. Approve moving costs of £5,000 for 2024/25 to 2025/26.", 5_000),
    "for something that another approved": ("1. Approve £5,000 for the lamps that PCD 401 approved.", 5_000),
    "to carry on what another approved": (
        "1. Approve £4,000 for lamps.\n2. Approve £1,000 to extend the service which PCD 401 agreed.",
        5_000,
    ),
    "towards a purpose": ("1. Approve £5,000 for lamps.\n2. Approve £600 towards the dock.", 5_600),
    "delegated alone": ("1. Delegate to the Director the award of contracts of up to £5,000.", 5_000),
}
BARE_NUMBERS = {
    "the first item's": ("1 Award four grants of £5,000 each.\n2 Note the lamps.", 20_000),
    "the second item's": ("1 Note the lamps.\n2 Award four grants of £5,000 each.", 20_000),
}
NOTHING = {
    "a reduction in a budget": "1. Approve a reduction in the budget of £900.",
    "a reduction that is approved": "1. Approve a reduction of £900 in the budget for lamps.",
    "a reduction, and what it comes to": (
        "1. Approve a reduction of £900 in the budget, from the £9,000 approved in PCD 401 to £8,100."
    ),
    "no sum": "1. Approve the plan for lamps.",
    "a sum that is only noted": "1. Note that lamps cost £5,000.",
    "a carry-over alone": "1. Agree to carry forward £5,000 from 2023/24 to 2024/25.",
    "moved to a later year": "1. Approve the re-profiling of £5,000 from 2023/24 to 2024/25.",
    "moved into the years behind": (
        "1. Agree that £5,000 not spent in 2023/24 be moved into the two years that follow."
    ),
    "money approved before": "1. Note the £9,000 approved in PCD 401.",
    "no recommendation": "",
}
UNCERTAIN = {
    "a yearly sum that changes": "1. Approve a term of 3 years at £5,000 p.a., rising to £6,000 in the last.",
    "a range": "1. Approve between £5,000 and £6,000 for lamps.",
}


@pytest.mark.parametrize(("words", "pounds"), COMMITTED.values(), ids=COMMITTED)
def test_each_pound_counts_once(form, words, pounds):
    assert form(recommendation=LEAD + words).value == pounds * 100


@pytest.mark.parametrize(("words", "pounds"), BARE_NUMBERS.values(), ids=BARE_NUMBERS)
def test_an_items_own_number_is_no_count(form, words, pounds):
    assert form(recommendation=LEAD + words).value == pounds * 100


@pytest.mark.parametrize("words", NOTHING.values(), ids=NOTHING)
def test_a_decision_that_commits_no_new_money_has_no_value(form, words):
    assert form(recommendation=(LEAD + words) if words else "").value is None


@pytest.mark.parametrize("words", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_is_none_and_a_doubt(form, words):
    decision = form(recommendation=LEAD + words)
    assert decision.value is None
    assert [r.doubt for r in decision.readings if r.field == "value"] != [None]


@pytest.mark.parametrize(
    "parts",
    [
        {"background": "Boats had £700 from the canal trust."},
        {"legal": "Contracts of £500,000 and above need the approval of the DMPC."},
        {"issues": "PCD 401 approved £9,000 for boats."},
        {"financial": "The police grant is £2,300m."},
    ],
    ids=["history", "threshold", "an earlier decision", "a national sum"],
)
def test_money_outside_the_recommendations_is_not_in_it(form, parts):
    assert form(recommendation=LEAD + "1. Approve £5,000 for lamps.", **parts).value == 500_000


NEW_WHOLE = {
    "taking it to": "Approve an uplift of £5,000, taking the total contract value to £25,000.",
    "bringing it to": "Approve an extension by a year at a cost of £5,000, bringing its total value to £25,000.",
    "giving a total": "Approve an extension to the value of £5,000, giving a total contract value of £25,000.",
    "so that it is": "Approve an additional £5,000 so that the total grant is £25,000.",
    "in brackets": "Approve a further £5,000 for the contract (total value £25,000).",
}


@pytest.mark.parametrize("words", NEW_WHOLE.values(), ids=NEW_WHOLE)
def test_what_the_whole_comes_to_with_the_new_money_is_not_new(form, words):
    assert form(recommendation=f"{LEAD}1. {words}").value == 500_000


SOURCES = {
    "two sources, one of them a pot": (
        "1. Approve £5,000, funded by £3,000 from the Home Office and £2,000 from the reserve.",
        5_000,
    ),
    "a rise and another sum": (
        "1. Increase the contract from £9,000 to £14,000 and pay £1,000 for boats.",
        6_000,
    ),
    "a reduction": ("1. Reduce the grant to Boats Ltd by £5,000.", None),
}


@pytest.mark.parametrize(("words", "pounds"), SOURCES.values(), ids=SOURCES)
def test_sources_rises_and_reductions_count_for_what_they_are(form, words, pounds):
    assert form(recommendation=LEAD + words).value == (pounds and pounds * 100)


TABLE = "The sums are these.\n\nPurpose\t2024/25\nLamps\t£3,000\nBoats\t£2,000\nTotal\t£5,000"
POINTED = {
    "at a table": (
        {"recommendation": LEAD + "1. Approve the allocations in the table at 3.1.", "financial": TABLE},
        5_000,
    ),
    "at a table that the summary sums up": (
        {
            "recommendation": LEAD + "1. Approve the allocations at 3.1.",
            "financial": TABLE,
            "summary": "This decision seeks £5,000 for the canals.",
        },
        5_000,
    ),
    "at the summary, which denies something else": (
        {
            "recommendation": LEAD + "1. Approve the lamps.",
            "summary": "£5,000 is sought because the reserve does not cover it.",
        },
        5_000,
    ),
    "at a table, out of an envelope": (
        {
            "recommendation": LEAD
            + "1. Award the grants in the table at 3.1, charged to the £90,000 envelope that PCD 401 approved.",
            "financial": TABLE,
        },
        5_000,
    ),
    "at the summary": (
        {
            "recommendation": LEAD + "1. Approve the lamps.",
            "summary": "This decision seeks £5,000 for lamps.",
        },
        5_000,
    ),
}


@pytest.mark.parametrize(("parts", "pounds"), POINTED.values(), ids=POINTED)
def test_where_the_recommendations_only_point_the_amount_stated_there_counts(form, parts, pounds):
    assert form(**parts).value == pounds * 100


LEFT_TO_A_TABLE = {
    "beside a sum of its own": ("2. Approve £700 for a study.", 5_700),
    "a sum that may be one of the table's": ("2. Approve £2,000 for a study.", None),
    "all of the money is stated": ("2. Approve £9,000 for the canals.", 9_000),
    "the money is what is accepted": ("2. Accept £4,000 from the Home Office.", 4_000),
}


@pytest.mark.parametrize(("words", "pounds"), LEFT_TO_A_TABLE.values(), ids=LEFT_TO_A_TABLE)
def test_a_recommendation_may_leave_its_sums_to_a_table(form, words, pounds):
    decision = form(
        recommendation=LEAD + "1. Approve the grants set out in the table at 3.1.\n" + words, financial=TABLE
    )
    assert decision.value == (pounds and pounds * 100)


def test_a_table_of_a_budget_that_was_partly_approved_before_gives_no_value(form):
    words = "1. Approve a revised budget, up from the £4,000 approved in PCD 401, as in the table at 3.1."
    assert form(recommendation=LEAD + words, financial=TABLE).value is None


def test_a_line_that_goes_on_is_no_item_with_a_sum_of_its_own(form):
    lines = "Approve £5,000 for lamps in each dock\n\nIncludes £3,000 for posts, glass and wiring\n\nNote the work"
    assert form(recommendation=LEAD + lines).value == 5_000_00


@pytest.mark.parametrize("words", ["Approve a reduction of £900 in", "Reduce by £900"])
def test_a_reduction_that_points_at_a_table_commits_nothing(form, words):
    recommended = LEAD + f"1. {words} the budget, as set out in the table at 3.1."
    summary = "This decision seeks a reduction of £900."
    assert form(recommendation=recommended, financial=TABLE, summary=summary).value is None


def test_a_table_that_is_only_noted_commits_nothing(form):
    assert form(recommendation=LEAD + "1. Note the table at 3.1.", financial=TABLE).value is None


def test_two_sums_in_the_summary_that_no_table_bears_out_are_not_chosen_between(form):
    words = "This decision seeks £5,000 for lamps. Approval is also sought for £6,000 for boats."
    assert form(recommendation=LEAD + "1. Approve the plan.", summary=words).value is None


def test_a_value_says_where_it_was_read(form, form_text):
    parts = {"recommendation": LEAD + "1. Approve £5,000 for lamps."}
    (reading,) = [r for r in form(**parts).readings if r.field == "value"]
    assert form_text(**parts)[reading.start : reading.end] == "£5,000"


def test_a_table_that_no_recommendation_points_at_gives_no_value(form):
    novation = LEAD + "1. Approve the novation of the programme's contract to Boats Ltd."
    history = "What was paid in the past:\n\nYear\tPaid\n2021/22\t£5,000\n2022/23\t£6,000"
    assert form(recommendation=novation, financial=history).value is None


TABLED = "The sums are these.\n\nItem\t2024/25\t2025/26\tTotal\n{}\nTotal\t{}"
BESIDE_A_TABLE = {
    "a sub-total is no part of the total": (
        "1. Approve £9,000 for lamps.\n2. Approve £1,000 for boats.",
        TABLED.format(
            "Glass\t£4,000\t£5,000\t£9,000\nSub-total lamps\t£4,000\t£5,000\t£9,000\nBoats\t£1,000\t-\t£1,000",
            "£5,000\t£5,000\t£10,000",
        ),
        10_000,
    ),
    "a sum that some cell has by chance": (
        "1. Approve £9,000 as in the table.\n2. Approve £1,000 for a study.",
        TABLED.format(
            "Glass\t£4,000\t£3,000\t£7,000\nPosts\t£1,000\t£1,000\t£2,000", "£5,000\t£4,000\t£9,000"
        ),
        10_000,
    ),
    "an addition to what the table begins with": (
        "1. Approve an additional £3,000, on top of the £9,000 approved by PCD 401, making £12,000.",
        "The sums are these.\n\nItem\tAmount\nApproved in PCD 401\t£9,000\nGlass\t£2,000\nPosts\t£1,000"
        "\nSub-total additional\t£3,000\nRevised total\t£12,000",
        3_000,
    ),
    "a yearly sum that is in the table": (
        "1. Approve a rent of £3,000 per annum.\n2. Approve £8,000 in all to 2026.",
        TABLED.format("Rent\t£3,000\t£3,000\t£6,000\nWorks\t£2,000\t-\t£2,000", "£5,000\t£3,000\t£8,000"),
        8_000,
    ),
}


@pytest.mark.parametrize(("words", "table", "value"), BESIDE_A_TABLE.values(), ids=BESIDE_A_TABLE)
def test_what_stands_in_a_table_too(form, words, table, value):
    assert form(financial=table, recommendation=LEAD + words).value == value * 100


def test_a_table_that_is_pointed_at_counts_for_its_new_money_alone(form):
    table = "Item\tCurrent grant\tUplift\nGlass\t£6,000\t£3,000\nPosts\t£4,000\t£2,000"
    decision = form(
        financial=f"The sums are these.\n\n{table}",
        recommendation=LEAD + "1. Approve the variation of the grants in the sums shown at 3.1.",
    )
    assert decision.value == 5_000_00
