"""Exit codes and the error tree, in one place.

    MopacregError             1  anything a person can cause; shown as one message, never a traceback
    ├── UsageError            2  the command line can't be carried out as typed
    ├── RegisterError         1  the register can't be used
    │   ├── NoRegister           there is no register file yet, or it holds nothing
    │   ├── NotARegister         the file is something else, or damaged
    │   ├── NewerRegister        a later mopacreg made it
    │   └── BusyRegister         another program is writing to it
    ├── UnknownReference      1  no such decision is held
    └── DocumentError         1  a file can't be read (named with its path)
        ├── MissingExtra         the reader of this format is not installed
        └── NotADecision         the file is readable and holds no decision: skipped, not failed

Every message says what is wrong; `hint` says what to do next.
"""

from enum import IntEnum

_EXTRA = (
    "install mopacreg with its extra: pip install '.[documents]' in the project's folder,"
    " or pipx install --force '.[documents]'"
)


class Exit(IntEnum):
    """What the program's exit status means; the README's table is made from these."""

    FINE = 0
    FINDINGS = 1  # findings, failed files, nothing found, an unknown reference
    USAGE = 2
    INTERRUPTED = 130


class MopacregError(Exception):
    """A failure that a person can cause and mend."""

    exit_code = Exit.FINDINGS

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(MopacregError):
    """The command line can't be carried out as typed."""

    exit_code = Exit.USAGE


class RegisterError(MopacregError):
    """The register can't be used."""


class NoRegister(RegisterError):
    """There is no register file yet, or it holds nothing."""


class NotARegister(RegisterError):
    """The file is something else, or damaged."""


class NewerRegister(RegisterError):
    """A later version of mopacreg made the register."""


class BusyRegister(RegisterError):
    """Another program is writing to the register."""


class UnknownReference(MopacregError):
    """No such decision is held."""


class DocumentError(MopacregError):
    """A file can't be read; `path` names it."""

    def __init__(self, path: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.path = path


class MissingExtra(DocumentError):
    """The reader of this file's format is not installed; `needed` is the packages that read it."""

    def __init__(self, path: str, needed: str) -> None:
        super().__init__(path, needed, _EXTRA)


class NotADecision(DocumentError):
    """The file is readable and holds no decision; `message` is the reason it is skipped for."""
