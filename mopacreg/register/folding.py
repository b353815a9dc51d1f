"""Letters as the index knows them, so that what is typed and what is printed can be held side by side."""

from __future__ import annotations

import re

from mopacreg.letters import mended, uncommon

# The stretches of Unicode that have letters which aren't plain ones.
_FIRST, _LAST, _SIGNS = "\u00c0", "\u1fff", "\u212a\u212b"
_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """The words of `text` as the index parts them, folded."""
    return _TOKEN.findall(fold(text))


def fold(text: str) -> str:
    """`text` as the index knows it: lower case, no accents, look-alike letters as Latin; the same length."""
    for letter in uncommon(text):
        if _FIRST <= letter <= _LAST or letter in _SIGNS:
            text = text.replace(letter, _plain(letter))
    return text.lower()


def _plain(letter: str) -> str:
    """The letter as a Latin one without its accent; one whose small letter is two stands for an i."""
    import unicodedata  # seldom needed

    base = unicodedata.normalize("NFD", mended(letter))[0]
    return base if len(base.lower()) == 1 else "i"  # only a dotted capital I isn't
