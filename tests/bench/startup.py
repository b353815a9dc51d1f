"""What starting costs: `--version`, `--help` and `list` against a Typer app that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.measured import Measured, environment

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROUNDS = 21


def measure() -> list[Measured]:
    """The commands and the yardstick in turn, so that a slow moment of the machine meets them all."""
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        mopacreg = [sys.executable, "-m", "mopacreg"]
        subprocess.run([*mopacreg, "ingest", str(ROOT / "data")], env=env, check=True, capture_output=True)
        commands = {
            "bare": ([sys.executable, str(HERE / "bare.py")], 1.0),
            "--version": ([*mopacreg, "--version"], 1.15),
            "--help": ([*mopacreg, "--help"], 1.15),
            "list, piped": ([*mopacreg, "list"], 1.6),
            "search, piped": ([*mopacreg, "search", "Camden"], 1.6),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(ROUNDS + 1):
            for name, (command, _) in commands.items():
                begun = time.perf_counter()
                subprocess.run(command, env=env, check=True, capture_output=True)
                if turn:  # the first is a warm-up
                    times[name].append(time.perf_counter() - begun)
    bare = median(times.pop("bare"))
    return [
        Measured(name, median(each) / bare, commands[name][1], median(each)) for name, each in times.items()
    ]
