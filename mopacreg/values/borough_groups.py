"""The groups of boroughs that a document defines, and then calls by a name of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mopacreg.values.boroughs import listed

_BOROUGHS_JOINED = re.compile(
    r"(?i)(?:bi|tri|dual)[ -]?boroughs?|(?:two|three|four|five|six)-borough(?: [a-z]+)?"
)
_GROUP_WORDS = re.compile(
    r"(?i)(?<![\w'’-])(?:(?!(?:the|a|an|this|our|its|in|for|of|to|and|by|with|from|through|via)\b)"
    r"[\w'’-]+[ ]+){0,3}[\w'’-]+\Z"
)
_GROUP_NOUN = re.compile(
    r"(?i)\w (?:cluster|consortium|partnership|alliance|BCU|sub-region|collaboration|group)\Z"
)
_IN_BRACKETS = re.compile(r"\(([^()]{9,400})\)")
_MEANS = re.compile(r"means\s([^().;]{9,400})[.;]")
_ANY_GROUP = re.compile(r"(?:multi|cross|each|any|every|new|one|single|other|local|same)\b", re.I)


@lru_cache(maxsize=1)  # asked for the tables and for the prose of the same text
def find(text: str) -> Mapping[str, tuple[str, ...]]:
    """The groups that a document defines: a name, then its boroughs, `Tri-borough (…)`, `Tri-borough means …`.

    The name is a group's own: a `bi-` or `tri-borough`, a capitalised name or
    initials, or a phrase on a cluster, partnership or the like. A counted or general
    plural (`five boroughs (…)`) defines nothing.
    """
    found: dict[str, tuple[str, ...]] = {}
    for definition in (*_IN_BRACKETS.finditer(text), *_MEANS.finditer(text)):
        members = tuple(sorted(listed(definition[1])))
        if len(members) > 1:
            line = re.split(r"[\t|\n]", text[max(0, definition.start() - 80) : definition.start()].rstrip())[
                -1
            ]
            if name := _group_name(line):
                found.setdefault(name, members)
    return found


def _group_name(line: str) -> str | None:
    """The words that end a line and name a group of boroughs."""
    name = "".join(_GROUP_WORDS.findall(line))
    last = name.rpartition(" ")[2]
    if _BOROUGHS_JOINED.fullmatch(last):
        return last
    if _BOROUGHS_JOINED.fullmatch(name) or re.fullmatch(r"(?:[A-Z]\S*\s)*[A-Z]{2,6}", name):
        return name
    return name if _GROUP_NOUN.search(name) and not _ANY_GROUP.match(name) else None
