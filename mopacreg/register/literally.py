"""Searching for text exactly as it stands, and for a regular expression."""

from __future__ import annotations

import re
import sqlite3

from mopacreg.errors import UsageError
from mopacreg.register.asked import Part
from mopacreg.register.conditions import among
from mopacreg.register.folding import fold, tokens
from mopacreg.register.passages import STANDING, Looked, Passage, Row, passage
from mopacreg.register.schema import storable
from mopacreg.register.words import Query, Term, parse

HOW = ("words", "exact", "regex")
"""How what is typed may be meant."""

_LINES = 50  # of a decision that are looked at for the best
_FLAT = "replace((select text from texts where id = d.id), char(10), ' ')"


def exact(typed: str) -> Query:
    """What finds these characters as they are typed, line ends being spaces; they begin a word."""
    wanted = " ".join(typed.split())
    words = tokens(wanted)
    if not wanted:
        return Query()
    match = f'{{text}} : ("{" ".join(words)}" *)' if words else ""  # the index finds where it may stand
    pattern = r"[ \n\t]+".join(map(re.escape, fold(wanted).split()))
    wants = Query(match, f"instr({_FLAT}, ?) > 0", (storable(wanted),), ((pattern,),))
    return wants._replace(terms=(Term(wanted, _part(wants)),))


def regex(db: sqlite3.Connection, typed: str) -> Query:
    """What finds a regular expression of Python's in the text, line by line read; large and small letters count.

    Every text is read: it takes seconds where the index takes none. Raises UsageError for no expression.
    """
    if not typed:
        return Query()
    try:
        wanted = re.compile(typed, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        hint = "Python's regular expressions; without --regex these are words."
        raise UsageError(f"--regex: '{typed}' is no regular expression: {error}", hint) from error
    # Not as a function of SQLite's: it would make an interruption an error of the register.
    texts = db.execute("select t.id, t.text from texts t join decisions d on d.id = t.id where d.shown = 1")
    part = among(number for number, text in texts if wanted.search(text))
    return Query(*part, terms=(Term(typed, part),), regex=wanted)


def matched(looked: Looked, text: str, first_line: int, rows: list[Row]) -> list[Passage]:
    """The lines of the decision in which a regular expression found something, by their standing, then order.

    Each has the place of the passage that it stands in, if that is one of `rows`.
    """
    found = dict[int, tuple[int, list[tuple[int, int]]]]()
    for match in looked.regex.finditer(text) if looked.regex else ():
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        if len(found) == _LINES and start not in found:
            break
        marks = found.setdefault(start, (end if end >= 0 else len(text), []))[1]
        if match.end() <= found[start][0]:
            marks.append((match.start() - start, match.end() - start))
    placed = [(" ".join(row.text.split()), row) for row in rows if row.kind != "title"]
    passages = list[tuple[int, Passage]]()
    for start, (end, marks) in found.items():
        line, words = first_line + text.count("\n", 0, start), " ".join(text[start:end].split())
        rows = [row for told, row in placed if row.line == line or (words and words in told)]
        own = rows[0] if rows else Row("other", None, line, "", "", STANDING["other"])
        own = own._replace(line=line, text=text[start:end].replace("\n", " "))
        passages.append((own.standing, passage(own, tuple(mark for mark in marks if mark[0] < mark[1]))))
    return [each for _, each in sorted(passages, key=lambda each: -each[0])]


def asked(db: sqlite3.Connection, typed: str, how: str) -> Query:
    """What is asked in one of HOW. Raises UsageError for no field and for no regular expression."""
    if how == "regex":
        return regex(db, typed)
    return exact(typed) if how == "exact" else parse(typed)


def _part(wants: Query) -> Part:
    return Part(wants.match, wants.sql, wants.values)
