"""Which files are meant by the paths that a person names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mopacreg.errors import UsageError

# What systems and programs leave in folders: nobody's document. (Hidden files are passed over as well.)
_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """The files meant by files and folders: resolved, each once, a folder's in the order of their names.

    In folders, hidden files, editors' copies (`~`) and Word's lock files
    (`~$`) are passed over; a file named by itself never is. A folder that
    can't be opened is given as it is, so that it is reported with the files.
    Raises UsageError, before any file is given, for a path that isn't there.
    """
    named = [Path(path) for path in paths]
    for path in named:
        if not os.path.lexists(path):
            raise UsageError(f"there is no file or folder {path}", "Check the spelling of the path.")
    return _each_once(named)


def _each_once(named: Iterable[Path]) -> Iterator[Path]:
    given: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for path in named:
        for found in _under(path, folders):
            resolved = os.path.realpath(found)
            if resolved not in given:
                given.add(resolved)
                yield Path(resolved)


def _under(path: Path | str, folders: set[tuple[int, int]]) -> Iterator[str]:
    """A file itself, or all files below a folder; `folders` are those seen, so that links can't loop."""
    if not os.path.isdir(path):
        yield os.fspath(path)
        return
    try:
        about = os.stat(path)
        entries = sorted(os.listdir(path))
    except OSError:
        yield os.fspath(path)
        return
    if (about.st_dev, about.st_ino) in folders:
        return
    folders.add((about.st_dev, about.st_ino))
    for name in entries:
        if not _passed_over(name):
            yield from _under(os.path.join(path, name), folders)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.casefold() in _LEFTOVERS
