from mopacreg.record import Decision, Recommendation
from mopacreg.register.facets import Share, facets
from mopacreg.register.filters import Filter
from mopacreg.register.words import parse


def test_what_is_found_is_counted_by_year_borough_signer_and_action_with_its_value(register) -> None:
    approve = (
        Recommendation(1, "Approve vans.", "approve", 1),
        Recommendation(2, "Approve more.", "approve", 2),
    )
    two = ("Brent", "Camden")
    vans = Decision(
        "PCD 1", "Vans", "2024-01-02", "A. Mayor", value=300, recommendations=approve, boroughs=two
    )
    register.store("a.txt", "vans\n", vans)
    register.store(
        "b.txt", "vans\n", Decision("PCD 2", "Boats", "2023-01-02", value=50, boroughs=("Camden",))
    )
    register.store("c.txt", "vans\n", Decision("PCD 3", "Carts"))
    register.store("d.txt", "trains\n", Decision("PCD 4", "Trains", value=9))
    found = facets(register.db, parse("vans"))
    assert (found.decisions, found.value) == (3, 350)
    assert found.by == {
        "year": (Share("2024", 1, 300), Share("2023", 1, 50), Share(None, 1, 0)),
        "borough": (Share("Camden", 2, 350), Share("Brent", 1, 300), Share(None, 1, 0)),
        "signed_by": (Share("A. Mayor", 1, 300), Share(None, 2, 50)),
        "action": (Share("approve", 1, 300), Share(None, 2, 50)),
    }
    assert facets(register.db, parse("vans"), Filter(until="2023")).value == 50
    assert facets(register.db, parse("")).decisions == 0
