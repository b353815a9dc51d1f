"""The rule on envelopes: what later decisions draw against what was approved."""

import pytest

from mopacreg import audit, reader
from mopacreg.register import query
from mopacreg.register.packing import pack
from mopacreg.register.writer import Writer
from mopacreg.sources import Document

APPROVED = "The DMPC is recommended to:\n\n1. Approve £1,000,000 for canal patrols over three years."
DRAWN = "The DMPC is recommended to:\n\n1. Approve a grant of {} to the Lock Trust."


@pytest.fixture
def exceeded(tmp_path, form_text):
    """What the rule finds in a register of papers, each (number, day of signing, its parts)."""

    def exceeded(*papers):
        path = str(tmp_path / "register.db")
        with Writer(path) as writer, writer.batch():
            for n, (number, day, parts) in enumerate(papers):
                text = form_text(**parts).replace("PCD 900", f"PCD {number}").replace("12/03/2024", day)
                document = Document(f"paper-{n}.txt", f"{n:064}", "text", text)
                writer.store(pack(document, reader.read(document)), size=1, mtime_ns=1)
        return audit.run(query.connect(path), ["envelope-exceeded"])

    return exceeded


def approves(number=1100, day="01/02/2021", recommendation=APPROVED, **parts):
    return number, day, {"recommendation": recommendation, **parts}


def draws(number, day, amount, on=1100, words="This is {} of the £1,000,000 approved in PCD {}.", **parts):
    said = {"recommendation": DRAWN.format(amount), "summary": words.format(amount, on)}
    return number, day, {**said, **parts}


def test_the_decision_that_takes_more_than_is_left_is_found_at_its_line(exceeded):
    (finding,) = exceeded(
        approves(), draws(1150, "01/03/2022", "£600,000"), draws(1160, "01/04/2022", "£500,000")
    )
    assert finding.reference == "PCD 1160"
    assert finding.line == 7
    assert (
        "With the £500,000 that this decision draws on PCD 1100 (line 7), after PCD 1150 £600,000 (line 7), "
        "£1,100,000 is drawn, £100,000 more than the £1,000,000 that it approved (line 13)."
        in finding.message
    )


def test_an_envelope_that_is_not_held_is_as_large_as_others_say(exceeded):
    (finding,) = exceeded(draws(1150, "01/03/2022", "£600,000"), draws(1160, "01/04/2022", "£500,000"))
    assert finding.reference == "PCD 1160"
    assert "£1,000,000 that it approved, as PCD 1150 says (line 7)" in finding.message


@pytest.mark.parametrize(
    "papers",
    [
        [approves(), draws(1150, "01/03/2022", "£600,000"), draws(1160, "01/04/2022", "£400,000")],
        [approves(), draws(1150, "01/03/2022", "£600,000"), draws(1150, "01/03/2022", "£600,000", title="Locks")],
        [
            approves(),
            draws(1150, "01/03/2022", "£600,000"),
            draws(1160, "01/04/2022", "£500,000", words="The grant of {} is made as PCD {} foresaw."),
        ],
        [approves(), draws(1050, "01/03/2020", "£600,000"), draws(1160, "01/04/2022", "£500,000")],
        [
            approves(),
            draws(1150, "01/03/2022", "£600,000"),
            draws(1160, "01/04/2022", "£500,000"),
            draws(1140, "01/02/2022", "£200,000", words="{} is added to PCD {}, which this amends."),
        ],
        [
            approves(),
            approves(1100, title="Towpath Lamps"),
            draws(1150, "01/03/2022", "£600,000"),
            draws(1160, "01/04/2022", "£500,000"),
        ],
        [
            approves(financial="The patrols cost £1,200,000 in all."),
            draws(1150, "01/03/2022", "£600,000", words="This is {} of the £1,200,000 approved in PCD {}."),
            draws(1160, "01/04/2022", "£500,000"),
        ],
    ],
    ids=[
        "all of it",
        "two decisions of one number",
        "open whether it is drawn",
        "drawn before it was approved",
        "raised by another decision",
        "two decisions of the envelope's number",
        "more, as another says",
    ],
)  # fmt: skip
def test_what_may_have_been_approved_is_not_exceeded(exceeded, papers):
    assert not exceeded(*papers)
