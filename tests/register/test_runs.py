"""When documents were last taken in: one run a command, and none that stored nothing."""

from __future__ import annotations

import re

from mopacreg import __version__
from mopacreg.record import Decision
from mopacreg.register import runs
from mopacreg.register.inventory import inventory


def test_the_last_run_of_each_command_is_kept_with_its_version(register) -> None:
    register.store("a.txt", "one\n", Decision("PCD 7", "Street lighting"))
    runs.keep(register.path, "ingest", {"new": 3})
    runs.keep(register.path, "refresh", {"unchanged": 1})
    runs.keep(register.path, "ingest", {"changed": 1, "failed": 2})
    kept = runs.kept(register.db)
    assert list(kept) == ["ingest", "refresh"]
    assert (kept["ingest"].new, kept["ingest"].changed, kept["ingest"].failed) == (0, 1, 2)
    assert kept["ingest"].version == __version__
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", kept["ingest"].ended_at)


def test_the_inventory_has_the_last_run_or_none(register) -> None:
    register.store("a.txt", "one\n", Decision("PCD 7", "Street lighting"))
    assert inventory(register.db, register.path).last_ingest is None
    runs.keep(register.path, "ingest", {"new": 1})
    held = inventory(register.db, register.path)
    assert held.last_ingest is not None
    assert (held.last_ingest.new, held.last_refresh) == (1, None)
