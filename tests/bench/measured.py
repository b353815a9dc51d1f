"""What a benchmark gives, the surroundings that all of them run in, and the clock."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROUNDS = 5
_HERE = Path(__file__).parent
BARE = (sys.executable, str(_HERE / "bare.py"))
RAW = (sys.executable, str(_HERE / "raw.py"))
MOPACREG = (sys.executable, "-m", "mopacreg")
_FINDINGS = 1  # mopacreg's exit status where nothing was found, or something is amiss


class Measured(NamedTuple):
    """One figure: how many times the yardstick, the most it may be, and what was measured itself."""

    name: str
    ratio: float
    limit: float
    figure: float
    yardstick: str = "a bare Typer app"
    unit: str = "s"


class Ran(NamedTuple):
    """A process that has ended: its seconds, and the most memory that it held (bytes; its own, not its workers')."""

    seconds: float
    peak: int


def environment(folder: Path) -> dict[str, str]:
    """A register of its own, and compiled modules in a folder of their own.

    What is installed is compiled; a working copy need not be. So that both are: a folder of its own.
    """
    env = {**os.environ, "MOPACREG_DB": str(folder / "register.db")}
    return env | {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}


def ran(env: dict[str, str], *command: str) -> Ran:
    """Run a command to its end, its output thrown away. RuntimeError where it fails."""
    begun = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    answered = command[: len(MOPACREG)] == MOPACREG and process.returncode == _FINDINGS
    if process.returncode and not answered:
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}")
    return Ran(time.perf_counter() - begun, used.ru_maxrss * 1024)


def seconds(env: dict[str, str], *command: str, rounds: int = ROUNDS) -> float:
    """The median seconds of `rounds` runs of a command."""
    return median(ran(env, *command).seconds for _ in range(rounds))


class Paired(NamedTuple):
    """The median ratio of a command to its yardstick, and its own median seconds."""

    ratio: float
    seconds: float


def paired(
    env: dict[str, str], ours: tuple[str, ...], yardstick: tuple[str, ...], rounds: int = ROUNDS
) -> Paired:
    """The two commands in turn, so that a slow moment of the machine meets both; the first turn is a warm-up."""
    turns = [(ran(env, *yardstick).seconds, ran(env, *ours).seconds) for _ in range(rounds + 1)][1:]
    return Paired(median(own / theirs for theirs, own in turns), median(own for _, own in turns))


def timed(do: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median seconds of `rounds` calls."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        do()
        times.append(time.perf_counter() - begun)
    return median(times)
