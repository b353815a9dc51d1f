"""The names of persons, beside the posts that they hold."""

from __future__ import annotations

import re

_POST = re.compile(r"\b(?:Mayor|MOPAC|Officer|Director|Commissioner|Head|Chief|Office|Policing)\b")

_PERSON = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Baroness)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}$"
)


_AFTER_NAME = re.compile(r"[,;(]| [-–—] ")
# A name as it is typed; what a scan makes of a signature seldom has the letters of two plain words.
_TYPED = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)*(?: [A-Z][a-z]{2,}(?:[-'’][A-Z][a-z]+)*){1,2}")


def named(value: str) -> str | None:
    """The person named in `Jo Bloggs (past staff), Deputy Mayor`: None where only a post is."""
    name = " ".join(_AFTER_NAME.split(value, maxsplit=1)[0].split())
    return name if _PERSON.match(name) and not _POST.search(name) else None


def typed(value: str) -> str | None:
    """The person whose name is typed in the place of a signature; None for a signature's residue."""
    name = named(value)
    return name if name and _TYPED.fullmatch(name) else None
