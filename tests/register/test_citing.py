"""Who cites whom is counted by decisions, not by mentions, and texts that give way don't count."""

from __future__ import annotations

import pytest

from mopacreg.errors import UnknownReference
from mopacreg.record import Citation, Decision
from mopacreg.register import cited, citing


def cites(*references, amount=None, date=None):
    return tuple(
        Citation(reference, reference, "cites", amount, date, "1.1", n)
        for n, reference in enumerate(references, 1)
    )


def decision(reference, *cited_by_it, title=None, **said):
    return Decision(reference, title or reference, cites=cites(*cited_by_it, **said))


def test_what_is_cited_by_most_decisions_comes_first(register):
    register.store("a", "a", decision("PCD 10", "PCD 1", "PCD 2", "PCD 2", "PCD 2"))
    register.store("b", "b", decision("PCD 9", "PCD 1"))
    found = cited.counted(register.db)
    assert [(each.name, each.by, each.mentions) for each in found] == [
        ("PCD 1", ("PCD 9", "PCD 10"), 2),
        ("PCD 2", ("PCD 10",), 3),
    ]


def test_what_all_say_of_a_decision_is_told_and_what_they_dispute_is_not(register):
    register.store("a", "a", decision("PCD 10", "PCD 1", amount=500, date="2021-03"))
    register.store("b", "b", decision("PCD 9", "PCD 1", amount=500, date="2021-03-05"))
    (found,) = cited.counted(register.db)
    assert (found.claimed_amount, found.claimed_date, found.disputed) == (500, "2021-03-05", False)
    register.store("c", "c", decision("PCD 8", "PCD 1", amount=600))
    (found,) = cited.counted(register.db)
    assert (found.claimed_amount, found.disputed) == (None, True)


def test_the_old_letters_and_the_new_are_one_decision(register):
    register.store(
        "a",
        "a",
        decision("PCD 500", "DMPCD 453"),
    )
    register.store("b", "b", decision("PCD 501", "PCD 453"))
    register.store("c", "c", decision("PCD 453"))
    assert [(each.name, each.held is not None, len(each.by)) for each in cited.counted(register.db)] == [
        ("PCD 453", True, 2)
    ]
    assert cited.alone(register.db) == []


def test_a_text_that_gives_way_to_a_fuller_one_cites_nothing(register):
    register.store("a", "a", decision("PCD 10", "PCD 1", title="Canal patrols at night"))
    fuller = Decision("PCD 10", "Canal patrols at night", "2021-01-01", "A. Name", "Summary.", 500)
    register.store("b", "b" * 50, fuller)
    assert cited.counted(register.db) == []
    assert [each.name for each in cited.alone(register.db)] == ["PCD 10"]


@pytest.mark.parametrize("typed", ["1", "pcd 1", "PCD-1"])
def test_a_decision_that_is_only_cited_is_known_by_its_reference(typed, register):
    register.store("a", "a", decision("PCD 10", "PCD 1"))
    assert citing.named(register.db, typed) == "PCD 1"


def test_a_decision_that_is_neither_held_nor_cited_is_not_known(register):
    register.store("a", "a", decision("PCD 10", "PCD 1"))
    with pytest.raises(UnknownReference):
        citing.named(register.db, "PCD 2")
