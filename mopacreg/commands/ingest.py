"""`mopacreg ingest`: files and folders into the register."""

from pathlib import Path
from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Json
from mopacreg.report import report, unfit


def command(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for skipped files too.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes that read; by default as many as are worth it."),
    ] = None,
    json: Json = False,
) -> int:
    """Read decisions from files, and from folders with all that is in them, into the register.

    Text and Markdown are read, and with the extra `documents` web pages, PDF with a text layer and Word
    (.docx); what a file is, its bytes say. Files already held and unchanged cost nothing; a changed file
    replaces its record. A file that can't be read never stops the others: it is named, and the exit
    status is 1. A file without a decision in it is skipped.

    \b
    Examples:
      mopacreg ingest decisions/
      mopacreg ingest new.pdf page.html --strict
      mopacreg --db test.db ingest decisions/
    """
    from mopacreg.intake import ingest
    from mopacreg.register import runs
    from mopacreg.register.location import locate
    from mopacreg.register.writer import Writer

    with Writer(locate(ctx.obj)) as writer:
        states = report(lambda progress: ingest(writer, paths, jobs=jobs, on_progress=progress), json)
    if states["new"] or states["changed"]:
        runs.keep(locate(ctx.obj), "ingest", states)
    unfit(locate(ctx.obj))
    bad = states["failed"] or (strict and states["skipped"])
    return Exit.FINDINGS if bad else Exit.FINE
