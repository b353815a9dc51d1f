import re
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mopacreg.register.words import fold, parse


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table f using fts5(text, tokenize='unicode61 remove_diacritics 2')")
    return db


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("drug testing", '("drug" AND "testing")'),
        ('"drug testing"', '"drug testing"'),
        ("“drug testing”", '"drug testing"'),
        ('"drug tes', '"drug tes"'),
        ("polic*", '"polic" *'),
        ("drug OR alcohol", '("drug" OR "alcohol")'),
        ("drug or alcohol", '("drug" AND "or" AND "alcohol")'),
        ("drug OR alcohol testing", '("drug" OR ("alcohol" AND "testing"))'),
        ("(drug OR alcohol) testing", '(("drug" OR "alcohol") AND "testing")'),
        ("grant -loan", '("grant" NOT "loan")'),
        ("grant NOT loan", '("grant" NOT "loan")'),
        ("grant AND loan", '("grant" AND "loan")'),
        ('grant -"bank loan" -(gift OR sale)', '("grant" NOT ("bank loan" OR ("gift" OR "sale")))'),
        ("£25,000", '"25 000"'),
        ("O'Brien", '"o brien"'),
        ("H&F", '"h f"'),
        ("50%", '"50"'),
        ("multi-agency", '"multi agency"'),
        ("МАРРА", '"mappa"'),
        ("Café", '"cafe"'),
        ("PCD-1648", '("pcd 1648" OR "pcd1648")'),
        ("pcds 01648", '("pcd 1648" OR "pcd1648")'),
        ("DMPCD 2015/96", '("dmpcd 2015 96" OR "dmpcd2015 96")'),
        ("PCD 1456 2023/24", '(("pcd 1456" OR "pcd1456") AND "2023 24")'),
        ("PCD 16*", '("pcd" AND "16" *)'),
        ("grant OR", '"grant"'),
        ("((grant", '"grant"'),
        ("grant)", '"grant"'),
        ("grant OR -loan", '"grant"'),
    ],
)
def test_what_is_typed_means(typed: str, match: str) -> None:
    assert parse(typed)[:2] == (match, "")


@pytest.mark.parametrize(
    "typed", ["", "  ", '"', "*", "(", ")", "-", "%", "£", "''", "OR", "NOT", "AND", "_", "()"]
)
def test_what_has_no_word_in_it_asks_nothing(typed: str) -> None:
    assert parse(typed) == ("", "", ())


def test_only_what_is_unwanted_may_be_said() -> None:
    assert parse("-loan NOT gift") == ("", '("loan" OR "gift")', ())


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.sampled_from('()"*-:^{}+ ,.£aORNDTpcd19\0'), st.characters()), max_size=40))
def test_the_index_refuses_nothing_that_can_be_typed(index: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    for expression in (query.match, query.without):
        if expression:
            index.execute("select 1 from f where f match ?", [expression]).fetchall()
    for patterns in query.patterns:
        for pattern in patterns:
            re.compile(pattern)


@pytest.mark.parametrize(
    "typed", ["(" * 3000 + "a", "a OR (b " * 3000, "-" * 3000 + "a", "a " * 3000, "a OR " * 3000]
)
def test_nor_anything_very_long(index: sqlite3.Connection, typed: str) -> None:
    expression = parse(typed).match
    if expression:
        index.execute("select 1 from f where f match ?", [expression]).fetchall()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("МАРРА", "mappa"), ("Île", "ile"), ("İzmir", "izmir"), ("ABC £5", "abc £5")]
)
def test_folding_makes_letters_plain(text: str, folded: str) -> None:
    assert fold(text) == folded
