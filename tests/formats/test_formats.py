"""One table in every format: the same data, exact, and safe."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from mopacreg.formats import PAGE_FORMATS, TABLE_FORMATS, page_writer, table_writer
from mopacreg.formats.widths import fitting
from mopacreg.views.table import (
    DATE,
    MARK,
    MARKED,
    MONEY,
    NAME,
    NAMES,
    Column,
    Facts,
    Items,
    Marked,
    Page,
    Table,
)

COLUMNS = (
    Column("reference", "Reference", NAME),
    Column("signed_on", "Signed", DATE, drop=1),
    Column("title", "Title"),
    Column("value", "Value", MONEY, drop=2),
    Column("boroughs", "Boroughs", NAMES, drop=3),
    Column("part_2", "Part 2", MARK, drop=4),
)
ROWS = [
    ("PCD 1", "2024-03-12", "[red]Grants[/foo] | \x1b[2J", 2500000, ("Barnet", "Camden"), False),
    ("PCD 2", None, "=cmd()", 99032428, (), True),
    ("PCD 3", None, None, -1800050, ("Sutton",), None),
]


def table(rows: Any = ROWS) -> Table:
    return Table(COLUMNS, rows, footer=("Total", None, None, 99732378, None, None), notes=("a note",))


def written(view: Table | Page, form: str) -> str:
    out = io.StringIO(newline="")
    (page_writer(form) if isinstance(view, Page) else table_writer(form))(view, out)
    return out.getvalue()


def test_csv_has_one_header_row_plain_pounds_and_crlf() -> None:
    lines = written(table(), "csv").split("\r\n")
    assert lines == [
        "reference,signed_on,title,value,boroughs,part_2",
        "PCD 1,2024-03-12,[red]Grants[/foo] | ␛[2J,25000,Barnet; Camden,false",
        "PCD 2,,'=cmd(),990324.28,,true",
        "PCD 3,,,-18000.50,Sutton,",
        "",
    ]


def test_csv_quotes_what_rfc_4180_says_and_reads_back() -> None:
    nasty = 'said "yes", then\nleft'
    text = written(Table((Column("a", "A"), Column("b", "B")), [(nasty, "x")]), "csv")
    assert text == 'a,b\r\n"said ""yes"", then\nleft",x\r\n'
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], [nasty, "x"]]


def test_json_is_exact_to_the_penny() -> None:
    read = json.loads(written(table(), "json"), parse_float=Decimal)
    assert [row["value"] for row in read] == [25000, Decimal("990324.28"), Decimal("-18000.5")]
    assert read[0]["boroughs"] == ["Barnet", "Camden"]
    assert read[2]["part_2"] is None


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_escapes_what_could_steer_a_terminal_and_keeps_the_data(form: str) -> None:
    title = "a\x1b[2J\x7f\x9b\u202e\u200b\ud800 £"
    text = written(Table((Column("title", "Title"),), [(title,)]), form)
    assert text.replace("\n", "").isprintable()
    read = json.loads(text)
    assert (read[0] if form == "json" else read)["title"] == title


def test_an_empty_table_is_an_empty_json_list() -> None:
    assert written(table([]), "json") == "[]\n"
    assert written(table([]), "jsonl") == ""


def test_jsonl_has_an_object_a_line() -> None:
    lines = written(table(), "jsonl").splitlines()
    assert [json.loads(line)["reference"] for line in lines] == ["PCD 1", "PCD 2", "PCD 3"]


def test_plain_is_whole_tab_separated_and_has_the_totals() -> None:
    assert written(table(), "plain").splitlines() == [
        "Reference\tSigned\tTitle\tValue\tBoroughs\tPart 2",
        "PCD 1\t2024-03-12\t[red]Grants[/foo] | ␛[2J\t£25,000\tBarnet, Camden\t✗",
        "PCD 2\t\t=cmd()\t£990,324.28\t\t✓",
        "PCD 3\t\t\t-£18,000.50\tSutton\t",
        "Total\t\t\t£997,323.78\t\t",
        "a note",
    ]


def test_markdown_keeps_text_from_being_markup() -> None:
    lines = written(table(), "markdown").splitlines()
    assert lines[1] == "| --- | --- | --- | ---: | --- | --- |"
    assert r"\[red\]Grants\[/foo\] \| ␛\[2J" in lines[2]


@pytest.mark.parametrize("form", [form for form in TABLE_FORMATS if form not in ("terminal", "markdown")])
def test_rows_are_written_as_they_come(form: str) -> None:
    out = io.StringIO()
    seen = []

    def rows() -> Iterator[tuple[object, ...]]:
        for row in ROWS:
            seen.append(len(out.getvalue()))
            yield row

    table_writer(form)(table(rows()), out)
    assert sorted(set(seen)) == seen


class TestTerminal:
    @pytest.fixture(autouse=True)
    def _width(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("NO_COLOR", "1")

    def test_markup_of_a_document_is_text(self) -> None:
        assert "[red]Grants[/foo] | ␛[2J" in written(table(), "terminal")

    def test_figures_are_aligned_right_with_their_points_below_each_other(self) -> None:
        lines = written(table(), "terminal").splitlines()
        ends = [line.index(figure) + len(figure) for line in lines for figure in FIGURES if figure in line]
        assert len(ends) == 4
        assert len(set(ends)) == 1

    @pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
    def test_no_line_is_wider_than_the_terminal(self, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(len(line) for line in written(table(), "terminal").splitlines()) <= width

    def test_columns_go_in_the_order_that_they_state_and_the_reader_is_told(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        assert "Not shown at 60 columns: Boroughs, Part 2" in written(table(), "terminal")

    def test_a_column_that_must_stay_stays_however_narrow_the_terminal(self) -> None:
        assert fitting(COLUMNS, [9, 10, 40, 12, 20, 6], 5, range(6)) == [0, 2]

    def test_hits_without_styles_are_starred(self) -> None:
        hit = Marked((("a ", False), ("word", True), (" b", False)))
        view = Table((Column("passage", "Passage", MARKED),), [(hit,)])
        assert "a **word** b" in written(view, "terminal")

    def test_lines_do_not_end_in_spaces(self) -> None:
        assert not [line for line in written(table(), "terminal").splitlines() if line.endswith(" ")]


FIGURES = ("£25,000.00", "£990,324.28", "-£18,000.50", "£997,323.78")


@pytest.mark.parametrize("form", PAGE_FORMATS)
def test_a_page_leaves_out_what_is_absent(form: str) -> None:
    page = Page("PCD 1", (Facts((("Signed", "2024"), ("Signer", None))), Items("Said", (("1", "text"),))))
    text = written(page, form)
    assert "Signed" in text
    assert "Signer" not in text
    assert "text" in text
