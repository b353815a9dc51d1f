"""`mopacreg search`, `searches` and `like`, beside what the sessions show."""

import json
from collections.abc import Callable

import pytest

from mopacreg.errors import Exit

Ask = Callable[..., tuple[int, str, str]]


def test_a_program_gets_every_passage_and_may_ask_for_less(ask: Ask) -> None:
    (hit,) = json.loads(ask("search", "approve", "--json")[1])
    assert hit["reference"] == "PCD 1700"
    assert len(hit["more"]) <= 2
    (hit,) = json.loads(ask("search", "approve", "--json", "--passages", "1")[1])
    assert hit["more"] == []
    assert json.loads(ask("search", "zebra", "--json")[1]) == []
    assert json.loads(ask("search", "approve", "--ids", "--json")[1]) == ["PCD 1700"]


def test_on_a_terminal_further_passages_stand_under_the_decision(ask: Ask) -> None:
    _, out, _ = ask("search", "grants", "--table")
    assert out.count("PCD 1700") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("search",), "nothing to search for"),
        (("search", "colour:red"), "no field 'colour'"),
        (("search", "--ids", "borough:all"), "borough: 'all' is no London borough"),
        (("search", "borough:"), "borough: needs a word"),
        (("search", "--exact", "--regex", "x"), "exclude each other"),
        (("search", "--count", "--ids", "x"), "--count and --ids exclude each other"),
        (("search", "--save", "a", "--new", "b"), "exclude each other"),
        (("search", "--new", "b", "--exact"), "with its own options"),
        (("search", "--regex", "["), "no regular expression"),
    ],
)
def test_what_cannot_be_carried_out_is_a_usage_error_with_a_hint(
    args: tuple[str, ...], said: str, ask: Ask
) -> None:
    status, out, err = ask(*args)
    assert (status, out) == (Exit.USAGE, "")
    assert said in err
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize("how", [(), ("--exact",), ("--facets",), ("--ids",), ("--all-text",)])
@pytest.mark.parametrize("typed", ["", "*", "a:", "date:..", "NEAR", "£", "year:..", "(((", "\0"])
def test_nothing_else_that_is_typed_is_an_error(how: tuple[str, ...], typed: str, ask: Ask) -> None:
    status, _, err = ask("search", *how, "--", typed)
    assert status in (Exit.FINE, Exit.FINDINGS)
    assert "Traceback" not in err


def test_facets_are_data_too(ask: Ask) -> None:
    told = json.loads(ask("search", "grants", "--facets", "--json")[1])
    assert (told["decisions"], told["value"]) == (1, 60000)
    assert told["facets"]["year"] == [{"name": "2024", "decisions": 1, "value": 60000}]
    assert [hit["reference"] for hit in told["hits"]] == ["PCD 1700"]


def test_only_a_number_is_counted(ask: Ask) -> None:
    assert ask("search", "grants", "--count") == (Exit.FINE, "1\n", "")
    assert ask("search", "zebra", "--count") == (Exit.FINDINGS, "0\n", "")
