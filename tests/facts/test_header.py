"""Who decided, when, under which number and title, as each generation of pages states it."""

import pytest

from mopacreg.values.persons import named

BODY = """
Executive summary

Boats on the canals are broken into more often than they were, and patrols are wanted by night.

Recommendation

The DMPC is asked to note the lamps.

Non-confidential facts and advice to the DMPC

1. Introduction and background

1.1 Canals run north.
"""


def head(decision):
    return (decision.reference, decision.title, decision.signed_on, decision.signed_by)


WHOLE = ("PCD 98", "Canal Patrols", "2018-07-05", "Jo Reeve")
HEADS = {
    "older page: values on the next line": (
        "Canal Patrols\n\nReference code: \nPCD 98\nDate signed: \n05 July 2018\nAuthorisation name: \n"
        "Jo Reeve, Deputy Mayor, Policing and Crime\n"
    ),
    "older page: the title with its number": (
        "PCD 98 Canal Patrols\n\n"
        "Reference code: \nPCD 98\n"
        "Date signed: \n"
        "05 July 2018\n"
        "Authorisation name: \n"
        "Jo Reeve, Deputy Mayor, Policing and Crime\n"
    ),
    "newer page: values on the label's line, title printed three times": (
        "Skip to main content\nMayor of London logo London Assembly logo\nHome\n\nPCD 98 Canal Patrols\n\n"
        "Key information\n\n"
        "Reference code: PCD 98\n\n"
        "Date signed: 05 July 2018\n\n"
        "Date published: 9 July 2018\n\n"
        "Decision by: Jo Reeve, Deputy Mayor, Policing and Crime\n\n"
        "PCD 98 Canal Patrols\n\n"
        "PCD 98 Canal Patrols\n"
    ),
    "key information first: the title below": (
        "Key information\n\nDecision by: Jo Reeve (past staff), Deputy Mayor\n\nReference code: PCD 98\n\n"
        "Date signed: 05 July 2018\n\nCanal Patrols\n"
    ),
    "one-line header": ("Canal Patrols\n\nPCD 98 05 July 2018 Jo Reeve, Deputy Mayor, Policing and Crime\n"),
    "page: day and month in figures": (
        "Canal Patrols\n\nReference code: PCD98\nDate signed: 05/07/2018\nDecision by: Jo Reeve\n"
    ),
    "page: leading noughts and markup": (
        "# Canal Patrols\n\n"
        "**Reference code:** PCD 098\n\n"
        "**Date signed:** "
        "5th July 2018\n"
        "\n**Decision by:** Jo Reeve\n"
    ),
}


@pytest.mark.parametrize("words", HEADS.values(), ids=HEADS)
def test_the_head_of_a_page_is_read(read, words):
    assert head(read(words + BODY)) == WHOLE


def test_a_pages_title_may_stand_on_two_lines(read):
    words = (
        "PCD 98 Patrols for the towpaths of\nthe northern canals\n"
        "\nReference code: PCD 98\n\nDate signed: 5 July 2018\n"
    )
    decision = read(words + BODY)
    assert decision.title == "Patrols for the towpaths of the northern canals"


@pytest.mark.parametrize("title", ["March 2021 Canal Patrols", "1 March 2021 Canal Patrols"])
def test_a_title_may_begin_with_a_date(read, title):
    words = f"{title}\n\nReference code: PCD 98\n\nDate signed: 5 July 2018\n"
    assert read(words + BODY).title == title


@pytest.mark.parametrize("line", ["5 July 2018", "July 2018", "5 July 2018 Jo Reeve, Deputy Mayor"])
def test_a_date_and_who_signed_are_no_title(read, line):
    words = f"Canal Patrols\n\n{line}\n\nReference code: PCD 98\n\nDate signed: 5 July 2018\n"
    assert read(words + BODY).title == "Canal Patrols"


BLANK = {
    "a blank date before another label": (
        "Canal Patrols\n\nKey information\n\nReference code: PCD 98\n"
        "\nDate signed:\n\nDecision by: Jo Reeve\n",
        ("PCD 98", "Canal Patrols", None, "Jo Reeve"),
    ),
    "a blank date before the date of publication": (
        "Canal Patrols\n\nReference code: PCD 98\nDate signed:\n"
        "Date published: 9 July 2018\nDecision by: Jo Reeve\n",
        ("PCD 98", "Canal Patrols", None, "Jo Reeve"),
    ),
    "a blank reference before a date": (
        "Canal Patrols\n\nReference code:\nDate signed: 5 July 2018\nDecision by: Jo Reeve\n",
        (None, "Canal Patrols", "2018-07-05", "Jo Reeve"),
    ),
    "a blank signer before a heading": (
        "Canal Patrols\n\nReference code: PCD 98\nDate signed: 5 July 2018\nAuthorisation name:\n",
        ("PCD 98", "Canal Patrols", "2018-07-05", None),
    ),
    "a post is no person": (
        "Canal Patrols\n\nReference code: PCD 98\n"
        "Date signed: 5 July 2018\nDecision by: Deputy Mayor, Policing\n",
        ("PCD 98", "Canal Patrols", "2018-07-05", None),
    ),
    "no title": (
        "Key information\n\nReference code: PCD 98\n\nDate signed: 5 July 2018\n\nDecision by: Jo Reeve\n",
        ("PCD 98", None, "2018-07-05", "Jo Reeve"),
    ),
    "nothing but text": ("Key information\n", (None, None, None, None)),
}


@pytest.mark.parametrize(("words", "read_as"), BLANK.values(), ids=BLANK)
def test_what_the_head_leaves_out_is_none(read, words, read_as):
    assert head(read(words + BODY)) == read_as


def form_head(*lines):
    return "\n\n".join(
        [
            "MAYOR OF LONDON OFFICE FOR POLICING AND CRIME",
            *lines,
            "Executive Summary:",
            "Lamps.",
            "Recommendation:",
            "The DMPC is asked to note the lamps.",
            "PART I - NON-CONFIDENTIAL FACTS AND ADVICE TO THE DMPC",
        ]
    )


FORMS = {
    "form of 2019 on": (
        form_head("DMPC Decision – PCD 1065", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "form of 2015": (
        form_head("REQUEST FOR DMPC DECISION – DMPCD 2015 96", "Title: Canal Patrols"),
        "DMPCD 2015 96",
        "Canal Patrols",
    ),
    "a title over two lines": (
        form_head("DMPC Decision – PCD 1065", "Title: Canal Patrols –", "Second Year"),
        "PCD 1065",
        "Canal Patrols – Second Year",
    ),
    "a title on the line below its label": (
        form_head("DMPC Decision – PCD 1065", "Title:", "Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "a title with the number before it": (
        form_head("DMPC Decision – PCD 1065", "Title: PCD 1065 – Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "the office's name before the number": (
        form_head("MAYOR'S OFFICE FOR POLICING AND CRIME – DMPC DECISION PCD 1065", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "what the form changes behind its number": (
        form_head("DMPC Decision – PCD 1065 Amendment", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "another word of the form's": (
        form_head("MAYOR OF LONDON  URGENT REQUEST FOR DMPC DECISION – PCD 1065", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "a notice": (
        form_head("DMPC Decision Notice – PCD 1065", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "a page's number on its line": (
        form_head("Page 1 of 6 DMPC Decision – PCD 1065", "Title: Canal Patrols"),
        "PCD 1065",
        "Canal Patrols",
    ),
    "year and number swapped": (
        form_head("REQUEST FOR DMPC DECISION – DMPCD 15 2014", "Title: Canal Patrols"),
        "DMPCD 2014 15",
        "Canal Patrols",
    ),
}


@pytest.mark.parametrize(("words", "reference", "title"), FORMS.values(), ids=FORMS)
def test_the_head_of_a_form_is_read(read, words, reference, title):
    decision = read(words)
    assert (decision.reference, decision.title) == (reference, title)


CONFLICTS = {
    "the label goes before the title": ("PCD 1852 Canal Patrols", "PCD 1853", "PCD 1853", "PCD 1852"),
    "both agree": ("PCD 1852 Canal Patrols", "PCD 1852", "PCD 1852", "PCD 1852"),
    "a slip in the label gives way to the title": (
        "PCD 1599 Canal Patrols",
        "PD 1599",
        "PCD 1599",
        "PCD 1599",
    ),
    "a label that is no reference gives way": ("PCD 1599 Canal Patrols", "to follow", "PCD 1599", "PCD 1599"),
    "an empty label gives way": ("PCD 1599 Canal Patrols", "", "PCD 1599", "PCD 1599"),
    "a decision that the title varies is not its own": (
        "Variation to DMPC Decision PCD 1700 - Canals",
        "",
        None,
        None,
    ),
    "nor is one behind the subject": ("Canals – Decision PCD 1700 Amendment", "", None, None),
    "the label alone": ("Canal Patrols", "PCD 1853", "PCD 1853", None),
    "another decision within the title is not its own": (
        "Amendment to PCD 1700 for Canals",
        "PCD 1853",
        "PCD 1853",
        None,
    ),
}


@pytest.mark.parametrize(("title", "label", "reference", "in_title"), CONFLICTS.values(), ids=CONFLICTS)
def test_label_and_title_are_compared(read, title, label, reference, in_title):
    decision = read(f"{title}\n\nKey information\n\nReference code: {label}\n\nDecision by: Jo Reeve\n{BODY}")
    assert (decision.reference, decision.title_reference) == (reference, in_title)


def test_a_slip_in_the_label_with_no_title_to_give_way_to_is_none(read):
    assert (
        read(f"Canal Patrols\n\nReference code: PD 1599\n\nDate signed: 5 July 2018\n{BODY}").reference
        is None
    )


PLAIN = (
    "Non-confidential facts and advice to the DMPC\n\n{}\n"
    "\n1. Introduction and background\n\n1.1 Canals run.\n\n"
)
PROSE = {
    "a download row": (
        PLAIN.format("Lamps are wanted.") + "Download | DMPCD 2015 44 | 164 KB |",
        "DMPCD 2015 44",
    ),
    "a download row parted by tabs": (
        "Non-confidential facts and advice to the DMPC\n\nDownload\tDMPCD 2015 44\t164 KB\n\nExecutive summary\n\n"
        "Lamps are wanted.\n\nThe DMPC is asked to:\n\n1. Approve lamps.\n",
        "DMPCD 2015 44",
    ),
    "this decision, with its number": (
        "Key information\nExecutive summary\nThis decision, PCD 1032, seeks lamps for the towpaths.\n"
        + PLAIN.format("Lamps."),
        "PCD 1032",
    ),
    "this report, in brackets": (
        "Key information\nExecutive summary\nThis report (PCD 1032) seeks lamps for the towpaths.\n"
        + PLAIN.format(""),
        "PCD 1032",
    ),
    "another decision in prose": (
        "Key information\nExecutive summary\nLamps came under PCD 1032 last year.\n" + PLAIN.format(""),
        None,
    ),
    "this decision amends another": (
        "Key information\nExecutive summary\nThis decision amends PCD 1032 of last year.\n"
        + PLAIN.format(""),
        None,
    ),
    "a decision of others": (
        "Key information\nExecutive summary\nThis decision, MD2623, was the Mayor's.\n" + PLAIN.format(""),
        None,
    ),
}


@pytest.mark.parametrize(("words", "reference"), PROSE.values(), ids=PROSE)
def test_a_page_without_a_head_may_state_its_number_elsewhere(read, words, reference):
    decision = read(words)
    assert decision.reference == reference
    assert reference is None or reference not in [c.reference for c in decision.cites]


def test_a_number_that_only_the_prose_states_is_read_with_doubt(read):
    (reading,) = [
        r for r in read(PROSE["this decision, with its number"][0]).readings if r.field == "reference"
    ]
    assert reading.doubt


NAMES = {
    "Jo Reeve": "Jo Reeve",
    "Jo Reeve, Deputy Mayor, Policing and Crime": "Jo Reeve",
    "Jo Reeve (past staff), Deputy Mayor": "Jo Reeve",
    "Amina O’Brien-Bell – Deputy Mayor": "Amina O’Brien-Bell",
    "Deputy Mayor for Policing and Crime": None,
    "Chief Executive": None,
    "Spue hunden": None,
    "m": None,
    "to be confirmed": None,
}


@pytest.mark.parametrize(("value", "name"), NAMES.items(), ids=NAMES)
def test_a_person_is_told_from_a_post_and_from_residue(value, name):
    assert named(value) == name
