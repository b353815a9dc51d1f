"""One fact of a decision as it stands in the tables: where, what it holds, what it is known by.

A fact is `value`, or `budget_lines 3`: the entry of a list with that `n`. A
part of it (`amount`) is one column; the columns are those that `fields` names.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from mopacreg import fields
from mopacreg.register import packing, records

_OWN_WORDS = frozenset({"money", "cites", "external_cites"})  # the lists whose entries keep their words
_OFFICER = {"role": "officer_role", "date": "officer_date"}


class Key(NamedTuple):
    """What an entry is known by when it is numbered anew.

    `words` of its line and its `own` words, white space folded; it is the `nth` (from 1) of `alike` entries
    of its list that have the same. Of a fact that is no entry, nothing.
    """

    words: str = ""
    own: str = ""
    nth: int = 0
    alike: int = 0


def get(db: sqlite3.Connection, number: int, fact: str, part: str) -> Any:
    """What the column holds, as the database has it. Raises KeyError where there is no such fact."""
    table, column, n = _place(fact, part)
    row = db.execute(f'select "{column}" from {table} where {_which(n)}', _values(number, n)).fetchone()
    if row is None:
        raise KeyError(fact)
    return row[0]


def put(db: sqlite3.Connection, number: int, fact: str, part: str, value: Any) -> None:
    """Write the column; a decision's reference takes with it all that follows from that."""
    if fact == "reference":
        about = db.execute(
            "select path, sha256, entry from decisions d join documents on documents.id = d.document_id"
            " where d.id = ?",
            [number],
        ).fetchone()
        sets = ", ".join(f"{name} = ?" for name in packing.NAMED)
        row = packing.named(value, *about)
        db.execute(f"update decisions set {sets} where id = ?", [*row, number])
        return
    table, column, n = _place(fact, part)
    db.execute(f'update {table} set "{column}" = ? where {_which(n)}', [value, *_values(number, n)])


def state(db: sqlite3.Connection, number: int, fact: str) -> str:
    """All that can be corrected in the fact, as JSON: a person's word on it holds while this is the same."""
    name = fact.partition(" ")[0]
    if name in fields.ENTRIES:
        parts = list(fields.ENTRIES[name])
    else:
        parts = [each.partition(".")[2] for each in fields.DECISION if each.partition(".")[0] == name]
    if not parts:
        raise KeyError(fact)
    return as_json([get(db, number, fact, part) for part in parts])


def key(db: sqlite3.Connection, number: int, fact: str) -> Key:
    """What the entry is known by. Raises KeyError where there is no such entry."""
    name, _, n = fact.partition(" ")
    if not n:
        return Key()
    entries = _entries(db, number, name)
    mine = entries[int(n)]
    alike = [each for each, words in entries.items() if words == mine]
    return Key(*mine, alike.index(int(n)) + 1, len(alike))


def find(db: sqlite3.Connection, number: int, fact: str, known_by: Key) -> str | None:
    """The fact under the number that it has now; None where no entry, or not the same choice, fits the key."""
    name, _, n = fact.partition(" ")
    if not n:
        return fact
    entries = _entries(db, number, name)
    alike = [each for each, words in entries.items() if words == (known_by.words, known_by.own)]
    fits = len(alike) == known_by.alike and 0 < known_by.nth <= len(alike)
    return f"{name} {alike[known_by.nth - 1]}" if fits else None


def twin(db: sqlite3.Connection, number: int, fact: str) -> str | None:
    """The mention of money that a budget line was read from, or the other way round.

    It has the same amount on the same line; where several have, the one in the same place of as many.
    """
    name, _, n = fact.partition(" ")
    other = {"budget_lines": "money", "money": "budget_lines"}.get(name)
    if other is None:
        return None
    same = (
        "select n from {} where decision_id = :id and (line, amount) ="
        f" (select line, amount from {name} where decision_id = :id and n = :n) order by n"
    )
    given = {"id": number, "n": int(n)}
    mine = [row[0] for row in db.execute(same.format(name), given)]
    others = [row[0] for row in db.execute(same.format(other), given)]
    return f"{other} {others[mine.index(int(n))]}" if len(mine) == len(others) else None


def as_json(value: Any) -> str:
    """A column's value, or several, as the overlay keeps them."""
    return json.dumps(value, ensure_ascii=False)


def packed(value: fields.Value) -> str:
    """A value of the record as the overlay keeps it."""
    return as_json(packing.json_list(value) if isinstance(value, tuple) else value)


def value(fact: str, part: str, kept: str | None) -> fields.Value:
    """What the overlay keeps of a column, as the record has it."""
    column = None if kept is None else json.loads(kept)
    kind = fields.kind(fact, part)
    if column is None:
        return None
    if kind in ("boroughs", "years"):
        return tuple(json.loads(column))
    return bool(column) if kind == "flag" else column


def _place(fact: str, part: str) -> tuple[str, str, int | None]:
    """Table, column and `n`; KeyError for what `fields` doesn't name: names never come from elsewhere."""
    name, _, n = fact.partition(" ")
    if n:
        if part not in fields.ENTRIES[name]:
            raise KeyError(part)
        return name, part, int(n)
    if (f"{name}.{part}" if part else name) not in fields.DECISION:
        raise KeyError(fact)
    return "decisions", _OFFICER[part] if part else name, None


def _which(n: int | None) -> str:
    return "id = ?" if n is None else "decision_id = ? and n = ?"


def _values(number: int, n: int | None) -> list[int]:
    return [number] if n is None else [number, n]


def _entries(db: sqlite3.Connection, number: int, name: str) -> dict[int, tuple[str, str]]:
    """Each entry's number, with the words of its line and its own."""
    lines = records.document(db, number).text.split("\n")
    own = "text" if name in _OWN_WORDS else "''"
    if name not in fields.ENTRIES:
        raise KeyError(name)
    rows = db.execute(f"select n, line, {own} from {name} where decision_id = ? order by n", [number])
    return {
        n: (_folded(lines[line - 1]) if line and 0 < line <= len(lines) else "", _folded(words))
        for n, line, words in rows
    }


def _folded(words: str) -> str:
    return " ".join(words.split())
