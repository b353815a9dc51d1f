"""Whether a sentence's own money comes out of the decision that it cites: only where its words say so."""

from __future__ import annotations

import pytest

from mopacreg.chains import drawing, sentence

DRAWS = {
    "a share of what was committed": (
        "Change how {£1.8m:decided} of the {£17.2m:prior} committed in {PCD 10:amends} is bought.",
        "£1.8m",
    ),
    "out of": (
        "Use {£250,000:decided} in 2024/25, out of the {£1.8m:prior} approved by {PCD 10:funded-by}.",
        "£250,000",
    ),
    "from": ("Give {£40,000:decided} to boats from the {£2m:prior} approved by {PCD 10:cites}.", "£40,000"),
    "from the budget, no sum named": (
        "Lamps at {£9,000:decided} are met from the budget for canals of {PCD 10:funded-by}.",
        "£9,000",
    ),
    "within the envelope": (
        "Buy lamps for {£9,000:decided} within the envelope approved through {PCD 10:cites}.",
        "£9,000",
    ),
    "funded by": ("Lamps at {£9,000:decided} are funded by {PCD 10:funded-by}.", "£9,000"),
    "drawn down from": ("Approve {£9,000:decided}, drawn down from {PCD 10:funded-by}.", "£9,000"),
    "the envelope first": (
        "Of the {£2m:prior} approved in {PCD 10:cites}, {£9,000:decided} is for lamps.",
        "£9,000",
    ),
    "of which": ("{PCD 10:cites} approved {£2m:prior}, of which {£9,000:decided} is for lamps.", "£9,000"),
    "beside other money of its own": (
        "Approve {£70,000:decided} of grant and {£9,000:decided} out of the {£2m:prior} of {PCD 10:cites}.",
        None,
    ),
    "beside other money, but a share": (
        "Approve {£70,000:decided} for boats; and {£9,000:decided} of the {£2m:prior} of {PCD 10:cites}.",
        "£9,000",
    ),
    "another's envelope beside it": (
        "Use {£9,000:decided} out of the {£2m:prior} of {PCD 11:cites}, as {PCD 10:cites} asked.",
        None,
    ),
    "an extension may be new money": (
        "{PCD 10:extends} approved {£2m:prior}; it is extended at {£9,000:decided}.",
        None,
    ),
    "an amendment may be new money": (
        "This amends {PCD 10:amends}, which approved {£2m:prior}, and seeks {£9,000:decided}.",
        None,
    ),
    "on top of": ("Approve {£9,000:decided} on top of the {£2m:prior} of {PCD 10:cites}.", None),
    "in addition": ("Approve {£9,000:decided} in addition to the {£2m:prior} of {PCD 10:cites}.", None),
    "a rise": (
        "Increase the budget by {£9,000:decided} from the {£2m:prior} approved in {PCD 10:amends}.",
        None,
    ),
    "raised from and to": ("From the {£2m:prior} of {PCD 10:amends} to {£2.5m:decided} in all.", None),
    "the value of a contract": (
        "Vary, by {£9,000:decided}, the contract of {£2m:prior} that {PCD 10:amends} let.",
        None,
    ),
    "no money of its own": ("It is met from the {£2m:prior} of {PCD 10:funded-by}.", None),
    "money of the past": ("{£9,000:background} of the {£2m:prior} of {PCD 10:cites} was spent.", None),
    "income": ("Accept {£9,000:income} out of the {£2m:prior} of {PCD 10:funded-by}.", None),
    "a rate": ("Pay {£9,000:decided} each out of the {£2m:prior} of {PCD 10:funded-by}.", None),
    "two decisions at once": (
        "Use {£9,000:decided} out of the {£2m:prior} of {PCD 10:cites} and {PCD 11:cites}.",
        None,
    ),
    "the sum is in the next sentence": ("{PCD 10:funded-by} pays for it. Lamps cost {£9,000:decided}.", None),
    "a following decision": ("Following approval of {PCD 10:cites}, {£9,000:decided} is sought.", None),
}


@pytest.mark.parametrize(("marked", "drawn"), DRAWS.values(), ids=DRAWS)
def test_money_comes_out_of_a_decision_where_the_words_say_so(marked, drawn, made):
    decision, text = made("PCD 20", marked)
    (found,) = sentence.find(text, decision.cites, decision.money, {"PCD 10"})
    judged = drawing.judge(found)
    if drawn is None:
        assert isinstance(judged, drawing.Reason), judged
    else:
        amounts = {money.text: money.amount for money in decision.money}
        assert judged == amounts[drawn]


def test_a_sentence_over_several_printed_lines_is_one(made):
    decision, text = made(
        "PCD 20", "Lamps. Use {£9,000:decided}, out\nof the {£2m:prior} of\n{PCD 10:cites}. Boats."
    )
    (found,) = sentence.find(text, decision.cites, decision.money, {"PCD 10"})
    assert found.words == "Use £9,000, out\nof the £2m of\nPCD 10."
    assert [money.text for _, money in found.sums] == ["£9,000", "£2m"]


def test_a_paragraph_ends_a_sentence_that_has_no_stop(made):
    decision, text = made("PCD 20", "Use {£9,000:decided}\n\nout of {PCD 10:cites}")
    (found,) = sentence.find(text, decision.cites, decision.money, {"PCD 10"})
    assert found.words == "out of PCD 10"


def test_words_that_are_not_where_the_record_says_are_left_out(made):
    decision, _ = made("PCD 20", "{PCD 10:cites}")
    assert list(sentence.find("Something else.", decision.cites, (), {"PCD 10"})) == []
