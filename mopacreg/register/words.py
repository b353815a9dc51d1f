"""What a person types to search, made into a query that FTS5 can't refuse.

    drug testing          both words, anywhere in the decision
    "drug testing"        the words side by side
    polic*                words that begin so
    drug OR alcohol       either; OR binds less tightly than the words beside it
    grant NOT loan, -loan  without the second
    drug NEAR testing     at most ten words apart; NEAR/3: at most three
    (drug OR alcohol) testing
    borough:camden        a field of the record: see conditions.py; title:words

Operators are in capitals. Anything else is a word: of `O'Brien` or `H&F` the
letters and figures side by side. References (`PCD 1406`) and financial years
(`24/25`) are found however the documents write them. A sum (`£1.8m`) is asked
of the record: see stated.py.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from mopacreg.register import asked
from mopacreg.register.asked import Part
from mopacreg.register.folding import tokens
from mopacreg.register.spellings import Spelt, of_phrase, of_reference, of_words, typed_sum, typed_year

if TYPE_CHECKING:
    from mopacreg.register.conditions import Field

_DEEPEST = 12  # brackets within brackets; those inside are left out
_LONGEST = 400  # pieces; what follows is left out

_ENDS = r'(?=[,;]?(?:[\s()"]|\Z))'
_PIECE = re.compile(
    r"(?P<minus>-(?=[^\s-]))?"
    r'(?:"(?P<phrase>[^"]*)"?(?P<begun>\*)?'
    r"|(?P<series>(?P<dm>dm)?pcd|md|dd|(?-i:ADD))s?[\s/:–-]*0*(?P<number>\d+)"
    r"(?(dm)(?:[\s/–-]+0*(?P<second>\d+))?)(?![\w*])"
    r"|(?P<bracket>[()])"
    r"|(?P<field>(?-i:[A-Za-z][A-Za-z_-]+)):(?!/)"
    r"|(?P<sum>£\s?\d[\d,]*(?:\.\d+)?\s?(?:k|mn?|bn|thousand|million|billion)?"
    r"|\d[\d,]*(?:\.\d+)?(?:k|mn?|bn|\s?(?:thousand|million|billion))"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d\d)?|[1-9]\d{{4,12}}){_ENDS}"
    rf"|(?P<year>(?:fy\s?)?(?:20)?\d\d[/–-](?:20)?\d{{1,2}}){_ENDS}"
    rf"|(?P<near>(?-i:NEAR)(?:/(?P<apart>\d{{1,3}}))?(?=[\s(]))"
    r'|(?P<word>[^\s"()]+))',
    re.IGNORECASE,
)


class Term(NamedTuple):
    """One thing that is wanted: as it was typed, and what it asks. `word` where it is a single word."""

    typed: str
    part: Part
    word: str | None = None


Sum = tuple[int, int, str]
"""Pence from and to, and an expression that finds a number which may be no sum (nothing: it can only be one)."""


class Spelling(NamedTuple):
    """One word or phrase in its spellings, each as FTS5's phrase, and what asks for it."""

    phrases: tuple[str, ...]
    part: Part


class Query(NamedTuple):
    """What is asked: `match`, `sql` and `values` are those of `asked.Part`.

    `patterns`: for each thing wanted, the regular expressions that find it in a folded text; one that
    finds nothing gives way to the next. Each begins with letters as they stand, which makes it fast.
    `sums`: those wanted. `sections`: the words of headings wanted. `denied`: what is
    to be left out. `reference`: the one that is asked for, where nothing else is. `notes`: what could not
    be read as it was meant, a sentence each. `regex`: a regular expression that is asked for instead.
    """

    match: str = ""
    sql: str = ""
    values: asked.Values = ()
    patterns: tuple[tuple[str, ...], ...] = ()
    terms: tuple[Term, ...] = ()
    sums: tuple[Sum, ...] = ()
    sections: tuple[str, ...] = ()
    denied: tuple[Term, ...] = ()
    reference: str | None = None
    notes: tuple[str, ...] = ()
    regex: re.Pattern[str] | None = None


def parse(typed: str, also: Mapping[str, "Field"] | None = None) -> Query:
    """The query that `typed` stands for; all parts are empty where it has no word in it.

    `also` are fields beside those of `conditions`: what more than the register's tables can answer.
    Raises UsageError for a field that there isn't or whose value can't be read, for NEAR before what is
    to be left out, and what `also` raises; nothing else.
    """
    reading = Reading(typed.translate({0x201C: '"', 0x201D: '"'}), also or {})
    alone = reading.pieces[0] if len(reading.pieces) == 1 else None
    part = reading.either(0)
    found = (reading.patterns, reading.terms, reading.sums, reading.sections, reading.denied)
    patterns, terms, sums, sections, denied = (tuple(dict.fromkeys(each)) for each in found)
    reference = None
    if alone and alone["series"] and not alone["minus"]:
        reference = " ".join(filter(None, (alone["series"].upper(), alone["number"], alone["second"])))
    notes = tuple(reading.notes)
    return Query(*part, patterns, terms, sums, sections, denied, reference, notes)  # type: ignore[arg-type]


class Reading:
    """A reading of the pieces, brackets within brackets; fielded.py reads what stands behind a field."""

    def __init__(self, typed: str, also: Mapping[str, "Field"]) -> None:
        self.also = also
        pieces = list(_PIECE.finditer(typed))
        self.pieces = pieces[:_LONGEST][::-1]  # the next one last
        self.patterns: list[tuple[str, ...]] = []
        self.terms: list[Term] = []
        self.sums: list[Sum] = []
        self.sections: list[str] = []
        self.denied: list[Term] = []
        self.notes: list[str] = []
        self.denials = 0
        self.within: str | None = None  # the field in whose brackets this stands
        self.title = False  # whether words of the title are wanted
        if len(pieces) > _LONGEST:
            self.notes.append(f"only the first {_LONGEST} words are looked for")

    def either(self, depth: int) -> Part:
        """Groups parted by OR, up to the bracket that closes them."""
        groups = list[Part]()
        while self.pieces and not (depth and self.pieces[-1]["bracket"] == ")"):
            if self.pieces[-1]["word"] == "OR":
                self.pieces.pop()
            groups.append(self.together(depth))
        return asked.either(groups)

    def together(self, depth: int) -> Part:
        """Words side by side, all of them wanted but those after NOT or a minus."""
        wanted, unwanted = list[Part](), list[Part]()
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
            self.denials += denied
            (unwanted if denied else wanted).append(self.operand(piece, depth))
            self.denials -= denied
        return asked.without(asked.both(wanted), unwanted)

    def operand(self, piece: re.Match[str], depth: int) -> Part:
        """One word, phrase, reference, sum, field or bracket; nothing where there is no word in it."""
        if piece["bracket"]:
            return self.bracket(depth) if piece["bracket"] == "(" else asked.NOTHING
        if piece["field"] or self.within:
            from mopacreg.register import fielded

            return fielded.field(self, piece, depth) if piece["field"] else fielded.value(self, piece)
        if piece["near"] or (self.pieces and self.pieces[-1]["near"]):
            from mopacreg.register import nearby

            return nearby.near(self, piece)
        return self.spelt(piece).part

    def bracket(self, depth: int) -> Part:
        if depth == _DEEPEST:
            return asked.NOTHING
        part = self.either(depth + 1)
        if self.pieces:
            self.pieces.pop()
        return part

    def spelt(self, piece: re.Match[str]) -> Spelling:
        """A word, a phrase, a reference, a sum or a year in its spellings; it is noted as wanted."""
        spelt = None
        words = piece["phrase"] if piece["phrase"] is not None else piece[0].removeprefix("-")
        whole = _PIECE.fullmatch(words.strip()) if piece["phrase"] else piece
        if piece["series"]:
            spelt = of_reference(piece["series"].lower(), piece["number"], piece["second"])
        elif piece["year"]:
            spelt = typed_year(piece["year"])
        elif whole and whole["sum"]:
            spelt = typed_sum(whole["sum"])
            if spelt is None:
                self.notes.append(f"'{whole['sum']}' is no sum: looked for as words")
        elif piece["phrase"]:
            spelt = of_phrase([(each[0], each["sum"]) for each in _PIECE.finditer(words)])
        begun = bool(piece["begun"]) or words.rstrip(",").endswith("*")
        spelt = spelt or of_words(tokens(words), begun)
        return Spelling(spelt.phrases, self.wants(piece[0].removeprefix("-"), spelt))

    def wants(self, typed: str, spelt: Spelt) -> Part:
        """What asks for it; it is noted that a passage is wanted that holds it."""
        if not spelt.phrases:
            return asked.NOTHING
        part = Part(asked.joined("OR", spelt.phrases))
        if spelt.sums and not self.title:
            from mopacreg.register import stated

            part = stated.asked_for(spelt)
        title = Part(f"{{title}} : ({part.match})")
        term = Term(f"title:{typed}", title, spelt.word) if self.title else Term(typed, part, spelt.word)
        if self.denials:
            self.denied.append(term)
            return part
        self.terms.append(term)
        if self.title or spelt.printed is None:
            self.patterns.append(spelt.patterns)
        if not self.title:
            number = spelt.patterns[0] if spelt.printed else ""
            self.sums += [(pence, pence, number) for pence in spelt.sums]
        return part
