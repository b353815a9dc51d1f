"""What the register holds, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mopacreg.register.inventory import Coverage, Inventory, Series, Signed
from mopacreg.register.runs import Run
from mopacreg.views.figures import counted
from mopacreg.views.outcomes import STATES, closing, read_again
from mopacreg.views.table import COUNT, Block, Cell, Column, Facts, Page, Table

_SHOWN = {
    "reference": "Ref.",
    "signed_on": "Date",
    "signed_by": "Signer",
    "value": "Value",
    "recommendations": "Recs",
    "sections": "Report",
    "budget_lines": "Budget",
    "declarations": "Ticks",
}
_NO_REFERENCE = "no number"
_MOST = 8  # names in a line


def page(held: Inventory, path: str) -> Page:
    """Counts, years by series, missing numbers and coverage; `path` as it is to be shown."""
    blocks: list[Block] = [_facts(held, path)]
    if held.decisions:
        blocks += [_signed(held.signed), _series(held.series), _coverage(held.coverage)]
    return Page("The register", tuple(blocks))


def _facts(held: Inventory, path: str) -> Facts:
    listed = ", ".join(held.listed_only[:_MOST])
    more = f" and {len(held.listed_only) - _MOST} more" if len(held.listed_only) > _MOST else ""
    span = f"{held.first_signed} to {held.last_signed}" if held.first_signed else None
    return Facts(
        (
            ("File", path),
            ("Last ingest", _run(held.last_ingest, closing)),
            ("Last refresh", _run(held.last_refresh, read_again)),
            ("Last written", held.last_written),
            ("Holds", f"{counted(held.decisions, 'decision')} in {counted(held.documents, 'document')}"),
            ("Other texts", f"{held.versions:,} of the same decisions" if held.versions else None),
            ("Listed only", f"{len(held.listed_only):,}: {listed}{more}" if listed else None),
            ("Signed", span),
        )
    )


def _run(run: Run | None, counted: Callable[[Mapping[str, int]], str]) -> str | None:
    if run is None:
        return None
    states = {state: getattr(run, state) for state in STATES}
    return f"{run.ended_at}, mopacreg {run.version}: {counted(states)}"


def _signed(signed: Sequence[Signed]) -> Table:
    names = sorted(
        {each.series or _NO_REFERENCE for each in signed}, key=lambda name: (name == _NO_REFERENCE, name)
    )
    years = list(dict.fromkeys(each.year for each in signed))
    counts = {(each.series or _NO_REFERENCE, each.year): each.decisions for each in signed}
    columns = (
        Column("year", "Signed in"),
        *(Column(name, name if name != _NO_REFERENCE else "No number", COUNT) for name in names),
        Column("total", "Total", COUNT),
    )
    sums = [sum(counts.get((name, year), 0) for year in years) for name in names]
    rows = [
        (
            year or "no date",
            *(counts.get((name, year)) for name in names),
            sum(counts.get((name, year), 0) for name in names),
        )
        for year in years
    ]
    return Table(columns, rows, title="Decisions by series and year", footer=("Total", *sums, sum(sums)))


def _series(series: Sequence[Series]) -> Table:
    columns = (
        Column("series", "Series"),
        Column("lowest", "Lowest", drop=1),
        Column("highest", "Highest", drop=1),
        Column("held", "Held", COUNT),
        Column("gaps", "Missing", COUNT),
        Column("missing", "Numbers missing in between"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            f"{each.series} {each.year}" if each.year else each.series,
            str(each.lowest),
            str(each.highest),
            each.held,
            each.gaps,
            _runs(each.missing),
        )
        for each in series
    ]
    return Table(columns, rows, title="Numbers")


def _runs(missing: Sequence[tuple[int, int]]) -> str:
    """`402-477, 479`."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in missing)


def _coverage(coverage: Sequence[Coverage]) -> Table:
    columns = (
        Column("layout", "Read as"),
        Column("decisions", "Held", COUNT),
        *(Column(name, heading, COUNT) for name, heading in _SHOWN.items()),
    )
    rows: list[tuple[Cell, ...]] = [
        (each.layout, each.decisions, *(_percent(each, name) for name in _SHOWN)) for each in coverage
    ]
    return Table(
        columns, rows, title="Percent of the decisions of which each fact was read",
        notes=("Recs: recommendations; Report: its numbered sections; Ticks: the officer's declarations.",),
    )  # fmt: skip


def _percent(each: Coverage, name: str) -> int:
    return (200 * each.read[name] + each.decisions) // (2 * each.decisions)
