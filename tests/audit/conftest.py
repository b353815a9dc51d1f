"""Small decisions to audit: a test says only what its rule is about."""

from datetime import date

import pytest

from mopacreg import audit
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.record import BudgetLine, Citation, Decision, Money, Paragraph, Recommendation, Section
from mopacreg.register.shelf import Held

TODAY = date(2025, 6, 1)


def _held(number, decision, path):
    return Held(
        number,
        decision.reference or path,
        decision.reference,
        decision.title,
        decision.title_reference,
        decision.signed_on,
        decision.value,
        decision.listed_only,
        True,
        path,
    )


@pytest.fixture(scope="session")
def decision():
    """A decision that nothing is amiss with, but for what is said of it."""

    def decision(**fields):
        whole = {"reference": "PCD 900", "title": "Canal Patrols", "signed_on": "2021-01-12", "last_line": 99}
        return Decision(**{**whole, **fields})

    return decision


@pytest.fixture(scope="session")
def found():
    """What one rule finds in a decision that is held beside others; `text` is its document's."""

    def found(rule, decision, *others, text=""):
        held = [_held(n, each, f"paper-{n}.txt") for n, each in enumerate((decision, *others), 1)]
        amounts = {
            n: frozenset(m.amount for m in each.money) for n, each in enumerate((decision, *others), 1)
        }
        holdings = Holdings(held, lambda number: text, amounts.__getitem__, TODAY)
        return audit.audited(Paper(held[0], decision), holdings, [audit.rule(rule)])

    return found


@pytest.fixture(scope="session")
def cite():
    """A mention of another decision, and what is said of it (an amount in pounds)."""

    def cite(reference, line=20, claimed_date=None, amount=None):
        pence = None if amount is None else amount * 100
        return Citation(reference, reference, "cites", pence, claimed_date, "1.2", line)

    return cite


@pytest.fixture(scope="session")
def money():
    """A mention of a sum, in pounds."""

    def money(pounds, place="summary", line=5, role="decided", text=None, qualifier=None, years=()):
        return Money(pounds * 100, text or f"£{pounds:,}", qualifier, tuple(years), role, place, line)

    return money


@pytest.fixture(scope="session")
def cells():
    """A budget table's lines: (line, item, year, pounds, total) each."""

    def cells(*rows, table=1, boroughs=None):
        return tuple(
            BudgetLine(table, item, None, year, False, pounds * 100, "spend", None,
                       tuple((boroughs or {}).get(line, ())), total, "3.1", line)
            for line, item, year, pounds, total in rows
        )  # fmt: skip

    return cells


@pytest.fixture(scope="session")
def recommend():
    """Recommendations in order, from line 10 on."""

    def recommend(*texts):
        return tuple(
            Recommendation(n, text, text.split()[0].lower(), 9 + n) for n, text in enumerate(texts, 1)
        )

    return recommend


@pytest.fixture(scope="session")
def section():
    """A section of one paragraph, `4.1`, at line 40."""

    def section(text, heading="Legal Comments"):
        return (Section("4", heading, 39, (Paragraph("4.1", text, 40),)),)

    return section
