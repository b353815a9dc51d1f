"""Gold records on disk: where they are looked for, and what is said of one that can't be used."""

import json
from pathlib import Path

import pytest

from mopacreg import golden
from mopacreg.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document in it."""
    (tmp_path / "page.txt").write_text("A page.\n", "utf-8")
    return tmp_path


def write(path: Path, **record: object) -> None:
    """A gold record of page.txt."""
    path.write_text(json.dumps({"document": "page.txt", **record}), "utf-8")


def test_beside_documents_only_gold_json_is_a_gold_record(folder: Path) -> None:
    write(folder / "page.gold.json", reference="PCD 1")
    (folder / "settings.json").write_text("{}", "utf-8")
    (gold,) = golden.load(folder, folder)
    assert (gold.name, gold.document) == ("PCD 1", folder / "page.txt")


def test_in_a_folder_of_their_own_all_json_files_are(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    apart = tmp_path_factory.mktemp("gold")
    write(apart / "b.json")
    write(apart / "a.json", reference="PCD 1")
    assert [gold.name for gold in golden.load(folder, apart)] == ["PCD 1", "page.txt"]


def test_one_gold_record_may_be_named_by_itself(folder: Path) -> None:
    for name in ("a.gold.json", "b.gold.json"):
        write(folder / name, reference=name)
    assert [gold.name for gold in golden.load(folder, folder / "b.gold.json")] == ["b.gold.json"]


def test_a_byte_order_mark_is_passed_over(folder: Path) -> None:
    (folder / "page.gold.json").write_text('\ufeff{"document": "page.txt"}', "utf-8")
    assert len(golden.load(folder, folder)) == 1


def test_a_record_as_it_is_shown_is_a_gold_record_but_for_its_document(folder: Path) -> None:
    write(folder / "page.gold.json", reference="PCD 1", source={"format": "text"}, signedon="2024-03-12")
    assert golden.load(folder, folder)[0].unknown == ("signedon",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "bad.gold.json, line 1: no JSON"),
        ('{\n "reference": ', "bad.gold.json, line 2: no JSON"),
        ("[" * 100_000, "bad.gold.json is no JSON"),
        ("[1]", "bad.gold.json is no gold record"),
        ("null", "bad.gold.json is no gold record"),
        ('{"reference": "PCD 1"}', "bad.gold.json names no document"),
        ('{"document": 5}', "bad.gold.json names no document"),
        ('{"document": "gone.txt"}', "its document gone.txt is not in ."),
        ('{"document": "a\\u0000b"}', "is not in ."),
        ('{"document": "page.txt", "money": 5}', "money is no list"),
        ('{"document": "page.txt", "money": [{}, 5]}', "money 2 is not an object"),
        ('{"document": "page.txt", "boroughs": [5]}', "boroughs 1 is not a name"),
        ('{"document": "page.txt", "sections": [{"number": "1", "paragraphs": 5}]}', "paragraphs is no list"),
    ],
    ids=[
        "empty",
        "cut off",
        "nested without end",
        "a list",
        "null",
        "no document",
        "document no name",
        "document not there",
        "document no file's name",
        "field no list",
        "entry no object",
        "entry no name",
        "paragraphs no list",
    ],
)
def test_a_bad_gold_record_is_named_with_what_is_wrong(folder: Path, text: str, said: str) -> None:
    (folder / "bad.gold.json").write_text(text, "utf-8")
    with pytest.raises(UsageError) as refused:
        golden.load(folder, folder)
    assert said in refused.value.message.replace(f"{folder}/", "").replace(str(folder), ".")
    assert refused.value.hint


def test_a_gold_record_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "bad.gold.json").write_bytes('{"document": "page.txt", "title": "£5"}'.encode("cp1252"))
    with pytest.raises(UsageError, match=r"bad\.gold\.json is no JSON in UTF-8"):
        golden.load(folder, folder)
