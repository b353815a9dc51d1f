"""`mopacreg info`: what the register holds."""

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, near, say


def command(ctx: typer.Context, *, output: Output) -> int:
    """Show what the register holds: how much, of which years, what was read of it, what is missing.

    Missing are the numbers of a series between the lowest and the highest held. What was read is told
    by the layout of the document, as a share of the decisions shown.

    \b
    Examples:
      mopacreg info
      mopacreg info --json
    """
    from mopacreg.register.inventory import inventory
    from mopacreg.register.location import locate
    from mopacreg.register.query import connect
    from mopacreg.views import inventory as view

    path = locate(ctx.find_root().obj)
    held = inventory(connect(path), path)
    if output.json:
        from mopacreg.formats.json import plain

        output.data(plain(held))
    else:
        output.show(view.page(held, near(path)))
    if not held.decisions:
        say("the register holds no decision yet; fill it with: mopacreg ingest FOLDER")
    return Exit.FINE
