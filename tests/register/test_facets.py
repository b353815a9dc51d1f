from mopacreg.record import Decision, Recommendation
from mopacreg.register.facets import Share, facets
from mopacreg.register.filters import Filter
from mopacreg.register.words import parse
from mopacreg.views.facets import page


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
    assert found[:3] == (3, 350, 2)
    assert found.by == {
        "year": (Share("2024", 1, 300, 1), Share("2023", 1, 50, 1), Share(None, 1, None, 0)),
        "borough": (Share("Camden", 2, 350, 2), Share("Brent", 1, 300, 1), Share(None, 1, None, 0)),
        "signed_by": (Share(None, 2, 50, 1), Share("A. Mayor", 1, 300, 1)),
        "action": (Share(None, 2, 50, 1), Share("approve", 1, 300, 1)),
    }
    assert facets(register.db, parse("vans"), Filter(until="2023")).value == 50
    assert facets(register.db, parse("")).decisions == 0


def test_what_is_shown_and_what_is_left_out_add_up_to_the_whole(register) -> None:
    for number in range(13):
        signed_on = f"20{10 + number}-01-01" if number < 11 else None
        register.store(
            f"{number}", "vans\n", Decision(f"PCD {number}", "Vans", signed_on, boroughs=("Brent",))
        )
    view = page(facets(register.db, parse("vans")))
    year, borough = view.blocks[:2]
    assert view.title == "13 decisions, no value is known"
    assert year.rows[0] == ("(none stated)", 2, None, 0)
    assert sum(row[1] for row in year.rows) == 11
    assert year.notes == ("and 2 more (2 decisions)",)
    assert borough.rows == [("Brent", 13, None, 0)]
    register.store("v", "vans\n", Decision("PCD 99", "Vans", value=500))
    assert page(facets(register.db, parse("vans"))).title == "14 decisions, £5 (the value of 1)"
