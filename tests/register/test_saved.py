import sqlite3

import pytest

from mopacreg.errors import MopacregError
from mopacreg.record import Decision
from mopacreg.register import literally, migrations, saved
from mopacreg.register.filters import Filter
from mopacreg.register.search import names
from mopacreg.register.words import Query
from mopacreg.register.writer import Writer

VANS = saved.Saved("vans \udce9", "vans", "words", Filter(minimum=100), "2026-01-01", "2026-01-01")


def _asked(register, search: saved.Saved) -> Query:
    return literally.asked(register.db, search.typed, search.how)


def _new(register, search: saved.Saved) -> list[str]:
    db = register.db
    asked = literally.asked(db, search.typed, search.how)
    return sorted(names(db, saved.unseen(search, asked), search.filter))


def test_a_saved_search_tells_what_has_come_since(register) -> None:
    register.store("a.txt", "vans\n", Decision("PCD 1", "Vans", value=300))
    saved.save(register.path, VANS, _asked(register, VANS))
    (kept,) = saved.kept(register.db)
    assert kept[1:] == VANS[1:]
    assert _new(register, kept) == []
    register.store("b.txt", "vans\n", Decision("PCD 2", "More", value=300))
    register.store("c.txt", "vans\n", Decision("PCD 3", "Cheap", value=3))
    assert _new(register, kept) == ["PCD 2"]
    saved.told(register.path, kept._replace(seen_on="2026-02-02"), _asked(register, kept))
    assert _new(register, kept) == []
    assert saved.kept(register.db)[0].seen_on == "2026-02-02"


def test_what_is_read_again_is_not_new(register) -> None:
    register.store("a.txt", "vans\n", Decision("PCD 1", "Vans", value=300))
    saved.save(register.path, VANS, _asked(register, VANS))
    register.store("a.txt", "vans, read anew\n", Decision("PCD 1", "Vans", value=300))
    assert _new(register, saved.kept(register.db)[0]) == []


@pytest.mark.parametrize("how", literally.HOW)
def test_every_manner_of_search_is_saved(register, how: str) -> None:
    register.store("a.txt", "vans\n", Decision("PCD 1", "Vans"))
    search = saved.Saved("v", "vans", how, Filter(), "2026-01-01", "2026-01-01")
    saved.save(register.path, search, _asked(register, search))
    assert saved.one(register.db, "v") == search
    assert _new(register, search) == []


def test_saved_again_it_begins_anew_and_forgotten_it_is_gone(register) -> None:
    register.store("a.txt", "vans and boats\n", Decision("PCD 1", "Vans", value=300))
    saved.save(register.path, VANS, _asked(register, VANS))
    again = VANS._replace(typed="trains")
    saved.save(register.path, again, _asked(register, again))
    assert [each.typed for each in saved.kept(register.db)] == ["trains"]
    assert register.db.execute("select count(*) from searches_seen").fetchone() == (0,)
    saved.forget(register.path, again)
    with pytest.raises(MopacregError, match="no search is saved") as raised:
        saved.one(register.db, "vans")
    assert "--save" in raised.value.hint


def test_a_register_without_them_is_brought_up_to_date(register) -> None:
    with sqlite3.connect(register.path) as db:
        db.executescript("drop table searches; drop table searches_seen")
        number = migrations.MIGRATIONS.index(migrations._searches)
        db.execute(f"pragma user_version = {number}")
    with Writer(register.path):
        pass
    assert saved.kept(register.db) == []
