"""Web pages: what a reader sees of a published decision, a line a block."""

import pytest

from mopacreg.sources.html import read


def lines(body: str, head: str = "") -> list[str]:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return [line for line in read("a.html", page.encode()).split("\n") if line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="a line a block"),
        pytest.param("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"], id="text around a block"),
        pytest.param("One<br>Two<br/>Three", ["One", "Two", "Three"], id="line breaks"),
        pytest.param("<p>a\n   long\tline</p>", ["a long line"], id="white space folded"),
        pytest.param(
            "<p>PCD&nbsp;17&#160;00 &pound;5 &ndash; caf&eacute;</p>", ["PCD 17 00 £5 – café"], id="entities"
        ),
        pytest.param("<p>MO<b>PA</b>C and <i>Met</i></p>", ["MOPAC and Met"], id="markup within a word"),
        pytest.param("<p>PCD\u200b 17\u00ad00</p>", ["PCD 1700"], id="signs without width"),
        pytest.param(
            "<h1>A title<br>over <span>two</span> lines</h1>", ["A title over two lines"], id="heading"
        ),
        pytest.param(
            "<p>£25,000<sup>1</sup> on the 1<sup>st</sup></p>", ["£25,000¹ on the 1st"], id="raised"
        ),
        pytest.param("<p>was <del>£9</del> <s>£8</s> is £7</p>", ["was is £7"], id="struck out"),
        pytest.param(
            "<p>on <time datetime='2021-08-04T12:00Z'>4 August</time></p>", ["on 4 August"], id="time"
        ),
        pytest.param("<pre>a  b\n  c</pre>", ["a  b", "  c"], id="as typed"),
        pytest.param("<p>1 < 2 & 3", ["1 < 2 & 3"], id="broken markup"),
    ],
)
def test_text_is_what_a_reader_sees(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    "extra",
    [
        "<nav><a href='/'>Home</a></nav>",
        "<header><a href='/'>City Hall</a><form>Search <input></form></header>",
        "<div role='banner'>City Hall</div>",
        "<footer><p>Privacy policy</p></footer>",
        "<aside><h2>Related</h2></aside>",
        "<div class='cookie-notice'><p>Cookies help us.</p></div>",
        "<div id='onetrust-consent-sdk'>Cookies help us.</div>",
        "<ol class='breadcrumb'><li>Home</li></ol>",
        "<a class='skip-link' href='#main'>Skip to content</a>",
        "<span class='visually-hidden'>opens in a new window</span>",
        "<p hidden>draft</p>",
        "<div style='display: none'>draft</div>",
        "<script>var cost = '£99'</script><style>p{}</style><noscript>Enable scripts</noscript>",
        "<template><p>later</p></template><!-- £99 -->",
        "<button>Share</button><form><label>E-mail</label></form>",
        "<div class='social-links'>Follow us</div>",
    ],
)
def test_page_furniture_is_no_text(extra: str) -> None:
    assert lines(f"{extra}<h1>A grant</h1><p>Approve £5.</p>{extra}") == ["A grant", "Approve £5."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<p>Out</p><main><h1>T</h1><p>In</p></main><p>Out</p>", ["T", "In"], id="only the main part"
        ),
        pytest.param("<h1>T</h1><main><p>In</p></main>", ["T", "In"], id="a title above the main part"),
        pytest.param("<header><h1>T</h1></header><p>In</p>", ["T", "In"], id="a title in the page's header"),
        pytest.param(
            "<article><header><p>By us</p></header><p>In</p></article>", ["By us", "In"], id="its own header"
        ),
        pytest.param(
            "<form action='/'><h1>T</h1><p>In</p></form>", ["T", "In"], id="a page that is one form"
        ),
        pytest.param("<body class='has-cookie-banner'><p>In</p>", ["In"], id="a page named after its banner"),
        pytest.param(
            "<h2><button aria-controls='a'>3. Costs</button></h2><div id='a' hidden>3.1 Paid.</div>",
            ["3. Costs", "3.1 Paid."],
            id="a part folded away",
        ),
    ],
)
def test_what_looks_like_furniture_may_be_the_decision(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<div><div class='field__label'>Reference code:</div> <div>PCD 1700</div></div>",
            ["Reference code: PCD 1700"],
            id="label by its class",
        ),
        pytest.param(
            "<div><h3 class='label'>Reference code</h3><p>PCD 1700</p></div>",
            ["Reference code: PCD 1700"],
            id="label without a colon",
        ),
        pytest.param(
            "<div><div>Date signed:</div><p>4 May 2021</p></div>",
            ["Date signed: 4 May 2021"],
            id="by its colon",
        ),
        pytest.param(
            "<div><div class='label'>Date signed:</div><div></div></div><p>Next</p>",
            ["Date signed:", "Next"],
            id="no value",
        ),
        pytest.param(
            "<dl><dt>Fund<dd>Reserve<dt>Lead:<dd>VRU</dl>", ["Fund: Reserve", "Lead: VRU"], id="definitions"
        ),
        pytest.param(
            "<dl><dt>Fund<dd><dt>Lead<dd>VRU</dl>", ["Fund:", "Lead: VRU"], id="a definition left empty"
        ),
        pytest.param(
            "<div><p>The Deputy Mayor is recommended to:</p><p>Approve £5.</p></div>",
            ["The Deputy Mayor is recommended to:", "Approve £5."],
            id="a lead-in is no label",
        ),
    ],
)
def test_a_label_and_its_value_share_a_line(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<ul><li>a</li><li>b</li></ul>", ["• a", "• b"], id="bullets"),
        pytest.param("<ol><li>a<li>b</ol>", ["1. a", "2. b"], id="numbers"),
        pytest.param(
            "<ol start=3><li>a<li value=7>b<li>c</ol>", ["3. a", "7. b", "8. c"], id="start and value"
        ),
        pytest.param("<ol type=a start=26><li>z<li>aa</ol>", ["z. z", "aa. aa"], id="letters"),
        pytest.param("<ol type=I start=4><li>x</ol>", ["IV. x"], id="roman"),
        pytest.param("<ol style='list-style-type:lower-roman'><li>x</ol>", ["i. x"], id="roman by style"),
        pytest.param(
            "<ol><li>a<ol type=i><li>b<li>c</ol></li><li>d</ol>",
            ["1. a", "i. b", "ii. c", "2. d"],
            id="nested",
        ),
        pytest.param("<ol><li><ul><li>a</ul></ol>", ["1. • a"], id="nested at once"),
        pytest.param("<ol><li><p>a</p><p>b</p></ol>", ["1. a", "b"], id="two paragraphs in an item"),
        pytest.param("<ul style='list-style: none'><li>1.1 a</ul>", ["1.1 a"], id="no marks shown"),
    ],
)
def test_list_items_carry_the_marks_that_a_browser_prints(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "<caption>Costs</caption><tr><th>A<th>B<tr><td>1<td>2", ["Costs", "A\tB", "1\t2"], id="caption"
        ),
        pytest.param("<tr><td>A<td><td>C", ["A\t\tC"], id="empty cell"),
        pytest.param("<tr><td colspan=2>A<td>C", ["A\t\tC"], id="cell over two columns"),
        pytest.param(
            "<tr><td rowspan=2>Aid<td>£1<tr><td>£2", ["Aid\t£1", "Aid\t£2"], id="label over two rows"
        ),
        pytest.param("<tr><td>a<td rowspan=2>£9<tr><td>b", ["a\t£9", "b\t"], id="figure over two rows"),
        pytest.param(
            "<tfoot><tr><td>T<td>3</tfoot><tbody><tr><td>a<td>3", ["a\t3", "T\t3"], id="foot written first"
        ),
        pytest.param("<tr><td><p>a</p><p>b</p><td><ul><li>c</ul>", ["a b\t• c"], id="blocks in a cell"),
        pytest.param(
            "<tr><td>Legal<td><input type=checkbox checked><tr><td>Data<td>☐",
            ["Legal\t✓", "Data\t"],
            id="boxes",
        ),
        pytest.param("<tr><td><p>a</p><p>b</p></td></tr>", ["a", "b"], id="one cell is a frame"),
        pytest.param(
            "<tr><td><p>a</p><td><table><tr><td>b<td>c</table>", ["a", "b\tc"], id="a table in a frame"
        ),
    ],
)
def test_a_table_is_a_line_a_row_with_tabs_between_cells(rows: str, expected: list[str]) -> None:
    assert lines(f"<table>{rows}</table>") == expected


def test_a_page_that_says_utf_8_is_read_so_in_spite_of_a_broken_byte() -> None:
    page = "<meta charset=utf-8><p>£5 and ".encode() + b"\xff</p>"
    assert read("a.html", page) == "£5 and \ufffd\n"


def test_headings_and_tables_are_set_apart_by_blank_lines() -> None:
    page = b"<h1>T</h1><p>a</p><h2>H</h2><p>b</p><table><tr><td>c<td>d</table><p>e</p>"
    assert read("a.html", page) == "T\na\n\nH\nb\n\nc\td\n\ne\n"
