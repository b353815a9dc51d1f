"""The marks of lists, boxes and footnotes."""

import pytest

from mopacreg.values.marks import letters, roman, superscript, symbol, tick_cell


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (52, "zz"), (53, "aaa"), (0, "0"), (-3, "-3")]
)
def test_letters_count_as_word_counts_them(number: int, expected: str) -> None:
    assert letters(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (1994, "mcmxciv"), (0, "0"), (4000, "4000")]
)
def test_roman_numbers(number: int, expected: str) -> None:
    assert roman(number) == expected


@pytest.mark.parametrize(("text", "expected"), [("12", "¹²"), ("st", "st"), ("1a", "1a"), ("", "")])
def test_only_a_raised_number_keeps_its_height(text: str, expected: str) -> None:
    assert superscript(text) == expected


@pytest.mark.parametrize(
    ("character", "font", "expected"),
    [
        ("\uf0fc", "Wingdings", "✓"),
        ("ü", "Wingdings", "✓"),
        ("\uf052", "Wingdings 2", "☑"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0d8", "Wingdings", "•"),
        ("\uf0fc", "Unknown", "✓"),
        ("ü", "Arial", "ü"),
        (" ", "Wingdings", " "),
    ],
)
def test_a_symbol_is_what_its_font_shows(character: str, font: str, expected: str) -> None:
    assert symbol(character, font) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("☒", "✓"), ("☐", ""), ("☒ Yes ☐ No", "☒ Yes ☐ No"), ("å", "å"), ("✗", "✗"), ("", "")],
)
def test_a_box_alone_in_its_cell_is_a_tick_or_nothing(text: str, expected: str) -> None:
    assert tick_cell(text) == expected
