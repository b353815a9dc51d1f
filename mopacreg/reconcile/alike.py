"""Whether two sums are so alike, without being equal, that one is likely a slip of the other. In pence."""

from __future__ import annotations

ENOUGH = 3  # digits before the noughts: £300,000 and £500,000 are different sums, not a slip
_CLOSE = 50  # a fiftieth: 2%


def _digits(one: int, other: int, enough: int) -> tuple[str, str] | None:
    """The digits of both, as many, without the noughts that both end in; None if too few."""
    first, second = str(abs(one)), str(abs(other))
    if len(first) != len(second) or one == other:
        return None
    while first[-1] == second[-1] == "0":
        first, second = first[:-1], second[:-1]
    return (first, second) if len(first) >= enough else None


def swapped(one: int, other: int, enough: int = ENOUGH) -> bool:
    """Whether they differ by two neighbouring digits in the other order: £246,700 and £264,700.

    `enough`: how many digits they must have before the noughts that both end in.
    """
    digits = _digits(one, other, enough)
    if digits is None:
        return False
    first, second = digits
    at = [i for i in range(len(first)) if first[i] != second[i]]
    return (
        len(at) == 2
        and at[1] == at[0] + 1
        and first[at[0]] == second[at[1]]
        and first[at[1]] == second[at[0]]
    )


def mistyped(one: int, other: int) -> bool:
    """Whether they differ by one digit: £1,240,500 and £1,270,500."""
    digits = _digits(one, other, ENOUGH)
    return digits is not None and sum(a != b for a, b in zip(*digits, strict=True)) == 1


def close(one: int, other: int) -> bool:
    """Whether they differ by no more than 2% of the larger."""
    return one != other and abs(one - other) * _CLOSE <= max(abs(one), abs(other))
