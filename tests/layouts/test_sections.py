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
    "copy: no space behind a number": "1. Introduction and background\n1.1Boats.\n1.2Lamps.\n"
    "2. Legal Comments\n2.1Law.",
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


SUB_HEADED = (
    "1. Introduction and background\n\n1.1 Boats.\n\nBackground\n\n1.2 Lamps.\n\nConsultation\n\nAll agreed.\n\n"
    "Next Steps\n\n1.3 A review.\n\n2. Legal Comments\n\n2.1 Law."
)


def test_a_sub_heading_without_a_number_opens_no_section(read):
    decision = read(HEAD + REPORT + SUB_HEADED)
    assert numbered(decision) == [
        ("1", "Introduction and background", ["1.1", "1.2", "1.3"]),
        ("2", "Legal Comments", ["2.1"]),
    ]
    assert decision.sections[0].paragraphs[1].text == "Lamps. Consultation All agreed. Next Steps"


def test_a_last_sub_headings_text_belongs_to_the_paragraph_above(read):
    report = (
        "1. Introduction and background\n1.1 Boats.\nConsultation\nAll agreed.\n2. Legal Comments\n2.1 Law."
    )
    decision = read(HEAD + REPORT + report)
    assert decision.sections[0].paragraphs[0].text == "Boats. Consultation All agreed."
    assert [number for number, _, _ in numbered(decision)] == ["1", "2"]


@pytest.mark.parametrize(
    ("heading", "number"), [("Consultation", "3"), ("Equality Comments", "2"), ("Data Protection", "2")]
)
def test_a_section_that_has_no_number_keeps_its_text(read, heading, number):
    """Where a number is passed over, or the form has such a section, the heading is one that lost its number."""
    report = (
        f"1. Introduction and background\n1.1 Boats.\n{heading}\nAll agreed.\n{number}. Legal Comments\n"
        f"{number}.1 Law."
    )
    assert read(HEAD + REPORT + report).sections[0].paragraphs[0].text == "Boats."


@pytest.mark.parametrize("heading", ["Legal Comments", "Risks", "Consultation"])
def test_a_heading_that_lost_its_number_is_known_by_the_next_paragraph(read, heading):
    report = f"1. Introduction and background\n\n1.1 Boats.\n\n{heading}\n\n2.1 Law."
    assert numbered(read(HEAD + REPORT + report))[1] == ("2", heading, ["2.1"])


def test_a_forms_own_heading_without_a_number_is_a_sections(read):
    report = "1. Introduction and background\n1.1 Boats.\nFinancial Comments\n1.2 Lamps.\n2. Legal Comments\n2.1 Law."
    assert [heading for _, heading, _ in numbered(read(HEAD + REPORT + report))] == [
        "Introduction and background",
        "Financial Comments",
        "Legal Comments",
    ]


def test_paragraphs_without_a_space_may_follow_headings_without_numbers(read):
    report = "Introduction and background\n1.1Boats.\n1.2Lamps.\nLegal Comments\n2.1Law."
    assert numbered(read(HEAD + REPORT + report)) == TWO


def test_a_page_that_numbers_its_paragraphs_straight_through_has_no_sections(read):
    report = (
        "Introduction and background\n1.1 Boats.\nConsultation\n1.2 Lamps are\n2.5 metres high.\n"
        "Next Steps\n1.3 Law."
    )
    assert read(HEAD + REPORT + report).sections == ()


BULLETS_ALONE = "1. Introduction and background\n\n1.1 Boats.\n\n2. Talks with crews\n\n• One was held.\n\n{}"


@pytest.mark.parametrize(
    "after", ["3. Legal Comments\n\n3.1 Law.", "3. Talks with others\n3.1 None."], ids=["known", "unknown"]
)
def test_a_section_may_hold_bullets_alone(read, after):
    found = numbered(read(HEAD + REPORT + BULLETS_ALONE.format(after)))
    assert [(number, paragraphs) for number, _, paragraphs in found] == [
        ("1", ["1.1"]),
        ("2", []),
        ("3", ["3.1"]),
    ]


@pytest.mark.parametrize(
    "after",
    ["1.2 Lamps.", "3. Boats with crews\n\n1.2 Lamps.", "The end."],
    ids=["paragraph", "item", "words"],
)
def test_a_lists_item_with_bullets_is_no_section(read, after):
    found = numbered(read(HEAD + REPORT + BULLETS_ALONE.format(after)))
    assert [number for number, _, _ in found] == ["1"]


def test_supporting_documents_with_a_number_are_a_section(read):
    report = "1. Introduction and background\n1.1 Boats.\n2. Supporting documents\n2.1 None.\n\nSupporting documents"
    assert numbered(read(HEAD + REPORT + report)) == [
        ("1", "Introduction and background", ["1.1"]),
        ("2", "Supporting documents", ["2.1"]),
    ]


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


@pytest.mark.parametrize("above", ["Lamps.", "Lamps:", "Lamps\n"])
def test_a_paragraph_may_begin_with_a_small_letter(form, above):
    assert paragraph(form, f"{above}\n2.2 oars.", "2.2") == "oars."


def paragraph(form, issues, number="2.1"):
    section = form(issues=issues).sections[1]
    return next((p.text for p in section.paragraphs if p.number == number), None)


BELONGS = {
    "bullets": ("Lamps:\n• by the water\n• on the bridge", "Lamps: • by the water • on the bridge"),
    "a sub-heading": ("Lamps.\n\nDark places\n\nBridges.", "Lamps. Dark places Bridges."),
    "an unnumbered paragraph": ("Lamps.\n\nBoats as well.", "Lamps. Boats as well."),
    "a wrapped line": ("Lamps by\nthe water.", "Lamps by the water."),
    "a wrapped line that begins with a figure": ("Lamps are\n4.5 metres high.", "Lamps are 4.5 metres high."),
    "a wrapped line that begins with another paragraph's number": (
        "Lamps are described in paragraph\n2.3 below.",
        "Lamps are described in paragraph 2.3 below.",
    ),
    "a wrapped line that begins with a figure and a capital": (
        "Lamps are driven by motors of\n2.4Kilowatt each.",
        "Lamps are driven by motors of 2.4Kilowatt each.",
    ),
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
