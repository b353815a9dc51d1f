"""`mopacreg search`: passages that have the words."""

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, register, say
from mopacreg.register.filters import Filter


def command(
    ctx: typer.Context,
    filter: Filter,
    output: Output,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")],
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 20,
) -> int:
    """Search paragraphs and titles; the best passage of each decision, the best decision first.

    All words must be there. "Words in quotes" stand side by side, polic* begins a word, OR and NOT
    are written in capitals, -word leaves it out (after --, so that it is no option).

    \b
    Examples:
      mopacreg search Camden
      mopacreg search '"restorative justice"' --since 2015
      mopacreg search 'knife OR robbery' --borough lambeth
      mopacreg search --limit 5 -- drug -testing
    """
    from mopacreg.register.search import count, search
    from mopacreg.views.hits import hits

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
