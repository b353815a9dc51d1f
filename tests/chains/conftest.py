"""Registers of decisions written for the tests, their sums and citations marked in the words.

    Approve {£250,000:decided} out of the {£1.8m:prior} approved by {PCD 10:funded-by}.

A citation claims the nearest prior sum of its line. Each text is a line a paragraph; what begins with
`1.` is the first recommendation.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mopacreg.record import Citation, Decision, Money
from mopacreg.register import query
from mopacreg.register.packing import pack
from mopacreg.register.writer import Writer
from mopacreg.sources import Document
from mopacreg.values.money import find

MARKED = re.compile(r"\{([^{}:]+):([a-z-]+)(?::([0-9-]+))?\}")


def pence(text: str) -> int:
    """The amount of `£1.8m`."""
    return find(text)[0].amount


def decision(reference: str | None, marked: str, **more: Any) -> tuple[Decision, str]:
    """The decision that marked words state, and the words without their marks."""
    cites: list[Citation] = []
    money: list[Money] = []
    for number, line in enumerate(marked.split("\n"), 1):
        item = re.match(r"(\d)\. ", line)
        place = f"recommendation {item[1]}" if item else "summary"
        marks = list(MARKED.finditer(line))
        prior = [mark for mark in marks if mark[2] == "prior"]
        for mark in marks:
            if mark[1].startswith(("PCD", "DMPCD")):
                near = min(prior, key=lambda each: abs(each.start() - mark.start()), default=None)
                claimed = pence(near[1]) if near else None
                cites.append(Citation(mark[1], mark[1], mark[2], claimed, mark[3], place, number))
            else:
                money.append(Money(pence(mark[1]), mark[1], None, (), mark[2], place, number))
    value = more.pop("value", max((m.amount for m in money if m.role == "decided"), default=None))
    text = MARKED.sub(lambda mark: mark[1], marked)
    return Decision(reference, more.pop("title", f"About {reference}"), value=value, cites=tuple(cites),
                    money=tuple(money), last_line=text.count("\n") + 1, **more), text  # fmt: skip


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds nothing, to be copied."""
    path = tmp_path_factory.mktemp("register") / "empty.db"
    with Writer(str(path)):
        return path


@pytest.fixture
def holding(tmp_path: Path, empty: Path) -> Iterator[Callable[..., sqlite3.Connection]]:
    """A register of decisions: `holding({"PCD 1": "{PCD 2:cites}"})`, or decisions with their texts."""
    opened: list[sqlite3.Connection] = []

    def held(words: dict[str, str] | None = None, *others: tuple[Decision, str]) -> sqlite3.Connection:
        path = str(shutil.copy(empty, tmp_path / "register.db"))
        every = [*(decision(reference, marked) for reference, marked in (words or {}).items()), *others]
        with Writer(path) as writer, writer.batch():
            for number, (each, text) in enumerate(every, 1):
                digest = hashlib.sha256(f"{number}{text}".encode()).hexdigest()
                name = f"/papers/{each.reference or 'paper'}-{number}.txt"
                writer.store(pack(Document(name, digest, "text", text), [each]), size=1, mtime_ns=1)
        opened.append(query.connect(path))
        return opened[-1]

    yield held
    for db in opened:
        db.close()


@pytest.fixture(scope="session")
def made() -> Callable[..., tuple[Decision, str]]:
    """A decision of marked words, with what else is said of it."""
    return decision
