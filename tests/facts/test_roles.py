"""What part each sum plays, by the sentence and the section it stands in.

Each example is one part of a form whose other parts say nothing of money, and the roles of all its sums.
"""

import pytest

LEAD = "The DMPC is recommended to:\n\n"
APPROVES = LEAD + "1. Approve £5,000 in 2024/25 for lamps."


def roles(decision):
    return [m.role for m in decision.money]


RECOMMENDED = {
    "prior: what another approved is cut": (
        "1. Approve a reduction of £900 in the budget, from the £9,000 approved in PCD 401 to £8,100.",
        ["decided", "prior", "total"],
    ),
    "decided: a sum approved": ("1. Approve £5,000 for lamps.", ["decided"]),
    "decided: a grant awarded": ("1. Award a grant of up to £5,000 to Boats Ltd.", ["decided"]),
    "decided: a contract let": ("1. Approve the award of a contract worth £5,000 to Boats Ltd.", ["decided"]),
    "decided: the parts of a sum": (
        "1. Approve £5,000 for lamps, of which £3,000 is for the north bank.",
        ["decided", "decided"],
    ),
    "decided: a ceiling that the decision itself delegates": (
        "1. Delegate to the Director the award of contracts of up to £5,000.",
        ["decided"],
    ),
    "decided: paid to another": ("1. Approve payment of £5,000 to the canal trust.", ["decided"]),
    "decided: an increase": ("1. Approve an increase of £5,000 in the cost of lamps.", ["decided"]),
    "decided: asked again for the same": ("1. Approve a further £5,000 for lamps.", ["decided"]),
    "income: accepted": ("1. Accept £5,000 from the Home Office.", ["income"]),
    "income: the receipt approved": ("1. Approve the receipt of £5,000 from the Home Office.", ["income"]),
    "income: acceptance agreed": ("1. Agree acceptance of a grant of £5,000 from the Ministry.", ["income"]),
    "income, then decided: accepted and paid on": (
        "1. Accept £5,000 from the Home Office and award £4,000 to Boats Ltd.",
        ["income", "decided"],
    ),
    "income, then decided: in two items": (
        "1. Accept £5,000 from the Home Office.\n2. Award £4,000 to Boats Ltd.",
        ["income", "decided"],
    ),
    "carried-over: over": ("1. Agree to carry over £5,000 from 2023/24 to 2024/25.", ["carried-over"]),
    "carried-over: forward, after the sum": (
        "1. Approve £5,000 carried forward from 2023/24.",
        ["carried-over"],
    ),
    "carried-over: with new money": (
        "1. Agree a carry-over of £5,000 from 2023/24 and approve £6,000 for 2024/25.",
        ["carried-over", "decided"],
    ),
    "prior: approved by another decision": (
        "1. Approve £5,000 on top of the £9,000 approved in PCD 401.",
        ["decided", "prior"],
    ),
    "prior: already accepted": (
        "1. Accept a further £5,000 from the Home Office on top of the £9,000 already accepted.",
        ["income", "prior"],
    ),
    "prior, then total: raised from and to": (
        "1. Approve an increase of £5,000 in the contract, from £9,000 to £14,000.",
        ["decided", "prior", "total"],
    ),
    "total: of the amounts of the sentence": (
        "1. Approve £5,000 for lamps and £6,000 for boats, making £11,000.",
        ["decided", "decided", "total"],
    ),
    "decided: a whole before its parts": (
        "1. Approve £11,000: £5,000 for lamps and £6,000 for boats.",
        ["decided"] * 3,
    ),
    "background: a pot that it comes from": (
        "1. Approve £5,000 for lamps, to be met from the £10m Transformation Fund.",
        ["decided", "background"],
    ),
    "carried-over: what a carry-over is made up of": (
        "1. Approve the carry forward of £5,000 to 2025/26, as follows\na. £3,000 for lamps\nb. £2,000 for boats",
        ["carried-over"] * 3,
    ),
    "prior, then total: taken from and to": (
        "1. Approve additional spending of £5,000, taking the budget from £9,000 (PCD 401) to £14,000.",
        ["decided", "prior", "total"],
    ),
    "not prior: what is approved of what another decision awarded": (
        "1. Approve an extension of the contracts awarded by PCD 401, at an estimated cost of £5,000.",
        ["decided"],
    ),
    "background: what is left over": ("1. Agree that the £5,000 remaining is held back.", ["background"]),
    "income: the price of what is sold": (
        "1. Approve the sale of the dock at a price of £5,000.\n2. Approve the grant of a lease at a rent of £600.",
        ["income", "income"],
    ),
    "total: of a sum's years": (
        "1. Approve a grant of £5,000 in each of 2024/25 and 2025/26 (£10,000 in total).",
        ["decided", "total"],
    ),
    "threshold: a limit of authority that is changed": (
        "1. Approve the amended regulations, which raise from £5,000 to £9,000 the value at which bids are sought.",
        ["threshold", "threshold"],
    ),
    "background: a saving": (
        "1. Approve lamps at £5,000, which will save £900 a year.",
        ["decided", "background"],
    ),
}


@pytest.mark.parametrize(("words", "expected"), RECOMMENDED.values(), ids=RECOMMENDED)
def test_a_sum_of_a_recommendation(form, words, expected):
    assert roles(form(recommendation=LEAD + words)) == expected


def test_an_underspend_that_is_used_in_the_next_year_is_carried_over(form):
    words = "1. Approve an underspend of £5,000 from 2023/24 to be used in 2024/25."
    assert roles(form(recommendation=LEAD + words)) == ["carried-over"]


SUMMARY = {
    "prior: the citation tells of the subject": (
        "The budget for 2023/24, approved in PCD 401, was £9,000.",
        ["prior"],
    ),
    "decided: the sum approved": ("This decision seeks £5,000 for lamps.", ["decided"]),
    "decided: asked for, though the recommendation differs": (
        "Approval is sought for £4,000 for lamps.",
        ["decided"],
    ),
    "decided: the same sum without asking": ("Lamps cost £5,000.", ["decided"]),
    "background: another sum": ("Broken lamps cost boat owners £700 each year.", ["background"]),
    "background: what was spent": ("Last year £700 was spent on lamps.", ["background"]),
    "background: what another body pays": ("The canal trust pays £700 a year for dredging.", ["background"]),
    "prior: what it brought": ("The first round, accepted in PCD 401, brought London £9,000.", ["prior"]),
    "prior: another decision's": ("PCD 401 approved £9,000 for boats.", ["prior"]),
    "prior: through another decision": ("Boats had £9,000 approved through PCD 401.", ["prior"]),
    "prior: that another decision set aside": ("It adds to the £9,000 that PCD 401 set aside.", ["prior"]),
    "prior: already agreed": ("The £9,000 already agreed for boats is not touched.", ["prior"]),
    "prior: in the bracket behind its decision": (
        "Boats were approved in PCD 401 (April 2017, £9,000 over two years).",
        ["prior"],
    ),
    "prior: what the sentence after it says of it": (
        "Boats were approved by PCD 401 in June 2021. It provided £9,000 for them.",
        ["prior"],
    ),
    "prior: in the amount of": ("Help was agreed in PCD 401 in the amount of £9,000.", ["prior"]),
    "prior: to which it was allotted": (
        "The fund, to which £9,000 was allotted by PCD 401, is spent.",
        ["prior"],
    ),
    "prior: in the bracket behind its decision alone": (
        "The decision on boats last year was PCD 401 (£9,000), which was noted.",
        ["prior"],
    ),
    "prior: that this comes on top of": ("It is in addition to the £9,000 approved for boats.", ["prior"]),
    "not prior: what is sought for what another decision let": (
        "Approval is sought to extend the contract, as allowed when it was let (PCD 401), at a cost of £4,000.",
        ["decided"],
    ),
    "background: what another decision forecast": (
        "The last report (PCD 401) showed an underspend of £700.",
        ["background"],
    ),
    "background: slippage that is only reported": ("There is slippage of £700 on boats.", ["background"]),
    "decided: parts that make the sum, which isn't stated": (
        "Glass will cost £3,000 and posts £2,000.",
        ["decided", "decided"],
    ),
    "prior: set against what was approved": (
        "Boats cost £800 against the £900 approved.",
        ["background", "prior"],
    ),
    "prior: the approved budget": ("The approved budget for boats is £9,000.", ["prior"]),
    "background: a budget that money is within": (
        "It is within the approved budget for boats, which is £9,000.",
        ["background"],
    ),
    "total: with the rise that is sought": (
        "An uplift of £4,000 is sought, which would bring the total to £9,000.",
        ["decided", "total"],
    ),
    "background: less than": (
        "Lamps cost £5,000, which is £300 less than was feared.",
        ["decided", "background"],
    ),
    "background: both ends of a saving": (
        "Lamps will save between £300 and £400 a year.",
        ["background", "background"],
    ),
    "decided: in instalments": ("It is paid in two instalments of £2,500.", ["decided"]),
    "carried-over, then decided: what is carried into a year": (
        "Of it £7,000 is carried into 2024/25, and £5,000 is used for lamps.",
        ["carried-over", "decided"],
    ),
    "prior: when it was accepted": (
        "The grant was £9,000 in 2019/20, when it was accepted by PCD 401.",
        ["prior"],
    ),
    "prior: which was accepted": (
        "It comes from the grant of £9,000, which was accepted in PCD 401.",
        ["prior"],
    ),
    "prior: found under it": ("A sum of £9,000 was found from reserves under PCD 401.", ["prior"]),
    "prior: revised to it": ("The budget was revised in May to £9,000 by PCD 401.", ["prior"]),
    "not prior: a part of what another decision approved": (
        "The £5,000 is within the programme approved in PCD 401.",
        ["decided"],
    ),
    "not prior: this decision amends another": (
        "This decision amends PCD 401 and seeks £5,000 more for lamps.",
        ["decided"],
    ),
    "not prior: another decision did something else": (
        "PCD 401 dealt with boats. Lamps are broken at a cost of £700.",
        ["background"],
    ),
    "carried-over: slippage": ("Slippage of £8,000 from 2023/24 is used.", ["carried-over"]),
    "background: set against the sum": (
        "Lamps cost £5,000, against £4,000 for the year now ending.",
        ["decided", "background"],
    ),
    "background: by how much it rose": (
        "A budget of £5,000 is proposed, an increase of £300.",
        ["decided", "background"],
    ),
    "background: under budget": (
        "Boats were approved in PCD 401 and came in £300 under budget.",
        ["background"],
    ),
    "income: what is brought in": (
        "Approval is sought for £5,000; grants bring in £4,000.",
        ["decided", "income"],
    ),
    "total: what it takes another to": (
        "It adds £5,000 to the £9,000 approved in PCD 401, which takes the boats to £14,000.",
        ["decided", "prior", "total"],
    ),
    "decided: from and to, where it is the sum approved": (
        "The yearly cost goes from £4,000 to £5,000.",
        ["background", "decided"],
    ),
    "background: what is not asked for": (
        "Docks would cost £900, for which no approval is sought.",
        ["background"],
    ),
    "prior: what a citation's subject was worth": (
        "The first lamps, approved by PCD 401, were worth £900.",
        ["prior"],
    ),
    "prior: what was given by another": ("The docks were given £900 by PCD 401.", ["prior"]),
    "prior: the pot that another decision set up": (
        "Lamps are charged to the £900 envelope that PCD 401 approved.",
        ["prior"],
    ),
    "carried-over: of what another approved": (
        "It notes that £900 of the sum approved by PCD 401 is unspent, and is carried over from 2023/24.",
        ["carried-over"],
    ),
    "prior: what the decision maker did there": ("In 2023 the DMPC accepted £900 in PCD 401.", ["prior"]),
    "prior: behind a decision that extends it": (
        "This decision extends lamps that were awarded by PCD 401, signed on 2 May 2023, at £900 for a year.",
        ["prior"],
    ),
    "carried-over: not spent in one year, and used in another": (
        "It lets £900 which will not be spent in 2023/24 be used in 2024/25.",
        ["carried-over"],
    ),
    "decided: asks to spend": ("The MPS asks to spend £5,000 on lamps.", ["decided"]),
    "carried-over: asked to be moved": ("It is asked that £900 be moved into 2025/26.", ["carried-over"]),
    "background: moved to another place": ("The £900 store was moved to Brent in May.", ["background"]),
    "decided: what a year of it costs": (
        "A lease of two years is offered. The lamps would be £2,500 a year.",
        ["decided"],
    ),
    "background: what a year of something else costs": ("The docks cost £2,500 a year.", ["background"]),
    "decided, then total: each year, and all of them": (
        "This decision allots £2,500 in each of the two years, which makes £5,000.",
        ["decided", "total"],
    ),
    "total: with what others give": (
        "Lamps cost £9,000, of which the trust gives £4,000 and, with this decision, MOPAC £5,000.",
        ["total", "background", "decided"],
    ),
    "decided: to be spent in parts": (
        "It will be spent as to £3,000 on glass and £2,000 on posts.",
        ["decided"] * 2,
    ),
    "background: money of other years": ("In 2019/20 the lamps cost £5,000.", ["background"]),
}


@pytest.mark.parametrize(("words", "expected"), SUMMARY.values(), ids=SUMMARY)
def test_a_sum_of_the_summary(form, words, expected):
    assert roles(form(summary=words, recommendation=APPROVES)) == [*expected, "decided"]


FINANCIAL = {
    "decided: the sum approved": ("The cost of £5,000 will be met from the reserve.", ["decided"]),
    "decided: its parts, in a list": ("Lamps cost £5,000:\n• £5,000 for glass", ["decided", "decided"]),
    "background: the budget it comes from": (
        "The cost is met from the police grant of £2,300m.",
        ["background"],
    ),
    "decided: what these awards cost, with a slip": ("The cost of these awards is £5,400.", ["decided"]),
    "background: what it costs at present": (
        "The cost of this extension is £5,400 at present.",
        ["background"],
    ),
    "decided: added by what amends another": (
        "This decision amends PCD 401 so that boats are used in May, and adds £5,000.",
        ["decided"],
    ),
    "background: what others cost": ("The cost of those awards was £5,400.", ["background"]),
    "background: an underspend": ("There is an underspend of £700 on dredging.", ["background"]),
    "background: the first year of it": ("The lamps of 2021/22 cost £650.", ["background"]),
    "prior: the envelope": ("Of the £9,000 in PCD 401, most is spent.", ["prior"]),
    "carried-over": ("It is proposed to carry forward £8,000 to 2025/26.", ["carried-over"]),
    "carried-over: what the carry-over is made up of": (
        "The carry forward of £8,000 is new. It is made up of £7,000 for boats and £1,000 for docks.",
        ["carried-over"] * 3,
    ),
    "threshold: beyond an officer's authority": (
        "All are over £250,000 and go beyond the authority of the Chief Financial Officer.",
        ["threshold"],
    ),
    "threshold: what an officer is limited to": (
        "The Director signed it within her authority (which is limited to £9,000).",
        ["threshold"],
    ),
    "not a threshold: the size of the reserve": (
        "The reserve for the group is kept at £9,000.",
        ["background"],
    ),
    "not a threshold: a limit of the offer": ("The trust will add up to £700.", ["background"]),
}


@pytest.mark.parametrize(("words", "expected"), FINANCIAL.values(), ids=FINANCIAL)
def test_a_sum_of_the_financial_comments(form, words, expected):
    assert roles(form(financial=words, recommendation=APPROVES)) == ["decided", *expected]


PARTS_OF_IT = {
    "made up of": (
        "The £5,000 is made up of £3,000 for glass and £2,000 for posts.",
        ["total", "decided", "decided"],
    ),
    "of which": ("Of the £5,000, £3,000 is for glass.", ["decided", "decided"]),
}


@pytest.mark.parametrize(("words", "expected"), PARTS_OF_IT.values(), ids=PARTS_OF_IT)
def test_the_parts_of_a_decided_sum_are_decided_wherever_they_stand(form, words, expected):
    assert roles(form(financial=words, recommendation=APPROVES)) == ["decided", *expected]


LEGAL = {
    "threshold: for a carry-over": (
        "The Financial Regulations ask for approval of a carry forward of £100,000 or more.",
        ["threshold"],
    ),
    "threshold: the decision's own sum, reserved over a line's end": (
        "Business cases of £5,000 or above are reserved\nto the DMPC.",
        ["threshold"],
    ),
    "threshold: in a scheme": (
        "Under the Scheme of Delegation and Consent the DMPC approves contracts of £500,000 and above.",
        ["threshold"],
    ),
    "threshold: in the regulations": (
        "The Public Contracts Regulations 2015 apply to services above £663,540.",
        ["threshold"],
    ),
    "threshold: what needs her approval": (
        "Business cases over £1 million need the approval of the DMPC.",
        ["threshold"],
    ),
    "threshold: reserved to her": ("Awards of £1 million or more are reserved to the DMPC.", ["threshold"]),
    "not a threshold: the decision's own": ("MOPAC may by law pay the £5,000 for lamps.", ["decided"]),
    "not a threshold: a court's award": ("In the case of the barge, damages came to £700.", ["background"]),
}


@pytest.mark.parametrize(("words", "expected"), LEGAL.values(), ids=LEGAL)
def test_a_sum_of_the_legal_comments(form, words, expected):
    assert roles(form(legal=words, recommendation=APPROVES)) == ["decided", *expected]


def test_where_the_scheme_itself_is_decided_on_bounds_are_limits_of_authority(form):
    words = "1. Approve the revised Scheme of Consent and Delegation."
    issues = "Debts of £1,000 or less are written off by officers, who settle claims up to £9,000."
    assert roles(form(issues=issues, recommendation=LEAD + words)) == ["threshold"] * 2


def test_a_table_of_limits_is_no_budget(form):
    table = "The limits are these.\n\nOfficer\tPresent limit\tProposed limit\nDirector\t£5,000\t£9,000"
    table += "\nChief Executive\t£50,000\tAbove £90,000"
    decision = form(issues=table, recommendation=LEAD + "1. Approve the limits at 2.1.")
    assert (roles(decision), decision.budget_lines, decision.value) == (["threshold"] * 4, (), None)


def test_a_limit_for_a_year_is_a_budget(form):
    table = "The sums are these.\n\nItem\tLimit 2024/25\nLamps\t£5,000\nBoats\t£9,000"
    decision = form(financial=table, recommendation=LEAD + "1. Approve the sums at 3.1.")
    assert [line.amount for line in decision.budget_lines] == [5_000_00, 9_000_00]


def test_a_threshold_may_stand_outside_the_legal_comments(form):
    words = "Contracts above £500,000 come to the DMPC under the scheme of delegation."
    assert roles(form(issues=words, recommendation=APPROVES)) == ["decided", "threshold"]


ACCEPTED = LEAD + "1. Accept £5,000 from the Home Office.\n2. Award £5,000 to Boats Ltd."
PASSED_ON = {
    "received": ("The Home Office has offered £5,000.", "income"),
    "paid": ("The £5,000 will be paid to Boats Ltd.", "decided"),
    "granted to it": ("MOPAC will receive £5,000 for lamps.", "income"),
}


@pytest.mark.parametrize(("words", "role"), PASSED_ON.values(), ids=PASSED_ON)
def test_money_that_is_accepted_and_paid_on_is_what_its_sentence_says(form, words, role):
    assert roles(form(financial=words, recommendation=ACCEPTED))[-1] == role


TABLE = "The sums are these.\n\nPurpose\tAmount\nLamps\t£3,000\nBoats\t£2,000\nTotal\t£5,000"
TABLES = {
    "beside the one row that is asked for": (
        "1. Approve a contribution of £5,000 by the MPS.",
        "The sums are these.\n\nForce\t2024/25\t2025/26\tTotal\nMPS\t£2,000\t£3,000\t£5,000\n"
        "City\t£400\t£500\t£900\nTotal\t£2,400\t£3,500\t£5,900",
        ["decided"] * 3 + ["total"] + ["background"] * 2 + ["total"] * 4,
    ),
    "beside the one row that MOPAC pays": (
        "1. Approve £5,000 for the lock.",
        "Who pays is shown here.\n\nBody\tAmount\nThe canal trust\t£4,000\nMOPAC\t£5,000\nTotal\t£9,000",
        ["decided", "background", "decided", "total"],
    ),
    "accepted, and shared out to boroughs": (
        "1. Accept £5,000 from the Home Office.\n2. Agree that it goes to two boroughs.",
        "The sums are these.\n\nAuthority\tAmount\nBrent\t£3,000\nBarnet\t£2,000\nTotal\t£5,000",
        ["income", "decided", "decided", "total"],
    ),
    "what others will pay": (
        "1. Accept £5,000 from the trust and approve its use.",
        "What the trust will pay is this.\n\nItem\tAmount\nLamps\t£3,000\nBoats\t£2,000",
        ["income", "income", "income"],
    ),
    "what partners pay to MOPAC": (
        "1. Accept £5,000 towards the boats.",
        "Partners will pay MOPAC these sums.\n\nPartner\tAmount\nThe trust\t£3,000\nThe lock\t£2,000",
        ["income", "income", "income"],
    ),
    "a total of costs, and one of income": (
        "1. Accept income of £5,000 from the docks.",
        "They pay as shown.\n\nDock\tAmount\nNorth\t£3,000\nSouth\t£2,000\nTotal income\t£5,000\n\n"
        "3.2 It is used as follows.\n\nItem\tAmount\nLamps\t£4,000\nBoats\t£1,000\nTotal cost\t£5,000",
        ["income", "income", "income", "total", "decided", "decided", "total"],
    ),
    "paid out of a grant accepted before": (
        "1. Award grants of £5,000 to two docks.",
        "They are funded by the grant accepted in PCD 401.\n\nDock\tAmount\nNorth\t£3,000\nSouth\t£2,000",
        ["decided", "decided", "decided"],
    ),
    "a row of what was approved before": (
        "1. Approve an additional £5,000 for lamps, on top of the £9,000 approved by PCD 401, making £14,000.",
        "The sums are these.\n\nItem\tAmount\nApproved in PCD 401\t£9,000\nGlass\t£3,000\nPosts\t£2,000"
        "\nRevised total\t£14,000",
        ["decided", "prior", "total", "prior", "decided", "decided", "total"],
    ),
    "accepted, and every row of it awarded": (
        "1. Accept £5,000 from the trust.\n2. Award £3,000 to North and £2,000 to South.",
        "The sums are these.\n\nDock\tAmount\nNorth\t£3,000\nSouth\t£2,000",
        ["income", "decided", "decided", "decided", "decided"],
    ),
    "accepted from boroughs": (
        "1. Accept £5,000 from two London boroughs towards the team.",
        "The sums are these.\n\nAuthority\tAmount\nBrent\t£3,000\nBarnet\t£2,000\nTotal\t£5,000",
        ["income", "income", "income", "total"],
    ),
    "paid out: what will be received by others": (
        "1. Approve the grants set out in the table at 3.1.",
        "The sum that will be received by each borough is this.\n\nBorough\tAmount\nBrent\t£3,000\nBarnet\t£2,000",
        ["decided", "decided"],
    ),
    "accepted: what will be received": (
        "1. Accept £5,000 from the MoJ.\n2. Award £5,000 to Boats Ltd.",
        "This is what will be received.\n\nMoJ funding\tAmount\nLamps\t£3,000\nBoats\t£2,000\nTotal\t£5,000",
        ["income", "decided", "income", "income", "total"],
    ),
    "paid out": ("1. Approve the sums at 3.1.", TABLE, ["decided", "decided", "total"]),
    "only noted": ("1. Note the lamps.", TABLE, ["background", "background", "total"]),
    "received": (
        "1. Accept £5,000 from the Home Office and the GLA.",
        "The sums are these.\n\nFunding received\tAmount\nHome Office\t£3,000\nThe GLA\t£2,000",
        ["income", "income", "income"],
    ),
}

TABLES |= {
    "received: two grants together": (
        "1. Accept £3,000 from the Home Office.\n2. Accept £2,000 from the GLA.",
        "The sums are these.\n\nGrant\tAmount\nHome Office\t£3,000\nThe GLA\t£2,000\nTotal\t£5,000",
        ["income", "income", "income", "income", "total"],
    ),
    "received: the column of what others give": (
        "1. Approve lamps at £10,000.\n2. Accept £5,000 from the councils.",
        "The sums are these.\n\nBorough\tCouncil contribution\tMOPAC match"
        "\nBrent\t£3,000\t£3,000\nBarnet\t£2,000\t£2,000",
        ["decided", "income", "income", "decided", "income", "decided"],
    ),
    "a column of numbers beside one of money": (
        "1. Approve £5.0m for vans.",
        "The vans are these.\n\nClass\tNumber\t2024/25 £m\nVans\t148\t3.2\nCars\t37\t1.8",
        ["decided", "decided", "decided"],
    ),
    "last year's column, though money is carried from it": (
        "1. Approve lamps at £5,000 in 2024/25.\n2. Agree to carry over £300 from 2023/24 to 2024/25.",
        "The sums are these.\n\nItem\t2023/24\t2024/25\nGlass\t£2,500\t£3,000\nPosts\t£1,900\t£2,000",
        ["decided", "carried-over", "background", "decided", "background", "decided"],
    ),
    "last year's column": (
        "1. Approve lamps at £5,000.",
        "The sums are these.\n\nItem\t2023/24\t2024/25\nGlass\t£2,500\t£3,000\nPosts\t£1,900\t£2,000",
        ["decided", "background", "decided", "background", "decided"],
    ),
    "last year's column, which is approved too": (
        "1. Approve £4,000 in 2023/24 for lamps.\n2. Approve £5,000 in 2024/25 for them.",
        "The sums are these.\n\nItem\t2023/24\t2024/25\nGlass\t£2,500\t£3,000\nPosts\t£1,900\t£2,000",
        ["decided"] * 6,
    ),
    "what was approved before, beside its uplift": (
        "1. Approve an uplift of £5,000 for lamps.",
        "The sums are these.\n\nItem\tCurrent grant\tUplift\tRevised total"
        "\nGlass\t£6,000\t£3,000\t£9,000\nPosts\t£4,000\t£2,000\t£6,000",
        ["decided", "prior", "decided", "total", "prior", "decided", "total"],
    ),
    "what is carried over": (
        "1. Agree to carry over £5,000 from 2023/24 to 2024/25.",
        "The sums are these.\n\nItem\tAmount\nGlass\t£3,000\nPosts\t£2,000\nTotal\t£5,000",
        ["carried-over", "carried-over", "carried-over", "total"],
    ),
    "next year's column": (
        "1. Approve lamps at £5,000.",
        "The sums are these.\n\nItem\t2023/24\t2024/25\nGlass\t£3,000\t£2,500\nPosts\t£2,000\t£1,900",
        ["decided"] * 5,
    ),
}


@pytest.mark.parametrize(("words", "table", "expected"), TABLES.values(), ids=TABLES)
def test_a_tables_figures_have_the_tables_role(form, words, table, expected):
    assert roles(form(financial=table, recommendation=LEAD + words)) == expected


def test_what_is_accepted_in_parts_comes_in(form):
    words = "The grant is £3,000 in May and £2,000 in June."
    asked = LEAD + "1. Accept £5,000 from the Home Office.\n2. Award £4,000 to Boats Ltd."
    assert roles(form(financial=words, recommendation=asked))[-2:] == ["income", "income"]


def test_what_is_carried_over_is_so_wherever_it_stands(form):
    words = "The £300 which will not be spent can be used for oars."
    asked = LEAD + "1. Agree to carry over £300 from 2023/24 to 2024/25."
    assert roles(form(summary=words, recommendation=asked)) == ["carried-over"] * 2


def test_a_tables_row_of_what_is_carried_over_is_so(form):
    asked = (
        LEAD + "1. Agree to carry over £300 from 2023/24 to 2024/25.\n2. Approve £200 for oars in 2024/25."
    )
    table = "The sums are these.\n\nItem\t2024/25\nUnderspend carried forward\t£300\nOars\t£200"
    assert roles(form(financial=table, recommendation=asked)) == ["carried-over", "decided"] * 2


def test_a_longer_word_carries_nothing_over(form):
    assert roles(form(financial="Barges carry overheads of £700.")) == ["background"]


def test_every_sum_is_one_entry_a_mention_with_its_place_and_line(form, form_text):
    parts = {
        "summary": "Lamps cost £5,000.",
        "recommendation": APPROVES,
        "financial": "Of the £5,000 half is spent.",
    }
    lines = form_text(**parts).split("\n")
    found = form(**parts).money
    assert [(m.text, m.place) for m in found] == [
        ("£5,000", "summary"),
        ("£5,000", "recommendation 1"),
        ("£5,000", "3.1"),
    ]
    assert all("£5,000" in lines[m.line - 1] for m in found)


YEARS = {
    "behind the sum": ("Approve £5,000 in 2024/25 and £6,000 in 2025/26.", [("2024/25",), ("2025/26",)]),
    "one year for all": ("Approve £5,000 for lamps and £6,000 for boats in 2024/25.", [("2024/25",)] * 2),
    "a span": ("Approve £5,000 for 2024/25 to 2026/27.", [("2024/25", "2025/26", "2026/27")]),
    "the years of each": (
        "Approve £5,000 in each of 2024/25 and 2025/26 (£10,000 in all).",
        [("2024/25", "2025/26")] * 2,
    ),
    "another sentence's year": ("Approve £5,000 for lamps. The plan is of 2024/25.", [()]),
    "a plan is no year": ("Approve £5,000 under the Police and Crime Plan 2017-21.", [()]),
}


@pytest.mark.parametrize(("words", "years"), YEARS.values(), ids=YEARS)
def test_a_sum_has_the_years_that_its_sentence_gives_it(form, words, years):
    assert [m.financial_years for m in form(recommendation=f"{LEAD}1. {words}").money] == years


@pytest.mark.parametrize(
    "words",
    [
        "Approve, for 2024/25, £5,000 and, for 2025/26, £6,000.",
        "In 2024/25 pay £5,000 and in 2025/26 £6,000.",
    ],
)
def test_years_may_stand_before_each_sum(form, words):
    found = [m.financial_years for m in form(recommendation=f"{LEAD}1. {words}").money]
    assert found == [("2024/25",), ("2025/26",)]


NOT_MONEY = {
    "a head": {"title": "Lamps for £5,000"},
    "a statute's year": {"legal": "The Act of 2011 and section 143 allow it."},
    "a count": {"summary": "Some 1,400 boats were broken into."},
    "a size of file": {"end": "Download | PCD 900 | 164 KB |"},
}


@pytest.mark.parametrize("parts", NOT_MONEY.values(), ids=NOT_MONEY)
def test_what_is_no_sum_of_the_decision_gives_none(form, parts):
    assert form(**parts).money == ()
