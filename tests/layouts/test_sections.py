"""The report's sections and paragraphs: the numbers that a reader sees, whatever the page did to them."""

import pytest


def numbered(decision):
    return [(s.number, s.heading, [p.number for p in s.paragraphs]) for s in decision.sections]


HEAD = "DMPC Decision – PCD 900\n\nTitle: Lamps\n\nRecommendation:\n\n1. Note the lamps.\n\n"
REPORT = "PART I - NON-CONFIDENTIAL FACTS AND ADVICE TO THE DMPC\n\n"
TWO = [("1", "Introduction and background", ["1.1", "1.2"]), ("2", "Legal Comments", ["2.1"])]
PRINTED = {
    "form: points": "1. Introduction and background\n1.1. Boats.\n1.2. Lamps.\n2. Legal Comments\n2.1. Law.",
    "form: no points": "1 Introduction and background\n1.1 Boats.\n1.2 Lamps.\n2 Legal Comments\n2.1 Law.",
    "page: wide spaces": "1.    Introduction and background\n\n1.1    Boats.\n\n1.2    Lamps.\n\n"
    "2.    Legal Comments\n\n2.1    Law.",
    "page: 1.1. and 1.1 mixed": "1. Introduction and background\n1.1. Boats.\n"
    "1.2 Lamps.\n2 Legal Comments\n2.1. Law.",
    "scan: markdown headings": "## 1. Introduction and background\n\n- 1.1 Boats.\n- 1.2 Lamps.\n\n"
    "#### 2. Legal Comments\n\n- 2.1 Law.",
    "page: a heading's colon": "1. Introduction and background:\n1.1 Boats.\n"
    "1.2 Lamps.\n2. Legal Comments:\n2.1 Law.",
    "page: headings without numbers": "Introduction and background\n1.1 Boats.\n"
    "1.2 Lamps.\nLegal Comments\n2.1 Law.",
    "page: a paragraph in mid-line": "1. Introduction and background\n1.1. Boats. 1.2. Lamps are dark.\n"
    "2. Legal Comments\n2.1. Law.",
    "page: no space behind any number": "1.Introduction and background\n1.1.Boats.\n1.2.Lamps.\n"
    "2.Legal Comments\n2.1.Law.",
    "scan: a heading and its first paragraph on one line": "1. Introduction and background 1.1 Boats.\n1.2 Lamps.\n"
    "# 2. Legal Comments 2.1. Law.",
    "scan: every number on a line of its own": "1.\nIntroduction and background\n1.1.\nBoats.\n1.2.\nLamps.\n"
    "2.\nLegal Comments\n2.1.\nLaw.",
    "page: letters right behind the number": "1. Introduction and background\n1.1.Boats.\n1.2.Lamps.\n"
    "2. Legal Comments\n2.1.Law.",
}


@pytest.mark.parametrize("report", PRINTED.values(), ids=PRINTED)
def test_sections_and_paragraphs_are_numbered_as_printed(read, report):
    assert numbered(read(HEAD + REPORT + report)) == TWO


def test_a_heading_that_no_form_has_is_known_by_its_number(read):
    report = (
        "1. Introduction and background\n1.1 Boats.\n"
        "2. Lamps by the water\n2.1 Dark.\n3. Legal Comments\n3.1 Law."
    )
    assert numbered(read(HEAD + REPORT + report))[1] == ("2", "Lamps by the water", ["2.1"])


def test_a_section_whose_heading_was_lost_has_none(read):
    report = "1. Introduction and background\n1.1 Boats.\n2.1 Dark.\n2.2 Wet.\n3. Legal Comments\n3.1 Law."
    assert numbered(read(HEAD + REPORT + report)) == [
        ("1", "Introduction and background", ["1.1"]),
        ("2", None, ["2.1", "2.2"]),
        ("3", "Legal Comments", ["3.1"]),
    ]


def test_a_page_that_numbers_every_line_1_has_no_sections(read):
    report = (
        "1. Introduction and background\n\n1. Boats.\n\n"
        "1. Legal Comments\n\n1. Law.\n\n1. Equality Comments\n\n1. Homes."
    )
    assert read(HEAD + REPORT + report).sections == ()


def test_a_page_without_numbers_has_no_sections(read):
    report = "Introduction and background\n\nBoats.\n\nLegal Comments\n\nLaw.\n\nEquality Comments\n\nHomes."
    assert read(HEAD + REPORT + report).sections == ()


def paragraph(form, issues, number="2.1"):
    section = form(issues=issues).sections[1]
    return next((p.text for p in section.paragraphs if p.number == number), None)


BELONGS = {
    "bullets": ("Lamps:\n• by the water\n• on the bridge", "Lamps: • by the water • on the bridge"),
    "a sub-heading": ("Lamps.\n\nDark places\n\nBridges.", "Lamps. Dark places Bridges."),
    "an unnumbered paragraph": ("Lamps.\n\nBoats as well.", "Lamps. Boats as well."),
    "a wrapped line": ("Lamps by\nthe water.", "Lamps by the water."),
    "a wrapped line that begins with a figure": ("Lamps are\n4.5 metres high.", "Lamps are 4.5 metres high."),
    "a wrapped line that begins with a sum": (
        "Lamps cost\n2.5 million pounds.",
        "Lamps cost 2.5 million pounds.",
    ),
    "markup": ("**Lamps** by *the* water.", "Lamps by the water."),
    "damage by the scan": ("МАРРА lamps.", "МАРРА lamps."),
}
NOT_ITS_OWN = {
    "a page number": "Lamps by\n\n2\n\nthe water.",
    "a footer": "Lamps by\n\nPCD 1406 March 2023 2\n\nthe water.",
    "a signature's residue": "Lamps by\n\nan tf\n\nthe water.",
    "a bare number": "Lamps by\n\n1.9\n\nthe water.",
}


@pytest.mark.parametrize(("issues", "text"), BELONGS.values(), ids=BELONGS)
def test_what_follows_without_a_number_belongs_to_the_paragraph(form, issues, text):
    assert paragraph(form, issues) == text


@pytest.mark.parametrize("issues", NOT_ITS_OWN.values(), ids=NOT_ITS_OWN)
def test_page_furniture_belongs_to_no_paragraph(form, issues):
    assert paragraph(form, issues) == "Lamps by the water."


MID_LINE_NEAR_MISSES = {
    "a number out of turn": "Lamps. 2.7. Boats are dark.",
    "a sum at a sentence's start": "Lamps are few. £2.2 million would do.",
    "a scheme's paragraph": "Lamps are let under paragraph 2.2 Boats.",
    "a decimal": "Lamps stand 2.2 Metres apart.",
}


@pytest.mark.parametrize("issues", MID_LINE_NEAR_MISSES.values(), ids=MID_LINE_NEAR_MISSES)
def test_a_number_in_mid_line_is_a_paragraphs_only_where_it_is_next(form, issues):
    assert paragraph(form, issues) == issues
    assert paragraph(form, issues, "2.2") is None


def test_paragraphs_have_their_lines(read):
    decision = read(
        HEAD + REPORT + "1. Introduction and background\n\n1.1 Boats.\n\nPCD July 2020\n\n1.2 Lamps."
    )
    (section,) = decision.sections
    assert (section.line, [p.line for p in section.paragraphs]) == (11, [13, 17])


def test_a_few_numbers_that_stand_alone_are_pages(read):
    report = "1. Introduction and background\n1.1 Boats.\n2.\nLamps go on.\n1.2 Docks."
    (section,) = read(HEAD + REPORT + report).sections
    assert [p.number for p in section.paragraphs] == ["1.1", "1.2"]


def test_a_heading_on_its_paragraphs_line_takes_no_words_from_it(read):
    report = "1. Introduction and background 1.1 Boats cost £5,000 in all, which\nis paid in May.\n1.2 Lamps."
    decision = read(HEAD + REPORT + report)
    assert [p.text for s in decision.sections for p in s.paragraphs] == [
        "Boats cost £5,000 in all, which is paid in May.",
        "Lamps.",
    ]
    assert [(m.amount, m.place) for m in decision.money] == [(5_000_00, "1.1")]


def test_a_heading_on_its_paragraphs_line_may_follow_sections_that_have_their_own(read):
    report = (
        "1. Introduction and background\n- 1.1 Boats.\n- 1.2 Lamps.\n2. Issues for consideration\n- 2.1 Dark.\n"
        "3. Legal Comments 3.1 Law."
    )
    assert [number for number, _, _ in numbered(read(HEAD + REPORT + report))] == ["1", "2", "3"]


def test_a_wrapped_reference_to_a_section_opens_none(read):
    report = (
        "1. Introduction and background\n1.1 Boats.\n2. Issues for consideration\n2.1 The costs of all the boats"
        " are explained below under the heading\n3 Financial Comments 3.1 Below.\n2.2 Lamps cost £6,000."
    )
    decision = read(HEAD + REPORT + report)
    assert [(n, paragraphs) for n, _, paragraphs in numbered(decision)] == [
        ("1", ["1.1"]),
        ("2", ["2.1", "2.2"]),
    ]
    assert [m.place for m in decision.money] == ["2.2"]


def test_a_list_without_spaces_opens_no_sections(read):
    report = (
        "1. Introduction and background\n1.1 The paths need:\n1.Lamps\n2.Boats\n3.Procurement\n4.Finance\n"
        "2. Legal Comments\n2.1 Law."
    )
    assert [number for number, _, _ in numbered(read(HEAD + REPORT + report))] == ["1", "2"]
