"""What a person's words ask of the register, with what only the audit can answer (`rule:sum-mismatch`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mopacreg.options import say

if TYPE_CHECKING:
    from mopacreg.register.asked import Part
    from mopacreg.register.words import Query


_SECONDS = 5.0  # until it is said that it takes long


def wanted(db: sqlite3.Connection, typed: str, how: str) -> Query:
    """What is asked in one of `literally.HOW`; all decisions where nothing is typed.

    Raises UsageError for a field or a rule that there isn't, and for no regular expression.
    """
    if not typed.strip():
        from mopacreg.register.words import Query

        return Query(sql="1")
    if how != "words":
        from mopacreg.register import literally

        with _patience():
            return literally.asked(db, typed, how)
    from mopacreg.register.words import parse

    return parse(typed, {"rule": lambda name: _amiss(db, name)})


@contextmanager
def _patience() -> Iterator[None]:
    """Say after some seconds that it takes long: a regular expression may take for ever on one text.

    Only a signal comes through while one is at work, and Windows has none of this kind.
    """
    import signal

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: say("still looking; Ctrl-C stops it"))
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _amiss(db: sqlite3.Connection, name: str) -> Part:
    """The decisions in which a rule of the audit finds something: findings aren't kept, so it is asked now."""
    from mopacreg import audit
    from mopacreg.register.conditions import among

    return among(audit.amiss(db, audit.rule(name.casefold())))
