"""`mopacreg envelope`: what a decision approved, what is drawn on it, what is left."""

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, Reference, near, register


def command(ctx: typer.Context, *, reference: Reference, output: Output) -> int:
    """Show what a decision approved, what later decisions draw on it, and what is left or over.

    A decision that is not held has approved what the decisions that cite it say, where they agree.
    One draws where its words say that its own money comes out of the other's ("£1.8m of the £17.2m
    committed in PCD 1406"); who only mentions it is listed with why that isn't counted. A draw on a
    share of the envelope stands under that share: each pound counts once.

    \b
    Examples:
      mopacreg envelope 1406
      mopacreg envelope pcd1620 --json
      mopacreg envelope "DMPCD 2015/96"
    """
    from mopacreg.chains.envelope import envelope
    from mopacreg.register import citing
    from mopacreg.views import envelope as view

    db = register(ctx)
    found = envelope(db, citing.named(db, " ".join(reference)))
    if output.json:
        from mopacreg.formats.json import plain

        output.data(plain(view.data(found)))
    else:
        output.show(view.page(found, near))
    return Exit.FINE
