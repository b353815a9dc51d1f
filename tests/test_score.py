"""The independent check in ../shared, where it is there: the program against records read by hand."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
PROGRAM = Path(sys.executable).with_name("mopacreg")
CASES_FLOOR = 0.98

pytestmark = pytest.mark.skipif(
    not (SHARED / "score").is_file(),
    reason="../shared/score is not there: run from the working copy beside it",
)


def score(docs, gold, floor):
    command = shlex.quote(str(PROGRAM))
    folders = ["--docs", SHARED / docs, "--gold", SHARED / gold]
    return subprocess.run(
        [sys.executable, SHARED / "score", *folders, "--command", command, "--floor", str(floor), "-v"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_every_fact_of_the_five_seeds_is_read():
    done = score("seeds", "gold", 1.0)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "F1 1.0000" in done.stdout.splitlines()[-1]


def test_the_cases_are_read_to_the_floor():
    done = score("cases/docs", "cases/gold", 0.0)
    reached = re.search(r"F1 ([\d.]+) over", done.stdout)
    assert reached, done.stdout + done.stderr
    assert float(reached[1]) >= CASES_FLOOR, done.stdout
