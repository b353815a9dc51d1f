"""What holds for any text at all, decision or not, whole or torn."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mopacreg import reader
from mopacreg.errors import NotADecision
from mopacreg.record import Decision
from mopacreg.sources import Document, load

DATA = Path(__file__).parents[1] / "data"
PAPERS = [
    text.split("\n")
    for path in sorted(DATA.glob("*.txt"))
    if (text := load(path, path.read_bytes()).text).count("\n") > 5
]
ODD = (
    "", "£", "£1", "1.", "1.1", "\t", "|", "| | £5 |", "|---|", "•", "a)", "PCD", "PCD 1", "Title:", "Date signed:",
    "Page type: Decision", "Showing 1-2 of 2 results found", "Key information", "Recommendation:", "Download | PCD 9 |",
    "The DMPC is asked to:", "ORIGINATING OFFICER DECLARATION", "Legal Advice:\t", "Chief Executive Officer", "Date",
    "2024/25\t2025/26", "£5m  £6m", "between £5 and £6", "5.5 1.2. X", "\\pm", "£9\nmillion", "99/99/9999", "(£", "#",
    "3.   Financial Comments", "4 Legal Comments", "Total £5 -", "Until what date:", "\x00", "\u2028", "🙂 £1",
)  # fmt: skip


@st.composite
def torn(draw: st.DrawFn) -> str:
    """A paper whose lines were lost, moved, doubled, cut or mixed with odd ones."""
    lines = draw(st.sampled_from(PAPERS))
    first = draw(st.integers(0, len(lines) - 1))
    kept = list(lines[first : first + draw(st.integers(1, 120))])
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(kept) - 1))
        kind = draw(st.sampled_from(("lose", "move", "double", "cut", "odd", "join")))
        if kind == "move":
            kept.insert(draw(st.integers(0, len(kept) - 1)), kept.pop(at))
        elif kind == "double":
            kept.insert(at, kept[at])
        elif kind == "cut":
            kept[at] = kept[at][: draw(st.integers(0, 60))]
        elif kind == "odd":
            kept.insert(at, draw(st.sampled_from(ODD)))
        elif kind == "join" and at:
            kept[at - 1 : at + 1] = [kept[at - 1] + kept[at]]
        elif len(kept) > 1:
            del kept[at]
    return "\n".join(kept)


ODD_LINES = st.lists(st.sampled_from(ODD) | st.text(max_size=20), max_size=25).map("\n".join)
ANY = torn() | ODD_LINES
often = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def decisions_of(text: str) -> tuple[Decision, ...]:
    try:
        return reader.read(Document("any.txt", "0" * 64, "text", text))
    except NotADecision:
        return ()


def test_a_listing_without_a_title_is_refused() -> None:
    text = "Page type: Decision\nShowing 81-100 of 1627 results found\nLamps are wanted."
    with pytest.raises(NotADecision):
        reader.read(Document("any.txt", "0" * 64, "text", text))


@often
@given(ANY)
def test_a_text_is_read_or_refused_and_every_reading_stands_in_it(text: str) -> None:
    lines = text.split("\n")
    for decision in decisions_of(text):
        assert 1 <= decision.first_line <= decision.last_line <= len(lines)
        for reading in decision.readings:
            assert 0 <= reading.start <= reading.end <= len(text), reading
            assert text.count("\n", 0, reading.start) + 1 == reading.line, reading


def _said(decision: Decision) -> Iterator[tuple[str, int]]:
    yield from ((m.text, m.line) for m in decision.money)
    yield from ((c.text, c.line) for c in (*decision.cites, *decision.external_cites))
    yield from ((d.mark, d.line) for d in decision.declarations if d.mark and not d.text)


@often
@given(ANY)
def test_every_sum_and_citation_is_a_slice_of_the_line_it_names(text: str) -> None:
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for decision in decisions_of(text):
        for words, line in _said(decision):
            begin = starts[line - 1]
            end = starts[line] if line < len(starts) else len(text)
            at = text.find(words, begin)
            assert words, "nothing is said"
            assert begin <= at < end, (words, line)


@often
@given(ANY)
def test_every_fact_of_the_text_has_a_line_of_it(text: str) -> None:
    count = text.count("\n") + 1
    for decision in decisions_of(text):
        facts = (
            *decision.recommendations, *decision.sections, *decision.money, *decision.budget_lines,
            *decision.cites, *decision.external_cites, *decision.declarations,
        )  # fmt: skip
        assert all(1 <= fact.line <= count for fact in facts)
        assert all(1 <= p.line <= count for s in decision.sections for p in s.paragraphs)
        kinds = (
            "money",
            "budget_lines",
            "cites",
            "external_cites",
            "recommendations",
            "declarations",
            "boroughs",
        )
        fields = [reading.field for reading in decision.readings]
        for kind in kinds:
            for n in range(1, len(getattr(decision, kind)) + 1):
                assert f"{kind} {n}" in fields


@often
@given(ANY.map(lambda text: re.sub(r"\d", "", text)))
def test_a_text_without_a_digit_holds_no_money(text: str) -> None:
    for decision in decisions_of(text):
        assert (decision.value, decision.money, decision.budget_lines) == (None, (), ())
        assert (decision.reference, decision.signed_on, decision.cites) == (None, None, ())


@often
@given(torn())
def test_amounts_are_whole_pence_and_every_one_is_told_what_it_is(text: str) -> None:
    roles = {"decided", "income", "prior", "carried-over", "threshold", "total", "background"}
    for decision in decisions_of(text):
        amounts = [m.amount for m in decision.money] + [b.amount for b in decision.budget_lines]
        assert all(type(amount) is int for amount in amounts)
        assert {m.role for m in decision.money} <= roles
        assert {b.direction for b in decision.budget_lines} <= {"spend", "income"}
        assert decision.value is None or (type(decision.value) is int and decision.value > 0)


@settings(max_examples=40, deadline=None)
@given(torn())
def test_a_text_is_read_the_same_way_twice(text: str) -> None:
    assert decisions_of(text) == decisions_of(text)
