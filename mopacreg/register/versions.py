"""Several texts under one reference: which are versions of one decision, and which of them is shown.

Two texts with the same reference and the same title are versions of one
decision (a PDF and a web page, two captures): the fuller is shown and the
others are kept. With different titles, each is shown as it stands, and the
audit says so. An entry of a listing page gives way to a full text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_WHOLE_ENOUGH = 20  # characters: a shorter title is a prefix of too many others


class Version(NamedTuple):
    """What decides it, of one record. `fullness`: how much was read, then how long the text is."""

    id: int
    title: str | None
    listed_only: bool
    fullness: int
    path: str
    entry: int


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles are one, told alike in spite of case, spaces, dashes and a cut-off end.

    A text that has lost its title has no other than its reference's.
    """
    if one is None or other is None:
        return True
    short, long = sorted((_folded(one), _folded(other)), key=len)
    return short == long or (len(short) >= _WHOLE_ENOUGH and long.startswith(short))


def arranged(records: Iterable[Version]) -> dict[int, int]:
    """For each record of one identity, the id of the record that is shown for it (its own, where it is)."""
    shown: list[Version] = []
    answer: dict[int, int] = {}
    for record in sorted(records, key=_standing):
        stands_for = next((s for s in shown if same_title(s.title, record.title)), None)
        if stands_for is None:
            shown.append(record)
            stands_for = record
        answer[record.id] = stands_for.id
    return answer


def _standing(record: Version) -> tuple[bool, int, str, int]:
    return (record.listed_only, -record.fullness, record.path, record.entry)


@lru_cache(maxsize=4096)
def _folded(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
