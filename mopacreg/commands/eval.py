"""`mopacreg eval`: how well documents are read, against records read by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mopacreg.errors import Exit, UsageError
from mopacreg.options import Output, say
from mopacreg.views.figures import counted

if TYPE_CHECKING:
    from mopacreg.evaluation import Tally
    from mopacreg.measure import Measured


def command(
    docs: Annotated[Path, typer.Argument(metavar="DOCS", help="The folder of the documents.")],
    gold: Annotated[
        Path | None,
        typer.Argument(metavar="GOLD", help="Their gold records, a folder or a file; by default in DOCS."),
    ] = None,
    *,
    by: Annotated[str, typer.Option(metavar="field|layout", help="What a row is.")] = "field",
    floor: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="0..1", help="Exit 1 if a row's F1 is below.")
    ] = 0.0,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name each fact that is missed or wrong.")
    ] = False,
    output: Output,
) -> int:
    """Measure how well documents are read: precision and recall against gold records.

    A gold record is what a person read in a document, as JSON: NAME.gold.json beside it, or any .json
    file of a folder of its own. Its "document" names the file; a field that it leaves out is not judged.
    No register is read or written.

    \b
    Examples:
      mopacreg eval data
      mopacreg eval data --by layout --floor 0.98
      mopacreg eval papers papers-gold --verbose
    """
    from mopacreg import measure

    groups = {"field": measure.by_field, "layout": measure.by_layout}
    if by not in groups:
        raise UsageError(f"--by: '{by}' is neither field nor layout", "Choose one of the two.")
    measured = _measured(docs, gold or docs)
    rows = groups[by](measured)
    _answer(by, rows, measured, verbose, output)
    low = [name for name, tally in rows.items() if tally.f1 < floor]
    if low:
        say(f"below {floor:g}: {', '.join(low)}")
    return Exit.FINDINGS if low else Exit.FINE


def _measured(docs: Path, gold: Path) -> list[Measured]:
    """Every decision measured; what can't be judged or read is told."""
    from mopacreg import golden
    from mopacreg.measure import measure

    golds = golden.load(docs, gold)
    for each in golds:
        if each.unknown:
            say(f"{each.path}: no field of a record, not judged: {', '.join(each.unknown)}")
    measured = list(measure(golds))
    for name, reason in sorted({(each.document.name, each.reason) for each in measured if each.reason}):
        say(f"{name} was not read: {reason}")
    return measured


def _answer(by: str, rows: dict[str, Tally], measured: list[Measured], verbose: bool, output: Output) -> None:
    from mopacreg.evaluation import Tally, differences
    from mopacreg.views import measures

    total = sum(rows.values(), Tally())
    told = [(each.name, said) for each in measured for said in differences(each.tallies)]
    if output.json:
        output.data(measures.data(by, rows, total, told if verbose else None))
        return
    table = measures.measures(by, rows, total)
    output.show(measures.with_differences(table, told) if verbose and told else table)
    if told and not verbose:
        say(f"{counted(len(told), 'fact')} missed or wrong; --verbose names each")
