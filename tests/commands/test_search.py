"""`mopacreg search`, `searches` and `like`, beside what the sessions show."""

import json
import signal
import time
from collections.abc import Callable

import pytest

from mopacreg import wanted
from mopacreg.errors import Exit
from mopacreg.register.words import Query

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


@pytest.mark.parametrize("how", [(), ("--exact",), ("--facets",), ("--ids",), ("--all-text",), ("--regex",)])
@pytest.mark.parametrize("typed", ["a:", "date:..", "NEAR", "year:..", "(grants", "grants)", "x\0"])
def test_nothing_else_that_is_typed_is_an_error(how: tuple[str, ...], typed: str, ask: Ask) -> None:
    status, _, err = ask("search", *how, "--", typed)
    assert status in (Exit.FINE, Exit.FINDINGS) or (how == ("--regex",) and "no regular expression" in err)
    assert "Traceback" not in err


@pytest.mark.parametrize("how", [(), ("--ids",), ("--count",), ("--since", "2024"), ("--save", "n")])
@pytest.mark.parametrize("typed", ['""', "*", "£", "()", "(((", "OR", "NOT", "\0"])
def test_what_has_no_word_in_it_is_refused(how: tuple[str, ...], typed: str, ask: Ask) -> None:
    status, out, err = ask("search", *how, "--", typed)
    assert (status, out) == (Exit.USAGE, "")
    assert "nothing to search for" in err


@pytest.mark.parametrize("how", [(), ("--count",), ("--exact",), ("--regex",), ("--save", "n")])
@pytest.mark.parametrize("typed", [(), ("",), (" ",)])
def test_without_a_word_everything_is_found_that_the_options_leave(
    how: tuple[str, ...], typed: tuple[str, ...], ask: Ask
) -> None:
    assert ask("search", *how, "--", *typed)[0] == Exit.USAGE
    assert (
        "PCD 1700"
        in ask("search", *[each for each in how if each != "--count"], "--since", "2024", "--", *typed)[1]
    )
    assert ask("search", "--facets", "--until", "1999", "--", *typed)[:2] == (Exit.FINDINGS, "")
    assert "2024" in ask("search", "--facets", "--", *typed)[1]


def test_a_saved_search_with_nothing_new_answers_like_an_empty_one(ask: Ask) -> None:
    assert ask("search", "--save", "my grants", "grants", "--count")[2].startswith("saved: ")
    again = ask("search", "--save", "my grants", "grants OR vans", "--count")[2]
    assert "in the place of an earlier one" in again
    assert "--new 'my grants' will" in again
    for how, out in (((), ""), (("--ids",), ""), (("--count",), "0\n"), (("--json",), "[]\n")):
        status, said, err = ask("search", "--new", "my grants", *how)
        assert (status, said) == (Exit.FINDINGS, out)
        assert err.startswith("nothing new for grants OR vans since ")
        assert len(err.splitlines()) == 1
    assert json.loads(ask("search", "--new", "my grants", "--facets", "--json")[1])["decisions"] == 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signal")
def test_a_regular_expression_that_takes_long_is_told_of(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert "still looking" not in ask("search", "--regex", "grants")[2]
    monkeypatch.setattr(wanted, "_SECONDS", 0.01)
    monkeypatch.setattr("mopacreg.register.literally.asked", lambda *_: time.sleep(0.2) or Query(sql="0"))
    status, _, err = ask("search", "--regex", "grants")
    assert (status, err.splitlines()[0]) == (Exit.FINDINGS, "still looking; Ctrl-C stops it")
    assert signal.getsignal(signal.SIGALRM) is before


def test_facets_are_data_too(ask: Ask) -> None:
    told = json.loads(ask("search", "grants", "--facets", "--json")[1])
    assert (told["decisions"], told["value"]) == (1, 60000)
    assert told["facets"]["year"] == [{"name": "2024", "decisions": 1, "value": 60000, "valued": 1}]
    assert [hit["reference"] for hit in told["hits"]] == ["PCD 1700"]


def test_only_a_number_is_counted(ask: Ask) -> None:
    assert ask("search", "grants", "--count") == (Exit.FINE, "1\n", "")
    assert ask("search", "zebra", "--count") == (Exit.FINDINGS, "0\n", "")
