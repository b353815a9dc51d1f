from mopacreg.record import Citation, Decision
from mopacreg.register.alike import Alike, alike
from mopacreg.register.query import find


def _cites(reference: str) -> Citation:
    return Citation(reference, reference, "cites", None, None, None, 1)


def _filled(register):
    lamps = Decision(
        "PCD 1", "Lanterns for parks", summary="Lanterns.", boroughs=("Brent",), cites=(_cites("PCD 90"),)
    )
    register.store("a.txt", "x\n", lamps)
    register.store("b.txt", "x\n", Decision("PCD 2", "More lanterns", boroughs=("Brent",)))
    register.store("c.txt", "x\n", Decision("PCD 3", "Vans", cites=(_cites("PCD 1"), _cites("PCD 90"))))
    register.store("d.txt", "x\n", Decision("PCD 4", "Boats"))
    for number in range(10, 40):
        register.store(f"{number}.txt", "x\n", Decision(f"PCD {number}", f"Number {number}"))
    return register.db


def _of(db, reference: str, limit: int | None = None) -> list[Alike]:
    return alike(db, find(db, reference)[0], limit)


def test_decisions_are_alike_by_rare_words_boroughs_and_citations_and_it_is_said_why(register) -> None:
    found = _of(_filled(register), "PCD 1")
    assert [each.decision.name for each in found] == ["PCD 3", "PCD 2"]
    assert found[0][2:] == ((), (), ("PCD 90",), "cites it")
    assert found[1][2:] == (("lanterns",), ("Brent",), (), None)
    assert found[0].score > found[1].score


def test_so_many_as_are_wanted_and_none_where_nothing_is_shared(register) -> None:
    db = _filled(register)
    assert [each.decision.name for each in _of(db, "PCD 1", 1)] == ["PCD 3"]
    assert [each.linked for each in _of(db, "PCD 3")] == ["is cited by it"]
    assert _of(db, "PCD 4") == []


def test_words_of_titles_outweigh_those_that_are_only_rare(register) -> None:
    """Estimated, organised, released: in few decisions, and about nothing."""
    chance = "What was organised and released is estimated."
    visits = Decision("DMPCD 2014 1", "Custody visitors: training", summary=chance)
    register.store("a", "x\n", visits)
    register.store("b", "x\n", Decision("PCD 2", "Visiting in custody suites: drug tests"))
    register.store("c", "x\n", Decision("PCD 3", "Vans", summary=chance))
    register.store("d", "x\n", Decision("PCD 4", "Boats", summary="It was estimated."))
    register.store("e", "x\n", Decision("DMPCD 2014 5", "Carts", summary="Of custody."))
    for number in range(10, 25):
        title = (
            f"Custody of {number}"
            if number == 10
            else f"Drug {number}"
            if number < 13
            else f"Number {number}"
        )
        register.store(f"{number}", "x\n", Decision(f"PCD {number}", title))
    found = {each.decision.name: each.words for each in _of(register.db, "DMPCD 2014 1")}
    assert set(list(found)[:2]) == {"PCD 2", "PCD 10"}
    assert found["PCD 2"] == ("custody",)  # in four of twenty decisions
    assert set(found) == {"PCD 2", "PCD 10", "PCD 3", "DMPCD 2014 5"}
    assert {each.decision.name for each in _of(register.db, "PCD 2")} >= {"PCD 11", "PCD 12"}
