"""What is asked for, partly of the index and partly of the record; how AND, OR and NOT join such parts.

The index answers an FTS5 expression many times faster than SQL could, and ranks: what can be said to it
in one expression is. Where words and fields mix under an OR, the words become a condition too.
"""

from collections.abc import Sequence
from typing import NamedTuple

Values = tuple[str | int, ...]

_PRODUCT = 64  # spellings of words near each other that are asked for


class Part(NamedTuple):
    """Decisions `d` whose text answers `match`, an FTS5 expression, and of which `sql` holds.

    What is empty asks nothing. `values` are the parameters of `sql`.
    """

    match: str = ""
    sql: str = ""
    values: Values = ()


NOTHING = Part()


def both(parts: Sequence[Part]) -> Part:
    """All of them."""
    said = [part for part in dict.fromkeys(parts) if part != NOTHING]
    if len(said) < 2:
        return said[0] if said else NOTHING
    sql = [f"({part.sql})" for part in said if part.sql]
    match = joined("AND", [part.match for part in said])
    return Part(match, " and ".join(sql), sum((part.values for part in said), ()))


def either(parts: Sequence[Part]) -> Part:
    """Any of them."""
    said = [part for part in dict.fromkeys(parts) if part != NOTHING]
    if len(said) < 2:
        return said[0] if said else NOTHING
    if not any(part.sql for part in said):
        return Part(joined("OR", [part.match for part in said]))
    told = list(map(condition, said))
    return Part("", " or ".join(f"({part.sql})" for part in told), sum((part.values for part in told), ()))


def without(wanted: Part, unwanted: Sequence[Part]) -> Part:
    """What is wanted, but none of the others; without anything wanted, all but those."""
    said = [part for part in dict.fromkeys(unwanted) if part != NOTHING]
    words = joined("OR", [part.match for part in said if not part.sql])
    denied = [condition(part) for part in said if part.sql]
    if words and wanted.match:
        wanted = wanted._replace(match=f"({wanted.match} NOT {words})")
    elif words:
        denied.append(condition(Part(words)))
    nots = [Part("", f"not coalesce(({part.sql}), 0)", part.values) for part in denied]
    return both([wanted, *nots])


def condition(part: Part) -> Part:
    """The same, asked in SQL alone."""
    if not part.match:
        return part
    among = "d.id in (select rowid from texts_fts where texts_fts match ?)"
    return Part("", f"({among} and {part.sql})" if part.sql else f"({among})", (part.match, *part.values))


def joined(operator: str, expressions: Sequence[str]) -> str:
    """The FTS5 expressions under one operator, in brackets where there are several."""
    said = [expression for expression in dict.fromkeys(expressions) if expression]
    return said[0] if len(said) == 1 else f"({f' {operator} '.join(said)})" if said else ""


def near(operands: Sequence[Sequence[str]], apart: int) -> str:
    """The phrases at most so many words apart, in any of their spellings."""
    said = [phrases for phrases in operands if phrases]
    if len(said) < 2:
        return joined("OR", said[0]) if said else ""
    spelt = [""]
    for phrases in said:
        spelt = [f"{before} {phrase}" for before in spelt for phrase in phrases][:_PRODUCT]
    return joined("OR", [f"NEAR({each.strip()}, {apart})" for each in spelt])
