"""Which files are meant by the paths that a person names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mopacreg.errors import UsageError

# What systems and programs leave in folders: nobody's document. (Hidden files are passed over as well.)
_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def walk(paths: Iterable[Path]) -> Iterator[str]:
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


def _each_once(named: Iterable[Path]) -> Iterator[str]:
    given: set[str] = set()
    folders: set[str] = set()
    for path in named:
        resolved = os.path.realpath(path)
        for found in _under(resolved, folders) if os.path.isdir(resolved) else (resolved,):
            if found not in given:
                given.add(found)
                yield found


def _under(folder: str, folders: set[str]) -> Iterator[str]:
    """All files below a folder; both resolved. `folders` are those seen, so that links can't loop."""
    if folder in folders:
        return
    folders.add(folder)
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if _passed_over(entry.name):
            continue
        path = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
        if _is_folder(entry):
            yield from _under(path, folders)
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads round to itself is no folder; it is given as a file, and reported with those."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.casefold() in _LEFTOVERS
