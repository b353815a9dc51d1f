"""`mopacreg budget`: one decision's tables, or the whole register by year."""

import sqlite3
from typing import TYPE_CHECKING, Annotated

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import GROUPS, Output, complete_reference, register, say
from mopacreg.register import spending
from mopacreg.register.filters import Filter
from mopacreg.register.spending import BY
from mopacreg.views.budget import Shape

if TYPE_CHECKING:
    from mopacreg.record import Decision
    from mopacreg.views.table import Page

LAYOUTS = ("wide", "tall", "tidy")
SORTS = ("amount", "name")


def shape_options(
    by: Annotated[str, typer.Option(metavar="|".join(BY), help="What the rows are.")] = "decision",
    transpose: Annotated[bool, typer.Option("--transpose", help="Years down, rows across.")] = False,
    layout: Annotated[
        str, typer.Option(metavar="|".join(LAYOUTS), help="Years across, below each other, or as data.")
    ] = "wide",
    percent: Annotated[bool, typer.Option("--percent", help="Shares of each column's total.")] = False,
    average: Annotated[
        bool, typer.Option("--average", help="Add the average of the years that have money.")
    ] = False,
    sort: Annotated[str | None, typer.Option(metavar="|".join(SORTS), help="The order of the rows.")] = None,
    top: Annotated[int, typer.Option(min=0, metavar="N", help="The N largest; the others as one row.")] = 0,
    chart: Annotated[bool, typer.Option("--chart", help="Bars beside the figures, on a terminal.")] = False,
) -> Shape:
    """How the register's money is laid out."""
    _one_of("--by", by, tuple(BY))
    _one_of("--layout", layout, LAYOUTS)
    _one_of("--sort", sort or "amount", SORTS)
    if transpose and layout != "wide":
        raise UsageError(f"--transpose does nothing to --layout {layout}", "Leave one of them out.")
    if percent and average:
        raise UsageError("--percent and --average exclude each other", "Give one of them.")
    return Shape(by, layout, transpose, percent, average, sort, top, chart)


GROUPS[Shape] = shape_options


def command(
    ctx: typer.Context,
    *,
    reference: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REFERENCE]", autocompletion=complete_reference, help="One decision only."),
    ] = None,
    shape: Shape,
    ends: Annotated[
        str | None,
        typer.Option(metavar="YEAR", help="List instead the funding that stops in March of this year: 2027."),
    ] = None,
    filter: Filter,
    output: Output,
) -> int:
    """Show a decision's budget tables, or the whole register's money with years across.

    A decision's tables stand as printed, each printed total checked. Register-wide each pound counts
    once within a decision: totals, money decided elsewhere and tables that repeat another are left out,
    and said to be. Money that one decision draws on another counts in both (see mopacreg envelope). A
    line of several boroughs is shown as shared. With --borough, lines of other boroughs don't count.

    \b
    Examples:
      mopacreg budget 1065
      mopacreg budget --by borough --since 2023-04-01
      mopacreg budget --by funding --top 5 --chart
      mopacreg budget --by item --percent
      mopacreg budget --layout tidy --json
      mopacreg budget --ends 2027 --borough camden
    """
    _refuse_idle(reference, ends, shape, filter)
    db = register(ctx)
    if reference:
        return _decision(db, " ".join(reference), output)
    return _ends(db, ends, filter, output) if ends is not None else _register(db, shape, filter, output)


def _refuse_idle(reference: list[str] | None, ends: str | None, shape: Shape, filter: Filter) -> None:
    """Raise UsageError for options that would do nothing beside the others."""
    if reference and (ends is not None or shape != Shape() or filter != Filter()):
        raise UsageError(
            "the tables of one decision stand as printed, whole", "Leave out the REFERENCE, or the options."
        )
    if ends is not None and shape != Shape():
        raise UsageError(
            "--ends lists programmes, and can't be laid out otherwise",
            "Leave out --ends, or --by and the like.",
        )


def _register(db: sqlite3.Connection, shape: Shape, filter: Filter, output: Output) -> int:
    from mopacreg.views import budget

    sums = spending.sums(db, shape.by, filter)
    if output.json or shape.layout == "tidy":
        output.show(budget.flat(sums, shape))
    elif sums.lines:
        shape = shape._replace(chart=shape.chart and output.format == "terminal")
        output.show(budget.page(sums, shape, filter.borough))
    if not sums.lines:
        say("no budget line matches")
    return Exit.FINE if sums.lines else Exit.FINDINGS


def _one_of(option: str, given: str, choices: tuple[str, ...]) -> None:
    if given not in choices:
        raise UsageError(f"{option}: '{given}' is none of its choices", f"Choose from {', '.join(choices)}.")


def _ends(db: sqlite3.Connection, typed: str, filter: Filter, output: Output) -> int:
    from mopacreg.register import endings
    from mopacreg.views import endings as view

    year = endings.year_ending(typed)
    found = endings.endings(db, year, filter)
    if output.json:
        from mopacreg.formats.json import plain

        output.data([plain(each) for each in found.endings])
    elif found.endings:
        output.show(view.table(found))
    if not found.endings:
        say(f"no funding held stops with {year}")
    return Exit.FINE if found.endings else Exit.FINDINGS


def _decision(db: sqlite3.Connection, typed: str, output: Output) -> int:
    from mopacreg.register import corrections, query, records
    from mopacreg.views.corrected import with_marks
    from mopacreg.views.facts import LISTED_ONLY

    for number in query.find(db, typed):
        decision = records.record(db, number)
        if output.json:
            from mopacreg.formats.json import as_json

            output.data(as_json(decision, {})["budget_lines"])
            break
        name = query.listed(db, [number])[0].name
        page = _tables(name, decision, records.document(db, number).text)
        output.show(with_marks(page, decision, corrections.laid(db, number)))
        if not decision.budget_lines:
            say(f"{name}: {LISTED_ONLY}" if decision.listed_only else f"{name} states no amounts of its own")
    return Exit.FINE


def _tables(name: str, decision: "Decision", text: str) -> "Page":
    from mopacreg.reconcile import reconcile
    from mopacreg.views import budget_tables, reconciled
    from mopacreg.views.table import Facts, Page

    figures = reconciled.light(reconcile(decision, lambda: text))
    tables = budget_tables.tables(decision, lambda: text)
    title = ": ".join(part for part in (name, decision.title) if part)
    return Page(title, (*tables, *([Facts((("Figures", figures),))] if figures else [])))
