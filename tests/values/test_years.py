"""The year reader: spellings by kind, near misses that are no financial year, and what holds for any text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mopacreg.values.years import expand, find, following, normal, of_date

ONE_YEAR = {
    "full: stroke": ("in 2024/25 from", "2024/25", "2024/25"),
    "full: one figure": ("years 2024/5.", "2024/5", "2024/25"),
    "full: dash": ("for 2022-23 only", "2022-23", "2022/23"),
    "full: en dash": ("for 2022–23 only", "2022–23", "2022/23"),
    "full: four and four": ("2019/2020", "2019/2020", "2019/20"),
    "full: four and four, spaced": ("of 2019 / 2020 on", "2019 / 2020", "2019/20"),
    "full: the century's end": ("1999/00", "1999/00", "1999/00"),
    "full: line break after the dash": ("2022-\n23", "2022-\n23", "2022/23"),
    "full: a space lost before it": ("in2022/23", "2022/23", "2022/23"),
    "full: after a sum": ("£755,000 2019/20 to", "2019/20", "2019/20"),
    "full: at a sentence's end": ("by 2022/23.", "2022/23", "2022/23"),
    "full: before a remark": ("2018/19 - 25 places", "2018/19", "2018/19"),
    "full: a report's name": ("Annual Report 2019-20", "2019-20", "2019/20"),
    "full: after a decision's number": ("PCD 1456 2023/24 budget", "2023/24", "2023/24"),
    "short: stroke": ("with 18/19 being", "18/19", "2018/19"),
    "short: after a sum": ("£50,000 for 22/23 with", "22/23", "2022/23"),
    "short: words before": ("financial year 11/12 saw", "11/12", "2011/12"),
    "short: words after": ("the 23-24 financial year", "23-24", "2023/24"),
    "row: after a figure's line": ("2.0\n2016/17\t3.2", "2016/17", "2016/17"),
    "row: after a capital's line": ("COST\n2016/17", "2016/17", "2016/17"),
    "row: short, after a figure's line": ("2.0\n16/17\t3.2", "16/17", "2016/17"),
    "FY: full": ("FY2022-23 plan", "FY2022-23", "2022/23"),
    "FY: short": ("in FY23/24,", "FY23/24", "2023/24"),
    "FY: spaced, early": ("FY 11/12", "FY 11/12", "2011/12"),
    "lost stroke": ("in 202425 the", "202425", "2024/25"),
    "lost stroke in a table": ("Item\t202425\t202526", "202425", "2024/25"),
}


@pytest.mark.parametrize(("text", "words", "year"), ONE_YEAR.values(), ids=ONE_YEAR)
def test_a_year_is_read_as_it_stands(text, words, year):
    first = find(text)[0]
    assert (first.text, first.years, first.doubt) == (words, (year,), None)
    assert text[first.start : first.end] == words


SPANS = {
    "to": ("across 2024/25 to 2027/28.", ["2024/25 to 2027/28"], 4),
    "to, one figure": ("years 2024/5 to 2027/28.", ["2024/5 to 2027/28"], 4),
    "spaced dash": ("from 2022/23 -2024/25 at", ["2022/23 -2024/25"], 3),
    "tight dash, full then short": ("2019/20-20/21", ["2019/20-20/21"], 2),
    "tight dash, all dashes": ("2018-19-2020-21", ["2018-19-2020-21"], 3),
    "between": ("between 2022/23 and 2024/25", ["2022/23 and 2024/25"], 3),
    "line break": ("2022/23 to\n2023/24", ["2022/23 to\n2023/24"], 2),
    "carried from one to the next": ("from 2017/18 to 2018/19", ["2017/18 to 2018/19"], 2),
    "and": ("both 2023-24 and 2024-25", ["2023-24", "2024-25"], 2),
    "ampersand": ("2018/19 & 2019/20", ["2018/19", "2019/20"], 2),
    "list": ("2023/24, 2024/25 and 2025/26", ["2023/24", "2024/25", "2025/26"], 3),
    "table's header": ("2022/23\t2023/24\t2024/25", ["2022/23", "2023/24", "2024/25"], 3),
    "backwards": ("2022/23 to 2021/22", ["2022/23", "2021/22"], 2),
    "short beside full": ("2009/10 and 10/11", ["2009/10", "10/11"], 2),
    "short dash beside full": ("2022/23 and 23-24", ["2022/23", "23-24"], 2),
}


@pytest.mark.parametrize(("text", "words", "count"), SPANS.values(), ids=SPANS)
def test_a_span_means_the_years_between_too(text, words, count):
    found = find(text)
    assert [span.text for span in found] == words
    years = [year for span in found for year in span.years]
    assert len(years) == count
    if words[0] != "2022/23" or count == 3:
        assert years == list(expand(years[0], years[-1]))


NO_YEAR = {
    "plan: four years, dash": "Police and Crime Plan 2017-21",
    "plan: three years, stroke": "the plan for 2013/16",
    "plan: three years, dash": "Plan 2022-25 promises",
    "plan: four and four": "between 2022-2025.",
    "date: two-figure year": "signed 30/11/15",
    "date: of neighbours": "on 22/23/2015",
    "date: dashes": "26-11-21",
    "date: a stroke lost": "29 01/2016",
    "date: ISO": "2021-08-04",
    "date: ISO whose month follows": "2020-21-03",
    "date: day and month": "11/12 March",
    "date: nights of a month": "the night of 23/24 March",
    "date: year, then a day": "from 2022 - 23 March",
    "reference: DMPCD": "DMPCD 2013/96",
    "reference: DMPCD whose number follows": "DMPCD 2015/16",
    "reference: spaced dash": "DMPCD 2015 – 16",
    "reference: another office": "CEOD 24-2023",
    "reference: another office, short": "CEOD 23/24",
    "reference: freedom of information": "FOI 2022/23",
    "reference: glued": "GLA2015/16 and MOPAC-2015/16",
    "standard": "ISO 55001",
    "name: 17-24-30": "the 17-24-30 campaign",
    "number: 24/7": "a 24/7 line",
    "fraction: nine tenths": "9/10 of them",
    "fraction: a half": "1/2",
    "fraction or month": "10/11",
    "age: pair": "16/17 year olds",
    "age: hyphens": "17/18-year-olds",
    "age: aged": "aged 16/17 and",
    "school": "Year 12/13 pupils",
    "pages": "pages 22-23",
    "pair without any word": "22-23",
    "telephone": "020 7946 0018 or 0207-2021-22",
    "telephone: six figures": "0113 202122",
    "number: six figures within a longer one": "1202425 and 202425.5 and 2024251",
    "number: six figures, not following": "202427",
    "number: decimal": "3.24/25",
    "number: per cent": "24/25%",
    "sum: stroke": "£2,015/16",
    "sum: year-like": "£2015/16",
    "chain": "2018/19/20",
    "chain of neighbours": "22/23/24",
    "too late": "2098/99 and 67/68",
    "one figure at a decade's end": "2009/0",
    "other figures": "٢٠٢٤/٢٥",
}


@pytest.mark.parametrize("text", NO_YEAR.values(), ids=NO_YEAR)
def test_near_miss_is_no_financial_year(text):
    assert find(text) == []
    assert find(f"see {text} there") == []


@pytest.mark.parametrize("text", ["a count of 202425 in all", "set for 2022 – 23 only"])
def test_an_uncertain_form_is_read_with_a_doubt(text):
    (span,) = find(text)
    assert span.doubt is not None


def test_offsets_of_a_slice_are_those_of_the_text():
    text = "2021/22, 2022/23, 2023/24"
    assert [(span.text, span.start) for span in find(text, 8, 17)] == [("2022/23", 9)]


@pytest.mark.parametrize(
    ("label", "year"),
    [
        *((label, "2022/23") for label in ("2022/23", "22/23", "2022-23", " 22-23 ", "202223", "FY 2022/23")),
        *((label, "2022/23") for label in ("Year 2022/23", "Financial year 22/23", "2022/2023", "2022/3:")),
        ("11/12", "2011/12"),
        *(
            (label, None)
            for label in ("", "Total", "2022/23 to 2023/24", "2017-21", "24/7", "2022", "2022/23 £m")
        ),
    ],
)
def test_a_label_that_is_a_year_is_given_its_normal_form(label, year):
    assert normal(label) == year


@pytest.mark.parametrize(
    ("iso", "year"),
    [("2022-03-31", "2021/22"), ("2022-04-01", "2022/23"), ("2022-12", "2022/23"), ("2000-01-01", "1999/00")],
)
def test_a_date_falls_in_the_year_from_april_to_march(iso, year):
    assert of_date(iso) == year


@pytest.mark.parametrize("iso", ["2022", "2022-13-01", "", "01/04/2022"])
def test_a_date_without_a_month_falls_in_no_year(iso):
    with pytest.raises(ValueError, match="no date"):
        of_date(iso)


def test_years_follow_one_another():
    assert following("2023/24") == "2024/25"
    assert expand("1998/99", "2001/02") == ("1998/99", "1999/00", "2000/01", "2001/02")
    assert expand("2024/25", "2023/24") == ()


_PIECES = [
    "2022",
    "2023",
    "23",
    "24",
    "25",
    "5",
    "202324",
    "/",
    "-",
    "–",
    " ",
    "\n",
    "\t",
    ".",
    ",",
    "FY",
    "£",
]
_PIECES += [" to ", " and ", "between ", "DMPCD ", "a", "A", " March", " financial year ", "٢٤"]
dated = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=40)


@given(dated)
def test_any_text_gives_only_years_that_stand_in_it(text):
    found = find(text)
    for span in found:
        assert span.text == text[span.start : span.end]
        assert re.search("[0-9]", span.text)
        assert span.years == expand(span.years[0], span.years[-1])
        assert all(re.fullmatch("[0-9]{4}/[0-9]{2}", year) for year in span.years)
    assert all(span.end <= found[at + 1].start for at, span in enumerate(found[:-1]))


@given(st.text(st.characters(exclude_characters="0123456789"), max_size=60))
def test_text_without_a_figure_holds_no_year(text):
    assert find(text) == []
    assert normal(text) is None


@given(dated)
def test_the_words_of_a_year_read_again_give_it(text):
    for span in find(text):
        if len(span.years) == 1:
            assert normal(span.text) == span.years[0]
        elif " and " not in span.text:
            assert [year for again in find(span.text) for year in again.years] == list(span.years)


@given(
    st.integers(2000, 2038),
    st.sampled_from(["{0}/{1:02}", "{0}-{1:02}", "{0}/{2}", "FY{0}/{1:02}", "FY{3:02}/{1:02}"]),
)
def test_every_year_comes_back_from_each_spelling(year, shape):
    if "{3" in shape and year < 2009:
        year += 10
    text = shape.format(year, (year + 1) % 100, year + 1, year % 100)
    assert [span.years for span in find(f"in {text} x")] == [(f"{year}/{(year + 1) % 100:02}",)]


@pytest.mark.parametrize(
    "text", ["1" * 60_000, "20" * 30_000, "22/23" * 12_000, "1-" * 30_000, "2022 / " * 9_000]
)
def test_hostile_text_takes_no_longer_than_its_length(text):
    begun = time.perf_counter()
    find(text)
    normal(text)
    assert time.perf_counter() - begun < 2
