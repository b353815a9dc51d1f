"""Which columns fit a terminal, and how wide each may be."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.views.table import BRIEF, MARKED, NAME, NAMES, TEXT, Column

GAP = 2  # between columns
NARROWEST = {BRIEF: 12, TEXT: 22, MARKED: 22, NAME: 14, NAMES: 14}
"""The kinds that fold or are cut, down to this width; the others never do."""


def fitting(columns: Sequence[Column], widths: Sequence[int], room: int, offered: Sequence[int]) -> list[int]:
    """Which of the columns offered fit `room`, the highest `drop` going first; one that must stay, stays."""
    kept = list(offered)

    def needed() -> int:
        narrow = [min(widths[at], NARROWEST.get(columns[at].kind, widths[at])) for at in kept]
        return sum(narrow) + GAP * (len(kept) - 1)

    for at in sorted(kept, key=lambda at: -columns[at].drop):
        if needed() <= room or not columns[at].drop:
            break
        kept.remove(at)
    return kept


def shared(columns: Sequence[Column], widths: Sequence[int], kept: Sequence[int], room: int) -> list[int]:
    """The width of each kept column: what it needs, and where that is too much the folding ones give way."""
    given = {at: min(widths[at], NARROWEST.get(columns[at].kind, widths[at])) for at in kept}
    spare = room - sum(given.values()) - GAP * (len(kept) - 1)
    # The column that lacks most gets the next place, so that no column folds beside a half-empty one.
    while spare > 0 and any(widths[at] > given[at] for at in kept):
        at = max(kept, key=lambda at: widths[at] - given[at])
        given[at] += 1
        spare -= 1
    return [given[at] for at in kept]
