import pytest

from mopacreg.record import Decision
from mopacreg.register import query
from mopacreg.register.filters import Filter

HELD = (
    Decision("PCD 1", "One", "2020-03-31", "Ann Lee", value=100, boroughs=("Brent", "Kingston upon Thames")),
    Decision("PCD 2", "Two", "2020-04-01", "Bo 100% Ray", value=200, boroughs=("Brent",)),
    Decision("DMPCD 2015 96", "Three", "2015-08", "Ann Lee", value=None),
    Decision("PCD 4", "Four", None),
)


@pytest.fixture
def db(register):
    for number, decision in enumerate(HELD, 1):
        register.store(f"{number}.txt", f"{number}\n", decision)
    return register.db


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        pytest.param(Filter(), [1, 2, 3, 4], id="no condition"),
        pytest.param(Filter(since="2020-04-01"), [2], id="since a day, included"),
        pytest.param(Filter(since="2020"), [1, 2], id="since a year"),
        pytest.param(Filter(until="2020-03-31"), [1, 3], id="until a day, included"),
        pytest.param(Filter(until="2020-03"), [1, 3], id="until a month, all of it"),
        pytest.param(Filter(until="2015"), [3], id="until a year, all of it"),
        pytest.param(Filter(since="2015-08-20"), [1, 2, 3], id="a month that the bound cuts through, since"),
        pytest.param(Filter(until="2015-08-20"), [3], id="a month that the bound cuts through, until"),
        pytest.param(Filter(since="2015-09"), [1, 2], id="a month before the bound"),
        pytest.param(Filter(borough="Brent"), [1, 2], id="a borough"),
        pytest.param(Filter(borough="brent"), [1, 2], id="a borough in lower case"),
        pytest.param(Filter(borough="Kingston upon Thames"), [1], id="the second borough"),
        pytest.param(Filter(borough="Kingston"), [], id="not a part of a borough's name"),
        pytest.param(Filter(borough="%"), [], id="not a pattern"),
        pytest.param(Filter(minimum=101), [2], id="at least so many pence"),
        pytest.param(Filter(minimum=100, maximum=200), [1, 2], id="both bounds included"),
        pytest.param(Filter(series="pcd"), [1, 2, 4], id="a series is a whole word"),
        pytest.param(Filter(signed_by="lee"), [1, 3], id="a part of the signer's name"),
        pytest.param(Filter(signed_by="%"), [2], id="a character that SQL would take for a pattern"),
        pytest.param(Filter(signed_by="\udce9", series="\udce9"), [], id="bytes that are no text"),
        pytest.param(Filter(since="2016", borough="Brent", maximum=150), [1], id="all that is said"),
    ],
)
def test_a_filter_leaves(db, chosen: Filter, numbers: list[int]) -> None:
    assert sorted(each.id for each in query.decisions(db, chosen)) == numbers
    assert query.count(db, chosen) == len(numbers)
