"""Finding what is asked, and showing it in the manner wanted."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import typer

from mopacreg.commands.search.manner import MOST, Manner
from mopacreg.errors import Exit
from mopacreg.options import Output, say
from mopacreg.register.filters import Filter

if TYPE_CHECKING:
    from mopacreg.register.search import Hit
    from mopacreg.register.words import Query


def answer(
    db: sqlite3.Connection, said: tuple[str | None, Query], filter: Filter, manner: Manner, output: Output
) -> int:
    """Show what is found of `said`, which is what was typed and what it asks; the exit status.

    Without what was typed it isn't said why nothing is found.
    """
    from mopacreg.register.search import count, names, search

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
    _show(db, (asked, found[:limit]), filter, manner, output)
    if not found:
        if said[0] is not None:
            _say_why(db, (said[0], asked), filter)
        return Exit.FINDINGS
    if limit and len(found) > limit:
        say(f"{limit:,} of {count(db, asked, filter):,} decisions; --limit 0 shows all")
    return Exit.FINE


def _show(
    db: sqlite3.Connection, found: tuple[Query, list[Hit]], filter: Filter, manner: Manner, output: Output
) -> None:
    from mopacreg.views import hits

    asked, shown = found
    as_data = hits.as_json(shown, manner.passages or MOST) if output.json else []
    if shown and not output.json:
        drawn = output.format == "terminal"
        output.show(hits.hits(shown, manner.passages or (MOST if drawn else 1), named_once=drawn))
    if manner.facets and (shown or output.json):
        from mopacreg.register.facets import facets
        from mopacreg.views.facets import as_json, page

        counted = facets(db, asked, filter)
        if output.json:
            output.data({**as_json(counted), "hits": as_data})
        else:
            typer.echo()
            output.show(page(counted))
    elif output.json:
        output.data(as_data)


def _say_why(db: sqlite3.Connection, said: tuple[str, Query], filter: Filter) -> None:
    from mopacreg.register.nothing import missed
    from mopacreg.register.search import count
    from mopacreg.views.hits import nothing

    typed, asked = said
    unfiltered = count(db, asked) if filter != Filter() else 0
    say(nothing(typed, missed(db, asked, filter), unfiltered))
