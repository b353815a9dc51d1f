"""Why a search found nothing: how many decisions have each word, and what may have been meant."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mopacreg.register import asked
from mopacreg.register.filters import Filter
from mopacreg.register.search import count
from mopacreg.register.words import Query, Term

_ALIKE = 0.75  # of two words' letters: below that the one isn't meant by the other
_NAMED = 3
_SMALL = 20_000  # decisions; in a larger register only words with the same two first letters are compared


class Missed(NamedTuple):
    """One thing that was asked for: `decisions` that have it, within the filter.

    `without`: how many are found without it, where each thing alone is found. `near`: the words of the
    register that are spelt nearly so, the likeliest first, each with the decisions that have it.
    """

    typed: str
    decisions: int
    without: int | None
    near: tuple[tuple[str, int], ...]


def missed(db: sqlite3.Connection, wanted: Query, chosen: Filter | None = None) -> tuple[Missed, ...]:
    """What keeps a search from finding anything."""
    terms = wanted.terms
    counts = [_count(db, [term], chosen) for term in terms]
    alone = len(terms) > 1 and all(counts)
    reasons = []
    for term, found in zip(terms, counts, strict=True):
        rest = [other for other in terms if other != term]
        near = _near(db, term.word, chosen) if term.word and not found else ()
        reasons.append(Missed(term.typed, found, _count(db, rest, chosen) if alone else None, near))
    return tuple(reasons)


def _count(db: sqlite3.Connection, terms: list[Term], chosen: Filter | None) -> int:
    return count(db, Query(*asked.both([term.part for term in terms])), chosen)


def _near(db: sqlite3.Connection, word: str, chosen: Filter | None) -> tuple[tuple[str, int], ...]:
    if len(word) < 4 or word.isdecimal():
        return ()
    import difflib

    likely = difflib.get_close_matches(word, _vocabulary(db, word), n=_NAMED * 2, cutoff=_ALIKE)
    counted = [(other, count(db, f'"{other}"', chosen)) for other in likely]
    return tuple(each for each in counted if each[1])[:_NAMED]


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
