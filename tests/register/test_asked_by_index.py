"""A question about few decisions doesn't go through all that are held, however SQLite plans it."""

from __future__ import annotations

import pytest

from mopacreg.chains.envelope import envelope
from mopacreg.record import Citation, Decision
from mopacreg.register import alike, citing, query, records

ASKED = {
    "a decision by its reference": lambda db: query.find(db, "PCD 10"),
    "decisions by their names": lambda db: citing.held(db, ["PCD 10", "PCD 11"]),
    "what a decision cites": lambda db: citing.made_by(db, ["PCD 10"]),
    "what cites a decision": lambda db: citing.made_of(db, ["PCD 1"]),
    "what is drawn on a decision": lambda db: envelope(db, "PCD 1"),
    "what is like a decision": lambda db: alike.alike(db, query.find(db, "PCD 10")[0], 5),
    "what was read in a decision": lambda db: records.record(db, 1),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_few_decisions_are_found_by_an_index(register, ask) -> None:
    cited = (Citation("PCD 1", "PCD 1", "continues", None, None, "1.1", 1),)
    for number in range(10, 13):
        register.store(f"{number}", f"{number}", Decision(f"PCD {number}", f"Patrols {number}", cites=cited))
    db = register.db
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    ask(db)
    db.set_trace_callback(None)
    questions = [sql for sql in asked if sql.startswith("select") and "count(*)" not in sql]
    plans = {sql: db.execute(f"explain query plan {sql}").fetchall() for sql in questions}
    assert plans
    whole = ("SCAN decisions", "SCAN d ", "SCAN cites", "SCAN c ")
    for sql, plan in plans.items():
        for *_, step in plan:
            assert not step.startswith(whole), sql
            assert "signed_on" not in step, sql
