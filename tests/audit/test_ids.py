"""What a finding is called: the same for as long as it is about the same."""

import re

import pytest

from mopacreg.record import Declaration


def ids(findings):
    return [finding.id for finding in findings]


def test_an_id_is_short_and_easily_typed(found, decision, cite):
    (finding,) = found("cited-decision-missing", decision(cites=(cite("PCD 800"),)))
    assert re.fullmatch(r"[a-z2-7]{8}", finding.id)


@pytest.mark.parametrize(
    "changed",
    [{"last_line": 200}, {"title": "Canal Patrols, Again"}, {"signed_on": "2022-02-02"}],
    ids=["a longer text", "another title", "another date"],
)
def test_a_reading_that_shifts_lines_keeps_it(found, decision, cite, changed):
    first = found("cited-decision-missing", decision(cites=(cite("PCD 800", 9),)))
    again = found("cited-decision-missing", decision(cites=(cite("PCD 800", 14),), **changed))
    assert ids(first) == ids(again)


def test_it_tells_rules_decisions_and_what_they_are_about_apart(found, decision, cite):
    cites = (cite("PCD 800", 9, "2025-03"), cite("PCD 700", 9, "2025-03"))
    every = [
        *found("cited-decision-missing", decision(cites=cites)),
        *found("cited-decision-missing", decision(reference="PCD 901", cites=cites)),
        *found("cited-date-out-of-sequence", decision(cites=cites)),
    ]
    assert len(set(ids(every))) == len(every) == 6


def test_other_figures_make_another_finding(found, decision, cells):
    def total(printed):
        return decision(
            budget_lines=cells(
                (6, "A", None, 40, False), (7, "B", None, 50, False), (8, "Total", None, printed, True)
            )
        )

    (one,), (other,) = found("sum-mismatch", total(95)), found("sum-mismatch", total(97))
    assert one.id != other.id


def test_two_about_the_very_same_are_told_apart_by_their_order(found, decision):
    rows = tuple(
        Declaration("legal", ticked, None, "Legal advice", line)
        for ticked, line in ((0, 50), (0, 51), (1, 52))
    )
    first, second = found("declaration-unticked", decision(declarations=rows))
    assert first.id != second.id
    (alone,) = found("declaration-unticked", decision(declarations=rows[1:]))
    assert alone.id == first.id


def test_decisions_that_share_a_number_are_told_apart_by_their_titles(found, decision):
    boats, towpaths = decision(signed_on=None), decision(signed_on=None, title="Towpath Lamps")
    (one,) = found("date-missing", boats, towpaths)
    (other,) = found("date-missing", towpaths, boats)
    (alone,) = found("date-missing", boats)
    assert len({one.id, other.id, alone.id}) == 3


def test_files_without_reference_and_title_are_told_apart_by_their_paths(found, decision):
    (one,) = found("date-missing", decision(reference=None, title=None, signed_on=None))
    (other,) = found("date-missing", decision(reference=None, title="Lamps", signed_on=None))
    assert one.id == other.id, "a name of one's own is enough"
