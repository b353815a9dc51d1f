"""A form's signatures and its publication questions."""

import pytest

SIGNED = {
    "beside the word": "Date 12/03/2024",
    "behind a colon": "Date: 12 March 2024",
    "beside the signature": "Signature      Date 12-03-24",
    "on the next line": "Date\n\n12th March 2024",
    "markup": "**Date** 12/03/2024",
    "below it, beside the signature's residue": "Signature          Date\nSpue hunden        12th March 2024",
    "with a lost slash": "Date 12 03/2024",
    "below the residue of a signature that stands below the word": "Date\n\nSpue hunden\n\n12/03/2024",
    "with points and a short year": "Date: 12.3.24",
    "below both labels, behind the signature's residue": "Signature Date\n\nSpue hunden 12/03/2024",
    "below both labels, in cells": "| Signature | Date |\n|---|---|\n| Jo Reeve | 12/03/2024 |",
    "below the residue of a signature": "Spue hunden\n\nDate 12/03/2024",
}
UNSIGNED = {
    "no date": "Date",
    "no word": "12/03/2024 in blue ink",
    "a month alone": "Date March 2024",
    "nothing": "",
    "a paragraph's number": "Date 12.3.24 of the scheme",
    "in a sentence further below": "Date\n\nSpue hunden\n\n12/03/2024 was the day of the meeting",
    "two dates below both labels": "Signature Date\n\nSeen 11/03/2024 and 12/03/2024",
    "words behind a date below both labels": "Signature Date\n\nSeen 12/03/2024 by the team",
}


@pytest.mark.parametrize("words", SIGNED.values(), ids=SIGNED)
def test_the_deputy_mayors_date_is_beside_or_below_the_word(read, form_text, words):
    assert read(form_text().replace("Date 12/03/2024", words)).signed_on == "2024-03-12"


@pytest.mark.parametrize("words", UNSIGNED.values(), ids=UNSIGNED)
def test_without_a_day_it_is_not_signed(read, form_text, words):
    assert read(form_text().replace("Date 12/03/2024", words)).signed_on is None


def test_a_scanned_signature_is_no_name(read, form_text):
    assert read(form_text().replace("Signature", "Signature\n\nSpue hunden")).signed_by is None


def test_a_name_typed_as_the_signature_is_the_signers(read, form_text):
    assert read(form_text().replace("Signature", "Signature: Jo Reeve-Smith")).signed_by == "Jo Reeve-Smith"


@pytest.mark.parametrize("residue", ["Spue hunden", "KCome Sr", "m", "fLwd", "J. Reeve~", "Deputy Mayor"])
def test_what_a_scan_makes_of_a_signature_is_no_name_beside_the_word_either(read, form_text, residue):
    assert read(form_text().replace("Signature", f"Signature: {residue}")).signed_by is None


OFFICER = "OFFICER APPROVAL\n\n{}\n\nAdvice was taken and the paper is fit to be put forward.\n\nSignature\n\nDate {}"


@pytest.mark.parametrize(
    "role",
    [
        "Chief Executive Officer",
        "Chief Operating Officer",
        "Interim Chief Finance Officer",
        "Chief Executive",
        "Interim Chief Executive",
        "Chief Executive Officer (Acting)",
        "Chief Finance Officer - Interim",
        "Chief Finance Officer and Director of Corporate Services",
    ],
)
def test_an_officer_approves_under_a_post_with_a_date(form, role):
    decision = form(end=OFFICER.format(role, "13/03/2024"))
    assert (decision.officer_approval.role, decision.officer_approval.date) == (role, "2024-03-13")
    assert decision.signed_on == "2024-03-12", "the Deputy Mayor's date is the decision's"


@pytest.mark.parametrize("role", ["Interim Chief Executive", "Chief Executive Officer (Acting)"])
def test_an_officers_post_needs_no_heading_above_it(form, role):
    approval = form(end=OFFICER.removeprefix("OFFICER APPROVAL").format(role, "13/03/2024")).officer_approval
    assert (approval.role, approval.date) == (role, "2024-03-13")


def test_an_officer_may_not_have_dated(form):
    assert form(end=OFFICER.format("Chief Executive Officer", "")).officer_approval.date is None


def test_a_decision_without_an_officers_heading_has_no_approval(form):
    assert form(legal="The Chief Executive Officer may sign on 13/03/2024.").officer_approval is None


ACCESS = "Public access to information\n\nIt is published under the Act.\n\n"
DEFERRED = "Is the publication of this approval to be deferred? "
ANSWERS = {
    "YES": (DEFERRED + "YES", True),
    "NO": (DEFERRED + "NO", False),
    "No, with a point": (DEFERRED + "No.", False),
    "on the next line": (DEFERRED + "\n\nYES", True),
    "this form": ("Is the publication of this form to be deferred? NO", False),
    "the other questions on its line": (
        DEFERRED + "NO If yes, for what reason: Until what date:",
        False,
    ),
    "the other questions on its line, with answers": (
        DEFERRED + "YES If yes, for what reason: Bids. Until what date: March 2025",
        True,
    ),
    "an answer to another question": (DEFERRED + "If yes, for what reason: No", None),
    "no answer": (DEFERRED, None),
    "both offered": (DEFERRED + "YES/NO", None),
    "no question": ("", None),
}


@pytest.mark.parametrize(("words", "answer"), ANSWERS.values(), ids=ANSWERS)
def test_publication_is_deferred_where_the_form_says_so(form, words, answer):
    assert form(end=ACCESS + words).deferred is answer


PART_2 = {
    "a dash": ("Is there a part 2 form – YES", True),
    "a question mark": ("Is there a part 2 form? NO", False),
    "Part II": ("Is there a Part II form - Yes", True),
    "in bold letters": ("Is there a **Part 2** form – **NO**", False),
    "on the next line": ("Is there a part 2 form –\n\nNO", False),
    "with its reason": ("Is there a part 2 form – Yes (exempt under section 43)", True),
    "with words that deny": ("Is there a part 2 form – Yes, but it has no rates", True),
    "no answer": ("Is there a part 2 form –", None),
    "both offered": ("Is there a part 2 form – YES / NO", None),
    "no question": ("Part 2 holds the suppliers' rates. YES", None),
}


@pytest.mark.parametrize(("words", "answer"), PART_2.values(), ids=PART_2)
def test_there_is_a_part_2_where_the_form_says_so(form, words, answer):
    assert form(end=ACCESS + words).part_2 is answer


def publication(decision):
    return (decision.deferred, decision.deferral_reason, decision.deferred_until)


QUESTIONS = {
    "reason and date": (
        "YES\n\nIf yes, for what reason: Bids are open.\n\nUntil what date (if known): 31 January 2025",
        (True, "Bids are open.", "2025-01-31"),
    ),
    "on the next lines": (
        "YES\n\nIf yes, for what reason:\n\nBids are open.\n\nUntil what date:\n\n31/01/2025",
        (True, "Bids are open.", "2025-01-31"),
    ),
    "on one line": (
        "YES If yes, for what reason: Bids are open. Until what date: 31 January 2025",
        (True, "Bids are open.", "2025-01-31"),
    ),
    "on one line, left empty": ("NO If yes, for what reason: Until what date:", (False, None, None)),
    "a reason over two lines": (
        "YES\n\nIf yes, for what reason: Bids are\nopen until May.\n\nUntil what date: 31/01/2025",
        (True, "Bids are open until May.", "2025-01-31"),
    ),
    "a reason over two lines, the next question below": (
        "YES\nIf yes, for what reason:\nBids are\nopen.\nUntil what date: 31/01/2025",
        (True, "Bids are open.", "2025-01-31"),
    ),
    "a reason above a heading": (
        "YES\nIf yes, for what reason: Bids are open.\nORIGINATING OFFICER DECLARATION\n",
        (True, "Bids are open.", None),
    ),
    "left empty": ("NO\n\nIf yes, for what reason:\n\nUntil what date (if known):", (False, None, None)),
    "a month": (
        "YES\n\nIf yes, for what reason: Bids.\n\nUntil what date: March 2025",
        (True, "Bids.", "2025-03"),
    ),
    "a season": (
        "YES\n\nIf yes, for what reason: Bids.\n\nUntil what date: late Autumn 2024",
        (True, "Bids.", "2024"),
    ),
    "no date": (
        "YES\n\nIf yes, for what reason: Bids.\n\nUntil what date: when they close",
        (True, "Bids.", None),
    ),
    "part 2's reason is not deferral's": (
        "NO\n\nIf yes, for what reason:\n\nIs there a part 2 form – YES\n\nIf yes, for what reason: Rates",
        (False, None, None),
    ),
}


@pytest.mark.parametrize(("words", "expected"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_deferral_has_its_reason_and_its_end(form, words, expected):
    assert publication(form(end=ACCESS + DEFERRED + words)) == expected
