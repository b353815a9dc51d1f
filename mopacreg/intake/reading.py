"""Reading one file or one kept text, whatever comes; and reading many in worker processes."""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from mopacreg.errors import DocumentError, MopacregError, NotADecision
from mopacreg.register.packing import Packed, pack
from mopacreg.sources import Document, load

# A worker costs about as much as reading this many documents.
_WORTH_WORKERS = 150
# Documents that are handed to a worker together, and such handfuls that are waiting or done and not yet
# collected, for each worker: none waits while a batch is stored, and memory stays flat.
_HANDFUL = 10
_QUEUE = 4
# Objects made before the collector looks for circles, of which reading makes next to none.
_SELDOM = 50_000

Task = TypeVar("Task")
Result = TypeVar("Result")


class Job(NamedTuple):
    """A file to read; `held` is the hash of what the register holds of its path, if it holds anything."""

    path: str
    held: str | None


class Read(NamedTuple):
    """What came of reading: the document with its decisions (state "read"), or why there are none.

    `state` is read, same (the bytes are those held), skipped or failed. `known`: the file was not opened,
    since it is as it was.
    """

    path: str
    state: str
    packed: Packed | None = None
    size: int = 0
    mtime_ns: int = 0
    message: str = ""
    hint: str = ""
    known: bool = False


def read_file(job: Job) -> Read:
    """Read a file and its decisions; any failure is told in the answer, and none is raised."""
    try:
        data, about = _bytes(job.path)
        size, mtime_ns = about.st_size, about.st_mtime_ns
        if job.held and hashlib.sha256(data).hexdigest() == job.held:
            return Read(job.path, "same", size=size, mtime_ns=mtime_ns)
        document = load(Path(job.path), data)
    except NotADecision as error:
        return _told(job.path, error)._replace(size=size, mtime_ns=mtime_ns)
    except Exception as error:
        return _told(job.path, error)
    return read_text(document)._replace(size=size, mtime_ns=mtime_ns)


def read_text(document: Document) -> Read:
    """Read the decisions of a text; any failure is told in the answer, and none is raised."""
    from mopacreg.reader import read

    try:
        return Read(document.path, "read", pack(document, read(document)))
    except Exception as error:
        return _told(document.path, error)


def _bytes(path: str) -> tuple[bytes, os.stat_result]:
    about = os.stat(path)
    if stat.S_ISDIR(about.st_mode):
        raise DocumentError(path, "is a folder that can't be opened", "change its permissions")
    if not stat.S_ISREG(about.st_mode):
        raise DocumentError(path, "is a device or a pipe and not a file", "name a file")
    with open(path, "rb") as file:
        return file.read(), os.fstat(file.fileno())


def _told(path: str, error: Exception) -> Read:
    if isinstance(error, NotADecision):
        return Read(path, "skipped", message=error.message, hint=error.hint)
    if isinstance(error, DocumentError):
        return Read(path, "failed", message=error.message, hint=error.hint)
    if isinstance(error, OSError):
        return Read(path, "failed", message=f"can't be opened: {error.strerror or error}")
    # A document no rule was written for may break any of them; the batch goes on without it.
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Read(
        path, "failed", message=f"could not be read: {said}", hint="report it, with the file if you can"
    )


def workers(jobs: int | None, documents: int) -> int:
    """How many processes to read with: those asked for, else all processors where they pay off."""
    if jobs is not None:
        return max(jobs, 1)
    if documents <= _WORTH_WORKERS:
        return 1
    return min(os.cpu_count() or 1, 8)


def in_order(function: Callable[[Task], Result], tasks: Iterable[Task], processes: int) -> Iterator[Result]:
    """`map(function, tasks)`, in that order, by one process or by several; lazily in both cases."""
    _collect_seldom()
    return map(function, tasks) if processes <= 1 else _by_workers(function, tasks, processes)


def _by_workers(
    function: Callable[[Task], Result], tasks: Iterable[Task], processes: int
) -> Iterator[Result]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Not forked: the parent holds an open database and may draw its progress in a thread.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_prepare)
    waiting: deque[Future[Any]] = deque()
    left = iter(tasks)
    try:
        while handful := list(islice(left, _HANDFUL)):
            waiting.append(pool.submit(_each, function, handful))
            if len(waiting) >= processes * _QUEUE:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise MopacregError(
            "a process that reads documents died (out of memory, or a damaged file crashed it)",
            "Run it again with --jobs 1: what was stored until now is kept, and the file will be seen.",
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _each(function: Callable[[Task], Result], tasks: list[Task]) -> list[Result]:
    return [function(task) for task in tasks]


def _prepare() -> None:
    """Make a worker ready. Ctrl-C is for the parent, which ends the workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _collect_seldom()


def _collect_seldom() -> None:
    """Let Python's collector look less often for circles: an eighth of the time of reading goes there."""
    gc.freeze()
    gc.set_threshold(_SELDOM)
