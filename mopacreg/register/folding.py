"""Letters as the index knows them, so that what is typed and what is printed can be held side by side."""

from __future__ import annotations

import re

# Letters that aren't plain ones are in these stretches of Unicode. The pattern costs a millisecond to make,
# a good part of a search, and most texts need none of it.
_FIRST, _LAST, _SIGNS = "\u00c0", "\u1fff", "\u212a\u212b"
_ASCII = bytes(range(128))
_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """The words of `text` as the index parts them, folded."""
    return _TOKEN.findall(fold(text))


def fold(text: str) -> str:
    """`text` as the index knows it: lower case, no accents, look-alike letters as Latin; the same length."""
    others = set(
        text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    )
    if not any(_FIRST <= letter <= _LAST or letter in _SIGNS for letter in others):
        return text.lower()
    letters = re.compile(f"[{_FIRST}-{_LAST}{_SIGNS}]")
    strange = letters.search(text)
    pieces, at = list[str](), 0
    while strange:  # only its line: to make a whole paper's letters plain takes milliseconds
        start, end = text.rfind("\n", at, strange.start()) + 1 or at, text.find("\n", strange.end())
        end = end if end >= 0 else len(text)
        pieces += [text[at:start], _plain(text[start:end])]
        at = end
        strange = letters.search(text, at)
    return "".join([*pieces, text[at:]]).lower()


def _plain(text: str) -> str:
    import unicodedata  # seldom needed, and loading the two costs as much as a search

    from mopacreg.text import repaired

    def base(letter: str) -> str:
        without_accent = unicodedata.normalize("NFD", letter)[0]
        return without_accent if len(without_accent.lower()) == 1 else "i"  # only a dotted capital I isn't

    text = repaired(text)
    return text.translate({ord(c): base(c) for c in set(text) if c > "\x7f"})
