"""What a grid of figures means: which columns hold money, of which year and stream, and what adds up what."""

import pytest

from mopacreg import grids, tables
from mopacreg.text import Text


def read(words, around=""):
    found = grids.find(Text(words))
    return tables.read(found[0], around) if found else None


def rows_of(table):
    return [(a.item, a.category, a.year, a.sum.amount / 100, a.total) for a in table.amounts]


Y1, Y2 = "2024/25", "2025/26"
YEARS = {
    "years as columns": (
        "Item\t2024/25\t2025/26\nLamps\t£5\t£6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "years as rows keep their label": (
        "Year\tAmount\n2024/25\t£5\n2025/26\t£6\nTotal\t£11",
        [("2024/25", None, Y1, 5, False), ("2025/26", None, Y2, 6, False), ("Total", None, None, 11, True)],
    ),
    "years as rows without a header": (
        "2024/25\t£5\n2025/26\t£6",
        [("2024/25", None, Y1, 5, False), ("2025/26", None, Y2, 6, False)],
    ),
    "years at the end of a column's name": (
        "Theme\tGrant 24/25\tGrant 25/26\nLamps\t£5\t£6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "years at the end of names, columns lost": (
        "Theme Total requirement 24/25 Total requirement 25/26\nLamps £5 £6\nBoats £7 £0",
        [
            ("Lamps", None, Y1, 5, False),
            ("Lamps", None, Y2, 6, False),
            ("Boats", None, Y1, 7, False),
            ("Boats", None, Y2, 0, False),
        ],
    ),
    "years with FY and a unit": (
        "Item\tFY24/25 £\tFY25/26 £\nLamps\t5\t6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "years whose slashes were lost, among others": (
        "Item\tBudget 202425\tBudget 2025/26\nLamps\t£5\t£6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "years that are counted too": (
        "Item\tAmount\nYear 1 (2024/25)\t£5\nOption year 2025/26\t£6\nCarry-over from 2024/25\t£7",
        [
            ("Year 1 (2024/25)", None, Y1, 5, False),
            ("Option year 2025/26", None, Y2, 6, False),
            ("Carry-over from 2024/25", None, None, 7, False),
        ],
    ),
    "from April to March": (
        "Item\tApril 2024 – March 2025\tApril 2025 to March 2026\nLamps\t£5\t£6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "from April to March, of a budget": (
        "Item\tApril 2024 to March 2025 budget\tApril 2025 to March 2026 budget\nLamps\t£5\t£6",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y2, 6, False)],
    ),
    "a year that only the total states": (
        "Item\tQ1\tQ2\tTotal 2024/25\nLamps\t£5\t£6\t£11",
        [("Lamps", None, Y1, 5, False), ("Lamps", None, Y1, 6, False), ("Lamps", None, Y1, 11, True)],
    ),
    "no year": ("Item\tAmount\nLamps\t£5", [("Lamps", None, None, 5, False)]),
    "a plan's years are no year": (
        "Police and Crime Plan 2017-21\tAmount\nLamps\t£5",
        [("Lamps", None, None, 5, False)],
    ),
    "header over two lines": (
        "Borough\tGrant\n\t2024/25\nBrent\t£5",
        [("Brent", None, Y1, 5, False)],
    ),
    "a year spanning two streams": (
        "Element\t2024/25\t\t2025/26\t\n\tCapital\tRevenue\tCapital\tRevenue\nLamps\t£5\t£6\t£7\t£8",
        [
            ("Lamps", "Capital", Y1, 5, False),
            ("Lamps", "Revenue", Y1, 6, False),
            ("Lamps", "Capital", Y2, 7, False),
            ("Lamps", "Revenue", Y2, 8, False),
        ],
    ),
}
UNITS = {
    "£000s in the corner": ("£000s\t2024/25\nLamps\t175", "", [("Lamps", None, Y1, 175_000, False)]),
    "£'000 in each column": (
        "Item\t2024/25 £'000\nLamps\t1,175",
        "",
        [("Lamps", None, Y1, 1_175_000, False)],
    ),
    "£m in the header": ("Item\t2024/25 (£m)\nLamps\t1.25", "", [("Lamps", None, Y1, 1_250_000, False)]),
    "£m below the years": (
        "Item\t2024/25\t2025/26\n\t£m\t£m\nLamps\t3.1\t0.5",
        "",
        [("Lamps", None, Y1, 3_100_000, False), ("Lamps", None, Y2, 500_000, False)],
    ),
    "£000s in a caption after": (
        "Item\t2024/25\nLamps\t480",
        "All figures are in £000s.",
        [("Lamps", None, Y1, 480_000, False)],
    ),
    "thousands, in words": (
        "Item\t2024/25\nLamps\t480",
        "All figures are in thousands.",
        [("Lamps", None, Y1, 480_000, False)],
    ),
    "pounds in the header": ("Item\t2024/25 £\nLamps\t4,800", "", [("Lamps", None, Y1, 4_800, False)]),
    "a cell with its own unit": ("£000s\t2024/25\nLamps\t£1.2m", "", [("Lamps", None, Y1, 1_200_000, False)]),
    "whole pounds under £000s": (
        "Item £000s\t2024/25\nLamps\t£480,000",
        "",
        [("Lamps", None, Y1, 480_000, False)],
    ),
    "a saving in brackets": ("£000s\t2024/25\nLamps\t(25)", "", [("Lamps", None, Y1, -25_000, False)]),
    "signs misread by a scan": (
        "Item\t2024/25\nLamps\t\\pm 1,410,000\nBoats\t±5",
        "",
        [("Lamps", None, Y1, 1_410_000, False), ("Boats", None, Y1, 5, False)],
    ),
    "a threshold in a header is no unit": (
        "Contracts above £500,000\tAmount\nLamps\t£600,000",
        "",
        [("Lamps", None, None, 600_000, False)],
    ),
    "a sum in the prose around is no unit": (
        "Item\tAmount\nLamps\t£600",
        "Of the £3m, this is left.",
        [("Lamps", None, None, 600, False)],
    ),
}
TOTALS = {
    "a total row": ("Item\tAmount\nLamps\t£5\nBoats\t£6\nTotal\t£11", [False, False, True]),
    "a grand total": ("Item\tAmount\nLamps\t£5\nBoats\t£6\nGrand Total:\t£11", [False, False, True]),
    "sub-totals": (
        "Item\tAmount\nLamps\t£5\nSub-total north\t£5\nBoats\t£6\nSubtotal\t£6\nTotal\t£11",
        [False, True, False, True, True],
    ),
    "a total at the label's end": (
        "Item\tAmount\nLamps\t£5\nBoats\t£6\nProgramme total\t£11",
        [False, False, True],
    ),
    "a total row with an empty label": ("Item\tAmount\nLamps\t£5\nBoats\t£6\n\t£11", [False, False, True]),
    "an empty label whose sum is no total": (
        "Item\tAmount\nLamps\t£5\nBoats\t£6\n\t£12",
        [False, False, False],
    ),
    "an empty label in the middle": ("Item\tAmount\nLamps\t£5\n\t£5\nBoats\t£6", [False, False, False]),
    "no total row": ("Item\tAmount\nLamps\t£5\nBoats\t£6", [False, False]),
    "a total column": ("Item\t2024/25\t2025/26\tTotal\nLamps\t£5\t£6\t£11", [False, False, True]),
    "a total that alone has a year": (
        "Item\tCapital\tRevenue\tTotal 2024/25\nLamps\t£5\t£6\t£11\nBoats\t£1\t£2\t£3",
        [False, False, True] * 2,
    ),
    "a total of another year": ("Item\t2023/24\tTotal 2024/25\nLamps\t£5\t£5", [False, False]),
    "a year's money beside a contract's": (
        "Item\tContract value\tTotal 2024/25\nLamps\t£9\t£3",
        [False, False],
    ),
    "what a value is revised to": (
        "Item\tCurrent value\tIncrease\tRevised value\nLamps\t£9\t£1\t£10\nBoats\t£8\t£2\t£10",
        [False, False, True] * 2,
    ),
    "what a year's budget is revised to": (
        "Item\t2024/25 original budget\tChange\t2024/25 revised budget\nLamps\t£9\t£1\t£10\nBoats\t£8\t£2\t£10",
        [False, False, True] * 2,
    ),
    "a revised column that adds nothing up": (
        "Item\tRevised staff\tLamps\tBoats\nBrent\t£9\t£1\t£2",
        [False, False, False],
    ),
    "total as the name of the only column": ("Item\tTotal\nLamps\t£5\nBoats\t£6", [False, False]),
    "total within every column's name": ("Item\tTotal 2024/25\tTotal 2025/26\nLamps\t£5\t£6", [False, False]),
    "a place that is called total": ("Item\tAmount\nTotal Place pilot\t£5\nBoats\t£6", [False, False]),
    "a word that holds total": ("Item\tAmount\nTotally safe scheme\t£5\nBoats\t£6", [False, False]),
}


@pytest.mark.parametrize(("words", "rows"), YEARS.values(), ids=YEARS)
def test_a_figure_has_the_year_of_its_column_or_row(words, rows):
    assert rows_of(read(words)) == rows


@pytest.mark.parametrize("header", ["Item\t202425", "Item\t202425\t202526"])
def test_a_year_whose_slash_was_lost_is_no_sum(header):
    columns = header.count("\t")
    table = read(header + "\nLamps" + "\t£5" * columns)
    assert rows_of(table) == [("Lamps", None, year, 5, False) for year in (Y1, Y2)[:columns]]


@pytest.mark.parametrize(("words", "around", "rows"), UNITS.values(), ids=UNITS)
def test_a_bare_figure_counts_in_the_unit_that_is_stated(words, around, rows):
    assert rows_of(read(words, around)) == rows


@pytest.mark.parametrize(("words", "totals"), TOTALS.values(), ids=TOTALS)
def test_totals_are_told_from_amounts(words, totals):
    assert [a.total for a in read(words).amounts] == totals


STREAMS = {
    "capital and revenue": (
        "Item\tCapital\tRevenue\tTotal\nLamps\t£5\t£6\t£11",
        ["Capital", "Revenue", None],
    ),
    "streams of a grant": (
        "Borough\tVictim services\tPrevention\nBrent\t£5\t£6",
        ["Victim services", "Prevention"],
    ),
    "a stream and its year": (
        "Item\tCapital 2024/25\tRevenue 2024/25\nLamps\t£5\t£6",
        ["Capital", "Revenue"],
    ),
    "a stream alone in its year": (
        "Item\tCapital 2024/25\tRevenue 2024/25\tRevenue 2025/26\nLamps\t£5\t£6\t£7",
        ["Capital", "Revenue", "Revenue"],
    ),
    "other money alone in its year": ("Item\tGrant 2024/25\tBudget 2025/26\nLamps\t£5\t£6", [None, None]),
    "a stream and its unit": ("Item\tCapital (£000s)\tRevenue (£000s)\nLamps\t5\t6", ["Capital", "Revenue"]),
    "Amount": ("Item\tAmount\nLamps\t£5", [None]),
    "Allocation": ("Item\tAllocation 2024/25\nLamps\t£5", [None]),
    "Grant": ("Item\tGrant\nLamps\t£5", [None]),
    "Total": ("Item\tTotal\nLamps\t£5", [None]),
    "a year": ("Item\t2024/25\nLamps\t£5", [None]),
    "a unit": ("Item\t£\nLamps\t5", [None]),
    "years that are counted": ("Item\tYr 1\tYr 2\nLamps\t£5\t£6", [None, None]),
    "quarters": ("Item\tQ1 2024/25\tQ2 2024/25\nLamps\t£5\t£6", [None, None]),
    "phases are none": ("Item\tPhase 1\tPhase 2\nLamps\t£5\t£6", ["Phase 1", "Phase 2"]),
}


@pytest.mark.parametrize(("words", "categories"), STREAMS.values(), ids=STREAMS)
def test_a_column_that_names_a_stream_is_a_category(words, categories):
    assert [a.category for a in read(words).amounts] == categories


def test_a_heading_row_is_no_columns_name_and_so_no_category():
    table = read("Item\t2024/25\nNorth bank\t\nLamps\t£5\nRevenue\t\nPatrols\t£6")
    assert [(a.item, a.category) for a in table.amounts] == [("Lamps", None), ("Patrols", None)]


FUNDS = {
    "met from": "Item\t2024/25\tMet from\nLamps\t£5\tHome Office",
    "first": "Funding source\tItem\tAmount\nHome Office\tLamps\t£5",
    "in the middle": "Item\tFunding source\tAmount\nLamps\tHome Office\t£5",
    "last": "Item\tAmount\tFunded by\nLamps\t£5\tHome Office",
}


@pytest.mark.parametrize("words", FUNDS.values(), ids=FUNDS)
def test_the_funds_column_may_stand_anywhere(words):
    (amount,) = read(words).amounts
    assert (amount.item, amount.funding_source, amount.sum.amount) == ("Lamps", "Home Office", 500)


def test_a_funds_column_alone_is_the_label():
    table = read("Funding source\tAmount\nHome Office\t£5\nMOPAC reserve\t£6")
    assert [(a.item, a.funding_source) for a in table.amounts] == [
        ("Home Office", None),
        ("MOPAC reserve", None),
    ]


def test_a_total_has_no_fund():
    table = read("Item\tSource\tAmount\nLamps\tHome Office\t£5\nBoats\tGLA\t£6\nTotal\tAll funds\t£11")
    assert [a.funding_source for a in table.amounts] == ["Home Office", "GLA", None]


def test_a_borough_column_is_kept_apart_from_the_label():
    (amount,) = read("Scheme\tBorough\tAmount\nLamps\tBrent\t£5").amounts
    assert (amount.item, amount.borough) == ("Lamps", "Brent")


UNIT_PRICES = {
    "by what it is called": "Grade\tCost per post\tTotal cost\nBand D\t£5\t£10\nBand F\t£7\t£7",
    "by what it comes to": "Grade\tNumber\tSalary\tTotal cost\nBand D\t2\t£5\t£10\nBand F\t1\t£7\t£7",
}


@pytest.mark.parametrize("words", UNIT_PRICES.values(), ids=UNIT_PRICES)
def test_what_one_costs_is_no_amount_beside_what_all_cost(words):
    amounts = read(words).amounts
    assert [(a.sum.amount, a.total) for a in amounts if not a.aside] == [(10_00, False), (7_00, False)]


@pytest.mark.parametrize(
    "words",
    [
        "Borough\tCost per borough\nBrent\t£5\nBarnet\t£7",
        "Grade\tNumber\tSalaries\tOn-costs\nBand D\t2\t£5\t£6",
        "Item\tCost per annum\tTotal cost\nLamps\t£5\t£10",
        "Role\tFTE\t2021/22\t2022/23\nOfficer\t1\t£50\t£50\nAnalyst\t1\t£40\t£40",
        "Role\tNumber\tGrant\tMatch\nOfficer\t1\t£50\t£50",
        "Item\tCost per borough 2021/22\tTotal 2022/23\nLamps\t£5\t£6",
        "Provider\tAmount per provider\tMatch funding\nBoats Ltd\t£5\t£6",
    ],
)
def test_what_is_no_units_price_stays_an_amount(words):
    assert not any(a.aside for a in read(words).amounts)


COUNTS = {
    "posts": "Item\tNumber of posts\tAmount\nLamps\t4\t£500",
    "per cent": "Item\t%\tAmount\nLamps\t45\t£500",
    "full-time equivalents": "Item\tFTE\tAmount\nLamps\t2.5\t£500",
    "people": "Borough\tPopulation\tAmount\nBrent\t330,000\t£500",
    "weeks": "Item\tWeeks\tAmount\nLamps\t52\t£500",
    "a column of figures that names no money": "Item\tCameras\tAmount\nLamps\t12\t£500",
    "behind the money": "Item\tAmount\tPosts\nLamps\t£500\t12",
}


@pytest.mark.parametrize("words", COUNTS.values(), ids=COUNTS)
def test_a_count_is_no_money(words):
    assert [a.sum.amount for a in read(words).amounts] == [500_00]


def test_a_count_beside_money_in_thousands_is_no_money():
    table = read("Item\tNumber of posts\t2024/25 £000s\nLamps\t4\t175")
    assert [a.sum.amount for a in table.amounts] == [175_000_00]


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [("£0", [0]), ("-", []), ("–", []), ("N/A", []), ("", []), ("TBC", []), ("22%", [])],
    ids=["£0", "dash", "long dash", "N/A", "empty", "TBC", "per cent"],
)
def test_only_a_figure_gives_an_amount(cell, amounts):
    found = read(f"Item\t2024/25\nLamps\t{cell}\nBoats\t£6").amounts
    assert [a.sum.amount / 100 for a in found if a.item == "Lamps"] == amounts


LOST = "Item\tSource\t2024/25\t2025/26\nLamps\t{}\t£5\t£6\nBoats\t{}\t£1\t£2\nTotal\t£6\t£8"
LOST_ROWS = [
    ("Lamps", Y1, 5),
    ("Lamps", Y2, 6),
    ("Boats", Y1, 1),
    ("Boats", Y2, 2),
    ("Total", Y1, 6),
    ("Total", Y2, 8),
]


def test_a_row_that_lost_cells_is_filled_from_its_figures_in_order():
    table = read(LOST.format("Home Office", "The GLA"))
    assert [(a.item, a.year, a.sum.amount / 100) for a in table.amounts] == LOST_ROWS


def test_a_row_that_lost_cells_makes_no_column_of_initials_a_column_of_money():
    table = read(LOST.format("MoJ", "GLA"))
    assert [(a.item, a.year, a.sum.amount / 100) for a in table.amounts] == LOST_ROWS


def test_a_total_may_be_named_before_the_labels():
    table = read("Lot\tSupplier\tAmount\nOne\tBoats Ltd\t£5\nTwo\tLamp Works\t£6\nTotal\t\t£11")
    assert [(a.item, a.total) for a in table.amounts][-1] == ("Total", True)


@pytest.mark.parametrize("header", ["Funding stream\tPurpose\tAmount", "Funded by\tItem\tAmount"])
def test_a_total_may_be_named_in_the_funds_column(header):
    table = read(f"{header}\nThe GLA\tBoats and oars\t£5\nHome Office\tLamps\t£6\nTotal\t\t£11")
    assert [(a.item, a.total) for a in table.amounts][-1] == ("Total", True)


def test_a_figure_is_no_label():
    assert [a.item for a in read("2024/25\t2025/26\n£5,000\t£6,000").amounts] == [None, None]


def test_a_label_broken_over_two_rows_is_one():
    table = read("Item\tAmount\nLamps and other lights\t£5\non the towpath\t\nBoats\t£6")
    assert [a.item for a in table.amounts] == ["Lamps and other lights on the towpath", "Boats"]


def test_bullets_are_no_part_of_a_label():
    assert [a.item for a in read("Item\tAmount\n• Lamps\t£5\n- Boats\t£6\n■ Oars\t£7").amounts] == [
        "Lamps",
        "Boats",
        "Oars",
    ]


NO_TABLES = {
    "ticks": "Statement\tTick to confirm\nLegal Advice: agreed\t1\nFinancial Advice: agreed\t*",
    "words": "Risk\tMitigation\nRain\tBoots\nIce\tSalt",
    "figures that nothing calls money": "Borough\tOffences\nBrent\t120\nEaling\t130",
    "a header alone": "Item\t£000s\nSource\tYear",
    "dates": "Milestone\tDate\nStart\t01/04/2024\nEnd\t31/03/2025",
    "a download row and another": "Download | PCD 1065 | 164 KB |\nDownload | PCD 1065 part 2 | 90 KB |",
}


@pytest.mark.parametrize("words", NO_TABLES.values(), ids=NO_TABLES)
def test_a_grid_without_money_is_no_budget_table(words):
    assert read(words) is None


def test_a_figure_stands_where_the_source_has_it():
    words = "| Item | 2024/25 |\n|---|---|\n| Lamps |  **£1,234** |\n| Total | £1,234 |"
    for amount in read(words).amounts:
        assert words[amount.sum.start : amount.sum.end] == "£1,234"
        assert words[: amount.sum.start].count("\n") + 1 == amount.line


def test_a_label_whose_bracket_is_open_goes_on_in_the_next_row():
    table = read("Borough\t2024/25\nTwo (Camden and\t£5\nEaling)\t\nBarnet\t£6")
    assert [a.item for a in table.amounts] == ["Two (Camden and Ealing)", "Barnet"]


def test_a_year_may_stand_in_a_column_of_its_own():
    table = read("Item\tYear\tAmount\nLamps\t2024/25\t£5\nBoats\t2025/26\t£6\nTotal\t\t£11")
    assert [(a.item, a.year) for a in table.amounts] == [
        ("Lamps", "2024/25"),
        ("Boats", "2025/26"),
        ("Total", None),
    ]


def test_a_pounds_sign_that_a_scan_made_an_f_is_one():
    table = read("Item\tAmount\nLamps\tf5,000\nBoats\tf6,000")
    assert [a.sum.amount for a in table.amounts] == [5_000_00, 6_000_00]


OTHER_YEARS = {
    "a price base": "Item\tPrice base\tAmount\nBoats\t2022/23\t£5",
    "when it began": "Item\tYear first funded\tAmount\nBoats\t2019/20\t£5",
    "from and to": "Item\tYear\tYear\tAmount\nBoats\t2023/24\t2025/26\t£5",
    "a contract's number": "Item\tContract\tAmount\nBoats\t2024/25\t£5",
}


@pytest.mark.parametrize("words", OTHER_YEARS.values(), ids=OTHER_YEARS)
def test_a_year_of_something_else_is_no_financial_year(words):
    assert [a.year for a in read(words).amounts] == [None]


def test_a_code_is_no_scanned_pounds_sign():
    assert read("Item\tPlan\tCode\nBoats\tf12\tf3\nLamps\tf4\tf5") is None
