"""How people name a fact, and which of its parts they can correct."""

import pytest

from mopacreg import fields
from mopacreg.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("budget 3", "budget_lines 3"),
        ("Signed-on", "signed_on"),
        ("signed on", "signed_on"),
        ("money", "money"),
        ("recommendation 1", "recommendations 1"),
        ("citation 2", "cites 2"),
        ("value", "value"),
    ],
)
def test_a_field_is_named_as_people_say_it(typed: str, field: str) -> None:
    assert fields.field_name(typed) == field


@pytest.mark.parametrize(
    ("typed", "reference", "rest"),
    [
        ("1648 value 25k", "1648", "value 25k"),
        ("PCD 1648 value", "PCD 1648", "value"),
        ("DMPCD 2015/96 budget 3", "DMPCD 2015/96", "budget 3"),
        ("pcd1648", "pcd1648", ""),
        ("lamps.txt signed on 2024", "lamps.txt", "signed on 2024"),
    ],
)
def test_the_field_begins_after_the_references_number(typed: str, reference: str, rest: str) -> None:
    assert fields.parted(typed.split()) == (reference, rest.split())


@pytest.mark.parametrize(
    ("typed", "said", "kind", "value"),
    [
        ("value 25k", "value", "money", "25k"),
        ("value 25000", "value", "money", "25000"),
        ("signed on 12 March 2024", "signed_on", "date", "12 March 2024"),
        ("date 2024", "signed_on", "date", "2024"),
        ("Title New lamps", "title", "text", "New lamps"),
        ("boroughs Camden, Brent", "boroughs", "boroughs", "Camden, Brent"),
        ("officer_approval.date 2024-03", "officer_approval.date", "date", "2024-03"),
        ("budget 3 40k", "budget_lines 3.amount", "money", "40k"),
        ("budget line 3.financial_year 24/25", "budget_lines 3.financial_year", "year", "24/25"),
        ("money 4.role prior", "money 4.role", fields.ENTRIES["money"]["role"], "prior"),
        ("recommendation 2 accept", "recommendations 2.action", "text", "accept"),
        ("cite 1 PCD 9", "cites 1.reference", "reference", "PCD 9"),
    ],
)
def test_what_is_corrected_and_the_value_are_told_apart(typed: str, said: str, kind: str, value: str) -> None:
    target, rest = fields.target(typed.split())
    assert (target.said, target.kind, " ".join(rest)) == (said, kind, value)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("colour red", "'colour' can't be corrected"),
        ("sections 1", "'sections' can't be corrected"),
        ("value.amount 5", "'value.amount' can't be corrected"),
        ("officer_approval x", "'officer_approval' can't be corrected"),
        ("budget 25k", "which of the budget_lines?"),
        ("budget", "which of the budget_lines?"),
        ("budget 3.line 4", "'line' of budget_lines can't be corrected"),
    ],
)
def test_what_cant_be_corrected_is_a_usage_error(typed: str, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        fields.target(typed.split())


@pytest.mark.parametrize(
    ("typed", "fact", "rest"),
    [
        ("budget", "budget_lines", []),
        ("budget 3", "budget_lines 3", []),
        ("budget 3.amount", "budget_lines 3", []),
        ("signed on", "signed_on", []),
        ("value 25k", "value", ["25k"]),
        ("officer_approval.role", "officer_approval", []),
    ],
)
def test_a_fact_is_named_as_a_whole(typed: str, fact: str, rest: list[str]) -> None:
    assert fields.whole(typed.split()) == (fact, rest)


def test_an_amount_cant_be_blank_and_a_date_can() -> None:
    assert not fields.target(["budget", "3"])[0].blank
    assert not fields.target(["cite", "3"])[0].blank
    assert fields.target(["date"])[0].blank
    assert fields.target(["reference"])[0].blank
