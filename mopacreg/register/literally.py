"""Searching for text exactly as it stands, and for a regular expression."""

from __future__ import annotations

import re
import sqlite3

from mopacreg.errors import UsageError
from mopacreg.register.asked import Part
from mopacreg.register.folding import fold, tokens
from mopacreg.register.schema import storable
from mopacreg.register.words import Query, Term, parse

HOW = ("words", "exact", "regex")
"""How what is typed may be meant."""

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
    db.create_function("matches", 1, lambda text: wanted.search(text) is not None)
    try:
        patterns: tuple[tuple[str, ...], ...] = ((re.compile(f"(?i:{typed})").pattern,),)
    except re.error:  # flags at its beginning
        patterns = ()
    wants = Query("", "matches((select text from texts where id = d.id))", (), patterns)
    return wants._replace(terms=(Term(typed, _part(wants)),))


def asked(db: sqlite3.Connection, typed: str, how: str) -> Query:
    """What is asked in one of HOW. Raises UsageError for no field and for no regular expression."""
    if how == "regex":
        return regex(db, typed)
    return exact(typed) if how == "exact" else parse(typed)


def _part(wants: Query) -> Part:
    return Part(wants.match, wants.sql, wants.values)
