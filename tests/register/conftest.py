"""A register in a temporary folder, filled with decisions made by hand."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from mopacreg.record import Decision
from mopacreg.register import query
from mopacreg.register.packing import pack
from mopacreg.register.writer import Stored, Writer
from mopacreg.sources import Document


class Register:
    """Stores texts with what was read in them, and opens what came of it."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.opened: list[sqlite3.Connection] = []

    def store(self, path: str, text: str, *decisions: Decision) -> Stored:
        with Writer(self.path) as writer:
            return writer.store(pack(document(path, text), decisions), size=len(text), mtime_ns=1)

    def forget(self, path: str) -> bool:
        with Writer(self.path) as writer:
            return writer.forget(path)

    @property
    def db(self) -> sqlite3.Connection:
        self.opened.append(query.connect(self.path))
        return self.opened[-1]


def document(path: str, text: str) -> Document:
    return Document(path, hashlib.sha256(text.encode()).hexdigest(), "text", text)


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds nothing; copied, since making one takes the time of ten tests."""
    path = tmp_path_factory.mktemp("register") / "empty.db"
    with Writer(str(path)):
        return path


@pytest.fixture
def register(tmp_path: Path, empty_register: Path) -> Iterator[Register]:
    made = Register(Path(shutil.copy(empty_register, tmp_path / "register.db")))
    yield made
    for db in made.opened:
        db.close()
