"""Whole folders audited, each as a register of its own, against what was found in them by hand."""

import json
from pathlib import Path

import pytest

from mopacreg import audit
from mopacreg.errors import UsageError
from mopacreg.intake import ingest
from mopacreg.register import query
from mopacreg.register.writer import Writer

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FOLDERS = {
    "data": (ROOT / "data", ROOT / "data", "*.gold.json"),
    "seeds": (SHARED / "seeds", SHARED / "gold", "*.json"),
    "cases": (SHARED / "cases" / "docs", SHARED / "cases" / "gold", "*.json"),
}
GOLDS = [
    pytest.param(folder, path, id=f"{folder}-{path.name.partition('.')[0]}")
    for folder, (_, golds, pattern) in FOLDERS.items()
    for path in sorted(golds.glob(pattern))
]


@pytest.fixture(scope="module")
def audited(tmp_path_factory):
    """The findings of a folder, each rule among them."""
    done = {}

    def audited(folder):
        if folder not in done:
            path = str(tmp_path_factory.mktemp(folder) / "register.db")
            with Writer(path) as writer:
                for _ in ingest(writer, [FOLDERS[folder][0]], jobs=1):
                    pass
            done[folder] = audit.run(query.connect(path), [rule.name for rule in audit.RULES])
        return done[folder]

    return audited


@pytest.mark.parametrize(("folder", "gold"), GOLDS)
def test_what_a_person_found_is_found_and_nothing_that_they_ruled_out(audited, folder, gold):
    record = json.loads(gold.read_text("utf-8"))
    if "findings" not in record:
        pytest.skip("the gold record leaves the findings open")
    name = record["reference"] or record["document"]
    rules = {finding.rule for finding in audited(folder) if finding.reference == name}
    assert set(record["findings"]) <= rules
    assert not rules & set(record.get("no_findings", ()))


@pytest.mark.parametrize("folder", [name for name, (docs, _, _) in FOLDERS.items() if docs.is_dir()])
def test_each_finding_stands_at_a_line_but_for_the_gaps(audited, folder):
    assert {finding.rule for finding in audited(folder) if finding.line is None} <= {"reference-gap"}


def test_optional_rules_run_only_when_they_are_named(tmp_path):
    path = str(tmp_path / "register.db")
    with Writer(path) as writer:
        for _ in ingest(writer, [ROOT / "data" / "kind-form-2023.txt"], jobs=1):
            pass
    db = query.connect(path)
    optional = {rule.name for rule in audit.RULES if rule.optional}
    assert optional
    assert not {finding.rule for finding in audit.run(db)} & optional
    assert [finding.rule for finding in audit.run(db, ["part-2-closed"])] == ["part-2-closed"]


def test_a_rule_that_there_is_not_is_a_usage_error():
    with pytest.raises(UsageError) as error:
        audit.rule("sums")
    assert "sum-mismatch" in error.value.hint


def test_each_rule_has_a_name_of_its_own_a_severity_and_a_whole_page():
    assert len({rule.name for rule in audit.RULES}) == len(audit.RULES)
    for rule in audit.RULES:
        assert rule.severity in audit.SEVERITIES
        assert all((rule.checks, rule.source, rule.example, rule.misses))
        assert rule.explanation.startswith(f"{rule.name} ({rule.severity})\n")
