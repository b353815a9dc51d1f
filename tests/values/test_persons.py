"""Who is named beside a post: the person, and never the post's or a team's own words."""

import pytest

from mopacreg.values import persons

# origin, as it stands, the person
NAMED = [
    ("page: a name and a post", "Ada Lark, Deputy Mayor, Policing and Crime", "Ada Lark"),
    ("page: a post and a name", "Deputy Mayor for Policing and Crime, Ada Lark", "Ada Lark"),
    ("form: a post in brackets", "Ada Lark (Head of Canals)", "Ada Lark"),
    ("form: a name in brackets", "Head of Canals (Ada Lark)", "Ada Lark"),
    ("form: a name behind a post", "The Head of Canals and Locks, Ada Lark", "Ada Lark"),
    ("form: a post's word before the name", "Acting Director Ada Lark", "Ada Lark"),
    ("form: a post's word before a name of three", "Senior Policy Officer Ada May Lark", "Ada May Lark"),
    ("form: a title before the name", "Head of Canals - Dr Ada Lark-O'Neil", "Dr Ada Lark-O'Neil"),
]
POSTS = [
    ("page: a post", "Deputy Mayor, Policing and Crime"),
    ("page: a post in capitals of a heading", "Deputy Mayor Policing And Crime"),
    ("form: a post and its team", "Head of Canals, Violence Reduction Unit"),
    ("form: a post and its programme", "Director of Canals (Victims Services)"),
    ("form: a post and its place", "Head of Canals, City Hall"),
    ("form: a post that a team's name ends", "Oversight Officer Estates Programme"),
    ("form: a post and its subject", "Policy Officer Knife Crime"),
    ("form: a post and one word", "Oversight Officer (Technology)"),
    ("form: what no one is called", "the team"),
]


PAPER = (
    "The unit for the reduction of violence works with services for victims in the city. A programme of estates, "
    "and one on knife crime, are run from the hall by policing teams and the commission."
)


@pytest.mark.parametrize(("value", "name"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_the_person_beside_a_post(value, name):
    assert persons.named(value, PAPER) == name


@pytest.mark.parametrize("value", [c[1] for c in POSTS], ids=[c[0] for c in POSTS])
def test_a_post_alone_names_nobody(value):
    assert persons.named(value, PAPER) is None


def test_a_theme_that_the_paper_speaks_of_is_nobodys_name():
    assert (
        persons.named("Policy Officer, Body Worn Video", "Body worn video shows what a body worn camera saw.")
        is None
    )
    assert persons.named("Policy Officer, Ada May Lark", "It may rain in May.") is None  # a doubt is no name
