"""Rules on signatures: the date that is missing, the wrong order, the wrong holder."""

import pytest

from mopacreg.record import OfficerApproval

FORM = "Date 12/03/2024\n\nChief Executive Officer\n\nSignature\n\nDate {}\n"


def test_a_blank_date_is_found_at_its_label(found, decision):
    (finding,) = found(
        "date-missing", decision(signed_on=None), text="Patrols\n\nDate signed:\nDecision by: A Person"
    )
    assert finding.line == 3


def test_a_form_without_a_label_is_found_at_its_first_line(found, decision):
    (finding,) = found("date-missing", decision(signed_on=None, first_line=2), text="x\nPatrols\n")
    assert finding.line == 2


@pytest.mark.parametrize("fields", [{}, {"signed_on": "2021-01"}, {"signed_on": None, "listed_only": True}],
                         ids=["a day", "a month", "a listing page's entry"])  # fmt: skip
def test_a_decision_that_says_when_is_not(found, decision, fields):
    assert not found("date-missing", decision(**fields))


def signed(decision, on, advised):
    return decision(signed_on=on, officer_approval=OfficerApproval("Chief Executive Officer", advised))


def test_a_signature_a_day_before_the_advice_is_found_at_the_officer_s_date(found, decision):
    paper = signed(decision, "2024-03-12", "2024-03-13")
    (finding,) = found("signed-before-advice", paper, text=FORM.format("13/03/2024"))
    assert finding.line == 7
    assert "12 March 2024, 1 day before" in finding.message


@pytest.mark.parametrize(
    ("on", "advised"),
    [
        ("2024-03-13", "2024-03-13"),
        ("2024-03-14", "2024-03-13"),
        ("2024-03", "2024-03-31"),
        ("2024-03-12", None),
    ],
    ids=["the same day", "the day after", "some day of the month", "no date beside the officer's signature"],
)
def test_a_signature_that_may_follow_the_advice_is_fine(found, decision, on, advised):
    assert not found("signed-before-advice", signed(decision, on, advised))


def test_a_web_page_without_the_officer_s_part_is_fine(found, decision):
    assert not found("signed-before-advice", decision())


@pytest.mark.parametrize(
    ("name", "on"),
    [("Sophie Linden", "2016-05-08"), ("sophie  linden", "2024-11-01"), ("Stephen Greenhalgh", "2016-06"),
     ("Kaya Comer-Schwartz", "2024-09-30")],
)  # fmt: skip
def test_a_signer_out_of_office_is_found(found, decision, name, on):
    (finding,) = found("signed-out-of-office", decision(signed_by=name, signed_on=on))
    assert "held the office from" in finding.message


@pytest.mark.parametrize(
    ("name", "on"),
    [("Sophie Linden", "2016-05-09"), ("Sophie Linden", "2016-05"), ("Stephen Greenhalgh", "2016-05-07"),
     ("Kaya Comer-Schwartz", "2031-01-01"), ("Pat Nobody", "1999-01-01"), (None, "1999-01-01")],
)  # fmt: skip
def test_a_signer_in_office_or_unknown_is_fine(found, decision, name, on):
    assert not found("signed-out-of-office", decision(signed_by=name, signed_on=on))
