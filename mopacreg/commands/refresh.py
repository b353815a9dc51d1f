"""`mopacreg refresh`: every kept text read again."""

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Json, register
from mopacreg.report import report, unfit


def command(
    ctx: typer.Context,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes that read; by default as many as are worth it."),
    ] = None,
    json: Json = False,
) -> int:
    """Read every document again from the text that the register keeps, without its file.

    For after an upgrade of mopacreg, which may read more, or better. A line tells each document whose
    record has changed, and the last one how many were read again.

    \b
    Examples:
      mopacreg refresh
      mopacreg --db old.db refresh
    """
    from mopacreg.intake import refresh
    from mopacreg.register import runs
    from mopacreg.register.location import locate
    from mopacreg.register.writer import Writer

    register(ctx).close()  # there is nothing to read again where there is no register
    with Writer(locate(ctx.obj)) as writer:
        states = report(lambda progress: refresh(writer, jobs=jobs, on_progress=progress), json, again=True)
    runs.keep(locate(ctx.obj), "refresh", states)
    unfit(locate(ctx.obj))
    return Exit.FINDINGS if states["failed"] else Exit.FINE
