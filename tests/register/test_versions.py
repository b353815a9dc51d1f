import pytest

from mopacreg.register.versions import Version, arranged, same_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Street Lighting Grant", "STREET  LIGHTING GRANT", id="case and spaces"),
        pytest.param("Street Lighting – Grant", "Street Lighting - Grant", id="dashes"),
        pytest.param(
            "Street Lighting Grant for Brent and", "Street Lighting Grant for Brent and Harrow", id="cut"
        ),
        pytest.param(None, "Street Lighting Grant", id="a title lost"),
    ],
)
def test_titles_are_the_same(one: str | None, other: str | None) -> None:
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Street Lighting Grant", "Custody Healthcare", id="another subject"),
        pytest.param("Grant", "Grant for Street Lighting", id="too short to be a cut-off one"),
        pytest.param(
            "Grants to Boroughs 2019/20 round", "Grants to Boroughs 2020/21 round", id="another year"
        ),
    ],
)
def test_titles_differ(one: str, other: str) -> None:
    assert not same_title(one, other)


def version(number: int, title: str | None, fullness: int = 1, listed_only: bool = False) -> Version:
    return Version(number, title, listed_only, fullness, f"{number}.txt", 1)


def test_the_fuller_of_two_texts_is_shown() -> None:
    assert arranged([version(1, "Lighting", 5), version(2, "LIGHTING", 9)]) == {1: 2, 2: 2}


def test_texts_with_different_titles_are_both_shown() -> None:
    assert arranged([version(1, "Lighting"), version(2, "Custody")]) == {1: 1, 2: 2}


def test_an_entry_of_a_listing_gives_way_to_a_text_however_short() -> None:
    assert arranged([version(1, "Lighting", 9, listed_only=True), version(2, "Lighting", 1)]) == {1: 2, 2: 2}


def test_which_is_shown_does_not_depend_on_the_order_of_storing() -> None:
    records = [version(3, "Lighting"), version(1, "Lighting"), version(2, None)]
    assert arranged(records) == arranged(records[::-1]) == {1: 1, 2: 1, 3: 1}
