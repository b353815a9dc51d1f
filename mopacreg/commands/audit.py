"""`mopacreg audit`: what is amiss in the decisions held."""

from typing import Annotated

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, register, say
from mopacreg.views.figures import counted


def command(
    ctx: typer.Context,
    *,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="NAME", help="Only this rule; may be repeated.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="RULE", help="Say what a rule checks, and stop.")
    ] = None,
    output: Output,
) -> int:
    """Check the decisions held, and list what is amiss, each finding with its line.

    Quiet, with exit status 0, when all is well; 1 with findings.

    \b
    Examples:
      mopacreg audit
      mopacreg audit --rule sum-mismatch --json
      mopacreg audit --explain signed-before-advice
    """
    from mopacreg import audit
    from mopacreg.views.findings import findings

    if explain is not None:
        typer.echo(audit.rule(explain).explanation)
        return Exit.FINE
    found = audit.run(register(ctx), rule or ())
    if found or output.json:
        output.show(findings(found))
    if not found:
        return Exit.FINE
    say(counted(len(found), "finding"))
    return Exit.FINDINGS
