"""Terminal sessions: what a person types, and all that the terminal then shows.

A session is a file of tests/sessions, or a ```console block of the README:

    # a remark
    $ mopacreg list --limit 1
    the output, stdout and stderr as they come
    [1]                                     the exit status, where it isn't 0

A line `...` stands for any lines. Each session starts in an empty folder with
`data` (the project's examples) and, where they are there, `seeds` beside it;
the folder is shown as /here.
What is said may have changed on purpose: SESSIONS=write rewrites the files,
for a person to read the difference.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from mopacreg import cli

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
SESSIONS = sorted((ROOT / "tests" / "sessions").glob("*.txt"))
ENVIRONMENT = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
SHELL = re.compile(r"[|<>;&*]|^(?!mopacreg )")


def steps(text: str) -> list[tuple[str, str]]:
    """The commands, each with what is expected after it."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.M)
    return [
        (command, re.sub(r"^#.*\n|\n+\Z", "", said + "\n", flags=re.M)) for command, said in pairs(parts[1:])
    ]


def pairs(parts: list[str]) -> Iterator[tuple[str, str]]:
    """(command, output) of the split text."""
    return zip(parts[::2], parts[1::2], strict=True)


def run(command: str) -> str:
    """What the terminal shows: in this process where nothing but mopacreg is called, else by the shell."""
    if SHELL.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", command)):
        done = subprocess.run(
            ["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False
        )
        said, status = done.stdout.decode(), done.returncode
    else:
        import shlex

        screen = io.StringIO()
        with redirect_stdout(screen), redirect_stderr(screen):
            status = cli.run(shlex.split(command)[1:])
        said = screen.getvalue()
    said = said.replace(str(Path.cwd()), "/here").replace("\r\n", "\n")  # CSV's line ends look alike
    return said.rstrip("\n") + (f"\n[{int(status)}]" if status else "")


def matches(said: str, expected: str) -> bool:
    """Whether the screen is as expected, `...` standing for any lines."""
    parts = re.split(r"^\.\.\.(?:\n|\Z)", expected + "\n", flags=re.M)
    return re.fullmatch(r"(?:.*\n)*".join(map(re.escape, parts)), said + "\n") is not None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the examples in it, and a register of its own."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    if SEEDS.is_dir():
        shutil.copytree(SEEDS, tmp_path / "seeds")
        for path in (tmp_path / "seeds", *(tmp_path / "seeds").iterdir()):
            path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("MOPACREG_DB", "register.db")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.stem)
def test_a_session_shows_what_is_written_down(session: Path, folder: Path) -> None:
    if session.stem.startswith("seeds") and not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not there")
    if os.environ.get("SESSIONS") == "write":
        session.write_text(rewritten(session.read_text("utf-8")), "utf-8")
        return
    play(session.read_text("utf-8"))


def test_the_readmes_blocks_show_what_is_printed(folder: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", readme, flags=re.M | re.S):
        play(block)


def play(text: str) -> None:
    """Type each command, and hold the screen against what is expected."""
    for command, expected in steps(text):
        said = run(command)
        if not matches(said, expected):
            assert f"$ {command}\n{said}" == f"$ {command}\n{expected}"


def rewritten(text: str) -> str:
    """The session with what is said now; remarks and the lines that `...` stands for are kept."""
    out = [text[: text.index("$ ")]]
    for command, said in pairs(re.split(r"^\$ (.*)\n", text, flags=re.M)[1:]):
        remarks = "".join(re.findall(r"^#.*\n", said, flags=re.M))
        now = run(command)
        expected = re.sub(r"^#.*\n|\n+\Z", "", said + "\n", flags=re.M)
        kept = expected if matches(now, expected) else now
        out.append(f"$ {command}\n{kept}{chr(10) if kept else ''}\n{remarks}")
    return "".join(out).rstrip("\n") + "\n"
