"""Boroughs as places and councils; not inside another body's, a building's or a person's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mopacreg.values import borough_groups, boroughs

KENSINGTON, FULHAM = "Kensington and Chelsea", "Hammersmith and Fulham"
KINGSTON, RICHMOND = "Kingston upon Thames", "Richmond upon Thames"

NAMED = {
    "LB": ("LB Camden has offered", ["Camden"]),
    "LB of": ("a grant to LB of Redbridge, which", ["Redbridge"]),
    "LBs of": ("a grant to the LBs of Sutton and Merton", ["Sutton", "Merton"]),
    "a list of LB of": ("LB of Merton, LB of Sutton and LB of Brent pay", ["Merton", "Sutton", "Brent"]),
    "LBs": ("LBs Camden and Islington", ["Camden", "Islington"]),
    "local authority": ("a grant from Camden Local Authority for it", ["Camden"]),
    "council": ("Award Camden Council £5", ["Camden"]),
    "council across blanked markup": ("Camden    Council", ["Camden"]),
    "city council": ("Westminster City Council", ["Westminster"]),
    "the City's corporation": ("the City of London Corporation", ["City of London"]),
    "the City": ("(with the City of London) across", ["City of London"]),
    "London Borough of": ("the London Borough of Lambeth, which", ["Lambeth"]),
    "capitals": ("LONDON BOROUGH OF CAMDEN", ["Camden"]),
    "Royal Borough of": ("the Royal Borough of Kensington and Chelsea", [KENSINGTON]),
    "initials": ("RBKC and LBHF", [KENSINGTON, FULHAM]),
    "ampersand": ("an office in Hammersmith & Fulham, was", [FULHAM]),
    "slash": ("Richmond/Kingston", [RICHMOND, KINGSTON]),
    "bracketed list": (
        "boroughs (Brent, Ealing, Harrow and Hounslow)",
        ["Brent", "Ealing", "Harrow", "Hounslow"],
    ),
    "list with a last comma": ("Croydon, Lambeth, and Southwark.", ["Croydon", "Lambeth", "Southwark"]),
    "possessive": ("- 1.2. Lambeth's pilot buys flats", ["Lambeth"]),
    "place": ("a refuge in Hackney opened", ["Hackney"]),
    "and of": ("those of Brent and of Barking & Dagenham, asked", ["Brent", "Barking and Dagenham"]),
    "short name of a place": ("a refuge in Kingston opened", [KINGSTON]),
    "beside a body's name": ("7.1. Lambeth and Safer London hold it", ["Lambeth"]),
    "start of a sentence": ("Both Camden and Brent agreed. Sutton did not.", ["Camden", "Brent", "Sutton"]),
    "hyphen": ("a Camden-based service", ["Camden"]),
    "broken over two lines": ("of Tower\nHamlets and", ["Tower Hamlets"]),
    "a line each": ("Brent\nCamden\nEaling", ["Brent", "Camden", "Ealing"]),
    "Royal Greenwich": ("(Enfield, Royal Greenwich, Kingston)", ["Enfield", "Greenwich", KINGSTON]),
    "labels of a list": ("• Kingston: G. Falk\n• Sutton: A. Lee", [KINGSTON, "Sutton"]),
    "cells": ("Kingston\t£5\nSutton | £7", [KINGSTON, "Sutton"]),
}

REFUSED = {
    "trust": "the Sutton Trust",
    "court": "Westminster Magistrates Court",
    "court, possessive": "Westminster Magistrates’ Court",
    "crown court": "Southwark Crown Court",
    "university": "City University and Kingston University",
    "university of": "the University of Greenwich",
    "diocese": "the Diocese of Southwark",
    "palace": "the Palace of Westminster",
    "tram": "Croydon Tramlink",
    "district": "Camden Town, East Barnet, Brent Cross",
    "district with a preposition": "Bromley by Bow",
    "hill": "Harrow-on-the-Hill",
    "road": "Barking Road",
    "park": "Richmond Park",
    "hospital": "Newham University Hospital",
    "headquarters": "Lambeth HQ",
    "college of several places": "Ealing Hammersmith & West London College",
    "trust of two boroughs": "Camden and Islington NHS Foundation Trust",
    "trust of three boroughs": "Barking, Havering and Redbridge University Hospitals NHS Trust",
    "firm": "Mind & Camden",
    "the City's police": "City of London Police",
    "police station, small letters": "Croydon police station",
    "person": "John Sutton, Jane Barnet and Ms Brent",
    "initial": "J. Sutton",
    "court case": "Barnet v MOPAC",
    "government": "the Westminster government",
    "Whitehall's neighbour": "Whitehall and Westminster",
    "another Kingston": "Kingston upon Hull",
    "a district alone": "a refuge in Hammersmith",
    "longer word": "Bexleyheath",
    "address": "https://example.org/Camden www.Camden.gov.uk",
    "town hall": "City Hall",
}

TRI = (FULHAM, KENSINGTON, "Westminster")

LABELS = {
    "ampersand": ("Barking & Dagenham", ("Barking and Dagenham",)),
    "slash": ("Richmond/Kingston", (KINGSTON, RICHMOND)),
    "short": ("Kingston", (KINGSTON,)),
    "shorter": ("Hammersmith", (FULHAM,)),
    "sorted": ("Islington and Camden", ("Camden", "Islington")),
    "group spelt out": ("Bi-borough (Kensington & Chelsea, Westminster)", (KENSINGTON, "Westminster")),
    "group by its name": ("Tri-borough", TRI),
    "programme with its borough": ("Housing pilot (LB Lambeth)", ("Lambeth",)),
    "borough with its programme": ("Richmond - YJS", (RICHMOND,)),
    "footnote mark": ("Camden*", ("Camden",)),
    "bold": ("**Camden**", ("Camden",)),
    "its total": ("Total Croydon", ("Croydon",)),
    "words about a place": ("Refuge in Sutton", ("Sutton",)),
    "body": ("Croydon Voluntary Action", ()),
    "hospice of two": ("Greenwich & Bexley Hospice", ()),
    "person": ("John Sutton", ()),
    "no borough": ("Contingency", ()),
    "empty": ("", ()),
}


def names(places: list[boroughs.Place]) -> list[str]:
    return [name for place in places for name in place.boroughs]


@pytest.mark.parametrize(("text", "found"), NAMED.values(), ids=NAMED)
def test_a_place_or_council_is_found(text: str, found: list[str]) -> None:
    places = boroughs.find(text)
    assert names(places) == found
    assert all(text[place.start : place.end] == place.text for place in places)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_name_inside_another_name_is_refused(text: str) -> None:
    assert boroughs.find(text) == []


@pytest.mark.parametrize(("label", "found"), LABELS.values(), ids=LABELS)
def test_a_row_label_names_boroughs(label: str, found: tuple[str, ...]) -> None:
    assert boroughs.in_label(label, {"Tri-borough": TRI}) == found


def test_a_group_without_a_definition_names_nothing() -> None:
    assert boroughs.in_label("Tri-borough") == ()
    assert boroughs.find("The Tri-borough asked") == []


def test_a_defined_group_counts_in_prose() -> None:
    (place,) = boroughs.find("The Tri-borough asked", groups={"Tri-borough": TRI})
    assert (place.text, place.boroughs) == ("Tri-borough", TRI)


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("the Tri-borough (LBHF, RBKC, Westminster) bid", {"Tri-borough": TRI}),
        ("Tri-borough (Hammersmith & Fulham, Kensington & Chelsea, Westminster)\t£1", {"Tri-borough": TRI}),
        ("In this paper Tri-borough means LBHF, RBKC and\nWestminster. Nurses", {"Tri-borough": TRI}),
        ("He means Brent and a charity.", {}),
        ("the BCU cluster (Brent and Barnet)", {"BCU cluster": ("Barnet", "Brent")}),
        ("through WLA (Brent, Ealing)", {"WLA": ("Brent", "Ealing")}),
        ("Five boroughs (Brent, Ealing, Harrow and Hounslow)", {}),
        ("money for victims (Brent and Harrow)", {}),
        ("a multi-borough partnership (Brent, Ealing)", {}),
        ("Housing pilot (LB Lambeth)", {}),
        ("the WLA (Brent and a charity)", {}),
    ],
)
def test_a_document_defines_its_groups(text: str, defined: dict[str, tuple[str, ...]]) -> None:
    assert borough_groups.find(text) == defined


def test_there_are_33_official_names_in_order() -> None:
    assert len(boroughs.NAMES) == 33
    assert list(boroughs.NAMES) == sorted(boroughs.NAMES)


@pytest.mark.parametrize("name", boroughs.NAMES)
def test_every_official_name_is_found_as_itself(name: str) -> None:
    for spelt in (name, name.upper(), name.replace(" and ", " & "), name.replace(" ", "\n")):
        assert names(boroughs.find(f"the council of {spelt}.")) == [name]
        assert boroughs.in_label(spelt) == (name,)


def test_a_slice_keeps_its_place_in_the_text() -> None:
    text = "in Brent, then in Sutton"
    (place,) = boroughs.find(text, 12)
    assert text[place.start : place.end] == place.text == "Sutton"


PIECES = st.sampled_from(
    [
        "Barking",
        "Dagenham",
        "Tower",
        "Hamlets",
        "Kingston",
        "upon",
        "Camden",
        "LBHF",
        "LB",
        "&",
        "and",
        "-",
        "(",
        ")",
        ",",
        "/",
        "'s",
        "Trust",
        "City of London",
        " ",
        "\n",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for place in boroughs.find(text):
        assert text[place.start : place.end] == place.text
        assert set(place.boroughs) <= set(boroughs.NAMES)
    assert set(boroughs.in_label(text)) <= set(boroughs.NAMES)
    assert all(len(members) > 1 for members in borough_groups.find(text).values())
