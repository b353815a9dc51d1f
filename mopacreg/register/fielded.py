"""What a field of the record asks, as a person typed it: `borough:camden`, `by:(linden OR greenhalgh)`.

In brackets behind a field stand values of it, joined as words are; those side by side are one value
where they make one. `conditions` knows what each field asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mopacreg.errors import UsageError
from mopacreg.register import asked, conditions
from mopacreg.register.asked import Part
from mopacreg.register.folding import tokens
from mopacreg.register.spellings import of_citation, of_words
from mopacreg.register.words import Term

if TYPE_CHECKING:
    from mopacreg.register.words import Reading

_JOINING = ("OR", "AND", "NOT")
_MOST = 8  # words of one value in brackets


def field(reading: Reading, piece: re.Match[str], depth: int) -> Part:
    """A field and what is asked of it. Raises UsageError for none, and for a value that can't be read."""
    fields = {**conditions.FIELDS, **reading.also}
    follows = reading.pieces[-1] if reading.pieces else None
    beside = follows is not None and follows.start() == piece.end()
    if not beside and piece["field"].lower() not in (conditions.WORDS, *fields):
        return reading.wants(piece["field"], of_words(tokens(piece["field"]), False))  # `Note: …` is no field
    name = conditions.field(piece["field"], fields)
    if follows is None or follows["bracket"] == ")":
        raise _empty(name)
    reading.pieces.pop()
    outside = reading.within, reading.title
    reading.within, reading.title = (None, True) if name == conditions.WORDS else (name, False)
    if reading.title or follows["bracket"]:
        part = reading.operand(follows, depth)
    else:
        part = value(reading, follows, alone=True)
    if part == asked.NOTHING:
        raise _empty(name)
    if reading.title and part.match:
        part = part._replace(match=f"{{title}} : ({part.match})")
    reading.within, reading.title = outside
    return part


def value(reading: Reading, piece: re.Match[str], alone: bool = False) -> Part:
    """A value of a field, with the words that go on with it; `alone`: it isn't in brackets.

    Raises UsageError for one that can't be read: what it was to choose must not be chosen by words.
    """
    name = reading.within or ""
    read = {**conditions.FIELDS, **reading.also}[name]
    typed = _words(piece)
    part = None
    if alone:
        while (
            reading.pieces and (word := reading.pieces[-1]["word"]) and conditions.longer(name, typed, word)
        ):
            typed += f" {reading.pieces.pop()[0]}"
    else:
        more = _side_by_side(reading)
        for number in range(len(more), 0, -1):
            joined = " ".join([typed, *more[:number]])
            if part := _part(read, joined):
                typed = joined
                del reading.pieces[-number:]
                break
    if not typed.strip(" *"):
        raise _empty(name)
    part = part or read(typed)
    term = Term(f"{name}:{typed}", part)
    if reading.denials:
        reading.denied.append(term)
    else:
        reading.terms.append(term)
        _note(reading, name, typed, part)
    return part


def _part(read: conditions.Field, typed: str) -> Part | None:
    try:
        return read(typed)
    except UsageError:
        return None


def _side_by_side(reading: Reading) -> list[str]:
    """The words that stand next, up to a bracket, a field, a minus or what joins words."""
    words = list[str]()
    for piece in reversed(reading.pieces[-_MOST:]):
        if piece["bracket"] or piece["field"] or piece["minus"] or piece["word"] in _JOINING:
            break
        words.append(_words(piece))
    return words


def _words(piece: re.Match[str]) -> str:
    return piece["phrase"] if piece["phrase"] is not None else piece[0]


def _note(reading: Reading, name: str, typed: str, part: Part) -> None:
    """Note what a passage that answers a field would hold."""
    if name == "borough":
        reading.patterns.append(of_words(tokens(typed), True).patterns)
    elif name == "cites":
        reading.patterns.append(of_citation(str(part.values[0])).patterns)
    elif name == "amount":
        reading.sums.append((*conditions.amounts(name, typed), ""))
    elif name == "section":
        reading.sections.append(typed)


def _empty(name: str) -> UsageError:
    example = (
        "title:custody" if name == conditions.WORDS else conditions.EXAMPLES.get(name, "rule:sum-mismatch")
    )
    return UsageError(f"{name}: needs a word or a value behind it", f"Write, for instance, {example}")
