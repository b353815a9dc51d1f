"""`mopacreg budget`: one decision's tables, or the whole register by year."""

import sqlite3
from typing import Annotated

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import Output, complete_reference, register, say
from mopacreg.register.filters import Filter

BY = ("decision", "item", "borough", "funding", "category")


def command(
    ctx: typer.Context,
    *,
    reference: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REFERENCE]", autocompletion=complete_reference, help="One decision only."),
    ] = None,
    by: Annotated[str, typer.Option(metavar="|".join(BY), help="What the rows are.")] = "decision",
    filter: Filter,
    output: Output,
) -> int:
    """Show a decision's budget tables, or the whole register's money with years across.

    A decision's tables stand as printed, each printed total checked. Register-wide each pound counts
    once: totals, money decided elsewhere and tables that repeat another are left out, and said to be.
    A line of several boroughs is shown as shared. With --borough, lines of other boroughs don't count.

    \b
    Examples:
      mopacreg budget 1065
      mopacreg budget
      mopacreg budget --by borough --since 2023-04-01
      mopacreg budget --by funding --json
    """
    if by not in BY:
        raise UsageError(f"--by: '{by}' makes no rows", f"Choose from {', '.join(BY)}.")
    db = register(ctx)
    if reference:
        return _decision(db, " ".join(reference), output)
    from mopacreg.register import spending
    from mopacreg.views import budget

    lines, left_out = spending.lines(db, filter)
    if output.json:
        output.show(budget.flat(lines, by))
    elif lines:
        output.show(budget.page(lines, left_out, by))
    if not lines:
        say("no budget line matches")
    return Exit.FINE if lines else Exit.FINDINGS


def _decision(db: sqlite3.Connection, typed: str, output: Output) -> int:
    from mopacreg.register import query, records
    from mopacreg.views import budget_tables
    from mopacreg.views.table import Page

    found = query.find(db, typed)
    for number in found:
        decision = records.record(db, number)
        if output.json:
            from mopacreg.formats.json import as_json

            output.data(as_json(decision, {})["budget_lines"])
            break
        name = query.listed(db, [number])[0].name
        text = records.document(db, number).text
        tables = budget_tables.tables(decision, lambda text=text: text)  # type: ignore[misc]
        output.show(Page(": ".join(part for part in (name, decision.title) if part), tables))
        if not tables:
            say(f"{name} states no amounts of its own")
    return Exit.FINE
