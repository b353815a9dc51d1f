"""Other decisions that a decision names: which, in what relation, and what it says of them."""

import pytest


def cites(decision):
    return [c.reference for c in decision.cites]


NAMED = {
    "with a space": ("Lamps came under PCD 401.", ["PCD 401"]),
    "without one": ("Lamps came under PCD401.", ["PCD 401"]),
    "two at once": ("Lamps came under PCDs 358 and 259.", ["PCD 358", "PCD 259"]),
    "in brackets": ("Lamps came first (PCD 890 and 1561).", ["PCD 890", "PCD 1561"]),
    "without a prefix": ("Lamps came under DMPC Decision 1435.", ["PCD 1435"]),
    "the old series": ("Lamps came under DMPCD 2015 96.", ["DMPCD 2015 96"]),
    "twice": ("PCD 401 paid for lamps. PCD 401 ends in May.", ["PCD 401", "PCD 401"]),
    "with a year of money behind it": ("PCD 401 2023/24 revised budget paid.", ["PCD 401"]),
    "over two lines": ("Lamps came under PCD\n401.", ["PCD 401"]),
}
NOT_NAMED = {
    "its own number": "This decision, PCD 900, pays for lamps.",
    "its own number, run together": "Lamps are in PCD900.",
    "a supplier": "MD5 Ltd has the contract.",
    "a framework": "It was let under RM1070.",
    "a contract": "It is contract SS315104.",
    "another office's paper": "See MOPAC 937-01.",
    "a request for information": "FOI 506 asked about it.",
    "a file's name in a link": "It is at https://www.example.org/pcd_401_lamps.pdf today.",
}


@pytest.mark.parametrize(("words", "references"), NAMED.values(), ids=NAMED)
def test_each_mention_of_a_decision_is_a_citation(form, words, references):
    assert cites(form(background=words)) == references


@pytest.mark.parametrize("words", NOT_NAMED.values(), ids=NOT_NAMED)
def test_what_is_no_other_decision_is_none(form, words):
    decision = form(background=words)
    assert (decision.cites, decision.external_cites) == ((), ())


def test_a_footer_is_no_citation(form):
    found = form(
        background="Canals run north.\n\nPCD 1406 March 2023 1\n\nPCD July 2020\n\n1.2 PCD 401 paid."
    )
    assert cites(found) == ["PCD 401"]


@pytest.mark.parametrize("reference", ["MD2623", "DD2459", "CEOD 24-2023"])
def test_decisions_of_others_are_kept_apart(form, reference):
    decision = form(background=f"The Mayor agreed it in {reference} last year.")
    assert decision.cites == ()
    assert [c.text for c in decision.external_cites] == [reference]


def test_a_citation_in_a_table_counts(form):
    assert cites(form(financial="They are these.\n\nDecision\tAmount\nPCD 401\t£5\nPCD 402\t£6")) == [
        "PCD 401",
        "PCD 402",
    ]


def test_neither_the_head_nor_the_sign_off_cites(form, form_text):
    text = form_text(title="Amendment to PCD 1700").replace("Signature", "PCD 1800 was signed before.")
    assert "PCD 1700" in text
    assert cites(form(title="Amendment to PCD 1700")) == []


RELATIONS = {
    "amends: reduces": "This decision reduces the budget of PCD 401.",
    "cites": "Lamps came under PCD 401.",
    "amends": "This decision amends PCD 401.",
    "amends: varies": "The DMPC is asked to vary the grant of PCD 401.",
    "amends: a variation of": "It is a variation of PCD 401.",
    "extends": "It is an extension of the contract let under PCD 401.",
    "extends: is to be extended": "The contract let by PCD 401 is now to be extended.",
    "cites: something else was to be": "PCD 401 allowed the hours of the canal to be extended.",
    "cites: charged otherwise": "Those charged against the law were seen in PCD 401.",
    "cites: was extended": "The contract let by PCD 401 was extended last year.",
    "funded-by: charged to": "Lamps are charged to the fund that PCD 401 set up.",
    "supersedes": "It supersedes PCD 401.",
    "supersedes: replaces": "It replaces PCD 401.",
    "supersedes: rescinds": "It rescinds PCD 401.",
    "continues": "It continues the work of PCD 401.",
    "continues: builds on": "It builds on PCD 401.",
    "funded-by": "Lamps are funded by PCD 401.",
    "funded-by: from": "Lamps are met from PCD 401.",
    "cites: the case that it approved was to replace": "PCD 401 approved the case to replace the boats.",
    "cites: an extension was approved": "In March 2019 the DMPC approved an extension to the lease (PCD 401).",
    "cites: let with an option": "The boats were let in May 2018 (PCD 401) for a year with an option to extend.",
    "cites: what it approved had been revised": "PCD 401 approved the revised plan.",
    "cites: what was revised was approved there": "A revised plan was approved in PCD 401.",
    "supersedes: what was approved there": "It replaces the plan that was approved in PCD 401.",
    "extends: sought in the same sentence": (
        "The DMPC has approved the lease (PCD 401) and an extension of it is now sought."
    ),
    "extends: recommended behind it": (
        "The lease was let in May 2018 (PCD 401); an extension to March 2024 is recommended."
    ),
    "amends: what is sought since": "Since PCD 401 was approved the scope has changed and a revised plan is sought.",
    "continues: in the present tense": "What PCD 401 accepted, the new grant continues.",
    "continues: by this decision, behind what was": (
        "PCD 401 was signed in May, and approved all of the patrols continued within this decision."
    ),
    "cites: what is now complete": "The DMPC approved replacing the lamps (PCD 401), which is now done.",
    "cites: who funded it": "PCD 401 approved the pilot, which was funded by the Home Office.",
    "extends: what it let is now extended": "PCD 401 let the boats, and this decision is an extension of that.",
    "extends: a recommendation": "Approve that the lease approved in PCD 401 be extended to March.",
    "continues: within this decision": "PCD 401 began the pilot, which is continued within this decision.",
}


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_sentence_says_the_relation(form, relation):
    assert [c.relation for c in form(background=RELATIONS[relation]).cites] == [relation.split(":")[0]]


def test_another_sentences_words_say_nothing_of_it(form):
    found = form(background="Lamps came under PCD 401. The lease of the boats is amended.")
    assert [c.relation for c in found.cites] == ["cites"]


def test_of_two_relations_each_decision_has_its_own(form):
    found = form(background="It extends PCD 401 and supersedes PCD 402.")
    assert [(c.reference, c.relation) for c in found.cites] == [
        ("PCD 401", "extends"),
        ("PCD 402", "supersedes"),
    ]


CLAIMS = {
    "an amount before it": ("£9,000 was approved in PCD 401.", 9_000, None),
    "an amount behind it": ("PCD 401 approved £9,000 for lamps.", 9_000, None),
    "what is asked now is not its amount": ("This decision amends PCD 401 and seeks £5,000.", None, None),
    "no amount": ("Lamps came under PCD 401.", None, None),
    "a decision in brackets": (
        "The DMPC approved £9,000 for lamps in July 2018 (PCD 401).",
        9_000,
        "2018-07",
    ),
    "a day": ("PCD 401, signed on 5 July 2018, allowed it.", None, "2018-07-05"),
    "a month": ("PCD 401 of July 2018 allowed it.", None, "2018-07"),
    "a day in brackets": ("PCD 401 (approved 05/07/2018) allowed it.", None, "2018-07-05"),
    "a contract's end in front of it": ("The lease expires on 31 March 2022 (PCD 401).", None, None),
    "a service's beginning": ("A pilot was launched in September 2019 (PCD 401).", None, None),
    "the beginning of a period": (
        "PCD 401 accepted £9,000 for the period 1 April 2021 to 31 March 2022.",
        9_000,
        None,
    ),
    "a year's beginning": ("PCD 401 accepted £9,000 for the year commencing 1 April 2021.", 9_000, None),
    "from a day to another": ("PCD 401 approved the lease, 1 April 2021 to 31 March 2022.", None, None),
    "what a year is named by": ("PCD 401 approved lamps for the summer 2021 programme.", None, None),
    "a decision of a day": ("The decision of 5 July 2018 (PCD 401) allowed it.", None, "2018-07-05"),
    "that of a month": ("This decision follows that of May 2019 (PCD 401).", None, "2019-05"),
    "behind a label": ("Previous decision: July 2018, PCD 401.", None, "2018-07"),
    "what was given then": ("Approval was given in July 2018 (PCD 401).", None, "2018-07"),
    "for so many years, then": ("PCD 401 approved the lease for three years in May 2019.", None, "2019-05"),
    "of a financial year, then": (
        "PCD 401 for the financial year 2019/20 was approved in May 2019.",
        None,
        "2019-05",
    ),
    "signed after it launched something": (
        "PCD 401 launched the scheme and was signed on 5 July 2018.",
        None,
        "2018-07-05",
    ),
    "let, and expiring later": (
        "It was let to Boats Ltd and expires on 31 March 2024 (PCD 401).",
        None,
        None,
    ),
    "a lease's beginning": ("The DMPC approved a lease starting in July 2018 (PCD 401).", None, None),
    "when it was awarded": ("The lease was awarded to Boats Ltd in May 2018 (PCD 401).", None, "2018-05"),
    "another event's date": ("PCD 401 pays for lamps until 31 March 2025.", None, None),
    "the next decision's date": ("PCD 401 and then PCD 402, signed on 5 July 2018, allowed it.", None, None),
}


@pytest.mark.parametrize(("words", "pounds", "date"), CLAIMS.values(), ids=CLAIMS)
def test_a_citation_keeps_what_the_sentence_claims_of_it(form, words, pounds, date):
    first = form(background=words).cites[0]
    assert (first.claimed_amount, first.claimed_date) == (pounds and pounds * 100, date)


def test_a_citation_has_its_words_place_and_line(form, form_text):
    parts = {"background": "Canals run.\n\n1.2 Lamps came under **PCD401**."}
    (cited,) = form(**parts).cites
    assert (cited.text, cited.place) == ("PCD401", "1.2")
    assert cited.text in form_text(**parts).split("\n")[cited.line - 1]


TWO_CLAIMS = "PCD 401 (July 2018) approved £9,000 and PCD 402 (May 2019) £8,000 for boats."


def test_of_two_decisions_each_has_its_own_amount(form):
    claimed = [c.claimed_amount for c in form(background=TWO_CLAIMS).cites]
    assert claimed[0] == 900_000
    assert claimed[1] in (800_000, None), "no other decision's amount"


def test_of_two_decisions_each_has_its_own_date(form):
    assert [c.claimed_date for c in form(background=TWO_CLAIMS).cites] == ["2018-07", "2019-05"]


BEFORE_IT = {
    "the date before a decision": ("In July 2018 PCD 401 approved £9,000.", 900_000, "2018-07"),
    "the day on which it was signed": ("On 5 July 2018 the DMPC signed PCD 401.", None, "2018-07-05"),
}


@pytest.mark.parametrize(("words", "amount", "date"), BEFORE_IT.values(), ids=BEFORE_IT)
def test_what_is_claimed_may_stand_before_the_citation(form, words, amount, date):
    (cited,) = form(background=words).cites
    assert (cited.claimed_amount, cited.claimed_date) == (amount, date)


@pytest.mark.parametrize(
    "words", ["It goes beside PCD 401 and does not replace it.", "Nothing here amends PCD 401."]
)
def test_a_relation_that_is_denied_is_none(form, words):
    assert [c.relation for c in form(background=words).cites] == ["cites"]


NEXT_SENTENCE = {
    "extends": "PCD 401 let the contract. This decision extends that contract for a year.",
    "continues": "PCD 401 set the terms. This paper continues the scheme for one more year.",
    "cites: something else is said": "PCD 401 let the contract. This decision extends help to boats.",
    "cites: of another decision": "PCD 401 let it. This decision extends the contract of PCD 402.",
}


@pytest.mark.parametrize("relation", NEXT_SENTENCE)
def test_the_next_sentence_may_say_the_relation(form, relation):
    assert form(background=NEXT_SENTENCE[relation]).cites[0].relation == relation.split(":")[0]


def test_the_end_of_a_period_is_no_date_of_signing(form):
    words = "A first term, from October 2019 to March 2020, was agreed in PCD 401."
    assert [c.claimed_date for c in form(background=words).cites] == [None]


def test_when_something_else_is_to_happen_is_no_date_of_signing(form):
    words = "In PCD 401 the DMPC agreed that MOPAC should take up the new powers in October 2024."
    assert [c.claimed_date for c in form(background=words).cites] == [None]
