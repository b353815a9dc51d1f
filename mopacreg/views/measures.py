"""How well documents are read: precision and recall, and each fact that differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mopacreg.evaluation import Tally
from mopacreg.views.table import COUNT, NAME, Cell, Column, Items, Page, Table

_FIGURES = (
    Column("right", "Right", COUNT, drop=1),
    Column("missed", "Missed", COUNT),
    Column("wrong", "Wrong", COUNT),
    Column("precision", "Precision"),
    Column("recall", "Recall"),
    Column("f1", "F1"),
)


def measures(by: str, rows: Mapping[str, Tally], total: Tally) -> Table:
    """A row a field, or whatever `by` says, and the total over all."""
    return Table(
        (Column(by, by.capitalize(), NAME), *_FIGURES),
        tuple((name, *_figures(tally)) for name, tally in rows.items()),
        footer=("all", *_figures(total)),
    )


def with_differences(table: Table, differences: Iterable[tuple[str, str]]) -> Page:
    """The table, and under it what differs: the decision's name and the fact."""
    return Page("Read and by hand", (table, Items("Missed or wrong", tuple(differences))))


def data(
    by: str, rows: Mapping[str, Tally], total: Tally, differences: Iterable[tuple[str, str]] | None = None
) -> dict[str, object]:
    """The same for a program, the shares unrounded; the differences only where they are given."""
    answer: dict[str, object] = {
        "by": by,
        "rows": [{by: name, **_numbers(tally)} for name, tally in rows.items()],
        "all": _numbers(total),
    }
    if differences is not None:
        answer["differences"] = [{"decision": name, "fact": said} for name, said in differences]
    return answer


def share(part: float) -> str:
    """`0.984`; three places, and never 1.000 for what isn't whole."""
    return "0.999" if 0.999 < part < 1 else f"{part:.3f}"


def _numbers(tally: Tally) -> dict[str, int | float]:
    counts = {"right": len(tally.right), "missed": len(tally.missed), "wrong": len(tally.wrong)}
    return {**counts, "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def _figures(tally: Tally) -> tuple[Cell, ...]:
    shares = (share(part) for part in (tally.precision, tally.recall, tally.f1))
    return (len(tally.right), len(tally.missed), len(tally.wrong), *shares)
