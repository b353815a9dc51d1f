"""Walks a web page's tree and writes what a reader sees, a line per block."""

from __future__ import annotations

import re
from typing import Any

from mopacreg.sources import table_row
from mopacreg.sources.html.lists import marked
from mopacreg.sources.html.tables import is_layout, rows
from mopacreg.sources.html.unseen import HEADINGS, is_unseen
from mopacreg.values.marks import superscript

_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "header", "legend", "li", "main", "p", "search", "section",
    "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
})  # fmt: skip
_LABEL = re.compile(r"(?:^|[\s_-])label(?:$|[\s_-])")
_NOT_SEEN = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\xad"))
_FIELD_LENGTH = 200  # characters: a field of the page's key information, not a chapter that has a label


class Writer:
    """Walks the tree and writes lines; `prefix` waits for the next line (a list's mark, a label)."""

    def __init__(self, controlled: frozenset[str]) -> None:
        self.controlled = controlled
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.prefix = ""

    def finished(self) -> list[str]:
        self.end()
        self.lone_label()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return self.lines

    def end(self) -> None:
        text = " ".join("".join(self.pieces).translate(_NOT_SEEN).split())
        self.pieces.clear()
        if text:
            self.lines.append(self.prefix + text)
            self.prefix = ""

    def blank(self) -> None:
        self.end()
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def flat(self, node: Any) -> str:
        """A node's text as one line: a heading's, a label's, a table cell's."""
        inner = Writer(self.controlled)
        inner.walk(node)
        return " ".join(line for line in inner.finished() if line)

    def walk(self, node: Any) -> None:
        for child in node.iter(include_text=True):
            self.visit(child)

    def visit(self, node: Any) -> None:
        tag = node.tag
        if tag == "-text":
            self.pieces.append(node.text_content or "")
        elif tag in ("br", "hr"):
            self.end()
        elif tag == "input" and node.attributes.get("type") == "checkbox":
            self.pieces.append("☒" if "checked" in node.attributes else "☐")
        elif is_unseen(node, self.controlled):
            return
        elif tag in HEADINGS and not _is_label(node):
            self.heading(node)
        elif tag == "sup":
            self.pieces.append(superscript(self.flat(node)))
        elif tag in ("ol", "ul"):
            self.items(node)
        elif tag == "table" and not is_layout(node):
            self.table(node)
        elif tag == "dt" or _is_label(node):
            self.label(self.flat(node))
        elif tag == "pre":
            self.preformatted(node)
        elif tag in _BLOCKS:
            self.block(node)
        else:
            self.walk(node)

    def block(self, node: Any) -> None:
        self.end()
        outer = self.prefix
        self.walk(node)
        self.end()
        if self.prefix != outer:  # a label in this block, and no value after it
            self.lone_label()

    def heading(self, node: Any) -> None:
        text = self.flat(node)
        if text:
            if not self.prefix:
                self.blank()
            self.pieces.append(text)
        self.end()

    def preformatted(self, node: Any) -> None:
        self.end()
        self.lines.extend(line.rstrip() for line in node.text().split("\n"))

    def label(self, text: str) -> None:
        self.end()
        self.lone_label()
        if text:
            self.prefix = text.rstrip(": ") + ": "

    def lone_label(self) -> None:
        if self.prefix.endswith(": "):
            self.lines.append(self.prefix.rstrip())
            self.prefix = ""

    def items(self, node: Any) -> None:
        self.end()
        outer = self.prefix
        for item, mark in marked(node):
            self.prefix = outer + mark
            self.walk(item)
            self.end()
            outer = self.prefix = ""

    def table(self, node: Any) -> None:
        self.blank()
        caption = node.css_first("caption")
        if caption is not None:
            self.pieces.append(self.flat(caption))
            self.end()
        for row in rows(node, self.flat):
            if any(row):
                self.lines.append(table_row(row))
        self.blank()


def _is_label(node: Any) -> bool:
    """Whether a block is the label of a field: named so, or one of two blocks and ended by a colon."""
    parent = node.parent
    if parent is None or node.tag not in _BLOCKS | HEADINGS | {"dt"} or node.tag in ("li", "table"):
        return False
    named = bool(_LABEL.search(node.attributes.get("class") or ""))
    text = node.text(strip=True)
    if not named and not (text.endswith(":") and len(text.split()) <= 4 and _is_leaf(node)):
        return False
    siblings = list(parent.iter())
    if siblings[0].mem_id != node.mem_id or (not named and len(siblings) != 2):
        return False
    return len(parent.text()) <= _FIELD_LENGTH


def _is_leaf(node: Any) -> bool:
    return not any(child.tag in _BLOCKS for child in node.iter())
