"""Rules on citations: whether what is cited is held, and is what it is said to be."""

from dataclasses import replace

import pytest


def test_each_decision_that_is_not_held_is_found_once_with_its_lines(found, decision, cite):
    paper = decision(cites=(cite("PCD 800", 9), cite("PCD 800", 9), cite("PCD 700", 12), cite("PCD 800", 30)))
    first, second = found("cited-decision-missing", paper)
    assert (first.line, second.line) == (9, 12)
    assert "PCD 800 is cited (lines 9 and 30)" in first.message


def test_many_lines_are_not_all_named(found, decision, cite):
    (finding,) = found("cited-decision-missing", decision(cites=tuple(cite("PCD 800", n) for n in range(8))))
    assert "(lines 0, 1, 2, 3 and 4 and 3 more)" in finding.message


@pytest.mark.parametrize(
    ("cited", "held"),
    [
        ("PCD 800", {"reference": "PCD 800"}),
        ("PCD 800", {"reference": "PCD 800", "listed_only": True}),
        ("PCD 800", {"reference": "PCD 880", "title_reference": "PCD 800"}),
        ("DMPCD 453", {"reference": "PCD 453"}),
        ("DMPCD 2016 79", {"reference": "PCD 79"}),
    ],
    ids=["held", "on a listing page", "by its title", "an old prefix", "an old prefix with its year"],
)
def test_what_is_held_in_any_way_is_not_missing(found, decision, cite, cited, held):
    assert not found("cited-decision-missing", decision(cites=(cite(cited),)), decision(**held))


def test_an_old_number_is_not_a_new_one_s(found, decision, cite):
    paper = decision(cites=(cite("DMPCD 2015 79"),))
    assert found("cited-decision-missing", paper, decision(reference="PCD 79"))


def test_decisions_of_others_are_none_of_these(found, decision, cite):
    assert not found("cited-decision-missing", decision(external_cites=(cite("MD 2623"),)))


def test_a_date_that_the_cited_decision_does_not_bear_is_found(found, decision, cite):
    paper = decision(
        cites=(cite("PCD 800", 9, claimed_date="2020-03"), cite("PCD 800", 11, claimed_date="2020-03"))
    )
    (finding,) = found("cited-fact-mismatch", paper, decision(reference="PCD 800", signed_on="2020-08-04"))
    assert finding.line == 9
    assert "in March 2020; as held it was signed on 4 August 2020" in finding.message


@pytest.mark.parametrize("claimed", ["2020-08-04", "2020-08", "2020"])
def test_a_date_in_which_the_day_lies_is_fine(found, decision, cite, claimed):
    paper = decision(cites=(cite("PCD 800", claimed_date=claimed),))
    assert not found("cited-fact-mismatch", paper, decision(reference="PCD 800", signed_on="2020-08-04"))


def test_a_date_of_one_of_two_decisions_under_the_number_is_fine(found, decision, cite):
    paper = decision(cites=(cite("PCD 800", claimed_date="2020-08"),))
    both = [decision(reference="PCD 800", signed_on=on) for on in ("2020-08-04", "2020-02-01")]
    assert not found("cited-fact-mismatch", paper, *both)


def test_a_sum_that_is_a_slip_of_the_cited_decision_s_is_found(found, decision, cite, money):
    paper = decision(cites=(cite("PCD 800", amount=1_256_000),))
    other = decision(reference="PCD 800", value=126_500_000, money=(money(1_265_000),))
    (finding,) = found("cited-fact-mismatch", paper, other)
    assert "£1,256,000; as held it approved £1,265,000" in finding.message


@pytest.mark.parametrize(
    ("claimed", "text"),
    [(1_265_000, None), (1_300_000, "£1.3m"), (1_140_000, None), (500_000, None)],
    ids=["the value", "the value rounded", "another sum of it", "nothing like it"],
)
def test_a_sum_that_may_be_one_of_its_is_fine(found, decision, cite, money, claimed, text):
    paper = decision(
        cites=(cite("PCD 800", amount=claimed),), money=(money(claimed, "1.2", 20, "prior", text=text),)
    )
    other = decision(reference="PCD 800", value=126_500_000, money=(money(1_265_000), money(1_140_000)))
    assert not found("cited-fact-mismatch", paper, other)


@pytest.fixture
def called(found, decision, cite, section):
    """What is found where the words beside a citation of a decision held call it something."""

    def called(words, title="Custody Visitor Training", text="", **held):
        citation = replace(cite("PCD 800", line=40), place="4.1")
        paper = decision(sections=section(words), cites=(citation,))
        return found(
            "cited-fact-mismatch", paper, decision(reference="PCD 800", title=title, **held), text=text
        )

    return called


@pytest.mark.parametrize(
    "words",
    [
        "It follows PCD 800 (\u201cBody Worn Video\u201d), which was signed.",
        'It follows PCD 800, entitled "Body Worn Video".',
        "It follows PCD 800 \u2013 \u2018Driver\u2019s Body Worn Video\u2019 \u2013 of last year.",
        'It follows "Body Worn Video" (PCD 800).',
    ],
    ids=["in brackets", "entitled", "behind a dash", "before the number"],
)
def test_a_title_in_quotes_that_is_another_s_is_found(called, words):
    (finding,) = called(words)
    assert finding.line == 40
    assert 'Body Worn Video"; as held it is titled "Custody Visitor Training"' in finding.message


@pytest.mark.parametrize(
    ("words", "title", "text"),
    [
        ('It follows PCD 800, "Training of Visitors".', "Custody Visitor Training", ""),
        ('It follows PCD 800, "CVT Phase 2".', "Custody Visitor Training", ""),
        ('It follows PCD 800, "Violence Reduction Unit".', "VRU Programmes 2021", ""),
        ('It follows PCD 800, "Commissioned Services".', "Commissioning Framework", ""),
        ('It follows PCD 800 ("the Body Worn Agreement").', "Custody Visitor Training", ""),
        ('It follows PCD 800 and "Body Worn Video".', "Custody Visitor Training", ""),
        ('It follows PCD 800, "Nimbus".', "Custody Visitor Training", ""),
        ('It follows PCD 800, "Operation Nimbus".', "Custody Visitor Training", "known as operation Nimbus"),
        ("It follows PCD 800 on Body Worn Video.", "Custody Visitor Training", ""),
        ('It follows PCD 8001, "Body Worn Video".', "Custody Visitor Training", ""),
        ('It follows PCD 800, "Body Worn Video".', None, ""),
    ],
    ids=[
        "one word shared",
        "its initials",
        "initials held",
        "a word in another form",
        "a name given here",
        "not beside it",
        "one word only",
        "named so in its text",
        "not in quotes",
        "another number",
        "no title held",
    ],
)
def test_what_may_be_the_title_or_none_is_fine(called, words, title, text):
    assert not called(words, title, text)
