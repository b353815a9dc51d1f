"""What a finding is called: an id that stays the same when a document is read again.

It is made of the rule, the decision and what the finding is about: the decision
cited, the label and the figures of a total, the words of a count. Lines, titles
and the message's wording are not in it, so a reading that shifts lines, and a
later version that says things better, keep it. Where the figures change, a
decision that was accepted with the old ones is looked at afresh.

Two findings of one rule in one decision about the very same (a total misprinted
twice) are told apart by their order. Where decisions share a name, their titles
are in the id too: an acceptance of the time when there was but one no longer
says which is meant, and is asked for again.
"""

from __future__ import annotations

from base64 import b32encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from mopacreg.audit.finding import Remark
from mopacreg.audit.holdings import Holdings
from mopacreg.register.shelf import Held

_BYTES = 5  # 8 letters: of ten thousand findings two share one in twenty thousand registers
_BETWEEN = "\x1f"


def called(
    rule: str, held: Held, holdings: Holdings, remarks: Iterable[Remark]
) -> Iterator[tuple[str, Remark]]:
    """Each remark of one rule on one decision, with its id: eight letters and digits (a-z, 2-7)."""
    decision = _named(held, holdings)
    met: Counter[tuple[str | int, ...]] = Counter()
    for remark in remarks:
        met[remark.about] += 1
        parts = (rule, *decision, *(f"{part!r}" for part in remark.about), str(met[remark.about]))
        whole = sha256(_BETWEEN.join(parts).encode("utf-8", "surrogatepass")).digest()
        yield b32encode(whole[:_BYTES]).decode("ascii").lower(), remark


def _named(held: Held, holdings: Holdings) -> tuple[str, ...]:
    if not holdings.shares_name(held):
        return (held.name,)
    return (held.name, " ".join((held.title or held.path).casefold().split()))
