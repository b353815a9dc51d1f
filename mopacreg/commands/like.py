"""`mopacreg like`: the decisions most like one."""

from __future__ import annotations

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, Reference, register, say


def command(
    ctx: typer.Context,
    *,
    reference: Reference,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 10,
    output: Output,
) -> int:
    """Find the decisions most like one, and say why: rare words, boroughs and citations that they share.

    \b
    Examples:
      mopacreg like 1648
      mopacreg like "DMPCD 2015/96" --limit 3
    """
    from mopacreg.register import query
    from mopacreg.register.alike import alike
    from mopacreg.views.alike import listing

    db = register(ctx)
    number = query.find(db, " ".join(reference))[0]
    found = alike(db, number, limit or None)
    if found or output.json:
        output.show(listing(found))
    if not found:
        say("no decision is like it: none shares a rare word, a borough or a citation with it")
    return Exit.FINE if found else Exit.FINDINGS
