"""Facts of many decisions as rows for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from mopacreg.register.rows import FLAGS, LISTS, PENCE
from mopacreg.views.table import COUNT, MARK, MONEY, NAMES, TEXT, Cell, Column, Table

COUNTS = frozenset({"line", "number"})


def facts(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """The register's rows under their own names, one at a time."""
    kinds = [_kind(name) for name in columns]
    return Table(
        tuple(Column(name, name, kind) for name, kind in zip(columns, kinds, strict=True)),
        (tuple(_cell(value, kind) for value, kind in zip(row, kinds, strict=True)) for row in rows),
    )


def _kind(name: str) -> str:
    if name in PENCE:
        return MONEY
    if name in FLAGS or name == "external":
        return MARK
    if name in LISTS:
        return NAMES
    return COUNT if name in COUNTS else TEXT


def _cell(value: Any, kind: str) -> Cell:
    if value is None:
        return None
    if kind == MARK:
        return bool(value)
    if kind == NAMES:
        return tuple(json.loads(value))
    cell: Cell = value
    return cell
