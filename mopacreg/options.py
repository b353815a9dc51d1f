"""Options that several commands share, each defined once.

A command's function names what it wants by type: a parameter typed `Filter`
or `Output` is spelt out on the command line as the options that
`filter_options` and `output_options` list, so that they are the same
everywhere.
"""

import inspect
import os
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_type_hints

import typer

from mopacreg import typed
from mopacreg.errors import NoRegister, UsageError
from mopacreg.register.filters import Filter

if TYPE_CHECKING:
    import sqlite3

    from mopacreg.views.table import Page, Table


class Output(NamedTuple):
    """How a command answers: `format` is one of `formats.TABLE_FORMATS`."""

    format: str

    @property
    def json(self) -> bool:
        """Whether a program reads the answer."""
        return self.format == "json"

    def show(self, view: "Table | Page") -> None:
        """Print a view on stdout; as JSON, a table only."""
        from mopacreg.formats import page_writer

        page_writer(self.format)(view, sys.stdout)

    def data(self, value: Any) -> None:
        """Print plain data as JSON."""
        from mopacreg.formats.json import write_value

        write_value(value, sys.stdout)


def register(ctx: typer.Context) -> "sqlite3.Connection":
    """The register that --db or MOPACREG_DB names, to be read. Raises NoRegister where it is empty."""
    from mopacreg.register.location import locate
    from mopacreg.register.query import connect, is_empty

    path = locate(ctx.find_root().obj)
    db = connect(path)
    if is_empty(db):
        raise NoRegister(f"the register {path} holds no decision yet", "Fill it with: mopacreg ingest FOLDER")
    return db


def near(path: str) -> str:
    """A path as a person here would type it: from this folder where it is below it."""
    shorter = os.path.relpath(path)
    return path if shorter.startswith("..") else shorter


def complete_reference(ctx: typer.Context, incomplete: str) -> list[str]:
    """What a person may be typing: the decisions held, each in one word.

    Titles and unusual file names are left out: the shell evaluates what it is offered.
    """
    bare = incomplete[:1].isdigit()
    try:
        from mopacreg.register.query import names

        beginning = incomplete.replace("/", "")  # names have none
        held = names(register(ctx), f"PCD{beginning}" if bare else beginning)
    except Exception:  # a person is typing: better nothing than a message in the middle of the line
        return []
    words = [_compact(name).removeprefix("PCD" if bare else "") for name in held]
    # In the letters that the person typed, large or small, or the shell would not take them.
    return [incomplete + word[len(incomplete) :] for word in words if re.fullmatch(r"[\w./-]+", word)]


def _compact(name: str) -> str:
    """`DMPCD 2015 96` → `DMPCD2015/96`, which no shell parts; a file's name stays as it is."""
    series, _, number = name.partition(" ")
    return series + number.replace(" ", "/") if series in ("PCD", "DMPCD") else name


Reference = Annotated[
    list[str],
    typer.Argument(
        metavar="REFERENCE",
        autocompletion=complete_reference,
        help="1648, PCD 1648, DMPCD 2015/96, or a file's name.",
    ),
]


def say(message: str) -> None:
    """A word to the person beside the answer: on stderr, so that the answer stays data."""
    from mopacreg.formats.safe import visible

    print(visible(message), file=sys.stderr)


Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def output_options(
    json: Json = False,
    table: Annotated[bool, typer.Option("--table", help="Draw tables, even into a pipe.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Print tab-separated text, even on a terminal.")
    ] = False,
) -> Output:
    """How it is shown. By default as a table on a terminal, and as plain text elsewhere."""
    asked = [name for name, on in (("json", json), ("terminal", table), ("plain", plain)) if on]
    if len(asked) > 1:
        raise UsageError("--json, --table and --plain exclude each other", "Give one of them.")
    return Output(asked[0] if asked else "terminal" if sys.stdout.isatty() else "plain")


def filter_options(
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Signed then or later: 2021, 2021-03, 05/03/2021.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Signed then or earlier.")] = None,
    borough: Annotated[
        str | None, typer.Option(metavar="NAME", help="That name this borough (it may get no money).")
    ] = None,
    at_least: Annotated[
        str | None, typer.Option("--min", metavar="AMOUNT", help="Worth at least: 25000, 25k, £1.8m.")
    ] = None,
    at_most: Annotated[str | None, typer.Option("--max", metavar="AMOUNT", help="Worth at most.")] = None,
    series: Annotated[str | None, typer.Option(metavar="PCD|DMPCD", help="Of this series.")] = None,
    signed_by: Annotated[str | None, typer.Option(metavar="NAME", help="Signed by, or a part of it.")] = None,
) -> Filter:
    """Which decisions."""
    chosen = Filter(
        since=None if since is None else typed.date("--since", since),
        until=None if until is None else typed.date("--until", until),
        borough=None if borough is None else typed.borough("--borough", borough),
        minimum=None if at_least is None else typed.amount("--min", at_least),
        maximum=None if at_most is None else typed.amount("--max", at_most),
        series=None if series is None else typed.series("--series", series),
        signed_by=signed_by,
    )
    if chosen.minimum is not None and chosen.maximum is not None and chosen.minimum > chosen.maximum:
        raise UsageError("--min is more than --max: no value is both", "Change one of them.")
    if chosen.since and chosen.until and chosen.since > chosen.until + "~":  # as far as both dates go
        raise UsageError("--since is after --until: no date is both", "Change one of them.")
    return chosen


GROUPS: dict[Any, Callable[..., Any]] = {Filter: filter_options, Output: output_options}
"""What a type is built with. The first clause of its docstring is the options' heading in the help."""


def spelt_out(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with each parameter typed by one of GROUPS replaced by that group's options."""
    hints = get_type_hints(command, include_extras=True)
    own: list[inspect.Parameter] = []
    grouped: dict[str, tuple[Callable[..., Any], list[str]]] = {}
    for name, parameter in inspect.signature(command).parameters.items():
        if hints[name] in GROUPS:
            build = GROUPS[hints[name]]
            options = _parameters(build)
            grouped[name] = build, [option.name for option in options]
            own += options
        else:
            own.append(parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY))

    def called(**given: Any) -> Any:
        groups = {
            name: build(**{option: given.pop(option) for option in options})
            for name, (build, options) in grouped.items()
        }
        return command(**given, **groups)

    called.__doc__ = command.__doc__
    called.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in own}
    return called


def headings(command: Callable[..., Any]) -> dict[str, str]:
    """The heading in the help of each option that `command` has from one of GROUPS."""
    builds = [GROUPS[hint] for hint in get_type_hints(command).values() if hint in GROUPS]
    return {
        name: re.split("[.;]", build.__doc__ or "")[0]
        for build in builds
        for name in inspect.signature(build).parameters
    }


def _parameters(build: Callable[..., Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(build, include_extras=True)
    return [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(build).parameters.items()
    ]
