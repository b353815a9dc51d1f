"""What became of the files that were taken in: a line each, and a closing count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

STATES = ("new", "changed", "unchanged", "skipped", "failed")
_NAMED = 3  # references in a line; a listing page holds twenty


def line(path: str, state: str, decisions: Sequence[str] = (), message: str = "") -> str:
    """`new        PCD 1648  folder/file.txt`; why a file was skipped or failed after a colon."""
    more = f" and {len(decisions) - _NAMED + 1} more" if len(decisions) > _NAMED else ""
    named = ", ".join(decisions[: _NAMED - 1] if more else decisions) + more
    return f"{state:<9}  {f'{named}  ' if named else ''}{path}{f': {message}' if message else ''}"


def closing(states: Mapping[str, int]) -> str:
    """`2 new, 0 changed, 3 unchanged, 1 skipped, 0 failed`."""
    return ", ".join(f"{states.get(state, 0):,} {state}" for state in STATES)


def read_again(states: Mapping[str, int]) -> str:
    """`26 read again, 3 changed, 0 failed`."""
    read = states.get("changed", 0) + states.get("unchanged", 0)
    return f"{read:,} read again, {states.get('changed', 0):,} changed, {states.get('failed', 0):,} failed"


def skipped(files: Mapping[str, Sequence[str]]) -> list[str]:
    """A line a reason that files were skipped for, with the files or, where there are many, their number."""
    return [
        f"skipped {', '.join(paths) if len(paths) <= _NAMED else f'{len(paths):,} files'}: {reason}"
        for reason, paths in files.items()
    ]
