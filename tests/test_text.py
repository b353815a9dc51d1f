"""A cleaned text keeps every character's place: what is blanked or mended has the length it had."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mopacreg.text import Text, folded, repaired, unmarked

# origin, as it stands, what is left to read (white space folded)
MARKUP = [
    ("markdown: a heading", "#### 4. Legal Comments", "4. Legal Comments"),
    ("markdown: a heading that is indented", "  ## Recommendation:", "Recommendation:"),
    ("markdown: bold", "**Date** 17-07-23", "Date 17-07-23"),
    ("markdown: bold within a word", "£1**.2**m", "£1 .2 m"),
    ("markdown: italic", "see *the plan* here", "see the plan here"),
    ("markdown: a link keeps its words", "read [the plan](https://a.example/x_y)", "read [the plan"),
    ("scan: tags left in a cell", "| Legal Advice: agreed | <b>✓</b> |", "| Legal Advice: agreed | ✓ |"),
    ("scan: a tag with attributes", '<td align="right">£5,000</td>', "£5,000"),
    ("scan: TeX's dollars beside a command", r"costs $\pm 17.9$ million.", r"costs \pm 17.9 million."),
    (
        "scan: a TeX tick",
        r"Tick to confirm statement ($\checkmark$)",
        r"Tick to confirm statement ( \checkmark )",
    ),
]
KEPT = [
    ("form: a star alone in its cell is a tick", "Legal Advice: agreed\t*"),
    ("form: two ticks on one line are no italics", "a statement\t*\tanother\t*"),
    ("form: a star at a line's end", "The lawyers are content. *"),
    ("list: stars as bullets", "* Approve the grant\n* Note the plan"),
    ("table: a footnote's star", "Youth work* £5,000"),
    ("prose: a number sign within a line", "item #4 of the list"),
    ("prose: a hash without a space", "#StopKnifeCrime is the campaign"),
    ("prose: less than", "if x < 5 and y > 3"),
    ("prose: dollars are money", "a grant of $5,000 (US) was"),
    ("prose: brackets", "the board [sic] met"),
    ("prose: underscores of a file's name", "pcd_225_knife_crime"),
]


@pytest.mark.parametrize(("raw", "left"), [c[1:] for c in MARKUP], ids=[c[0] for c in MARKUP])
def test_markup_is_blanked_in_place(raw, left):
    clean = unmarked(raw)
    assert folded(clean) == left
    assert len(clean) == len(raw)
    assert all(a in (b, " ") for a, b in zip(clean, raw, strict=True)), "nothing moves"


@pytest.mark.parametrize("raw", [c[1] for c in KEPT], ids=[c[0] for c in KEPT])
def test_what_only_looks_like_markup_is_left(raw):
    assert unmarked(raw) == raw


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        ("МАРРА", "MAPPA"),
        ("РСD 1648", "PCD 1648"),
        ("£25\u00a0000 а year", "£25 000 a year"),
        ("ΡCD\u20079", "PCD 9"),
        ("a\u200bb", "a b"),
        ("\uf0b7 lamps \uf0fc", "• lamps ✓"),
        ("line\u2028end", "line end"),
    ],
    ids=[
        "scan: Cyrillic capitals in an acronym",
        "scan: Cyrillic letters in a reference",
        "page: a no-break space, and a Cyrillic word",
        "scan: a Greek letter and a figure space",
        "page: a zero-width space",
        "copy: a symbol font's signs",
        "page: a line separator is no line's end",
    ],
)
def test_look_alikes_are_mended_one_for_one(raw, read_as):
    assert repaired(raw) == read_as
    assert len(repaired(raw)) == len(raw)


@pytest.mark.parametrize("word", ["Café", "naïve", "–", "“quoted”", "✓", "√", "å", "£", "±", "…"])
def test_signs_that_are_meant_stay(word):
    assert repaired(word) == word


def test_what_is_printed_is_not_mended():
    text = Text("**МАРРА** grew")
    assert text.as_printed(0, 14) == "МАРРА grew"
    assert folded(text.text) == "MAPPA grew"


@pytest.mark.parametrize(
    ("raw", "tabs"),
    [
        ("•\tApprove the grant", 0),
        ("1.1\tThe canals run", 0),
        ("a)\tAgree the plan", 0),
        ("Legal Advice: agreed\t1", 1),
        ("■\tApprove the grant", 0),
        ("\uf0b7\tApprove the grant", 0),
        ("1\t£5,000", 0),
        ("a)\tYouth work\t£5,000", 2),
        ("2015/16\tTotal", 1),
    ],
    ids=[
        "bullet",
        "paragraph",
        "letter",
        "tick",
        "black square",
        "symbol font's bullet",
        "mark before one sum",
        "row of a table",
        "header of a table",
    ],
)
def test_only_the_tab_behind_a_lists_mark_is_a_space(raw, tabs):
    assert Text(raw).text.count("\t") == tabs


def test_lines_are_those_that_an_editor_counts():
    text = Text("one\n\n  two \x0c\n\u2028three\n")
    assert [line.text for line in text.lines] == ["one", "", "two", "three", ""]
    assert [line.number for line in text.lines] == [1, 2, 3, 4, 5]
    assert text.whole_line(3) == (5, 12)


ANY = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("#*<>$\\[]()| \t\n£±•.1aМР/"), max_size=120
)


@settings(max_examples=100)
@given(ANY)
def test_every_character_keeps_its_place(raw):
    text = Text(raw)
    assert len(text.printed) == len(text.text) == len(raw)
    assert len(text.lines) == raw.count("\n") + 1
    for line in text.lines:
        assert text.text[line.start : line.end] == line.text
        start, end = text.whole_line(line.number)
        assert start <= line.start <= line.end <= max(end, line.start)
        assert text.line_at(line.start) == line.number
    starts = [text.whole_line(line.number)[0] for line in text.lines]
    assert [i for i, c in enumerate(raw) if c == "\n"] == [start - 1 for start in starts[1:]]
