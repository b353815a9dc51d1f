"""What the README says of the code is there."""

import ast
import re
from pathlib import Path

import pytest

from mopacreg import cli

PACKAGE = Path(cli.__file__).parent
README = (PACKAGE.parent / "README.md").read_text("utf-8")
CODE = README[README.index("## The code") :]
# `NAME` or `OTHER` (`folder/module.py`), in one cell
POINTERS = [
    (name, path)
    for names, path in re.findall(r"([^|()\n]*)\(`([\w/]+\.py)`\)", CODE)
    for name in re.findall(r"`(\w+)`", names)
]


def defined(path: Path) -> set[str]:
    """The names that a module defines at its top."""
    names: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


@pytest.mark.parametrize(("name", "path"), POINTERS)
def test_what_is_to_be_extended_is_where_the_readme_says(name: str, path: str) -> None:
    assert name in defined(PACKAGE / path)


def test_the_readme_points_at_every_list_and_counts_no_lines() -> None:
    assert {"SOURCES", "ALL", "MIGRATIONS", "RULES", "KINDS", "BY", "COMMANDS"} <= {
        name for name, _ in POINTERS
    }
    assert not re.findall(r"\.py:\d+", README)
