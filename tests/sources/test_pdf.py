"""PDFs: reading order, gaps, ruled tables, and files that can't be read."""

from collections.abc import Sequence

import pytest

from mopacreg.errors import DocumentError
from mopacreg.sources.pdf import read


def pdf(*pages: str, page: str = "", trailer: str = "") -> bytes:
    """A PDF of content streams, written by hand; `page` and `trailer` are further entries."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>", font]
    for n, content in enumerate(pages):
        about = page or "/MediaBox[0 0 600 800]"
        objects.append(
            f"<</Type/Page/Parent 2 0 R{about}/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>"
        )
        objects.append(f"<</Length {len(content.encode('cp1252'))}>>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


def at(x: float, y: float, text: str, size: float = 10) -> str:
    """Text whose foot stands `y` above the page's bottom."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def grid(columns: Sequence[int], rows: Sequence[int]) -> str:
    across = "".join(f"{columns[0]} {y} m {columns[-1]} {y} l S\n" for y in rows)
    return across + "".join(f"{x} {rows[0]} m {x} {rows[-1]} l S\n" for x in columns)


def lines(*pages: str) -> list[str]:
    return read("a.pdf", pdf(*pages)).rstrip("\n").split("\n")


BODY = at(50, 700, "First line of the text.") + at(50, 688, "Second line.") + at(50, 676, "Third line.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            at(50, 688, "below") + at(50, 700, "above"), ["above", "below"], id="written from the foot up"
        ),
        pytest.param(
            at(90, 700, "right") + at(60, 700.5, "left"), ["left right"], id="written from the right"
        ),
        pytest.param(at(50, 700, "Signature") + at(300, 700, "Date"), ["Signature    Date"], id="a wide gap"),
        pytest.param(at(50, 700, "Approve £25,000"), ["Approve £25,000"], id="pound sign"),
        pytest.param(at(50, 700, "£25,000") + at(86.3, 704, "1", 6), ["£25,000¹"], id="raised number"),
        pytest.param(at(50, 700, "a") + at(50, 688, "b") + at(50, 676, "c"), ["a", "b", "c"], id="no gap"),
        pytest.param(
            BODY + at(50, 640, "Set apart."),
            ["First line of the text.", "Second line.", "Third line.", "", "Set apart."],
            id="a gap larger than the line spacing",
        ),
    ],
)
def test_lines_are_in_reading_order(content: str, expected: list[str]) -> None:
    assert lines(content) == expected


def test_pages_are_parted_by_a_blank_line_and_footers_stay() -> None:
    pages = [at(50, 30, f"PCD July 2020 {n}") + at(50, 700, f"page {n}") for n in (1, 2)]
    text = [line for line in lines(*pages) if line]
    assert text == ["page 1", "PCD July 2020 1", "page 2", "PCD July 2020 2"]
    assert "PCD July 2020 1\n\npage 2" in read("a.pdf", pdf(*pages))


TABLE = (
    grid((50, 200, 300, 400), (600, 580, 550, 530))
    + at(55, 585, "Item") + at(205, 585, "2024/25") + at(305, 585, "Total")
    + at(55, 568, "Help for") + at(55, 556, "victims") + at(205, 560, "£10") + at(305, 560, "£10")
    + at(55, 535, "Total") + at(305, 535, "£10")
)  # fmt: skip


def test_a_ruled_table_is_a_line_a_row_in_its_place() -> None:
    content = at(50, 650, "Costs are below.") + TABLE + at(50, 500, "They are met.")
    assert lines(content) == [
        "Costs are below.", "", "Item\t2024/25\tTotal", "Help for victims\t£10\t£10", "Total\t\t£10", "",
        "They are met.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("about", "matrix"),
    [
        pytest.param("/MediaBox[100 50 700 850]", "1 0 0 1 100 50", id="a page that begins elsewhere"),
        pytest.param("/MediaBox[100 50 900 650]/Rotate 90", "0 1 -1 0 900 50", id="elsewhere and turned"),
        pytest.param("/MediaBox[0 0 600 800]/CropBox[20 30 580 780]", "1 0 0 1 0 0", id="a cropped page"),
        pytest.param("/MediaBox[0 0 800 600]/Rotate 90", "0 1 -1 0 800 0", id="a page turned right"),
        pytest.param("/MediaBox[0 0 800 600]/Rotate 270", "0 -1 1 0 0 600", id="a page turned left"),
        pytest.param("/MediaBox[0 0 600 800]/Rotate 180", "-1 0 0 -1 600 800", id="a page upside down"),
    ],
)
def test_a_page_is_read_as_it_is_shown(about: str, matrix: str) -> None:
    content = f"{matrix} cm\n" + at(50, 650, "Costs:") + TABLE
    assert read("a.pdf", pdf(content, page=about)).split("\n") == [
        "Costs:", "", "Item\t2024/25\tTotal", "Help for victims\t£10\t£10", "Total\t\t£10", "",
    ]  # fmt: skip


def test_a_frame_around_text_is_no_table() -> None:
    frame = grid((40, 500), (720, 660)) + grid((45, 495), (715, 665))
    assert lines(frame + BODY) == ["First line of the text.", "Second line.", "Third line."]


def test_a_label_merged_over_two_rows_stands_in_both() -> None:
    rules = grid((50, 200, 300), (600, 560)) + "200 580 m 300 580 l S\n"
    words = at(55, 575, "Aid") + at(205, 585, "£1") + at(205, 565, "£2")
    assert lines(rules + words) == ["Aid\t£1", "Aid\t£2"]


LOCK = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{0}>/U<{0}>>>/ID[<00><00>]".format("00" * 32)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(pdf(""), "text layer", id="nothing on the page"),
        pytest.param(pdf("0 0 m 9 9 l S"), "text layer", id="only a drawing"),
        pytest.param(pdf(BODY, trailer=LOCK), "password", id="protected"),
        pytest.param(b"%PDF-1.4\n" + b"x" * 99, "damaged", id="damaged"),
    ],
)
def test_a_file_without_readable_text_says_why(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read("a.pdf", data)
    assert caught.value.hint
