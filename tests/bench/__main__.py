"""`python -m tests.bench`: every benchmark, as a ratio with its limit; exit 1 where one is above it."""

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import asking, startup, taking_in
from tests.bench.measured import Measured, environment

COUNT = int(os.environ.get("BENCH_COUNT", "2000"))


def measure() -> Iterator[Measured]:
    """Every figure, for `BENCH_COUNT` documents (2,000 if it isn't set)."""
    yield from startup.measure()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        yield from taking_in.measure(folder, env, COUNT)
        yield from asking.measure(folder, env, COUNT)


def main() -> int:
    """Print a line a figure, as soon as it is known."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    above = 0
    for each in measure():
        above += each.ratio > each.limit
        verdict = "above" if each.ratio > each.limit else "within"
        own = f"{each.figure:.2f} {each.unit}" if each.figure else ""
        print(
            f"{each.name:<21}{each.ratio:6.2f} x {each.yardstick:<27}{verdict:>7} {each.limit:<5.2f}{own}",
            flush=True,
        )
    return int(above > 0)


if __name__ == "__main__":
    sys.exit(main())
