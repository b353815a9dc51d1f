"""The characters of a PDF page with their places, and the lines that they stand in.

Places are points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mopacreg.values.marks import superscript, symbol

# A gap between two words that is wider than this many heights of the text is a gap of the layout.
_WIDE, _GAP = 1.5, 4 * " "
_WORD_GAP = 0.2
_REPAIRS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0xA0: " "} | dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_LOOKED_UP = frozenset(
    map(ord, "\xfc\xfb\xfe\xfd\xa8\xb7\xa7")
)  # what Wingdings' ticks and boxes may be coded as


@dataclass(slots=True)
class Character:
    """What one place of the page shows; `apart` where white space stands before it in the file."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    apart: bool

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class Line:
    """A line of text and where it stands."""

    text: str
    top: float
    bottom: float


def characters(page: Any) -> list[Character]:
    """All that a pypdfium2 page shows as text, in the file's order; white space becomes `apart`."""
    from pypdfium2 import raw

    place = _placer(page)
    box, out, apart = raw.FS_RECTF(), [], True
    textpage = page.get_textpage()
    try:
        for index in range(textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(textpage, index)
            text = _REPAIRS.get(code) or chr(code)
            if (code < 0x20 and code != 0x02) or text.isspace():
                apart = True
                continue
            if 0xE000 <= code <= 0xF8FF or code in _LOOKED_UP:
                text = symbol(text, _font(raw, textpage, index))
            raw.FPDFText_GetLooseCharBox(textpage, index, box)
            left, top, right, bottom = place(box)
            out.append(Character(text, left, top, right, bottom, apart))
            apart = False
    finally:
        textpage.close()
    return out


def _placer(page: Any) -> Callable[[Any], tuple[float, float, float, float]]:
    """From PDF's places (from the bottom left of the unturned page) to those of the page as shown."""
    left, bottom, right, top = page.get_mediabox()
    turn = page.get_rotation() % 360

    def place(box: Any) -> tuple[float, float, float, float]:
        if turn == 90:
            return box.bottom - bottom, box.left - left, box.top - bottom, box.right - left
        if turn == 180:
            return right - box.right, box.bottom - bottom, right - box.left, box.top - bottom
        if turn == 270:
            return top - box.top, right - box.right, top - box.bottom, right - box.left
        return box.left - left, top - box.top, box.right - left, top - box.bottom

    return place


def _font(raw: Any, textpage: Any, index: int) -> str:
    """The font's name as Word has it: `ABCDEF+Wingdings2-Regular` is `Wingdings 2`."""
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, index, name, 128, ctypes.c_int())
    plain = name.value.decode("utf-8", "replace").rpartition("+")[2].partition("-")[0]
    for family in ("Wingdings", "Webdings", "Symbol"):
        if plain.startswith(family):
            return f"{family} {plain.removeprefix(family).strip()}".strip()
    return plain


def lines_of(found: Iterable[Character]) -> list[Line]:
    """Characters in lines, from the top down and from left to right, wide gaps kept as gaps."""
    rows: list[list[list[Character]]] = []
    for run in sorted(_runs(found), key=lambda run: (_middle(run), run[0].left)):
        if rows and _beside(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(row) for row in rows]


def _runs(found: Iterable[Character]) -> Iterator[list[Character]]:
    """Words that the file writes on, one after another on one height."""
    run: list[Character] = []
    for character in found:
        if run:
            last = run[-1]
            level = abs(last.bottom - character.bottom) < 0.2 * max(last.height, character.height)
            if not level or character.left < last.left - 0.5 * last.height:
                yield run
                run = []
        run.append(character)
    if run:
        yield run


def _middle(run: list[Character]) -> float:
    return (run[0].top + run[0].bottom) / 2


def _beside(row: list[list[Character]], run: list[Character]) -> bool:
    """Whether a run shares at least half its height (or the row's) with a row."""
    tallest = max((part[0] for part in row), key=lambda c: c.height)
    shared = min(tallest.bottom, run[0].bottom) - max(tallest.top, run[0].top)
    return shared > 0.5 * min(tallest.height, run[0].height)


def _line(row: list[list[Character]]) -> Line:
    row.sort(key=lambda run: run[0].left)
    tallest = max((run[0] for run in row), key=lambda c: c.height)
    out: list[str] = []
    end: float | None = None
    for run in row:
        text, start = _joined(run), run[0].left
        raised = (
            run[0].height < 0.8 * tallest.height and tallest.bottom - run[0].bottom > 0.2 * tallest.height
        )
        if end is not None:
            out.append(_between(start - end, tallest.height, run[0].apart))
        out.append(superscript(text) if raised else text)
        end = run[-1].right
    every = [run[0] for run in row]
    return Line("".join(out), min(c.top for c in every), max(c.bottom for c in every))


def _joined(run: list[Character]) -> str:
    out = [run[0].text]
    for last, character in pairwise(run):
        out.append(_between(character.left - last.right, character.height, character.apart))
        out.append(character.text)
    return "".join(out)


def _between(gap: float, height: float, apart: bool) -> str:
    if gap > _WIDE * height:
        return _GAP
    return " " if gap > _WORD_GAP * height or (apart and gap > 0.05 * height) else ""
