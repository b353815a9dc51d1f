"""What a person types to search, made into a query that FTS5 can't refuse.

    drug testing          both words, anywhere in the decision
    "drug testing"        the words side by side
    polic*                words that begin so
    drug OR alcohol       either; OR binds less tightly than the words beside it
    grant NOT loan, -loan  without the second
    (drug OR alcohol) testing

Operators are in capitals. Anything else is a word: of `£25,000`, `PCD-1648` or
`H&F` the letters and figures side by side. A reference is found however the
documents write it (`PCD 1406`, `PCD1406`, `PCDs 890 and 1406`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DEEPEST = 12  # brackets within brackets; those inside are left out

_STRANGE = re.compile("[\u00c0-\u1fff\u212a-\u212b]")  # letters that aren't plain ones
_TOKEN = re.compile(r"[^\W_]+")
_PIECE = re.compile(
    r"(?P<minus>-(?=[^\s-]))?"
    r'(?:"(?P<phrase>[^"]*)"?'
    r"|(?P<series>(?P<dm>dm)?pcd)s?[\s/–-]*0*(?P<number>\d+)(?(dm)(?:[\s/–-]+0*(?P<second>\d+))?)(?![\w*])"
    r"|(?P<bracket>[()])"
    r'|(?P<word>[^\s"()]+))',
    re.IGNORECASE,
)


class Query(NamedTuple):
    """`match` and `without` are FTS5 expressions, of what is wanted and (where only that is said) what isn't.

    `patterns`: for each thing wanted, the regular expressions that find it in a folded text; one that
    finds nothing gives way to the next. Each begins with letters as they stand, which makes it fast.
    """

    match: str
    without: str
    patterns: tuple[tuple[str, ...], ...]


def fold(text: str) -> str:
    """`text` as the index knows it: lower case, no accents, look-alike letters as Latin; the same length."""
    return (_plain(text) if _STRANGE.search(text) else text).lower()


def _plain(text: str) -> str:
    import unicodedata  # seldom needed, and loading the two costs as much as a search

    from mopacreg.text import repaired

    def base(letter: str) -> str:
        without_accent = unicodedata.normalize("NFD", letter)[0]
        return without_accent if len(without_accent.lower()) == 1 else "i"  # only a dotted capital I isn't

    text = repaired(text)
    return text.translate({ord(c): base(c) for c in set(text) if c > "\x7f"})


def parse(typed: str) -> Query:
    """The query that `typed` stands for; all parts are empty where it has no word in it. Raises nothing."""
    reading = _Reading(typed.translate({0x201C: '"', 0x201D: '"'}))
    match, without = reading.either(0)
    return Query(match, "" if match else without, tuple(dict.fromkeys(reading.patterns)))


class _Reading:
    """A reading of the pieces, brackets within brackets; a method gives (what is wanted, what is not)."""

    def __init__(self, typed: str) -> None:
        self.pieces = list(_PIECE.finditer(typed))[::-1]  # the next one last
        self.patterns: list[tuple[str, ...]] = []
        self.denials = 0

    def either(self, depth: int) -> tuple[str, str]:
        """Groups parted by OR, up to the bracket that closes them."""
        wanted, unwanted = list[str](), list[str]()
        while self.pieces and not (depth and self.pieces[-1]["bracket"] == ")"):
            if self.pieces[-1]["word"] == "OR":
                self.pieces.pop()
            match, without = self.together(depth)
            wanted.append(match)
            unwanted.append(without)
        return _joined("OR", wanted), _joined("OR", unwanted)

    def together(self, depth: int) -> tuple[str, str]:
        """Words side by side, all of them wanted but those after NOT or a minus."""
        wanted, unwanted = list[str](), list[str]()
        negative = False
        while self.pieces and self.pieces[-1]["word"] != "OR":
            piece = self.pieces[-1]
            if piece["bracket"] == ")" and depth:
                break
            self.pieces.pop()
            if piece["word"] in ("AND", "NOT"):
                negative = piece["word"] == "NOT"
                continue
            denied = negative or bool(piece["minus"])
            negative = False
            (unwanted if denied else wanted).append(self.operand(piece, denied, depth))
        match, without = _joined("AND", wanted), _joined("OR", unwanted)
        return (f"({match} NOT {without})", "") if match and without else (match, without)

    def operand(self, piece: re.Match[str], denied: bool, depth: int) -> str:
        """The expression of one word, phrase, reference or bracket; empty where there is no word in it."""
        self.denials += denied
        if piece["bracket"]:
            expression = self.bracket(depth) if piece["bracket"] == "(" else ""
        elif piece["series"]:
            expression = self.reference(piece["series"].lower(), piece["number"], piece["second"])
        else:
            typed = piece["phrase"] or piece["word"] or ""
            expression = self.word(_TOKEN.findall(fold(typed)), typed.endswith("*"))
        self.denials -= denied
        return expression

    def bracket(self, depth: int) -> str:
        if depth == _DEEPEST:
            return ""
        match, _ = self.either(depth + 1)
        if self.pieces:
            self.pieces.pop()
        return match

    def reference(self, series: str, number: str, second: str | None) -> str:
        numbers = f"{number} {second}" if second else number
        spelt = r"[\W_]+0*".join(numbers.split())
        # The second of `PCDs 890 and 1406` stands without its letters; an amount does not count as one.
        alone = rf"{number}(?<![^\W_]{number})(?<![£.,]{number}){spelt[len(number) :]}(?![^\W_]|[.,]\d)"
        self.wants(rf"{series}s?[\W_]*0*{spelt}(?![^\W_])", alone)
        return f'("{series} {numbers}" OR "{series}{numbers}")'

    def word(self, tokens: list[str], prefix: bool) -> str:
        if not tokens:
            return ""
        first, *rest = map(re.escape, tokens)
        end = "" if prefix else r"(?![^\W_])"
        self.wants(rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{token}" for token in rest) + end)
        return f'"{" ".join(tokens)}"' + (" *" if prefix else "")

    def wants(self, *patterns: str) -> None:
        if not self.denials:
            self.patterns.append(patterns)


def _joined(operator: str, expressions: list[str]) -> str:
    said = [expression for expression in expressions if expression]
    return said[0] if len(said) == 1 else f"({f' {operator} '.join(said)})" if said else ""
