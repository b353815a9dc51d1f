"""A file's bytes → a Document: the text that everything else reads.

A source module has `read(path: str, data: bytes) -> str`: the file's text,
lines ended by "\\n", a table row per line with its cells parted by tabs, no
markup, no page furniture it knows of. It raises DocumentError for a file it
can't read. The text is kept in the register, and every line number of the
record is a line of it: `text.split("\\n")`, never `splitlines`, which parts
lines at characters that no editor counts.

A new kind of file is a module here, its name in SOURCES and its mark in
`kinds`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SOURCES = {"text": "plain", "markdown": "plain", "html": "html", "pdf": "pdf", "docx": "docx"}

# One character for two or three letters, as fonts have them: so that `oﬃcer` is found as officer.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text. `format` is text, markdown, html, pdf or docx; `sha256` is of the file's bytes."""

    path: str
    sha256: str
    format: str
    text: str


def load(path: Path, data: bytes) -> Document:
    """Read a file by what its bytes are, whatever its name says.

    Raises DocumentError for bytes that are no document or can't be read, and
    MissingExtra where the packages that read this format aren't installed.
    """
    import hashlib
    from importlib import import_module

    from mopacreg.sources.kinds import kind_of

    kind = kind_of(str(path), data)
    text = import_module(f"mopacreg.sources.{SOURCES[kind]}").read(str(path), data)
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    return Document(str(path), hashlib.sha256(data).hexdigest(), kind, text)


def table_row(cells: Iterable[str]) -> str:
    """One row of a table as a line: cells parted by tabs, their white space folded, boxes as ticks."""
    from mopacreg.values.marks import tick_cell

    return "\t".join(tick_cell(" ".join(cell.split())) for cell in cells)


def carried(cell: str) -> str:
    """What a cell merged down over several rows says in the lower ones.

    A label stands for each of its rows; a figure is one figure, so it stands
    in the first row only and is never counted twice.
    """
    figure = "£" in cell or cell.replace(",", "").replace(".", "").strip(" -()kKmM%").isdecimal()
    return "" if figure else cell
