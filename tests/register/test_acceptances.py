"""Findings accepted: kept, replaced, dropped, and named by the beginning of their ids."""

import sqlite3

import pytest

from mopacreg.errors import BusyRegister, MopacregError
from mopacreg.register import acceptances, migrations, opening
from mopacreg.register.acceptances import Acceptance


@pytest.fixture
def path(tmp_path):
    """A new register."""
    path = str(tmp_path / "register.db")
    opening.to_write(path).close()
    return path


def accepted(finding="abcdefgh", because="It is known."):
    return Acceptance(finding, "sum-mismatch", "PCD 1", "The total is £1 more.", because, "2025-06-01")


def kept(path):
    db = opening.to_read(path)
    try:
        return acceptances.kept(db)
    finally:
        db.close()


def test_what_is_accepted_is_kept_until_it_is_dropped(path):
    acceptances.keep(path, [accepted(), accepted("bbbbbbbb")])
    assert kept(path)["abcdefgh"] == accepted()
    acceptances.drop(path, ["abcdefgh"])
    assert list(kept(path)) == ["bbbbbbbb"]


def test_a_finding_accepted_again_has_the_new_reason(path):
    acceptances.keep(path, [accepted()])
    acceptances.keep(path, [accepted(because="The auditors said so.")])
    assert [each.because for each in kept(path).values()] == ["The auditors said so."]


def test_words_are_data(path):
    hostile = accepted(because="'); drop table decisions; --\udcff\x1b[2J")
    acceptances.keep(path, [hostile])
    assert kept(path)["abcdefgh"].because == "'); drop table decisions; --\\udcff\x1b[2J"


def test_a_register_of_an_earlier_version_gets_its_table(path):
    with sqlite3.connect(path) as db:
        db.execute("drop table acceptances")
        before = [migration.__name__ for migration in migrations.MIGRATIONS].index("_acceptances")
        db.execute(f"pragma user_version = {before}")
    db.close()
    acceptances.keep(path, [accepted()])
    assert kept(path)


def test_where_another_writes_it_is_said(path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(BusyRegister):
        acceptances.keep(path, [accepted()])
    other.close()


@pytest.mark.parametrize("typed", ["abcd", "ABCDEFGH", " abce2222 ", "abcdefgh"])
def test_the_first_letters_that_no_other_has_will_do(typed):
    assert acceptances.named(typed, ["abcdefgh", "abce2222"]).startswith(typed.strip().lower())


@pytest.mark.parametrize(
    ("typed", "said"), [("abc", "may be abcdefgh or abce2222"), ("x", "no finding"), ("", "no f")]
)
def test_what_names_none_or_several_is_refused(typed, said):
    with pytest.raises(MopacregError, match=said):
        acceptances.named(typed, ["abcdefgh", "abce2222"])
