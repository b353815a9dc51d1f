"""JSON: a table as a list of objects, a record as RECORD.md has it.

Amounts are pounds: whole numbers, or exact to the penny. Characters that could
steer a terminal are `\\u` escapes, so that the data stays what it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Protocol, TextIO

from mopacreg.record import Decision
from mopacreg.views.figures import plain_pounds, tenths
from mopacreg.views.table import MONEY, PERCENT, Branch, Cell, Light, Marked, Table


class Laid(Protocol):
    """A correction as it stands in a record."""

    @property
    def fact(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def read(self) -> Any: ...
    @property
    def value(self) -> Any: ...
    @property
    def correction(self) -> Any: ...


MONEY_FIELDS = frozenset({"value", "amount", "claimed_amount", "approved", "drawn", "left"})
# What the reader keeps of a decision beside RECORD.md's fields.
NOT_IN_RECORD = frozenset({"layout", "listed_only", "title_reference", "first_line", "last_line", "readings"})
# Controls, bidi and zero-width characters, line separators, lone surrogates, tags. JSON's own
# escapes cover the controls below U+0020; newlines here are the indentation's.
_STEERING = re.compile(
    "[\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def pounds(pence: int | None) -> int | float | None:
    """Pence as a JSON number of pounds: read from its decimal text, so exact as printed, never computed."""
    text = None if pence is None else plain_pounds(pence)
    return None if text is None else float(text) if "." in text else int(text)


def as_json(decision: Decision, source: Mapping[str, str]) -> dict[str, Any]:
    """The record of RECORD.md, in pounds; `source` is its `path`, `sha256` and `format`."""
    record: dict[str, Any] = {
        field.name: plain(getattr(decision, field.name), field.name)
        for field in fields(decision)
        if field.name not in NOT_IN_RECORD
    }
    return {**record, "source": dict(source)}


def correction(laid: Laid) -> dict[str, Any]:
    """A person's correction of a fact: what holds in the place of what was read, since when and why."""
    made, name = laid.correction, laid.part or laid.fact
    values = {} if made.confirmed else {"read": plain(laid.read, name), "value": plain(laid.value, name)}
    told = {"because": made.because, "by": made.by, "date": made.made_on}
    return {"id": made.id, "field": laid.field, "confirmed": made.confirmed, **values, **told}


def plain(value: Any, name: str = "") -> Any:
    """A dataclass or a dict, and what is in it, as plain data; what `name` says is money becomes pounds."""
    if name in MONEY_FIELDS:
        return pounds(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item, key) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), field.name) for field in fields(value)}
    return value


def write(table: Table, out: TextIO) -> None:
    """Write `table`'s rows as a list of objects under RECORD.md's names, an object a line."""
    before = "[\n"
    for row in row_objects(table):
        out.write(before + dump(row))
        before = ",\n"
    out.write("\n]\n" if before != "[\n" else "[]\n")


def write_value(value: Any, out: TextIO) -> None:
    """Write plain Python data, indented."""
    out.write(dump(value, indent=2) + "\n")


def row_objects(table: Table) -> Iterator[dict[str, Any]]:
    """Each row as a dict of JSON values, as it comes."""
    names = [column.name for column in table.columns]
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        yield {name: _cell(cell, kind) for name, cell, kind in zip(names, row, kinds, strict=True)}


def _cell(cell: Cell, kind: str) -> Any:
    if isinstance(cell, (Marked, Light, Branch)):
        return cell.text
    if isinstance(cell, tuple):
        return list(cell)
    if kind == MONEY and isinstance(cell, int):
        return pounds(cell)
    if kind == PERCENT and isinstance(cell, int):
        return float(tenths(cell))
    return cell


def dump(value: Any, indent: int | None = None) -> str:
    """`value` as JSON text that is safe to print."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() and "\x7f" not in text else _STEERING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
