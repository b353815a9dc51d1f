import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mopacreg.errors import (
    BusyRegister,
    DocumentError,
    NewerRegister,
    NoRegister,
    NotARegister,
    RegisterError,
)
from mopacreg.record import BudgetLine, Citation, Decision, Money, Reading
from mopacreg.register import migrations, opening, query, records
from mopacreg.register.packing import pack
from mopacreg.register.writer import Known, Writer
from mopacreg.sources import Document

LIGHTING = Decision("PCD 7", "Street lighting", value=5_000_00)
CUSTODY = Decision("PCD 8", "Custody healthcare", value=7_000_00)


def names(register) -> list[str]:
    return [each.name for each in query.decisions(register.db, sort="reference")]


def test_a_document_is_new_then_unchanged_then_changed(register) -> None:
    assert register.store("a.txt", "one\n", LIGHTING) == "new"
    before = Path(register.path).read_bytes()
    assert register.store("a.txt", "one\n", LIGHTING) == "unchanged"
    assert Path(register.path).read_bytes() == before
    assert register.store("a.txt", "two\n", CUSTODY) == "changed"
    assert names(register) == ["PCD 8"]


def test_a_changed_document_leaves_nothing_of_what_was_read_before(register) -> None:
    money = Money(1, "£1", None, (), "decided", None, 1)
    cite = Citation("PCD 3", "PCD 3", "cites", None, None, None, 1)
    register.store("a.txt", "obsolete\n", Decision("PCD 7", "Lighting", money=(money,) * 3, cites=(cite,)))
    register.store("a.txt", "current\n", LIGHTING)
    db = register.db
    assert db.execute("select (select count(*) from money), (select count(*) from cites)").fetchone() == (
        0,
        0,
    )
    assert not db.execute("select 1 from texts_fts where texts_fts match 'obsolete'").fetchall()
    assert db.execute("select 1 from texts_fts where texts_fts match 'current'").fetchall()
    assert not db.execute("pragma foreign_key_check").fetchall()


def test_the_index_stays_whole_when_misread_letters_are_replaced(register) -> None:
    register.store("a.txt", "the МАРРА board\n", LIGHTING)
    register.store("a.txt", "the board\n", LIGHTING)
    with sqlite3.connect(register.path) as db:
        db.execute("insert into texts_fts(texts_fts, rank) values ('integrity-check', 1)")


def test_what_is_known_of_a_file_is_kept_and_its_time_updated(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    with Writer(register.path) as writer:
        known = writer.known()["a.txt"]
        assert (known.size, known.mtime_ns) == (4, 1)
        writer.touch("a.txt", size=4, mtime_ns=9)
        assert writer.known()["a.txt"] == Known(known.sha256, 4, 9)


def test_a_batch_that_fails_stores_nothing_and_the_register_goes_on(register) -> None:
    def interrupted(writer: Writer) -> None:
        with writer.batch():
            writer.store(pack(Document("a.txt", "1", "text", "one\n"), [LIGHTING]), size=4, mtime_ns=1)
            raise KeyboardInterrupt

    with Writer(register.path) as writer:
        with pytest.raises(KeyboardInterrupt):
            interrupted(writer)
        assert writer.known() == {}
        assert (
            writer.store(pack(Document("a.txt", "1", "text", "one\n"), [LIGHTING]), size=4, mtime_ns=1)
            == "new"
        )
    assert names(register) == ["PCD 7"]


def test_a_listing_page_is_kept_whole_and_cut_at_its_entries(register) -> None:
    text = "Showing 2 results\nStreet lighting\nPCD 7\nCustody healthcare\nPCD 8\n"
    entries = [
        Decision("PCD 7", "Street lighting", listed_only=True, first_line=2, last_line=3),
        Decision(None, "Custody healthcare", listed_only=True, first_line=4, last_line=5),
    ]
    register.store("list.txt", text, *entries)
    assert names(register) == ["PCD 7", "list.txt#2"]
    db = register.db
    assert [row[0] for row in db.execute("select text from texts order by part")] == [
        "Showing 2 results\n",
        "Street lighting\nPCD 7\n",
        "Custody healthcare\nPCD 8\n",
    ]
    assert all(records.document(db, number).text == text for number in query.find(db, "PCD 7"))
    with Writer(register.path) as writer:
        assert [each.text for each in writer.texts()] == [text]


def test_a_listed_decision_gives_way_to_its_text_and_comes_back(register) -> None:
    register.store("list.txt", "x\n", Decision("PCD 7", "Street lighting", listed_only=True))
    register.store("full.txt", "y\n", LIGHTING)
    assert [each.listed_only for each in query.decisions(register.db)] == [False]
    register.store("full.txt", "z\n", CUSTODY)
    assert [each.listed_only for each in query.decisions(register.db, sort="reference")] == [True, False]
    register.store("full.txt", "y\n", LIGHTING)
    assert register.forget("full.txt")
    assert [each.listed_only for each in query.decisions(register.db)] == [True]
    assert not register.forget("full.txt")


def test_versions_are_kept_and_the_fuller_is_shown(register) -> None:
    register.store("web.txt", "x\n", LIGHTING)
    register.store("form.txt", "y\n", Decision("PCD 7", "STREET LIGHTING", "2020-01-02", value=1))
    register.store("other.txt", "z\n", Decision("PCD 7", "Custody healthcare"))
    db = register.db
    shown = query.find(db, "PCD 7")
    assert [records.source(db, number)["path"] for number in shown] == ["form.txt", "other.txt"]
    assert [records.source(db, n)["path"] for n in records.other_versions(db, shown[0])] == ["web.txt"]
    assert records.other_versions(db, shown[1]) == []
    assert query.counts(db) == {"documents": 3, "records": 3, "versions": 1, "listed_only": 0}


def test_a_decision_without_a_reference_goes_by_its_files_name(register) -> None:
    register.store("folder/minutes.txt", "x\n", Decision(None, "Lighting"))
    assert query.find(register.db, "minutes.txt") == [1]


def test_a_copy_of_a_text_without_a_reference_is_shown_once(register) -> None:
    register.store("one/minutes.txt", "x\n", Decision(None, "Lighting"))
    register.store("two/copy.txt", "x\n", Decision(None, "Lighting"))
    register.store("two/minutes.txt", "y\n", Decision(None, "Lighting"))
    assert names(register) == ["minutes.txt", "minutes.txt"]


def test_reading_again_replaces_the_records_of_texts_already_held(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    register.store("b.txt", "two\n", CUSTODY)
    with Writer(register.path) as writer, writer.batch():
        for document in writer.texts():
            writer.restore(pack(document, [Decision(f"PCD 1{document.text[0]}", "Read again")]))
    assert names(register) == ["PCD 1o", "PCD 1t"]


MORE = replace(
    CUSTODY,
    money=(Money(1, "£1", None, ("2024/25",), "decided", None, 1),),
    budget_lines=(
        BudgetLine(1, "Beds", None, "2024/25", False, 1, "spend", None, ("Brent",), False, "3.1", 2),
    ),
)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        pytest.param(MORE, "unchanged", id="the same record"),
        pytest.param(replace(MORE, value=1), "changed", id="another value"),
        pytest.param(replace(MORE, money=()), "changed", id="a fact less"),
        pytest.param(
            replace(MORE, budget_lines=(replace(MORE.budget_lines[0], boroughs=()),)),
            "changed",
            id="a part of one",
        ),
        pytest.param(
            replace(MORE, readings=(Reading("value", 1, 0, 1, "a rule", "a doubt"),)), "changed", id="a doubt"
        ),
        pytest.param(
            replace(MORE, readings=(Reading("value", 1, 0, 1, "a rule"),)), "unchanged", id="a rule's name"
        ),
    ],
)
def test_reading_again_tells_whether_the_record_differs(register, now: Decision, said: str) -> None:
    register.store("a.txt", "one\n", MORE)
    register.store("b.txt", "two\n", LIGHTING)
    with Writer(register.path) as writer, writer.batch():
        document = next(iter(writer.texts()))
        assert writer.restore(pack(document, [now])) == said


def test_another_writer_is_waited_for_then_named(register, monkeypatch: pytest.MonkeyPatch) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with Writer(register.path) as first, first.batch(), Writer(register.path) as second:
        with pytest.raises(BusyRegister, match="another program"):
            second.store(pack(Document("b.txt", "2", "text", "two\n"), [CUSTODY]), size=4, mtime_ns=1)
        assert names(register) == ["PCD 7"]  # reading goes on


def test_what_is_no_register_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_bytes(b"These are notes, not a database at all." * 40)
    with sqlite3.connect(other) as db:
        db.execute("create table mine (a)")
    for path in (text, other):
        before = path.read_bytes()
        for opened in (query.connect, lambda name: Writer(name).__enter__()):
            with pytest.raises(NotARegister):
                opened(str(path))
        assert path.read_bytes() == before


def test_a_register_of_a_later_version_is_refused(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    with sqlite3.connect(register.path) as db:
        db.execute(f"pragma user_version = {len(migrations.MIGRATIONS) + 1}")
    with pytest.raises(NewerRegister):
        register.store("b.txt", "two\n", CUSTODY)
    with pytest.raises(NewerRegister):
        query.connect(register.path)


def test_a_register_of_an_earlier_version_is_brought_up_to_date_when_it_is_read(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    with sqlite3.connect(register.path) as db:
        db.execute("drop view decision_boroughs")
        db.execute("pragma user_version = 3")  # before the views
    assert names(register) == ["PCD 7"]
    assert register.db.execute("select count(*) from decision_boroughs").fetchone() == (0,)


@pytest.mark.parametrize("content", [None, b""], ids=["no file", "an empty file"])
def test_reading_where_nothing_is_says_how_to_fill_it(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "register.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoRegister) as raised:
        query.connect(str(path))
    assert "mopacreg ingest" in raised.value.hint


def test_a_place_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RegisterError, match="file"):
        Writer(str(tmp_path / "file" / "register.db")).__enter__()


def test_a_files_name_that_is_not_utf_8_is_kept_with_its_bytes_written_out(register) -> None:
    assert register.store("caf\udce9.txt", "one\n", Decision(None, "Lamps")) == "new"
    assert register.store("caf\udce9.txt", "one\n", Decision(None, "Lamps")) == "unchanged"
    assert names(register) == ["caf\\udce9.txt"]


def test_a_text_that_cannot_be_kept_changes_nothing(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    with Writer(register.path) as writer, pytest.raises(DocumentError, match="half a character"):
        writer.store(pack(Document("a.txt", "2", "text", "one \ud800"), [CUSTODY]), size=4, mtime_ns=1)
    assert names(register) == ["PCD 7"]


_KILLED = """
import os, sys
from mopacreg.record import Decision
from mopacreg.register.packing import pack
from mopacreg.register.writer import Writer
from mopacreg.sources import Document
with Writer(sys.argv[1]) as writer, writer.batch():
    writer._db.execute("pragma cache_size = 2")  # pages go to the file before the transaction ends
    for n in range(60):
        text = f"half {n} " * 2000
        document = Document(f"{n}.txt", str(n), "text", text)
        writer.store(pack(document, [Decision(f"PCD {n}", text)]), size=1, mtime_ns=1)
    os._exit(9)
"""


def test_a_writer_that_was_killed_leaves_the_last_whole_register(register) -> None:
    register.store("a.txt", "one\n", LIGHTING)
    assert subprocess.run([sys.executable, "-c", _KILLED, register.path], check=False).returncode == 9
    assert os.path.exists(f"{register.path}-journal")
    assert names(register) == ["PCD 7"]
    assert register.db.execute("pragma integrity_check").fetchone() == ("ok",)
