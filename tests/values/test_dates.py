"""Dates: as written, as understood, to the precision that is written."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mopacreg.values import dates

READ = {
    "points and a short year, the whole value": ("8.3.20", "2020-03-08", "day"),
    "web page header": ("05 July 2018", "2018-07-05", "day"),
    "form, slashes, day first": ("12/03/2024", "2024-03-12", "day"),
    "form, hyphens": ("26-11-21", "2021-11-26", "day"),
    "form of 2015, no zeros": ("27/8/15", "2015-08-27", "day"),
    "form of 2015, one slash lost": ("29 01/2016", "2016-01-29", "day"),
    "the other slash lost": ("29/01 2016", "2016-01-29", "day"),
    "ordinal": ("1st October 2014", "2014-10-01", "day"),
    "ordinal in blanked markup": ("1     st      October 2014", "2014-10-01", "day"),
    "ordinal with of": ("3rd of June 2019", "2019-06-03", "day"),
    "month first": ("December 31 2016", "2016-12-31", "day"),
    "month first, ordinal and comma": ("Mar 12th, 2024", "2024-03-12", "day"),
    "dots": ("31.01.2023", "2023-01-31", "day"),
    "ISO": ("2021-08-04", "2021-08-04", "day"),
    "ISO with a time": ("2021-08-04T12:00:00Z", "2021-08-04", "day"),
    "short month and year": ("4 Aug 21", "2021-08-04", "day"),
    "hyphens around a month's name": ("05-Mar-24", "2024-03-05", "day"),
    "weekday before": ("Friday 4 March 2022", "2022-03-04", "day"),
    "signature residue before": ("m  12/3/24", "2024-03-12", "day"),
    "label repeated": ("Date: 12/3/24", "2024-03-12", "day"),
    "line break inside": ("1st April\n2022", "2022-04-01", "day"),
    "small letters": ("12 march 2021", "2021-03-12", "day"),
    "month": ("March 2021", "2021-03", "month"),
    "short month": ("Dec 2019", "2019-12", "month"),
    "capitals": ("MARCH 2021", "2021-03", "month"),
    "month in small letters": ("march 2021", "2021-03", "month"),
    "month and two digits": ("October 22", "2022-10", "month"),
    "month, hyphen, two digits": ("Oct-22", "2022-10", "month"),
    "season": ("late Autumn 2024", "2024", "year"),
    "season with of": ("autumn of 2023", "2023", "year"),
    "year alone": ("2021", "2021", "year"),
    "compact": ("20240312", "2024-03-12", "day"),
    "spaces alone": ("12 03 2024", "2024-03-12", "day"),
    "year first, month named": ("2024 March 12", "2024-03-12", "day"),
}

NOT_READ = {
    "another label": "Authorisation name:",
    "what another label says": "Directorate: MPS 12 March 2021",
    "date of publishing": "Published 3 May 2021",
    "no year": "19th May",
    "February's 31st": "31/02/2020",
    "February's 31st named": "31 February 2020",
    "month first by accident": "12/25/2024",
    "13th month": "45/13/20",
    "plan": "2013/16",
    "ages": "17-24-30",
    "financial year": "2024/25",
    "financial years that could be a month": "2011-12",
    "a month and a financial year": "April 2021-22",
    "rule of a regulation": "8.2.1",
    "paragraph of a regulation, before its words": "8.2.10 The Commissioner",
    "paragraph that no year can end": "8.2.50",
    "all hours": "24/7",
    "telephone": "020 7983 4000",
    "reference": "DMPCD 2015 96",
    "standard": "ISO 55001",
    "empty": "",
}

FOUND = {
    "span of two slashed dates": (
        "from 01/04/2020-31/03/2021",
        [("01/04/2020", "2020-04-01"), ("31/03/2021", "2021-03-31")],
    ),
    "span of two months": ("April 2021-March 2022", [("April 2021", "2021-04"), ("March 2022", "2022-03")]),
    "span of days": ("on 12-14 March 2021", [("14 March 2021", "2021-03-14")]),
    "two months and two digits": (
        "between October 22 and March 23",
        [("October 22", "2022-10"), ("March 23", "2023-03")],
    ),
    "one-line header": ("PCD 365 05 April 2018 A Person", [("05 April 2018", "2018-04-05")]),
    "footer, which the caller knows": ("PCD July 2020", [("July 2020", "2020-07")]),
    "page number above a month": ("in\n1\nMarch 2021", [("March 2021", "2021-03")]),
    "paragraph's number before a month": ("2.14 March 2021 saw", [("March 2021", "2021-03")]),
}

NONE_FOUND = {
    "an Act's year": "the Localism Act 2011",
    "month alone": "in March the board met",
    "word that begins as a month": "Marchmont 2020, summary 2020, Decade 2020",
    "modal verb": "we may 20 times",
    "season and financial year": "Winter 2022/23",
    "percentage": "In March 21% of cases",
    "an amount": "By April 25,000 people",
    "version": "version 4.10.12",
    "slashes of an address": "a/12/03/2024/b",
    "file name": "note_12-03-2024_final",
    "sum": "£12-03-24",
    "bare month, small letter, two digits": "in march 21",
}


@pytest.mark.parametrize(("text", "iso", "precision"), READ.values(), ids=READ)
def test_a_label_value_is_read(text: str, iso: str, precision: str) -> None:
    date = dates.read(text)
    assert date is not None
    assert (date.iso, date.precision, date.doubt) == (iso, precision, None)
    assert text[date.start : date.end] == date.text


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert dates.read(text) is None


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_dates_are_found_in_prose(text: str, found: list[tuple[str, str]]) -> None:
    assert [(date.text, date.iso) for date in dates.find(text)] == found


@pytest.mark.parametrize("text", NONE_FOUND.values(), ids=NONE_FOUND)
def test_near_misses_are_not_found(text: str) -> None:
    assert dates.find(text) == []


def test_two_digits_that_may_be_a_day_are_doubted() -> None:
    (date,) = dates.find("on October 22 the panel met")
    assert (date.iso, date.precision) == ("2022-10", "month")
    assert date.doubt
    (day,) = dates.find("October 22 2016")
    assert (day.iso, day.doubt) == ("2016-10-22", None)


def test_two_digits_before_a_counted_noun_are_doubted() -> None:
    (date,) = dates.find("on 24 June 20 officers came")
    assert date.doubt


def test_a_slice_keeps_its_place_in_the_text() -> None:
    text = "12/03/2024 and then 13/03/2024"
    (date,) = dates.find(text, 11)
    assert text[date.start : date.end] == date.text == "13/03/2024"
    assert dates.find(text, 11, 20) == []


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-03-12", "2024-03-13", True),
        ("2024-03-12", "2024-03-12", False),
        ("2020-10", "2021-03-01", True),
        ("2021-03", "2021-03-31", False),
        ("2021", "2021-12-31", False),
        ("2020", "2021-01", True),
        ("2022", "2021-12", False),
    ],
)
def test_earlier_holds_only_where_it_is_certain(one: str, other: str, before: bool) -> None:
    assert dates.earlier(one, other) is before


@given(st.text() | st.text(alphabet="0123456789/-. \n'MarchOct20st"))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for date in dates.find(text):
        assert text[date.start : date.end] == date.text
        assert len(date.iso) == {"day": 10, "month": 7, "year": 4}[date.precision]
    date = dates.read(text)
    assert date is None or text[date.start : date.end] == date.text


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No"])))
def test_text_without_digits_has_no_date(text: str) -> None:
    assert dates.find(text) == []
    assert dates.read(text) is None


@given(st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2049, 12, 31)))
def test_every_day_reads_back_day_first(day: datetime.date) -> None:
    for shape in ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%y", "%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"):
        date = dates.read(day.strftime(shape))
        assert date is not None
        assert date.iso == day.isoformat()
