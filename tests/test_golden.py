"""The examples in data/ are read as a person read them; what holds no decision is refused.

A gold record is written by hand and never by a test: where one of these fails,
read the document, and mend the reader or (having read it again) the gold.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from mopacreg.errors import NotADecision
from mopacreg.evaluation import compare, differences
from mopacreg.formats.json import as_json
from mopacreg.reader import read
from mopacreg.sources import load

DATA = Path(__file__).parents[1] / "data"
GOLDS = {
    path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8"))
    for path in DATA.glob("*.gold.json")
}
DOCUMENTS = sorted(path.name for path in DATA.iterdir() if not path.name.endswith(".gold.json"))
READ_BY_HAND = Counter(gold["document"] for gold in GOLDS.values())
DECOYS = [name for name in DOCUMENTS if name not in READ_BY_HAND]


def decisions_of(name):
    path = DATA / name
    return read(load(path, path.read_bytes()))


@pytest.mark.parametrize("name", sorted(GOLDS))
def test_a_decision_is_read_as_by_hand(name):
    gold = GOLDS[name]
    held = decisions_of(gold["document"])
    same = held if len(held) == 1 else [part for part in held if part.reference == gold["reference"]]
    assert len(same) == 1, f"{gold['document']} holds {[part.reference for part in held]}"
    wrong = differences(compare(gold, as_json(same[0], {})))
    assert not wrong, "\n".join([f"{name}: {len(wrong)} facts differ from the gold record", *wrong])


@pytest.mark.parametrize("name", sorted(READ_BY_HAND))
def test_each_decision_of_an_example_has_its_gold_record(name):
    references = [decision.reference for decision in decisions_of(name)]
    assert len(references) == READ_BY_HAND[name], f"{name} holds {references}: write a gold record for each"


@pytest.mark.parametrize("name", DECOYS)
def test_an_example_without_a_gold_record_is_refused(name):
    with pytest.raises(NotADecision):
        decisions_of(name)


def test_there_is_a_decoy():
    assert DECOYS, "data/ holds nothing that must be refused"


@pytest.mark.parametrize("name", sorted(GOLDS))
def test_a_gold_record_names_lines_that_its_document_has(name):
    gold = GOLDS[name]
    if gold.get("lines", True) and (DATA / gold["document"]).suffix == ".txt":
        path = DATA / gold["document"]
        lines = load(path, path.read_bytes()).text.split("\n")
        astray = [
            entry
            for field in ("money", "cites", "external_cites")
            for entry in gold.get(field, ())
            if "text" in entry and entry["text"] not in lines[entry["line"] - 1]
        ]
        assert astray == []
