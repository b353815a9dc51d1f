"""A Word file (.docx): its body as a reader sees it, automatic numbers and ticks included.

Headers, footers, footnotes and comments are left out: they hold the form's
furniture, and no line of the decision. What is deleted with changes tracked,
struck through or hidden is left out too.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from mopacreg.errors import DocumentError, MissingExtra
from mopacreg.sources.docx.blocks import lines
from mopacreg.sources.docx.names import WORD, child
from mopacreg.sources.docx.numbering import Numbering

# "Strict" files, as Word can save them too, differ in the names of the namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_BLANKS = re.compile(r"\n{3,}")
_LARGEST = 200_000_000  # bytes of XML, unpacked: far above any form, below what fills a machine's memory


def read(path: str, data: bytes) -> str:
    """The file's text.

    Raises DocumentError for a file that is damaged or holds no text, and
    MissingExtra without python-docx.
    """
    try:
        import docx.oxml.parser  # noqa: F401
    except ImportError:
        raise MissingExtra(path, "python-docx is needed to read Word files") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            main = next(n for n in packed.namelist() if re.fullmatch(r"word/document\d*\.xml", n))
            body = child(_part(packed, main), "body")
            numbering = Numbering(_part(packed, "word/numbering.xml"), _part(packed, "word/styles.xml"))
    except (zipfile.BadZipFile, zlib.error, SyntaxError, ValueError, RuntimeError, EOFError) as error:
        raise DocumentError(
            path, f"is a damaged Word file ({error})", "open it in Word, save it again, then ingest it"
        ) from None
    text = "\n".join(lines(body if body is not None else (), numbering))
    if not text.strip():
        raise DocumentError(path, "is a Word file without text", "make a searchable PDF of it (ocrmypdf)")
    return _BLANKS.sub("\n\n", text).strip("\n") + "\n"


def _part(packed: zipfile.ZipFile, name: str) -> Any:
    """A part's XML, or None where the file has no such part."""
    from docx.oxml.parser import parse_xml

    try:
        size = packed.getinfo(name).file_size
    except KeyError:
        return None
    if size > _LARGEST:
        raise ValueError(f"{name} unpacks to {size:,} bytes")
    return parse_xml(packed.read(name).replace(_STRICT, WORD.encode()))
