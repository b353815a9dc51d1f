"""`mopacreg search`: passages that have the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import GROUPS, Output, register, say
from mopacreg.register.filters import Filter

if TYPE_CHECKING:
    import sqlite3

    from mopacreg.register.words import Query

_LIMIT = 20
_MOST = 3  # passages
# -word is a word to leave out, -h the beginning of one.
SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


class Manner(NamedTuple):
    """How to look, and what to show of it."""

    exact: bool
    regex: bool
    all_text: bool
    number: bool
    ids: bool
    limit: int | None
    passages: int | None


def manner(
    exact: Annotated[bool, typer.Option("--exact", help="The words as typed, to the character.")] = False,
    regex: Annotated[bool, typer.Option("--regex", help="A regular expression; every text is read.")] = False,
    all_text: Annotated[
        bool,
        typer.Option("--all-text", help="Legal and equality comments and declarations count like the rest."),
    ] = False,
    count: Annotated[bool, typer.Option("--count", help="Print only how many decisions there are.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Print only what they are called, a line each; all.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help=f"At most so many; 0 for all. [default: {_LIMIT}]")
    ] = None,
    passages: Annotated[
        int | None, typer.Option(min=1, max=_MOST, help="Of each decision; 3 on a terminal, else 1.")
    ] = None,
) -> Manner:
    """How to look; --exact and --regex exclude each other."""
    if exact and regex:
        raise UsageError("--exact and --regex exclude each other", "Give one of them.")
    at_most = limit if limit is not None else 0 if ids else _LIMIT
    return Manner(exact, regex, all_text, count, ids, at_most or None, passages)


GROUPS[Manner] = manner


def command(
    ctx: typer.Context,
    *,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    filter: Filter,
    manner: Manner,
    output: Output,
) -> int:
    """Search paragraphs and titles; the best passages of each decision, the best decision first.

    All words must be there. "Words in quotes" stand side by side, polic* begins a word, OR, NOT and
    NEAR are written in capitals, -word leaves a word out. Sums, financial years and references are
    found in every spelling.

    \b
    Fields:
      title:  words of the title          borough: by: action: section:
      amount: value:  500k..2m, ..25000   of a sum stated, of the decision
      date:   2021.., 2024-03             the day that it was signed
      year:   2024/25 of its money, 2024 of its signing
      cites:  PCD 1406

    \b
    Examples:
      mopacreg search Camden
      mopacreg search '"restorative justice"' --since 2015
      mopacreg search 'knife OR robbery' --borough lambeth
      mopacreg search drug -testing --limit 5
      mopacreg search "£1.8m borough:camden year:2024/25"
    """
    mistyped = next((word for word in words if re.match("--[a-z]", word)), None)
    if mistyped:
        raise UsageError(f"no such option: {mistyped}", "See mopacreg search --help.")
    typed = " ".join(words)
    db = register(ctx)
    asked = _asked(db, typed, manner)
    for note in asked.notes:
        say(note)
    return _answer(db, (typed, asked), filter, manner, output)


def _asked(db: sqlite3.Connection, typed: str, manner: Manner) -> Query:
    if manner.exact or manner.regex:
        from mopacreg.register import literally

        return literally.regex(db, typed) if manner.regex else literally.exact(typed)
    from mopacreg.register.words import parse

    return parse(typed)


def _answer(
    db: sqlite3.Connection, said: tuple[str, Query], filter: Filter, manner: Manner, output: Output
) -> int:
    from mopacreg.register.search import count, names, search
    from mopacreg.views.hits import as_json, hits

    asked = said[1]
    if manner.number:
        number = count(db, asked, filter)
        typer.echo(number)
        return Exit.FINE if number else Exit.FINDINGS
    limit = manner.limit
    if manner.ids:
        shown = names(db, asked, filter, limit)
        output.data(shown) if output.json else typer.echo("".join(f"{name}\n" for name in shown), nl=False)
        return Exit.FINE if shown else Exit.FINDINGS
    found = search(db, asked, filter, limit + 1 if limit else None, manner.all_text)
    if output.json:
        output.data(as_json(found[:limit], manner.passages or _MOST))
    elif found:
        output.show(hits(found[:limit], manner.passages or (_MOST if output.format == "terminal" else 1)))
    if not found:
        _say_why(db, said, filter)
        return Exit.FINDINGS
    if limit and len(found) > limit:
        say(f"{limit:,} of {count(db, asked, filter):,} decisions; --limit 0 shows all")
    return Exit.FINE


def _say_why(db: sqlite3.Connection, said: tuple[str, Query], filter: Filter) -> None:
    from mopacreg.register.nothing import missed
    from mopacreg.views.hits import nothing

    typed, asked = said
    if typed.strip():
        say(nothing(typed, missed(db, asked, filter)))
    else:
        say("nothing to search for: type a word")
