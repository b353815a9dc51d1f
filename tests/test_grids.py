"""Rows of cells are found in their three shapes, and running text is never taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mopacreg import grids
from mopacreg.text import Text


def found(words):
    return [(g.shape, [[c.text for c in row.cells] for row in g.rows]) for g in grids.find(Text(words))]


GRIDS = {
    "form of 2015: tabs": (
        "Borough\tGrant\nBrent\t£3,000\nEaling\t£4,000",
        "tabs",
        [["Borough", "Grant"], ["Brent", "£3,000"], ["Ealing", "£4,000"]],
    ),
    "form of 2015: an empty cell is a cell": (
        "Purpose\tPaid to\tAmount\nLamps\tBoats Ltd\t£50\nTotal\t\t£50",
        "tabs",
        [["Purpose", "Paid to", "Amount"], ["Lamps", "Boats Ltd", "£50"], ["Total", "", "£50"]],
    ),
    "form of 2015: a header that begins with an empty cell": (
        "\t2015/16\nLamps\t£50",
        "tabs",
        [["", "2015/16"], ["Lamps", "£50"]],
    ),
    "scan: pipes and their rule": (
        "| Item | £ |\n|---|---:|\n| Lamps | 50 |\n| Boats | 60 |",
        "pipes",
        [["Item", "£"], ["Lamps", "50"], ["Boats", "60"]],
    ),
    "scan: pipes with an empty first cell": (
        "| | 2023/24 |\n|---|---|\n| Lamps | £50 |",
        "pipes",
        [["", "2023/24"], ["Lamps", "£50"]],
    ),
    "page: pipes without the outer ones": (
        "Item | £\nLamps | 50\nBoats | 60",
        "pipes",
        [["Item", "£"], ["Lamps", "50"], ["Boats", "60"]],
    ),
    "page: wide spaces": (
        "Item      2018/19    2019/20\nLamps     £5,000     £6,000\nBoats     £7,000     £0",
        "columns",
        [["Item", "2018/19", "2019/20"], ["Lamps", "£5,000", "£6,000"], ["Boats", "£7,000", "£0"]],
    ),
    "page: wide spaces, a cell left empty": (
        "Item      2018/19    2019/20\nLamps     £5,000     £6,000\nBoats                £7,000",
        "columns",
        [["Item", "2018/19", "2019/20"], ["Lamps", "£5,000", "£6,000"], ["Boats", "", "£7,000"]],
    ),
    "scan: a column of words, and a note's mark": (
        "Borough   Purpose         2014/15\nBrent     Triage          £96,000\nEaling    Gang mediation  £12,000*",
        "columns",
        [
            ["Borough", "Purpose", "2014/15"],
            ["Brent", "Triage", "£96,000"],
            ["Ealing", "Gang mediation", "£12,000*"],
        ],
    ),
    "scan: a column of words behind the figures": (
        "Project      2024/25    2025/26    Fund\nTesting      £505       £520       Police Grant\n"
        "Tags         £45        £46        Growth",
        "columns",
        [
            ["Project", "2024/25", "2025/26", "Fund"],
            ["Testing", "£505", "£520", "Police Grant"],
            ["Tags", "£45", "£46", "Growth"],
        ],
    ),
    "scan: a label over two lines among words and figures": (
        "Borough            Project     2014/15\nBrent              Triage      £96,000\n"
        "Two (Camden,       Triage      £12,000\nEaling)\nBarnet             Triage      £13,000",
        "columns",
        [
            ["Borough", "Project", "2014/15"],
            ["Brent", "Triage", "£96,000"],
            ["Two (Camden,", "Triage", "£12,000"],
            ["Ealing)", "", ""],
            ["Barnet", "Triage", "£13,000"],
        ],
    ),
    "scan: a label that begins as a paragraph's number": (
        "Lot         2019/20   2020/21\n9mm         £105      £410\n5.56mm      £70       £280",
        "columns",
        [["Lot", "2019/20", "2020/21"], ["9mm", "£105", "£410"], ["5.56mm", "£70", "£280"]],
    ),
    "page: columns known only by their sums": (
        "Commitment Funding 18/19 Funding 19/20\nKnife work £653,000 £0\nCourts £165,000 £55,000",
        "sums",
        [
            ["Commitment Funding 18/19 Funding 19/20"],
            ["Knife work", "£653,000", "£0"],
            ["Courts", "£165,000", "£55,000"],
        ],
    ),
    "page: sums, a dash for none": (
        "Lamps on the north bank £5,000 -\nPatrols £1,000 £2,000",
        "sums",
        [["Lamps on the north bank", "£5,000", "-"], ["Patrols", "£1,000", "£2,000"]],
    ),
    "page: a list that acts as a table": (
        "• Boats Ltd £135,000\n■ Lamp Works: £20,000\n• Towpath Trust – £5,000",
        "sums",
        [["Boats Ltd", "£135,000"], ["Lamp Works", "£20,000"], ["Towpath Trust", "£5,000"]],
    ),
    "page: sums with the fund behind them": (
        "Lamps £5,000 Home Office\nBoats £6,000 MOPAC reserve",
        "sums",
        [["Lamps", "£5,000", "Home Office"], ["Boats", "£6,000", "MOPAC reserve"]],
    ),
    "scan: a sign misread in rows of sums": (
        "Lamps \\pm 5,000\nBoats \\pm 6,000",
        "sums",
        [["Lamps", "\\pm 5,000"], ["Boats", "\\pm 6,000"]],
    ),
}


@pytest.mark.parametrize(("words", "shape", "rows"), GRIDS.values(), ids=GRIDS)
def test_rows_are_found(words, shape, rows):
    assert found(words) == [(shape, rows)]


PROSE = {
    "one sentence with a sum": "The lamps on the north bank would cost £5,000\n\nin all.",
    "sentences that end in sums": "The lamps cost £5,000.\nThe boats cost £6,000.",
    "a wrapped paragraph": "The DMPC is asked for a sum of £5,000 and\n"
    "another of £6,000 that the\nboards asked",
    "lines that end in a sum but begin in mid-sentence": "and lamps at £5,000\nor boats at £6,000",
    "one row of sums": "Lamps £5,000",
    "one row of pipes": "Download | DMPCD 2015 44 | 164 KB |",
    "one tabbed line without a sum": "Legal Advice: agreed\t1",
    "numbered recommendations": "1.1 The lamps cost £5,000\n1.2 The boats cost £6,000",
    "recommendations that end in a semicolon": "• Approve £5,000;\n• Approve £6,000;",
    "two spaces after a full stop": "It grew in 2017.  Then it\nfell.  Lamps were broken",
    "wide spaces in a list of headings": "1     Introduction\n2     Issues\n3     Financial Comments",
    "paragraph numbers parted by wide spaces": "1.1     The lamps are old\n1.2     The boats are older",
    "a heading above a paragraph": "Financial Comments\nThe lamps cost £5,000",
    "a page's labels": "Reference code: PCD 98\nDate signed: 5 July 2018",
}


@pytest.mark.parametrize("words", PROSE.values(), ids=PROSE)
def test_running_text_is_no_grid(words):
    assert found(words) == []


@pytest.mark.parametrize("none", ["N/A", "-", "nil"])
def test_a_row_of_sums_may_begin_with_a_mark_for_none(none):
    ((_, rows),) = found(f"Lamps £5,000 £7,000\nBoats {none} £6,000")
    assert rows == [["Lamps", "£5,000", "£7,000"], ["Boats", none, "£6,000"]]


def test_a_row_belongs_to_one_grid():
    assert [len(rows) for _, rows in found("Lamps\t£5,000\nBoats £6,000\nDogs £7,000")] == [1, 2]


def test_a_blank_line_ends_a_grid():
    shapes = [shape for shape, _ in found("Lamps\t£5\nBoats\t£6\n\nPatrols\t£7\nDogs\t£8")]
    assert shapes == ["tabs", "tabs"]


def test_a_paragraph_above_rows_of_sums_is_no_header():
    ((_, rows),) = found("3.1 The costs are these.\nLamps £5,000\nBoats £6,000")
    assert rows == [["Lamps", "£5,000"], ["Boats", "£6,000"]]


def test_a_cell_knows_its_place():
    words = "| Lamps  and boats | **£5,000** |\n| Dogs |  £6 |"
    text = Text(words)
    (grid,) = grids.find(text)
    assert (grid.first_line, grid.last_line) == (1, 2)
    cells = [cell for row in grid.rows for cell in row.cells]
    assert [text.as_printed(c.start, c.end) for c in cells] == ["Lamps and boats", "£5,000", "Dogs", "£6"]
    assert words[cells[1].start : cells[1].end] == "£5,000"


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Lamps £5 £6",
            "Lamps\t£5.",
            "| a | £4 |",
            "|---|",
            "Boats   £7   -",
            "Prose, of old.",
            "£",
            "\t",
            "|",
            "- x £5",
            "2015/16    2016/17    Total",
            "1.1 So £4",
        ]
    ),
    max_size=9,
)


@settings(max_examples=60)
@given(LINES)
def test_grids_are_in_order_and_their_cells_on_their_lines(lines):
    text = Text("\n".join(lines))
    last = 0
    for grid in grids.find(text):
        assert last < grid.first_line <= grid.last_line
        last = grid.last_line
        for row in grid.rows:
            start, end = text.whole_line(row.line)
            for cell in row.cells:
                assert start <= cell.start <= cell.end <= end
                assert cell.text == " ".join(text.text[cell.start : cell.end].split())
