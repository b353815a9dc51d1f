import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from mopacreg.record import BudgetLine, Decision, Money
from mopacreg.register import migrations, schema
from mopacreg.register.writer import Writer


@pytest.fixture
def made(tmp_path: Path) -> Database:
    with Writer(str(tmp_path / "register.db")):
        pass
    return Database(str(tmp_path / "register.db"))


def test_sqlite_utils_finds_the_search_index_by_itself(made: Database, register) -> None:
    assert made.table("texts").detect_fts() == "texts_fts"
    register.store("a.txt", "Grant for lighting\n", Decision("PCD 7", "Lighting"))
    assert [row["id"] for row in Database(register.path).table("texts").search("LIGHTING")] == [1]


def test_every_table_of_facts_refers_to_its_decision(made: Database) -> None:
    for table in schema.FACTS:
        key = made.table(table).foreign_keys[0]
        assert (key.column, key.other_table, key.other_column) == ("decision_id", "decisions", "id")
        assert made.table(table).pks == ["decision_id", "n"]


def test_money_is_whole_pence_and_the_views_show_pounds(register) -> None:
    sum_ = Money(1_234_56, "£1,234.56", None, (), "decided", None, 1)
    register.store("a.txt", "£1,234.56\n", Decision("PCD 7", "Lighting", value=1_234_56, money=(sum_,)))
    assert register.db.execute("select typeof(amount), amount from money").fetchone() == ("integer", 123456)
    assert register.db.execute("select pounds from money_in_pounds").fetchone() == (1234.56,)
    assert register.db.execute("select pounds from decisions_in_pounds").fetchone() == (1234.56,)


def test_boroughs_are_a_json_array_and_a_view_of_one_a_row(register) -> None:
    register.store("a.txt", "x\n", Decision("PCD 7", "Lighting", boroughs=("Brent", "City of London")))
    db = register.db
    assert db.execute("select boroughs from decisions").fetchone() == ('["Brent", "City of London"]',)
    assert db.execute("select * from decision_boroughs").fetchall() == [(1, "Brent"), (1, "City of London")]


def test_migrating_again_changes_nothing(made: Database, register) -> None:
    before = sorted(made.schema.split(";"))  # an index may be made anew, and then stands last
    migrations.migrate(made.conn)
    made.execute("pragma user_version = 0")  # as after a machine that stopped before it was counted
    migrations.migrate(made.conn)
    assert sorted(made.schema.split(";")) == before
    assert schema.version(made.conn) == len(migrations.MIGRATIONS) == schema.VERSION


def test_a_register_of_this_version_is_opened_without_sqlite_utils(
    register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.store("a.txt", "x\n", Decision("PCD 7", "Lighting"))
    monkeypatch.setitem(__import__("sys").modules, "sqlite_utils", None)  # importing it would fail
    assert register.store("b.txt", "y\n", Decision("PCD 8", "Benches")) == "new"


def test_foreign_keys_hold_while_writing(register) -> None:
    with Writer(register.path) as writer, pytest.raises(sqlite3.IntegrityError):
        writer._db.execute("insert into money (decision_id, n) values (99, 1)")


def test_an_earlier_register_is_told_which_of_its_lines_count(register) -> None:
    cells = tuple(
        BudgetLine(1, item, None, None, False, 40_00, "spend", None, (), item == "Total", "3", 1)
        for item in ("Lamps", "Total")
    )
    register.store("a.txt", "£40\n", Decision("PCD 7", "Lighting", budget_lines=cells))
    with sqlite3.connect(register.path) as db:
        db.execute("alter table budget_lines drop column left_out")
        db.execute(f"pragma user_version = {migrations.MIGRATIONS.index(migrations._counting)}")
    said = register.db.execute("select item, left_out from budget_lines").fetchall()
    assert said == [("Lamps", None), ("Total", "printed total")]


def test_the_corrections_of_an_earlier_register_keep_their_numbers(register) -> None:
    with sqlite3.connect(register.path) as db:
        db.execute("drop table corrections")
        columns = ", ".join(f"{name}" for name in schema.CORRECTIONS if name != "id")
        db.execute(f"create table corrections (id INTEGER PRIMARY KEY, {columns})")
        db.execute("insert into corrections (id, decision, path) values (3, 'PCD 7', 'a.txt')")
        before = migrations.MIGRATIONS.index(migrations._corrections_numbered_once)
        db.execute(f"pragma user_version = {before}")
    held = register.db.execute("select id, decision, path from corrections").fetchall()
    assert held == [(3, "PCD 7", "a.txt")]


def test_an_earlier_register_that_cannot_be_written_is_read_all_the_same(
    register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.store("a.txt", "Lamps for £40\n", Decision("PCD 7", "Lighting"))
    with sqlite3.connect(register.path) as db:
        db.execute("alter table budget_lines drop column left_out")
        db.execute(f"pragma user_version = {migrations.MIGRATIONS.index(migrations._counting)}")
    before = Path(register.path).read_bytes()
    monkeypatch.setattr("mopacreg.register.opening.os.access", lambda path, mode: False)
    db = register.db
    assert db.execute("select name from decisions").fetchall() == [("PCD 7",)]
    assert db.execute("select rowid from texts_fts where texts_fts match 'lamps'").fetchall() == [(1,)]
    assert schema.version(db) == schema.VERSION
    assert Path(register.path).read_bytes() == before


@pytest.mark.parametrize("stopped_at", range(1, 5))
def test_corrections_survive_a_migration_that_is_stopped(register, stopped_at: int) -> None:
    with sqlite3.connect(register.path) as db:
        columns = ", ".join(name for name in schema.CORRECTIONS if name != "id")
        db.execute("drop table corrections")
        db.execute(f"create table corrections (id INTEGER PRIMARY KEY, {columns})")
        db.execute("insert into corrections (id, decision) values (3, 'PCD 7')")
    db = Database(sqlite3.connect(register.path, isolation_level=None))
    left = stopped_at

    changing = (sqlite3.SQLITE_ALTER_TABLE, sqlite3.SQLITE_CREATE_TABLE, sqlite3.SQLITE_DROP_TABLE)

    def stop(action: int, name: str | None, *_: object) -> int:
        nonlocal left
        counted = action in changing or (action == sqlite3.SQLITE_INSERT and name == "corrections")
        left -= counted
        return sqlite3.SQLITE_DENY if counted and left <= 0 else sqlite3.SQLITE_OK

    db.conn.set_authorizer(stop)
    with pytest.raises(sqlite3.DatabaseError):
        migrations._corrections_numbered_once(db)
    db.conn.set_authorizer(None)
    migrations._corrections_numbered_once(db)
    assert db.execute("select id, decision from corrections").fetchall() == [(3, "PCD 7")]
    assert "corrections_before" not in db.table_names()
