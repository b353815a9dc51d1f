"""Figures as text, by integer arithmetic only, and what is counted with them."""

from __future__ import annotations


def pounds(pence: int, pennies: bool | None = None) -> str:
    """`2500000` → `£25,000`; pence are shown where there are any, or as `pennies` says."""
    whole, part = divmod(abs(pence), 100)
    shown = part > 0 if pennies is None else pennies
    return f"{'-' if pence < 0 else ''}£{whole:,}{f'.{part:02}' if shown else ''}"


def plain_pounds(pence: int) -> str:
    """`2500000` → `25000`, `99032428` → `990324.28`: a number that any program reads."""
    whole, part = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}{f'.{part:02}' if part else ''}"


def tenths(number: int) -> str:
    """`125` → `12.5`: tenths as a decimal number."""
    whole, part = divmod(abs(number), 10)
    return f"{'-' if number < 0 else ''}{whole}.{part}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 decision`, `1,204 decisions`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def boroughs(names: tuple[str, ...]) -> str:
    """The boroughs of one sum: several have it together, since nothing says how it is divided."""
    return f"{' + '.join(names)} (shared)" if names[1:] else "".join(names)
