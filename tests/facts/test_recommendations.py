"""What the decision maker is asked to do: the items, their numbers, their words and their actions."""

import pytest

from mopacreg.values.verbs import action_of, plain_verb


def items(decision):
    return [(r.number, r.action, r.text) for r in decision.recommendations]


LEAD = "The DMPC is recommended to:\n\n"
TWO = [(1, "approve", "Approve £5,000 for lamps"), (2, "note", "Note the lamps.")]
MARKS = {
    "1.": "1. Approve £5,000 for lamps\n2. Note the lamps.",
    "1)": "1) Approve £5,000 for lamps\n2) Note the lamps.",
    "(1)": "(1) Approve £5,000 for lamps\n(2) Note the lamps.",
    "1 alone": "1 Approve £5,000 for lamps\n2 Note the lamps.",
    "(a)": "(a) Approve £5,000 for lamps\n(b) Note the lamps.",
    "A)": "A) Approve £5,000 for lamps\nB) Note the lamps.",
    "a.": "a. Approve £5,000 for lamps\nb. Note the lamps.",
    "i.": "i. Approve £5,000 for lamps\nii. Note the lamps.",
    "(i)": "(i) Approve £5,000 for lamps\n(ii) Note the lamps.",
    "bullets": "• Approve £5,000 for lamps\n• Note the lamps.",
    "dashes": "- Approve £5,000 for lamps\n- Note the lamps.",
    "bullets and tabs": "•\tApprove £5,000 for lamps\n•\tNote the lamps.",
    "a dash before each number": "- 1. Approve £5,000 for lamps\n- 2. Note the lamps.",
    "named": "Recommendation 1: Approve £5,000 for lamps\nRecommendation 2: Note the lamps.",
    "every one of them 1.": "1. Approve £5,000 for lamps\n1. Note the lamps.",
    "no mark": "Approve £5,000 for lamps\nNote the lamps.",
    "blank lines between": "1. Approve £5,000 for lamps\n\n\n2. Note the lamps.",
    "wrapped lines": "1. Approve £5,000\nfor lamps\n2. Note the\nlamps.",
    "a semicolon": "1. Approve £5,000 for lamps;\n2. Note the lamps.",
    "a semicolon and and": "1. Approve £5,000 for lamps; and\n2. Note the lamps.",
    "a comma and and": "1. Approve £5,000 for lamps, and\n2. Note the lamps.",
    "and alone": "1. Approve £5,000 for lamps and\n2. Note the lamps.",
    "markup": "1. **Approve** £5,000 for lamps\n2. Note *the* lamps.",
    "residue before the list": "Sp hndn\n\n1. Approve £5,000 for lamps\n2. Note the lamps.",
    "residue between the items": "1. Approve £5,000 for lamps\n\nSp hn\n\n2. Note the lamps.",
    "a page number between the items": "1. Approve £5,000 for lamps\n\n2\n\n2. Note the lamps.",
    "a footer between the items": "1. Approve £5,000 for lamps\n\nPCD July 2020\n\n2. Note the lamps.",
}


@pytest.mark.parametrize("words", MARKS.values(), ids=MARKS)
def test_items_are_known_by_their_marks(form, words):
    assert items(form(recommendation=LEAD + words)) == TWO


LEADS = {
    "recommended to": "The DMPC is recommended to:",
    "asked to": "The Deputy Mayor for Policing and Crime is asked to:",
    "that the DMPC": "That the DMPC:",
    "this decision requests": "This decision requests that the DMPC:",
    "none": "",
    "a colon only": "Recommended actions for this year:",
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_the_lead_in_is_no_item(form, lead):
    assert items(form(recommendation=f"{lead}\n\n1. Approve £5,000 for lamps\n2. Note the lamps.")) == TWO


BULLETS = {
    "markdown's star": "* ",
    "markdown's plus": "+ ",
    "Word's o": "o ",
    "Word's o and a tab": "o\t",
    "Word's bullet, of the Symbol font": "\uf0b7 ",
    "Word's bullet and a tab": "\uf0b7\t",
    "Word's square, of Wingdings": "\uf0a7 ",
    "Word's four diamonds": "\uf076 ",
    "Word's arrow": "\uf0d8 ",
    "an arrow": "➢ ",
    "Word's tick": "\uf0fc ",
    "a black square": "■ ",
    "a black square and a tab": "■\t",
    "a triangle": "► ",
    "what a copy makes of the square": "§ ",
}


@pytest.mark.parametrize("mark", BULLETS.values(), ids=BULLETS)
def test_other_bullets_are_marks(form, mark):
    words = f"{mark}Approve £5,000 for lamps\n{mark}Note the lamps."
    assert items(form(recommendation=LEAD + words)) == TWO


def test_a_section_of_the_law_is_no_item(form):
    words = "1. Approve £5,000 for lamps under section 143 and\n§ 144 of the Act\n2. Note the lamps."
    assert [number for number, _, _ in items(form(recommendation=LEAD + words))] == [1, 2]
    words = "The DMPC is asked to approve lamps at £5,000\n+ VAT."
    assert [text for _, _, text in items(form(recommendation=words))] == ["approve lamps at £5,000 + VAT."]
    words = "Approve £5,000 for lamps under\n§ 144 of the Act of 2014.\nNote the lamps."
    assert [action for _, action, _ in items(form(recommendation=LEAD + words))] == ["approve", "note"]


def test_a_symbol_fonts_bullet_shows_as_one_in_a_text(form):
    words = "1. Approve £5,000 for:\n\uf0b7 lamps;\n\uf0b7 boats.\n2. Note the lamps."
    assert items(form(recommendation=LEAD + words))[0][2] == "Approve £5,000 for: • lamps; • boats."


def test_unmarked_items_may_begin_with_a_small_letter(form):
    words = "That the DMPC:\n\napproves £5,000 for lamps; and\nnotes the lamps."
    found = items(form(recommendation=words))
    assert [(number, action) for number, action, _ in found] == [(1, "approve"), (2, "note")]


def test_letters_may_run_beyond_h(form):
    words = "\n".join(f"({letter}) Note boat number {letter}" for letter in "abcdefghij")
    assert len(form(recommendation=LEAD + words).recommendations) == 10


def test_items_may_be_numbered_as_paragraphs(form):
    assert items(form(recommendation=LEAD + "1.1 Approve £5,000 for lamps\n1.2 Note the lamps.")) == TWO


def test_a_sentence_behind_the_list_is_an_item(form):
    words = "1. Approve £5,000 for lamps\n2. Note the lamps.\n\nThe DMPC is also asked to agree the plan."
    assert [action for _, action, _ in items(form(recommendation=LEAD + words))] == [
        "approve",
        "note",
        "agree",
    ]


SUB_ITEMS = {
    "letters under numbers": (
        "1. Approve £5,000 for\n a) lamps; and\n b) boats\n2. Note the lamps.",
        ["Approve £5,000 for a) lamps; and b) boats", "Note the lamps."],
    ),
    "romans under letters": (
        "a) Approve £5,000 for\n i. lamps\n ii. boats\nb) Note the lamps.",
        ["Approve £5,000 for i. lamps ii. boats", "Note the lamps."],
    ),
    "bullets under numbers": (
        "1. Approve £5,000 for:\n • lamps;\n • boats.\n2. Note the lamps.",
        ["Approve £5,000 for: • lamps; • boats.", "Note the lamps."],
    ),
    "a paragraph of its own": (
        "1. Approve £5,000 for lamps.\n\nThey are all on the north bank of the canal.\n\n2. Note the lamps.",
        ["Approve £5,000 for lamps. They are all on the north bank of the canal.", "Note the lamps."],
    ),
    "bullets of the same shape, further in": (
        "• Approve £5,000 for:\n    • lamps\n    • boats\n• Note the lamps.",
        ["Approve £5,000 for: • lamps • boats", "Note the lamps."],
    ),
    "bullets further in, over two lines": (
        "• Approve £5,000 for:\n    • lamps and\n      oars\n    • boats\n• Note the lamps.",
        ["Approve £5,000 for: • lamps and oars • boats", "Note the lamps."],
    ),
    "bullets further in, below no colon": (
        "• Approve £5,000 for lamps\n    • Note the lamps.",
        ["Approve £5,000 for lamps", "Note the lamps."],
    ),
    "bullets below a colon, no further in": (
        "• Approve £5,000 for lamps as follows:\n• Note the lamps.",
        ["Approve £5,000 for lamps as follows:", "Note the lamps."],
    ),
    "bullets in a row of which one is further in": (
        "• Approve £5,000 for\n    lamps\n  • Note the lamps.",
        ["Approve £5,000 for lamps", "Note the lamps."],
    ),
    "numbers further in": (
        "1. Approve £5,000 for:\n   1. lamps; and\n   2. boats\n2. Note the lamps.",
        ["Approve £5,000 for: 1. lamps; and 2. boats", "Note the lamps."],
    ),
    "numbers further in that count on": (
        "1. Approve £5,000 for lamps as follows:\n  2. Note the lamps.",
        ["Approve £5,000 for lamps as follows:", "Note the lamps."],
    ),
    "items on one line": (
        "1. Approve £5,000 for lamps; 2. Note the lamps; and 3. Note the boats.",
        ["Approve £5,000 for lamps", "Note the lamps", "Note the boats."],
    ),
    "numbers on one line that count no items": (
        "1. Approve £5,000 for lamps of type A. 2. Lamps are bright; 3. Boats are not.\n2. Note the lamps.",
        ["Approve £5,000 for lamps of type A. 2. Lamps are bright; 3. Boats are not.", "Note the lamps."],
    ),
    "a wrapped date": (
        "1 Approve £5,000 for lamps from\n1 April 2024 to\n31 March 2025.\n2 Note the lamps.",
        ["Approve £5,000 for lamps from 1 April 2024 to 31 March 2025.", "Note the lamps."],
    ),
    "a bullet that a page break put before the rest of a sentence": (
        "1. Approve £5,000 for lamps that stand on\n\n- the north bank\n\n2. Note the lamps.",
        ["Approve £5,000 for lamps that stand on the north bank", "Note the lamps."],
    ),
}


@pytest.mark.parametrize(("words", "texts"), SUB_ITEMS.values(), ids=SUB_ITEMS)
def test_an_item_runs_to_the_next_one_and_keeps_what_stands_below_it(form, words, texts):
    assert [text for _, _, text in items(form(recommendation=LEAD + words))] == texts


@pytest.mark.parametrize("lead", ["Approve £5,000 for", "Approve £5,000 for:"])
def test_bullets_in_a_row_are_no_page_break(form, lead):
    text = items(form(recommendation=f"{LEAD}1. {lead}\n • lamps\n • boats\n2. Note the lamps."))[0][2]
    assert text == f"{lead} • lamps • boats"


SENTENCES = {
    "one": (
        "The DMPC is asked to approve £5,000 for lamps.",
        [(1, "approve", "approve £5,000 for lamps.")],
    ),
    "two": (
        "The DMPC is asked to approve £5,000 for lamps.\n\nThe DMPC is asked to note the boats.",
        [(1, "approve", "approve £5,000 for lamps."), (2, "note", "note the boats.")],
    ),
    "two on one line": (
        "The DMPC is asked to approve £5,000 for lamps. The DMPC is asked to note the boats.",
        [(1, "approve", "approve £5,000 for lamps."), (2, "note", "note the boats.")],
    ),
    "one and what explains it": (
        "The DMPC is asked to approve £5,000 for lamps. They are bright.",
        [(1, "approve", "approve £5,000 for lamps. They are bright.")],
    ),
    "that the DMPC does": (
        "That the DMPC approves £5,000 for lamps.",
        [(1, "approve", "approves £5,000 for lamps.")],
    ),
    "the DMPC does": (
        "The DMPC authorises £5,000 for lamps.",
        [(1, "authorise", "authorises £5,000 for lamps.")],
    ),
    "wrapped before it asks": (
        "The Deputy Mayor for Policing and\nCrime is recommended to approve £5,000 for lamps\nand boats.",
        [(1, "approve", "approve £5,000 for lamps and boats.")],
    ),
    "wrapped within the decision maker's post": (
        "It is recommended that the Deputy Mayor for Policing and\nCrime approves £5,000 for lamps.",
        [(1, "approve", "approves £5,000 for lamps.")],
    ),
    "wrapped within who is asked": (
        "The Deputy\nMayor is asked to approve £5,000 for lamps.",
        [(1, "approve", "approve £5,000 for lamps.")],
    ),
    "wrapped twice before it asks": (
        "The Deputy Mayor for\nPolicing and Crime is\nrecommended to approve £5,000 for lamps.",
        [(1, "approve", "approve £5,000 for lamps.")],
    ),
    "wrapped before a date": (
        "The DMPC is asked to approve lamps from\n1 April 2024 to 31 March 2025 at £5,000.",
        [(1, "approve", "approve lamps from 1 April 2024 to 31 March 2025 at £5,000.")],
    ),
    "numbered": (
        "1. The DMPC is asked to approve £5,000 for lamps.\n2. The DMPC is asked to note the boats.",
        [(1, "approve", "approve £5,000 for lamps."), (2, "note", "note the boats.")],
    ),
    "numbered, without a sum": (
        "1. The DMPC is asked to note the lamps.\n2. The DMPC is asked to note the boats.",
        [(1, "note", "note the lamps."), (2, "note", "note the boats.")],
    ),
    "the bullets that divide its sum belong to it": (
        "The DMPC is asked to approve £5,000 in all:\n\n• £3,000 for lamps; and\n• £2,000 for boats.",
        [(1, "approve", "approve £5,000 in all: • £3,000 for lamps; and • £2,000 for boats.")],
    ),
}


@pytest.mark.parametrize(("words", "read_as"), SENTENCES.values(), ids=SENTENCES)
def test_a_lead_in_sentence_without_a_list_is_an_item_from_its_verb(form, words, read_as):
    assert items(form(recommendation=words)) == read_as


LEAD_ACTIONS = {
    "nouns under a lead-in's verb": (
        "The DMPC is asked to approve:\n\n1. Lamps at £5,000\n2. Boats at £6,000",
        ["approve", "approve"],
    ),
    "a noun that looks like a verb": (
        "The DMPC is asked to approve:\n\n1. Grants of £5,000 to boroughs\n2. Awards of £6,000",
        ["approve", "approve"],
    ),
    "a verb of its own goes before the lead-in's": (
        "The DMPC is asked to approve:\n\n1. Lamps at £5,000\n2. Delegate the signing to an officer",
        ["approve", "delegate"],
    ),
    "a lead-in that is wrapped before its verb": (
        "The DMPC is asked\nto approve:\n\n1. Lamps at £5,000\n2. Boats at £6,000",
        ["approve", "approve"],
    ),
    "a lead-in whose verb is on a line of its own": (
        "The DMPC is asked to\napprove the following:\n\n1. Lamps at £5,000\n2. Boats at £6,000",
        ["approve", "approve"],
    ),
    "items without marks below a lead-in without a colon": (
        "The DMPC is asked to\nApprove lamps at £5,000 in all\nNote the boats that are old",
        ["approve", "note"],
    ),
    "items behind the lead-in, on its line, numbers": (
        "The DMPC is asked to: 1. Approve lamps at £5,000; and 2. Note boats",
        ["approve", "note"],
    ),
    "items behind the lead-in, on its line, small letters": (
        "The DMPC is asked to: 1. approve lamps at £5,000; 2. note boats",
        ["approve", "note"],
    ),
    "items behind the lead-in, on its line, letters": (
        "The DMPC is asked to: a) Approve lamps at £5,000; b) Note boats",
        ["approve", "note"],
    ),
    "items behind the lead-in, on its line, Roman numbers": (
        "The DMPC is asked to: (i) approve lamps at £5,000; (ii) note boats",
        ["approve", "note"],
    ),
    "items behind the lead-in, on its line, bullets": (
        "The DMPC is asked to: • Approve lamps at £5,000 • Note boats",
        ["approve", "note"],
    ),
    "a sum's uses, on its line": (
        "The DMPC is asked to approve £5,000 to: a) provide lamps; and b) renew boats.",
        ["approve"],
    ),
    "a sub-item's letter on an item's line": (
        "1. Approve lamps, as they are used to: a) note boats; b) note docks\n2. Note boats",
        ["approve", "note"],
    ),
    "no verb at all": ("1. Lamps at £5,000\n2. Boats at £6,000", [None, None]),
}


@pytest.mark.parametrize(("words", "actions"), LEAD_ACTIONS.values(), ids=LEAD_ACTIONS)
def test_an_item_without_a_verb_has_the_lead_ins(form, words, actions):
    assert [action for _, action, _ in items(form(recommendation=words))] == actions


ACTIONS = {
    "Approve the grant": "approve",
    "Agrees a budget": "agree",
    "approving the grant": "approve",
    "Approval of the grant": "approve",
    "Authorize the award": "authorise",
    "Formally approve the grant": "approve",
    "To approve the grant": "approve",
    "and note the plan": "note",
    "In principle agree the plan": "agree",
    "Delegates the signing": "delegate",
    "Variation of the contract": None,
    "Re-allocate the rest": "reallocate",
    "Carry forward £5,000": "carry",
    "the signing of the lease": "sign",
    "Lamps on the towpath": None,
    "Existing lamps stay": None,
    "£5,000 for lamps": None,
    "That": None,
    "": None,
}


@pytest.mark.parametrize(("words", "action"), ACTIONS.items(), ids=[w or "nothing" for w in ACTIONS])
def test_an_action_is_the_leading_verbs_plain_form(words, action):
    assert action_of(words) == action


@pytest.mark.parametrize(
    ("words", "action"), [("Varies the contract", "vary"), ("Ratified the lease", "ratify")]
)
def test_an_action_may_end_in_y(words, action):
    assert action_of(words) == action


@pytest.mark.parametrize("word", ["noted,", "Awarding", "EXTENDS", "accepted", "releases", "Uses"])
def test_a_verbs_other_forms_are_known(word):
    assert plain_verb(word) in {"note", "award", "extend", "accept", "release", "use"}


@pytest.mark.parametrize("word", ["lamps", "this", "seeing", "needed", "boats"])
def test_other_words_in_s_ing_and_ed_are_no_verbs_of_decision(word):
    assert plain_verb(word) is None


NUMBERS = {
    "as printed where they count up": ("1. Agree lamps\n3. Note boats", [1, 3]),
    "1, 2, 3 where all are the same": ("1. Agree lamps\n1. Note boats\n1. Sign it", [1, 2, 3]),
    "1, 2, 3 for letters": ("(b) Agree lamps\n(c) Note boats", [1, 2]),
    "1, 2, 3 where they go back": ("2. Agree lamps\n1. Note boats", [1, 2]),
}


@pytest.mark.parametrize(("words", "numbers"), NUMBERS.values(), ids=NUMBERS)
def test_items_are_numbered_as_a_reader_counts_them(form, words, numbers):
    assert [r.number for r in form(recommendation=LEAD + words).recommendations] == numbers


def test_an_item_knows_its_line(form, form_text):
    words = LEAD + "1. Approve £5,000 for lamps\n\n2. Note the lamps."
    lines = form_text(recommendation=words).split("\n")
    decision = form(recommendation=words)
    assert [lines[r.line - 1] for r in decision.recommendations] == [
        "1. Approve £5,000 for lamps",
        "2. Note the lamps.",
    ]
    marked = [r for r in decision.readings if r.field.startswith("recommendations ")]
    assert [r.rule for r in marked] == ["recommendation item"] * 2


def test_a_decision_may_have_none(form):
    assert form(recommendation="").recommendations == ()


def test_where_nothing_else_recommends_a_paragraph_of_the_report_may(read):
    page = "Non-confidential facts and advice to the DMPC\n\n1. Introduction and background\n\n1.1 Boats.\n\n"
    page += "1.2 The DMPC is asked to approve help of up to £5,000 for four crews.\n\n2. Legal Comments\n\n2.1 Law."
    decision = read(page + "\n\nDownload | DMPCD 2015 61 | 164 KB |")
    (asked,) = decision.recommendations
    assert (asked.action, asked.text) == ("approve", "approve help of up to £5,000 for four crews.")
    assert decision.value == 5_000_00
    assert [p.number for s in decision.sections for p in s.paragraphs] == ["1.1", "1.2", "2.1"]


def test_a_paragraph_of_the_report_may_lead_in_to_a_list(read):
    page = "Non-confidential facts and advice to the DMPC\n\n1. Introduction and background\n\n1.1 Boats.\n\n"
    page += "1.2 The DMPC is asked to:\n\n(a) approve £5,000\nfor crews;\n\n(b) note the lamps; and\n\n"
    page += "(c) delegate the signing.\n\n1.3 Docks cost £900.\n\n2. Legal Comments\n\n2.1 Law."
    decision = read(page + "\n\nDownload | DMPCD 2015 61 | 164 KB |")
    assert [(item.action, item.text) for item in decision.recommendations] == [
        ("approve", "approve £5,000 for crews"),
        ("note", "note the lamps"),
        ("delegate", "delegate the signing."),
    ]
    assert decision.value == 5_000_00


def test_items_may_begin_with_a_bare_number_and_a_small_letter(form):
    words = (
        "The DMPC is asked to approve:\n\n1 the acceptance of £5,000\n1 grants of £3,000\n1 a change of terms"
    )
    assert [r.text for r in form(recommendation=words).recommendations] == [
        "the acceptance of £5,000",
        "grants of £3,000",
        "a change of terms",
    ]


def test_a_wrapped_line_that_begins_with_a_number_is_no_item(form):
    words = "The DMPC is asked to approve lamps at £5,000 in all, for the north bank, over\n3 years of work."
    assert [r.text for r in form(recommendation=words).recommendations] == [
        "approve lamps at £5,000 in all, for the north bank, over 3 years of work."
    ]


def test_a_wrapped_line_of_one_thing_more_is_no_item(form):
    words = "That the DMPC approves the award of contracts for two boats and\n1 crane at a cost of £50,000."
    assert [r.text for r in form(recommendation=words).recommendations] == [
        "approves the award of contracts for two boats and 1 crane at a cost of £50,000."
    ]


def test_an_item_that_begins_as_a_section_may_is_one(form):
    words = LEAD + "1. Legal advice 1.1 The DMPC is asked to approve £5,000.\n2. Approve £6,000 for lamps."
    decision = form(recommendation=words)
    assert (decision.value, len(decision.recommendations)) == (11_000_00, 2)


def test_an_item_that_leads_in_to_a_list_keeps_it(form):
    decision = form(
        recommendation="1.1 The Deputy Mayor for Policing and Crime is asked to:\n\n- Approve £5,000 for lamps\n"
        "- Delegate the contract\n\n1.2 The Deputy Mayor is also asked to note the risks."
    )
    assert [item.action for item in decision.recommendations][:2] == ["approve", "delegate"]
    assert decision.value == 500_000


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("a) Approve the lamps; b) the officer to sign; c) Note the boats.", 1),
        ("1. Approve the lamps; 2. The purchase of boats; and 3. Note it.", 3),
    ],
)
def test_items_on_one_line_are_parted_all_or_none(form, words, items):
    decision = form(recommendation=f"The DMPC is asked to:\n\n{words}")
    assert len(decision.recommendations) == items
    assert " ".join(item.text for item in decision.recommendations).count("ote") == 1  # nothing is lost
