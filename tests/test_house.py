"""The house holds: imports look down, neighbours don't know each other, packages keep to their rooms.

Each test is a table, and the code read against it without being run (what
importing it does is in test_alone.py). Where the code is not as it should be,
and nobody has mended it yet, that is a line in a table of known exceptions,
which fails once it is no longer needed.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from mopacreg import cli, formats, sources

Name = TypeVar("Name", str, tuple[str, str])

PACKAGE = Path(cli.__file__).parent

# Low to high; a module imports only from floors below its own. Each entry is a room, or several:
#   text      one module, or a package's __init__ alone
#   layouts/  a package whole: its modules may know each other
#   facts/*   each module or package in it is a room of its own, and doesn't know its neighbours
# The narrowest entry counts: what a package's rooms share is named on a lower floor than they are.
FLOORS = (
    ("__init__", "errors", "record", "letters"),
    ("values/*",),
    ("text", "sentences", "sums", "fields"),
    ("values.borough_groups",),
    ("sources.kinds", "typed", "reconcile/"),
    ("sources",),  # Document, and how each kind of file writes a table's row
    ("sources/*", "grids/", "trace"),
    ("layouts/",),
    ("items", "mentions", "captions", "tables/"),
    ("multiples",),
    ("wholes",),
    ("flows",),
    ("facts/*",),
    ("reader", "evaluation"),
    ("golden",),
    ("register/",),
    ("chains/",),
    ("intake/", "audit/"),
    ("audit.rules/*",),
    ("audit.rules",),  # the rules in a tuple
    ("audit",),  # runs them
    ("views.table", "views.figures"),  # what every view is made of
    (
        "views.source",
        "views.budget_tables",
        "views.branches",
        "views.pivot",
        "views.facts",
        "views.outcomes",
        "views.reconciled",
    ),  # blocks of several views
    ("views/*",),
    ("formats",),
    ("formats.safe", "formats.widths"),
    ("formats.plain", "formats.json"),  # a cell and a value as text, which other formats write too
    ("formats/*",),
    ("options", "helping"),
    ("report", "measure", "wanted"),
    ("commands/*",),
    ("cli",),
    ("__main__",),
)
FLOOR = {entry: number for number, entries in enumerate(FLOORS) for entry in entries}
# (room, the neighbour that it imports from): what would mend it.
KNOWN_IMPORTS = {
    ("sources.html", "sources.plain"): "decode() in a module below both, sources.encoding",
}

# What a room must not know, though it is below.
STRANGERS = {
    "register": (
        "layouts",
        "tables",
        "mentions",
        "multiples",
        "wholes",
        "facts",
        "reader",
    ),  # it knows no document's layout
    "views": ("layouts", "tables", "mentions", "multiples", "wholes", "facts", "reader"),
    "formats": ("register", "audit"),
}

# Every package that isn't Python's own, and the rooms that may import it.
OUTSIDERS = {
    "typer": ("cli", "options", "helping", "commands"),
    "rich": ("formats.terminal",),
    "sqlite_utils": ("register",),
    "dateutil": ("values.dates",),
    "selectolax": ("sources.html",),
    "pypdfium2": ("sources.pdf",),
    "pdfplumber": ("sources.pdf",),
    "docx": ("sources.docx",),
}

LONGEST_FUNCTION = 40  # lines, from def to the last
LONGEST_FILE = 250
KNOWN_LONG = {
    "values.references": "what may follow a number in a module of its own",
}


def name_of(path: Path) -> str:
    """`facts.header` of mopacreg/facts/header/__init__.py; the package's own is `__init__`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "__init__"


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


class Place(NamedTuple):
    """Where a module stands: its floor's number from below, its room, and the entry that says so."""

    floor: int
    room: str
    entry: str


@cache
def place_of(module: str) -> Place:
    """The module's place, by the narrowest entry of FLOORS."""
    if module in FLOOR:
        return Place(FLOOR[module], module, module)
    parts = module.split(".")
    for depth in range(len(parts), 0, -1):
        package = ".".join(parts[:depth])
        if f"{package}/" in FLOOR:
            return Place(FLOOR[f"{package}/"], package, f"{package}/")
        if f"{package}/*" in FLOOR:
            return Place(FLOOR[f"{package}/*"], ".".join(parts[: depth + 1]), f"{package}/*")
    raise AssertionError(f"{module} has no floor: give it one in FLOORS")


@cache
def tree(module: str) -> ast.Module:
    """A module's syntax."""
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def imported(module: str) -> frozenset[str]:
    """The dotted names that a module imports anywhere, in its functions and for its types too."""
    names: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write '{ast.unparse(node)}' in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


@cache
def met_by(module: str) -> frozenset[str]:
    """The modules of mopacreg that a module imports, or imports something from."""
    own = {f"mopacreg.{name}" for name in MODULES}
    names = {name for name in imported(module) if name.partition(".")[0] == "mopacreg"}
    modules = {name if name in own else name.rpartition(".")[0] for name in names}
    return frozenset(name.removeprefix("mopacreg").removeprefix(".") or "__init__" for name in modules)


def inside(module: str, rooms: tuple[str, ...]) -> bool:
    """Whether a module is one of the rooms, or in it."""
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def none_but(known: Mapping[Name, str], found: set[Name], what: str) -> None:
    """Fail for what is found and not known, and for what is known and no longer found."""
    assert not found - set(known), f"{what}: {sorted(found - set(known))}"
    assert not set(known) - found, f"mended: take off the known exceptions {sorted(set(known) - found)}"


def test_imports_look_down() -> None:
    astray = {
        (place.room, other.room)
        for module in MODULES
        for place, other in ((place_of(module), place_of(met)) for met in met_by(module))
        if other.room != place.room and other.floor >= place.floor
    }
    none_but(KNOWN_IMPORTS, astray, "imported from the same floor, or from above")


def test_every_floor_is_lived_on() -> None:
    assert set(FLOOR) - {place_of(module).entry for module in MODULES} == set()


@pytest.mark.parametrize("room", STRANGERS)
def test_a_room_knows_none_of_its_strangers(room: str) -> None:
    members = [module for module in MODULES if inside(module, (room,))]
    pairs = {(module, other) for module in members for other in met_by(module)}
    assert {pair for pair in pairs if inside(pair[1], STRANGERS[room])} == set()


def test_packages_from_outside_keep_to_their_rooms() -> None:
    pairs = {(module, name.partition(".")[0]) for module in MODULES for name in imported(module)}
    from_outside = {pair for pair in pairs if pair[1] not in {*sys.stdlib_module_names, "mopacreg"}}
    assert {pair for pair in from_outside if not inside(pair[0], OUTSIDERS.get(pair[1], ()))} == set()


def test_sql_is_asked_in_the_register_alone() -> None:
    asking = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and node.attr in ("execute", "executemany", "executescript")
    }
    assert {module for module in asking if not inside(module, ("register",))} == set()


def test_no_module_stands_unused() -> None:
    by_name = {f"commands.{name}" for name in cli.COMMANDS}
    by_name |= {f"sources.{name}" for name in sources.SOURCES.values()}
    by_name |= {f"formats.{name}" for name in formats.TABLE_FORMATS}
    assert by_name <= set(MODULES), "named in a list, and not there"
    packages = {module for module, path in MODULES.items() if path.name == "__init__.py"}
    assert set(MODULES) - by_name.union(packages, ["__main__"], *map(met_by, MODULES)) == set()


def defined(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """A module's functions and classes, at any depth."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return (node for node in ast.walk(tree(module)) if isinstance(node, kinds))


def test_functions_and_files_are_short() -> None:
    long = {
        f"{module}.{node.name}"
        for module in MODULES
        for node in defined(module)
        if not isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    }
    long |= {name for name, path in MODULES.items() if path.read_bytes().count(b"\n") > LONGEST_FILE}
    none_but(KNOWN_LONG, long, f"over {LONGEST_FUNCTION} lines, or a file over {LONGEST_FILE}")


def test_what_is_public_says_what_it_is() -> None:
    unsaid = {module for module in MODULES if not ast.get_docstring(tree(module))}
    unsaid |= {
        f"{module}.{node.name}"
        for module in MODULES
        for node in defined(module)
        if node in tree(module).body and not node.name.startswith("_") and not ast.get_docstring(node)
    }
    assert not unsaid, "public, and without a docstring"
