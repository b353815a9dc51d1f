import pytest

from mopacreg.errors import UnknownReference
from mopacreg.record import Decision
from mopacreg.register import query

HELD = (
    Decision("PCD 498", "beta", "2020-09-01", value=300),
    Decision("PCD 1648", "Alpha", "2024-03-12", "Ann Lee", value=2500000, boroughs=("Brent", "Camden")),
    Decision("DMPCD 2015 96", None, "2015-08-27", value=100),
    Decision(None, "Gamma"),
)


@pytest.fixture
def db(register):
    for number, decision in enumerate(HELD, 1):
        register.store(f"/papers/{number}.txt", f"{number}\n", decision)
    return register.db


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        pytest.param("date", [2, 1, 3, 4], id="newest first"),
        pytest.param("oldest", [3, 1, 2, 4], id="oldest first"),
        pytest.param("reference", [3, 1, 2, 4], id="by number, not by letter"),
        pytest.param("title", [2, 1, 4, 3], id="whatever the case"),
        pytest.param("value", [2, 1, 3, 4], id="largest first"),
    ],
)
def test_a_list_is_in_order_and_what_has_no_such_field_is_last(db, sort: str, numbers: list[int]) -> None:
    assert [each.id for each in query.decisions(db, sort=sort)] == numbers
    assert [each.id for each in query.decisions(db, sort=sort, limit=2)] == numbers[:2]
    assert sort in query.SORTS


def test_a_listed_decision_has_what_the_list_shows(db) -> None:
    assert query.decisions(db, limit=1) == [
        query.Listed(
            *(
                2,
                "PCD 1648",
                "PCD 1648",
                "2024-03-12",
                "Alpha",
                2500000,
                ("Brent", "Camden"),
                "Ann Lee",
                False,
            )
        )
    ]
    assert query.listed(db, [4, 99, 2])[0].name == "4.txt"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("PCD 1648", 2),
        ("pcd1648", 2),
        ("1648", 2),
        (" PCD-01648 ", 2),
        ("DMPCD 2015/96", 3),
        ("dmpcd 2015 96", 3),
        ("4.txt", 4),
    ],
)
def test_a_decision_is_found_as_people_write_its_reference(db, typed: str, number: int) -> None:
    assert query.find(db, typed) == [number]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        pytest.param("1684", "PCD 1648, PCD 498.", id="by number, the nearest first"),
        pytest.param("PCD 9999", "PCD 1648, PCD 498.", id="far above them all"),
        pytest.param("pcd 4980", "PCD 1648, PCD 498.", id="not by its digits"),
        pytest.param("DMPCD 2015 97", "held: DMPCD 2015 96.", id="of the same series and year"),
        pytest.param("DMPCD 2014 96", "DMPCD 2015 96", id="of a year of which none is held: by spelling"),
        pytest.param("5.txt", "4.txt", id="a file's name by its spelling"),
    ],
)
def test_an_unknown_reference_names_the_nearest_held(db, typed: str, near: str) -> None:
    with pytest.raises(UnknownReference) as raised:
        query.find(db, typed)
    assert near in raised.value.hint


@pytest.mark.parametrize("typed", ["", "   ", "%", "'", "\0", "\udce9", "no such thing at all"])
def test_anything_else_typed_is_unknown_and_says_what_to_do(db, typed: str) -> None:
    with pytest.raises(UnknownReference) as raised:
        query.find(db, typed)
    assert "mopacreg list" in raised.value.hint


def test_names_are_completed_whatever_the_case_and_the_spaces(db) -> None:
    assert query.titles(db, "pcd1") == [("PCD 1648", "Alpha")]
    assert query.names(db) == ["DMPCD 2015 96", "PCD 498", "PCD 1648", "4.txt"]
    assert query.names(db, "%") == []


def test_which_references_are_held(db) -> None:
    assert query.held(db, ["PCD 498", "PCD 49"]) == {"PCD 498"}
