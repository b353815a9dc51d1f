"""`mopacreg list`: the decisions held."""

from typing import Annotated

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import Output, register, say
from mopacreg.register import query
from mopacreg.register.filters import Filter


def command(
    ctx: typer.Context,
    *,
    filter: Filter,
    sort: Annotated[str, typer.Option(metavar="|".join(query.SORTS), help="The order.")] = "date",
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 100,
    output: Output,
) -> int:
    """List the decisions held: reference, date, title, value, boroughs.

    The newest first. A decision that states no reference goes by its file's name. One without a date of
    signing is left out with --since and --until, one without a value with --min and --max. Nothing found
    is exit status 1.

    \b
    Examples:
      mopacreg list
      mopacreg list --since 2024 --borough camden
      mopacreg list --min 1m --sort value
      mopacreg list --limit 0 --json
    """
    from mopacreg.views.decisions import listing

    if sort not in query.SORTS:
        raise UsageError(f"--sort: '{sort}' is no order", f"Choose from {', '.join(query.SORTS)}.")
    db = register(ctx)
    found = query.decisions(db, filter, sort, limit + 1 if limit else None)
    output.show(listing(found[:limit] if limit else found))
    if limit and len(found) > limit:
        say(f"{limit:,} of {query.count(db, filter):,} decisions; --limit 0 lists all")
    if not found:
        say("no decision matches")
    return Exit.FINE if found else Exit.FINDINGS
