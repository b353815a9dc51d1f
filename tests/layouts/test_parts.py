"""The headings that open a decision's parts and standard sections, and the lines that belong to nothing."""

import pytest

from mopacreg.layouts import parts

HEADINGS = {
    "Executive Summary:": "summary",
    "Summary": "summary",
    "Recommendation:": "recommendation",
    "Recommendations": "recommendation",
    "2. Recommendations": "recommendation",
    "Proposed decision": "recommendation",
    "Decision required": "recommendation",
    "Deputy Mayor for Policing and Crime": "sign_off",
    "Deputy Mayor, Policing and Crime": "sign_off",
    "PART I - NON-CONFIDENTIAL FACTS AND ADVICE TO THE DMPC": "report",
    "Part 1: Non-confidential facts and advice to the Deputy Mayor for Policing and Crime (DMPC)": "report",
    "Non confidential facts and advice": "report",
    "Decision required – supporting report": "report",
    "Public access to information": "access",
    "Part 1 Deferral:": "access",
    "ORIGINATING OFFICER DECLARATION:": "declaration",
    "Originating officer’s declaration": "declaration",
    "| ORIGINATING OFFICER DECLARATION | Tick to confirm statement |": "declaration",
    "OFFICER APPROVAL": "approval",
    "Chief Executive Officer": "approval",
    "Interim Chief Operating Officer": "approval",
    "Signed decision document": "furniture",
    "Related documents": "furniture",
    "Download | PCD 9 | 164 KB |": "furniture",
}
NO_HEADINGS = {
    "a sentence": "Summary of what was spent last year is given below.",
    "a summary of something": "Summary of costs",
    "recommended by others": "Recommendations of the Inspectorate were accepted",
    "the Deputy Mayor at a sentence's start": "Deputy Mayor for Policing and Crime approved it",
    "a post in a sentence": "Chief Executive Officer to sign the contract",
    "nothing": "",
    "a long line": "Recommendation " * 9,
    "public access to something else": "Public access to the towpath",
}


@pytest.mark.parametrize(("text", "part"), HEADINGS.items(), ids=HEADINGS)
def test_a_parts_heading_opens_it(text, part):
    assert parts.part_opened_by(text) == part


@pytest.mark.parametrize("text", NO_HEADINGS.values(), ids=NO_HEADINGS)
def test_words_that_a_heading_also_has_open_nothing(text):
    assert parts.part_opened_by(text) is None


TOPICS = {
    "1. Introduction and background": "introduction",
    "Introduction": "introduction",
    "2.    Issues for consideration": "issues",
    "3    Financial Comments": "financial",
    "3. Finance": "financial",
    "Financial and Commercial Comments:": "financial",
    "4 Legal Comments": "legal",
    "Legal implications": "legal",
    "5. Commercial Issues": "commercial",
    "6. Public Health Approach": "public_health",
    "7. GDPR and Data Privacy": "gdpr",
    "8. Equality Comments": "equality",
    "Equalities and Diversity": "equality",
    "9. Background/supporting papers": "papers",
    "Appendices": "papers",
    "Risks and mitigations": "risk",
    "Next steps": "other",
    "Consultation": "other",
}
NO_TOPICS = {
    "a sentence on law": "Legal comments were given by the Directorate last year.",
    "a sentence on money": "Financial Comments are in section 3",
    "a sub-heading": "Reducing reoffending",
    "a case's heading": "Equality before the law in the canal courts",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "topic"), TOPICS.items(), ids=TOPICS)
def test_a_standard_sections_heading_is_known(text, topic):
    assert parts.topic_of(text) == topic


@pytest.mark.parametrize("text", NO_TOPICS.values(), ids=NO_TOPICS)
def test_other_headings_and_sentences_are_no_standard_section(text):
    assert parts.topic_of(text) is None


FOOTERS = {
    "a form's month": "PCD July 2020",
    "a form's month with another decision's number": "PCD 1406 March 2023 1",
    "a page number": "3",
    "a page of pages": "Page 3 of 9",
    "a marking": "NOT PROTECTIVELY MARKED",
}
NO_FOOTERS = {
    "a reference": "PCD 1406",
    "a reference and what it did": "PCD 1406 in March 2023 approved it",
    "a reference and its date": "PCD 1406 12 March 2023",
    "a year of money": "PCD 1406 2023/24",
    "a sum": "£3",
    "a paragraph number": "3.1",
}


@pytest.mark.parametrize("text", FOOTERS.values(), ids=FOOTERS)
def test_a_footer_is_noise(text):
    assert parts.NOISE.match(text)


@pytest.mark.parametrize("text", NO_FOOTERS.values(), ids=NO_FOOTERS)
def test_a_line_that_says_something_is_no_noise(text):
    assert not parts.NOISE.match(text)
