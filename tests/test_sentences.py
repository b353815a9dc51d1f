"""A stretch of text falls into its sentences, and no abbreviation, number or initial ends one."""

import pytest

from mopacreg.sentences import split

PARTED = [
    ("prose: full stops", "The boats are old. They leak.", ["The boats are old.", "They leak."]),
    ("prose: a sum begins the next", "It is agreed. £5m follows.", ["It is agreed.", "£5m follows."]),
    ("prose: a year begins the next", "Work ends. 2024/25 is next.", ["Work ends.", "2024/25 is next."]),
    ("prose: a question", "Who pays? The council does.", ["Who pays?", "The council does."]),
    ("prose: quotation marks", "He said “stop.” They did.", ["He said “stop.", "They did."]),
    ("page: over two lines", "The boats are\nold. They leak.", ["The boats are\nold.", "They leak."]),
    ("page: bullets on lines of their own", "For:\n• lamps\n• patrols", ["For:", "• lamps", "• patrols"]),
    ("page: dashes on lines of their own", "For\n - lamps\n - patrols", ["For", "- lamps", "- patrols"]),
    ("page: arrows on lines of their own", "For:\n➢ lamps\n➢ patrols", ["For:", "➢ lamps", "➢ patrols"]),
]
WHOLE = [
    ("a sum's point", "It costs £1.5 million a year."),
    ("a number's abbreviation", "It was let under No. 4 of the schedule."),
    ("a company", "Boats Ltd. Camden is the supplier."),
    ("a title before a name", "It was led by Dr. Amina Bell."),
    ("for example", "Some items, e.g. Radios, are old."),
    ("a year's rate", "It pays £5,000 p.a. From April more."),
    ("a paragraph of a scheme", "Under para. 4.8 the DMPC decides."),
    ("an initial", "The report by J. Okafor is out."),
    ("a list's own number", "1. Approve the grant"),
    ("a paragraph's own number", "1.2. The canals run north"),
    ("a list's letter", "(a) Approve the grant"),
    ("a web address", "See www.canals.example for more"),
    ("a small letter goes on", "The sum (approx. five pounds) is small"),
    ("a dash within a line", "Lamps - and patrols - are wanted"),
    ("a line that only breaks", "The boats are\nOld Ones to some"),
]


@pytest.mark.parametrize(("text", "parts"), [c[1:] for c in PARTED], ids=[c[0] for c in PARTED])
def test_sentences_are_parted(text, parts):
    found = [text[start:end].strip().strip("”") for start, end in split(text, 0, len(text))]
    assert found == parts


@pytest.mark.parametrize("text", [c[1] for c in WHOLE], ids=[c[0] for c in WHOLE])
def test_what_is_one_sentence_stays_one(text):
    assert [text[start:end] for start, end in split(text, 0, len(text))] == [text]


def test_only_the_stretch_that_is_asked_for_is_parted():
    text = "One. Two. Three. Four."
    spans = split(text, 5, 16)
    assert [text[start:end] for start, end in spans] == ["Two.", "Three."]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_holds_no_sentence(text):
    assert split(text, 0, len(text)) == []
