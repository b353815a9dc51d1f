import re
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mopacreg.errors import UsageError
from mopacreg.register import conditions, migrations
from mopacreg.register.folding import fold
from mopacreg.register.spellings import typed_sum, typed_year
from mopacreg.register.words import Query, parse


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    migrations.migrate(db)
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
        ("O'Brien", '"o brien"'),
        ("H&F", '"h f"'),
        ("50%", '"50"'),
        ("multi-agency", '"multi agency"'),
        ("МАРРА", '"mappa"'),
        ("Café", '"cafe"'),
        ("PCD-1648", '("pcd 1648" OR "pcd1648")'),
        ("pcds 01648", '("pcd 1648" OR "pcd1648")'),
        ("DMPCD 2015/96", '("dmpcd 2015 96" OR "dmpcd2015 96")'),
        ("PCD:1648", '("pcd 1648" OR "pcd1648")'),
        ("2017-21", '"2017 21"'),
        ("2024-03", '"2024 03"'),
        ("drug NEAR testing", 'NEAR("drug" "testing", 10)'),
        ("drug NEAR/3 testing NEAR/4 custody", 'NEAR("drug" "testing" "custody", 4)'),
        ("NEAR(drug test*, 5)", 'NEAR("drug" "test" *, 5)'),
        ("near drug", '("near" AND "drug")'),
        ("drug NEAR ", '"drug"'),
        ("title:custody", '{title} : ("custody")'),
        ("title:(a OR b) c", '({title} : (("a" OR "b")) AND "c")'),
        ("Note: custody", '("note" AND "custody")'),
        ("10:30", '"10 30"'),
        ("http://example.org", '"http example org"'),
        ('"colour:red"', '"colour red"'),
        ('"youth work"*', '"youth work" *'),
        ("MD 2623", '("md 2623" OR "md2623")'),
        ("MD2623", '("md 2623" OR "md2623")'),
        ("dd-2459", '("dd 2459" OR "dd2459")'),
        ("ADD 281", '("add 281" OR "add281")'),
        ("add 50", '("add" AND "50")'),
        ("PCD 16*", '("pcd" AND "16" *)'),
        ("grant OR", '"grant"'),
        ("((grant", '"grant"'),
        ("grant)", '"grant"'),
    ],
)
def test_what_is_typed_means(typed: str, match: str) -> None:
    assert parse(typed)[:3] == (match, "", ())


@pytest.mark.parametrize(
    "typed", ["", "  ", '"', "*", "(", ")", "-", "%", "£", "''", "OR", "NOT", "AND", "_", "()"]
)
def test_what_has_no_word_in_it_asks_nothing(typed: str) -> None:
    assert parse(typed) == Query()


def test_a_sum_that_cannot_be_read_is_looked_for_as_words_and_said() -> None:
    asked = parse("£1,8m lamps")
    assert asked.match == '("1 8m" AND "lamps")'
    assert asked.notes == ("'£1,8m' is no sum: looked for as words",)
    assert parse("£1.8m lamps, 24/25; 1406").notes == ()


def test_only_what_is_unwanted_may_be_said() -> None:
    asked = parse("-loan NOT gift")
    assert (asked.match, asked.values, asked.patterns) == ("", ('("loan" OR "gift")',), ())


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "£1.8m",
            "£1,800,000",
            "1.8million",
            "1.8 million",
            "£1800000",
            "£1800k",
            "£1.80M",
            "£1.8m,",
            "£1,800,000,",
            '"£1.800m"',
            "1.8mn",
        ),
        ("£25,000", "25k", "£25000", '"25k"', "£25,000.00"),
        ("25,000", "25000", '"25,000"', "25,000.00"),
        ("£3,281.5m", "£3.2815bn", "£3,281,500,000"),
        ("24/25", "2024/25", "2024/5", "2024-25", "FY24/25", "2024/2025", "fy 24/25"),
        ("DMPCD 2015/96", "dmpcd 2015 96", "DMPCD-2015-096"),
    ],
    ids=lambda each: each[0],
)
def test_every_spelling_asks_the_same(spellings: tuple[str, ...]) -> None:
    asked = [parse(each) for each in spellings]
    assert len({(each[:4], each.sums) for each in asked}) == 1
    assert asked[0][:2] != ("", "")


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        (
            "£1.8m",
            "up to £1,800,000 and £1.8million or 1.8 million",
            ["1,800,000", "1.8million", "1.8 million"],
        ),
        ("1.8m", "£21.8m, £1.85m and £11,800,000", []),
        ("£25k", "£25,000.00, f25k, £725,000", ["25,000.00", "25k"]),
        (
            "24/25",
            "in FY24/25, 2024 / 25, 202425, 2024-2025; on 3/24/25",
            ["24/25", "2024 / 25", "202425", "2024-2025"],
        ),
    ],
)
def test_the_spellings_are_marked_and_no_longer_figure(typed: str, text: str, marked: list[str]) -> None:
    (precise, *_) = (typed_sum(typed) or typed_year(typed)).patterns
    assert [each[0] for each in re.finditer(precise, fold(text))] == marked


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("amount:500k..2m", (500_000_00, 2_000_000_00)),
        ("AMOUNT:£25,000", (25_000_00, 25_000_00)),
        ("value:..25k", (0, 25_000_00)),
        ("borough: tower hamlets", ('%"Tower Hamlets"%',)),
        ("cites:PCD 1406", ("PCD 1406",) * 2),
        ("cites:1406", ("PCD 1406",) * 2),
        ("section:4", ("4", "%4%")),
        ("year:2024/25..", ("2024/25", "~") * 2),
        ('by:"A. Mayor"', ("%A. Mayor%",)),
        ("date:2021..", ("2021", "2021")),
        ("-date:..2024-03", ("2024-03~",)),
    ],
)
def test_a_field_is_a_condition(typed: str, values: tuple[object, ...]) -> None:
    asked = parse(typed)
    assert (asked.match, asked.values, asked.notes) == ("", values, ())


@pytest.mark.parametrize("typed", ["colour:red", "title:a AND colour:b", "-rule:sum-mismatch"])
def test_a_field_that_there_is_not_is_named_with_a_hint(typed: str) -> None:
    with pytest.raises(UsageError, match="no field") as raised:
        parse(typed)
    assert raised.value.hint


@pytest.mark.parametrize(
    "typed",
    [
        "date:soon",
        "date:>soon",
        "date:2023..2021",
        "date:2021-03..2021-02-28",
        "amount:lots",
        "amount:2m..500k",
        "value:>lots",
        "value:2..1",
        "borough:paris",
        "borough:all",
        "borough:(camden OR paris)",
        "cites:x",
        "year:2017-21",
        "year:2025/26..2024/25",
        "year:2023..2021",
        "title:",
        "title:*",
        'by:""',
        "borough: ",
        "borough:()",
        "(cites:)",
    ],
)
def test_what_a_field_cannot_read_is_refused_by_its_name_with_a_hint(typed: str) -> None:
    for each in (typed, f"drug -{typed.strip('()')}", f"drug OR {typed}"):
        with pytest.raises(UsageError, match=f"^{typed.strip('(').partition(':')[0]}: ") as raised:
            parse(each)
        assert raised.value.hint


@pytest.mark.parametrize("typed", ["drug NEAR/3 -testing", "drug NEAR NOT testing", "NEAR(drug -testing)"])
def test_near_what_is_left_out_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match=r"^NEAR: ") as raised:
        parse(typed)
    assert raised.value.hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("by:(linden OR greenhalgh)", "by:linden OR by:greenhalgh"),
        ("by:(sophie linden)", 'by:"sophie linden"'),
        ("borough:(tower hamlets OR camden)", 'borough:"tower hamlets" OR borough:camden'),
        ("borough:(camden brent)", "borough:camden borough:brent"),
        ("borough:(camden AND brent)", "borough:camden borough:brent"),
        ("borough:(camden NOT (brent OR ealing))", "borough:camden -(borough:brent OR borough:ealing)"),
        ("-year:(2024/25 OR 2023/24) drug", "drug -(year:2024/25 OR year:2023/24)"),
        ("cites:(1406 OR PCD 401)", "cites:1406 OR cites:pcd401"),
        ("amount:(500k..2m OR £4m)", "amount:500k..2m OR amount:4m"),
        ("date:(March 2024 OR 2021)", "date:2024-03 OR date:2021"),
        ("by:(linden title:drug)", "by:linden title:drug"),
        ("date:March 2024 drug", "date:2024-03 drug"),
        ('date:"5 March 2024"', "date:2024-03-05"),
        ("date:March 2024..April 2024", "date:2024-03..2024-04"),
        ("date:>=2021", "date:2021.."),
        ("date:<=2021", "date:..2021"),
        ("year:>=2021", "year:2021.."),
        ("amount:>=1m", "amount:1m.."),
        ("amount:>1m", "amount:1000000.01.."),
        ("value:<1m", "value:..999999.99"),
    ],
)
def test_brackets_and_comparisons_are_short_for(typed: str, meant: str) -> None:
    asked = parse(typed)
    assert asked[:3] == parse(meant)[:3]
    assert asked.sql


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        ("PCD 1620", "PCD 1620"),
        ("pcd-01620", "PCD 1620"),
        ("DMPCD 2015/96", "DMPCD 2015 96"),
        ("1620", None),
        ("-PCD 1620", None),
        ("PCD 1620 drug", None),
    ],
)
def test_a_reference_alone_is_known_for_one(typed: str, of: str | None) -> None:
    assert parse(typed).reference == of


PIECES = st.sampled_from(
    ["OR", "NOT", "NEAR", "NEAR/3", "NEAR(", "(", ")", '"', "-", "*", "a", "title:", "borough:", "date:", "by:",
     "amount:", "year:", "cites:", "section:", "value:", "..", "£1.8m", "24/25", "PCD 12", "camden", "2021-13"]
)  # fmt: skip
ANYTHING = st.text(st.one_of(st.sampled_from('()"*-:^{}+ ,.£aORNDTpcd19/\0'), st.characters()), max_size=40)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        ANYTHING,
        st.lists(st.one_of(PIECES, ANYTHING), max_size=12).map(" ".join),
        ANYTHING.map("date:{}".format),
    )
)
def test_the_register_refuses_nothing_that_can_be_typed(index: sqlite3.Connection, typed: str) -> None:
    try:
        asked = parse(typed)
    except UsageError as error:
        fields = "|".join(["NEAR", "title", *conditions.FIELDS])
        refused = re.match(rf"search knows no field|(?:{fields}): ", error.message)
        assert refused and error.hint  # noqa: PT017, PT018
        return
    asks(index, asked)
    for patterns in asked.patterns:
        for pattern in patterns:
            re.compile(pattern)


def asks(index: sqlite3.Connection, asked: Query) -> None:
    for part in (asked, *(term.part for term in asked.terms)):
        joined = "texts_fts f join decisions d on d.id = f.rowid" if part.match else "decisions d"
        condition = " and ".join([*(["f.texts_fts match ?"] if part.match else ()), f"({part.sql or 1})"])
        values = [*([part.match] if part.match else ()), *part.values]
        index.execute(f"select 1 from {joined} where {condition}", values).fetchall()


@pytest.mark.parametrize(
    "typed",
    ["(" * 3000 + "a", "a OR (b " * 3000, "-" * 3000 + "a", "a " * 3000, "a OR " * 3000, "a NEAR " * 3000]
    + [
        "".join(f"{piece} " for piece in map(words.format, range(2000)))
        for words in ("-a{0}", "x{0} OR -b{0}")
    ]
    + ["value:{} -by:x{} OR (a{}".format(*[n] * 3) * 300 for n in (1, 2)],
)
def test_nor_anything_very_long(index: sqlite3.Connection, typed: str) -> None:
    asks(index, parse(typed))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("МАРРА", "mappa"), ("Île", "ile"), ("İzmir", "izmir"), ("ABC £5", "abc £5")]
)
def test_folding_makes_letters_plain(text: str, folded: str) -> None:
    assert fold(text) == folded
