"""Values as people type them."""

import pytest

from mopacreg import typed
from mopacreg.errors import UsageError


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "25k", 25_000_00),
        ("money", "£1.8m", 1_800_000_00),
        ("money", "£990,324.28", 990_324_28),
        ("date", "12/03/2024", "2024-03-12"),
        ("date", "12 March 2024", "2024-03-12"),
        ("date", "2024-03", "2024-03"),
        ("date", "2024-02-29", "2024-02-29"),
        ("date", "2024", "2024"),
        ("reference", "pcd-1648", "PCD 1648"),
        ("reference", "DMPCD 2015/96", "DMPCD 2015 96"),
        ("text", "  Jane   Roe ", "Jane Roe"),
        ("boroughs", "lambeth, LB Camden", ("Camden", "Lambeth")),
        ("boroughs", "Barking & Dagenham", ("Barking and Dagenham",)),
        ("year", "24-25", "2024/25"),
        ("years", "2022/23 to 2024/25", ("2022/23", "2023/24", "2024/25")),
        ("years", "2022/23, 2024/25", ("2022/23", "2024/25")),
        ("flag", "Yes", True),
        ("flag", "no", False),
        ("spend|income", "Income", "income"),
    ],
)
def test_a_value_is_read_as_people_write_it(kind: str, text: str, value: object) -> None:
    assert typed.value("x", kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("money", "lots"),
        ("money", "1,8m"),
        ("money", "18,00"),
        ("money", "1.8765"),
        ("date", "31/02/2024"),
        ("date", "2024-02-30"),
        ("date", "2024-13"),
        ("reference", "lamps"),
        ("boroughs", "Paris"),
        ("boroughs", "Camden, "),
        ("year", "2022/23 to 2024/25"),
        ("year", "2017-21"),
        ("years", "soon"),
        ("flag", "perhaps"),
        ("spend|income", "loss"),
    ],
)
def test_what_is_no_such_value_is_a_usage_error_that_names_the_field(kind: str, text: str) -> None:
    with pytest.raises(UsageError, match="budget_lines 3"):
        typed.value("budget_lines 3", kind, text)


@pytest.mark.parametrize(("text", "blank"), [("none", True), ("NULL", True), ("", True), ("0", False)])
def test_none_is_no_value(text: str, blank: bool) -> None:
    assert typed.blank(text) is blank
