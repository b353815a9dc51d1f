"""The boroughs that a decision names as a place or a council, and no other bodies of their name."""

import pytest

NAMED = {
    "in the summary": ({"summary": "Lamps in Camden are broken."}, ("Camden",)),
    "in the title": ({"title": "Lamps for Lambeth"}, ("Lambeth",)),
    "in the recommendation": (
        {"recommendation": "The DMPC is asked to:\n\n1. Award £5,000 to LB Camden."},
        ("Camden",),
    ),
    "in the report": ({"issues": "Barking & Dagenham has no lamps."}, ("Barking and Dagenham",)),
    "in a table": (
        {"financial": "They are these.\n\nBorough\tAmount\nBrent\t£5\nEaling\t£6"},
        ("Brent", "Ealing"),
    ),
    "in a table that is no budget": (
        {
            "issues": "They are these.\n\n| Suite | Borough | Cells |\n| Acton | Ealing | 23 |\n| Ham | Kingston | 4 |"
        },
        ("Ealing", "Kingston upon Thames"),
    ),
    "several, sorted and once each": (
        {"summary": "Hackney and Camden have lamps.", "issues": "Camden has boats."},
        ("Camden", "Hackney"),
    ),
    "the City": ({"issues": "Lamps in the City of London are older."}, ("City of London",)),
    "none": ({"issues": "Lamps in Birmingham are older."}, ()),
}


@pytest.mark.parametrize(("parts", "boroughs"), NAMED.values(), ids=NAMED)
def test_a_boroughs_name_counts_wherever_the_paper_speaks_of_it(form, parts, boroughs):
    assert form(**parts).boroughs == tuple(sorted(boroughs))


NOT_NAMED = {
    "a university": {"issues": "Students of Kingston University timed it."},
    "a court": {"issues": "Croydon Magistrates' Court has a hub."},
    "a voluntary body": {"issues": "Croydon Voluntary Action runs it."},
    "a signature's address": {
        "end": "ORIGINATING OFFICER DECLARATION\n\nLegal Advice: Camden's lawyers saw it.\t1"
    },
}


@pytest.mark.parametrize("parts", NOT_NAMED.values(), ids=NOT_NAMED)
def test_another_bodys_name_is_no_borough(form, parts):
    assert form(**parts).boroughs == ()


def test_each_borough_says_where_it_was_read(form, form_text):
    parts = {"summary": "Hackney and Camden have lamps."}
    readings = [r for r in form(**parts).readings if r.field.startswith("boroughs ")]
    assert [form_text(**parts)[r.start : r.end] for r in readings] == ["Camden", "Hackney"]
