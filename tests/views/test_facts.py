"""One fact in a few words."""

import pytest

from mopacreg.record import Decision, OfficerApproval, Reading
from mopacreg.views.facts import said, worth
from mopacreg.views.why import index


@pytest.mark.parametrize(
    ("approval", "words"),
    [
        (OfficerApproval("Chief Executive Officer", "2024-03-13"), "Chief Executive Officer, 2024-03-13"),
        (OfficerApproval("Chief Operating Officer", None), "Chief Operating Officer"),
        (None, None),
    ],
)
def test_an_officers_approval_is_a_role_and_a_date(
    approval: OfficerApproval | None, words: str | None
) -> None:
    assert said(Decision("PCD 1", "A title", officer_approval=approval), "officer_approval") == words


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision("PCD 1", "A title", value=25_000_00), "£25,000"),
        (Decision("PCD 1", "A title"), "no new money read"),
        (Decision("PCD 1", "A title", listed_only=True), "not known: only a listing page is held"),
        (Decision("PCD 1", "A title", value=25_000_00, listed_only=True), "£25,000"),
    ],
    ids=["stated", "none in the paper", "a listing page's entry", "an entry that a person corrected"],
)
def test_a_value_that_is_not_there_says_why(decision: Decision, words: str) -> None:
    assert worth(decision) == words


def test_facts_are_listed_in_the_records_order_whatever_was_read_first() -> None:
    read = [
        Reading(field, 1, 0, 1, "a rule") for field in ("value", "title", "money 2", "money 10", "reference")
    ]
    fields = [row[0] for row in index(Decision("PCD 1", "A title"), read).rows]
    assert fields == ["reference", "title", "value", "money 2", "money 10"]
