"""What many documents cost to take in: at first, again, and after a change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.bench.generate import write
from tests.bench.measured import BARE, MOPACREG, RAW, Measured, Ran, environment, ran, seconds, timed

_MEGABYTE = 1 << 20
_TENTH = 10


def measure(folder: Path, env: dict[str, str], count: int) -> Iterator[Measured]:
    """Fill the register of `env` with `count` documents, and measure that."""
    documents = folder / "documents"
    texts = write(documents, count)
    raw = ran(env, *RAW, str(folder / "raw.db"), str(documents))
    first = ran(env, *MOPACREG, "ingest", str(documents))
    yield Measured(f"ingest {count:,}", first.seconds / raw.seconds, 6, first.seconds, "a raw FTS5 insert")
    yield Measured("its memory", first.peak / raw.peak, 3, first.peak / _MEGABYTE, "the raw insert's", "MB")
    size = Path(env["MOPACREG_DB"]).stat().st_size
    yield Measured("its database", size / texts, 3, size / _MEGABYTE, "the texts' size", "MB")
    tenth = _tenth(folder, documents, count)
    each = first.seconds / count / (tenth.seconds / (count // _TENTH))
    yield Measured("a document", each, 1.15, first.seconds / count * 1000, "one of a tenth as many", "ms")
    yield Measured("memory of ten", first.peak / tenth.peak, 1.25, 0, "that of a tenth as many")
    yield from _again(env, documents, first.seconds)


def _again(env: dict[str, str], documents: Path, first: float) -> Iterator[Measured]:
    stat = timed(lambda: [os.stat(path) for path in sorted(documents.iterdir())])
    again = seconds(env, *MOPACREG, "ingest", str(documents))
    own = again - seconds(env, *BARE)
    yield Measured("ingest again", own / stat, 2.5, again, "a stat of each file")
    yield Measured("the first time", 30 / (first / again), 1, again, "1/30 of it for the second")
    changed = documents / "000001.txt"
    changed.write_text(changed.read_text("utf-8") + "\nChanged.\n", "utf-8")
    one = ran(env, *MOPACREG, "ingest", str(documents)).seconds
    yield Measured("one file changed", one / again, 1.5, one, "none changed")


def _tenth(folder: Path, documents: Path, count: int) -> Ran:
    """A register of a tenth of the documents, made as the whole was."""
    few = folder / "few"
    few.mkdir()
    for path in sorted(documents.iterdir())[: count // _TENTH]:
        (few / path.name).symlink_to(path)
    return ran({**environment(folder), "MOPACREG_DB": str(folder / "few.db")}, *MOPACREG, "ingest", str(few))
