"""Lists of a web page: each item with the mark that a browser prints before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mopacreg.values.marks import letters, roman

_NO_MARKS = re.compile(r"list-style(?:-type)?\s*:\s*none|list-unstyled|no-bullets?")
_STYLED = re.compile(r"list-style(?:-type)?\s*:\s*(decimal|(?:lower|upper)-(?:alpha|latin|roman))")

_OWN_NUMBER = re.compile(r"\s*(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")


def marked(items: Any) -> Iterator[tuple[Any, str]]:
    """Each item of a list with the mark a browser prints before it."""
    attributes = items.attributes
    look = f"{attributes.get('style') or ''} {attributes.get('class') or ''}"
    plain_list = bool(_NO_MARKS.search(look))
    styled = _STYLED.search(look)
    kind = attributes.get("type") or (styled[1] if styled else "1")
    number = _number(attributes.get("start"), 1)
    for item in items.iter():
        if item.tag != "li":
            continue
        number = _number(item.attributes.get("value"), number)
        if plain_list or _OWN_NUMBER.match(item.text()):
            yield item, ""  # a number that is printed in the item is the one that counts
        else:
            yield item, "• " if items.tag == "ul" else f"{_counted(number, kind)}. "
        number += 1


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else otherwise


def _counted(number: int, kind: str) -> str:
    """A number in the style of a list: `1`, `a`, `A`, `i`, `I`, or CSS's names of these."""
    if kind in ("a", "A") or kind.endswith(("alpha", "latin")):
        text = letters(number)
    elif kind in ("i", "I") or kind.endswith("roman"):
        text = roman(number)
    else:
        return str(number)
    return text.upper() if kind in ("A", "I") or kind.startswith("upper") else text
