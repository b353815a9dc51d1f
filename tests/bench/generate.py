"""Decision-like documents, the same ones each time: the examples of `data/` under numbers of their own."""

from __future__ import annotations

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
_REFERENCE = re.compile(r"\bPCD\s?\d{2,4}\b|\bDMPCD \d{4} \d{1,3}\b")


def write(folder: Path, count: int) -> int:
    """Write `count` documents into `folder`; return how many characters they have together."""
    chance = random.Random(count)
    bases = [text for path in sorted(DATA.glob("*.txt")) if (text := _base(path))]
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        text = _filled(_numbered(bases[number % len(bases)], number), chance)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
        total += len(text)
    return total


def _base(path: Path) -> str:
    """An example in UTF-8 with a report of numbered paragraphs; listing pages and decoys are left out."""
    if not path.with_suffix(".gold.json").exists():
        return ""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if _REFERENCE.search(text) and "\n2." in text and "Page type" not in text else ""


def _numbered(text: str, number: int) -> str:
    """The example under a number of its own; what it cites keeps its number."""
    own = _REFERENCE.search(text)
    return text.replace(own[0], f"PCD {number % 9000 + 100}") if own else text


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
