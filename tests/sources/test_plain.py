"""Text files: every encoding that decisions come in, and files that are no text."""

import pytest

from mopacreg.errors import DocumentError
from mopacreg.sources.plain import read

TEXT = "DMPC Decision – PCD 1700\nApprove £25,000 for the Mayor’s café.\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), id="utf-16 little end first"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="utf-16 big end first"),
        pytest.param(TEXT.encode("cp1252"), id="windows-1252"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="line ends of old Macs"),
        pytest.param(b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"), id="utf-16 with CRLF"),
    ],
)
def test_the_same_text_is_read_from_each_encoding(data: bytes) -> None:
    assert read("a.txt", data) == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"page 1\n\fpage 2\n", "page 1\npage 2\n", id="form feed at a line's start"),
        pytest.param(b"page 1\f\npage 2\f", "page 1\npage 2", id="form feed at a line's end"),
        pytest.param(b"page 1\fpage 2\n", "page 1\npage 2\n", id="form feed between words"),
        pytest.param(b"\n\n  a\t\xc2\xa0b  \n", "\n\n  a\t\xa0b  \n", id="white space stays"),
        pytest.param("a\u2028b\u0085c\vd\n".encode(), "a\u2028b\u0085c\vd\n", id="no other line ends"),
        pytest.param("paid £5 and £".encode()[:-1], "paid £5 and ", id="cut off within a letter"),
    ],
)
def test_lines_keep_the_numbers_that_they_have_in_the_file(data: bytes, text: str) -> None:
    assert read("a.txt", data) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b" \r\n\t\f\n", "is empty", id="only white space"),
        pytest.param(b"\xef\xbb\xbf", "is empty", id="only a byte order mark"),
        pytest.param(b"PCD 1\x00\x01\x02", "binary", id="a NUL"),
        pytest.param(bytes(range(1, 32)) * 9, "binary", id="control characters"),
        pytest.param(TEXT.encode("utf-16-le"), "UTF-16", id="utf-16 without its mark"),
        pytest.param(TEXT.encode("utf-16-be"), "UTF-16", id="utf-16-be without its mark"),
        pytest.param(b"\xff\xfea", "not UTF-16-LE", id="half a letter of utf-16"),
        pytest.param(b"one\ntwo \x81\n", "line 2 that is not Windows-1252", id="a byte of no encoding"),
        pytest.param(
            "£1\n’2\n".encode() + b"\xe9 3\n", "line 3 that is not UTF-8", id="two encodings in one"
        ),
    ],
)
def test_a_file_that_is_no_text_says_what_is_wrong_and_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read("a.txt", data)
    assert caught.value.path == "a.txt"
    assert caught.value.hint
