"""Storing what was read, a batch in a transaction, and saying what became of each file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from mopacreg.errors import RegisterError
from mopacreg.intake.reading import Read
from mopacreg.register.passed_over import PassedOver
from mopacreg.register.schema import storable
from mopacreg.register.writer import Known, Writer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `state` is new, changed, unchanged, skipped or failed.

    `decisions` are the references of what was read in it (of a decision that
    states none, the file's name); `message` says why a file was skipped or
    failed, or which file it repeats; `hint` what to do next.
    """

    path: str
    state: str
    decisions: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""


class Keeper:
    """Stores results and keeps track of what is held meanwhile."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.known: dict[str, Known] = writer.known()
        self.passed_over = writer.passed_over()
        self._holders = {known.sha256: path for path, known in self.known.items()}

    def keep(self, batch: list[Read]) -> list[Outcome]:
        """Store what was read in files."""
        if all(result.known for result in batch):
            return [_known(result) for result in batch]
        return self._together(batch, self._keep_one)

    def keep_again(self, batch: list[Read]) -> list[Outcome]:
        """Store what was read in texts that are held."""
        return self._together(batch, self._keep_one_again)

    def _together(self, batch: list[Read], one: Callable[[Read], Outcome]) -> list[Outcome]:
        """All of a batch in one transaction; one by one where a document breaks that."""
        before = dict(self.known), dict(self._holders)
        try:
            with self.writer.batch():
                return [one(result) for result in batch]
        except Exception as error:
            if not _by_a_document(error):
                raise
            self.known, self._holders = before
        outcomes = []
        for result in batch:
            try:
                with self.writer.batch():
                    outcomes.append(one(result))
            except Exception as error:
                if not _by_a_document(error):
                    raise
                said = f"could not be stored: {type(error).__name__}: {error}"
                outcomes.append(Outcome(result.path, "failed", (), said, "report it, with the file"))
        return outcomes

    def _keep_one(self, result: Read) -> Outcome:
        path, packed = result.path, result.packed
        if result.known:
            return _known(result)
        if result.state == "same":
            self.writer.touch(path, size=result.size, mtime_ns=result.mtime_ns)
            return Outcome(path, "unchanged")
        if packed is None:
            return self._not_kept(result)
        holder = self._holder(packed.sha256, path)
        if holder and os.path.lexists(holder):
            return Outcome(path, "unchanged", packed.names, f"the same file as {holder}")
        if holder:
            self._forget(holder)
        state: str = self.writer.store(packed, size=result.size, mtime_ns=result.mtime_ns)
        self._hold(path, Known(packed.sha256, result.size, result.mtime_ns))
        if holder:
            return Outcome(path, "changed", packed.names, f"moved from {holder}")
        return Outcome(path, state, packed.names)

    def _not_kept(self, result: Read) -> Outcome:
        """A file with no decision to store: what its path held before goes only if it is surely gone."""
        message, stored = result.message, storable(result.path)
        if result.state == "skipped":
            self.writer.pass_over(PassedOver(stored, result.size, result.mtime_ns, message, result.hint))
        if stored in self.known:
            if result.state == "skipped":
                self._forget(stored)
                message += "; what it held before is removed from the register"
            else:
                message += "; the register keeps what it held before"
        return Outcome(result.path, result.state, (), message, result.hint)

    def _keep_one_again(self, result: Read) -> Outcome:
        if result.packed is None:
            message = f"{result.message}; the register keeps what was read before"
            return Outcome(result.path, "failed", (), message, result.hint)
        state: str = self.writer.restore(result.packed)
        return Outcome(result.path, state, result.packed.names)

    def _holder(self, sha256: str, path: str) -> str | None:
        """Another path that holds these bytes: gone, or still as it was when it was stored."""
        holder = self._holders.get(sha256)
        if holder is None or holder == path:
            return None
        known = self.known[holder]
        try:
            about = os.stat(holder)
        except FileNotFoundError:
            return holder
        except OSError:
            return None
        return holder if (about.st_size, about.st_mtime_ns) == (known.size, known.mtime_ns) else None

    def _hold(self, path: str, known: Known) -> None:
        before = self.known.get(path)
        if before and self._holders.get(before.sha256) == path:
            del self._holders[before.sha256]
        self.known[path] = known
        self._holders[known.sha256] = path

    def _forget(self, path: str) -> None:
        self.writer.forget(path)
        known = self.known.pop(path)
        if self._holders.get(known.sha256) == path:
            del self._holders[known.sha256]


def _known(result: Read) -> Outcome:
    """The outcome for a file that is as it was: held, or without a decision."""
    if result.state == "same":
        return Outcome(result.path, "unchanged")
    return Outcome(result.path, result.state, (), result.message, result.hint)


def _by_a_document(error: Exception) -> bool:
    """Whether one document's own values broke the storing, and not the register or the disk."""
    own = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
    return isinstance(error.__cause__, own) if isinstance(error, RegisterError) else True
