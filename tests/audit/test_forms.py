"""Rules on the form's own questions: ticks, Part 2, deferral; and on the authority that it names."""

import pytest

from mopacreg.record import Declaration


def rows(*ticks):
    areas = ("financial", "legal", "gdpr")
    return tuple(
        Declaration(area, tick, "✓" if tick else None, area, 80 + n)
        for n, (area, tick) in enumerate(zip(areas, ticks, strict=False))
    )


def test_a_row_without_a_tick_is_found_at_its_line(found, decision):
    (finding,) = found("declaration-unticked", decision(declarations=rows(True, True, False)))
    assert finding.line == 82
    assert "GDPR and data privacy is not ticked" in finding.message


def test_a_column_without_any_tick_is_said_once(found, decision):
    (finding,) = found("declaration-unticked", decision(declarations=rows(False, False, False)))
    assert "None of the 3 rows" in finding.message


def test_ticks_all_down_are_fine_and_so_is_no_declaration(found, decision):
    assert not found("declaration-unticked", decision(declarations=rows(True, True, True)))
    assert not found("declaration-unticked", decision())


@pytest.mark.parametrize(("part_2", "count"), [(True, 1), (False, 0), (None, 0)])
def test_a_part_2_is_noted_at_its_question(found, decision, part_2, count):
    findings = found("part-2-closed", decision(part_2=part_2), text="a\nb\nIs there a part 2 form – YES")
    assert [finding.line for finding in findings] == [3] * count


@pytest.mark.parametrize(
    ("until", "count"),
    [("2025-05-31", 1), ("2025-06-01", 0), ("2025-06", 0), ("2025-05", 1), (None, 0)],
)
def test_a_deferral_is_lapsed_when_its_last_day_is_over(found, decision, until, count):
    paper = decision(deferred=True, deferred_until=until)
    assert len(found("deferral-lapsed", paper, text="Until what date: 31/05/2025")) == count


def test_a_decision_that_was_not_deferred_has_no_lapsed_deferral(found, decision):
    assert not found("deferral-lapsed", decision(deferred=False, deferred_until="2020-01-01"))


LIMIT = "A business case of £500,000 and above is for the DMPC to approve."


@pytest.fixture
def paper(decision, money, section):
    def paper(value, legal=LIMIT, qualifier="and above"):
        limit = money(500_000, "4.1", 40, "threshold", qualifier=qualifier)
        return decision(value=value and value * 100, money=(limit,), sections=section(legal))

    return paper


def test_a_value_below_the_only_limit_that_the_legal_section_names_is_noted(found, paper):
    (finding,) = found("authority", paper(120_000))
    assert finding.line == 40
    assert "£120,000" in finding.message
    assert "£500,000" in finding.message


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 500_000},
        {"value": None},
        {"value": 120_000, "legal": LIMIT + " The award of grants is for the DMPC too."},
        {"value": 120_000, "qualifier": "below"},
    ],
    ids=["the limit itself", "no value", "another ground", "a limit downwards"],
)
def test_a_value_that_is_the_deputy_mayor_s_or_may_be_is_fine(found, paper, fields):
    assert not found("authority", paper(**fields))
