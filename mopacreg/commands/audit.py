"""`mopacreg audit`: what is amiss in the decisions held."""

import typer

from mopacreg.errors import Exit
from mopacreg.options import Output, register, say
from mopacreg.views.figures import counted


def command(ctx: typer.Context, output: Output) -> int:
    """Check the decisions held, and list what is amiss, each finding with its line.

    Quiet, with exit status 0, when all is well; 1 with findings.

    \b
    Examples:
      mopacreg audit
      mopacreg audit --json
    """
    from mopacreg import audit
    from mopacreg.views.findings import findings

    found = list(audit.run(register(ctx)))
    if found or output.json:
        output.show(findings(found))
    if not found:
        return Exit.FINE
    say(counted(len(found), "finding"))
    return Exit.FINDINGS
