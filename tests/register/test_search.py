import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mopacreg.errors import UsageError
from mopacreg.record import Citation, Decision, Declaration, Money, Paragraph, Recommendation, Section
from mopacreg.register.filters import Filter
from mopacreg.register.literally import exact, regex
from mopacreg.register.nothing import MEANT, NEAREST, THERE_IS, Missed, missed
from mopacreg.register.passages import Passage
from mopacreg.register.search import Hit, count, found, search
from mopacreg.register.search import names as found_names
from mopacreg.register.words import parse

PARKS_TEXT = """Lighting for parks
Pay for lamps in Camden.
1.1 Residents of Camden and
Brent asked for lamps.
Lamps\t£25,000
Seen by the МАРРА board, ref PCD1406.
"""
PARKS = Decision(
    "PCD 1648",
    "Lighting for parks",
    "2024-03-12",
    "A. Mayor",
    value=25_000_00,
    boroughs=("Camden",),
    money=(Money(25_000_00, "£25,000", None, ("2024/25",), "decided", "3.1", 5),),
    recommendations=(Recommendation(1, "Pay for lamps in Camden.", "pay", 2),),
    sections=(
        Section("1", "Why", 3, (Paragraph("1.1", "Residents of Camden and Brent asked for lamps.", 3),)),
    ),
    cites=(Citation("PCD 1406", "PCD1406", "cites", None, None, None, 6),),
)
CUSTODY_TEXT = """Custody healthcare
Nurses for custody suites; lighting is not part of it. See PCDs 890 and 1406.
"""
CUSTODY = Decision(
    "PCD 1700",
    "Custody healthcare",
    "2024-05-01",
    cites=(Citation("PCD 1406", "1406", "cites", *[None] * 3, 2),),
)


@pytest.fixture
def db(register):
    register.store("parks.txt", PARKS_TEXT, PARKS)
    register.store("custody.txt", CUSTODY_TEXT, CUSTODY)
    return register.db


def names(hits: list[Hit]) -> list[str]:
    return [hit.decision.name for hit in hits]


def marked(passage: Passage | None) -> list[str]:
    assert passage is not None
    return [passage.text[start:end] for start, end in passage.marks]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("camden", ["PCD 1648"], id="a word"),
        pytest.param("lighting", ["PCD 1648", "PCD 1700"], id="the title before the text"),
        pytest.param("nurses camden", [], id="every word is needed"),
        pytest.param("lighting brent", ["PCD 1648"], id="in different passages"),
        pytest.param('"camden and brent"', ["PCD 1648"], id="a phrase over a line's end"),
        pytest.param('"brent and camden"', [], id="a phrase in another order"),
        pytest.param("nurse*", ["PCD 1700"], id="the beginning of a word"),
        pytest.param("nurse", [], id="not a part of a word"),
        pytest.param("nurses OR brent", ["PCD 1700", "PCD 1648"], id="either"),
        pytest.param("lighting -nurses", ["PCD 1648"], id="without"),
        pytest.param("-camden", ["PCD 1700"], id="only without"),
        pytest.param("MAPPA", ["PCD 1648"], id="a word that the scan spelt in Cyrillic"),
        pytest.param("МАРРА", ["PCD 1648"], id="as the scan spelt it"),
        pytest.param("£25,000", ["PCD 1648"], id="a sum in a table"),
        pytest.param("25k", ["PCD 1648"], id="a sum in another spelling"),
        pytest.param("lamps NEAR/3 camden", ["PCD 1648"], id="near each other"),
        pytest.param("lamps NEAR/1 mappa", [], id="not near enough"),
        pytest.param("title:lighting", ["PCD 1648"], id="a word of the title"),
        pytest.param("title:(nurses OR custody)", ["PCD 1700"], id="either word in the title"),
        pytest.param("lighting date:2024-05", ["PCD 1700"], id="a word and a date"),
        pytest.param("date:..2024-03", ["PCD 1648"], id="only a date"),
        pytest.param("date:2024-03..2024-04-30 lighting", ["PCD 1648"], id="between dates"),
        pytest.param("year:2024", ["PCD 1700", "PCD 1648"], id="the year of signing"),
        pytest.param("year:2024/25", ["PCD 1648"], id="the financial year of its money"),
        pytest.param("year:2025/26..", [], id="no later year"),
        pytest.param("value:20k..30k", ["PCD 1648"], id="the value"),
        pytest.param("amount:..£25,000", ["PCD 1648"], id="a sum stated"),
        pytest.param("amount:25k..", ["PCD 1648"], id="a sum from"),
        pytest.param("amount:26k..", [], id="no such sum"),
        pytest.param("cites:pcd1406", ["PCD 1700", "PCD 1648"], id="what is cited"),
        pytest.param("-cites:1406", [], id="what is not cited"),
        pytest.param("borough:camden", ["PCD 1648"], id="a borough"),
        pytest.param("-borough:camden", ["PCD 1700"], id="not a borough"),
        pytest.param("borough:camden OR nurses", ["PCD 1700", "PCD 1648"], id="a field or a word"),
        pytest.param("(borough:camden OR nurses) -lamps", ["PCD 1700"], id="in brackets"),
        pytest.param("by:mayor", ["PCD 1648"], id="who signed"),
        pytest.param("-by:mayor", ["PCD 1700"], id="not signed by"),
        pytest.param("section:why", ["PCD 1648"], id="a section's heading"),
        pytest.param("action:pay", ["PCD 1648"], id="what is recommended"),
        pytest.param("pcd1648", ["PCD 1648"], id="its own reference"),
        pytest.param("1648", ["PCD 1648"], id="its own number"),
        pytest.param("", [], id="nothing"),
        pytest.param("*", [], id="no word"),
    ],
)
def test_a_search_finds(db, typed: str, found: list[str]) -> None:
    hits = names(search(db, typed))
    ranked = " OR " not in typed and "cites" not in typed
    assert (hits if ranked else sorted(hits)) == (found if ranked else sorted(found))
    assert count(db, typed) == len(found)


@pytest.mark.parametrize(
    ("typed", "kind", "place", "line", "marks"),
    [
        pytest.param(
            "camden", "recommendation", "recommendation 1", 2, ["Camden"], id="a recommendation first"
        ),
        pytest.param("camden brent", "paragraph", "1.1", 3, ["Camden", "Brent"], id="most of the words"),
        pytest.param("25,000", "other", None, 5, ["£25,000"], id="a row of a table"),
        pytest.param("mappa", "other", None, 6, ["МАРРА"], id="marked as it is printed"),
        pytest.param("parks", "title", "title", None, ["parks"], id="the title where nothing else has it"),
        pytest.param("resid*", "paragraph", "1.1", 3, ["Resid"], id="the part that was typed"),
        pytest.param("PCD 1406", "other", None, 6, ["PCD1406"], id="a reference in another spelling"),
    ],
)
def test_the_best_passage_is_shown_with_its_place_and_the_words_marked(
    db, typed: str, kind: str, place: str | None, line: int | None, marks: list[str]
) -> None:
    (hit,) = (hit for hit in search(db, typed) if hit.decision.name == "PCD 1648")
    assert hit.passage is not None
    assert hit.passage[:3] == (kind, place, line)
    assert marked(hit.passage) == marks


def passages(db, typed: str, **how: bool) -> list[tuple[str, str | None]]:
    (hit,) = (hit for hit in search(db, typed, **how) if hit.decision.name == "PCD 1648")
    return [(passage.kind, passage.place) for passage in hit.passages]


def test_a_decision_stands_once_with_its_best_passages_under_it(db) -> None:
    assert passages(db, "lamps") == [
        ("recommendation", "recommendation 1"),
        ("paragraph", "1.1"),
    ]


def test_a_sum_that_a_field_found_is_marked(db) -> None:
    (hit,) = search(db, "amount:20k..30k")
    assert marked(hit.passage) == ["£25,000"]


BUDGET_TEXT = """Patrols
Pay £42,500 in 2024/25 and 80 officers, or $2,1,800,000 in all.
1.1 Up to £1.8m is for officers.
Officers | 1,800.0 | 80.0
Vans | 80 | 42.5
In all 25,000 hours, 1,800,000. Some £450,000 is not in the record.
"""
BUDGET = Decision(
    "PCD 1650",
    "Patrols",
    money=(
        Money(42_500_00, "£42,500", None, (), "decided", "recommendation 1", 2),
        Money(1_800_000_00, "£1.8m", None, (), "decided", "1.1", 3),
        Money(1_800_000_00, "1,800.0", None, (), "decided", None, 4),
        Money(80_000_00, "80.0", None, (), "decided", None, 4),
        Money(80_000_00, "80", None, (), "decided", None, 5),
        Money(42_500_00, "42.5", None, (), "decided", None, 5),
    ),
    sections=(Section("1", "Why", 3, (Paragraph("1.1", "Up to £1.8m is for officers.", 3),)),),
)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        pytest.param("£500", None, id="no tail of another sum"),
        pytest.param("£8m", None, id="nor of a decimal"),
        pytest.param("£800,000", None, id="nor of a longer one"),
        pytest.param("£450,000", None, id="printed, but not in the record"),
        pytest.param("£1.8m", [(3, "£1.8m"), (4, "1,800.0")], id="in words and in a table of thousands"),
        pytest.param('"£1,800,000"', [(3, "£1.8m"), (4, "1,800.0")], id="in quotes"),
        pytest.param("£80k", [(4, "80.0"), (5, "80")], id="a figure only where it is a sum"),
        pytest.param("officers £80k", [(4, "Officers 80.0")], id="beside a word"),
        pytest.param("amount:£80k", [(4, "80.0"), (5, "80")], id="by the field"),
        pytest.param("amount:42k..43k", [(2, "£42,500"), (5, "42.5")], id="between others"),
        pytest.param('"up to £1,800,000"', [(3, "Up to £1.8m")], id="in a phrase, in another spelling"),
        pytest.param('"in £42,500"', None, id="not in that phrase"),
        pytest.param('"£500 in"', None, id="no tail in a phrase"),
        pytest.param("£1.8m NEAR/3 officers", [(3, "£1.8m officers")], id="near a word"),
        pytest.param("£500 NEAR/3 pay", None, id="no tail near a word"),
        pytest.param("25,000", [(6, "25,000")], id="a number that is no sum"),
        pytest.param("25000", [(6, "25,000")], id="a number in another spelling"),
        pytest.param("800,000", None, id="no tail of a number"),
        pytest.param("1,800,000", [(3, "£1.8m"), (4, "1,800.0")], id="either"),
        pytest.param("1,800,000.00 -£1.8m", None, id="left out"),
        pytest.param("£500 OR (£80k vans)", [(5, "Vans 80")], id="with OR and brackets"),
    ],
)
def test_a_sum_is_found_where_it_is_stated(register, typed: str, lines: list[tuple[int, str]] | None) -> None:
    register.store("patrols.txt", BUDGET_TEXT, BUDGET)
    found = [
        [(each.line, " ".join(marked(each))) for each in hit.passages] for hit in search(register.db, typed)
    ]
    assert [sorted(each)[: len(lines or ())] for each in found] == ([sorted(lines)] if lines else [])


def test_a_sum_alone_is_ordered_by_date_and_beside_words_by_these(register) -> None:
    for number, (title, signed_on) in enumerate([("Vans", "2020-01-01"), ("Boats", "2021-01-01")], 1):
        sum_ = Money(80_000_00, "80", None, (), "decided", None, 2)
        text = f"{title} and vans\nCost 80\n"
        register.store(title, text, Decision(f"PCD {number}", title, signed_on, money=(sum_,)))
    for typed in ("£80k", "80 thousand", '"£80,000"', "£80,000.00", "amount:80k"):
        assert names(search(register.db, typed)) == ["PCD 2", "PCD 1"]
        assert found_names(register.db, typed) == ["PCD 2", "PCD 1"]
    assert names(search(register.db, "£80k vans")) == ["PCD 1", "PCD 2"]


def test_a_reference_alone_finds_its_decision_first(register) -> None:
    for number in range(5):
        text = f"PCD 7 and PCD 7, {number}\n"
        register.store(f"{number}", text, Decision(f"PCD 1{number}", "PCD 7, PCD 7", summary="PCD 7"))
    own = Section("4", "Legal Comments", 2, (Paragraph("4.1", "PCD 7 is lawful.", 2),))
    register.store(
        "own", "Lamps, told at length.\nPCD 7 is lawful.\n", Decision("PCD 7", "Lamps", sections=(own,))
    )
    assert names(search(register.db, "pcd-7", limit=2))[0] == "PCD 7"
    assert found_names(register.db, "PCD7")[0] == "PCD 7"
    assert count(register.db, "PCD 7") == 6


LEGAL_TEXT = (
    "Vans\nVans are bought.\n1.1 Vans carry people.\n4.1 An indemnity for vans is given.\nIndemnity: yes\n"
)
LEGAL = Decision(
    "PCD 1800",
    "Vans",
    sections=(
        Section("1", "Why", 3, (Paragraph("1.1", "Vans carry people.", 3),)),
        Section("4", "Legal Comments", 4, (Paragraph("4.1", "An indemnity for vans is given.", 4),)),
    ),
    declarations=(Declaration("legal", True, "x", "Indemnity: yes", 5),),
)


def test_boilerplate_stands_below_the_rest_unless_asked_for_plainly(register) -> None:
    register.store("vans.txt", LEGAL_TEXT, LEGAL)
    body = Section("1", "Why", 2, (Paragraph("1.1", "The long story of an indemnity, told at length.", 2),))
    register.store(
        "long.txt",
        "Boats\nThe long story of an indemnity, told at length.\n" + "More of it.\n" * 40,
        Decision("PCD 1801", "Boats", sections=(body,)),
    )
    assert names(search(register.db, "indemnity")) == ["PCD 1801", "PCD 1800"]
    assert names(search(register.db, "indemnity", plainly=True)) == ["PCD 1800", "PCD 1801"]
    (hit,) = search(register.db, "vans indemnity")
    assert hit.passage is not None
    assert (hit.passage.place, hit.passage.alike) == ("4.1", True)


def test_the_passage_is_from_the_section_asked_for(register) -> None:
    register.store("vans.txt", LEGAL_TEXT, LEGAL)
    (hit,) = search(register.db, "vans section:legal")
    assert hit.passage is not None
    assert hit.passage.place == "4.1"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("section:legal", [("4.1", [])], id="its paragraphs"),
        pytest.param("section:4", [("4.1", [])], id="by its number"),
        pytest.param("section:(why OR leg*)", [("1.1", []), ("4.1", [])], id="of each"),
        pytest.param(
            "section:leg* carry", [("4.1", []), ("1.1", ["carry"])], id="though the word is elsewhere"
        ),
        pytest.param("section:legal vans carry", [("4.1", ["vans"]), ("1.1", ["Vans", "carry"])], id="first"),
        pytest.param("section:egal", [("4.1", [])], id="a part of a word"),
        pytest.param("section:egal*", None, id="the beginning of a word"),
    ],
)
def test_a_section_asked_for_is_shown_first(register, typed: str, shown: list[object] | None) -> None:
    register.store("vans.txt", LEGAL_TEXT, LEGAL)
    found = [[(each.place, marked(each)) for each in hit.passages] for hit in search(register.db, typed)]
    assert [each[: len(shown or ())] for each in found] == ([shown] if shown else [])


def test_text_may_be_asked_for_to_the_character(db) -> None:
    assert names(search(db, exact("Residents of Camden and Brent"))) == ["PCD 1648"]
    assert names(search(db, exact("residents of Camden"))) == []
    assert marked(search(db, exact("£25,000"))[0].passage) == ["£25,000"]
    assert names(search(db, exact("£"))) == ["PCD 1648"]
    assert search(db, exact(" ")) == []


def test_a_regular_expression_reads_every_text(db) -> None:
    assert sorted(names(search(db, regex(db, r"PCDs?\s?(890|1406)")))) == ["PCD 1648", "PCD 1700"]
    assert marked(search(db, regex(db, r"ref \w+"))[0].passage) == ["ref PCD1406"]
    assert search(db, regex(db, "lamps$ nothing")) == []
    (hit,) = search(db, regex(db, "^(Lamps|Lighting|Brent)"))
    assert [(each.place, each.line, marked(each)) for each in hit.passages] == [
        ("1.1", 4, ["Brent"]),
        (None, 1, ["Lighting"]),
        (None, 5, ["Lamps"]),
    ]
    with pytest.raises(UsageError, match="no regular expression"):
        regex(db, "(")


def test_a_regular_expression_that_is_interrupted_is_no_error_of_the_register(db, monkeypatch) -> None:
    class Interrupted:
        def search(self, text: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr("mopacreg.register.literally.re.compile", lambda *_: Interrupted())
    with pytest.raises(KeyboardInterrupt):
        search(db, regex(db, "x"))


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ("camdan lighting", [("camdan", 0, None, (("camden", 1),)), ("lighting", 2, None, ())]),
        ("nurses lamps", [("nurses", 1, 1, ()), ("lamps", 1, 1, ())]),
        ("ihgting", [("ihgting", 0, None, ())]),
        ("ligthing", [("ligthing", 0, None, (("lighting", 2),))]),
        ("1649", [("1649", 0, None, ())]),
        ("amount:1m..", [("amount:1m..", 0, None, ())]),
        ("", []),
    ],
)
def test_where_nothing_is_found_it_is_said_why(db, typed: str, reasons: list[tuple[object, ...]]) -> None:
    assert search(db, typed) == []
    assert [each[:4] for each in missed(db, parse(typed))] == reasons


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ('"camden nad"', ('"camden nad"', 0, None, ())),
        ('"lihgting is"', ('"lihgting is"', 0, None, (('"lighting is"', 1),))),
        ('"brent camden"', ('"brent camden"', 0, None, (("brent camden", 1),))),
        ("lihgtin*", ("lihgtin*", 0, None, (("lighting", 2),))),
        ("title:lihgting", ("title:lihgting", 0, None, (("title:lighting", 1),))),
        ("title:nurses", ("title:nurses", 0, None, ())),
        ("by:mayr", ("by:mayr", 0, None, (('by:"A. Mayor"', 1),))),
        ("PCD 1651", ("PCD 1651", 0, None, (("PCD 1648", 1), ("PCD 1700", 1)), NEAREST)),
        ("cites:1400", ("cites:1400", 0, None, (('cites:"PCD 1406"', 2),), NEAREST)),
        ("MD 2623", ("MD 2623", 0, None, (), NEAREST)),
        ("cites:MD2623", ("cites:MD2623", 0, None, (), NEAREST)),
        ("action:zz", ("action:zz", 0, None, (("action:pay", 1),), THERE_IS)),
        ("section:whi", ("section:whi", 0, None, (("section:Why", 1),), THERE_IS)),
        ("lighting -residents -nurses", ("-residents", 1, None, (), MEANT, 2)),
        ("lighting -(residents OR nurses)", ("-residents", 1, None, (), MEANT, 2)),
        ("-title:(lighting OR custody)", ("-title:lighting", 1, None, (), MEANT, 2)),
        ("-by:mayor lamps", ("-by:mayor", 1, None, (), MEANT, 1)),
    ],
)
def test_what_is_asked_alone_or_left_out_has_its_reason_too(
    db, typed: str, reason: tuple[object, ...]
) -> None:
    assert search(db, typed) == []
    first, *_ = missed(db, parse(typed))
    assert first == Missed(*reason)


def test_in_a_title_the_title_is_counted(db) -> None:
    asked = parse("title:lighting title:custody")
    assert [each[:3] for each in missed(db, asked)] == [("title:lighting", 1, 1), ("title:custody", 1, 1)]


def test_a_number_cited_without_its_letters_is_found_and_marked(db) -> None:
    hits = {hit.decision.name: hit.passage for hit in search(db, "PCD 1406")}
    assert marked(hits["PCD 1700"]) == ["1406"]


def test_the_filters_are_those_of_the_list(db) -> None:
    chosen = Filter(since="2024-04")
    assert names(search(db, "lighting", chosen)) == ["PCD 1700"]
    assert count(db, "lighting", chosen) == 1
    assert names(search(db, "lighting", limit=1)) == ["PCD 1648"]
    assert len(search(db, "lighting", limit=None)) == 2


def test_lines_of_an_entry_are_counted_in_its_page(register) -> None:
    entries = [
        Decision("PCD 1", "Lamps", listed_only=True, first_line=2, last_line=3),
        Decision("PCD 2", "Nurses", listed_only=True, first_line=4, last_line=5),
    ]
    register.store("list.txt", "Results\nLamps\nPCD 1\nNurses\nPCD 2, in suites\n", *entries)
    (hit,) = search(register.db, "suites")
    assert hit.decision.name == "PCD 2"
    assert hit.passage == Passage("other", None, 5, "PCD 2, in suites", ((10, 16),))
    assert search(register.db, "results") == []  # the page's furniture is no decision's


def test_a_version_that_is_not_shown_is_not_found(register) -> None:
    register.store("a.txt", "lamps\n", Decision("PCD 1", "Lamps", "2020-01-01"))
    register.store("b.txt", "lamps too\n", Decision("PCD 1", "Lamps"))
    assert [hit.decision.signed_on for hit in search(register.db, "lamps")] == ["2020-01-01"]


TYPED = st.lists(
    st.one_of(
        st.sampled_from(
            ["lamps", "camden", "OR", "NOT", "NEAR", "(", ")", '"', "-", "£25,000", "2024/25", "PCD 1406", "title:",
             "borough:camden", "amount:20k..", "section:why", "cites:1406", "year:2024", "by:mayor", "*", "a*"]
        ),
        st.text(max_size=6),
    ),
    max_size=10,
).map(" ".join)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_whatever_is_typed_is_answered_counted_and_explained(db, typed: str) -> None:
    try:
        asked = parse(typed)
    except UsageError:
        return
    hits = search(db, asked, limit=None)
    assert len(hits) == count(db, asked)
    assert sorted(names(hits)) == sorted(found_names(db, asked))
    missed(db, asked)
    search(db, exact(typed))


def test_the_index_is_asked_first_however_many_decisions_are_shown(register) -> None:
    register.store("vans.txt", LEGAL_TEXT, LEGAL)
    statement = found("vans")
    plan = register.db.execute(f"explain query plan select d.id from {statement.sql}", statement.values)
    assert "VIRTUAL TABLE" in plan.fetchone()[3]


@pytest.mark.parametrize("typed", ["£1.8m", "amount:1.8m", "1,800,000", "lamps £1.8m", "£1.8m NEAR lamps"])
def test_a_sum_is_asked_by_the_index_of_the_sums(register, typed: str) -> None:
    register.store("patrols.txt", BUDGET_TEXT, BUDGET)
    statement = found(typed)
    plan = register.db.execute(f"explain query plan select d.id from {statement.sql}", statement.values)
    steps = [step for *_, step in plan]
    assert any("idx_money_amount (amount" in step for step in steps), steps
    assert not any(step.startswith("SCAN money") for step in steps)
