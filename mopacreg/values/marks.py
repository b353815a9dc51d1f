"""The marks of lists, tick boxes and footnotes: how they are printed, as a reader sees them."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Signs with which an item of a list begins: a word processor's own, and what copies make of them.
GLYPHS = "•·∙⁃▪■●○◦‣▶►➔➢➤❖"
BULLETS = f"-–—{GLYPHS}*"
# `o` and `+` are bullets only by themselves; `§` and `+` only before a capital, or they are `§ 143` and `+ VAT`.
BULLET = rf"(?:[{BULLETS}]|o(?=\s)|[§+](?=\s+[A-Z][a-z]))"
BULLET_SIGNS = f"{BULLETS}o§+"
_PRIVATE = re.compile("[\uf021-\uf0ff]")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Glyphs that symbol fonts keep in the private area, by code in the font. Symbol and Wingdings share
# their bullets' codes; of the rest only the ticks and boxes matter to a form.
_SYMBOLS = {
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0x78: "☒", 0xA8: "☐", 0x6F: "☐"},
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐"},
    "symbol": {0xD6: "√", 0xB7: "•", 0x2D: "−"},
}
_TICKED = frozenset("☑☒✓✔")
_EMPTY = frozenset("☐□❏❑")


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa (as Word and browsers count); 0 and less as figures."""
    if number < 1:
        return str(number)
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def roman(number: int) -> str:
    """4 → iv; outside 1 to 3999 as figures."""
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out.append(sign * count)
    return "".join(out)


def superscript(text: str) -> str:
    """A raised number keeps its height (`£25,000¹`), so that it can't join the figure before it.

    Anything but digits (the `st` of `1st`) stays as it is.
    """
    return text.translate(_SUPERSCRIPT) if text.strip().isdecimal() else text


def symbol(character: str, font: str) -> str:
    """What one character of a symbol font shows; a bullet where it is none of the ticks and boxes.

    A character of any other font stays as it is.
    """
    code = ord(character)
    private = 0xF000 <= code <= 0xF0FF
    glyphs = _SYMBOLS.get(font.casefold())
    if (glyphs is None and not private) or character.isspace():
        return character
    return (glyphs or _SYMBOLS["wingdings"]).get(code & 0xFF, "•")


def shown(text: str) -> str:
    """`text` with what copies of symbol fonts leave in the private area as the glyphs that they show, one for one."""
    return _PRIVATE.sub(lambda match: symbol(match[0], ""), text)


def tick_cell(text: str) -> str:
    """A table cell that is nothing but a box: ✓ where the box is ticked, empty where it isn't.

    Boxes among other words stay, since `☒ Yes ☐ No` says nothing without them.
    """
    if text in _TICKED:
        return "✓"
    return "" if text in _EMPTY else text
