"""`mopacreg cites`: the chain of a decision; what is cited and not held."""

import sqlite3
import sys
from typing import Annotated, NamedTuple

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import GROUPS, Output, complete_reference, register, say


class Wanted(NamedTuple):
    """What is asked of the chain: how far, which ways, drawn for which program (empty: none)."""

    depth: int
    ways: tuple[str, ...]
    drawing: str


def chain_options(
    depth: Annotated[int, typer.Option(min=0, metavar="N", help="So many links each way; 0 for all.")] = 3,
    before: Annotated[bool, typer.Option("--before", help="Only what it cites.")] = False,
    after: Annotated[bool, typer.Option("--after", help="Only what cites it.")] = False,
    dot: Annotated[bool, typer.Option("--dot", help="Print the chain for Graphviz.")] = False,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Print the chain for Mermaid.")] = False,
) -> Wanted:
    """How the chain of one decision is followed."""
    if dot and mermaid:
        raise UsageError("--dot and --mermaid exclude each other", "Give one of them.")
    ways = ("cites", "cited by") if before == after else ("cites",) if before else ("cited by",)
    return Wanted(depth, ways, "dot" if dot else "mermaid" if mermaid else "")


class Listing(NamedTuple):
    """Which list is asked for (empty: none), and how long."""

    name: str
    limit: int


def list_options(
    missing: Annotated[bool, typer.Option("--missing", help="Decisions cited and not held.")] = False,
    most_cited: Annotated[bool, typer.Option("--most-cited", help="The decisions cited most.")] = False,
    orphans: Annotated[
        bool, typer.Option("--orphans", help="Decisions that neither cite another nor are cited.")
    ] = False,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="A list's length; 0 for all.")] = 100,
) -> Listing:
    """Lists, in the place of a chain."""
    lists = {"missing": missing, "most-cited": most_cited, "orphans": orphans}
    asked = [name for name, on in lists.items() if on]
    if len(asked) > 1:
        raise UsageError(f"--{' and --'.join(asked)} exclude each other", "Give one of them.")
    return Listing(asked[0] if asked else "", limit)


GROUPS[Wanted] = chain_options
GROUPS[Listing] = list_options


def command(
    ctx: typer.Context,
    *,
    reference: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REFERENCE]", autocompletion=complete_reference, help="The decision, held or only cited."
        ),
    ] = None,
    wanted: Wanted,
    listing: Listing,
    output: Output,
) -> int:
    """Follow a decision both ways: what it cites, what cites it, and so on, with dates and money.

    Each decision's own links stand once; a chain that comes back is marked. Of a decision that is not
    held it shows what others say. Piped, it prints a row a link, with the citing document's line.

    \b
    Examples:
      mopacreg cites 1620
      mopacreg cites 1406 --after --depth 0
      mopacreg cites 1620 --mermaid
      mopacreg cites --missing
      mopacreg cites --most-cited --limit 10
      mopacreg cites --orphans --json
    """
    if bool(reference) == bool(listing.name):
        choices = "a REFERENCE, --missing, --most-cited or --orphans"
        raise UsageError("cites follows one decision, or gives one list", f"Give {choices}.")
    db = register(ctx)
    return _chain(db, " ".join(reference), wanted, output) if reference else _list(db, listing, output)


def _chain(db: sqlite3.Connection, typed: str, wanted: Wanted, output: Output) -> int:
    from mopacreg.chains.walk import chain
    from mopacreg.register import citing
    from mopacreg.views import cites

    ways = wanted.ways
    found = chain(db, citing.named(db, typed), wanted.depth, "cites" in ways, "cited by" in ways)
    if wanted.drawing:
        from mopacreg.formats import dot, mermaid
        from mopacreg.views.graph import graph

        (dot if wanted.drawing == "dot" else mermaid).write(graph(found), sys.stdout)
        return Exit.FINE
    linked = bool(found.before or found.after)
    if output.format == "terminal":
        output.show(cites.page(found, ways, wanted.depth))
    elif linked or output.json:
        output.show(cites.links(found, ways))
    if not linked:
        say(f"no link of {found.name} is held: it {' nor '.join(_NO_LINKS[way] for way in ways)}")
    return Exit.FINE


_NO_LINKS = {"cites": "cites no decision", "cited by": "is cited by none"}


def _list(db: sqlite3.Connection, listing: Listing, output: Output) -> int:
    from mopacreg.register import cited
    from mopacreg.views import cited as view

    name, limit = listing
    if name == "orphans":
        alone = cited.alone(db)
        table, total = view.alone(alone[: limit or None]), len(alone)
    else:
        every = [each for each in cited.counted(db) if name != "missing" or each.held is None]
        drawn = view.missing if name == "missing" else view.most_cited
        table, total = drawn(every[: limit or None]), len(every)
    if total or output.json:
        output.show(table)
    if not total:
        say(_NONE[name])
    elif limit and total > limit:
        say(f"{limit:,} of {total:,} decisions; --limit 0 lists all")
    return Exit.FINE


_NONE = {
    "missing": "every decision that is cited is held",
    "most-cited": "no decision cites another",
    "orphans": "every decision cites another or is cited",
}
