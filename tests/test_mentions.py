"""The sums of running text: in which sentence they stand, of which years, and what multiplies or holds them."""

import pytest

from mopacreg import mentions
from mopacreg.multiples import multiplied
from mopacreg.wholes import ends_a_rise, wholes


@pytest.fixture
def found(sheet_of, form_text):
    """The sums of one paragraph and the text that they stand in."""

    def found(words):
        sheet = sheet_of(form_text(financial=words))
        return sheet.text.text, [m for m in mentions.find(sheet, ()) if m.place == "3.1"]

    return found


# what the item says before its list, its list, the years of the list's sums
LEADS = {
    "a year": ("Approve grants for 2021/22 as follows:", "a) £3,000 to Brent\n b) £2,000", ["2021/22"] * 2),
    "a year, and bullets": ("Approve grants for 2021/22: ", "• £3,000 to Brent", ["2021/22"]),
    "a year, and years of the list": (
        "Approve grants for 2021/22:",
        "a) £3,000 in 2022/23\n b) £2,000",
        ["2022/23", "2021/22"],
    ),
    "a year, and a list that names its own behind": (
        "Approve grants for 2021/22:",
        "a) £3,000 to Brent. It ends in 2022/23.",
        [""],
    ),
    "two years": ("Approve grants for 2021/22 and 2022/23:", "a) £3,000 to Brent", [""]),
    "a span of years": ("Approve grants for 2021/22 to 2023/24:", "a) £3,000 to Brent", [""]),
    "a year, and no colon": ("Approve grants for 2021/22 of", "a) £3,000 to Brent", [""]),
    "a year of another item": ("Note the work of 2021/22.\n2. Approve:", "a) £3,000 to Brent", [""]),
}


@pytest.mark.parametrize(("lead", "below", "expected"), LEADS.values(), ids=LEADS)
def test_an_items_one_year_is_that_of_the_list_below_it(form, lead, below, expected):
    words = f"The DMPC is asked to:\n\n1. {lead}\n {below}"
    money = form(recommendation=words).money
    assert [" ".join(m.financial_years) for m in money] == expected


TIMES = {
    "grants of so much each": ("MOPAC would give 3 grants of £5,000 each.", 15_000),
    "grants to the value of so much each": (
        "The lamps need four grants to the value of £5,000 each.",
        20_000,
    ),
    "per borough": ("It is for five boroughs at £5,000 per borough.", 25_000),
    "per annum for some years": ("It is £5,000 per annum for three years.", 15_000),
    "p.a. over a period": ("It is £5,000 p.a. over a period of 4 years.", 20_000),
    "a year, the term before it": ("It runs for two years at £5,000 a year.", 10_000),
    "each year over stated years": ("It is £5,000 each year in 2024/25 and 2025/26.", 10_000),
}
ONCE = {
    "a sum for some years": ("It is £5,000 for three years.", 5_000),
    "per annum and no term": ("It is £5,000 per annum.", 5_000),
    "grants in all": ("MOPAC would give 3 grants of £5,000 in all.", 5_000),
    "each of things that are not counted": ("The grants are of £5,000 each.", 5_000),
    "a count of something else": ("Some 3 boats were lost. It costs £5,000.", 5_000),
}


@pytest.mark.parametrize(("words", "pounds"), [*TIMES.values(), *ONCE.values()], ids=[*TIMES, *ONCE])
def test_a_sum_is_multiplied_only_where_the_words_do_so(found, words, pounds):
    text, (mention,) = found(words)
    assert multiplied(text, mention) == pounds * 100
    assert mention.sum.amount == 500_000


ANOTHER_COUNT = {
    "the paragraph's own number": ("It gives four grants of £5,000 each.", 20_000),
    "months": ("The boards run for 12 months 3 grants of £5,000 each.", 15_000),
}


@pytest.mark.parametrize(("words", "pounds"), ANOTHER_COUNT.values(), ids=ANOTHER_COUNT)
def test_the_count_is_the_number_nearest_to_what_is_counted(found, words, pounds):
    text, (mention,) = found(words)
    assert multiplied(text, mention) == pounds * 100


def test_a_term_may_be_the_next_years(found):
    text, (mention,) = found("It is £5,000 per annum for the next three years.")
    assert multiplied(text, mention) == 1_500_000


RISES = {
    "from and to": ("It increases the contract from £5,000 to £7,000.", [False, True]),
    "by and to": ("It raises the grant by £2,000 to £7,000.", [False, True]),
    "a range is none": ("It costs from £5,000 to £7,000.", [False, False]),
    "two sums are none": ("It increases lamps at £5,000 and boats at £7,000.", [False, False]),
}


@pytest.mark.parametrize(("words", "rises"), RISES.values(), ids=RISES)
def test_what_another_sum_is_raised_to_ends_a_rise(found, words, rises):
    text, sums = found(words)
    assert [ends_a_rise(text, m) for m in sums] == rises


WHOLES = {
    "one": ("It is £5,000.", ["decided"], [5_000]),
    "two of equal rank": ("It is £5,000 for lamps and £6,000 for boats.", ["decided"] * 2, [5_000, 6_000]),
    "of which": ("It is £5,000, of which £3,000 is for lamps.", ["decided"] * 2, [5_000]),
    "a whole that its parts add up to": (
        "It is £5,000: £3,000 for lamps and £2,000 for boats.",
        ["decided"] * 3,
        [5_000],
    ),
    "a sum that two others happen not to add up to": (
        "It is £5,000 for lamps, £3,000 for boats and £1,000 for dogs.",
        ["decided"] * 3,
        [5_000, 3_000, 1_000],
    ),
    "a total behind": ("It is £3,000 and £2,000, £5,000 in all.", ["decided", "decided", "total"], [5_000]),
    "a product behind": ("It is £5,000 a year for two years, £10,000 in all.", ["decided"] * 2, [10_000]),
    "background stands for nothing": ("It is £5,000 out of £9,000.", ["decided", "background"], [5_000]),
    "nothing of its own": ("It is £9,000.", ["prior"], []),
}


@pytest.mark.parametrize(("words", "given", "expected"), WHOLES.values(), ids=WHOLES)
def test_of_a_whole_and_its_parts_the_whole_stands(found, words, given, expected):
    text, sums = found(words)
    group = [m._replace(role=role) for m, role in zip(sums, given, strict=True)]
    assert [m.sum.amount // 100 for m in wholes(text, group)] == expected


def test_a_sum_knows_its_sentence_its_line_and_its_place(sheet_of, form_text):
    words = form_text(summary="Lamps are few. They cost £5,000\na year. Boats cost more.")
    sheet = sheet_of(words)
    (mention,) = mentions.find(sheet, ())
    assert words[slice(*mention.sentence)].split() == ["They", "cost", "£5,000", "a", "year."]
    assert (mention.place, sheet.text.lines[mention.line - 1].text) == (
        "summary",
        "Lamps are few. They cost £5,000",
    )


def test_a_recommendation_is_the_place_of_its_sums(sheet_of, form_text):
    words = form_text(recommendation="That the DMPC:\n\n1. Agrees £5,000.\n2. Agrees £6,000.")
    sheet = sheet_of(words)
    start = words.index("Agrees £6,000")
    found = mentions.find(sheet, [(start, start + 14, "recommendation 2")])
    assert [m.place for m in found] == ["recommendation", "recommendation 2"]


@pytest.mark.parametrize(
    "parts",
    [{"title": "Lamps for £5,000"}, {"end": "Related documents\n\nA plan for £5,000"}],
    ids=["head", "furniture"],
)
def test_only_running_text_holds_mentions(sheet_of, form_text, parts):
    assert mentions.find(sheet_of(form_text(**parts)), ()) == []


def test_a_tables_figures_are_no_mentions(sheet_of, form_text):
    table = "The sums are these.\n\nItem\tAmount\nLamps\t£5,000\nBoats\t£6,000"
    sheet = sheet_of(form_text(financial=table))
    assert mentions.find(sheet, (), sheet.rows()) == []
