"""A chain is followed both ways, however it goes round, and each decision's own links stand once."""

from __future__ import annotations

import pytest

from mopacreg.chains.walk import AGAIN, CYCLE, chain


def met(steps):
    return [(step.level, step.name, step.mark) for step in steps]


def test_what_came_before_and_after_is_followed_to_its_ends(holding):
    db = holding({"PCD 3": "{PCD 2:extends}", "PCD 2": "{PCD 1:cites}", "PCD 4": "{PCD 3:cites}"})
    found = chain(db, "PCD 2", 0)
    assert met(found.before) == [(1, "PCD 1", "")]
    assert met(found.after) == [(1, "PCD 3", ""), (2, "PCD 4", "")]
    assert sorted(found.held) == ["PCD 2", "PCD 3", "PCD 4"]


def test_two_decisions_that_cite_each_other_stand_once_and_are_marked(holding):
    db = holding({"PCD 623": "{PCD 631:cites}", "PCD 631": "{PCD 623:cites}"})
    found = chain(db, "PCD 623", 0)
    assert met(found.before) == [(1, "PCD 631", ""), (2, "PCD 623", CYCLE)]
    assert met(found.after) == [(1, "PCD 631", ""), (2, "PCD 623", CYCLE)]


def test_a_decision_reached_twice_is_gone_on_from_at_the_nearest_entry(holding):
    db = holding({"PCD 4": "{PCD 3:cites} {PCD 2:cites}", "PCD 3": "{PCD 2:cites}", "PCD 2": "{PCD 1:cites}"})
    assert met(chain(db, "PCD 4", 0).before) == [
        (1, "PCD 3", ""),
        (2, "PCD 2", AGAIN),
        (1, "PCD 2", ""),
        (2, "PCD 1", ""),
    ]


def test_the_depth_ends_the_chain_and_what_is_left_out_is_counted(holding):
    db = holding({"PCD 3": "{PCD 2:cites}", "PCD 2": "{PCD 1:cites} {PCD 9:cites}", "PCD 1": "{PCD 8:cites}"})
    (step,) = chain(db, "PCD 3", 1).before
    assert (step.name, step.further) == ("PCD 2", 2)
    assert [step.further for step in chain(db, "PCD 3", 2).before] == [0, 1, 0]


@pytest.mark.parametrize(("before", "after", "counts"), [(True, False, (1, 0)), (False, True, (0, 1))])
def test_one_way_alone_can_be_followed(before, after, counts, holding):
    db = holding({"PCD 3": "{PCD 2:cites}", "PCD 2": "{PCD 1:cites}"})
    found = chain(db, "PCD 2", 3, before, after)
    assert (len(found.before), len(found.after)) == counts


def test_of_several_mentions_the_first_that_says_how_and_any_claim_make_the_link(holding):
    db = holding({"PCD 2": "{PCD 1:cites:2021-03}\n{PCD 1:amends}\n{£5,000:prior} {PCD 1:extends}"})
    (step,) = chain(db, "PCD 2", 0).before
    link = step.link
    assert (link.relation, link.line, link.claimed_amount, link.claimed_date) == (
        "amends",
        2,
        500_000,
        "2021-03",
    )


def test_a_decision_that_is_only_cited_has_a_chain_of_what_cites_it(holding):
    found = chain(holding({"PCD 2": "{PCD 1:cites}"}), "PCD 1", 0)
    assert (met(found.before), met(found.after)) == ([], [(1, "PCD 2", "")])


def test_the_letters_of_the_old_series_mean_the_pcd_that_is_held(holding):
    db = holding({"PCD 500": "{DMPCD 453:cites} {DMPCD 2016 79:cites}", "PCD 453": "-", "PCD 79": "-"})
    assert [step.name for step in chain(db, "PCD 500", 0).before] == ["PCD 453", "PCD 79"]
    assert [step.name for step in chain(db, "PCD 453", 0).after] == ["PCD 500"]


def test_an_old_decision_that_is_not_held_stays_itself(holding):
    db = holding({"PCD 500": "{DMPCD 453:cites} {DMPCD 2014 79:cites}", "PCD 79": "-"})
    assert [step.name for step in chain(db, "PCD 500", 0).before] == ["DMPCD 453", "DMPCD 2014 79"]


def test_a_long_chain_is_no_trouble(holding):
    db = holding({f"PCD {n}": f"{{PCD {n - 1}:cites}}" for n in range(3000, 1500, -1)})
    assert len(chain(db, "PCD 3000", 0).before) == 1500
