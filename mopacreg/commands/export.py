"""`mopacreg export`: the register's facts for other programs."""

import sqlite3
import sys
from typing import Annotated, TextIO

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import register, say
from mopacreg.register import rows
from mopacreg.register.filters import Filter

FORMATS = ("csv", "json", "jsonl", "markdown")


def command(
    ctx: typer.Context,
    *,
    what: Annotated[str, typer.Argument(metavar="|".join(rows.KINDS), help="What to export.")] = "decisions",
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values (the default).")] = False,
    json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A JSON object a line.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="A Markdown table.")] = False,
    out: Annotated[
        str | None, typer.Option("--out", metavar="FILE", help="Write there, not to stdout.")
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin with a byte-order mark, for Excel.")] = False,
    filter: Filter,
) -> int:
    """Export decisions, budget lines, money, citations or recommendations.

    CSV follows RFC 4180: one header row, CRLF line ends, plain numbers in pounds. The same register
    gives the same bytes. Nothing found is exit status 1.

    \b
    Examples:
      mopacreg export > decisions.csv
      mopacreg export budget --since 2024 --out budget.csv --bom
      mopacreg export citations --jsonl
      mopacreg export money --borough Camden --json
    """
    if what not in rows.KINDS:
        raise UsageError(f"'{what}' can't be exported", f"Choose from {', '.join(rows.KINDS)}.")
    chosen = [name for name, on in zip(FORMATS, (csv, json, jsonl, markdown), strict=True) if on]
    if len(chosen) > 1:
        raise UsageError("--csv, --json, --jsonl and --markdown exclude each other", "Give one of them.")
    db = register(ctx)
    form = chosen[0] if chosen else "csv"
    if out is None:
        if bom:
            sys.stdout.write("\ufeff")
        return _write(db, what, filter, form, sys.stdout)
    with open(out, "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        return _write(db, what, filter, form, file)


def _write(db: sqlite3.Connection, what: str, filter: Filter, form: str, out: TextIO) -> int:
    from itertools import chain, islice

    from mopacreg.formats import table_writer
    from mopacreg.views.export import facts

    found = rows.facts(db, what, filter)
    first = list(islice(found, 1))
    table_writer(form)(facts(rows.columns(what), chain(first, found)), out)
    if not first:
        say("nothing matches")
    return Exit.FINE if first else Exit.FINDINGS
