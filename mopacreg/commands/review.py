"""`mopacreg review`: what was read with doubt, worst first."""

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, complete_reference, register, say
from mopacreg.register.filters import Filter

Reference = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REFERENCE]", autocompletion=complete_reference, help="One decision only."),
]
Each = Annotated[bool, typer.Option("--each", help="Each entry by itself, where several share a doubt.")]


def command(
    ctx: typer.Context,
    *,
    reference: Reference = None,
    filter: Filter,
    each: Each = False,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 50,
    output: Output,
) -> int:
    """List what was read with doubt, worst first, with its line and what to type to mend it.

    First come corrections that no longer fit; then the decisions' references, values and dates; then
    budget lines; then other facts; last citations and sums told in passing. Among these, the larger
    amount first; entries of one list that share a doubt are one row. What was corrected or confirmed is
    not listed. Exit status 0 where nothing is left to review, 1 where something is.

    \b
    Examples:
      mopacreg review
      mopacreg review 1065
      mopacreg review --since 2023 --limit 10
      mopacreg review --json
    """
    from mopacreg.register import query
    from mopacreg.register.doubts import doubts, together
    from mopacreg.views.figures import counted
    from mopacreg.views.review import review

    db = register(ctx)
    alone = doubts(db, filter, query.find(db, " ".join(reference)) if reference else None)
    found = [[doubt] for doubt in alone] if each else together(alone)
    if found or output.json:
        output.show(review(found[:limit] if limit else found))
    if not found:
        say("nothing to review")
        return Exit.FINE
    if limit and len(found) > limit:
        say(f"{limit:,} of {counted(len(found), 'doubt')}, the worst; --limit 0 lists all")
    return Exit.FINDINGS
