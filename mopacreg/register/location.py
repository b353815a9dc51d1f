"""Where the register is: --db, else MOPACREG_DB, else one file in the XDG data folder."""

import os
from collections.abc import Mapping


def locate(explicit: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The register's path; an empty setting counts as none. Nothing is made or opened."""
    chosen = explicit or environ.get("MOPACREG_DB")
    if chosen:
        return os.path.expanduser(chosen)
    data = environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(data):  # the XDG rule: a relative value is to be ignored
        data = os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(data, "mopacreg", "register.db")


def make_folder(path: str) -> None:
    """Make the folder that the register at `path` goes in, where there is none yet."""
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
