"""What many decisions cost: taking in, asking, adding up, auditing, each against the plainest way to do it."""

from __future__ import annotations

import csv
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.generate import write
from tests.bench.measured import Measured, environment

COUNT = int(os.environ.get("BENCH_COUNT", "2000"))
ROUNDS = 5
BARE = [sys.executable, str(Path(__file__).parent / "bare.py")]
MOPACREG = [sys.executable, "-m", "mopacreg"]


def measure() -> Iterator[Measured]:
    """Every figure for `BENCH_COUNT` documents (2,000 if it isn't set)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        texts = write(folder / "documents", COUNT)
        yield from _taking_in(folder, env, texts)
        yield from _asking(folder, env)


def _run(env: dict[str, str], *command: str, good: tuple[int, ...] = (0, 1)) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    if done.returncode not in good:
        raise RuntimeError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr[-300:]}")


def _timed(do: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median seconds of `rounds` runs."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        do()
        times.append(time.perf_counter() - begun)
    return sorted(times)[rounds // 2]


def _raw(folder: Path) -> None:
    """The yardstick of taking in: read, hash and insert the same texts into one FTS5 table."""
    path = folder / "raw.db"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("create virtual table texts using fts5(text)")
    with db:
        for document in sorted((folder / "documents").iterdir()):
            data = document.read_bytes()
            hashlib.sha256(data).hexdigest()
            db.execute("insert into texts values (?)", (data.decode(),))
    db.close()


def _taking_in(folder: Path, env: dict[str, str], texts: int) -> Iterator[Measured]:
    documents = str(folder / "documents")
    raw = _timed(lambda: _raw(folder), 3)
    first = _timed(lambda: _run(env, *MOPACREG, "ingest", documents), 1)
    yield Measured(f"ingest {COUNT}", first / raw, 6, first, "a raw FTS5 insert")
    yield Measured("its database", Path(env["MOPACREG_DB"]).stat().st_size / texts, 3, 0, "the texts' size")
    stat = _timed(lambda: [path.stat() for path in sorted((folder / "documents").iterdir())])
    again = _timed(lambda: _run(env, *MOPACREG, "ingest", documents), 3)
    bare = _timed(lambda: _run(env, *BARE))
    yield Measured("ingest again", (again - bare) / stat, 2.5, again, "a stat of each file")
    yield Measured("the first time", 30 / (first / again), 1, first, "1/30 of it for the second")
    changed = folder / "documents" / "000001.txt"
    changed.write_text(changed.read_text("utf-8") + "\nChanged.\n", "utf-8")
    one = _timed(lambda: _run(env, *MOPACREG, "ingest", documents), 1)
    yield Measured("one file changed", one / again, 1.5, one, "none changed")


def _asking(folder: Path, env: dict[str, str]) -> Iterator[Measured]:
    bare = _timed(lambda: _run(env, *BARE))
    asked = {
        "list, piped": (("list",), 1.3),
        "list, a table": (("list", "--table"), 2.2),
        "search, a rare word": (("search", "item17"), 1.2),
        "search, in every one": (("search", "patrol"), 3.5),
        "search, a few words": (("search", "custody visitors"), 1.3),
    }
    for name, (words, limit) in asked.items():
        seconds = _timed(lambda words=words: _run(env, *MOPACREG, *words))  # type: ignore[misc]
        yield Measured(name, seconds / bare, limit, seconds, "a bare Typer app")
    sums = _timed(lambda: _run(env, sys.executable, "-c", _SUMS, env["MOPACREG_DB"]))
    seconds = _timed(lambda: _run(env, *MOPACREG, "budget", "--by", "borough"))
    yield Measured("budget --by borough", seconds / sums, 3, seconds, "one SQL query in Python")
    plain = _timed(lambda: _csv(env["MOPACREG_DB"], folder / "plain.csv"))
    seconds = _timed(lambda: _run(env, *MOPACREG, "export", "money", "--out", str(folder / "out.csv")))
    yield Measured("export money", (seconds - bare) / plain, 3, seconds, "csv.writer")
    seconds = _timed(lambda: _run(env, *MOPACREG, "audit", "--json"), 1)
    yield Measured("audit, a decision", seconds / COUNT * 1000 / 2, 1, seconds, "2 ms each")


def _csv(database: str, out: Path) -> None:
    db = sqlite3.connect(database)
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(db.execute("select * from money"))
    db.close()


_SUMS = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for row in db.execute(
    "select boroughs, financial_year, sum(amount) from budget_lines where not total group by 1, 2"
):
    print(row)
"""
