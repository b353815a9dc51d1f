"""`mopacreg eval`: the project's own measure, of documents beside records read by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mopacreg import cli
from mopacreg.errors import Exit

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PAGE = """\
Key information
Reference code: PCD {number}
Date signed: 12 March 2024
Decision by: A. Mayor, Deputy Mayor for Policing and Crime

Executive summary
Barges are robbed at night, and a patrol is wanted on the canal.

Recommendation
The Deputy Mayor is recommended to approve £40,000 for a canal patrol in 2024/25.
"""
LISTING = """\
Showing 1-2 of 2 results found

A patrol for the canal
Page type: Decision
Date signed: 12 March 2024
Reference code: PCD 901
Barges are robbed at night.

Lamps for the towpath
Page type: Decision
Date signed: 14 March 2024
Reference code: PCD 902
The towpath is dark.
"""
Gold = dict[str, object]

GOLD: Gold = {"reference": "PCD 901", "value": 40000, "signed_on": "2024-03-12", "document": "page.txt"}
Answer = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages, a listing, and a notice that is no decision."""
    for number in (901, 902):
        name = "page.txt" if number == 901 else "other.txt"
        (tmp_path / name).write_text(PAGE.format(number=number), "utf-8")
    (tmp_path / "listing.txt").write_text(LISTING, "utf-8")
    (tmp_path / "notice.txt").write_text("The canal fair is on Sunday, with boats and music.\n", "utf-8")
    return tmp_path


@pytest.fixture
def measured(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """The answer for gold records written beside the documents; where no register may be opened."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MOPACREG_DB", str(folder / "no" / "register.db"))

    def measured(golds: list[Gold], *options: str) -> Answer:
        for number, gold in enumerate(golds):
            (folder / f"{number}.gold.json").write_text(json.dumps(gold), "utf-8")
        status = cli.run(["eval", ".", *options])
        assert not (folder / "no").exists()
        return status, *capsys.readouterr()

    return measured


def rows(out: str) -> dict[str, list[str]]:
    """First cell → the others, of a table printed into a pipe."""
    lines = [line.split("\t") for line in out.splitlines()]
    return {first: rest for first, *rest in lines}


def test_a_document_read_as_by_hand_is_right_in_every_field(measured: Callable[..., Answer]) -> None:
    status, out, err = measured([GOLD], "--floor", "1")
    whole = ["1", "0", "0", "1.000", "1.000", "1.000"]
    assert rows(out) == {
        "Field": ["Right", "Missed", "Wrong", "Precision", "Recall", "F1"],
        "decisions": whole,
        "reference": whole,
        "signed_on": whole,
        "value": whole,
        "all": ["4", *whole[1:]],
    }
    assert (status, err) == (Exit.FINE, "")


def test_a_fact_that_differs_lowers_its_field_alone(measured: Callable[..., Answer]) -> None:
    status, out, err = measured([GOLD, {**GOLD, "reference": "PCD 902", "value": 1, "document": "other.txt"}])
    assert rows(out)["value"] == ["1", "1", "1", "0.500", "0.500", "0.500"]
    assert rows(out)["reference"] == ["2", "0", "0", "1.000", "1.000", "1.000"]
    assert (status, err) == (Exit.FINE, "2 facts missed or wrong; --verbose names each\n")


@pytest.mark.parametrize(
    ("floor", "status"), [("0.5", Exit.FINE), ("0.51", Exit.FINDINGS), ("1", Exit.FINDINGS)]
)
def test_a_field_below_the_floor_fails(measured: Callable[..., Answer], floor: str, status: int) -> None:
    golds = [GOLD, {**GOLD, "reference": "PCD 902", "value": 1, "document": "other.txt"}]
    given, _, err = measured(golds, "--floor", floor)
    assert given == status
    assert (f"below {floor}: value\n" in err) == bool(status)


def test_verbose_names_each_fact_with_its_decision(measured: Callable[..., Answer]) -> None:
    _, out, err = measured([{**GOLD, "value": 50000}], "--verbose")
    assert "PCD 901\tvalue: missed 50000\nPCD 901\tvalue: wrong 40000\n" in out
    assert err == ""


def test_by_layout_every_fact_counts_for_the_form_of_its_document(measured: Callable[..., Answer]) -> None:
    listed = {"reference": "PCD 902", "title": "Lamps for the towpath", "document": "listing.txt"}
    first = {"reference": "PCD 901", "signed_on": "2024-03-12", "document": "listing.txt"}
    _, out, _ = measured([GOLD, first, listed], "--by", "layout")
    found = {name: figures[0] for name, figures in rows(out).items()}
    assert found.pop("listing") == "6"
    assert list(found.values()) == ["Right", "4", "10"]


def test_as_json_the_shares_are_numbers_and_the_facts_are_named(measured: Callable[..., Answer]) -> None:
    golds = [GOLD, {**GOLD, "reference": "PCD 902", "value": None, "document": "other.txt"}]
    _, out, err = measured(golds, "--json", "--verbose")
    answer = json.loads(out)
    assert answer["by"] == "field"
    assert answer["rows"][-1] == {
        "field": "value",
        "right": 1,
        "missed": 0,
        "wrong": 1,
        "precision": 0.5,
        "recall": 1.0,
        "f1": pytest.approx(2 / 3),
    }
    assert answer["all"]["right"] == 7
    assert answer["differences"] == [{"decision": "PCD 902", "fact": "value: wrong 40000"}]
    assert err == ""


def test_a_document_that_is_not_read_misses_every_fact_and_says_why(measured: Callable[..., Answer]) -> None:
    status, out, err = measured([{**GOLD, "document": "notice.txt"}], "--by", "layout", "--floor", "0.1")
    assert rows(out)["not read"] == ["0", "4", "0", "1.000", "0.000", "0.000"]
    assert err.startswith("notice.txt was not read: ")
    assert status == Exit.FINDINGS


def test_a_decision_without_its_gold_record_is_wrong(measured: Callable[..., Answer]) -> None:
    _, out, _ = measured([{"reference": "PCD 902", "document": "listing.txt"}], "--verbose")
    assert rows(out)["decisions"][:3] == ["1", "0", "1"]
    assert "PCD 901\tdecisions: wrong PCD 901\n" in out


def test_a_decision_whose_reference_is_read_wrong_is_paired_by_its_title(
    measured: Callable[..., Answer],
) -> None:
    golds = [
        {"reference": "PCD 77", "title": "Lamps for the towpath", "document": "listing.txt"},
        {"reference": "PCD 78", "title": "Another name for the patrol", "document": "listing.txt"},
    ]
    _, out, _ = measured(golds)
    found = {name: figures[:3] for name, figures in rows(out).items()}
    assert found["decisions"] == ["2", "0", "0"]
    assert found["reference"] == ["0", "2", "2"]
    assert found["title"] == ["1", "1", "1"]


def test_a_key_that_is_no_field_is_pointed_out(measured: Callable[..., Answer]) -> None:
    status, _, err = measured([{**GOLD, "signedon": "2024-03-12"}])
    assert (status, err) == (Exit.FINE, "0.gold.json: no field of a record, not judged: signedon\n")


def test_a_bad_gold_record_is_named_and_nothing_is_measured(
    measured: Callable[..., Answer], folder: Path
) -> None:
    (folder / "bad.gold.json").write_text('{"document": "page.txt", "money": 5}', "utf-8")
    status, out, err = measured([GOLD])
    assert (status, out) == (Exit.USAGE, "")
    assert err == "mopacreg: bad.gold.json: money is no list\n  Write its entries in [ ].\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "holds no gold record"),
        (["gone"], "there is no folder or file gone"),
        (["--by", "year"], "--by: 'year' is neither field nor layout"),
    ],
    ids=["none", "no folder", "no such row"],
)
def test_a_call_that_can_measure_nothing_says_so(
    measured: Callable[..., Answer], options: list[str], said: str
) -> None:
    status, out, err = measured([], *options)
    assert (status, out) == (Exit.USAGE, "")
    assert said in err
    assert len(err.splitlines()) == 2


def test_no_folder_of_documents_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["eval", str(tmp_path / "none")]) == Exit.USAGE
    assert "there is no folder" in capsys.readouterr().err


def test_gold_records_may_have_a_folder_or_a_file_of_their_own(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    apart = tmp_path_factory.mktemp("gold")
    (apart / "901.json").write_text("\ufeff" + json.dumps(GOLD), "utf-8")
    (apart / "902.json").write_text(json.dumps({**GOLD, "value": 1}), "utf-8")
    for gold, value in ((apart, "1"), (apart / "902.json", "0")):
        assert cli.run(["eval", str(folder), str(gold)]) == Exit.FINE
        assert rows(capsys.readouterr().out)["value"][0] == value


def test_every_fact_of_the_examples_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """What CI measures: data/ at floor 1.0."""
    status = cli.run(["eval", str(ROOT / "data"), "--floor", "1.0", "--verbose"])
    out, err = capsys.readouterr()
    assert status == Exit.FINE, out + err


@pytest.mark.parametrize(("docs", "gold"), [("seeds", "gold"), ("cases/docs", "cases/gold")])
def test_every_fact_read_by_hand_in_shared_is_read(
    docs: str, gold: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (SHARED / gold).is_dir():
        pytest.skip("../shared is not there: run from the working copy beside it")
    status = cli.run(["eval", str(SHARED / docs), str(SHARED / gold), "--floor", "0.98", "--verbose"])
    out, err = capsys.readouterr()
    assert status == Exit.FINE, out + err
