"""What a benchmark gives, and the surroundings that all of them run in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """One figure: how many times the yardstick's median, the most it may be, and its own seconds."""

    name: str
    ratio: float
    limit: float
    seconds: float
    yardstick: str = "a bare Typer app"


def environment(folder: Path) -> dict[str, str]:
    """A register of its own, and compiled modules in a folder of their own.

    What is installed is compiled; a working copy need not be. So that both are: a folder of its own.
    """
    env = {**os.environ, "MOPACREG_DB": str(folder / "register.db")}
    return env | {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
