"""What starting costs: `--version`, `--help`, `list` and `search` against a Typer app that does nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measured import BARE, MOPACREG, Measured, environment, paired, ran

DATA = Path(__file__).parents[2] / "data"
ROUNDS = 21


def measure() -> Iterator[Measured]:
    """Each command beside the yardstick, on a register of the examples."""
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        ran(env, *MOPACREG, "ingest", str(DATA))
        for words, limit in (
            (("--version",), 1.15),
            (("--help",), 1.15),
            (("list",), 1.3),
            (("search", "Camden"), 1.3),
        ):
            found = paired(env, (*MOPACREG, *words), BARE, ROUNDS)
            yield Measured(" ".join(words), found.ratio, limit, found.seconds)
