"""A view → text. A format is a module with `write(view, out)`.

`view` is a `Table` of `mopacreg.views.table`, or for the formats that people
read a `Page` too; `out` is a text stream open for writing. Rows are written as
they come, so that an export of any size needs the memory of one row (terminal
excepted: its columns are as wide as their widest cell). A new format is one
new file, and its name in `TABLE_FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from mopacreg.views.table import Page, Table

PAGE_FORMATS = ("terminal", "plain")
TABLE_FORMATS = (*PAGE_FORMATS, "csv", "json", "jsonl", "markdown")


def page_writer(name: str) -> Callable[[Table | Page, TextIO], None]:
    """The `write` of one of `PAGE_FORMATS`, which takes tables and pages."""
    write: Callable[[Table | Page, TextIO], None] = import_module(f"mopacreg.formats.{name}").write
    return write


def table_writer(name: str) -> Callable[[Table, TextIO], None]:
    """The `write` of one of `TABLE_FORMATS`; only that module is imported."""
    write: Callable[[Table, TextIO], None] = import_module(f"mopacreg.formats.{name}").write
    return write
