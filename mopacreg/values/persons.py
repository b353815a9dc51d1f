"""The names of persons, beside the posts that they hold."""

from __future__ import annotations

import re

_POST = re.compile(
    r"\b(?:Mayor|MOPAC|Officer|Director|Commissioner|Head|Chief|Office|Policing|Manager|Team|Lead|Unit|Policy"
    r"|Service)\b"
)
_PERSON = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Baroness)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}$"
)

# `Acting Director Jo Bloggs`: a post's last word, and the name behind it.
_BEHIND_POST = re.compile(r"\b(?:Director|Officer|Manager|Executive|Lead|Advis[eo]r|Analyst|Mayor) (?=[A-Z])")

_AFTER_NAME = re.compile(r"[,;()]| [-–—] ")
# A name as it is typed; what a scan makes of a signature seldom has the letters of two plain words.
_TYPED = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)*(?: [A-Z][a-z]{2,}(?:[-'’][A-Z][a-z]+)*){1,2}")


def named(value: str, paper: str = "") -> str | None:
    """The person named in `Jo Bloggs (past staff), Deputy Mayor`, or beside the post before the name.

    None where only a post is named. `paper` is the text in which it stands: a word that this writes in small
    letters too is a theme's or a team's (`Policy Officer, Body Worn Video`), and no name's.
    """
    first, *others = (" ".join(piece.split()) for piece in _AFTER_NAME.split(value))
    if not _POST.search(first):
        return first if _PERSON.match(first) else None
    behind = [first[match.end() :] for match in _BEHIND_POST.finditer(first)][-1:]
    return next((name for name in (*others, *behind) if _is_name(name, paper)), None)


def _is_name(words: str, paper: str) -> bool:
    """Whether words beside a post name who holds it, and no team, theme or office."""
    if not _PERSON.match(words) or _POST.search(words):
        return False
    return not any(re.search(rf"\b{re.escape(word.lower())}\b", paper) for word in words.split())


def typed(value: str) -> str | None:
    """The person whose name is typed in the place of a signature; None for a signature's residue."""
    name = named(value)
    return name if name and _TYPED.fullmatch(name) else None
