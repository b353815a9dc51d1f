"""Decisions like another: by the words, the boroughs and the citations that they share.

Words of titles count most. In a register of few decisions nearly every word is rare, and rarity alone would
find those alike that both say `released` or `accredited`.
"""

from __future__ import annotations

import json
import sqlite3
from math import log
from typing import NamedTuple

from mopacreg.register import query
from mopacreg.register.folding import tokens

_COMMON = 0.1  # of all decisions: a word in more of them makes none alike
_COMMON_IN_TITLE = 0.25  # the same, of a title's words
_IN_TITLES, _IN_TITLE, _IN_NEITHER = 2.0, 1.0, 0.4  # what a word counts in both titles, in one, in none
_WORDS = 16  # the rarest, of the title first, then of the summary and the recommendations
_LOOKED = 150  # decisions that have some of the words, and that share a citation
_LONGEST = 4  # boroughs; a decision that names more is for all London
_TOLD = 4  # words
_LINKED = 2.0  # how much a citation counts, times the weight of what one decision alone has


class Alike(NamedTuple):
    """A decision that is like another; `words`, `boroughs` and `cites` are what they share, the rarest first.

    `linked`: `cites it` or `is cited by it`, None where neither. `score`: the more, the likelier.
    """

    decision: query.Listed
    score: float
    words: tuple[str, ...]
    boroughs: tuple[str, ...]
    cites: tuple[str, ...]
    linked: str | None


class _Features(NamedTuple):
    name: str
    title: frozenset[str]
    words: frozenset[str]
    boroughs: frozenset[str]
    cites: frozenset[str]


def alike(db: sqlite3.Connection, number: int, limit: int | None = 10) -> list[Alike]:
    """The decisions most like the one with this id, the likest first."""
    held = query.count(db)
    own = _features(db, number)
    rare = _rare(db, own, held)
    least = _IN_NEITHER * log(held + 1)  # one word that stands in neither title makes none alike
    boroughs = (
        {name: _share(db, name, held) for name in own.boroughs} if len(own.boroughs) <= _LONGEST else {}
    )
    cites = {each: _citing(db, each, held) for each in own.cites}
    scored = []
    for candidate in _candidates(db, own, list(rare)) - {number}:
        other = _features(db, candidate)
        weights = {word: weight * _counts(word, own, other) for word, weight in rare.items()}
        shared = [sorted(own_ & theirs, key=lambda each: (-weight[each], each)) for own_, theirs, weight in (
            (frozenset(weights), other.words, weights),
            (frozenset(boroughs), other.boroughs, boroughs),
            (frozenset(cites), other.cites, cites),
        )]  # fmt: skip
        linked = (
            "cites it" if own.name in other.cites else "is cited by it" if other.name in own.cites else None
        )
        score = sum(weights[word] for word in shared[0]) + sum(boroughs[name] for name in shared[1])
        score += sum(cites[each] for each in shared[2]) + (_LINKED * log(held + 1) if linked else 0)
        if score > least and other.name != own.name:
            scored.append((score, candidate, shared, linked))
    scored.sort(key=lambda each: (-each[0], each[1]))
    best = scored[:limit]
    named = {each.id: each for each in query.listed(db, [each[1] for each in best])}
    return [
        Alike(named[id], score, tuple(shared[0][:_TOLD]), tuple(shared[1]), tuple(shared[2]), linked)
        for score, id, shared, linked in best
    ]


def _features(db: sqlite3.Connection, number: int) -> _Features:
    sql = (
        "select d.name, t.title, t.lead, d.boroughs,"
        " (select group_concat(reference, char(31)) from cites where decision_id = d.id)"
        " from decisions d join texts t on t.id = d.id where d.id = ?"
    )
    name, title, lead, boroughs, cited = db.execute(sql, [number]).fetchone()
    cites = frozenset((cited or "").split("\x1f")) - {"", name}
    in_title = _words(title or "", 4) - set(tokens(name))  # the reference stands before it
    words = in_title | _words(lead or "", 5)
    return _Features(name, in_title, words, frozenset(json.loads(boroughs)), cites)


def _words(text: str, letters: int) -> frozenset[str]:
    return frozenset(word for word in tokens(text) if len(word) >= letters and word.isalpha())


def _rare(db: sqlite3.Connection, own: _Features, held: int) -> dict[str, float]:
    """Those words that at least another decision has, and not too many, with what they weigh."""
    db.execute("create virtual table if not exists temp.vocabulary using fts5vocab(main, texts_fts, row)")
    sql = "select doc from temp.vocabulary where term = ?"
    found = {word: (db.execute(sql, [word]).fetchone() or (0,))[0] for word in sorted(own.words)}
    rare = [
        word
        for word, number in found.items()
        if 1 < number <= max(held * (_COMMON_IN_TITLE if word in own.title else _COMMON), 3)
    ]
    rare.sort(key=lambda word: (word not in own.title, found[word]))
    return {word: log((held + 1) / found[word]) for word in rare[:_WORDS]}


def _counts(word: str, own: _Features, other: _Features) -> float:
    titles = (word in own.title) + (word in other.title)
    return (_IN_NEITHER, _IN_TITLE, _IN_TITLES)[titles]


def _share(db: sqlite3.Connection, borough: str, held: int) -> float:
    sql = "select count(*) from decisions where shown = 1 and boroughs like ?"
    return log((held + 1) / (db.execute(sql, [f'%"{borough}"%']).fetchone()[0] or 1))


def _citing(db: sqlite3.Connection, reference: str, held: int) -> float:
    sql = "select count(distinct decision_id) from cites where reference = ?"
    return log((held + 1) / (db.execute(sql, [reference]).fetchone()[0] or 1))


def _candidates(db: sqlite3.Connection, own: _Features, words: list[str]) -> set[int]:
    """The ids of decisions shown that have some of the words in title or recommendations, or a citation."""
    found = set[int]()
    if words:
        match = "{title lead} : (" + " OR ".join(f'"{word}"' for word in words) + ")"
        sql = (
            "select d.id from texts_fts f cross join decisions d on d.id = f.rowid"
            " where f.texts_fts match ? and d.shown = 1 order by f.rank limit ?"
        )
        found |= {id for (id,) in db.execute(sql, [match, _LOOKED])}
    for reference in sorted(own.cites | {own.name}):
        sql = "select d.id from decisions d where d.name = ? and d.shown = 1"
        found |= {id for (id,) in db.execute(sql, [reference])}
        sql = (
            "select distinct d.id from cites c join decisions d on d.id = c.decision_id"
            " where c.reference = ? and d.shown = 1 limit ?"
        )
        found |= {id for (id,) in db.execute(sql, [reference, _LOOKED])}
    return found
