"""A small register of decisions made for the tests, and a command line to ask it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from mopacreg import cli
from mopacreg.record import BudgetLine, Citation, Decision, Declaration, Money, Reading, Recommendation
from mopacreg.register.packing import pack
from mopacreg.register.writer import Writer
from mopacreg.sources import Document

GRANTS = (
    "Fund three borough grants.\nApprove £60,000 in 2024/25.\nCamden\t£25,000\nSutton and Merton\t£35,000\n"
)
THREE = ("Merton", "Sutton")


def _line(table: int | None, item: str | None, pounds: int, line: int, **more: object) -> BudgetLine:
    given = {"category": None, "financial_year": "2024/25", "year_inferred": False, "direction": "spend"}
    given |= {"funding_source": None, "boroughs": (), "total": False, "place": "3.1", **more}
    return BudgetLine(table=table, item=item, amount=pounds * 100, line=line, **given)  # type: ignore[arg-type]


DECISIONS = {
    "grants.txt": Decision(
        *("PCD 1700", "Borough grants [bold]2024/25[/bold]", "2024-05-02", "A. Mayor", "Three grants."),
        value=60_000_00,
        recommendations=(Recommendation(1, "Approve £60,000 in 2024/25.", "approve", 2),),
        money=(Money(60_000_00, "£60,000", None, ("2024/25",), "decided", "recommendation 1", 2),),
        budget_lines=(
            _line(1, "Camden", 25_000, 3, boroughs=("Camden",)),
            _line(1, "Sutton and Merton", 35_000, 4, boroughs=THREE),
            _line(1, "Total", 60_000, 5, total=True),
            _line(2, "Three boroughs", 60_000, 9, boroughs=()),
            _line(None, None, 60_000, 2),
        ),
        cites=(Citation("PCD 1650", "PCD1650", "continues", None, None, "1.1", 1),),
        declarations=(Declaration("legal", False, None, "Legal advice.", 8),),
        boroughs=("Camden", *THREE),
        part_2=True,
        last_line=5,
        readings=(Reading("value", 2, 35, 42, "approved sum", "two sums are approved"),),
    ),
    "offer.txt": Decision(
        *("PCD 1650", "Accept an offer", "2023-11-20", None, None),
        value=18_000_50,
        budget_lines=(_line(None, None, 18_000, 1, direction="income", financial_year=None),),
        last_line=1,
    ),
    "no-reference.txt": Decision(None, None, None, boroughs=("Lambeth",), last_line=1),
    "twin-a.txt": Decision("DMPCD 2015 96", "One thing of that number", "2015-08-27", last_line=1),
    "twin-b.txt": Decision("DMPCD 2015 96", "Something else again", "2015-09-01", last_line=1),
}
TEXTS = {"grants.txt": GRANTS}


class Answer(NamedTuple):
    """What one command line gave."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register's file."""
    path = tmp_path_factory.mktemp("register") / "register.db"
    with Writer(str(path)) as writer, writer.batch():
        for name, decision in DECISIONS.items():
            document = Document(f"/papers/{name}", name, "text", TEXTS.get(name, f"{name}\n"))
            writer.store(pack(document, [decision]), size=1, mtime_ns=1)
    return path


@pytest.fixture
def ask(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run a command line on the small register."""
    monkeypatch.setenv("MOPACREG_DB", str(register))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def asked(*args: str) -> Answer:
        status = cli.run(args)
        return Answer(status, *capsys.readouterr())

    return asked
