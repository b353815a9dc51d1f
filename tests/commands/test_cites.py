"""`cites` and `envelope` answer for decisions held, only cited, and unknown."""

import json
from collections.abc import Callable

import pytest

from mopacreg.errors import Exit

Ask = Callable[..., tuple[int, str, str]]


def test_a_chain_is_asked_for_as_people_write_references(ask: Ask) -> None:
    (link,) = json.loads(ask("cites", "pcd1700", "--json")[1])
    assert (link["reference"], link["relation"], link["held"], link["value"]) == (
        "PCD 1650",
        "continues",
        True,
        18000.5,
    )


def test_piped_a_chain_is_a_row_a_link(ask: Ask) -> None:
    header, row = ask("cites", "1650")[1].splitlines()
    assert header.startswith("Way\tLevel\tReference\tParent\tRelation\tSigned\tValue\tHeld")
    assert row.startswith("cited by\t1\tPCD 1700\tPCD 1650\tcontinues\t2024-05-02\t£60,000\t✓")


def test_no_link_is_said_on_stderr(ask: Ask) -> None:
    assert ask("cites", "DMPCD 2015/96")[:2] == (Exit.FINE, "")
    assert ask("cites", "1700", "--after")[2] == "no link of PCD 1700 is held: it is cited by none\n"


@pytest.mark.parametrize("name", ["cites", "envelope"])
def test_an_unknown_reference_is_told_the_nearest(name: str, ask: Ask) -> None:
    status, _, err = ask(name, "1701")
    assert status == Exit.FINDINGS
    assert "PCD 1700" in err


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["1700", "--missing"],
        ["--missing", "--orphans"],
        ["1700", "--dot", "--mermaid"],
        ["1700", "--depth", "-1"],
    ],
    ids=" ".join,
)
def test_what_excludes_each_other_is_a_usage_error(args: list[str], ask: Ask) -> None:
    assert ask("cites", *args)[0] == Exit.USAGE


def test_the_lists_say_when_there_is_nothing_in_them(ask: Ask) -> None:
    assert ask("cites", "--missing") == (Exit.FINE, "", "every decision that is cited is held\n")
    assert json.loads(ask("cites", "--missing", "--json")[1]) == []


def test_orphans_neither_cite_nor_are_cited(ask: Ask) -> None:
    names = [each["reference"] for each in json.loads(ask("cites", "--orphans", "--json")[1])]
    assert names == ["DMPCD 2015 96", "DMPCD 2015 96", "no-reference.txt"]


def test_a_title_is_no_markup_in_a_tree(ask: Ask) -> None:
    assert "Borough grants [bold]" in ask("cites", "1650", "--table")[1]


def test_an_envelope_says_what_is_approved_and_who_is_not_counted(ask: Ask) -> None:
    found = json.loads(ask("envelope", "1650", "--json")[1])
    assert (found["approved"], found["basis"], found["drawn"], found["left"]) == (18000.5, "held", 0, 18000.5)
    assert [each["reference"] for each in found["not_counted"]] == ["PCD 1700"]
    assert "Left\t\t\t£18,000.50" in ask("envelope", "1650")[1]
