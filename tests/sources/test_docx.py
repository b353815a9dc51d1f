"""Word files: paragraphs with the numbers that Word prints, tables, ticks."""

import io
import zipfile

import pytest

from mopacreg.errors import DocumentError
from mopacreg.sources.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def packed(body: str, numbering: str = "", styles: str = "", namespace: str = W) -> bytes:
    file = io.BytesIO()
    names = f'xmlns:w="{namespace}" xmlns:w14="{W14}" xmlns:mc="{MC}"'
    with zipfile.ZipFile(file, "w") as out:
        out.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        out.writestr("word/numbering.xml", f"<w:numbering {names}>{numbering}</w:numbering>")
        out.writestr("word/styles.xml", f"<w:styles {names}>{styles}</w:styles>")
    return file.getvalue()


def p(text: str = "", about: str = "") -> str:
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*specs: str, abstract: int = 0, more: str = "") -> str:
    """An abstract list; a spec is `format|text|start`, start optional."""
    out = []
    for depth, spec in enumerate(specs):
        style, text, start = (*spec.split("|"), "1")[:3]
        out.append(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{"".join(out)}</w:abstractNum>'


def num(number: int, abstract: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return read("a.docx", packed(body, numbering, styles)).rstrip("\n").split("\n")


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("body", "numbering", "expected"),
    [
        pytest.param(
            item("a", 1) + item("b", 1), levels("decimal|%1.") + num(1), ["1. a", "2. b"], id="figures"
        ),
        pytest.param(
            item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1),
            levels("decimal|%1.", "decimal|%1.%2") + num(1),
            ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"],
            id="two levels",
        ),
        pytest.param(
            item("a", 1, 1), levels("decimal|%1.|4", "decimal|%1.%2|7") + num(1), ["4.7 a"], id="start values"
        ),
        pytest.param(
            item("a", 1) + item("b", 1, 1) + item("c", 1, 2),
            levels("lowerLetter|(%1)", "lowerRoman|%2)", "upperRoman|%3") + num(1),
            ["(a) a", "i) b", "I c"],
            id="letters and roman",
        ),
        pytest.param(item("a", 1), levels("bullet|\uf0b7") + num(1), ["• a"], id="bullet of a symbol font"),
        pytest.param(item("a", 1), levels("bullet|–") + num(1), ["– a"], id="dash"),
        pytest.param(
            item("a", 1) + item("b", 2) + item("c", 1),
            levels("decimal|%1.") + num(1) + num(2),
            ["1. a", "2. b", "3. c"],
            id="two lists of one abstract list count on",
        ),
        pytest.param(
            item("a", 1) + item("b", 2) + item("c", 2),
            levels("decimal|%1.") + num(1) + num(2, override=RESTART),
            ["1. a", "1. b", "2. c"],
            id="a list that starts again",
        ),
        pytest.param(
            item("a", 1, 1) + item("b", 1) + item("c", 1, 1),
            levels("decimal|%1.", "decimal|%2)", more='<w:lvlRestart w:val="0"/>') + num(1),
            ["1) a", "1. b", "2) c"],
            id="a level that never starts again",
        ),
        pytest.param(
            item("a", 1, 1),
            levels("upperRoman|%1", "decimal|%1.%2", more="<w:isLgl/>") + num(1),
            ["1.1 a"],
            id="figures throughout",
        ),
        pytest.param(item("a", 0) + item("b", 9), levels("decimal|%1.") + num(1), ["a", "b"], id="no list"),
        pytest.param(
            item("a", 1) + item("", 1) + item("c", 1),
            levels("decimal|%1.") + num(1),
            ["1. a", "", "3. c"],
            id="an empty item counts",
        ),
    ],
)
def test_automatic_numbers_are_as_word_prints_them(body: str, numbering: str, expected: list[str]) -> None:
    assert lines(body, numbering) == expected


def test_a_style_gives_its_list_to_the_styles_based_on_it() -> None:
    styles = (
        '<w:style w:styleId="Para"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:styleId="Mine"><w:basedOn w:val="Para"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = p("a", '<w:pStyle w:val="Para"/>') + p("b", '<w:pStyle w:val="Mine"/>')
    body += p("c", '<w:pStyle w:val="Loop"/>')
    numbering = levels("decimal|%1.", "decimal|%1.%2.") + num(1)
    assert lines(body, numbering, styles) == ["1.1. a", "1.2. b", "c"]


def test_a_level_that_names_a_style_numbers_it() -> None:
    styles = '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = levels("decimal|%1.", "decimal|%1.%2").replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:pStyle w:val="H"/><w:lvlText w:val="%1.%2"/>'
    )
    assert lines(p("a", '<w:pStyle w:val="H"/>'), numbering + num(1), styles) == ["1.1 a"]


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param(
            "<w:r><w:t>PCD 16</w:t></w:r><w:r><w:t>31</w:t></w:r>", ["PCD 1631"], id="a word in two runs"
        ),
        pytest.param("<w:r><w:t>1.1.</w:t><w:tab/><w:t>a</w:t></w:r>", ["1.1. a"], id="a tab after a number"),
        pytest.param(
            "<w:r><w:t>Signature</w:t><w:tab/><w:tab/><w:t>Date</w:t></w:r>",
            ["Signature    Date"],
            id="a gap of tabs",
        ),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"], id="a line break"),
        pytest.param(
            "<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:t>b</w:t></w:r></w:del>",
            ["a"],
            id="changes",
        ),
        pytest.param(
            "<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", ["b"], id="struck"
        ),
        pytest.param('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>a</w:t></w:r>', ["a"], id="not struck"),
        pytest.param(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", ["b"], id="hidden"
        ),
        pytest.param(
            "<w:r><w:t>£5</w:t></w:r><w:r><w:rPr>" + RAISED + "</w:rPr><w:t>1</w:t></w:r>",
            ["£5¹"],
            id="raised",
        ),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', ["✓"], id="symbol"),
        pytest.param(
            '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>',
            ["✓"],
            id="letter of Wingdings",
        ),
        pytest.param("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>", ["a"], id="link"),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r>", ["a"], id="field"),
        pytest.param(
            "<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>y\u00a0z</w:t></w:r>", ["x-y z"], id="no-break signs"
        ),
    ],
)
def test_words_are_as_printed(runs: str, expected: list[str]) -> None:
    assert lines(f"<w:p>{runs}</w:p>") == expected


def cell(content: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def box(checked: int) -> str:
    return (
        f'<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


MERGE, MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([cell(p("a") + p("b")) + cell(p("c"))], ["a b\tc"], id="two paragraphs in a cell"),
        pytest.param([cell(p("a")) + cell(p()) + cell(p("c"))], ["a\t\tc"], id="empty cell"),
        pytest.param(
            [cell(p("a"), '<w:gridSpan w:val="2"/>') + cell(p("c"))], ["a\t\tc"], id="over two columns"
        ),
        pytest.param(
            [cell(p("Aid"), MERGE) + cell(p("£1")), cell(p(), MERGED) + cell(p("£2"))],
            ["Aid\t£1", "Aid\t£2"],
            id="label over two rows",
        ),
        pytest.param(
            [cell(p("a")) + cell(p("£9"), MERGE), cell(p("b")) + cell(p(), MERGED)],
            ["a\t£9", "b\t"],
            id="figure over two rows",
        ),
        pytest.param(
            [cell(p("Legal")) + cell(box(1)), cell(p("Data")) + cell(box(0))],
            ["Legal\t✓", "Data\t"],
            id="boxes",
        ),
        pytest.param([cell(p("a") + p("b"))], ["a", "b"], id="one cell is a frame"),
        pytest.param(
            [cell("".join(map(p, "abcdefghijklmn"))) + cell(p("z"))],
            [*"abcdefghijklmn", "z"],
            id="a frame in columns",
        ),
        pytest.param(
            [f"<w:sdt><w:sdtContent>{cell(p('a'))}</w:sdtContent></w:sdt>" + cell(p("b"))],
            ["a\tb"],
            id="in a control",
        ),
    ],
)
def test_a_table_is_a_line_a_row_in_its_place(rows: list[str], expected: list[str]) -> None:
    assert lines(p("before") + table(*rows) + p("after")) == ["before", "", *expected, "", "after"]


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    inner = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{inner}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(f"<w:p><w:r><w:t>a</w:t></w:r>{drawn}</w:p>" + p("b")) == ["a", "in the box", "b"]


def test_a_strict_file_is_read_as_any_other() -> None:
    data = packed(p("PCD 1700"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read("a.docx", data) == "PCD 1700\n"


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="without text"):
        read("a.docx", packed(p()))
