"""Facts of many decisions as rows for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from mopacreg.register.rows import FLAGS, LISTS, PENCE
from mopacreg.views.table import COUNT, MARK, MONEY, NAMES, TEXT, Cell, Column, Table

COUNTS = frozenset({"line", "number"})


def facts(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """The register's rows under their own names, one at a time."""
    kinds = [_kind(name) for name in columns]
    changed = [(i, _CELL[kind]) for i, kind in enumerate(kinds) if kind in _CELL]
    return Table(
        tuple(Column(name, name, kind) for name, kind in zip(columns, kinds, strict=True)),
        (_cells(row, changed) for row in rows),
    )


def _kind(name: str) -> str:
    if name in PENCE:
        return MONEY
    if name in FLAGS or name == "external":
        return MARK
    if name in LISTS:
        return NAMES
    return COUNT if name in COUNTS else TEXT


def _cells(row: Sequence[Any], changed: list[tuple[int, Callable[[Any], Cell]]]) -> tuple[Cell, ...]:
    cells = list(row)
    for i, change in changed:
        if cells[i] is not None:
            cells[i] = change(cells[i])
    return tuple(cells)


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


_CELL: dict[str, Callable[[Any], Cell]] = {MARK: bool, NAMES: _names}
"""The kinds whose values stand otherwise in the register than in a table."""
