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
letters and figures side by side. References (`PCD 1406`), sums (`£1.8m`) and
financial years (`24/25`) are found however the documents write them.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from mopacreg.errors import UsageError
from mopacreg.register import asked
from mopacreg.register.asked import Part
from mopacreg.register.folding import tokens
from mopacreg.register.spellings import Spelt, of_citation, of_reference, of_words, typed_sum, typed_year

if TYPE_CHECKING:
    from mopacreg.register.conditions import Field

_DEEPEST = 12  # brackets within brackets; those inside are left out
_LONGEST = 400  # pieces; what follows is left out
_APART = 10  # words

_ENDS = r'(?=[\s()"]|\Z)'
_PIECE = re.compile(
    r"(?P<minus>-(?=[^\s-]))?"
    r'(?:"(?P<phrase>[^"]*)"?'
    r"|(?P<series>(?P<dm>dm)?pcd)s?[\s/:–-]*0*(?P<number>\d+)(?(dm)(?:[\s/–-]+0*(?P<second>\d+))?)(?![\w*])"
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


class Query(NamedTuple):
    """What is asked: `match`, `sql` and `values` are those of `asked.Part`.

    `patterns`: for each thing wanted, the regular expressions that find it in a folded text; one that
    finds nothing gives way to the next. Each begins with letters as they stand, which makes it fast.
    `sums`: pence from and to, of sums wanted by the field. `section`: the words of a heading wanted.
    `notes`: what could not be read as it was meant, a sentence each.
    """

    match: str = ""
    sql: str = ""
    values: asked.Values = ()
    patterns: tuple[tuple[str, ...], ...] = ()
    terms: tuple[Term, ...] = ()
    sums: tuple[tuple[int, int], ...] = ()
    sections: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def parse(typed: str, also: Mapping[str, "Field"] | None = None) -> Query:
    """The query that `typed` stands for; all parts are empty where it has no word in it.

    `also` are fields beside those of `conditions`: what more than the register's tables can answer.
    Raises UsageError for a field that there isn't, and what `also` raises; nothing else.
    """
    reading = _Reading(typed.translate({0x201C: '"', 0x201D: '"'}), also or {})
    part = reading.either(0)
    found = (
        dict.fromkeys(each) for each in (reading.patterns, reading.terms, reading.sums, reading.sections)
    )
    patterns, terms, sums, sections = map(tuple, found)
    return Query(*part, patterns, terms, sums, sections, tuple(reading.notes))  # type: ignore[arg-type]


class _Reading:
    """A reading of the pieces, brackets within brackets."""

    def __init__(self, typed: str, also: Mapping[str, "Field"]) -> None:
        self.also = also
        pieces = list(_PIECE.finditer(typed))
        self.pieces = (
            pieces[_LONGEST - 1 :: -1] if len(pieces) > _LONGEST else pieces[::-1]
        )  # the next one last
        self.patterns: list[tuple[str, ...]] = []
        self.terms: list[Term] = []
        self.sums: list[tuple[int, int]] = []
        self.sections: list[str] = []
        self.notes: list[str] = []
        self.denials = 0
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
        if piece["field"]:
            return self.field(piece, depth)
        if piece["near"]:
            return self.near(piece)
        phrases = [self.spelt(piece).phrases]
        apart = _APART
        while self.pieces and self.pieces[-1]["near"]:
            apart = int(self.pieces.pop()["apart"] or _APART)
            if self.pieces and not self.pieces[-1]["bracket"] and not self.pieces[-1]["field"]:
                phrases.append(self.spelt(self.pieces.pop()).phrases)
        return Part(asked.near(phrases, apart))

    def near(self, piece: re.Match[str]) -> Part:
        """`NEAR(drug testing, 5)`, as FTS5 itself has it; nothing where NEAR stands before nothing."""
        if not self.pieces or self.pieces[-1]["bracket"] != "(":
            return asked.NOTHING
        self.pieces.pop()
        inside = list[re.Match[str]]()
        while self.pieces and not self.pieces[-1]["bracket"]:
            inside.append(self.pieces.pop())
        if self.pieces and self.pieces[-1]["bracket"] == ")":
            self.pieces.pop()
        apart = int(piece["apart"] or _APART)
        if len(inside) > 1 and inside[-2][0].endswith(",") and re.fullmatch(r"\d{1,3}", inside[-1][0]):
            apart = int(inside.pop()[0])
        return Part(asked.near([self.spelt(each).phrases for each in inside], apart))

    def bracket(self, depth: int) -> Part:
        if depth == _DEEPEST:
            return asked.NOTHING
        part = self.either(depth + 1)
        if self.pieces:
            self.pieces.pop()
        return part

    def field(self, piece: re.Match[str], depth: int) -> Part:
        from mopacreg.register import conditions

        fields = {**conditions.FIELDS, **self.also}
        follows = self.pieces[-1] if self.pieces else None
        beside = follows is not None and follows.start() == piece.end()
        if not beside and piece["field"].lower() not in (conditions.WORDS, *fields):
            return self.plain(piece["field"])  # `Note: …` is no field
        name = conditions.field(piece["field"], fields)
        if follows is None or follows["bracket"] == ")":
            return asked.NOTHING
        self.pieces.pop()
        if name == conditions.WORDS:
            part = self.operand(follows, depth)
            return Part(f"{{title}} : ({part.match})", part.sql, part.values) if part.match else part
        value = follows["phrase"] if follows["phrase"] is not None else follows[0]
        while self.pieces and (word := self.pieces[-1]["word"]) and conditions.longer(name, value, word):
            value += f" {self.pieces.pop()[0]}"
        try:
            part = fields[name](value)
        except UsageError as error:
            if name in self.also or self.denials:  # what can't be left out must not be left in
                raise
            self.notes.append(f"{error.message}: looked for as a word")
            return self.plain(value)
        if not self.denials:
            self.told(name, value, part)
        return part

    def told(self, name: str, value: str, part: Part) -> None:
        """Note what a passage that answers a field would hold."""
        from mopacreg.register import conditions

        self.terms.append(Term(f"{name}:{value}", part))
        if name == "borough":
            self.patterns.append(of_words(tokens(value), True).patterns)
        elif name == "cites":
            self.patterns.append(of_citation(str(part.values[0])).patterns)
        elif name == "amount":
            self.sums.append(conditions.amounts(value))
        elif name == "section":
            self.sections.append(value)

    def spelt(self, piece: re.Match[str]) -> Spelt:
        """A word, a phrase, a reference, a sum or a year in its spellings."""
        spelt = None
        if piece["series"]:
            spelt = of_reference(piece["series"].lower(), piece["number"], piece["second"])
        elif piece["sum"]:
            spelt = typed_sum(piece["sum"])
        elif piece["year"]:
            spelt = typed_year(piece["year"])
        words = piece["phrase"] if piece["phrase"] is not None else piece[0].removeprefix("-")
        return self.wants(
            piece[0].strip("-"), spelt or of_words(tokens(words), words.rstrip(",").endswith("*"))
        )

    def plain(self, typed: str) -> Part:
        """What seemed a field, as words."""
        return Part(asked.joined("OR", self.wants(typed, of_words(tokens(typed), False)).phrases))

    def wants(self, typed: str, spelt: Spelt) -> Spelt:
        """Note that a passage is wanted that holds this."""
        if spelt.phrases and not self.denials:
            self.patterns.append(spelt.patterns)
            self.terms.append(Term(typed, Part(asked.joined("OR", spelt.phrases)), spelt.word))
        return spelt
