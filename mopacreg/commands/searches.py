"""`mopacreg searches`: the searches that a person saved."""

from __future__ import annotations

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, register, say


def command(
    ctx: typer.Context,
    *,
    forget: Annotated[str | None, typer.Option(metavar="NAME", help="Keep this one no longer.")] = None,
    output: Output,
) -> int:
    """List the saved searches: what each looks for, how many it finds, how many of them are new.

    \b
    Examples:
      mopacreg search --save knives 'knife OR robbery'
      mopacreg searches
      mopacreg search --new knives
    """
    from mopacreg.register import saved
    from mopacreg.register.location import locate
    from mopacreg.register.search import count
    from mopacreg.views.searches import listing
    from mopacreg.wanted import wanted

    db = register(ctx)
    if forget is not None:
        search = saved.one(db, forget)
        db.close()
        saved.forget(locate(ctx.find_root().obj), search)
        say(f"no longer kept: {search.name}")
        return Exit.FINE
    rows = []
    for each in saved.kept(db):
        asked = wanted(db, each.typed, each.how)
        new = count(db, saved.unseen(each, asked), each.filter)
        rows.append((each, count(db, asked, each.filter), new))
    if rows or output.json:
        output.show(listing(rows))
    if not rows:
        say("no search is saved: mopacreg search --save NAME WORDS saves one")
    return Exit.FINE if rows else Exit.FINDINGS
