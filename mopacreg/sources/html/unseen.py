"""Page furniture: what of a web page is not the text that was published on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_UNSEEN = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "audio", "video",
    "map", "datalist", "select", "option", "textarea", "dialog", "nav", "aside", "footer",
    "del", "s", "strike",
})  # fmt: skip
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
})  # fmt: skip
_HIDDEN = re.compile(r"visually-?hidden|sr-only|screen-?reader|element-invisible", re.I)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|skip|share|sharing|social|pager|pagination|feedback)"
    r"(?:$|[\s_-])",
    re.I,
)


def is_unseen(node: Any, controlled: frozenset[str]) -> bool:
    """Whether a node is no part of the decision: navigation, banners, what a reader doesn't see.

    `controlled` are the ids of hidden parts that something on the page opens.
    """
    tag, attributes = node.tag, node.attributes
    if tag in _UNSEEN or tag == "-comment":
        return True
    if tag == "button":
        return node.parent is None or node.parent.tag not in HEADINGS
    if tag == "form" and not node.css_first("h1, main, article"):
        return True
    if attributes.get("role") in _ROLES:
        return True
    if tag == "header" and not within(node, {"main", "article", "section"}):
        return node.css_first("h1") is None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _HIDDEN.search(names):
        return True
    if _FURNITURE.search(names) and tag not in ("main", "article") and not node.css_first("h1, main"):
        return True
    hidden = "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "")
    return hidden and attributes.get("id") not in controlled


def controlled_ids(body: Any) -> Iterator[str]:
    """Ids of the parts that something on the page opens: hidden now, and still the page's text."""
    for node in body.css("[aria-controls], [data-target], [data-bs-target]"):
        for name in ("aria-controls", "data-target", "data-bs-target"):
            for link in (node.attributes.get(name) or "").split():
                yield link.lstrip("#")


def within(node: Any, tags: set[str]) -> bool:
    """Whether one of these elements stands around a node."""
    while (node := node.parent) is not None:
        if node.tag in tags:
            return True
    return False
