"""Comparing a record with one read by hand: what counts as right, missed, wrong, and open."""

import pytest

from mopacreg.evaluation import Tally, add_up, compare, differences

LINE = {"table": 1, "item": "Tags", "financial_year": "2022/23", "amount": 900000, "total": False, "line": 65}


def sum_at(line, amount, **more):
    return {"line": line, "amount": amount, **more}


def cite(reference, **more):
    return {"reference": reference, **more}


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Tags – two years", "Tags - two  years"),
        ("MOPAC’s “first” grant", 'MOPAC\'s "first" grant.'),
        (25000, 25000.0),
        (
            {"role": "Chief Executive Officer", "date": "2024-03-13"},
            {"date": "2024-03-13", "role": "Chief Executive Officer"},
        ),
        ("*", "anything"),
        ("*", None),
        (False, False),
        (None, None),
    ],
    ids=[
        "dash and spaces",
        "quotes and a stop",
        "whole float",
        "key order",
        "open",
        "open, unread",
        "false",
        "null",
    ],
)
def test_facts_that_no_reader_would_tell_apart_agree(wanted, given):
    assert differences(compare({"title": wanted}, {"title": given})) == []


@pytest.mark.parametrize(
    ("wanted", "given", "said"),
    [
        ("Tags", "Tag", ["title: missed 'Tags'", "title: wrong 'Tag'"]),
        ("Tags", "TAGS", ["title: missed 'Tags'", "title: wrong 'TAGS'"]),
        ("Tags", None, ["title: missed 'Tags'"]),
        (None, "Tags", ["title: wrong 'Tags'"]),
        (False, None, ["title: missed False"]),
    ],
    ids=["other words", "other case", "unread", "read where there is none", "false is a fact"],
)
def test_a_fact_that_differs_is_missed_and_wrong(wanted, given, said):
    assert differences(compare({"title": wanted}, {"title": given})) == said


def test_what_a_gold_record_leaves_out_is_open():
    record = {"reference": "PCD 1", "title": "Tags", "money": [sum_at(3, 5)], "findings": ["date-missing"]}
    assert compare({"reference": "PCD 1"}, record) == {"reference": Tally(right=("'PCD 1'",))}


def test_a_null_on_both_sides_counts_nowhere():
    assert compare({"signed_by": None}, {"signed_by": None})["signed_by"] == Tally()


def test_each_mention_of_a_sum_counts_once():
    gold = {"money": [sum_at(9, 50000), sum_at(9, 50000), sum_at(9, 25000)]}
    found = compare(gold, {"money": [sum_at(9, 50000), sum_at(8, 25000)]})["money"]
    assert found.right == ("line 9, amount 50000",)
    assert found.missed == ("line 9, amount 50000", "line 9, amount 25000")
    assert found.wrong == ("line 8, amount 25000",)


def test_twins_are_matched_by_what_else_is_said_of_them():
    gold = {"money": [sum_at(48, 45000, role="total"), sum_at(48, 45000, role="decided")]}
    record = {"money": [sum_at(48, 45000, role="decided"), sum_at(48, 45000, role="total")]}
    assert differences(compare(gold, record)) == []


def test_a_detail_is_judged_beside_its_entry():
    gold = {"money": [sum_at(9, 50000, role="background", text="£50,000")]}
    found = compare(gold, {"money": [sum_at(9, 50000, role="decided", text="£50,000")]})
    assert found["money"].right == ("line 9, amount 50000",)
    assert differences(found) == [
        "money.role: missed line 9, amount 50000: 'background'",
        "money.role: wrong line 9, amount 50000: 'decided'",
    ]


@pytest.mark.parametrize("detail", ["role", "relation"])
def test_a_null_role_or_relation_is_open(detail):
    name = {"role": "money", "relation": "cites"}[detail]
    entry = {"line": 3, "amount": 5, "reference": "PCD 1"}
    assert differences(compare({name: [{**entry, detail: None}]}, {name: [{**entry, detail: "x"}]})) == []


def test_a_budget_line_whose_year_is_open_leaves_the_dated_ones_alone():
    gold = {"budget_lines": [{**LINE, "financial_year": "*"}, LINE]}
    record = {"budget_lines": [LINE, {**LINE, "financial_year": None}]}
    assert differences(compare(gold, record)) == []


@pytest.mark.parametrize("change", [{"line": 66}, {"item": "Tag"}, {"financial_year": None}, {"total": True}])
def test_a_budget_line_is_told_by_its_line_item_year_and_total(change):
    found = compare({"budget_lines": [LINE]}, {"budget_lines": [{**LINE, **change}]})["budget_lines"]
    assert (len(found.right), len(found.missed), len(found.wrong)) == (0, 1, 1)


def test_a_gold_record_without_lines_leaves_them_open():
    gold = {"lines": False, "money": [sum_at(0, 5, role="decided")], "budget_lines": [{**LINE, "line": 0}]}
    record = {"money": [sum_at(7, 5, role="decided")], "budget_lines": [LINE]}
    assert differences(compare(gold, record)) == []


def test_citations_without_lines_are_compared_by_reference_alone():
    gold = {"cites": [cite("PCD 1406", relation="amends")]}
    record = {
        "cites": [cite("PCD 1406", line=13, relation="cites"), cite("PCD 1406", line=15, relation="amends")]
    }
    assert differences(compare(gold, record)) == []


def test_citations_with_lines_are_compared_mention_by_mention():
    gold = {"cites": [cite("PCD 1406", line=13), cite("PCD 1406", line=15), cite("PCD 1406", line=15)]}
    record = {"cites": [cite("PCD 1406", line=13), cite("PCD 1406", line=15)]}
    assert differences(compare(gold, record)) == ["cites: missed line 15, reference PCD 1406"]


def test_paragraphs_may_be_bare_numbers_on_either_side():
    sections = [{"number": "1", "paragraphs": [{"number": "1.1"}, {"number": "1.2"}]}]
    assert differences(compare({"paragraphs": ["1.1", "1.2"]}, {"sections": sections})) == []
    assert differences(compare({"paragraphs": ["1.1", "1.3"]}, {"paragraphs": ["1.1"]})) == [
        "paragraphs: missed number 1.3"
    ]


def test_only_the_rules_that_a_gold_record_names_are_judged():
    gold = {"findings": ["sum-mismatch"], "no_findings": ["date-missing"]}
    found = compare(gold, {"findings": ["date-missing", "reference-gap"]})
    assert differences(found) == ["findings: missed rule sum-mismatch", "findings: wrong rule date-missing"]


def test_findings_are_not_judged_of_a_record_that_was_not_audited():
    assert compare({"findings": ["sum-mismatch"]}, {}) == {}


def test_precision_and_recall_are_shares_of_what_was_read_and_of_what_is_there():
    tally = Tally(right=("a", "b"), missed=("c", "d"), wrong=("e",))
    assert (tally.precision, tally.recall) == (pytest.approx(2 / 3), pytest.approx(1 / 2))
    assert tally.f1 == pytest.approx(2 * (2 / 3) * (1 / 2) / (2 / 3 + 1 / 2))
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)


def test_comparisons_add_up_by_field():
    total = add_up(
        [compare({"title": "A", "value": 5}, {"title": "A"}), compare({"title": "B"}, {"title": "C"})]
    )
    assert total["title"] == Tally(right=("'A'",), missed=("'B'",), wrong=("'C'",))
    assert total["value"] == Tally(missed=("5",))
