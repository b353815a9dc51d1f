"""`mopacreg audit`: what is amiss in the decisions held."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import Output, register, say
from mopacreg.register.filters import Filter
from mopacreg.views.figures import counted

if TYPE_CHECKING:
    from mopacreg.register.acceptances import Acceptance

Rules = Annotated[
    list[str] | None, typer.Option("--rule", metavar="NAME", help="Only this rule; may be repeated.")
]
Severity = Annotated[str, typer.Option(metavar="error|warning|note", help="Only rules at least so severe.")]
Explain = Annotated[
    str | None, typer.Option("--explain", metavar="RULE", help="Say what a rule checks, and stop.")
]
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID", help="Accept this finding; may be repeated. Say --because."),
]
Because = Annotated[str | None, typer.Option("--because", metavar="WHY", help="Why it may stay.")]
Unaccept = Annotated[
    list[str] | None, typer.Option("--unaccept", metavar="ID", help="Take that back; may be repeated.")
]
Every = Annotated[bool, typer.Option("--all", help="List accepted findings too, each with the reason.")]


def command(
    ctx: typer.Context,
    *,
    rule: Rules = None,
    severity: Severity = "note",
    filter: Filter,
    explain: Explain = None,
    accept: Accept = None,
    because: Because = None,
    unaccept: Unaccept = None,
    every: Every = False,
    output: Output,
) -> int:
    """Check the decisions held, and list what is amiss, each finding with its line and its id.

    Quiet, with exit status 0, when all is well; 1 with findings. One that was accepted is listed no more:
    it keeps its id when its document is read again. The first letters of an id will do.

    \b
    Examples:
      mopacreg audit
      mopacreg audit --rule sum-mismatch --json
      mopacreg audit --severity error --since 2023
      mopacreg audit --explain signed-before-advice
      mopacreg audit --accept k3x7a2bf --because "The signed form has the 13th."
    """
    if explain is not None:
        return _explain(explain)
    if accept or unaccept or because is not None:
        return _mark(ctx, accept or [], " ".join((because or "").split()), unaccept or [])
    return _list(register(ctx), Asked(rule or [], severity, filter, every), output)


class Asked(NamedTuple):
    """What is to be listed: which rules' findings, in which decisions, and whether accepted ones too."""

    rules: list[str]
    severity: str
    filter: Filter
    every: bool


def _explain(name: str) -> int:
    from mopacreg import audit

    typer.echo(audit.rule(name).explanation, nl=False)
    return Exit.FINE


def _list(db: sqlite3.Connection, asked: Asked, output: Output) -> int:
    """List what is new, or everything, and say how much; what is new decides the exit status."""
    from mopacreg import audit
    from mopacreg.register import acceptances
    from mopacreg.views import findings

    found = audit.run(db, asked.rules, at_least=asked.severity, of=asked.filter)
    accepted = acceptances.kept(db)
    new = [each for each in found if each.id not in accepted]
    shown = found if asked.every else new
    if shown or output.json:
        output.show(findings.with_accepted(found, accepted) if asked.every else findings.findings(new))
    settled = len(found) - len(new)
    if shown:
        told = f", {settled:,} of them accepted" if asked.every else f"; {settled:,} more accepted (--all)"
        say(counted(len(shown), "finding") + (told if settled else ""))
    return Exit.FINDINGS if new else Exit.FINE


def _mark(ctx: typer.Context, accept: list[str], because: str, unaccept: list[str]) -> int:
    """Accept findings, or no longer."""
    if accept and unaccept:
        raise UsageError("--accept and --unaccept exclude each other", "Give one of them.")
    if unaccept:
        return _unaccept(ctx, unaccept)
    if not accept:
        raise UsageError("--because says why a finding is accepted", "Name the finding: --accept ID.")
    if not because:
        raise UsageError("a finding is accepted for a reason", "Add --because WHY.")
    return _accept(ctx, accept, because)


def _accept(ctx: typer.Context, typed: list[str], because: str) -> int:
    """Keep that these findings may stay; any rule's, in any decision."""
    from mopacreg import audit
    from mopacreg.register import acceptances
    from mopacreg.register.location import locate

    db = register(ctx)
    found = {each.id: each for each in audit.run(db, [rule.name for rule in audit.RULES])}
    db.close()
    today = date.today().isoformat()
    chosen = [found[acceptances.named(each, found)] for each in typed]
    made = [
        acceptances.Acceptance(each.id, each.rule, each.reference, each.message, because, today)
        for each in chosen
    ]
    acceptances.keep(locate(ctx.find_root().obj), made)
    _say_each("accepted", made)
    return Exit.FINE


def _unaccept(ctx: typer.Context, typed: list[str]) -> int:
    """Accept these no longer, whether they would still be found or not."""
    from mopacreg.register import acceptances
    from mopacreg.register.location import locate

    db = register(ctx)
    kept = acceptances.kept(db)
    db.close()
    chosen = [kept[acceptances.named(each, kept)] for each in typed]
    acceptances.drop(locate(ctx.find_root().obj), [each.finding for each in chosen])
    _say_each("no longer accepted", chosen)
    return Exit.FINE


def _say_each(what: str, marked: list[Acceptance]) -> None:
    """The answer, a line of stdout each, words of people and documents made safe."""
    from mopacreg.formats.safe import one_line

    for each in marked:
        print(one_line(f"{what}: {each.finding} {each.rule} {each.decision}: {each.because}"))
