"""What a person installs is what is said of it: one version, the extra's packages, bounded dependencies."""

import re
from importlib.metadata import entry_points, metadata, requires, version
from pathlib import Path

import pytest

import mopacreg

NAMED = re.compile(r"(?P<name>[\w.-]+)\s*(?:\[[^\]]*\])?\s*(?P<bounds>[^;]*?)\s*(?:;\s*(?P<marker>.*))?")
PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def required(extra: str | None = None) -> dict[str, str]:
    """Package → its bounds, of the project itself or of one of its extras."""
    found = {}
    for line in requires("mopacreg") or ():
        match = NAMED.fullmatch(line)
        assert match, line
        of = re.search(r"extra\s*==\s*['\"](\w+)", match["marker"] or "")
        if (of and of[1]) == extra:
            found[match["name"]] = match["bounds"]
    return found


def test_there_is_one_version() -> None:
    in_project = re.search(r'^version = "(.+)"$', PROJECT.read_text("utf-8"), re.M)
    assert in_project
    assert mopacreg.__version__ == version("mopacreg") == in_project[1]


def test_it_runs_with_four_packages() -> None:
    assert set(required()) == {"typer", "rich", "sqlite-utils", "python-dateutil"}


def test_the_extra_documents_names_the_packages_that_read_files() -> None:
    assert set(required("documents")) == {"selectolax", "pypdfium2", "pdfplumber", "python-docx"}


@pytest.mark.parametrize("extra", [None, "documents"])
def test_every_dependency_is_bounded_below_and_above(extra: str | None) -> None:
    bounds = required(extra)
    assert bounds
    assert [name for name, each in bounds.items() if not (">=" in each and re.search(r"<(?!=)", each))] == []


def test_typer_stays_below_the_version_that_loads_pydantic() -> None:
    assert "<0.29" in required()["typer"]


def test_the_oldest_python_is_the_one_that_types_and_lint_are_checked_for() -> None:
    text = PROJECT.read_text("utf-8")
    oldest = metadata("mopacreg")["Requires-Python"]
    assert oldest == ">=3.10"
    assert 'python_version = "3.10"' in text
    assert 'target-version = "py310"' in text


def test_the_command_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="mopacreg")
    assert script.value == "mopacreg.cli:main"


def test_every_dependency_says_its_licence() -> None:
    table = re.search(r"^dependencies = \[\n(.*?)^\]", PROJECT.read_text("utf-8"), re.M | re.S)
    assert table
    lines = [line.strip() for line in table[1].splitlines()]
    unsaid = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line[0] == '"' and before[:1] != "#"
    ]
    assert unsaid == []
