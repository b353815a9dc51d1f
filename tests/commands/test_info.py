"""`mopacreg info` answers for a register of any size, none too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from mopacreg.errors import Exit
from mopacreg.register.writer import Writer

Ask = Callable[..., tuple[int, str, str]]


def test_info_tells_a_person_and_a_program_the_same(ask: Ask) -> None:
    status, out, err = ask("info")
    assert (status, err) == (Exit.FINE, "")
    assert "PCD\t1650\t1700\t2\t49\t1651-1699\n" in out
    told = json.loads(ask("info", "--json")[1])
    assert told["decisions"] == 5
    assert told["series"][-1]["missing"] == [[1651, 1699]]


def test_info_tells_the_last_ingest_that_found_anything_new(ask: Ask, tmp_path: Path) -> None:
    paper, db = Path(__file__).parents[2] / "data" / "kind-form-2023.txt", str(tmp_path / "one.db")
    ask("--db", db, "ingest", str(paper))
    first = json.loads(ask("--db", db, "info", "--json")[1])["last_ingest"]
    before = Path(db).read_bytes()
    ask("--db", db, "ingest", str(paper))
    assert Path(db).read_bytes() == before
    assert (first["new"], first["unchanged"]) == (1, 0)
    ask("--db", db, "refresh")
    out = ask("--db", db, "info")[1]
    assert re.search(r"^Last ingest\t[\dT:Z-]+, mopacreg \S+: 1 new, 0 changed", out, flags=re.M)
    assert re.search(r"^Last refresh\t[\dT:Z-]+, mopacreg \S+: 1 read again, 0 changed", out, flags=re.M)


def test_info_of_a_register_that_holds_nothing_says_how_to_fill_it(ask: Ask, tmp_path: Path) -> None:
    with Writer(str(tmp_path / "empty.db")):
        pass
    status, out, err = ask("--db", str(tmp_path / "empty.db"), "info")
    assert status == Exit.FINE
    assert "0 decisions in 0 documents" in out
    assert "mopacreg ingest FOLDER" in err
    assert json.loads(ask("--db", str(tmp_path / "empty.db"), "info", "--json")[1])["decisions"] == 0
