"""Gold records on disk: what a careful person read in a document, a JSON file a decision.

Beside the documents a gold record is a `.gold.json` file; in a folder of its
own it may be any `.json` file. Its `document` names the file that it was read
from, and its other keys are RECORD.md's: see `mopacreg.evaluation` for what
is judged of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mopacreg.errors import UsageError
from mopacreg.evaluation import LISTS, SCALARS

# Said of the record and not judged, with what `show --json` adds: a gold record may begin as its copy.
_BESIDE = frozenset({"document", "lines", "no_findings", "source"})
_KEYS = _BESIDE.union(SCALARS, LISTS)


class Gold(NamedTuple):
    """One gold record. `document` is the file that it was read from; `unknown` its keys that judge nothing."""

    path: Path
    document: Path
    record: Mapping[str, Any]
    unknown: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What its decision is known by: the reference, or the file's name."""
        return str(self.record.get("reference") or self.document.name)


def load(documents: Path, gold: Path) -> list[Gold]:
    """The gold records of `gold`, a folder or one file, whose documents are in the folder `documents`.

    Raises UsageError where there is none, and for one that can't be used: no JSON, not a record, of a
    document that isn't there.
    """
    if not documents.is_dir():
        raise UsageError(f"there is no folder {documents}", "DOCS is the folder of the documents.")
    return [_read(path, documents) for path in _files(gold)]


def _files(gold: Path) -> list[Path]:
    if gold.is_file():
        return [gold]
    if not gold.is_dir():
        raise UsageError(f"there is no folder or file {gold}", "GOLD is the folder of the gold records.")
    found = sorted(path for path in gold.iterdir() if path.suffix == ".json")
    if not found:
        raise UsageError(
            f"{gold} holds no gold record",
            "One is NAME.gold.json beside its document, or a .json file in a folder of its own.",
        )
    return [path for path in found if path.name.endswith(".gold.json")] or found


def _read(path: Path, documents: Path) -> Gold:
    record = _parsed(path)
    if not isinstance(record, dict):
        raise UsageError(f"{path} is no gold record: it is no object", "Write one decision a file, in { }.")
    name = record.get("document")
    if not isinstance(name, str) or not name:
        raise UsageError(f"{path} names no document", 'Give it "document": the name of its file in DOCS.')
    if not (documents / name).is_file():
        raise UsageError(f"{path}: its document {name} is not in {documents}", "Give its folder as DOCS.")
    for field in LISTS:
        _check(path, field, record.get(field))
    return Gold(path, documents / name, record, tuple(key for key in record if key not in _KEYS))


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}, line {error.lineno}: no JSON: {error.msg}", "Mend it there.") from None
    except OSError as error:
        raise UsageError(f"{path} can't be opened: {error.strerror or error}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is no JSON in UTF-8", "Save it as UTF-8 text.") from None


def _check(path: Path, field: str, entries: Any) -> None:
    """Raise UsageError where a list of the record isn't one, or holds what is no entry of it."""
    bare = (str,) if len(LISTS[field].key) == 1 else ()
    if entries is not None and not isinstance(entries, list):
        raise UsageError(f"{path}: {field} is no list", "Write its entries in [ ].")
    for number, entry in enumerate(entries or (), 1):
        if not isinstance(entry, (dict, *bare)):
            wanted = "a name" if bare else "an object"
            raise UsageError(f"{path}: {field} {number} is not {wanted}", "See RECORD.md for what it holds.")
        if field == "sections" and isinstance(entry, dict):
            _check(path, "paragraphs", entry.get("paragraphs"))
