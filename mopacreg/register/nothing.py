"""Why a search found nothing: how many decisions have each word, and what may have been meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from mopacreg.register import asked, query
from mopacreg.register.filters import Filter
from mopacreg.register.folding import tokens
from mopacreg.register.search import count
from mopacreg.register.words import Query, Term

_ALIKE = 0.75  # of two words' letters: below that the one isn't meant by the other
_NAMED = 3
_ACTIONS = 12  # there are few
_SMALL = 20_000  # decisions; in a larger register only words with the same two first letters are compared


Counted = tuple[tuple[str, int], ...]
MEANT, NEAREST, THERE_IS = "did you mean", "nearest", "there are"


class Missed(NamedTuple):
    """One thing that was asked for: `decisions` that have it, within the filter.

    `without`: how many are found without it, where each thing alone is found. `near`: what the register has
    instead, each with the decisions that have it; `how`: it is what may be MEANT, the likeliest first, or
    the NEAREST by number, or the commonest of what THERE_IS. `of`: of a thing to be left out, how many
    would be found but for it.
    """

    typed: str
    decisions: int
    without: int | None
    near: Counted
    how: str = MEANT
    of: int | None = None


def missed(db: sqlite3.Connection, wanted: Query, chosen: Filter | None = None) -> tuple[Missed, ...]:
    """What keeps a search from finding anything: what is left out, where all the rest is found together."""
    terms = wanted.terms
    if wanted.denied and (whole := _count(db, terms, chosen)):
        left_out = ((term, _count(db, (*terms, term), chosen)) for term in wanted.denied)
        return tuple(Missed(f"-{term.typed}", found, None, (), of=whole) for term, found in left_out if found)
    counts = [_count(db, [term], chosen) for term in terms]
    alone = len(terms) > 1 and all(counts)
    reasons = []
    for term, found in zip(terms, counts, strict=True):
        rest = [other for other in terms if other != term]
        how, near = (MEANT, ()) if found else _near(db, term, chosen)
        without = _count(db, rest, chosen) if alone else None
        reasons.append(Missed(term.typed, found, without, near, how))
    return tuple(reasons)


def _count(db: sqlite3.Connection, terms: Sequence[Term], chosen: Filter | None) -> int:
    part = asked.both([term.part for term in terms])
    return count(db, Query(*part) if terms else Query(sql="1"), chosen)


def _near(db: sqlite3.Connection, term: Term, chosen: Filter | None) -> tuple[str, Counted]:
    """What may have been meant, in the form in which it may be typed, with the decisions found by it."""
    how = MEANT
    field, colon, value = term.typed.partition(":")
    if colon and field in _HELD:
        how, likely = _of_field(db, field, value)
    elif colon and field == "title" and term.word:
        likely = [f"title:{word}" for word in _words_near(db, term.word)]
    elif term.word or term.typed.endswith("*"):
        likely = _words_near(db, term.word or "".join(tokens(term.typed)))
    elif term.typed.startswith('"'):
        likely = _phrases_near(db, term.typed)
    else:
        how, likely = NEAREST, query.nearest(db, term.typed)
    counted = [(each, count(db, each, chosen)) for each in likely]
    return how, tuple(each for each in counted if each[1])[: _ACTIONS if field == "action" else _NAMED]


_HELD = {
    "by": "select signed_by, count(*) from decisions where shown = 1 and signed_by is not null group by 1",
    "action": "select action, count(distinct decision_id) from recommendations where action is not null group by 1",
    "section": "select heading, count(distinct decision_id) from sections where heading is not null group by 1",
    "cites": "select reference, count(distinct decision_id) from cites group by 1",
}
"""What the register has of each field that takes any words, with the decisions that have it."""


def _of_field(db: sqlite3.Connection, field: str, value: str) -> tuple[str, list[str]]:
    """The values held that are spelt nearly so, else the commonest (of references: the nearest)."""
    import difflib

    held = dict(db.execute(f"{_HELD[field]} order by 2 desc, 1").fetchall())
    how = MEANT
    if field == "cites":
        how, likely = NEAREST, query.by_number(value, list(held))
    else:
        words = {word: each for each in reversed(held) for word in (*tokens(each), each.lower())}
        close = difflib.get_close_matches(value.strip('*"').lower(), words, n=_NAMED, cutoff=_ALIKE)
        likely = list(dict.fromkeys(words[word] for word in close))
        if not likely:
            how, likely = THERE_IS, list(held)[:_ACTIONS]
    return how, [
        f'{field}:"{each}"' if " " in each else f"{field}:{each}" for each in likely if '"' not in each
    ]


def _phrases_near(db: sqlite3.Connection, typed: str) -> list[str]:
    """The phrase with words that the register has; where it has them all, the words without quotes."""
    words = tokens(typed)
    mended = [word if count(db, f'"{word}"') else next(iter(_words_near(db, word)), word) for word in words]
    return [" ".join(words) if mended == words else f'"{" ".join(mended)}"'] if words[1:] else []


def _words_near(db: sqlite3.Connection, word: str) -> list[str]:
    if len(word) < 4 or word.isdecimal():
        return []
    import difflib

    return difflib.get_close_matches(word, _vocabulary(db, word), n=_NAMED * 2, cutoff=_ALIKE)


def _vocabulary(db: sqlite3.Connection, word: str) -> list[str]:
    """The register's words that begin as this one does, or with its first two letters changed round."""
    db.execute("create virtual table if not exists temp.vocabulary using fts5vocab(main, texts_fts, row)")
    large = db.execute("select max(id) from texts").fetchone()[0] > _SMALL
    beginnings = (word[:2], word[1::-1]) if large else (word[0], word[1])
    found = list[str]()
    for beginning in dict.fromkeys(beginnings):
        sql = "select term from temp.vocabulary where term >= ? and term < ? and length(term) between ? and ?"
        ends = (beginning, beginning + "\U0010ffff", len(word) - 2, len(word) + 2)
        found += [term for (term,) in db.execute(sql, ends) if not any(map(str.isdecimal, term))]
    return found
