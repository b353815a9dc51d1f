"""A tree's names with the lines that lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.views.table import Branch

DEEPEST = 10  # steps that are drawn; what lies deeper stands at this step


def branches(names: Sequence[tuple[int, str]]) -> list[Branch]:
    """The names, each with its level (0: no lines lead to it), in reading order."""
    found: list[Branch] = []
    goes_on = [False] * (DEEPEST + 1)  # whether the level has another name further down
    for given, name in reversed(names):
        level = min(given, DEEPEST)
        guides = "".join("│  " if goes_on[at] else "   " for at in range(1, level))
        if level:
            guides += "├─ " if goes_on[level] else "└─ "
        goes_on[level:] = [True] + [False] * (DEEPEST - level)
        found.append(Branch(level, guides, name))
    return found[::-1]
