"""Text of documents is data: nothing in it steers a terminal, a table or a spreadsheet."""

import pytest

from mopacreg.formats.safe import one_line, spreadsheet, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred", "␛[31mred", id="escape sequence"),
        pytest.param("a\x00b\x07", "a␀b␇", id="controls"),
        pytest.param("a\x7fb", "a␡b", id="delete"),
        pytest.param("a\x9bb", "a‹U+009B›b", id="C1 control sequence introducer"),
        pytest.param("a\u202eb\u2066c", "a‹U+202E›b‹U+2066›c", id="bidi"),
        pytest.param("a\u200bb\ufeff", "a‹U+200B›b‹U+FEFF›", id="zero width"),
        pytest.param("a\u2028b", "a‹U+2028›b", id="line separator"),
        pytest.param("a\U000e0041", "a‹U+E0041›", id="tag character"),
        pytest.param("a\ud800", "a‹U+D800›", id="lone surrogate"),
        pytest.param("£25,000 – naïve ‘café’ ✓ å\u00a0", "£25,000 – naïve ‘café’ ✓ å\u00a0", id="plain text"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and newlines stay"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\tb\n\n c  d", "a b c d"),
        ("a\r\nb", "a b"),
        ("as it is", "as it is"),
        ("\x1b\t", "␛"),
    ],
)
def test_a_cell_is_one_line(text: str, cell: str) -> None:
    assert one_line(text) == cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-SUM(A1)", "@x", "\t=1", "＝1", "-1-2", "-1e5", "+", "-.", "-1=2"]
)
def test_text_that_a_spreadsheet_takes_for_a_formula_is_made_safe(text: str) -> None:
    assert spreadsheet(text)[0] == "'"
    assert spreadsheet(text)[1:] == visible(text)


@pytest.mark.parametrize("text", ["-18,000.50", "-5", "+25000", "25000", "PCD 1", "a=1", "", "'x"])
def test_numbers_and_other_text_stay_as_they_are_in_a_spreadsheet(text: str) -> None:
    assert spreadsheet(text) == text
