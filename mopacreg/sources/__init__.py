"""A file's bytes → a Document: the text that everything else reads.

A source module has `read(path: str, data: bytes) -> str`: the file's text,
lines ended by "\\n", a table row per line with its cells parted by tabs, no
markup, no page furniture it knows of. It raises DocumentError for a file it
can't read. The text is kept in the register, and every line number of the
record is a line of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text. `format` is text, markdown, html, pdf or docx; `sha256` is of the file's bytes."""

    path: str
    sha256: str
    format: str
    text: str
