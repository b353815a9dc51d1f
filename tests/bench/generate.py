"""Decision-like documents, the same ones each time: the examples of `data/` under numbers of their own."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
LENGTH = 15_000  # characters, about what a published decision has
_COMMON = """
    patrol officer council borough estate service victim grant contract panel quarter review street station
    custody training camera vehicle partner charity school hospital evidence trial report ward risk plan team
"""
WORDS = _COMMON.split()
# So many documents have numbers of their own; of more, some share one.
_SERIES = ("PCD", "DMPCD 2013", "DMPCD 2014", "DMPCD 2015")
_NUMBERS = 9900


def write(folder: Path, count: int) -> int:
    """Write `count` documents into `folder`; return how many characters they have together."""
    chance = random.Random(count)
    bases = [base for path in sorted(DATA.glob("*.txt")) if (base := _base(path))]
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        text = _filled(_numbered(bases[number % len(bases)], number), chance)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
        total += len(text)
    return total


def _base(path: Path) -> tuple[str, re.Pattern[str]] | None:
    """An example in UTF-8 with a report of numbered paragraphs, and its number however it is spelt.

    Listing pages, decoys and what states no number are left out.
    """
    gold = path.with_suffix(".gold.json")
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return None
    own = json.loads(gold.read_text("utf-8")).get("reference") if gold.exists() else None
    if not own or "\n2." not in text or "Page type" in text:
        return None
    series, *numbers = own.split()
    spelt = re.compile(rf"\b{series}[ -]?0*{'[ /]'.join(numbers)}\b")
    return (text, spelt) if spelt.search(text) else None


def _numbered(base: tuple[str, re.Pattern[str]], number: int) -> str:
    """The example under a number of its own; what it cites keeps its number."""
    text, own = base
    return own.sub(f"{_SERIES[number // _NUMBERS % len(_SERIES)]} {number % _NUMBERS + 100}", text)


def _filled(text: str, chance: random.Random) -> str:
    """The example grown to a decision's length by sentences in its second section, rare and common words mixed."""
    cut = text.find("\n", text.find("\n2.") + 1)
    lines = []
    missing = LENGTH - len(text)
    while missing > 0:
        words = chance.choices(WORDS, k=22)
        words[chance.randrange(22)] = f"item{chance.randrange(50_000)}"
        line = f"The {' '.join(words)}."
        lines.append(line)
        missing -= len(line) + 1
    return text[:cut] + "\n" + "\n".join(lines) + text[cut:]
