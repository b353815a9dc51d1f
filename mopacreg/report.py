"""What a person is told while documents are taken in: a line a file, a closing count, a progress bar."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mopacreg.intake import Outcome

Progress = Callable[[int, int], None]


def report(
    taking: Callable[[Progress | None], Iterator[Outcome]], json: bool, *, again: bool = False
) -> Counter[str]:
    """Carry out `taking`, telling each outcome as it comes; return how many there were of each state.

    New and changed files are told on stdout, failed ones on stderr, where a terminal also gets a
    progress bar; skipped ones at the end, by their reasons. As JSON, all outcomes are one list on stdout,
    unchanged files too. `again`: the documents are held, and are read once more.
    """
    from mopacreg.formats.safe import one_line
    from mopacreg.options import near, say
    from mopacreg.views.outcomes import closing, read_again, skipped

    counted = read_again if again else closing
    states: Counter[str] = Counter()
    told: list[Outcome] = []
    reasons: dict[str, list[str]] = {}
    try:
        with _bar() as progress:
            for outcome in taking(progress):
                states[outcome.state] += 1
                if json:
                    told.append(outcome)
                elif outcome.state == "skipped":
                    reasons.setdefault(one_line(outcome.message), []).append(one_line(near(outcome.path)))
                elif outcome.state != "unchanged":
                    _tell(outcome)
    except KeyboardInterrupt:
        goes_on = "begins again" if again else "goes on from there"
        say(f"{counted(states)} until now; the next run {goes_on}")
        raise
    if json:
        from mopacreg.formats.json import plain, write_value

        write_value([plain(outcome) for outcome in told], sys.stdout)
    else:
        print(*skipped(reasons), counted(states), sep="\n")
    return states


def _tell(outcome: Outcome) -> None:
    from mopacreg.formats.safe import one_line
    from mopacreg.options import near
    from mopacreg.views.outcomes import line

    message = f"{outcome.message} ({outcome.hint})" if outcome.hint else outcome.message
    named = [one_line(name) for name in outcome.decisions]
    said = line(one_line(near(outcome.path)), outcome.state, named, one_line(message))
    print(said, file=sys.stderr if outcome.state == "failed" else sys.stdout)


def _bar() -> AbstractContextManager[Progress | None]:
    if not sys.stderr.isatty():
        return nullcontext(None)
    from mopacreg.formats.terminal import progress_bar

    return progress_bar(sys.stderr)


def unfit(path: str) -> None:
    """Say how many corrections no longer fit what the register at `path` now holds; nothing where all do."""
    from mopacreg.options import say
    from mopacreg.register.query import connect
    from mopacreg.register.standing import standings

    amiss = sum(each.amiss for each in standings(connect(path)))
    if amiss:
        say(f"{amiss:,} of what was corrected by hand is to be looked at again: mopacreg review")
