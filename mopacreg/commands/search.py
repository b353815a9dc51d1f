"""`mopacreg search`: passages that have the words."""

import re
from typing import Annotated

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import Output, register, say
from mopacreg.register.filters import Filter

# -word is a word to leave out, -h the beginning of one.
SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


def command(
    ctx: typer.Context,
    *,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    filter: Filter,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 20,
    output: Output,
) -> int:
    """Search paragraphs and titles; the best passage of each decision, the best decision first.

    All words must be there. "Words in quotes" stand side by side, polic* begins a word, OR and NOT
    are written in capitals, -word leaves a word out.

    \b
    Examples:
      mopacreg search Camden
      mopacreg search '"restorative justice"' --since 2015
      mopacreg search 'knife OR robbery' --borough lambeth
      mopacreg search drug -testing --limit 5
    """
    from mopacreg.register.search import count, search
    from mopacreg.views.hits import hits

    mistyped = next((word for word in words if re.match("--[a-z]", word)), None)
    if mistyped:
        raise UsageError(f"no such option: {mistyped}", "See mopacreg search --help.")
    db = register(ctx)
    typed = " ".join(words)
    found = search(db, typed, filter, limit + 1 if limit else None)
    if found or output.json:
        output.show(hits(found[:limit] if limit else found))
    if not found:
        say(f"nothing found for {typed}" if typed.strip() else "nothing to search for: type a word")
        return Exit.FINDINGS
    if limit and len(found) > limit:
        say(f"{limit:,} of {count(db, typed, filter):,} decisions; --limit 0 shows all")
    return Exit.FINE
