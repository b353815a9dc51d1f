"""What is in doubt, in the order in which it should be looked at."""

from dataclasses import replace

from mopacreg.record import BudgetLine, Citation, Decision, Money, Reading
from mopacreg.register.doubts import doubts
from mopacreg.register.filters import Filter


def doubtful(*fields: str) -> tuple[Reading, ...]:
    return tuple(Reading(field, line, 0, 1, "r", "why not") for line, field in enumerate(fields, 1))


def line(pounds: int, total: bool = False) -> BudgetLine:
    return BudgetLine(1, "x", None, None, False, pounds * 100, "spend", None, (), total, None, 1)


BIG = Decision(
    "PCD 8",
    "Boats",
    value=900_00,
    money=tuple(
        Money(pounds * 100, "£", None, (), role, None, 1) for pounds, role in ((5, "decided"), (99, "prior"))
    ),
    budget_lines=(line(10), line(20), line(30, total=True)),
    cites=(Citation("PCD 1", "PCD1", "cites", 7_000_00, None, None, 1),),
    last_line=1,
    readings=doubtful(
        "cites 1", "money 2", "money 1", "budget_lines 1", "budget_lines 2", "budget_lines 3", "title"
    ),
)
SMALL = Decision(
    "PCD 7", "Oars", "2024-01-01", value=100_00, last_line=1, readings=doubtful("reference", "value")
)


def test_the_worst_comes_first_and_of_these_the_larger_amount(register) -> None:
    register.store("/a.txt", "a\n", BIG)
    register.store("/b.txt", "b\n", SMALL)
    register.store(
        "/c.txt", "c\n", replace(SMALL, reference="PCD 9", value=None, readings=doubtful("signed_on"))
    )
    found = [(each.name, each.reading.field) for each in doubts(register.db)]
    assert found == [
        ("PCD 7", "reference"),
        ("PCD 7", "value"),
        ("PCD 9", "signed_on"),
        ("PCD 8", "budget_lines 2"),
        ("PCD 8", "budget_lines 1"),
        ("PCD 8", "title"),
        ("PCD 8", "budget_lines 3"),
        ("PCD 8", "money 1"),
        ("PCD 8", "cites 1"),
        ("PCD 8", "money 2"),
    ]


def test_filters_and_a_decision_leave_the_others_out(register) -> None:
    register.store("/a.txt", "a\n", BIG)
    register.store("/b.txt", "b\n", SMALL)
    assert {each.name for each in doubts(register.db, Filter(since="2024"))} == {"PCD 7"}
    assert {each.name for each in doubts(register.db, only=[1])} == {"PCD 8"}


def test_versions_that_are_not_shown_are_left_out(register) -> None:
    register.store("/a.txt", "a\n", SMALL)
    register.store("/b.txt", "b, longer\n", replace(SMALL, readings=()))
    assert doubts(register.db) == []
