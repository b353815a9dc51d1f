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
