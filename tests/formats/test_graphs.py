"""A graph's labels are data: no title of a document ends its quotes, makes markup or steers a terminal."""

from __future__ import annotations

import io
import re

import pytest

from mopacreg.formats import dot, mermaid
from mopacreg.views.graph import Graph, Node

HOSTILE = [
    'A "quoted" title',
    "back\\slash\\",
    'both \\" of them',
    '"]; n9 [label="x',
    "<b>bold</b> & <script>",
    "`code` #quot; #35;",
    "two\nlines\x1b[31m",
    "[red]",
]


def written(form, title):
    nodes = (Node("PCD 1", ("PCD 1", title), True, True), Node("PCD 2", ("PCD 2",), False, False))
    out = io.StringIO()
    form.write(Graph(nodes, (("PCD 1", "PCD 2", "funded-by"), ("PCD 2", "PCD 1", ""))), out)
    return out.getvalue()


@pytest.mark.parametrize("title", HOSTILE)
def test_graphviz_reads_a_title_as_text(title):
    text = written(dot, title)
    line = next(line for line in text.splitlines() if line.startswith("  n1 ["))
    assert re.fullmatch(r'  n1 \[label="(?:[^"\\]|\\.)*", style=bold\];', line)
    assert "\x1b" not in text
    assert len(text.splitlines()) == 8


@pytest.mark.parametrize("title", HOSTILE)
def test_mermaid_reads_a_title_as_text(title):
    text = written(mermaid, title)
    line = next(line for line in text.splitlines() if line.startswith("  n1["))
    label = re.fullmatch(r'  n1\["([^"]*)"\]', line)[1].replace("<br>", "")
    assert not set("<>`\\\x1b") & set(label)
    assert re.sub(r"#(?:quot|lt|gt|amp|\d+);", "", label).count("#") == 0


def test_arrows_go_from_the_citing_to_the_cited_with_how():
    assert '  n1 -> n2 [label="funded-by"];\n  n2 -> n1;\n' in written(dot, "x")
    assert "  n1 -->|funded-by| n2\n  n2 --> n1\n" in written(mermaid, "x")


def test_what_is_not_held_is_dashed():
    assert '  n2 [label="PCD 2", style=dashed];\n' in written(dot, "x")
    assert "  class n2 missing\n" in written(mermaid, "x")
