"""What importing a module does: it needs none imported before it, and opens no heavy package."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mopacreg import cli

PACKAGE = Path(cli.__file__).parent
HEAVY = {"rich", "sqlite_utils", "dateutil", "pydantic", "pandas", "numpy"}
HEAVY |= {"selectolax", "pypdfium2", "pdfplumber", "docx"}
# Whoever imports this module is about to draw.
OPENS_AT_ONCE = {"mopacreg.formats.terminal": ["rich"]}
# What a call of `list` has no use for, and `--version` and `--help` still less.
NOT_FOR_LIST = ("reader", "layouts", "facts", "intake", "audit", "register.writer")

# Each module as if in an interpreter of its own: what was loaded for the one before is forgotten.
IMPORTER = """
import importlib, json, sys
heavy = set(sys.argv[1].split())
def forget(packages):
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]
told = {}
for name in sys.argv[2:]:
    forget({"mopacreg"})
    try:
        importlib.import_module(name)
        error = None
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
    opened = heavy & {name.partition(".")[0] for name in sys.modules}
    told[name] = error, sorted(opened)
    forget(opened)
print(json.dumps(told))
"""
CALLER = """
import json, sys
from mopacreg.cli import run
status = run(sys.argv[1:])
print(json.dumps(list(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


Imported = dict[str, tuple[str | None, list[str]]]


def modules() -> list[str]:
    """The dotted names of all modules."""
    paths = [path.relative_to(PACKAGE.parent).with_suffix("") for path in PACKAGE.rglob("*.py")]
    return sorted(".".join(path.parts).removesuffix(".__init__") for path in paths)


@pytest.fixture(scope="module")
def imported() -> Imported:
    """Module → the error of importing it before all others, and the heavy packages that it opens."""
    names = modules()
    begun = [
        subprocess.Popen([sys.executable, "-c", IMPORTER, " ".join(HEAVY), *part], stdout=subprocess.PIPE)
        for part in (names[::2], names[1::2])
    ]
    told: Imported = {}
    for process in begun:
        told |= json.loads(process.communicate(timeout=120)[0])
    assert set(told) == set(names)
    return told


def test_every_module_imports_alone(imported: Imported) -> None:
    assert {name: error for name, (error, _) in imported.items() if error} == {}


def test_importing_a_module_opens_no_heavy_package(imported: Imported) -> None:
    assert {name: opened for name, (_, opened) in imported.items() if opened} == OPENS_AT_ONCE


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds a decision."""
    path = tmp_path_factory.mktemp("register") / "register.db"
    paper = PACKAGE.parent / "data" / "kind-form-2023.txt"
    assert cli.run(["--db", str(path), "ingest", str(paper)]) == 0
    return path


@pytest.mark.parametrize("words", ["--version", "--help", "list --help", "list"])
def test_what_is_called_most_opens_nothing_heavy(words: str, register: Path) -> None:
    line = [sys.executable, "-c", CALLER, "--db", str(register), *words.split()]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=True)
    loaded = set(json.loads(done.stderr))
    assert HEAVY & {name.partition(".")[0] for name in loaded} == set()
    assert loaded & {f"mopacreg.{name}" for name in NOT_FOR_LIST} == set()
    assert {name for name in loaded if name.startswith("mopacreg.commands.")} <= {"mopacreg.commands.list"}
