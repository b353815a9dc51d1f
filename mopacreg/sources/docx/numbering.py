"""Word's automatic numbers, as a reader sees them: `1.`, `1.1`, `(a)`, `iv)`, `•`.

A paragraph names a list (`numId`) and a level, itself or by its style; the
list names an abstract list, whose levels say how a number is written
(`%1.%2`), where it starts and when it starts again. Lists of one abstract
list count on together. After ECMA-376, part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from mopacreg.sources.docx.names import child, is_on, value, w
from mopacreg.values.marks import letters, roman

_PLACE = re.compile(r"%([1-9])")
_DASHES = frozenset("-–—*")
_DEPTH = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)  # overrides, each used up by its first paragraph


class Numbering:
    """Counts a document's lists; `mark` is asked once for each paragraph, in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {s.get(w("styleId")): s for s in ([] if styles is None else styles.iter(w("style")))}
        self._lists = _lists(numbering, self._styles) if numbering is not None else {}
        self._counts: dict[str, list[int | None]] = {}

    def mark(self, paragraph: Any) -> str:
        """The paragraph's number or bullet; "" where it has none."""
        number_id, depth, style = self._place(paragraph)
        found = self._lists.get(number_id or "")
        if found is None:
            return ""
        if depth is None:
            depth = next((d for d, lv in found.levels.items() if style and lv.paragraph_style == style), 0)
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _DEPTH)
        _advance(found, depth, counts)
        return _written(found, depth, counts)

    def _place(self, paragraph: Any) -> tuple[str | None, int | None, str | None]:
        """List, level and the style that gave them: the paragraph's own, else its styles' in turn."""
        number_id = value(paragraph, "pPr", "numPr", "numId")
        depth = value(paragraph, "pPr", "numPr", "ilvl")
        name = giver = value(paragraph, "pPr", "pStyle")
        seen: set[str] = set()
        while number_id is None and name and name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            number_id, giver = value(style, "pPr", "numPr", "numId"), name
            depth = depth or value(style, "pPr", "numPr", "ilvl")
            name = value(style, "basedOn")
        return number_id, int(depth) if depth else None, giver


def _lists(numbering: Any, styles: dict[str, Any]) -> dict[str, _List]:
    abstracts = {a.get(w("abstractNumId")): a for a in numbering.iter(w("abstractNum"))}
    numbers = {n.get(w("numId")): n for n in numbering.iter(w("num"))}
    lists = {}
    for number_id, number in numbers.items():
        abstract = value(number, "abstractNumId") or ""
        link = value(abstracts.get(abstract), "numStyleLink")
        if link in styles:  # the levels are kept with another list, named by a list style
            linked = value(styles[link], "pPr", "numPr", "numId")
            abstract = value(numbers.get(linked), "abstractNumId") or abstract
        lists[number_id] = _list(abstract, abstracts.get(abstract), number)
    return lists


def _list(abstract_id: str, abstract: Any, number: Any) -> _List:
    levels = {} if abstract is None else {_depth(lv): _level(lv) for lv in abstract.iter(w("lvl"))}
    found = _List(abstract_id, levels)
    for override in number.iter(w("lvlOverride")):
        depth, own = _depth(override), child(override, "lvl")
        if own is not None:
            levels[depth] = _level(own)
        start = value(override, "startOverride")
        if start is not None:
            found.starts[depth] = int(start)
    return found


def _depth(node: Any) -> int:
    return int(node.get(w("ilvl"), "0"))


def _level(node: Any) -> _Level:
    restart = value(node, "lvlRestart")
    return _Level(
        start=int(value(node, "start") or 0),
        style=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        restart=int(restart) if restart is not None else None,
        legal=is_on(node, "isLgl"),
        paragraph_style=value(node, "pStyle"),
    )


def _advance(found: _List, depth: int, counts: list[int | None]) -> None:
    start = found.starts.pop(depth, None)
    count = counts[depth]
    if start is not None:
        counts[depth] = start
    else:
        counts[depth] = found.levels[depth].start if count is None else count + 1
    for deeper in range(depth + 1, _DEPTH):
        level = found.levels.get(deeper)
        restart = level.restart if level else None
        if restart is None or depth < restart:
            counts[deeper] = None


def _written(found: _List, depth: int, counts: list[int | None]) -> str:
    level = found.levels[depth]
    if level.style == "bullet":
        return level.text if level.text in _DASHES else "•"

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = found.levels.get(at, level)
        count = counts[at]
        shown = other.start if count is None else count
        return _counted(shown, "decimal" if level.legal else other.style)

    return _PLACE.sub(number, level.text).strip()


def _counted(number: int, style: str) -> str:
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{number:02d}"
    if style.endswith("Letter"):
        text = letters(number)
    elif style.endswith("Roman"):
        text = roman(number)
    else:
        return str(number)
    return text.upper() if style.startswith("upper") else text
