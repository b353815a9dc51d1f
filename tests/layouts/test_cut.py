"""A decision's lines fall into its parts, in the order in which a decision has them."""

import pytest


def part_of(sheet, words):
    (number,) = [line.number for line in sheet.text.lines if words in line.text]
    return sheet.parts[number]


def test_each_line_of_a_form_belongs_to_a_part(sheet_of, form_text):
    sheet = sheet_of(
        form_text(
            summary="Lamps were broken.",
            end="Public access to information\n\nIt is published.\n\nORIGINATING OFFICER DECLARATION\n\n"
            "Legal Advice: seen\t1\n\nOFFICER APPROVAL\n\nChief Operating Officer\n\nIt is fit.",
        )
    )
    found = {
        words: part_of(sheet, words)
        for words in (
            "Canal Patrols",
            "Lamps were",
            "1. Note",
            "I have considered",
            "Canals run",
            "published",
            "Legal Advice",
            "It is fit",
        )
    }
    assert list(found.values()) == [
        "header",
        "summary",
        "recommendation",
        "sign_off",
        "report",
        "access",
        "declaration",
        "approval",
    ]


def test_a_heading_never_leads_back(sheet_of, form_text):
    sheet = sheet_of(form_text(financial="The sums follow.\n\nSummary\n\n3.2 All of it is found."))
    assert part_of(sheet, "All of it") == "report"


LEAD_INS = {
    "asked": "The DMPC is asked to approve £5,000 for lamps.",
    "recommended, by the full name": "The Deputy Mayor for Policing and Crime is recommended to:",
    "requested": "The DMPC is requested to approve lamps.",
    "that the DMPC": "That the DMPC approves lamps.",
    "the decision asks that": "This decision requests that the DMPC approve lamps.",
    "the DMPC does": "The DMPC authorises lamps to be bought.",
}
NO_LEAD_INS = {
    "she was asked before": "The DMPC was asked for lamps last year.",
    "others are asked": "Boroughs are asked to light their towpaths.",
    "what she wants": "The DMPC wants every towpath to be lit.",
    "her authority in law": "It is the DMPC who may approve it, under the Scheme.",
}
PAGE = """\
Lamps

Reference code:
PCD 900

Executive summary

Towpaths are dark and boats are broken into.

{}

1. Introduction and background

1.1 Canals run north.
"""


@pytest.mark.parametrize("sentence", LEAD_INS.values(), ids=LEAD_INS)
def test_without_a_heading_the_sentence_that_leads_in_opens_the_recommendation(sheet_of, sentence):
    sheet = sheet_of(PAGE.format(sentence))
    assert part_of(sheet, sentence) == "recommendation"
    assert part_of(sheet, "Towpaths are dark") == "summary"


@pytest.mark.parametrize("sentence", NO_LEAD_INS.values(), ids=NO_LEAD_INS)
def test_a_sentence_that_only_names_the_decision_maker_opens_nothing(sheet_of, sentence):
    assert part_of(sheet_of(PAGE.format(sentence)), sentence) == "summary"


def test_where_a_heading_opens_the_recommendation_a_sentence_before_it_does_not(sheet_of):
    sheet = sheet_of(
        PAGE.format("The DMPC is asked to light them.\n\nRecommendation\n\nThat the DMPC agrees.")
    )
    assert part_of(sheet, "asked to light") == "summary"
    assert part_of(sheet, "agrees") == "recommendation"


def test_the_lead_in_may_stand_below_the_reports_heading(sheet_of):
    text = PAGE.format("Non-confidential facts and advice to the DMPC\n\nThe DMPC is asked to approve lamps.")
    assert part_of(sheet_of(text), "approve lamps") == "recommendation"


def test_the_statement_of_the_decision_maker_ends_the_recommendation_without_a_heading(sheet_of, form_text):
    text = form_text().replace("Deputy Mayor for Policing and Crime\n\n", "")
    assert part_of(sheet_of(text), "I have considered") == "sign_off"


def test_running_text_below_the_head_is_the_summary(sheet_of):
    text = (
        "Lamps\n\nReference code: PCD 900\n\n" + "Towpaths are dark and boats are broken into by night. " * 2
    )
    assert part_of(sheet_of(text), "Towpaths are dark") == "summary"


WITHIN_SUMMARY = {
    "what it begins with": "Background\n\nLamps were broken.\n\nProposal\n\nThey are mended.",
    "a section of the report's, which has a heading behind": (
        "Introduction\n\nLamps were broken.\n\nFinancial implications\n\nThey cost £5,000."
    ),
}


@pytest.mark.parametrize("summary", WITHIN_SUMMARY.values(), ids=WITHIN_SUMMARY)
def test_a_heading_within_the_summary_opens_no_report(read, form_text, summary):
    sheet_summary = read(form_text(summary=summary))
    assert sheet_summary.summary.endswith(summary.split("\n")[-1])
    assert sheet_summary.recommendations


def test_a_page_whose_sections_stand_before_what_is_asked_has_a_report(sheet_of):
    sheet = sheet_of(
        "Lamps\n\nReference code: PCD 900\n\nExecutive summary\n\nLamps were broken.\n\nIntroduction\n\n"
        "They stand by canals.\n\nLegal comments\n\nNone.\n\nRecommendation\n\nApprove the lamps."
    )
    assert part_of(sheet, "by canals") == "report"


def test_a_page_that_asks_between_its_sections_has_a_report(sheet_of):
    sheet = sheet_of(
        "Lamps\n\nReference code: PCD 900\n\nExecutive summary\n\nLamps were broken.\n\nIntroduction\n\n"
        "They stand by canals.\n\nRecommendation\n\nApprove the lamps.\n\nFinancial comments\n\nNone."
    )
    assert part_of(sheet, "by canals") == "report"


def test_a_heading_under_which_the_decision_maker_states_something_is_one(sheet_of, form_text):
    text = form_text(
        recommendation="The DMPC is asked to:\n\n1. Note the risk of delay and the cost that it may bring,"
    )
    sheet = sheet_of(text.replace(",\n\nDeputy Mayor", ",\nDeputy Mayor"))
    assert part_of(sheet, "I have considered") == "sign_off"
    assert "bring,\nDeputy Mayor" in sheet.text.text
    (heading,) = [
        line.number for line in sheet.text.lines if line.text == "Deputy Mayor for Policing and Crime"
    ]
    assert sheet.parts[heading] == "sign_off"


def test_a_bare_heading_below_an_unfinished_line_opens_its_part(sheet_of, form_text):
    sheet = sheet_of(form_text(summary="Lamps are to be mended in the autumn of").replace("\n\nRec", "\nRec"))
    assert sheet.has("recommendation")


TAILS = {
    "the decision maker": "Mend the lamps in consultation with the\nDeputy Mayor for Policing and Crime.\nThat is all.",
    "an officer": "The case for it was made to the board by the\nChief Executive.\nThat is all.",
    "without a stop": "Lamps are mended in consultation with the\nDeputy Mayor for Policing and Crime\nThat is all.",
    "behind a long line": (
        "A contract for lamps was let in 2012 at the wish of the then\n"
        "Deputy Mayor for Policing and Crime.\nThat is all."
    ),
}


@pytest.mark.parametrize("words", TAILS.values(), ids=TAILS)
@pytest.mark.parametrize(("part", "expected"), [("summary", "summary"), ("financial", "report")])
def test_the_end_of_a_sentence_is_no_heading(sheet_of, form_text, words, part, expected):
    sheet = sheet_of(form_text(**{part: words}))
    assert part_of(sheet, "That is all") == expected


RESIDUE = ["an tf", "w", "2", "1.9", "kjh"]
NO_RESIDUE = ["Knife crime", "None.", "north bank;", "£5,000"]


@pytest.mark.parametrize("words", RESIDUE)
def test_residue_between_paragraphs_belongs_to_nothing(sheet_of, form_text, words):
    sheet = sheet_of(form_text(issues=f"The towpaths have no lamps.\n\n{words}\n\n2.2 Boats are dark."))
    assert [line.text for line in sheet.text.lines if line.number in sheet.noise] == [words]


@pytest.mark.parametrize("words", NO_RESIDUE)
def test_a_short_line_that_says_something_is_no_residue(sheet_of, form_text, words):
    sheet = sheet_of(form_text(issues=f"The towpaths have no lamps.\n\n{words}\n\n2.2 Boats are dark."))
    assert sheet.noise == set()


def test_a_units_place_is_where_a_reader_would_say_it_stands(sheet_of, form_text):
    sheet = sheet_of(form_text(summary="Lamps are wanted.", financial="They cost £5,000."))
    places = {u.place for u in sheet.units if "£5,000" in sheet.text.text[u.start : u.end]}
    assert places == {"3.1"}
    assert {u.topic for u in sheet.units if u.place == "3.1"} == {"financial"}
    assert {u.place for u in sheet.units if "Lamps are" in sheet.text.text[u.start : u.end]} == {"summary"}


def test_the_recommendation_may_stand_below_the_reports_heading(read):
    page = "Non-confidential facts and advice to the DMPC\n\nDecision required\n\n"
    page += "The DMPC is asked to approve the award of a contract for lamps at £5,000.\n\n"
    decision = read(page + "1. Introduction and background\n\n1.1 Boats.\n\n2. Legal Comments\n\n2.1 Law.")
    assert [(r.action, len(decision.sections)) for r in decision.recommendations] == [("approve", 2)]


def test_a_pages_number_may_stand_far_to_the_right(sheet_of, form_text):
    footer = f"PCD 1406 March 2023{' ' * 60}2"
    sheet = sheet_of(form_text(background=f"Canals run north.\n\n{footer}\n\n1.2 Boats."))
    (number,) = [line.number for line in sheet.text.lines if line.text == footer]
    assert number in sheet.noise
