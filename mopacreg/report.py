"""What a person is told while documents are taken in: a line a file, a closing count, a progress bar."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mopacreg.intake import Outcome

Progress = Callable[[int, int], None]


def report(taking: Callable[[Progress | None], Iterator[Outcome]], json: bool) -> Counter[str]:
    """Carry out `taking`, telling each outcome as it comes; return how many there were of each state.

    New, changed and skipped files are told on stdout, failed ones on stderr, where a terminal also
    gets a progress bar. As JSON, all outcomes are one list on stdout, unchanged files too.
    """
    from mopacreg.views.outcomes import closing

    states: Counter[str] = Counter()
    told: list[Outcome] = []
    with _bar() as progress:
        for outcome in taking(progress):
            states[outcome.state] += 1
            if json:
                told.append(outcome)
            else:
                _tell(outcome)
    if json:
        from mopacreg.formats.json import plain, write_value

        write_value([plain(outcome) for outcome in told], sys.stdout)
    else:
        print(closing(states))
    return states


def _tell(outcome: Outcome) -> None:
    from mopacreg.formats.safe import one_line
    from mopacreg.views.outcomes import line

    if outcome.state == "unchanged":
        return
    failed = outcome.state == "failed"
    message = f"{outcome.message} ({outcome.hint})" if outcome.hint else outcome.message
    said = line(_near(outcome.path), outcome.state, outcome.decisions, message)
    print(
        one_line(said) if not failed else one_line(f"mopacreg: {said}"),
        file=sys.stderr if failed else sys.stdout,
    )


def _near(path: str) -> str:
    """The path as a person here would type it."""
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def _bar() -> AbstractContextManager[Progress | None]:
    if not sys.stderr.isatty():
        return nullcontext(None)
    from mopacreg.formats.terminal import progress_bar

    return progress_bar(sys.stderr)
