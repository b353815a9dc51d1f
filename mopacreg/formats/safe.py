"""Text of documents is data: what could steer a terminal or a spreadsheet is made visible.

Control characters become control pictures (`␛`), those that have none and the
invisible ones that reorder or hide text become their code points (`‹U+202E›`).
"""

from __future__ import annotations

from functools import lru_cache

KEPT = {ord("\t"): "\t", ord("\n"): "\n"}
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
DIGITS = frozenset("0123456789")


class _Marks(dict[int, str]):
    """Code point → what is shown for it, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _mark(code)
        return shown


def _mark(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    from unicodedata import category  # loaded for the rare text that has such a character

    return f"‹U+{code:04X}›" if category(chr(code)) in INVISIBLE else chr(code)


_MARKS = _Marks(KEPT)


def visible(text: str) -> str:
    """`text` with control, bidi and zero-width characters as visible marks; tabs and newlines stay."""
    return text if text.isprintable() else text.translate(_MARKS)


def one_line(text: str) -> str:
    """`visible` text with every run of white space folded to one space: a cell of a table."""
    if text.isprintable() and "  " not in text:
        return text
    return visible(" ".join(text.split()))


@lru_cache(maxsize=4096)  # most cells of an export are names, roles, dates and places, over and over
def spreadsheet(text: str) -> str:
    """`visible` text that no spreadsheet takes for a formula; a plain number stays as it is."""
    text = visible(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    """A figure and nothing else: `-18,000.50`. (`1e5`, `inf` and `-1-2` are no plain figures.)"""
    whole, _, part = text[1:].partition(".")
    digits = whole.replace(",", "") + part
    return text[0] in "+-" and bool(whole) and DIGITS.issuperset(digits)
