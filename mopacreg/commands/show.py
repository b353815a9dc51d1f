"""`mopacreg show`: one decision on one screen."""

import sqlite3
from typing import Annotated

import typer

from mopacreg.options import Output, Reference, near, register, say
from mopacreg.views.table import Page


def command(
    ctx: typer.Context,
    reference: Reference,
    *,
    text: Annotated[bool, typer.Option("--text", help="Print the source text with line numbers.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Where several texts share the reference, all of them.")
    ] = False,
    output: Output,
) -> None:
    """Show one decision: who, when, what, how much, its budget, what it cites and what cites it.

    The reference may be typed as it comes: 1648, pcd1648, "DMPCD 2015/96". A decision that states
    none goes by its file's name. The row Figures says whether summary, recommendations, tables and
    printed totals agree: green, amber (one can't be compared) or red. † marks what a person corrected.

    \b
    Examples:
      mopacreg show 1648
      mopacreg show "DMPCD 2015/96" --text
      mopacreg show pcd1648 --json
    """
    from mopacreg.register import query

    db = register(ctx)
    found = query.find(db, " ".join(reference))
    if len(found) > 1 and not every:
        say(f"{len(found)} texts with different titles share this reference; --all shows each")
        del found[1:]
    if text:
        _print_texts(db, found, output)
    elif output.json:
        records = [_record(db, number) for number in found]
        output.data(records if every else records[0])
    else:
        for number in found:
            output.show(_card(db, number))


def _record(db: sqlite3.Connection, number: int) -> object:
    from mopacreg.formats.json import as_json, correction
    from mopacreg.register import corrections, records

    record = as_json(records.record(db, number), records.source(db, number))
    return {**record, "corrections": [correction(each) for each in corrections.laid(db, number)]}


def _card(db: sqlite3.Connection, number: int) -> Page:
    from mopacreg.register import corrections, query, records
    from mopacreg.views.card import card
    from mopacreg.views.corrected import with_marks

    decision = records.record(db, number)
    name, source = query.listed(db, [number])[0].name, records.source(db, number)
    held = {cited for each in decision.cites for cited in query.names(db, each.reference)}
    page = card(
        decision,
        name,
        {**source, "path": near(source["path"])},
        held,
        [each for each in records.cited_by(db, name) if each.id != number],
        [near(records.source(db, other)["path"]) for other in records.other_versions(db, number)],
        lambda: records.document(db, number).text,
    )
    return with_marks(page, decision, corrections.laid(db, number))


def _print_texts(db: sqlite3.Connection, found: list[int], output: Output) -> None:
    from mopacreg.register import records
    from mopacreg.views.source import numbered

    for number in found:
        decision, document = records.record(db, number), records.document(db, number)
        lines = numbered(document, decision.first_line, decision.last_line)
        if output.json:
            output.data([{"line": int(mark), "text": line} for mark, line in lines.items])
        else:
            output.show(Page(near(document.path), (lines,)))
