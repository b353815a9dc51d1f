"""The names of persons, beside the posts that they hold."""

from __future__ import annotations

import re

_POST = re.compile(
    r"\b(?:Mayor|MOPAC|Officer|Director|Commissioner|Head|Chief|Office|Policing|Manager|Team|Lead|Unit|Policy"
    r"|Service)\b"
)
# What posts and teams are called by: beside a post, words with one of these are more of it, and no name.
_OF_POSTS = re.compile(
    r"""(?x)\b(?: Abuse|Acting|Alcohol|Civil|Courts?|Custody|Data|Detention|Domestic|Drugs?|Education|Emergency|
    Employment|Exploitation|Facilities|Fleet|Gangs?|Hate|Health|Information|Knife|Learning|Mental|Modern|
    Network|Prisons?|Probation|Rape|Road|Search|Sexual|Slavery|Stop|Systems?|Training|Transport|Vetting|
    Assurance|Audit|Authority|Board|Budget|Business|Change|City|Commercial|Commission\w*|
    Communications|Communit\w+|Contracts?|Corporate|Counter|Crim\w+|Delivery|Deputy|Development|Digital|
    Director\w*|Engagement|Equalit\w+|Estates?|Evidence|Executive|Finance|Financial|Fire|Girls|Governance|
    Greater|Group|Human|Insight|Integrity|Interim|Justice|Legal|London\w*|Metropolitan|Neighbourhoods?|
    Offend\w+|Operations|Oversight|Partnerships?|People|Performance|Planning|Police|Policies|Portfolio|
    Prevention|Private|Procurement|Professional|Programmes?|Projects?|Property|Public|Reduction|Research|
    Resilience|Resources|Risk|Safe\w*|Secretary|Security|Senior|Serious|Services|Specialist|Standards|
    Strateg\w+|Support|Tackling|Technology|Terrorism|Transformation|Treasury|Trust|Victims?|Violence|Women|
    Workforce|Youth )\b"""
)
_PERSON = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Baroness)\.? )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}$"
)

# `Acting Director Jo Bloggs`: a post's last word, and the name behind it.
_BEHIND_POST = re.compile(r"\b(?:Director|Officer|Manager|Executive|Lead|Advis[eo]r|Analyst|Mayor) (?=[A-Z])")

_AFTER_NAME = re.compile(r"[,;()]| [-–—] ")
# A name as it is typed; what a scan makes of a signature seldom has the letters of two plain words.
_TYPED = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)*(?: [A-Z][a-z]{2,}(?:[-'’][A-Z][a-z]+)*){1,2}")


def named(value: str) -> str | None:
    """The person named in `Jo Bloggs (past staff), Deputy Mayor`, or beside the post before the name.

    None where only a post is named.
    """
    first, *others = (" ".join(piece.split()) for piece in _AFTER_NAME.split(value))
    if not _POST.search(first):
        return first if _PERSON.match(first) else None
    behind = [first[match.end() :] for match in _BEHIND_POST.finditer(first)][-1:]
    return next((name for name in (*others, *behind) if _is_name(name)), None)


def _is_name(words: str) -> bool:
    """Whether words beside a post name who holds it, and no team or office."""
    return bool(_PERSON.match(words)) and not (_POST.search(words) or _OF_POSTS.search(words))


def typed(value: str) -> str | None:
    """The person whose name is typed in the place of a signature; None for a signature's residue."""
    name = named(value)
    return name if name and _TYPED.fullmatch(name) else None
