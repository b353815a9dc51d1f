"""Text and markdown: the file's own lines, read in the encoding it was written in."""

from __future__ import annotations

import re

from mopacreg.errors import DocumentError

_AS_UTF8 = "save it as UTF-8 text, then ingest it again"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# What no text holds: control characters other than tab, line ends, form feed, escape and the
# vertical tab that Word writes for a line break.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
# Two or three bytes that are one letter of UTF-8, and in Windows-1252 never stand together: Â£, â€™.
_UTF8_LETTER = re.compile(rb"[\xc2-\xc3][\x80-\xbf]|\xe2[\x80-\x82][\x80-\xbf]")
_LINE_ENDS = re.compile(r"\r\n?")
_FORM_FEED = re.compile(r"(?<=\n)\f+|\f+(?=\n)|\f+\Z")


def read(path: str, data: bytes) -> str:
    """The file's text, its lines as they are; line ends become "\\n", a byte order mark goes.

    A form feed beside a line end goes too (it would number the lines anew),
    one between two words ends a line. Raises DocumentError for a file that
    is empty, binary, or in an encoding that can't be told.
    """
    text = decode(path, data)
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if "\f" in text:
        text = _FORM_FEED.sub("", text).replace("\f", "\n")
    if not text.strip():
        raise DocumentError(path, "is empty", "delete it, or fetch the decision again")
    return text


def decode(path: str, data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Raises DocumentError for binary data, for UTF-16 without its mark, and for
    bytes that are neither UTF-8 nor Windows-1252.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(path, data[len(bom) :], encoding)
    _refuse_binary(path, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error)


def _refuse_binary(path: str, data: bytes) -> None:
    sample = data[:65536]
    nuls = sample.count(0)
    if nuls and max(sample[0::2].count(0), sample[1::2].count(0)) > len(sample) // 4:
        raise DocumentError(path, "looks like UTF-16 text without a byte order mark", _AS_UTF8)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if nuls or controls * 50 > len(sample):
        raise DocumentError(
            path, "is binary data and not text", "ingest text, web pages, PDF or Word (.docx) files"
        )


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252, unless the rest of the file shows that it was meant as UTF-8."""
    if not _UTF8_LETTER.search(data):
        return _strictly(path, data, "cp1252")
    if error.end == len(data) and error.reason == "unexpected end of data":
        return data[: error.start].decode("utf-8")  # cut off within its last letter
    raise _undecodable(path, data[: error.start].count(b"\n") + 1, "UTF-8")


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        newlines = data[: error.start].decode(encoding, "ignore").count("\n")
        name = "Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise _undecodable(path, newlines + 1, name) from None
    if "\x00" in text:
        raise DocumentError(path, "is binary data and not text", _AS_UTF8)
    return text


def _undecodable(path: str, line: int, encoding: str) -> DocumentError:
    return DocumentError(path, f"has a byte on line {line} that is not {encoding}", _AS_UTF8)
