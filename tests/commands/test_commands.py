"""Each command answers as a person and as a program would want it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mopacreg.cli import COMMANDS
from mopacreg.errors import Exit

Ask = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_in_its_help(name: str, ask: Ask) -> None:
    status, out, _ = ask(name, "--help")
    assert status == Exit.FINE
    assert f"  mopacreg {name}" in out or f"mopacreg --db old.db {name}" in out
    assert max(map(len, out.splitlines())) <= 80


def test_help_has_the_options_under_the_headings_of_their_groups(ask: Ask) -> None:
    out = ask("budget", "--help")[1]
    headings = [line for line in out.splitlines() if line[:1].isalpha() and line.endswith(":")]
    assert headings == [
        "Arguments:", "Options:", "How the register's money is laid out:", "Which decisions:", "How it is shown:"
    ]  # fmt: skip
    assert out.index("Which decisions:") < out.index("--since DATE") < out.index("How it is shown:")
    assert "How it is shown:" not in ask("ingest", "--help")[1]


@pytest.mark.parametrize(
    ("name", "usage"),
    [
        ("show", "[OPTIONS] REFERENCE"),
        ("why", "[OPTIONS] REFERENCE [FIELD]"),
        ("ingest", "[OPTIONS] PATH..."),
    ],
)
def test_usage_has_no_braces_around_what_must_be_given(name: str, usage: str, ask: Ask) -> None:
    assert ask(name, "--help")[1].startswith(f"Usage: mopacreg {name} {usage}\n")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("ingest", "refresh", "eval")])
def test_every_command_says_how_to_fill_an_empty_register(name: str, ask: Ask, tmp_path: Path) -> None:
    rest = {
        "search": ["x"],
        "show": ["1"],
        "cites": ["1"],
        "envelope": ["1"],
        "like": ["1"],
        "why": ["1", "value"],
    }.get(name, [])
    status, out, err = ask("--db", str(tmp_path / "none.db"), name, *rest)
    assert (status, out) == (Exit.FINDINGS, "")
    assert "mopacreg ingest" in err


def test_list_has_the_newest_first_and_files_without_a_reference_by_name(ask: Ask) -> None:
    _, out, err = ask("list")
    assert [line.split("\t")[0] for line in out.splitlines()] == [
        "Reference", "PCD 1700", "PCD 1650", "DMPCD 2015 96", "DMPCD 2015 96", "no-reference.txt"
    ]  # fmt: skip
    assert err == ""


def test_list_says_when_there_are_more(ask: Ask) -> None:
    _, out, err = ask("list", "--limit", "2")
    assert len(out.splitlines()) == 3
    assert err == "2 of 5 decisions; --limit 0 lists all\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--since", "2024"], ["PCD 1700"]),
        (["--since", "01/11/2023", "--until", "2023"], ["PCD 1650"]),
        (["--since", "2 May 2024"], ["PCD 1700"]),
        (["--until", "2015-08"], ["DMPCD 2015 96"]),
        (["--borough", "camden"], ["PCD 1700"]),
        (["--borough", "LB Sutton"], ["PCD 1700"]),
        (["--min", "60k"], ["PCD 1700"]),
        (["--min", "£18,000.50", "--max", "0.05m"], ["PCD 1650"]),
        (["--series", "dmpcd"], ["DMPCD 2015 96", "DMPCD 2015 96"]),
        (["--signed-by", "mayor"], ["PCD 1700"]),
    ],
)
def test_filters_take_what_people_type(options: list[str], found: list[str], ask: Ask) -> None:
    _, out, _ = ask("list", "--json", *options)
    assert [row["reference"] for row in json.loads(out)] == found


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "31/02/2024"], "Write 2021"),
        (["--since", "2024-13"], "Write 2021"),
        (["--until", "2024-02-30"], "Write 2021"),
        (["--series", "MD"], "Choose from PCD, DMPCD."),
        (["--min", "lots"], "Write 25000"),
        (["--max", "1.8765"], "Write 25000"),
        (["--borough", "Islingtn"], "Did you mean Islington?"),
        (["--borough", "Paris"], "Give the name of a London borough"),
        (["--sort", "colour"], "Choose from"),
        (["--json", "--plain"], "Give one of them"),
        (["--min", "2m", "--max", "1m"], "--min is more than --max"),
        (["--since", "2022", "--until", "2021-12"], "--since is after --until"),
        (["--limit", "-1"], "--limit"),
    ],
)
def test_a_wrong_option_is_a_usage_error_that_says_what_would_do(
    options: list[str], message: str, ask: Ask
) -> None:
    status, out, err = ask("list", *options)
    assert (status, out) == (Exit.USAGE, "")
    assert message in err


def test_nothing_listed_says_so(ask: Ask) -> None:
    status, out, err = ask("list", "--since", "2030", "--json")
    assert (status, out, err) == (Exit.FINDINGS, "[]\n", "no decision matches\n")


def test_a_documents_square_brackets_are_text(ask: Ask) -> None:
    for form in ("--plain", "--table", "--json"):
        assert "[bold]2024/25[/bold]" in ask("list", form, "--since", "2024").out.replace("\n", "")  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["1700", "pcd1700", "PCD 1700", "PCD-1700", "pcd 01700"])
def test_show_takes_a_reference_as_people_write_it(typed: str, ask: Ask) -> None:
    _, out, _ = ask("show", *typed.split(), "--json")
    assert json.loads(out)["reference"] == "PCD 1700"


def test_show_json_is_the_record_in_pounds(ask: Ask) -> None:
    record = json.loads(ask("show", "1650", "--json")[1])
    assert record["value"] == 18000.5
    assert record["budget_lines"][0]["amount"] == 18000
    assert record["source"] == {"path": "/papers/offer.txt", "sha256": "offer.txt", "format": "text"}
    assert not record.keys() & {"readings", "layout", "first_line", "listed_only"}


def test_show_has_who_when_what_how_much_and_what_is_flagged(ask: Ask) -> None:
    out = ask("show", "1700", "--table")[1]
    for said in (
        "2024-05-02 by A. Mayor", "£60,000", "2024/25", "Camden, Merton, Sutton", "NOT ticked: legal advice",
        "has a Part 2 that is not published", "Approve £60,000", "✓ the printed total agrees: £60,000",
        "two sums are approved",
    ):  # fmt: skip
        assert said in out, said


def test_show_says_what_is_cited_and_what_cites_it(ask: Ask) -> None:
    assert "PCD 1650\tcontinues\t\t\theld\t1\n" in ask("show", "1700")[1]
    assert "PCD 1700\t2024-05-02\tcontinues\t1\n" in ask("show", "1650")[1]


def test_show_goes_by_the_files_name_where_there_is_no_reference(ask: Ask) -> None:
    assert json.loads(ask("show", "no-reference.txt", "--json")[1])["boroughs"] == ["Lambeth"]


def test_show_tells_of_other_texts_under_the_reference(ask: Ask) -> None:
    _, one, err = ask("show", "DMPCD", "2015/96")
    assert "--all" in err
    both = ask("show", "DMPCD", "2015/96", "--all")[1]
    assert one in both
    assert len(json.loads(ask("show", "2015/96", "--all", "--json")[1])) == 2


def test_show_text_has_the_line_numbers(ask: Ask) -> None:
    assert ask("show", "1700", "--text")[1].splitlines()[2:5] == [
        "1\tFund three borough grants.", "2\tApprove £60,000 in 2024/25.", "3\tCamden\t£25,000"
    ]  # fmt: skip


def test_an_unknown_reference_is_answered_with_the_nearest_held(ask: Ask) -> None:
    status, out, err = ask("show", "1701")
    assert (status, out) == (Exit.FINDINGS, "")
    assert "PCD 1700" in err


def test_search_marks_the_words(ask: Ask) -> None:
    assert "**grants**" in ask("search", "three grants")[1]


@pytest.mark.parametrize(
    "typed", ["PCD-1648", "£25,000", "O'Brien", "H&F", "50%", '"x', "x*", "(x", "NOT x", "a: b", "x NEAR "]
)
def test_no_words_to_search_for_are_an_error(typed: str, ask: Ask) -> None:
    status, _, err = ask("search", typed)
    assert status in (Exit.FINE, Exit.FINDINGS)
    assert "Traceback" not in err


def test_nothing_found_says_so(ask: Ask) -> None:
    assert ask("search", "zebra") == (Exit.FINDINGS, "", "nothing found for zebra\n")


def test_budget_counts_each_pound_once_and_keeps_income_apart(ask: Ask) -> None:
    rows = json.loads(ask("budget", "--json")[1])
    assert [(row["direction"], row["decision"], row["total"]) for row in rows] == [
        ("spend", "PCD 1700", 60000),
        ("income", "PCD 1650", 18000),
    ]


def test_budget_says_what_it_left_out(ask: Ask) -> None:
    out = ask("budget")[1]
    assert "1 printed total" in out
    assert "1 recommendation beside a table" in out
    assert "1 line of a table that shows the same money again" in out


def test_a_line_of_several_boroughs_is_shared_and_never_split(ask: Ask) -> None:
    out = ask("budget", "--by", "borough")[1]
    assert "Merton + Sutton (shared)\t£35,000" in out
    assert "Camden\t£25,000" in out


def test_with_a_borough_other_boroughs_money_is_left_out(ask: Ask) -> None:
    rows = json.loads(ask("budget", "--by", "borough", "--borough", "camden", "--json")[1])
    assert [(row["borough"], row["total"]) for row in rows] == [("Camden", 25000)]


def test_budget_of_one_decision_shows_its_tables_as_they_stand(ask: Ask) -> None:
    out = ask("budget", "1700")[1]
    assert "Camden\t£25,000\t3\n" in out
    assert "Total\t£60,000\t5\n" in out


@pytest.mark.parametrize("what", ["decisions", "budget", "money", "citations", "recommendations"])
def test_export_gives_the_same_rows_in_every_format(what: str, ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("export", what)[1], newline="")))
    assert rows
    assert len(json.loads(ask("export", what, "--json")[1])) == len(rows)
    assert len(ask("export", what, "--jsonl")[1].splitlines()) == len(rows)
    assert len(ask("export", what, "--markdown")[1].splitlines()) == len(rows) + 2


def test_export_to_a_file_is_the_same_bytes_again(ask: Ask, tmp_path: Path) -> None:
    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    for path in (one, two):
        assert ask("export", "budget", "--out", str(path), "--bom") == (Exit.FINE, "", "")
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"\xef\xbb\xbfdecision,")
    assert one.read_bytes().count(b"\r\n") == one.read_bytes().count(b"\n")


def test_export_to_a_place_that_is_not_there_says_so(ask: Ask, tmp_path: Path) -> None:
    status, _, err = ask("export", "--out", str(tmp_path / "none" / "x.csv"))
    assert status == Exit.FINDINGS
    assert "x.csv: No such file or directory" in err


def test_export_of_nothing_is_a_header_and_says_so(ask: Ask) -> None:
    status, out, err = ask("export", "--since", "2030")
    assert (status, err) == (Exit.FINDINGS, "nothing matches\n")
    assert out.startswith("name,reference,")
    assert len(out.splitlines()) == 1
    assert json.loads(ask("export", "money", "--since", "2030", "--json")[1]) == []


def test_export_of_something_else_is_a_usage_error(ask: Ask) -> None:
    assert ask("export", "poems")[0] == Exit.USAGE
    assert ask("export", "--csv", "--json")[0] == Exit.USAGE


def test_completion_offers_the_references_held_in_one_word(ask: Ask, register: Path) -> None:
    from types import SimpleNamespace

    from mopacreg.options import complete_reference

    def offered(typed: str, db: Path = register) -> list[str]:
        ctx = SimpleNamespace(obj=str(db))
        ctx.find_root = lambda: ctx
        return complete_reference(ctx, typed)  # type: ignore[arg-type]

    assert offered("pcd17") == ["pcd1700"]
    assert offered("16") == ["1650"]
    assert offered("DMPCD2015") == ["DMPCD2015/96"]
    assert offered("dmpcd2015/9") == ["dmpcd2015/96"]
    assert offered("no-") == ["no-reference.txt"]
    assert offered("zzz") == []
    assert offered("pcd", Path("/nowhere/at/all.db")) == []


def test_a_listing_does_not_import_the_commands_or_rich() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from mopacreg import cli; cli.run(['--help']); cli.run(['--version']);"
        "heavy = {'rich', 'sqlite3', 'sqlite_utils', 'dateutil', 'mopacreg.options', 'mopacreg.record'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_minus_leaves_a_word_out_and_a_mistyped_option_is_none(ask: Ask) -> None:
    assert "PCD 1700" in ask("search", "grants", "-zebra")[1]
    assert ask("search", "grants", "-borough")[0] == Exit.FINDINGS
    assert ask("search", "grants", "-hackney")[0] == Exit.FINE
    status, _, err = ask("search", "grants", "--limti", "5")
    assert (status, "--limti" in err) == (Exit.USAGE, True)


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--transpose"],
        ["--layout", "tall"],
        ["--layout", "tidy"],
        ["--percent"],
        ["--average"],
        ["--top", "1"],
    ],
)
def test_a_budget_can_be_laid_out_in_every_way(options: list[str], ask: Ask) -> None:
    for form in ([], ["--table"], ["--json"]):
        status, out, err = ask("budget", *options, *form)
        assert (status, err) == (Exit.FINE, "")
        assert "PCD 1700" in out


def test_bars_are_for_a_terminal_and_vanish_in_a_pipe(ask: Ask) -> None:
    assert "█" in ask("budget", "--chart", "--table")[1]
    assert ask("budget", "--chart") == ask("budget")
    assert ask("budget", "--chart", "--json") == ask("budget", "--json")


def test_shares_are_percent_and_in_json_numbers(ask: Ask) -> None:
    assert "Total\t100.0%\t100.0%\n" in ask("budget", "--percent")[1]
    assert json.loads(ask("budget", "--percent", "--json")[1])[0]["total"] == 100.0


@pytest.mark.parametrize(
    "options",
    [
        ["--by", "colour"], ["--layout", "round"], ["--sort", "luck"], ["--top", "-1"], ["--ends", "soon"],
        ["--transpose", "--layout", "tall"], ["--percent", "--average"],
        ["--ends", "2025", "--by", "item"], ["1700", "--by", "item"], ["1700", "--ends", "2025"],
        ["1700", "--since", "2023"],
    ],
)  # fmt: skip
def test_a_budget_that_cannot_be_made_is_a_usage_error(options: list[str], ask: Ask) -> None:
    status, out, err = ask("budget", *options)
    assert (status, out) == (Exit.USAGE, "")
    assert err


def test_funding_that_stops_is_listed_with_what_carries_it_on(ask: Ask) -> None:
    assert (
        "Camden\tCamden\tPCD 1700\t£25,000\t3\tnothing held carries it on\n"
        in ask("budget", "--ends", "2025")[1]
    )
    rows = json.loads(ask("budget", "--ends", "2024/25", "--json")[1])
    assert [(row["item"], row["amount"], row["carried_on"]) for row in rows] == [
        ("Sutton and Merton", 35000, []), ("Camden", 25000, []),
    ]  # fmt: skip
    status, out, err = ask("budget", "--ends", "2031")
    assert (status, out, err) == (Exit.FINDINGS, "", "no funding held stops with 2030/31\n")
