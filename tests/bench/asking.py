"""What asking costs where many decisions are held: list, search, add up, export, audit."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measured import BARE, MOPACREG, Measured, environment, paired, ran
from tests.bench.startup import ROUNDS

# What is asked → the most that it may cost beside a Typer app that does nothing. Every document of the
# generator says patrol and each word of its kind; a numbered item stands in few.
_ASKED = {
    "list, piped": (("list",), 1.3),
    "list, a table": (("list", "--table"), 2.2),
    "search, a rare word": (("search", "item17"), 1.2),
    "search, two words": (("search", "custody visitors"), 1.3),
    "search, in every one": (("search", "patrol"), 3.5),
}
_SUMS = (
    "import sqlite3, sys\n"
    "db = sqlite3.connect(sys.argv[1])\n"
    "for row in db.execute('select boroughs, financial_year, sum(amount) from budget_lines where not total"
    " group by 1, 2'): print(row)"
)
_CSV = (
    "import csv, sqlite3, sys\n"
    "with open(sys.argv[2], 'w', newline='') as out:\n"
    "    csv.writer(out).writerows(sqlite3.connect(sys.argv[1]).execute('select * from money'))"
)


def measure(folder: Path, env: dict[str, str], count: int) -> Iterator[Measured]:
    """Ask the register of `env`, which has so many decisions."""
    for name, (words, limit) in _ASKED.items():
        found = paired(env, (*MOPACREG, *words), BARE, ROUNDS)
        yield Measured(name, found.ratio, limit, found.seconds)
    yield from _beside_others(folder, env)
    database, out = env["MOPACREG_DB"], str(folder / "out.csv")
    found = paired(
        env, (*MOPACREG, "budget", "--by", "borough"), (sys.executable, "-c", _SUMS, database), ROUNDS
    )
    yield Measured("budget --by borough", found.ratio, 3, found.seconds, "one SQL query in Python")
    found = paired(
        env,
        (*MOPACREG, "export", "money", "--out", out),
        (sys.executable, "-c", _CSV, database, str(folder / "plain.csv")),
        rounds=3,
    )
    yield Measured("export money", found.ratio, 3, found.seconds, "csv.writer over a table")
    yield _audit(folder, env, count)


def _beside_others(folder: Path, env: dict[str, str]) -> Iterator[Measured]:
    """A search beside other tools' for the same word, where they are installed."""
    ours = (*MOPACREG, "search", "item17")
    others = {
        "sqlite-utils": ("search", env["MOPACREG_DB"], "texts", "item17", "--limit", "20", "-c", "title"),
        "rg": ("--files-with-matches", r"\bitem17\b", str(folder / "documents")),
    }
    beside = Path(sys.executable).parent
    for name, words in others.items():
        if found := shutil.which(name, path=f"{beside}:{env.get('PATH', '')}"):
            limit = {"sqlite-utils": 0.5, "rg": 1 / 3}[name]
            measured = paired(env, ours, (found, *words))
            yield Measured(
                "search, a rare word", measured.ratio, limit, measured.seconds, f"{name}, the same"
            )


def _audit(folder: Path, env: dict[str, str], count: int) -> Measured:
    """The audit of all, beside that of the register of a tenth: a decision costs the same."""
    few = {**environment(folder), "MOPACREG_DB": str(folder / "few.db")}
    with sqlite3.connect(few["MOPACREG_DB"]) as db:
        (tenth,) = db.execute("select count(*) from decisions where shown = 1").fetchone()
    with sqlite3.connect(env["MOPACREG_DB"]) as db:
        (all_of_them,) = db.execute("select count(*) from decisions where shown = 1").fetchone()
    whole, part = (ran(each, *MOPACREG, "audit", "--json").seconds for each in (env, few))
    ratio = whole / all_of_them / (part / tenth)
    return Measured("audit, a decision", ratio, 1.15, whole / count * 1000, "one of a tenth as many", "ms")
