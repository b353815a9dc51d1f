"""Graphviz: `mopacreg cites 1620 --dot | dot -Tsvg`. Text of documents is escaped, so that it stays text."""

from __future__ import annotations

from typing import TextIO

from mopacreg.formats.safe import one_line
from mopacreg.views.graph import Graph, Node

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})


def write(graph: Graph, out: TextIO) -> None:
    """Write `graph`; what is not held is dashed, what was asked for bold."""
    numbers = {node.name: number for number, node in enumerate(graph.nodes, 1)}
    out.write('digraph decisions {\n  rankdir=LR;\n  node [shape=box, fontname="sans-serif"];\n')
    out.writelines(f"  n{numbers[node.name]} [{_settings(node)}];\n" for node in graph.nodes)
    for citing, cited, how in graph.arrows:
        label = f' [label="{_escaped(how)}"]' if how else ""
        out.write(f"  n{numbers[citing]} -> n{numbers[cited]}{label};\n")
    out.write("}\n")


def _settings(node: Node) -> str:
    label = "\\n".join(_escaped(line) for line in node.lines)
    style = ", style=bold" if node.start else "" if node.held else ", style=dashed"
    return f'label="{label}"{style}'


def _escaped(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
