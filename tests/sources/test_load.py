"""What a file is, is told by its bytes and not by its name."""

import builtins
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from mopacreg.errors import DocumentError, MissingExtra, NotADecision
from mopacreg.sources import load


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        pytest.param("a.txt", b"PCD 1700\n", "text", id="text"),
        pytest.param("a", b"PCD 1700\n", "text", id="text without a suffix"),
        pytest.param("a.MD", b"# PCD 1700\n", "markdown", id="markdown"),
        pytest.param("a.txt", b"\n<!DOCTYPE html><html><body>PCD 1", "html", id="page named .txt"),
        pytest.param("a.pdf", b"<html><body>Not found", "html", id="page named .pdf"),
        pytest.param("a.htm", "<html><body>x".encode("utf-16"), "html", id="page in utf-16"),
        pytest.param("a", b"<!-- saved --><div class='a'><p>x</p></div>\n", "html", id="part of a page"),
        pytest.param(
            "a.html", b"PCD 1700\n<table><tr><td>1</td></tr></table>", "text", id="text with a table"
        ),
        pytest.param("a.txt", b"<table> of sums below\n1\n", "text", id="text that begins with a tag"),
    ],
)
def test_a_kind_is_known_by_its_bytes(name: str, data: bytes, kind: str) -> None:
    document = load(Path(name), data)
    assert document.format == kind
    assert document.path == name
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), r"\.doc", id="doc"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
            id="locked",
        ),
        pytest.param(rb"{\rtf1 PCD 1700}", "rtf", id="rich text"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="picture"),
        pytest.param(zipped("a.txt"), "zip archive", id="zip"),
        pytest.param(zipped("xl/workbook.xml"), "spreadsheet", id="spreadsheet"),
        pytest.param(b"PK\x03\x04 cut off", "damaged", id="damaged zip"),
        pytest.param(b"%PDF-1.7 cut off", "damaged PDF", id="damaged PDF"),
        pytest.param(zipped("word/document.xml"), "damaged Word file", id="damaged Word file"),
        pytest.param(b"<html><body><script>1</script></body></html>", "without text", id="empty page"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_for_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        load(Path("some.txt"), data)
    assert caught.value.hint


def test_data_beside_documents_is_passed_over_and_no_failure() -> None:
    with pytest.raises(NotADecision, match="JSON"):
        load(Path("record.json"), b'{"reference": "PCD 1700"}\n')
    assert load(Path("a.txt"), b"[PCD 1700] is a decision.\n").format == "text"


@pytest.mark.parametrize(
    ("package", "data"),
    [
        ("selectolax.lexbor", b"<html><body>x"),
        ("pypdfium2", b"%PDF-1.4"),
        ("docx.oxml.parser", zipped("word/document.xml")),
    ],
)
def test_a_missing_package_says_what_to_install(
    package: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == package:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"(is|are) needed") as caught:
        load(Path("a"), data)
    assert "pip install '.[documents]'" in caught.value.hint


def test_ligatures_are_letters() -> None:
    read = load(Path("a.txt"), "The Data Protection Oﬃcer of PCD 1700 ﬁnds it ﬁt.\n".encode())
    assert read.text == "The Data Protection Officer of PCD 1700 finds it fit.\n"
