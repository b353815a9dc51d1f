"""Rules on references: missing, of two minds, shared, and gaps between them."""

PAGE = "Canal Patrols\nKey information\nReference code: PCD 901\nDate signed: 12 January 2021\n"


def test_a_decision_without_a_reference_is_found_at_its_blank_label(found, decision):
    (finding,) = found(
        "reference-missing", decision(reference=None), text="Patrols\nReference code:\nDate signed:"
    )
    assert (finding.line, finding.reference) == (2, "paper-1.txt")


def test_a_decision_with_one_is_not(found, decision):
    assert not found("reference-missing", decision())


def test_an_entry_of_a_listing_page_need_not_state_one(found, decision):
    assert not found("reference-missing", decision(reference=None, listed_only=True))


def test_a_label_and_a_title_that_differ_are_found_at_the_label(found, decision):
    (finding,) = found(
        "reference-conflict", decision(reference="PCD 901", title_reference="PCD 910"), text=PAGE
    )
    assert finding.line == 3
    assert "PCD 901" in finding.message
    assert "PCD 910" in finding.message


def test_that_the_title_s_number_is_another_decision_s_is_said(found, decision):
    other = decision(reference="PCD 910", title="Locks")
    (finding,) = found("reference-conflict", decision(title_reference="PCD 910"), other)
    assert "held as another decision" in finding.message


def test_a_title_with_the_label_s_number_is_fine(found, decision):
    assert not found("reference-conflict", decision(title_reference="PCD 900"))


def test_two_titles_under_one_reference_are_found(found, decision):
    (finding,) = found("reference-duplicated", decision(), decision(title="Locks and Weirs"), text=PAGE)
    assert "Locks and Weirs" in finding.message
    assert "paper-2.txt" in finding.message


def test_one_decision_is_no_duplicate_of_itself_nor_of_its_title_s_number(found, decision):
    astray = decision(reference="PCD 901", title_reference="PCD 900", title="Locks")
    assert not found("reference-duplicated", decision(), astray)


def test_numbers_that_are_not_held_are_found_at_the_one_before_them(found, decision):
    later = decision(reference="PCD 903"), decision(reference="PCD 904")
    (finding,) = found("reference-gap", decision(), *later)
    assert finding.message.startswith("PCD 901 to 902 (2 numbers) are not held between PCD 900 and PCD 903.")


def test_a_single_number_that_is_not_held_is_one(found, decision):
    (finding,) = found("reference-gap", decision(), decision(reference="PCD 902"))
    assert finding.message.startswith("PCD 901 is not held")


def test_there_is_no_gap_over_the_end_of_a_year_s_numbers(found, decision):
    first, next_year = decision(reference="DMPCD 2014 171"), decision(reference="DMPCD 2015 96")
    assert not found("reference-gap", first, next_year, decision(reference="PCD 4"))
