"""No record makes a rule fail, whatever stands in it."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mopacreg import audit
from mopacreg.audit.holdings import Holdings, Paper
from mopacreg.record import (
    BudgetLine,
    Citation,
    Decision,
    Declaration,
    Money,
    OfficerApproval,
    Paragraph,
    Recommendation,
    Section,
)
from mopacreg.register.shelf import Held

lines = st.integers(1, 12)
pence = st.integers(-(10**6), 10**12) | st.sampled_from([0, 100, 24_670_000, 26_470_000])
words = st.text(max_size=40) | st.sampled_from(
    [
        "£1m in all: £0.4m and £0.59m to the Weir Trust",
        "Six boroughs (Brent, Bexley): grants",
        "of which pay",
        "Total",
    ]
)
dates = st.none() | st.dates().map(str) | st.sampled_from(["2021", "2021-02"])
references = st.sampled_from(["PCD 1", "PCD 498", "PCD 9999", "DMPCD 453", "DMPCD 2015 96"])
places = st.sampled_from(["summary", "recommendation 1", "3.1", None])
years = st.none() | st.sampled_from(["2023/24", "2024/25"])
roles = st.sampled_from(["decided", "income", "prior", "carried-over", "threshold", "total", "background"])


def many(strategy, most=5):
    return st.lists(strategy, max_size=most).map(tuple)


moneys = st.builds(
    Money, pence, words, st.none() | st.just("up to"), many(st.just("2023/24"), 1), roles, places, lines
)
boroughs = many(st.sampled_from(["Brent", "Bexley", "Sutton"]), 3)
budget_lines = st.builds(
    BudgetLine, st.none() | st.integers(1, 2), st.none() | words, st.none() | st.just("Capital"), years, st.booleans(),
    pence, st.just("spend"), st.none(), boroughs, st.booleans(), places, lines,
)  # fmt: skip
citations = st.builds(Citation, references, words, st.just("cites"), st.none() | pence, dates, places, lines)
sections = st.builds(
    Section,
    st.just("1"),
    st.none() | st.just("Legal"),
    lines,
    many(st.builds(Paragraph, st.just("1.1"), words, lines)),
)
decisions = st.builds(
    Decision,
    reference=st.none() | references,
    title=st.none() | words,
    title_reference=st.none() | references,
    signed_on=dates,
    signed_by=st.none() | st.just("Sophie Linden"),
    summary=st.none() | words,
    value=st.none() | pence,
    recommendations=many(st.builds(Recommendation, st.integers(1, 3), words, st.none(), lines)),
    sections=many(sections, 2),
    money=many(moneys, 12),
    budget_lines=many(budget_lines, 12),
    cites=many(citations),
    declarations=many(st.builds(Declaration, st.just("legal"), st.booleans(), st.none(), words, lines)),
    officer_approval=st.none() | st.builds(OfficerApproval, st.just("Chief of Staff"), dates),
    deferred=st.none() | st.booleans(),
    deferred_until=dates,
    part_2=st.none() | st.booleans(),
    last_line=lines,
)


def held(number, decision):
    return Held(number, decision.reference or "a.txt", decision.reference, decision.title, decision.title_reference,
                decision.signed_on, decision.value, False, True, "a.txt")  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(papers=st.lists(decisions, min_size=1, max_size=3), text=words)
def test_a_rule_says_something_or_nothing_and_never_fails(papers, text):
    shelf = [held(number, each) for number, each in enumerate(papers)]
    holdings = Holdings(shelf, lambda _: text, lambda _: frozenset({100}), date(2025, 6, 1))
    for finding in audit.audited(Paper(shelf[0], papers[0]), holdings, audit.RULES):
        assert finding.message
        assert finding.severity in audit.SEVERITIES
