"""Dates of citations that the cited number makes impossible, and those that it only makes odd."""

import pytest

RULE = "cited-date-out-of-sequence"


def citing(decision, *cites, on="2022-12-14"):
    return decision(reference="PCD 1321", signed_on=on, cites=cites)


@pytest.mark.parametrize(
    ("reference", "claimed", "because"),
    [
        ("PCD 498", "2021-03", "PCD 544 was signed on 16 April 2019"),
        ("PCD 1066", "2019-10", "PCD 1065 was signed on 26 November 2021"),
        ("PCD 641", "2022-05", "PCD 697 was signed in February 2020"),
        ("PCD 79", "2014", "PCD 1 was signed in 2016"),
        ("DMPCD 2014 110", "2018-05-01", "its number is one of 2014"),
        ("DMPCD 2014 110", "2012", "its number is one of 2014"),
        ("PCD 1300", "2023-08", "signed itself on 14 December 2022"),
    ],
)
def test_a_date_that_can_t_be_right_is_found(found, decision, cite, reference, claimed, because):
    (finding,) = found(RULE, citing(decision, cite(reference, 45, claimed)))
    assert finding.line == 45
    assert because in finding.message


@pytest.mark.parametrize(
    ("reference", "claimed"),
    [
        ("PCD 544", "2019-04-16"), ("PCD 553", "2019-03-25"), ("PCD 560", "2018-11"), ("PCD 849", "2020-10"),
        ("PCD 948", "2021-03"), ("PCD 1022", "2021-08"), ("PCD 1188", "2022-05"), ("PCD 60", "2016"),
        ("DMPCD 2014 110", "2014"), ("DMPCD 2014 110", "2015-02"), ("DMPCD 453", "2018"),
        ("PCD 1320", "2023-01-10"), ("PCD 1320", None),
    ],
)  # fmt: skip
def test_a_date_that_may_be_right_is_fine(found, decision, cite, reference, claimed):
    assert not found(RULE, citing(decision, cite(reference, 45, claimed)))


def held(decision, number, on, **fields):
    return decision(reference=f"PCD {number}", signed_on=on, **fields)


def test_two_decisions_held_are_evidence_where_the_calendar_ends(found, decision, cite):
    paper = citing(decision, cite("PCD 1750", 45, "2025-12"), on=None)
    others = held(decision, 1760, "2024-11-01"), held(decision, 1770, "2024-12-02")
    (finding,) = found(RULE, paper, *others)
    assert "PCD 1770 was signed on 2 December 2024" in finding.message


def test_one_decision_held_is_not_evidence_enough(found, decision, cite):
    paper = citing(decision, cite("PCD 1750", 45, "2025-12"), on=None)
    assert not found(RULE, paper, held(decision, 1760, "2024-11-01"))


def test_one_misprinted_date_held_accuses_nobody(found, decision, cite):
    paper = citing(decision, cite("PCD 1750", 45, "2025-12"), on=None)
    assert not found(RULE, paper, held(decision, 1760, "2024-11-01"), held(decision, 1761, "2025-11-01"))


def test_a_date_held_that_the_calendar_contradicts_is_no_evidence(found, decision, cite):
    paper = citing(decision, cite("PCD 900", 45, "2020-12"))
    wrong = held(decision, 890, "2022-02-01"), held(decision, 891, "2022-02-02")
    assert not found(RULE, paper, *wrong)


def test_a_page_of_two_numbers_is_no_evidence(found, decision, cite):
    paper = citing(decision, cite("PCD 1750", 45, "2025-12"), on=None)
    unsure = [held(decision, number, "2024-11-01", title_reference="PCD 2") for number in (1760, 1770)]
    assert not found(RULE, paper, *unsure)


def test_the_same_paper_s_other_claims_are_evidence_and_named_as_such(found, decision, cite):
    claims = cite("PCD 1750", 45, "2025-12"), cite("PCD 1760", 46, "2024-11"), cite("PCD 1770", 47, "2024-12")
    (finding,) = found(RULE, citing(decision, *claims, on=None))
    assert "PCD 1770 was signed, as this paper says, in December 2024" in finding.message


def test_what_the_cited_decision_itself_bears_out_is_fine(found, decision, cite):
    paper = citing(decision, cite("PCD 498", 45, "2021-03"))
    assert not found(RULE, paper, held(decision, 498, "2021-03-09"))


def test_a_claim_that_is_made_twice_is_found_once(found, decision, cite):
    paper = citing(decision, cite("PCD 498", 45, "2021-03"), cite("PCD 498", 60, "2021-03"))
    assert [finding.line for finding in found(RULE, paper)] == [45]
