"""A command's help: its options under the headings of the groups that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand

_OWN = "Options"


class Command(TyperCommand):
    """A command whose help has a section for each group of options, its own first.

    `headings` gives which option, by its parameter's name, stands under which heading: asked for help alone.
    """

    headings: Callable[[], dict[str, str]]

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """As `show [OPTIONS] REFERENCE`: what must be given is not put in braces."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then the options by their headings."""
        sections: dict[str, list[tuple[str, str]]] = {"Arguments": [], _OWN: []}
        headings = self.headings()
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                argument = param.param_type_name == "argument"
                heading = "Arguments" if argument else headings.get(param.name or "", _OWN)
                sections.setdefault(heading, []).append(record)
        for heading, records in sections.items():
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)
