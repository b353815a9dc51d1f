"""`mopacreg review`: what was read with doubt, worst first."""

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, complete_reference, register, say
from mopacreg.register.filters import Filter


def command(
    ctx: typer.Context,
    *,
    reference: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REFERENCE]", autocompletion=complete_reference, help="One decision only."),
    ] = None,
    filter: Filter,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = 50,
    output: Output,
) -> int:
    """List what was read with doubt, worst first, with its line and what to type to mend it.

    First come corrections that no longer fit; then the decisions' references, values and dates; then
    budget lines; then other facts; last citations and sums told in passing. Among these, the larger
    amount first. What was corrected or confirmed is not listed. Quiet, with exit status 0, where
    nothing is left to review; 1 where there is.

    \b
    Examples:
      mopacreg review
      mopacreg review 1065
      mopacreg review --since 2023 --limit 10
      mopacreg review --json
    """
    from mopacreg.register import query
    from mopacreg.register.doubts import doubts
    from mopacreg.views.review import review

    db = register(ctx)
    found = doubts(db, filter, query.find(db, " ".join(reference)) if reference else None)
    if found or output.json:
        output.show(review(found[:limit] if limit else found))
    if not found:
        say("nothing to review")
        return Exit.FINE
    if limit and len(found) > limit:
        say(f"{limit:,} of {len(found):,} doubts, the worst; --limit 0 lists all")
    return Exit.FINDINGS
