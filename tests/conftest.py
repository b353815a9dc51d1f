"""Small papers to read: the tests say only the part that they are about."""

import pytest

from mopacreg import grids, layouts, reader
from mopacreg.layouts.cut import cut
from mopacreg.sources import Document
from mopacreg.text import Text

FORM = """\
DMPC Decision – PCD 900

Title: {title}

Executive Summary:

{summary}

Recommendation:

{recommendation}

Deputy Mayor for Policing and Crime

I have considered whether I have an interest to declare, and decide as the Code asks of me.

The request is approved.

Signature

Date 12/03/2024

PART I - NON-CONFIDENTIAL FACTS AND ADVICE TO THE DMPC

1. Introduction and background

1.1 {background}

2. Issues for consideration

2.1 {issues}

3. Financial Comments

3.1 {financial}

4. Legal Comments

4.1 {legal}

{end}
"""
SAID_OTHERWISE = {
    "title": "Canal Patrols",
    "summary": "Boats on the canals are broken into more often than they were, and patrols are wanted.",
    "recommendation": "The DMPC is recommended to:\n\n1. Note the work of the canal patrols.",
    "background": "Canals run through nine of the boroughs.",
    "issues": "The towpaths have no lamps.",
    "financial": "The sums are set out where they belong.",
    "legal": "The Police Reform and Social Responsibility Act 2011 allows it.",
    "end": "5. Equality Comments\n\n5.1 Boats are homes to some.",
}


def _document(text):
    return Document("paper.txt", "0" * 64, "text", text)


@pytest.fixture(scope="session")
def read():
    """The one decision that a text holds."""

    def read(text):
        (decision,) = reader.read(_document(text))
        return decision

    return read


@pytest.fixture(scope="session")
def read_all():
    """All decisions that a text holds."""
    return lambda text: reader.read(_document(text))


@pytest.fixture(scope="session")
def form_text():
    """The text of a form whose parts say what is asked for, and something harmless elsewhere."""
    return lambda **parts: FORM.format(**{**SAID_OTHERWISE, **parts})


@pytest.fixture(scope="session")
def form(read, form_text):
    """The decision read from such a form."""
    return lambda **parts: read(form_text(**parts))


@pytest.fixture(scope="session")
def sheet_of():
    """The sheet that a text is cut into."""

    def sheet_of(words):
        text = Text(words)
        return cut(text, layouts.recognise(text).name, grids.find(text), 1, len(text.lines))

    return sheet_of
