"""`python -m tests.bench`: every benchmark, as a ratio with its limit; exit 1 where one is above it."""

import platform
import sys

from tests.bench import startup, throughput


def main() -> int:
    """Print a line a figure, as soon as it is known."""
    rounds = f"{startup.ROUNDS} and {throughput.ROUNDS}"
    print(f"Python {platform.python_version()}, {platform.machine()}; medians of {rounds} runs")
    above = 0
    for measured in (startup.measure, throughput.measure):
        for each in measured():
            above += each.ratio > each.limit
            verdict = "above" if each.ratio > each.limit else "within"
            seconds = f"{each.seconds:.2f} s" if each.seconds else ""
            against = f"{each.ratio:6.2f} x {each.yardstick:<28}{verdict:>7} {each.limit:<5}"
            print(f"{each.name:<22}{against}{seconds}", flush=True)
    return int(above > 0)


if __name__ == "__main__":
    sys.exit(main())
