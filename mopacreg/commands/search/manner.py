"""The options of search that no other command has."""

from typing import Annotated, NamedTuple

import typer

from mopacreg.errors import UsageError

_LIMIT = 20
MOST = 3  # passages of a decision


class Manner(NamedTuple):
    """How to look, and what to show of it."""

    exact: bool
    regex: bool
    all_text: bool
    number: bool
    ids: bool
    limit: int | None
    passages: int | None
    facets: bool

    @property
    def how(self) -> str:
        """One of `literally.HOW`."""
        return "exact" if self.exact else "regex" if self.regex else "words"


class Kept(NamedTuple):
    """Whether the search is one to save, or a saved one of which only what is new is wanted."""

    save: str | None
    new: str | None


def manner(
    exact: Annotated[bool, typer.Option("--exact", help="The words as typed, to the character.")] = False,
    regex: Annotated[bool, typer.Option("--regex", help="A regular expression; every text is read.")] = False,
    all_text: Annotated[
        bool,
        typer.Option("--all-text", help="Legal and equality comments and declarations count like the rest."),
    ] = False,
    count: Annotated[bool, typer.Option("--count", help="Print only how many decisions there are.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Print only what they are called, a line each; all.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help=f"At most so many; 0 for all. [default: {_LIMIT}]")
    ] = None,
    passages: Annotated[
        int | None,
        typer.Option(min=1, max=MOST, metavar="N", help="Of each decision; 3 on a terminal, else 1."),
    ] = None,
    facets: Annotated[
        bool,
        typer.Option("--facets", help="Count what is found, and its value: year, borough, signer, action."),
    ] = False,
) -> Manner:
    """How to look; --exact and --regex exclude each other, and so do --count, --ids and --facets."""
    shown = [name for name, on in (("--count", count), ("--ids", ids), ("--facets", facets)) if on]
    for excluding in (["--exact", "--regex"] if exact and regex else [], shown):
        if len(excluding) > 1:
            raise UsageError(f"{' and '.join(excluding)} exclude each other", "Give one of them.")
    at_most = limit if limit is not None else 0 if ids else _LIMIT
    return Manner(exact, regex, all_text, count, ids, at_most or None, passages, facets)


def kept(
    save: Annotated[str | None, typer.Option(metavar="NAME", help="Keep the search under this name.")] = None,
    new: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of a saved search: what has come since it was last told."),
    ] = None,
) -> Kept:
    """Saved searches. --save and --new exclude each other."""
    if save is not None and new is not None:
        raise UsageError("--save and --new exclude each other", "Give one of them.")
    return Kept(save, new)
