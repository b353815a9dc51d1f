"""Word's XML by its short names: `w("p")` is a paragraph."""

from __future__ import annotations

from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """A tag or attribute of Word's main namespace."""
    return f"{{{WORD}}}{name}"


def child(node: Any, *names: str) -> Any:
    """The element down a path of names, or None where a step is missing."""
    for name in names:
        if node is None:
            return None
        node = node.find(w(name))
    return node


def value(node: Any, *names: str) -> str | None:
    """The `w:val` of the element down a path of names; None where either is missing."""
    found = child(node, *names)
    return None if found is None else found.get(w("val"))


def is_on(node: Any, *names: str) -> bool:
    """Whether a switch (`<w:strike/>`, `<w:strike w:val="0"/>`) is there and on."""
    found = child(node, *names)
    return found is not None and found.get(w("val"), "true") not in _OFF
