"""A chain and an envelope are shown with nothing added: what is not held is said to be, claims as claims."""

from __future__ import annotations

import pytest

from mopacreg.chains.claims import Claim
from mopacreg.chains.draws import Aside, Draw
from mopacreg.chains.envelope import CLAIMED, HELD, Entry, Envelope
from mopacreg.chains.walk import AGAIN, CYCLE, Chain, Link, Step
from mopacreg.register.citing import Held
from mopacreg.views import cites, envelope
from mopacreg.views.branches import DEEPEST, branches
from mopacreg.views.graph import graph
from mopacreg.views.table import Facts, Table


def held(name, title="Canal patrols", signed="2024-03-01", value=500_00):
    return Held(1, name, title, signed, value, f"/papers/{name}.txt")


def test_lines_lead_to_each_name_of_a_tree():
    tree = branches([(0, "a"), (1, "b"), (2, "c"), (2, "d"), (1, "e"), (2, "f")])
    assert [each.guides + each.text for each in tree] == [
        "a",
        "├─ b",
        "│  ├─ c",
        "│  └─ d",
        "└─ e",
        "   └─ f",
    ]


def test_a_tree_as_deep_as_it_likes_is_not_drawn_wider_than_a_screen():
    tree = branches([(level, "x") for level in range(1, 500)])
    assert max(len(each.guides) for each in tree) == 3 * DEEPEST


BEFORE = (
    Step(1, "PCD 1", Link("PCD 2", "PCD 1", "amends", 1_000_00, "2021-03", 7)),
    Step(1, "PCD 3", Link("PCD 2", "PCD 3", "cites", None, None, 9), further=4),
    Step(2, "PCD 2", Link("PCD 3", "PCD 2", "cites", None, None, 3), CYCLE),
    Step(1, "PCD 4", Link("PCD 2", "PCD 4", "cites", None, None, 11), AGAIN),
)
CHAIN = Chain("PCD 2", BEFORE, (), {"PCD 2": held("PCD 2"), "PCD 3": held("PCD 3")})


def test_the_tree_tells_what_is_held_from_what_is_said():
    facts, tree = cites.page(CHAIN, ("cites", "cited by"), 3).blocks
    assert isinstance(tree, Table)
    rows = {row[0].text: row[1:] for row in tree.rows}
    assert rows["PCD 1"] == ("amends", "said 2021-03", "said £1,000", 7, "not held")
    assert rows["PCD 3"] == ("cites", "2024-03-01", 500_00, 9, "+4  Canal patrols")
    assert rows["PCD 2"][-1] == "↺ leads back  Canal patrols"
    assert rows["PCD 4"][-1] == "↕ again  not held"
    assert tree.notes == (
        "↺: the chain comes back to this decision.",
        "↕: what lies beyond it stands at its other entry.",
        "4 links further on: --depth 4.",
    )
    assert isinstance(facts, Facts)
    assert facts.rows[-1] == ("Cited by", "no decision")


def test_what_a_decision_not_held_cites_is_not_known():
    (facts,) = cites.page(Chain("PCD 1", (), (), {}), ("cites", "cited by"), 3).blocks
    assert facts.rows == (("Cites", "not known"), ("Cited by", "no decision"))


def test_a_link_for_programs_has_its_two_ends_and_its_claims_apart():
    rows = list(cites.links(CHAIN, ("cites",)).rows)
    assert rows[0] == (
        *("cites", 1, "PCD 1", "PCD 2", "amends", None, None, False),
        *(1_000_00, "2021-03", 7, None, 0, None),
    )
    assert rows[2][2:4] == ("PCD 2", "PCD 3")


def test_a_graph_has_each_decision_and_each_link_once():
    found = graph(CHAIN._replace(after=(BEFORE[2],)))
    assert [(node.name, node.held, node.start) for node in found.nodes] == [
        ("PCD 2", True, True),
        ("PCD 1", False, False),
        ("PCD 3", True, False),
        ("PCD 4", False, False),
    ]
    assert found.arrows[0] == ("PCD 2", "PCD 1", "amends")
    assert len(found.arrows) == 4


def statement(**more):
    by = held("PCD 2")
    fields = {
        "held": None,
        "approved": 1_000_00,
        "basis": CLAIMED,
        "line": 4,
        "claim": Claim(by, 1_000_00, "£1,000", 0, 4),
        "claims": (Claim(by, 1_000_00, "£1,000", 0, 4),),
        "entries": (
            Entry(1, "PCD 1", Draw(by, 400_00, (8,))),
            Entry(2, "PCD 2", Draw(held("PCD 3"), 100_00, (6,))),
        ),
        "asides": (),
        "sources": (),
    }
    return Envelope("PCD 1", **{**fields, **more})


def money(found):
    return next(block for block in envelope.page(found, str).blocks if isinstance(block, Table))


def test_what_is_within_a_share_stands_in_a_column_of_its_own():
    table = money(statement())
    assert [(row[0].text, row[2], row[3], row[4]) for row in table.rows] == [
        ("Approved, as PCD 2 says", None, 1_000_00, 4),
        ("PCD 2", None, 400_00, 8),
        ("PCD 3", 100_00, None, 6),
    ]
    assert table.footer == ("Left", None, None, 600_00, None)


@pytest.mark.parametrize(
    ("approved", "footer"),
    [(400_00, ("Left", 0)), (300_00, ("Over", 100_00)), (None, ("Drawn", 400_00))],
    ids=["all drawn", "over", "not known"],
)
def test_what_is_left_or_over_is_said(approved, footer):
    table = money(statement(approved=approved, basis=approved and CLAIMED))
    assert (table.footer[0], table.footer[3]) == footer


def test_more_drawn_on_a_share_than_it_has_is_said():
    entries = (*statement().entries, Entry(2, "PCD 2", Draw(held("PCD 4"), 450_00, (6,))))
    assert "More is drawn on PCD 2 than its £500: £50 over." in money(statement(entries=entries)).notes


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (Claim(held("PCD 2"), 1_000_00, "£1,000", 0, 4), "agrees"),
        (Claim(held("PCD 2"), 1_040_00, "£1,040", 0, 4), "differs: £40 more"),
        (Claim(held("PCD 2"), 960_50, "£960.50", 0, 4), "differs: £39.50 less"),
        (Claim(held("PCD 2"), 1_040_00, "£1.04k", 100_00, 4), "agrees, rounded"),
        (Claim(held("PCD 2"), 9_00, "£9", 0, 4, ("PCD 5",)), "said of PCD 5 too"),
    ],
    ids=["equal", "more", "less", "rounded", "of two decisions"],
)
def test_a_claim_is_held_against_what_was_approved(claim, said):
    assert envelope.verdict(claim, 1_000_00) == said


def test_programs_get_every_amount_with_its_line_and_file():
    aside = Aside(held("PCD 9"), "why", 3)
    data = envelope.data(
        statement(held=held("PCD 1", value=1_000_00), basis=HELD, claim=None, asides=(aside,))
    )
    assert (data["approved"], data["drawn"], data["left"], data["path"]) == (
        1_000_00,
        400_00,
        600_00,
        "/papers/PCD 1.txt",
    )
    assert [(each["level"], each["on"], each["line"]) for each in data["draws"]] == [
        (1, "PCD 1", 8),
        (2, "PCD 2", 6),
    ]
    assert (data["not_counted"][0]["why"], data["not_counted"][0]["path"]) == ("why", "/papers/PCD 9.txt")
