"""References in every spelling that is published, and what only looks like one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mopacreg.values import references

FOUND = {
    "plain": ("see PCD 1648.", [("PCD 1648", "PCD 1648")]),
    "no space": ("PCD1406 sets budgets", [("PCD1406", "PCD 1406")]),
    "hyphen": ("PCD-1648", [("PCD-1648", "PCD 1648")]),
    "small letters, leading zero": ("pcd 03", [("pcd 03", "PCD 3")]),
    "broken over two lines": ("under PCD\n1406 and", [("PCD\n1406", "PCD 1406")]),
    "number spelt out": ("PCD No. 1406", [("PCD No. 1406", "PCD 1406")]),
    "plural": ("PCDs 358 and 259 on tags", [("PCDs 358", "PCD 358"), ("259", "PCD 259")]),
    "pair in brackets": ("(PCD 890 and 1561)", [("PCD 890", "PCD 890"), ("1561", "PCD 1561")]),
    "list": (
        "PCD 358, 359 and 360",
        [("PCD 358", "PCD 358"), ("359", "PCD 359"), ("360", "PCD 360")],
    ),
    "slash": ("PCD 623/631", [("PCD 623", "PCD 623"), ("631", "PCD 631")]),
    "each with its letters": ("PCD 358 and PCD 359", [("PCD 358", "PCD 358"), ("PCD 359", "PCD 359")]),
    "decision of the DMPC": ("DMPC Decision 1435", [("DMPC Decision 1435", "PCD 1435")]),
    "both words": ("DMPC Decision PCD 1435", [("PCD 1435", "PCD 1435")]),
    "no prefix": ("See Decision 1683 for it", [("Decision 1683", "PCD 1683")]),
    "old series": ("DMPCD 2015 96", [("DMPCD 2015 96", "DMPCD 2015 96")]),
    "old series, slash, no financial year": ("by DMPCD 2013/96", [("DMPCD 2013/96", "DMPCD 2013 96")]),
    "old series, dash": ("DMPCD 2014 – 04", [("DMPCD 2014 – 04", "DMPCD 2014 4")]),
    "old series, swapped": ("DMPCD 15 2014", [("DMPCD 15 2014", "DMPCD 2014 15")]),
    "old series, listed": (
        "DMPC Decisions 2014 110 and 2015 46 set",
        [("DMPC Decisions 2014 110", "DMPCD 2014 110"), ("2015 46", "DMPCD 2015 46")],
    ),
    "old series, a year for two": (
        "DMPCD 2015 46 and 47",
        [("DMPCD 2015 46", "DMPCD 2015 46"), ("47", "DMPCD 2015 47")],
    ),
    "financial year after": ("PCD 1456 2023/24 revised budget", [("PCD 1456", "PCD 1456")]),
    "date after": ("PCD 365 05 April 2018", [("PCD 365", "PCD 365")]),
    "year after": ("PCD 498 2021", [("PCD 498", "PCD 498")]),
    "footer, which the caller knows": ("PCD 1406 March 2023 1", [("PCD 1406", "PCD 1406")]),
    "count after, singular": ("PCD 358 and 120 officers", [("PCD 358", "PCD 358")]),
    "count after, plural": ("PCDs 358 and 22 boroughs", [("PCDs 358", "PCD 358")]),
    "year in a list": ("PCDs 358 and 2021", [("PCDs 358", "PCD 358")]),
    "tight dash before a title": ("PCD 1633-New Contract", [("PCD 1633", "PCD 1633")]),
    "download row": ("Download | DMPCD 2015 44 | 164 KB |", [("DMPCD 2015 44", "DMPCD 2015 44")]),
}

EXTERNAL = {
    "Mayor's, no space": ("MD2623", "MD2623"),
    "Mayor's": ("under MD 2623,", "MD2623"),
    "Mayor's, in words": ("Mayoral Decision 2623", "MD2623"),
    "director's": ("DD2459", "DD2459"),
    "assistant director's": ("ADD2345", "ADD2345"),
    "chief executive's": ("CEOD 24-2023", "CEOD 24-2023"),
}

DOUBTED = {
    "slip": ("PD 1599", "PCD 1599"),
    "no year": ("DMPCD 453", "DMPCD 453"),
    "no year, in brackets": ("DMPCD (112)", "DMPCD 112"),
    "old prefix used late": ("DMPCD 2016/79", "DMPCD 2016 79"),
    "second number after the new prefix": ("PCD 2015 96", "DMPCD 2015 96"),
    "may be a year": ("PCD 2021", "PCD 2021"),
}

NONE = {
    "supplier": "MD5 Ltd",
    "framework": "RM1070",
    "contract": "SS315104",
    "office's own file": "MOPAC 937-01",
    "information request": "FOI 506",
    "PDF's name": "pcd_225_some_strategy_2017.pdf",
    "PDF's name with its number first": "PCD-1648-final-report.pdf",
    "address": "https://example.org/decisions/pcd-1022",
    "address's path": 'href="/mopac/decisions/pcd-1022"',
    "form's footer": "PCD July 2020",
    "form's footer with a day": "PCD 5 July 2020",
    "letters alone": "the PCD form",
    "plan": "PCP 2022-25",
    "page number on the next line": "PCD\n1",
    "too long": "PCD 12345",
    "zero": "PCD 0",
    "decimal": "PCD 1.5",
    "amount": "PCD 1,500",
    "percentage": "PCD 50%",
    "financial year": "PCD 2021/22 budget",
    "year alone": "DMPCD 2015",
    "a panel's decision": "Decision 2 of the panel",
    "a paragraph": "decision 1.3",
    "small letter, year": "the decision 2022/23",
    "another body's": "Cabinet Decision 1683",
    "European": "Council Framework Decision 2002/475",
    "a heading, then a number": "Commissioning Decisions\n1435",
    "inside a word": "XPCD 12",
}


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_references_are_found(text: str, found: list[tuple[str, str]]) -> None:
    mentions = references.find(text)
    assert [(mention.text, mention.reference) for mention in mentions] == found
    assert not any(mention.external or mention.doubt for mention in mentions)


@pytest.mark.parametrize(("text", "reference"), EXTERNAL.values(), ids=EXTERNAL)
def test_decisions_of_others_are_kept_apart(text: str, reference: str) -> None:
    (mention,) = references.find(text)
    assert (mention.reference, mention.external) == (reference, True)
    assert references.read(text) is None


@pytest.mark.parametrize(("text", "reference"), DOUBTED.values(), ids=DOUBTED)
def test_a_doubtful_reading_says_so(text: str, reference: str) -> None:
    (mention,) = references.find(text)
    assert mention.reference == reference
    assert mention.doubt


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_like_a_reference_is_refused(text: str) -> None:
    assert references.find(text) == []


def test_a_slice_keeps_its_place_in_the_text() -> None:
    text = "PCD 12, then PCD 345"
    (mention,) = references.find(text, 7)
    assert text[mention.start : mention.end] == mention.text == "PCD 345"
    assert references.find(text, 7, 16) == []


@pytest.mark.parametrize(
    ("value", "reference"),
    [
        ("PCD 1648", "PCD 1648"),
        ("PCD1406", "PCD 1406"),
        ("**PCD 98**", "PCD 98"),
        ("DMPCD 2015 – 104", "DMPCD 2015 104"),
        ("DMPCD 453", "DMPCD 453"),
        ("DMPC Decision – PCD 1065", "PCD 1065"),
        ("REQUEST FOR DMPC DECISION – DMPCD 2015 96", "DMPCD 2015 96"),
        ("PD 1599", None),
        ("Date signed:", None),
        ("This decision, PCD 1032, seeks", None),
        ("", None),
    ],
)
def test_a_label_value_is_read_or_is_no_reference(value: str, reference: str | None) -> None:
    mention = references.read(value)
    assert (mention.reference if mention else None) == reference
    assert mention is None or mention.doubt is None


@pytest.mark.parametrize(
    ("title", "rest", "reference"),
    [
        ("PCD 1633 Custody Contract", "Custody Contract", "PCD 1633"),
        ("PCD 1633 - Custody Contract", "Custody Contract", "PCD 1633"),
        ("PCD 1633: Custody Contract", "Custody Contract", "PCD 1633"),
        ("DMPCD 2015 96 Victims' Grants", "Victims' Grants", "DMPCD 2015 96"),
        ("PCD 1456 2023/24 Budget", "2023/24 Budget", "PCD 1456"),
        ("DMPC Decision – PCD 1065", "", "PCD 1065"),
        ("Extension of PCD 498", "Extension of PCD 498", None),
        ("PCDs 358 and 259 review", "PCDs 358 and 259 review", None),
        ("MD2623 Grant", "MD2623 Grant", None),
        ("Custody Contract", "Custody Contract", None),
    ],
)
def test_a_title_loses_the_reference_printed_before_it(title: str, rest: str, reference: str | None) -> None:
    stripped, mention = references.strip(title)
    assert (stripped, mention.reference if mention else None) == (rest, reference)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1648", ["PCD 1648"]),
        ("pcd1648", ["PCD 1648"]),
        (" PCD-1648 ", ["PCD 1648"]),
        ("PCD 03", ["PCD 3"]),
        ("96", ["PCD 96", "DMPCD 96"]),
        ("DMPCD 2015/96", ["DMPCD 2015 96"]),
        ("dmpcd 2015 96", ["DMPCD 2015 96"]),
        ("2015 96", ["DMPCD 2015 96"]),
        ("96/2015", ["DMPCD 2015 96"]),
        ("dmpcd 453", ["DMPCD 453", "PCD 453"]),
        ("decision 1683", ["PCD 1683"]),
        ("md2623", ["MD2623"]),
        ("CEOD 24-2023", ["CEOD 24-2023"]),
        ("12345", []),
        ("£25,000", []),
        ("Camden", []),
        ("", []),
    ],
)
def test_typed_words_mean_references(words: str, meant: list[str]) -> None:
    assert references.typed(words) == meant


def test_references_sort_by_number_and_not_by_letter() -> None:
    order = [
        "CEOD 24-2023",
        "DMPCD 453",
        "DMPCD 2014 110",
        "DMPCD 2015 96",
        "DMPCD 2015 104",
        "PCD 98",
        "PCD 1065",
    ]
    mixed = random.Random(7).sample(order, len(order))
    assert sorted(mixed, key=references.sort_key) == order


PIECES = st.sampled_from(
    [
        "PCD",
        "pcds",
        "DMPCD",
        "Decision",
        "MD",
        "PD",
        "CEOD",
        "-",
        "/",
        "(",
        ")",
        ",",
        "and",
        "1648",
        "2015",
        "96",
        "2",
        "0",
        ".pdf",
        "x",
        "_",
        "DMPC Decision",
        " ",
        "\n",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    end = 0
    for mention in references.find(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert 0 < mention.number < 10_000
        end = mention.end
    references.read(text)
    assert references.strip(text)[0] in text
    assert all(references.sort_key(reference) for reference in [*references.typed(text), text])


@given(st.integers(1, 9999), st.sampled_from(["PCD {}", "PCD{}", "PCD-{}", "pcd {}"]))
def test_every_number_reads_back(number: int, shape: str) -> None:
    mention = references.read(shape.format(number))
    assert mention is not None
    assert mention.reference == f"PCD {number}"
    assert references.typed(mention.reference)[0] == mention.reference
