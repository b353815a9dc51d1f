"""What was approved, what is drawn on it and what is left: each pound once, and nothing guessed."""

from __future__ import annotations

import pytest

from mopacreg.chains.draws import Said, together
from mopacreg.chains.envelope import CLAIMED, HELD, envelope

A = "1. Approve {£10m:decided}."
B = "1. Use {£2m:decided} of the {£10m:prior} approved by {PCD 1:cites}."
C = "1. Use {£500,000:decided} out of the {£2m:prior} that {PCD 2:cites} allots."


def pounds(pence):
    assert pence % 100 == 0
    return pence // 100


def drawn(found):
    return [(entry.level, entry.on, entry.draw.by.name, pounds(entry.draw.amount)) for entry in found.entries]


def uncounted(found):
    return [aside.by.name for aside in found.asides]


def test_what_a_held_decision_approved_is_its_value_with_its_line(holding):
    found = envelope(holding({"PCD 1": A, "PCD 2": B}), "PCD 1")
    assert (pounds(found.approved), found.basis, found.line) == (10_000_000, HELD, 1)
    assert (pounds(found.drawn), pounds(found.left)) == (2_000_000, 8_000_000)


def test_what_a_decision_not_held_approved_is_what_others_say(holding):
    found = envelope(holding({"PCD 2": B}), "PCD 1")
    assert (found.held, pounds(found.approved), found.basis) == (None, 10_000_000, CLAIMED)
    assert (found.claim.by.name, found.line) == ("PCD 2", 1)
    assert pounds(found.left) == 8_000_000


def test_a_draw_on_a_share_is_nested_and_not_added(holding):
    found = envelope(holding({"PCD 1": A, "PCD 2": B, "PCD 3": C}), "PCD 1")
    assert drawn(found) == [(1, "PCD 1", "PCD 2", 2_000_000), (2, "PCD 2", "PCD 3", 500_000)]
    assert pounds(found.drawn) == 2_000_000


def test_money_said_to_come_out_of_the_share_and_of_the_whole_counts_in_the_share(holding):
    both = f"{C}\nThat is {{£500,000:decided}} of the {{£10m:prior}} of {{PCD 1:cites}} too."
    found = envelope(holding({"PCD 1": A, "PCD 2": B, "PCD 3": both}), "PCD 1")
    assert pounds(found.drawn) == 2_000_000
    assert [(aside.by.name, "PCD 2's share" in aside.why) for aside in found.asides] == [("PCD 3", True)]


def test_other_money_out_of_the_whole_counts_beside_the_share(holding, made):
    both = f"{C}\n2. Use {{£70,000:decided}} of the {{£10m:prior}} of {{PCD 1:cites}}."
    db = holding({"PCD 1": A, "PCD 2": B}, made("PCD 3", both, value=570_000_00))
    assert pounds(envelope(db, "PCD 1").drawn) == 2_070_000


def test_a_decision_that_says_it_thrice_draws_once(holding):
    found = envelope(holding({"PCD 1": A, "PCD 2": f"{B}\n{B}\n{B}"}), "PCD 1")
    assert drawn(found) == [(1, "PCD 1", "PCD 2", 2_000_000)]
    assert found.entries[0].draw.lines == (1, 2, 3)


def test_two_texts_of_one_decision_draw_once(holding, made):
    texts = [made("PCD 2", f"{B}{end}", title="Canal patrols") for end in ("", "\nWith an annex.")]
    assert pounds(envelope(holding({"PCD 1": A}, *texts), "PCD 1").drawn) == 2_000_000


def test_two_titles_under_one_reference_draw_once_and_it_is_said(holding, made):
    texts = [made("PCD 2", B, title=title) for title in ("Canal patrols", "Something else")]
    found = envelope(holding({"PCD 1": A}, *texts), "PCD 1")
    assert pounds(found.drawn) == 2_000_000
    assert [aside.why for aside in found.asides] == ["it is another text of a decision that is counted"]


def test_a_decision_that_only_mentions_it_is_listed_and_not_counted(holding):
    found = envelope(
        holding({"PCD 1": A, "PCD 2": "1. Approve {£5:decided}.\n\nSee {PCD 1:cites}."}), "PCD 1"
    )
    assert (found.drawn, uncounted(found)) == (0, ["PCD 2"])


def test_a_decision_that_commits_nothing_draws_nothing(holding, made):
    found = envelope(holding({"PCD 1": A}, made("PCD 2", B, value=None)), "PCD 1")
    assert (found.drawn, [aside.amount for aside in found.asides]) == (0, [200_000_000])


def test_more_than_a_decision_commits_is_not_believed(holding, made):
    found = envelope(holding({"PCD 1": A}, made("PCD 2", B, value=100)), "PCD 1")
    assert (found.drawn, uncounted(found)) == (0, ["PCD 2"])


def test_more_drawn_than_approved_is_over(holding):
    words = "Use {£6m:decided} of the {£10m:prior} approved by {PCD 1:cites}."
    found = envelope(holding({"PCD 1": A, "PCD 2": words, "PCD 3": words}), "PCD 1")
    assert pounds(found.left) == -2_000_000


def test_pence_are_exact(holding):
    words = "Use {£0.10:decided} of the {£990,324.28:prior} approved by {PCD 1:cites}."
    assert envelope(holding({"PCD 2": words}), "PCD 1").left == 99_032_418


@pytest.mark.parametrize("start", ["PCD 1", "PCD 2"])
def test_decisions_that_draw_on_each_other_come_to_an_end(start, holding):
    words = "Use {{£2m:decided}} of the {{£2m:prior}} approved by {{{}:cites}}."
    found = envelope(holding({"PCD 1": words.format("PCD 2"), "PCD 2": words.format("PCD 1")}), start)
    assert len(drawn(found)) == 1


def test_two_that_draw_on_each_other_out_of_a_third_are_not_lost(holding):
    def words(*others):
        return "\n".join(
            f"Use {{£2m:decided}} of the {{£2m:prior}} of {{{other}:cites}}." for other in others
        )

    found = envelope(
        holding({"PCD 1": A, "PCD 2": words("PCD 1", "PCD 3"), "PCD 3": words("PCD 1", "PCD 2")}), "PCD 1"
    )
    assert pounds(found.drawn) == 2_000_000


def test_where_its_own_money_comes_from_is_told(holding):
    found = envelope(holding({"PCD 1": A, "PCD 2": B}), "PCD 2")
    assert [(name, pounds(draw.amount)) for name, draw in found.sources] == [("PCD 1", 2_000_000)]


def claim(amount):
    return f"{{PCD 1:cites}} approved {{{amount}:prior}}."


@pytest.mark.parametrize(
    ("said", "approved"),
    [
        (["£17.2m", "£17.2m", "£5m"], 17_200_000),
        (["£17.2m", "£17,243,000"], 17_243_000),
        (["£17.2m", "£17.3m"], None),
        (["£17.2m", "£5m"], None),
        ([], None),
    ],
    ids=["most say so", "one is rounded", "they differ", "they differ widely", "nobody says"],
)
def test_of_what_others_say_the_sum_that_most_agree_on_counts(said, approved, holding):
    found = envelope(holding({f"PCD {n}": claim(amount) for n, amount in enumerate(said, 2)}), "PCD 1")
    assert found.approved == (None if approved is None else approved * 100)
    assert len(found.claims) == len(said)
    assert (found.left is None) == (approved is None)


def test_a_sum_said_of_two_decisions_is_not_known_of_either(holding):
    db = holding({"PCD 3": "{PCD 1:cites} and {PCD 2:cites} approved {£1.69m:prior}."})
    found = envelope(db, "PCD 1")
    assert (found.approved, [each.shared for each in found.claims]) == (None, [("PCD 2",)])


def test_a_held_decision_without_a_value_has_approved_what_others_say(holding):
    found = envelope(holding({"PCD 1": "Note the canals.", "PCD 2": B}), "PCD 1")
    assert (pounds(found.approved), found.basis, found.held.name) == (10_000_000, CLAIMED, "PCD 1")


def rec(number, amount):
    return Said(amount, f"recommendation {number}", number)


SUMMARY = Said(30, "summary", 1)


@pytest.mark.parametrize(
    ("said", "value", "amount"),
    [
        ([SUMMARY, SUMMARY], 30, 30),
        ([rec(1, 10), rec(2, 20), SUMMARY], 30, 30),
        ([rec(1, 30), rec(2, 30)], 100, 30),
        ([rec(1, 30), rec(2, 30)], 60, 60),
        ([rec(1, 10), rec(2, 20), rec(3, 30)], 90, 30),
        ([rec(1, 30), rec(2, 20)], 30, 30),
        ([rec(1, 10), rec(2, 20)], 900, 30),
    ],
    ids=["said again", "parts asked for", "one asked for twice", "two alike", "parts and whole", "a part again",
         "beside other money"],
)  # fmt: skip
def test_several_sums_are_added_only_where_they_are_different_money(said, value, amount):
    assert together(said, value) == amount
