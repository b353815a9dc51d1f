"""One sum stated in two ways, and the many ways in which two sums are rightly different."""

import pytest

RULE = "amounts-disagree"
REC = "recommendation 1"


def test_a_grant_whose_digits_are_swapped_is_found_in_the_summary(found, decision, money, recommend):
    paper = decision(
        summary="A grant of £246,700 to the Weir Trust is proposed, and one of £150,000 to Lock Rangers.",
        recommendations=recommend("Award £264,700 to the Weir Trust", "Award £150,000 to Lock Rangers"),
        money=(
            money(246_700), money(150_000),
            money(264_700, REC, 10), money(150_000, "recommendation 2", 11),
        ),
    )  # fmt: skip
    (finding,) = found(RULE, paper)
    assert finding.line == 5
    assert "The summary has £246,700 where recommendation 1 has £264,700 (line 10)" in finding.message


def test_a_sum_for_the_same_body_is_found_however_it_differs(found, decision, money, recommend):
    paper = decision(
        summary="This decision seeks £310,000 for the Weir Trust.",
        recommendations=recommend("Award £275,500 to the Weir Trust", "Note the £90,000 of last year"),
        money=(money(310_000), money(275_500, REC, 10), money(90_000, "recommendation 2", 11, "background")),
    )
    assert found(RULE, paper)


def test_a_sum_for_another_body_is_not(found, decision, money, recommend):
    paper = decision(
        summary="This decision seeks £310,000 for the Weir Trust.",
        recommendations=recommend("Award £275,500 to Lock Rangers"),
        money=(money(310_000), money(275_500, REC, 10)),
    )
    assert not found(RULE, paper)


def test_a_total_of_the_table_that_is_a_slip_of_the_recommendation_is_found(found, decision, money, cells):
    lines = cells(
        (30, "Locks", None, 237_813, False),
        (31, "Boats", None, 1_000_000, False),
        (32, "Total", None, 1_237_813, True),
    )
    paper = decision(money=(money(1_273_813, REC, 10), money(5, "3.1", 40, "background")), budget_lines=lines)
    (finding,) = found(RULE, paper)
    assert 'table 1 ("Total") has £1,237,813 (line 32)' in finding.message


def test_rows_without_a_total_are_added_up(found, decision, money, cells):
    lines = cells((30, "Locks", None, 135_000, False), (31, "Boats", None, 277_500, False))
    paper = decision(money=(money(412_501, REC, 10), money(7, "3.1", 40, "background")), budget_lines=lines)
    (finding,) = found(RULE, paper)
    assert "table 1 in all its rows has £412,500" in finding.message


@pytest.mark.parametrize(
    ("told", "count"), [(350_000, 1), (125_000, 0)], ids=["another sum", "one of its parts"]
)
def test_the_only_sum_of_the_summary_is_that_of_the_recommendations_and_the_table(
    found, decision, money, cells, told, count
):
    lines = cells((30, "Locks", None, 250_000, False), (31, "Boats", None, 125_000, False))
    paper = decision(money=(money(told), money(375_000, REC, 10)), budget_lines=lines)
    assert len(found(RULE, paper)) == count


def test_two_parts_of_one_mind_outvote_the_third(found, decision, money, cells):
    lines = cells((30, "Locks", None, 1_000_000, False), (31, "Boats", None, 800_000, False))
    sums = money(1_800_000, text="£1.8m"), money(1_100_000, REC, 10, text="£1.1m")
    (finding,) = found(RULE, decision(money=sums, budget_lines=lines))
    assert finding.message.startswith("Recommendation 1 has £1,100,000 where the summary has £1,800,000")


def test_one_part_alone_outvotes_nobody(found, decision, money):
    sums = money(1_800_000, text="£1.8m"), money(1_100_000, REC, 10, text="£1.1m")
    assert not found(RULE, decision(money=sums))


def test_the_one_sum_in_which_two_parts_differ_that_share_the_others_is_found(found, decision, money):
    told = money(1_428_000, years=["2018/19"]), money(785_000, role="background", years=["2019/20"])
    asked = money(1_428_000, REC, 10, years=["2018/19"]), money(755_000, REC, 10, years=["2019/20"])
    (finding,) = found(RULE, decision(money=told + asked))
    assert "The summary has £785,000 where recommendation 1 has £755,000" in finding.message


def test_history_beside_shared_sums_is_fine_where_no_digit_was_mistaken(found, decision, money):
    told = money(100_000), money(80_000, role="background")
    asked = money(100_000, REC, 10), money(60_000, "recommendation 2", 11)
    assert not found(RULE, decision(money=told + asked))


def test_the_sum_with_which_the_recommendations_would_add_up_to_the_table_is_meant(
    found, decision, money, cells
):
    lines = cells((30, "Staff", None, 5_317_000, False), (31, "Consoles", None, 748_000, False),
                  (32, "Total", None, 6_065_000, True))  # fmt: skip
    asked = money(5_617_000, REC, 10, text="£5.617m"), money(748_000, "recommendation 2", 11, text="£0.748m")
    (finding,) = found(RULE, decision(money=asked, budget_lines=lines))
    assert 'Recommendation 1 has £5,617,000 where table 1 ("Staff") has £5,317,000' in finding.message


def test_sums_each_and_by_the_year_are_no_slips(found, decision, money, cells):
    lines = cells((30, "Universities", None, 94_500, False), (31, "Suppliers", None, 412_500, False))
    asked = money(412_500, REC, 10), money(31_500, "recommendation 2", 11, qualifier="each")
    assert not found(RULE, decision(money=asked, budget_lines=lines))


def test_a_whole_with_one_digit_wrong_is_found_in_its_sentence(found, decision, money, recommend):
    text = "Accept £919,250 on top of the £7,988,282 accepted, making £8,207,532 for the year"
    sums = [money(n, REC, 10) for n in (919_250, 7_988_282, 8_207_532)]
    (finding,) = found(RULE, decision(recommendations=recommend(text), money=tuple(sums)))
    assert "£8,207,532, £700,000 less than the parts that it names: £8,907,532" in finding.message


def test_the_report_s_sums_of_others_are_slips_only_where_chance_is_out_of_the_question(
    found, decision, money
):
    long = decision(money=(money(1_537_813, "2.1", 40, "background"), money(1_237_813, REC, 10)))
    short = decision(money=(money(1_500_000, "2.1", 40, "background"), money(1_200_000, REC, 10)))
    assert found(RULE, long)
    assert not found(RULE, short)


def test_a_sum_that_the_report_asks_for_is_compared_too(found, decision, money):
    paper = decision(money=(money(264_700, REC, 10), money(246_700, "3.1", 40)))
    (finding,) = found(RULE, paper)
    assert finding.message.startswith("Paragraph 3.1 has £246,700 where recommendation 1 has £264,700")


def test_parts_that_miss_their_whole_by_a_pound_are_found(found, decision, money, recommend):
    text = "Award grants totalling £99,999: £40,000 to Brent, £35,000 to Barnet and £25,000 to Bexley"
    sums = [money(n, REC, 10) for n in (99_999, 40_000, 35_000, 25_000)]
    (finding,) = found(RULE, decision(recommendations=recommend(text), money=tuple(sums)))
    assert (
        "Recommendation 1 states £99,999, £1 less than the parts that it names: £100,000" in finding.message
    )
    assert finding.line == 10


FINE = {
    "a rounded figure": (1_800_000, "£1.8m", (), 1_812_345, None, ()),
    "a figure for each of two years": (42_500, None, ("2023/24", "2024/25"), 85_000, None, ()),
    "figures of different years": (246_700, None, ("2023/24",), 264_700, None, ("2024/25",)),
    "a part": (100_000, None, (), 350_000, None, ()),
    "round sums of one size": (300_000, None, (), 500_000, None, ()),
}


@pytest.mark.parametrize(
    ("told", "text", "years", "asked", "asked_text", "asked_years"), FINE.values(), ids=FINE
)
def test_sums_that_may_both_be_right_are_fine(
    found, decision, money, told, text, years, asked, asked_text, asked_years
):
    paper = decision(
        money=(money(told, text=text, years=years), money(asked, REC, 10, text=asked_text, years=asked_years))
    )
    assert not found(RULE, paper)


@pytest.mark.parametrize("role", ["prior", "threshold", "carried-over"])
def test_money_that_is_not_this_decision_s_is_fine(found, decision, money, role):
    assert not found(RULE, decision(money=(money(246_700, role=role), money(264_700, REC, 10))))


def test_background_that_is_only_near_is_fine(found, decision, money):
    assert not found(RULE, decision(money=(money(262_700, role="background"), money(264_700, REC, 10))))


def test_a_sum_below_a_maximum_is_fine(found, decision, money):
    paper = decision(money=(money(4_642_689), money(4_650_000, REC, 10, qualifier="up to")))
    assert not found(RULE, paper)


def test_a_difference_that_the_paper_states_is_fine(found, decision, money):
    paper = decision(money=(money(507_000), money(500_000, REC, 10), money(7_000, "3.1", 40, "background")))
    assert not found(RULE, paper)


def test_a_sum_that_the_recommendations_add_up_to_is_fine(found, decision, money):
    asked = (
        money(412_500, REC, 10),
        money(94_500, "recommendation 2", 11),
        money(506_000, "recommendation 3", 12),
    )
    assert not found(RULE, decision(money=(money(507_000), *asked)))


def test_what_a_table_shows_by_row_column_and_table_is_the_same_money(found, decision, money, cells):
    lines = cells(
        (30, "Locks", "2023/24", 110, False), (30, "Locks", "2024/25", 240, False),
        (31, "Boats", "2023/24", 215, False), (31, "Boats", "2024/25", 435, False),
    )  # fmt: skip
    asked = [money(n, REC, 10) for n in (350, 650, 325, 675, 1000)]
    assert not found(RULE, decision(money=tuple(asked), budget_lines=lines))


def test_prior_money_new_money_and_their_sum_agree(found, decision, money, recommend):
    text = "Accept a further £919,250 on top of the £7,988,282 accepted, making £8,907,532 in all"
    sums = money(919_250, REC, 10), money(7_988_282, REC, 10, "prior"), money(8_907_532, REC, 10, "total")
    assert not found(RULE, decision(recommendations=recommend(text), money=sums))


def test_a_difference_of_rounded_figures_is_rounding(found, decision, money):
    summary = "Spending of £335.6m in all is now £305.5m, a fall of £30.2m."
    sums = [money(int(n * 1_000_000), text=f"£{n}m", role="background") for n in (335.6, 305.5, 30.2)]
    assert not found(RULE, decision(summary=summary, money=tuple(sums)))
