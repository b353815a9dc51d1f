"""What a person corrects holds everywhere, survives every reading, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from mopacreg import cli
from mopacreg.errors import Exit

PAPER = """Lamps for two parks

Key information

Reference code: PCD 1777

Date signed: 12 March 2024

Executive summary

Two parks are dark after four o'clock.

Recommendation

The Deputy Mayor for Policing and Crime is recommended to:

1. Approve £60,000 in 2024/25 for lamps in two parks.

PART I - NON-CONFIDENTIAL FACTS AND ADVICE TO THE DMPC

1. Introduction and background

1.1. The parks were left out of PCD 1700.

2. Financial Comments

2.1. The lamps cost in 2024/25:

Park\tAmount
Camden\t£25,000
Brent\t£35,000
Total\t£60,000
"""


class Answer(NamedTuple):
    """What one command line gave."""

    status: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "lamps.txt"
    path.write_text(PAPER, "utf-8")
    return path


@pytest.fixture
def ask(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Ask:
    """Run a command line on a register that holds the paper."""
    monkeypatch.setenv("MOPACREG_DB", str(tmp_path / "register.db"))
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.run(["ingest", str(paper)]) == Exit.FINE
    capsys.readouterr()

    def asked(*args: str) -> Answer:
        status = cli.run(args)
        return Answer(status, *capsys.readouterr())

    return asked


def record(ask: Ask) -> dict:
    return json.loads(ask("show", "1777", "--json").out)


def test_the_paper_is_read_as_these_tests_take_it(ask: Ask) -> None:
    read = record(ask)
    assert (read["value"], read["signed_on"], read["corrections"]) == (60000, "2024-03-12", [])
    assert [line["amount"] for line in read["budget_lines"]] == [25000, 35000, 60000]


def test_a_correction_survives_refresh_and_a_changed_file_and_is_undone(ask: Ask, paper: Path) -> None:
    before = record(ask)
    assert ask("correct", "1777", "value", "£61k", "--because", "The annex.", "--by", "A. Clerk").status == 0
    assert ask("correct", "pcd1777", "budget", "2.amount", "36,000", "--because", "Misprint.").status == 0
    assert ask("correct", "PCD 1777", "signed", "on", "13/03/2024", "--because", "Minutes.").status == 0

    def holds() -> None:
        read = record(ask)
        assert (read["value"], read["signed_on"]) == (61000, "2024-03-13")
        assert 36000 in [line["amount"] for line in read["budget_lines"]]
        assert 35000 not in [line["amount"] for line in read["budget_lines"]]
        assert read["corrections"][0]["field"] == "value"

    holds()
    assert ask("refresh").status == Exit.FINE
    holds()
    paper.write_text(PAPER.replace("Camden", "Ealing\t£1,000\nCamden"), "utf-8")
    assert ask("ingest", str(paper)).out.startswith("changed")
    holds()
    assert [line["amount"] for line in record(ask)["budget_lines"]] == [1000, 25000, 36000, 60000]
    paper.write_text(PAPER, "utf-8")
    ask("ingest", str(paper))
    assert ask("correct", "--undo", "1777", "budget", "2").out.endswith("it is £35,000 again\n")
    assert ask("correct", "--undo", "1").out.endswith("it is £60,000 again\n")
    assert ask("correct", "--undo", "1777", "signed_on").out.endswith("it is 2024-03-12 again\n")
    after = record(ask)
    assert {**after, "source": None} == {**before, "source": None}


def test_list_budget_export_and_show_have_the_corrected_value_and_show_says_so(ask: Ask) -> None:
    ask("correct", "1777", "value", "61k", "--because", "The annex.")
    ask("correct", "1777", "budget", "1", "26k", "--because", "The annex.")
    assert "£61,000" in ask("list").out
    assert "PCD 1777" in ask("list", "--min", "60001").out
    assert ",61000," in ask("export").out
    assert ",26000," in ask("export", "budget").out
    assert "£61,000" in ask("budget").out
    assert "sum-mismatch" in ask("audit").out
    for shown in (ask("show", "1777").out, ask("budget", "1777").out):
        assert "Table 1, 2.1 †" in shown
        assert "budget_lines 1.amount\t£26,000, read as £25,000; on 20" in shown
    assert "Value †\t£61,000" in ask("show", "1777").out


def test_show_json_has_the_corrections_in_pounds(ask: Ask) -> None:
    ask("correct", "1777", "value", "£60,000.50", "--because", "To the penny.", "--by", "A. Clerk")
    (found,) = record(ask)["corrections"]
    assert found.pop("date")[:2] == "20"
    assert found == {
        "id": 1, "field": "value", "confirmed": False, "read": 60000, "value": 60000.5,
        "because": "To the penny.", "by": "A. Clerk",
    }  # fmt: skip


def test_why_tells_the_words_and_what_a_person_made_of_them(ask: Ask) -> None:
    ask("correct", "1777", "value", "61k", "--because", "The annex.", "--by", "A. Clerk")
    ask("correct", "1777", "signed_by", "Ann Lee", "--because", "I saw it.")
    said = ask("why", "1777", "value").out
    assert "**£60,000**" in said
    assert "Corrected\t£61,000, read as £60,000; on " in said
    assert " by A. Clerk (correction 1), because The annex." in said
    assert "Ann Lee, read as none" in ask("why", "1777", "signed_by").out
    (found,) = json.loads(ask("why", "1777", "value", "--json").out)
    assert found["text"] == "£60,000"
    assert [each["value"] for each in found["corrections"]] == [61000]


def test_why_still_finds_the_document_of_a_decision_whose_reference_is_corrected(ask: Ask) -> None:
    ask("correct", "1777", "reference", "1778", "--because", "The register says so.")
    assert "read as PCD 1777" in ask("why", "1778", "reference").out
    assert ask("show", "1777").status == Exit.FINDINGS


def test_a_correction_that_no_longer_fits_is_not_applied_and_is_said(ask: Ask, paper: Path) -> None:
    ask("correct", "1777", "budget", "2", "36k", "--because", "Misprint.")
    paper.write_text(PAPER.replace("Brent\t£35,000", "Brent\t£37,000"), "utf-8")
    assert (
        "1 of what was corrected by hand is to be looked at again: mopacreg review"
        in ask("ingest", str(paper)).err
    )
    assert 37000 in [line["amount"] for line in record(ask)["budget_lines"]]
    assert record(ask)["corrections"] == []
    assert "no longer fits" in ask("correct", "--list").out
    status, out, _ = ask("review", "1777")
    assert status == Exit.FINDINGS
    assert "correction 1 to £36,000 no longer fits" in out.splitlines()[1]
    assert "mopacreg correct --undo 1" in out
    ask("correct", "--undo", "1")
    assert "no longer fits" not in ask("review").out


def test_a_fact_that_is_read_otherwise_now_is_reviewed(ask: Ask, paper: Path) -> None:
    ask("correct", "1777", "value", "61k", "--because", "The annex.")
    paper.write_text(PAPER.replace("60,000", "62,000").replace("35,000", "37,000"), "utf-8")
    ask("ingest", str(paper))
    assert record(ask)["value"] == 61000
    first = json.loads(ask("review", "--json").out)[0]
    assert (first["field"], first["read"]) == ("value", "£62,000")
    assert "corrected to £61,000 (correction 1)" in first["doubt"]


YEARLESS = PAPER.replace("in 2024/25:", "as follows:")


def test_what_is_in_doubt_is_reviewed_until_it_is_confirmed(ask: Ask, paper: Path) -> None:
    paper.write_text(YEARLESS, "utf-8")
    ask("ingest", str(paper))
    status, out, _ = ask("review")
    assert status == Exit.FINDINGS
    assert "PCD 1777\tbudget_lines\t3 of them, £25,000 to £60,000" in out
    assert "mopacreg correct PCD 1777 budget_lines --confirm" in out
    each = json.loads(ask("review", "--each", "--json").out)
    assert [row["field"] for row in each] == ["budget_lines 2", "budget_lines 1", "budget_lines 3"]
    assert "budget_lines 2.financial_year VALUE --because" in each[0]["mend"]
    assert ask("correct", "1777", "budget", "2", "--confirm").out.startswith(
        "PCD 1777 budget_lines 2: confirmed as read, on "
    )
    ask("correct", "1777", "budget", "1.financial_year", "25/26", "--because", "It says so above.")
    assert [row["field"] for row in json.loads(ask("review", "--json").out)] == ["budget_lines 3"]
    assert "Read with doubt" in ask("show", "1777").out
    ask("correct", "1777", "budget", "--confirm")
    assert ask("review") == (Exit.FINE, "", "nothing to review\n")
    assert ask("review", "--json") == (Exit.FINE, "[]\n", "nothing to review\n")
    assert "Read with doubt" not in ask("show", "1777").out
    ask("refresh")
    assert ask("review").status == Exit.FINE
    assert len(ask("correct", "--undo", "1777", "budget").out.splitlines()) == 2
    assert ask("review").status == Exit.FINDINGS


def test_review_says_when_there_is_more(ask: Ask, paper: Path) -> None:
    paper.write_text(YEARLESS, "utf-8")
    ask("ingest", str(paper))
    assert ask("review", "--each", "--limit", "1").err == "1 of 3 doubts, the worst; --limit 0 lists all\n"
    assert ask("review", "--since", "2030").status == Exit.FINE


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["1777", "value", "5"], Exit.USAGE, "a correction says why"),
        (["1777", "value", "5", "--because", " "], Exit.USAGE, "a correction says why"),
        (["1777", "value", "--because", "x"], Exit.USAGE, "what is value to be?"),
        (["1777", "value", "lots", "--because", "x"], Exit.USAGE, "value: 'lots' is no amount"),
        (["1777", "signed_on", "31/02/2024", "--because", "x"], Exit.USAGE, "is no date"),
        (["1777", "colour", "red", "--because", "x"], Exit.USAGE, "'colour' can't be corrected"),
        (["1777", "budget", "9", "5", "--because", "x"], Exit.USAGE, "PCD 1777 has no budget_lines 9"),
        (["1777", "budget", "1", "none", "--because", "x"], Exit.USAGE, "can't be blank"),
        (["1777", "value", "60k", "--because", "x"], Exit.FINDINGS, "value was read so already"),
        (["1777", "value", "--confirm"], Exit.FINDINGS, "value of PCD 1777 is not in doubt"),
        (["1777", "value", "5", "--confirm"], Exit.USAGE, "--confirm takes no value"),
        (["9999", "value", "5", "--because", "x"], Exit.FINDINGS, "no decision PCD 9999 is held"),
        (["1777"], Exit.USAGE, "say which field of which decision"),
        ([], Exit.USAGE, "say which field of which decision"),
        (["--undo", "7"], Exit.FINDINGS, "there is no correction 7"),
        (["--undo", "1777", "value"], Exit.FINDINGS, "there is no correction 1777 value"),
        (["--list"], Exit.FINDINGS, "nothing is corrected"),
    ],
)
def test_what_cant_be_corrected_is_said_and_nothing_is_kept(
    words: list[str], status: Exit, message: str, ask: Ask
) -> None:
    answer = ask("correct", *words)
    assert (answer.status, answer.out) == (status, "")
    assert message in answer.err
    assert record(ask)["corrections"] == []


def test_which_of_two_decisions_under_one_reference_is_to_be_said(ask: Ask, tmp_path: Path) -> None:
    twin = tmp_path / "boats.txt"
    twin.write_text(PAPER.replace("Lamps for two parks", "Boats for the river police"), "utf-8")
    ask("ingest", str(twin))
    said = ask("correct", "1777", "value", "5", "--because", "x")
    assert (said.status, "share 1777" in said.err, "--title" in said.err) == (Exit.USAGE, True, True)
    assert ask("correct", "1777", "value", "5", "--because", "x", "--title", "boats").status == Exit.FINE
    rows = json.loads(ask("list", "--json").out)
    assert {row["title"]: row["value"] for row in rows} == {
        "Lamps for two parks": 60000,
        "Boats for the river police": 5,
    }


def test_words_of_people_are_data_too(ask: Ask) -> None:
    ask("correct", "1777", "title", "\x1b[31m[bold]Lamps", "--because", "'; drop table corrections; --\x07")
    for shown in (ask("show", "1777", "--table"), ask("correct", "--list"), ask("why", "1777", "title")):
        assert "\x1b[31m" not in shown.out
        assert "\x07" not in shown.out
        assert "[bold]Lamps" in shown.out
