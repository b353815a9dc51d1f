"""Files into the register: which are new, which have changed, what is read in them.

A document is known by its path (absolute, links resolved). The same bytes
under a second path are the same document: it is stored once, and moves to
the new path when the old one is gone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mopacreg.intake.files import walk
from mopacreg.intake.reading import Job, Read, in_order, read_file, read_text, workers
from mopacreg.intake.storing import Keeper, Outcome
from mopacreg.register.schema import storable
from mopacreg.register.writer import Writer

__all__ = ["Outcome", "ingest", "refresh", "walk"]

Progress = Callable[[int, int], None]
_BATCH = 100  # documents in one transaction, and
_SECONDS = 1.0  # as long as reading them may take: what Ctrl-C can cost


def ingest(
    writer: Writer, paths: Iterable[Path], *, jobs: int | None = None, on_progress: Progress | None = None
) -> Iterator[Outcome]:
    """Bring files and folders into the register; an outcome for each file, in order, once it is stored.

    A file known by its size and time of change, to hold decisions or none, is not opened; one with the
    bytes that the register holds is not read. No file stops the others. Ends
    in a whole register whenever it is left (Ctrl-C too). `jobs` processes
    read, by default one, or all processors for many files; `on_progress` is
    told how many files are done, of how many. Raises UsageError for a path
    that isn't there, RegisterError where the register can't be written.
    """
    keeper = Keeper(writer)
    own = {os.path.realpath(writer.path + end) for end in ("", "-journal", "-wal", "-shm")}
    plan = [_planned(path, keeper) for path in walk(paths) if path not in own]
    tasks = [item for item in plan if isinstance(item, Job)]
    read = in_order(read_file, tasks, workers(jobs, len(tasks)))
    results = (next(read) if isinstance(item, Job) else item for item in plan)
    yield from _in_batches(results, len(plan), keeper.keep, on_progress)


def refresh(
    writer: Writer, *, jobs: int | None = None, on_progress: Progress | None = None
) -> Iterator[Outcome]:
    """Read every kept text again, with the reader as it is now, without the files.

    Of a text that is read as before, the outcome is unchanged. One that is no longer read as a decision
    keeps its old record, and is told as failed.
    """
    keeper = Keeper(writer)
    total = len(keeper.known)
    read = in_order(read_text, writer.texts(), workers(jobs, total))
    yield from _in_batches(read, total, keeper.keep_again, on_progress)


def _planned(path: str, keeper: Keeper) -> Job | Read:
    """The file to read; or what came of it before, where it is as it was then."""
    stored = storable(path)
    held, passed = keeper.known.get(stored), keeper.passed_over.get(stored)
    known = held or passed
    job = Job(path, held.sha256 if held else None)
    if known is None:
        return job
    try:
        about = os.stat(path)
    except OSError:
        return job  # reading it will say what is wrong
    if (about.st_size, about.st_mtime_ns) != (known.size, known.mtime_ns):
        return job
    if passed and not held:
        return Read(path, "skipped", message=passed.message, hint=passed.hint, known=True)
    return Read(path, "same", known=True)


def _in_batches(
    results: Iterator[Read],
    total: int,
    keep: Callable[[list[Read]], list[Outcome]],
    on_progress: Progress | None,
) -> Iterator[Outcome]:
    batch: list[Read] = []
    begun = time.monotonic()
    for done, result in enumerate(results, 1):
        batch.append(result)
        if on_progress:
            on_progress(done, total)
        if len(batch) >= _BATCH or time.monotonic() - begun > _SECONDS:
            yield from keep(batch)
            batch, begun = [], time.monotonic()
    if batch:
        yield from keep(batch)
