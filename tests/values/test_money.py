"""The money reader: spellings and damages by kind, near misses, and what holds for any text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mopacreg.values.money import find, read_cell, refused, scale_in

ONE_SUM = [
    ("plain: thousands", "a grant of £25,000 for", "£25,000", "25000"),
    ("plain: pence", "came to £990,324.28 in", "£990,324.28", "990324.28"),
    ("plain: millions in figures", "sum of £2,330,000", "£2,330,000", "2330000"),
    ("plain: no comma", "£500 a head", "£500", "500"),
    ("plain: nothing", "Strategy £653,000 £0", "£0", "0"),
    ("unit: glued million", "for £1.8million of", "£1.8million", "1800000"),
    ("unit: million", "£17.9 million", "£17.9 million", "17900000"),
    ("unit: m", "£17.2m for support", "£17.2m", "17200000"),
    ("unit: M", "£5M", "£5M", "5000000"),
    ("unit: m with thousands and a decimal", "£3,281.5m", "£3,281.5m", "3281500000"),
    ("unit: three decimals of a million", "£0.990m", "£0.990m", "990000"),
    ("unit: trailing noughts", "£1.500m", "£1.500m", "1500000"),
    ("unit: k", "£25k", "£25k", "25000"),
    ("unit: k with a decimal", "£499.3k", "£499.3k", "499300"),
    ("unit: K with thousands", "£2,447.9K, paid", "£2,447.9K", "2447900"),
    ("unit: bn", "£3.25bn", "£3.25bn", "3250000000"),
    ("pence: a rate", "car mileage at 45p a mile", "45p", "0.45"),
    ("unit: no figure before the point", "£.5m", "£.5m", "500000"),
    ("unit: a full stop follows", "It costs £1.2m. Next", "£1.2m", "1200000"),
    ("page: line break before the unit", "£1.8\nmillion", "£1.8\nmillion", "1800000"),
    ("page: no-break space", "£1.8\u00a0million", "£1.8\u00a0million", "1800000"),
    ("page: line break after the sign", "of £\n25,000 now", "£\n25,000", "25000"),
    ("damage: a comma lost", "at £1000,000, shared", "£1000,000", "1000000"),
    ("damage: a space for the comma", "the £170 000 that", "£170 000", "170000"),
    ("damage: two spaces for commas", "£1 250 000", "£1 250 000", "1250000"),
    ("damage: a space after the comma", "£1,410, 000 in all", "£1,410, 000", "1410000"),
    ("damage: a line break after the comma", "£1,410,\n000 in all", "£1,410,\n000", "1410000"),
    ("damage: a space after the sign", "of £ 95,000", "£ 95,000", "95000"),
    ("damage: points for commas", "£1.410.000 in all", "£1.410.000", "1410000"),
    ("scan: \\pm", "will be  \\pm 1,410,000  for", "\\pm 1,410,000", "1410000"),
    ("scan: \\pm with its markup blanked", " \\pm 17.9  million. ", "\\pm 17.9  million", "17900000"),
    ("scan: \\pm with its markup", "is $\\pm 17.9$ million.", "\\pm 17.9$ million", "17900000"),
    ("scan: ±", "of ±2,330,000 until", "±2,330,000", "2330000"),
    ("scan: f", "some f350k then", "f350k", "350000"),
    ("scan: f with thousands", "an f25,000 grant", "f25,000", "25000"),
    ("place: in brackets is no minus", "the saving (£70.3m) is", "£70.3m", "70300000"),
    ("place: joined to a word", "£5,000-worth", "£5,000", "5000"),
    ("place: a space lost before a word", "of £25,000to fund", "£25,000", "25000"),
    ("place: before a year", "and £755,000 2019/20 to", "£755,000", "755000"),
]


@pytest.mark.parametrize(("text", "words", "pounds"), [c[1:] for c in ONE_SUM], ids=[c[0] for c in ONE_SUM])
def test_a_sum_is_read_as_it_stands(text, words, pounds):
    last = find(text)[-1]
    assert (last.text, last.amount) == (words, pence(pounds))
    assert last.doubt is None
    assert text[last.start : last.end] == words


def pence(pounds):
    whole, _, part = pounds.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0") or 0)


NO_SUM = {
    "unit: file size": "Download | 164 KB",
    "name: a programme": "the MyEnds 2.0 fund",
    "page: a p behind a number of it": "see 112p and 4.45p, page p4",
    "measure: metres away": "100m away",
    "measure: metres tall": "a mast 3m tall",
    "measure: a price's neighbour": "the cost of a fence 3.4m high",
    "tolerance: per cent": "±5%",
    "tolerance: metres": "tags accurate to ±10m",
    "tolerance: \\pm with a unit": "within \\pm 2.5k of it",
    "word: f2f": "f2f meetings",
    "word: F35": "an F35 and f35",
    "word: a letter before f": "pdf350k",
    "name: 17-24-30": "the 17-24-30 campaign",
    "name: a framework": "RM1070 and SS315104",
    "share: per cent": "50% of it",
    "share: per cent behind a sign": "£50% of it",
    "number: a telephone": "020 7946 0018",
    "currency: dollars": "$25,000 and USD 3m",
    "currency: a decimal number": "budget line 3.4 million people read",
    "year: behind a sign": "£2015/16",
    "year: behind a sign and a space": "Total £ 2018/19",
    "year: with a comma": "£2,015/16",
    "heading: £000s": "2022/23 £000s",
    "heading: £m": "£m  2018/19",
    "heading: £ on the line above a row": "Cost £\n2018 2019",
    "cut off: after the sign": "at a cost of £",
    "cut off: after a comma": "at a cost of £1,",
    "cut off: in a group": "at a cost of £12,3",
    "cut off: after bare digits of a sentence": "at a cost of £2",
    "cut off: in the unit": "at a cost of £17 mil\n"[:-2],
    "shape: groups of two": "£12,34,5 in all",
    "shape: a short group": "£170,00 in all",
    "shape: a long group": "£1,0000 in all",
    "shape: point or comma": "£25.000 in all",
    "shape: point and comma": "£1,410.000 in all",
    "shape: fractions of a penny": "£0.123456789m in all",
    "shape: two points": "£12.5.3",
    "shape: a leading nought": "£012",
    "shape: a list or one number": "£1, 250,000 in all",
    "shape: letters run in": "£25milion",
}


def test_without_a_sign_a_part_is_a_sum_where_what_it_divides_has_one():
    found = find("a budget set at £14.9m, of which 2.6m is for tests; and another 3.1m of roads")
    assert [one.text for one in found] == ["£14.9m", "2.6m"]
    assert found[1].doubt


@pytest.mark.parametrize("text", NO_SUM.values(), ids=NO_SUM)
def test_near_miss_is_no_sum(text):
    assert find(text) == []


DOUBTFUL = {
    "a comma for the point": ("the £31,469m that", "31469000000", "comma"),
    "a space that may part two figures": ("£500 101 in", "500101", "space"),
    "one decimal without a unit": ("£1.2 in", "1.20", "unit"),
    "no sign": ("a total budget of 3.4m for", "3400000", "£ sign"),
    "no sign, in words": ("at a cost of 3.4 million for", "3400000", "£ sign"),
}


@pytest.mark.parametrize(("text", "pounds", "why"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_stands_is_kept_with_a_doubt(text, pounds, why):
    (found,) = find(text)
    assert found.amount == pence(pounds)
    assert why in (found.doubt or "")


REPAIRS = {
    "\\pm": ("\\pm 1,410,000 in", "£ read from \\pm"),
    "f": ("about f350k in", "£ read from f"),
    "a comma lost": ("£1000,000 in", "a comma is missing"),
    "spaces": ("£170 000 in", "spaces read as commas"),
}


@pytest.mark.parametrize(("text", "repair"), REPAIRS.values(), ids=REPAIRS)
def test_what_was_mended_is_recorded(text, repair):
    assert find(text)[0].repair == repair


RANGES = {
    "between, both whole": ("between £2.6m and £3.4m", [2_600_000, 3_400_000]),
    "between, one misread": ("save between f350k and £600k by", [350_000, 600_000]),
    "one sign and one unit": ("£2.6-3.4m", [2_600_000, 3_400_000]),
    "one unit": ("£2.6 - £3.4 million", [2_600_000, 3_400_000]),
    "one sign and one unit, spaced": ("£1.5 - 2m", [1_500_000, 2_000_000]),
    "no space": ("£50k-£60k", [50_000, 60_000]),
    "to": ("£5 to £10 million", [5_000_000, 10_000_000]),
    "no unit": ("£25,000-30,000", [25_000, 30_000]),
    "no bigger unit lent downwards": ("£500,000 to £1 million", [500_000, 1_000_000]),
}


@pytest.mark.parametrize(("text", "pounds"), RANGES.values(), ids=RANGES)
def test_both_ends_of_a_range_are_sums(text, pounds):
    found = find(text)
    assert [one.amount for one in found] == [100 * each for each in pounds]
    assert {one.qualifier for one in found} == {"between"}


RISES = {
    "a rise": ("the limit rises from £500,000 to £1 million", [500_000, 1_000_000]),
    "by and to": ("to increase its value by £50,000 to £250,000", [50_000, 250_000]),
    "one unit": ("increase the grant from £5 to £6 million", [5_000_000, 6_000_000]),
}


@pytest.mark.parametrize(("text", "pounds"), RISES.values(), ids=RISES)
def test_a_rise_is_two_sums_and_no_range(text, pounds):
    found = find(text)
    assert [one.amount for one in found] == [100 * each for each in pounds]
    assert {one.qualifier for one in found} == {None}


NO_RANGES = {
    "a subtraction": ("£335.6m − £305.5m", [335_600_000, 305_500_000]),
    "a remark after a dash": ("£320,000 - 32 boroughs", [320_000]),
    "two grants": ("£5 and £6 million", [5, 6_000_000]),
    "a year after a dash": ("£500-2019", [500]),
    "two rates": ("£1.2m/£2m", [1_200_000, 2_000_000]),
}


@pytest.mark.parametrize(("text", "pounds"), NO_RANGES.values(), ids=NO_RANGES)
def test_neighbours_are_no_range(text, pounds):
    found = find(text)
    assert [one.amount for one in found] == [100 * each for each in pounds]
    assert all(one.qualifier is None for one in found)


QUALIFIED = [
    ("up to £5k for", "up to"),
    ("upto £5k for", "up to"),
    ("up to the value of £5k for", "up to"),
    ("to a maximum value of £16m;", "a maximum of"),
    ("no more than £5k.", "no more than"),
    ("not exceeding £5k.", "no more than"),
    ("an estimated £2,880,000.", "estimated"),
    ("at an estimated cost of £2m.", "estimated"),
    ("approximately £5k.", "approximately"),
    ("circa £5k.", "circa"),
    ("for c£3m,", "circa"),
    ("for c. £3m,", "circa"),
    ("up to c£3m,", "up to, circa"),
    ("around £5k.", "around"),
    ("about £5k.", "about"),
    ("at least £5k.", "at least"),
    ("more\nthan £5,000 unspent", "more than"),
    ("over £5k.", "over"),
    ("£5k per annum from", "per annum"),
    ("£5k p.a. from", "per annum"),
    ("grants of £30,000 each.", "each"),
    ("£30,000 in each of the next two years", "each"),
    ("up to £5k per annum (excl VAT)", "up to, per annum, excluding VAT"),
    ("£500,000 and above", "and above"),
    ("£5,000 per borough", "per borough"),
    ("(c) £3m for the estate", None),
    ("Option C £3m", None),
    ("up to (£5k)", "up to"),
    ("the sum of £5k.", None),
    ("Grants. £5k went", None),
]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIED, ids=[case[0] for case in QUALIFIED])
def test_qualifier_is_given_in_its_plain_form(text, qualifier):
    assert find(text)[0].qualifier == qualifier


def test_offsets_of_a_slice_are_those_of_the_text():
    text = "£1m, then £2m and £3m"
    assert [(one.text, one.start) for one in find(text, 3, 14)] == [("£2m", 10)]


def test_an_unreadable_figure_is_named_with_its_reason():
    (refusal,) = refused("a sum of £12,34,5 in all")
    assert refusal.text == "£12,34,5"
    assert "commas" in refusal.reason
    assert refused("£25,000, £000s and £") == []


MILLION, THOUSAND = 1_000_000, 1_000
CELLS = [
    ("sign", "£45,000", 1, "45000"),
    ("nothing", "£0", 1, "0"),
    ("scale of millions", "1.6", MILLION, "1600000"),
    ("scale of millions, three decimals", "2.603", MILLION, "2603000"),
    ("scale of thousands", "1,948.6", THOUSAND, "1948600"),
    ("scale and sign", "£175", THOUSAND, "175000"),
    ("own unit before the scale", "£5k", MILLION, "5000"),
    ("footnote mark", " £45,000* ", 1, "45000"),
    ("remark in brackets", "£45,000 (estimate)", 1, "45000"),
    ("qualified", "up to £5,000", 1, "5000"),
    ("misread sign", "\\pm 500", 1, "500"),
    ("spaced groups", "1 410 000", 1, "1410000"),
    ("accountant's brackets", "(1,000)", 1, "-1000"),
    ("accountant's brackets and sign", "(£1,000)", 1, "-1000"),
    ("minus before the sign", "-£500", 1, "-500"),
    ("minus after the sign", "£-500", 1, "-500"),
    ("true minus", "−500", 1, "-500"),
]


@pytest.mark.parametrize(("cell", "scale", "pounds"), [c[1:] for c in CELLS], ids=[c[0] for c in CELLS])
def test_a_cell_is_read_with_its_column_scale(cell, scale, pounds):
    found = read_cell(cell, scale, bare=True)
    assert found is not None
    assert found.amount == int(float(pounds)) * 100
    assert found.text == cell[found.start : found.end]


@pytest.mark.parametrize(
    "cell",
    ["", " ", "-", "–", "£-", "N/A", "nil", "tbc", "12 months", "4 posts", "22%", "2015/16", "(1,000",
     "1,000)", "1,00", "1.234", "£12,34", "£5k and £6k", "25 30", "17-24-30", "£1m from reserves", "000"],
)  # fmt: skip
def test_a_cell_without_one_amount_holds_none(cell):
    assert read_cell(cell, bare=True) is None


@pytest.mark.parametrize("cell", ["175", "1.6", "(1,000)", "3.4m", "2019"])
def test_a_bare_number_is_money_only_where_the_column_says_so(cell):
    assert read_cell(cell) is None
    assert read_cell(cell, MILLION, bare=True) is not None


def test_a_scale_too_large_to_be_meant_is_left_out_with_a_doubt():
    found = read_cell("£1,410,000", MILLION)
    assert found is not None
    assert found.amount == 141_000_000
    assert found.doubt is not None


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        *((text, MILLION) for text in ("£m", "£M", "(£m)", "£ million", "Cost £mn", "£m  2018/19   2019/20")),
        *((text, THOUSAND) for text in ("£000s", "£000", "£k", "(£k)", "£’000", "£'000s", "2022/23 £000s")),
        *((text, THOUSAND) for text in ("shown in the table (figures in £000s).", "£ 000", "£ thousands")),
        *((text, 1) for text in ("£", "Amount (£)", "£s", "Revenue £\tCapital £")),
        *(
            (text, None)
            for text in ("", "Cost", "above £500,000", "£500m", "£5", "Revenue £m Capital £k", "000s")
        ),
    ],
)
def test_scale_is_read_from_a_header(header, scale):
    assert scale_in(header) == scale


_PIECES = [
    "£",
    "±",
    "\\pm ",
    "f",
    "1",
    "25",
    "000",
    "3.4",
    ",",
    ".",
    " ",
    "\n",
    "-",
    "m",
    "k",
    " million",
    "bn",
]
_PIECES += [
    "between ",
    " and ",
    " to ",
    "up to ",
    "a budget of ",
    " each",
    "%",
    "/",
    "(",
    ")",
    "x",
    "٣",
    "²",
    "$",
]
moneyed = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=40)


@given(moneyed)
def test_any_text_gives_only_sums_that_stand_in_it(text):
    found = find(text)
    for one in found:
        assert one.text == text[one.start : one.end]
        assert one.amount >= 0
        assert re.search("[0-9]", one.text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.end <= found[at + 1].start for at, one in enumerate(found[:-1]))


@given(st.text(st.characters(exclude_characters="0123456789"), max_size=60))
def test_text_without_a_figure_holds_no_money(text):
    assert find(text) == []
    assert refused(text) == []
    assert read_cell(text, bare=True) is None


@given(st.text(st.characters(exclude_characters="£₤￡±\\fmkbpMKBP"), max_size=60))
def test_text_without_a_sign_or_a_unit_holds_no_money(text):
    assert find(text) == []


@given(moneyed)
def test_the_words_of_a_sum_read_again_give_its_amount(text):
    for one in find(text):
        if one.text[0] in "£±\\f" and "second figure" not in (one.repair or ""):
            assert [again.amount for again in find(one.text)] == [one.amount]


@given(st.integers(0, 10**12), st.sampled_from(["£{:,.2f}", "£{:.2f}", "\\pm {:,.2f}"]))
def test_every_whole_number_of_pence_comes_back_exactly(amount, shape):
    text = shape.replace("{:,.2f}", f"{amount // 100:,}.{amount % 100:02}")
    text = text.replace("{:.2f}", f"{amount // 100}.{amount % 100:02}")
    assert [one.amount for one in find(f"x {text} y")] == [amount]


@given(moneyed, st.sampled_from([1, 1_000, 1_000_000]), st.booleans())
def test_any_cell_and_any_header_is_answered(text, scale, bare):
    found = read_cell(text, scale, bare=bare)
    assert found is None or found.text == text[found.start : found.end]
    assert scale_in(text) in (None, 1, 1_000, 1_000_000, 1_000_000_000)


@pytest.mark.parametrize(
    "text", ["1" * 60_000, "£" + "1," * 30_000, "£1 " + "000 " * 15_000, "f1" * 30_000, "(" * 60_000]
)
def test_hostile_text_takes_no_longer_than_its_length(text):
    begun = time.perf_counter()
    find(text)
    read_cell(text)
    assert time.perf_counter() - begun < 2
