"""What a file is, by its first bytes: one of SOURCES, or an error that names what it is instead."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from mopacreg.errors import DocumentError, NotADecision

_PRINT = "print it to a PDF with a text layer, or copy its text into a .txt file"
_SCAN = "a picture holds no text: make a searchable PDF of it (ocrmypdf), then ingest that"
_UNPACK = "unpack it and ingest the files inside"
_AGAIN = "save it again as .docx or PDF, then ingest that"

# First bytes → what the file is, and what to do with it.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a rich text file (.rtf)", _AGAIN),
    (b"\x89PNG", "a picture (PNG)", _SCAN),
    (b"\xff\xd8\xff", "a picture (JPEG)", _SCAN),
    (b"GIF8", "a picture (GIF)", _SCAN),
    (b"II*\x00", "a picture (TIFF)", _SCAN),
    (b"MM\x00*", "a picture (TIFF)", _SCAN),
    (b"\x1f\x8b", "a compressed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)", _UNPACK),
    (b"Rar!\x1a", "a compressed file (rar)", _UNPACK),
    (b"SQLite format 3\x00", "a database", "name it with --db to use it as the register"),
    (b"MIME-Version:", "a saved web archive (.mht) or e-mail", "save the page as HTML, then ingest that"),
    (b"From: <Saved by", "a saved web archive (.mht)", "save the page as HTML, then ingest that"),
)
_WORD_BODY = re.compile(r"word/document\d*\.xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = (  # a member's name → what the zip is
    ("xl/", "a spreadsheet (.xlsx)", _PRINT),
    ("ppt/", "a presentation (.pptx)", _PRINT),
    ("mimetype", "an OpenDocument file", _AGAIN),
)
_BLOCKS = "article|body|center|div|h[1-6]|head|main|meta|ol|p|section|table|title|ul"
_PAGE = re.compile(rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_FRAGMENT = re.compile(rf"(?:<!--.*?-->|\s)*<({_BLOCKS})(?:\s[^<>]*)?>".encode(), re.I | re.S)


def kind_of(path: str, data: bytes) -> str:
    """The key of SOURCES that reads these bytes; the name decides only between text and markdown.

    Raises DocumentError for what mopacreg can't read, NotADecision for data in JSON.
    """
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _packed(path, data)
    if start.startswith(_OLE):
        raise _legacy(path, data)
    for mark, what, hint in _REFUSED:
        if start.startswith(mark):
            raise DocumentError(path, f"is {what}, which mopacreg can't read", hint)
    if _is_page(start, data):
        return "html"
    if start.lstrip()[:1] in (b"{", b"[") and _is_json(data):
        raise NotADecision(path, "holds data (JSON) and no decision")
    return "markdown" if PurePath(path).suffix.lower() in (".md", ".markdown") else "text"


def _is_page(start: bytes, data: bytes) -> bool:
    """Whether the bytes begin as a web page; a text that only quotes markup further down does not."""
    letters = start.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _PAGE.match(letters):
        return True
    opened = _FRAGMENT.match(letters)
    if not opened:
        return False
    end = data[-256:].replace(b"\x00", b"").rstrip()
    return end.endswith(b">")


def _is_json(data: bytes) -> bool:
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _packed(path: str, data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        raise DocumentError(
            path, "is a damaged zip or Word file", "fetch or save it again, then ingest it"
        ) from None
    if any(_WORD_BODY.fullmatch(name) for name in names):
        return "docx"
    for member, what, hint in _PACKED:
        if any(name.startswith(member) for name in names):
            raise DocumentError(path, f"is {what}, which mopacreg can't read", hint)
    raise DocumentError(path, "is a zip archive", _UNPACK)


def _legacy(path: str, data: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError(path, "is protected by a password", "save it without the password")
    if "WordDocument".encode("utf-16-le") in data:
        return DocumentError(path, "is a Word file of the old kind (.doc)", _AGAIN)
    return DocumentError(path, "is an Office file of the old kind (.doc, .xls, .msg)", _AGAIN)
