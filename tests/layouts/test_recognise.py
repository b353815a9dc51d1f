"""A document is claimed by what its text holds, by the first of the layouts whose marks are all there."""

import pytest

from mopacreg import layouts
from mopacreg.errors import NotADecision
from mopacreg.text import Text

CLAIMED = {
    "pcd_form: its heading": ("pcd_form", "MAYOR OF LONDON\n\nDMPC Decision – PCD 1065\n\nTitle: Lamps"),
    "pcd_form: a heading with markup's blanks": ("pcd_form", "   DMPC Decision - PCD 1474"),
    "pcd_form: the slip PD": ("pcd_form", "DMPC Decision – PD 1599\n\nTitle: Lamps"),
    "dmpcd_form: its heading": ("dmpcd_form", "REQUEST FOR DMPC DECISION – DMPCD 2015 96\n\nTitle: Lamps"),
    "newer_page: key information and who decided": (
        "newer_page",
        "Lamps\n\nKey information\n\nReference code: PCD 98\n\nDecision by: Jo Reeve, Deputy Mayor",
    ),
    "key_information: nothing but text": ("key_information", "Key information\nExecutive summary\nLamps."),
    "older_page: its labels": (
        "older_page",
        "Lamps\n\nReference code: \nPCD 401\nDate signed: \n05 July 2018",
    ),
    "one_line: reference, date and signer": (
        "one_line",
        "Lamps\nPCD 365 05 April 2018 Jo Reeve, Deputy Mayor",
    ),
    "download_row: nothing else": (
        "download_row",
        "Non-confidential facts\n\nDownload | DMPCD 2015 44 | 164 KB |",
    ),
    "listing: its count and its entries": (
        "listing",
        "Showing 81-100 of 1,627 results found\n\nLamps\nPage type: Decision\nReference code: PCD 98",
    ),
    "listing: its entries alone": ("listing", "Lamps\nPage type: Decision\n\nBoats\nPage type: Decision"),
    "generic: anything else": ("generic", "Lamps\n\nExecutive Summary:\n\nLamps are wanted."),
}
NOT_CLAIMED = {
    "pcd_form: a decision cited in prose": ("pcd_form", "Lamps came first under DMPC Decision – PCD 1065."),
    "dmpcd_form: a request in prose": ("dmpcd_form", "There was a request for DMPC decision in May."),
    "newer_page: prose on key information": (
        "newer_page",
        "The key information is in section 3.\nDecision by: Jo",
    ),
    "older_page: a reference in prose": ("older_page", "The reference code: PCD 9 is printed on it."),
    "one_line: a year of money and no date": ("one_line", "PCD 365 2018/19 budget of the boats"),
    "one_line: a sentence's reference": ("one_line", "Lamps came under PCD 365 05 April 2018"),
    "download_row: downloads in prose": ("download_row", "Download the plan here"),
    "listing: one entry's label without a count": (
        "listing",
        "Lamps\nPage type: Decision\nReference code: PCD 98",
    ),
}


@pytest.mark.parametrize(("name", "text"), CLAIMED.values(), ids=CLAIMED)
def test_a_form_is_known_by_its_marks(name, text):
    assert layouts.recognise(Text(text)).name == name


@pytest.mark.parametrize(("name", "text"), NOT_CLAIMED.values(), ids=NOT_CLAIMED)
def test_a_near_miss_is_not_claimed(name, text):
    assert layouts.recognise(Text(text)).name != name


def test_the_generic_layout_is_the_last_and_claims_anything():
    assert layouts.ALL[-1].name == "generic"
    assert layouts.ALL[-1].claims(Text(""))


REFUSED = {
    "nothing": "",
    "blank lines": "\n \n\t\n",
    "a press notice": "Lamps for boats\n\nThe Deputy Mayor today welcomed £5m for lamps.\n"
    "\nNotes to editors\n\n1. Lamps.",
    "a summary alone": "Lamps\n\nExecutive summary\n\nLamps are bright.",
    "a budget table alone": "Item\t2024/25\nLamps\t£5\nBoats\t£6",
    "minutes of a meeting": "Minutes\n\n1. Apologies\n\n2. Budget\n\nThe board noted a cost of £5,000.",
}
TAKEN = {
    "a summary and what is asked": "Executive summary\n\nLamps.\n\n"
    "The DMPC is asked to:\n1. Approve £5,000 for lamps.",
    "standard sections and what is asked": (
        "The DMPC is asked to approve lamps.\n\n1. Introduction and background\n\n1.1 Boats.\n\n"
        "2. Issues for consideration\n\n2.1 Dark.\n\n3. Financial Comments\n\n3.1 £5,000."
    ),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_document_without_the_parts_of_a_decision_is_refused(read_all, text):
    with pytest.raises(NotADecision):
        read_all(text)


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_two_parts_of_a_decision_make_one(read_all, text):
    (decision,) = read_all(text)
    assert decision.layout == "generic"


LISTING = """\
Showing 81-84 of 1627 results found

MOPAC decisions

  • PCD 900 Canal Patrols

    Page type: Decision

    • Date signed: 11 January 2021
    • Reference code: PCD 900
    Executive Summary:
    Patrols cost £61,500, as PCD 401 did.
  • Lamps on Towpaths

    Page type: Decision

    • Date signed:
    • Reference code:
    Lamps are wanted.

    A second paragraph.
  • PCD 902 Boats

    Page type: Decision

    Boats are wan"""


def test_a_listing_page_gives_a_record_for_each_entry(read_all):
    found = read_all(LISTING)
    assert [(d.reference, d.signed_on, d.summary) for d in found] == [
        ("PCD 900", "2021-01-11", "Patrols cost £61,500, as PCD 401 did."),
        (None, None, "Lamps are wanted.\nA second paragraph."),
        ("PCD 902", None, "Boats are wan"),
    ]
    assert (found[0].title, found[2].title) == ("Canal Patrols", "Boats")
    assert [(d.first_line, d.last_line) for d in found] == [(5, 12), (13, 21), (22, 26)]
    assert all(d.listed_only and d.value is None and not d.budget_lines for d in found)


def test_an_entrys_title_has_no_lists_mark(read_all):
    assert read_all(LISTING)[1].title == "Lamps on Towpaths"


def test_an_entry_cites_what_its_summary_names_but_not_itself(read_all):
    assert [[c.reference for c in d.cites] for d in read_all(LISTING)] == [["PCD 401"], [], []]
