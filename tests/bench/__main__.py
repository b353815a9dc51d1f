"""`python -m tests.bench`: every benchmark, as a ratio with its limit; exit 1 where one is above it."""

import platform
import sys

from tests.bench import startup


def main() -> int:
    """Print a line a figure."""
    print(f"Python {platform.python_version()}, {platform.machine()}; medians of {startup.ROUNDS} runs")
    above = 0
    for each in startup.measure():
        above += each.ratio > each.limit
        verdict = "above" if each.ratio > each.limit else "within"
        print(
            f"{each.name:<14} {each.ratio:5.2f} x a bare Typer app, {verdict} {each.limit}"
            f" ({each.seconds * 1000:.0f} ms)"
        )
    return int(above > 0)


if __name__ == "__main__":
    sys.exit(main())
