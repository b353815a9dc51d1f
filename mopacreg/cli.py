"""The command line: the commands by name, and the one place where an error becomes a message.

A command is a module of `mopacreg.commands` with a function `command`, and a
line in COMMANDS. The module is imported only when the command is called, so
that `--help` and `--version` cost no more than Typer itself.
"""

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from mopacreg.errors import Exit, MopacregError

COMMANDS = {
    "ingest": "Read decisions from files and folders.",
    "list": "List decisions: reference, date, title, value, boroughs.",
    "search": "Search the decisions' text.",
    "show": "Show one decision.",
    "budget": "Show a decision's budget, or the register's by year.",
    "export": "Export decisions or their facts as CSV, JSON, Markdown.",
    "audit": "Check the decisions held; list what is amiss.",
    "info": "Show what the register holds, and what is missing.",
    "cites": "Follow what a decision cites and what cites it.",
    "envelope": "Show what was approved, what is drawn on it, what is left.",
    "searches": "List the saved searches, and how much each has to tell.",
    "like": "Find the decisions most like one, and say why.",
    "why": "Show the words that a fact was read from.",
    "review": "List what was read with doubt, worst first.",
    "correct": "Correct a fact that was read wrongly, for good.",
    "refresh": "Read every document again, from its kept text.",
    "eval": "Measure the reading against records read by hand.",
}
HELP = """A register of the decisions of London's Mayor's Office for Policing and Crime.

\b
Start with:
  mopacreg ingest FOLDER      read a folder of decisions
  mopacreg list               see what is held
  mopacreg search "Camden"    find passages
"""

_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class LazyGroup(TyperGroup):
    """A group that lists its commands from COMMANDS and imports one only to call it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, short in COMMANDS.items():
            self.add_command(TyperCommand(name, help=short, rich_markup_mode=None))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command called, loaded in the place of the stub that the listing knows."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, load(name) if name in COMMANDS else stub, rest

    def invoke(self, ctx: Any) -> Any:
        """Call the command; a closed pipe is told apart here, before Typer makes it a failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as closed:
            raise PipeClosedError from closed


class PipeClosedError(Exception):
    """Whoever reads the output has what they wanted (`mopacreg list | head`)."""


def load(name: str) -> Any:
    """The command `name`, from its own module."""
    from mopacreg.helping import Command
    from mopacreg.options import headings, spelt_out

    module = import_module(f"mopacreg.commands.{name}")
    settings = {**_HELP_NAMES, **getattr(module, "SETTINGS", {})}
    alone = typer.Typer(rich_markup_mode=None, add_completion=False)
    alone.command(name, cls=Command, context_settings=settings)(spelt_out(module.command))
    command = typer.main.get_command(alone)
    command.headings = partial(headings, module.command)  # type: ignore[attr-defined]
    return command


app = typer.Typer(
    cls=LazyGroup,
    help=HELP,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=_HELP_NAMES,
)


def _version(wanted: bool) -> None:
    if wanted:
        from mopacreg import __version__

        typer.echo(f"mopacreg {__version__}")
        raise typer.Exit()


@app.callback()
def _register(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db", metavar="FILE", envvar="MOPACREG_DB", show_envvar=True, help="The register's file."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    ctx.obj = db


def main() -> None:
    """Run the command line of this process; its exit status is one of `errors.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show a character gets its code point instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Carry out one command line; print its errors; return its exit status."""
    try:
        done = typer.main.get_command(app).main(list(args), prog_name="mopacreg", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as leaving:  # completion scripts
        return leaving.code if isinstance(leaving.code, int) else Exit.FINE
    except BaseException as error:
        return _failed(error)
    if done == Exit.INTERRUPTED:
        print("mopacreg: interrupted", file=sys.stderr)
    return done if isinstance(done, int) else Exit.FINE


def _failed(error: BaseException) -> int:
    """Say what went wrong and what to do next; what nobody can cause goes on as a traceback."""
    if isinstance(error, (BrokenPipeError, PipeClosedError)):
        # What is still in the buffer must not fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    if isinstance(error, typer.TyperException) and hasattr(error, "show"):
        error.show()
        return error.exit_code
    if isinstance(error, MopacregError):
        return _said(error)
    as_message = _known(error)
    if as_message is None:
        raise error
    return _said(as_message)


def _said(error: MopacregError) -> int:
    from mopacreg.formats.safe import visible

    print(f"mopacreg: {visible(error.message)}", file=sys.stderr)
    if error.hint:
        print(f"  {visible(error.hint)}", file=sys.stderr)
    return error.exit_code


def _known(error: BaseException) -> MopacregError | None:
    """Failures of the machine that a person can mend, in the project's words."""
    import sqlite3

    if isinstance(error, sqlite3.Error):
        return MopacregError(
            f"the register can't be used: {error}", "Choose another with --db FILE or MOPACREG_DB."
        )
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return MopacregError(f"{where}{error.strerror}")
    return None
