from pathlib import Path

import pytest

from mopacreg.register.location import locate, make_folder


@pytest.mark.parametrize(
    ("explicit", "environ", "path"),
    [
        pytest.param("a.db", {"MOPACREG_DB": "b.db"}, "a.db", id="the option before the setting"),
        pytest.param(
            None, {"MOPACREG_DB": "b.db", "XDG_DATA_HOME": "/data"}, "b.db", id="the setting before XDG"
        ),
        pytest.param(None, {"XDG_DATA_HOME": "/data"}, "/data/mopacreg/register.db", id="the XDG folder"),
        pytest.param(
            "", {"MOPACREG_DB": "", "XDG_DATA_HOME": "/data"}, "/data/mopacreg/register.db", id="empty"
        ),
    ],
)
def test_the_register_is_where_it_was_said_to_be(
    explicit: str | None, environ: dict[str, str], path: str
) -> None:
    assert locate(explicit, environ) == path


@pytest.mark.parametrize("data", [{}, {"XDG_DATA_HOME": ""}, {"XDG_DATA_HOME": "relative"}])
def test_without_a_usable_setting_it_is_in_the_home_folder(
    data: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/pat")
    assert locate(None, data) == "/home/pat/.local/share/mopacreg/register.db"


def test_the_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(str(tmp_path / "a" / "b" / "register.db"))
    assert (tmp_path / "a" / "b").is_dir()
    make_folder("register.db")  # in this folder: nothing to make
