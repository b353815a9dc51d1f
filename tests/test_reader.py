"""One paper from end to end: every fact under its name, each with the words that it was read from."""

import pytest

from mopacreg.errors import NotADecision

PARTS = {
    "title": "Canal Patrols",
    "summary": "Lamps on the towpaths are broken. This decision seeks £5,000 in 2024/25.\n\nCamden has most of them.",
    "recommendation": (
        "The DMPC is recommended to:\n\n1. Accept £3,000 from the Home Office in 2024/25.\n"
        "2. Approve £5,000 in 2024/25 for lamps."
    ),
    "background": "Lamps came first under PCD 401, which approved £9,000.",
    "financial": "The sums are these.\n\nItem\t2024/25\nLamps\t£3,000\nBoats\t£2,000\nTotal\t£5,000",
    "legal": "Contracts of £500,000 and above need the approval of the DMPC.",
    "end": (
        "Public access to information\n\nIs the publication of this approval to be deferred? NO\n\n"
        "Is there a part 2 form – YES\n\nORIGINATING OFFICER DECLARATION:\n\n"
        "Legal Advice: It was seen.\t✓\nDrafting Officer: Amy Bell has drafted this report.\t\n\n"
        "Chief Executive Officer\n\nThe paper is fit to be put forward.\n\nDate 13/03/2024"
    ),
}


@pytest.fixture(scope="module")
def decision(form):
    return form(**PARTS)


@pytest.fixture(scope="module")
def text(form_text):
    return form_text(**PARTS)


def test_the_head_and_the_signatures_are_read(decision):
    assert (decision.reference, decision.title, decision.layout) == ("PCD 900", "Canal Patrols", "pcd_form")
    assert (decision.signed_on, decision.officer_approval.date) == ("2024-03-12", "2024-03-13")
    assert (decision.deferred, decision.part_2, decision.drafted_by) == (False, True, "Amy Bell")


def test_the_summary_is_a_paragraph_a_line(decision):
    assert decision.summary.split("\n") == [
        "Lamps on the towpaths are broken. This decision seeks £5,000 in 2024/25.",
        "Camden has most of them.",
    ]


def test_the_money_is_read_once_each_mention_in_order(decision):
    assert [(m.text, m.role, m.place) for m in decision.money] == [
        ("£5,000", "decided", "summary"),
        ("£3,000", "income", "recommendation 1"),
        ("£5,000", "decided", "recommendation 2"),
        ("£9,000", "prior", "1.1"),
        ("£3,000", "decided", "3.1"),
        ("£2,000", "decided", "3.1"),
        ("£5,000", "total", "3.1"),
        ("£500,000", "threshold", "4.1"),
    ]
    assert decision.value == 500_000


def test_the_rest_is_read(decision):
    assert [(b.item, b.total) for b in decision.budget_lines] == [
        ("Lamps", False),
        ("Boats", False),
        ("Total", True),
    ]
    assert [(c.reference, c.claimed_amount) for c in decision.cites] == [("PCD 401", 900_000)]
    assert [(d.area, d.ticked) for d in decision.declarations] == [
        ("legal", True),
        ("drafting_officer", False),
    ]
    assert decision.boroughs == ("Camden",)
    assert [s.number for s in decision.sections] == ["1", "2", "3", "4"]


WORDS = {
    "reference": "PCD 900",
    "title": "Canal Patrols",
    "signed_on": "12/03/2024",
    "value": "£5,000",
    "money 2": "£3,000",
    "budget_lines 2": "£2,000",
    "cites 1": "PCD 401",
    "boroughs 1": "Camden",
    "officer_approval": "13/03/2024",
    "part_2": "YES",
    "deferred": "NO",
    "recommendations 2": "Approve £5,000 in 2024/25 for lamps.",
    "sections 3": "Financial Comments",
}


@pytest.mark.parametrize("field", WORDS)
def test_a_fact_keeps_the_words_that_it_was_read_from(decision, text, field):
    (reading,) = [r for r in decision.readings if r.field == field]
    assert text[reading.start : reading.end] == WORDS[field]
    assert text.split("\n")[reading.line - 1].count(WORDS[field]) >= 1
    assert reading.rule


def test_a_paper_read_with_line_ends_of_its_own_keeps_its_lines(read, text):
    spaced = "\n\n" + text.replace("\n", " \n")
    assert [m.line - 2 for m in read(spaced).money] == [m.line for m in read(text).money]


@pytest.mark.parametrize("text", ["", "Dear all,\n\nLunch is at one and costs £5.", "\x00\x01", "£" * 50])
def test_what_is_no_decision_is_refused_with_a_reason(read_all, text):
    with pytest.raises(NotADecision, match="no decision in it"):
        read_all(text)
