"""Mermaid, as GitHub and many wikis draw it. Text of documents is escaped, so that it stays text."""

from __future__ import annotations

from typing import TextIO

from mopacreg.formats.safe import one_line
from mopacreg.views.graph import Graph

# Mermaid's own entities; the back-tick would make a label Markdown.
_ESCAPES = str.maketrans(
    {"&": "#amp;", "#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;"}
)


def write(graph: Graph, out: TextIO) -> None:
    """Write `graph`; what is not held is dashed, what was asked for bold."""
    numbers = {node.name: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    out.write("flowchart LR\n")
    for node in graph.nodes:
        label = "<br>".join(_escaped(line) for line in node.lines)
        out.write(f'  {numbers[node.name]}["{label}"]\n')
    for citing, cited, how in graph.arrows:
        out.write(f"  {numbers[citing]} -->{f'|{_escaped(how)}|' if how else ''} {numbers[cited]}\n")
    missing = [numbers[node.name] for node in graph.nodes if not node.held]
    if missing:
        out.write(f"  classDef missing stroke-dasharray: 5 5\n  class {','.join(missing)} missing\n")
    start = [numbers[node.name] for node in graph.nodes if node.start]
    out.write(f"  classDef start stroke-width: 3px\n  class {','.join(start)} start\n")


def _escaped(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
