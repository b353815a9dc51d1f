"""How near a record comes to one read by hand: right, missed and wrong facts, field by field.

Both are records as RECORD.md has them, in pounds. A gold record says what it
wants judged: a key that it leaves out, in itself or in one of its entries, is
open, and so is a value written `*`. `lines: false` in it leaves every line
open (a document whose text has no lines of its own). Its `paragraphs` may be
the bare numbers, and its `findings` and `no_findings` name the audit's rules
that are to be found and not to be found.

A null that both agree on is no fact and counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Entry = Mapping[str, Any]

ANY = "*"
SCALARS = (
    "reference",
    "title",
    "signed_on",
    "signed_by",
    "summary",
    "value",
    "drafted_by",
    "reviewed_by",
    "officer_approval",
    "deferred",
    "deferred_until",
    "deferral_reason",
    "part_2",
)


class Shape(NamedTuple):
    """What tells the entries of a list apart, and what is judged of an entry once it is found."""

    key: tuple[str, ...]
    details: tuple[str, ...] = ()


_MENTION = Shape(("line", "reference"), ("text", "relation", "claimed_amount", "claimed_date", "place"))
LISTS = {
    "recommendations": Shape(("number", "text"), ("action", "line")),
    "sections": Shape(("number", "heading"), ("line",)),
    "paragraphs": Shape(("number",)),
    "money": Shape(("line", "amount"), ("text", "qualifier", "financial_years", "role", "place")),
    "budget_lines": Shape(
        ("line", "table", "item", "financial_year", "amount", "total"),
        ("category", "direction", "year_inferred", "funding_source", "boroughs", "place"),
    ),
    "cites": _MENTION,
    "external_cites": _MENTION,
    "boroughs": Shape(("name",)),
    "declarations": Shape(("area", "ticked"), ("mark", "text", "line")),
    "findings": Shape(("rule",)),
}
# Two careful readers may differ on these, so a gold record's null leaves them open.
OPEN_IF_NULL = frozenset({"relation", "role"})
_ALIKE = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Tally:
    """The facts of one field, each said in a few words."""

    right: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()  # in the gold record and not read
    wrong: tuple[str, ...] = ()  # read and not in the gold record

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right; 1.0 where nothing was read."""
        return _share(len(self.right), len(self.wrong))

    @property
    def recall(self) -> float:
        """Of what the gold record holds, the share that was read; 1.0 where it holds nothing."""
        return _share(len(self.right), len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where there is no fact on either side."""
        return _share(2 * len(self.right), len(self.missed) + len(self.wrong))


def compare(gold: Entry, record: Entry) -> dict[str, Tally]:
    """Field → its tally, for each field that `gold` states; a detail of an entry is `money.role`.

    `record` is judged by its `findings` (the rules' names) only where it has that key.
    """
    tallies = {name: _judge(gold[name], record.get(name)) for name in SCALARS if name in gold}
    for name, shape in LISTS.items():
        if name not in gold or (name == "findings" and name not in record):
            continue
        if not gold.get("lines", True):
            shape = Shape(*(tuple(key for key in keys if key != "line") for keys in shape))
        tallies |= _compare_list(name, shape, _entries(gold, name), _entries(record, name, gold))
    return tallies


def add_up(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Field → the tally of all the records compared."""
    total: dict[str, Tally] = {}
    for fields in tallies:
        for name, tally in fields.items():
            total[name] = total.get(name, Tally()) + tally
    return total


def differences(tallies: Mapping[str, Tally]) -> list[str]:
    """A line for each fact that is missed or wrong, in the order of the fields."""
    return [
        f"{name}: {kind} {fact}"
        for name, tally in tallies.items()
        for kind, facts in (("missed", tally.missed), ("wrong", tally.wrong))
        for fact in facts
    ]


def _compare_list(name: str, shape: Shape, golds: list[Entry], given: list[Entry]) -> dict[str, Tally]:
    if LISTS[name] is _MENTION and not any("line" in gold for gold in golds):
        given = _once_each(given)
    tallies = {name: Tally()}
    left = list(given)
    for gold in sorted(golds, key=lambda gold: ANY in gold.values()):
        said = _say(gold, shape.key)
        twins = [entry for entry in left if all(_agree(gold, entry, key) for key in shape.key)]
        if not twins:
            tallies[name] += Tally(missed=(said,))
            continue
        twin = max(twins, key=lambda entry: sum(_agree(gold, entry, key) for key in shape.details))
        left = [entry for entry in left if entry is not twin]
        tallies[name] += Tally(right=(said,))
        for detail in shape.details:
            if detail in gold and not (gold[detail] is None and detail in OPEN_IF_NULL):
                field = f"{name}.{detail}"
                tallies[field] = tallies.get(field, Tally()) + _judge(gold[detail], twin.get(detail), said)
    tallies[name] += Tally(wrong=tuple(_say(entry, shape.key) for entry in left))
    return tallies


def _judge(wanted: Any, given: Any, of: str = "") -> Tally:
    """One fact against one fact; null is no fact."""
    before = f"{of}: " if of else ""
    if wanted == ANY or _fold(wanted) == _fold(given):
        return Tally() if given is None else Tally(right=(f"{before}{given!r}",))
    return Tally(
        missed=() if wanted is None else (f"{before}{wanted!r}",),
        wrong=() if given is None else (f"{before}{given!r}",),
    )


def _entries(record: Entry, name: str, gold: Entry | None = None) -> list[Entry]:
    """A list's entries, bare names made into entries; of a record's findings, those that `gold` judges."""
    listed = record.get(name) or ()
    if name == "paragraphs" and not listed:
        listed = [
            part for section in record.get("sections") or () for part in section.get("paragraphs") or ()
        ]
    if name == "findings" and gold:
        listed = [rule for rule in listed if rule in gold["findings"] or rule in gold.get("no_findings", ())]
    only = LISTS[name].key[0]
    return [entry if isinstance(entry, Mapping) else {only: entry} for entry in listed]


def _once_each(mentions: list[Entry]) -> list[Entry]:
    """A mention for each reference: the one whose words say most of it."""
    once: dict[str, Entry] = {}
    for mention in mentions:
        held = once.get(mention["reference"])
        if held is None or held.get("relation") in (None, "cites"):
            once[mention["reference"]] = mention
    return list(once.values())


def _agree(gold: Entry, entry: Entry, key: str) -> bool:
    return key not in gold or gold[key] == ANY or bool(_fold(gold[key]) == _fold(entry.get(key)))


def _fold(value: Any) -> Any:
    """`value` without the differences that no reader would call one: white space, dashes, quotes, a stop."""
    if isinstance(value, str):
        return " ".join(value.translate(_ALIKE).split()).rstrip(".;: ")
    if isinstance(value, Mapping):
        return {key: _fold(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_fold(part) for part in value]
    return value


def _say(entry: Entry, key: Iterable[str]) -> str:
    parts = (f"{name} {entry[name]}" for name in key if entry.get(name) is not None)
    return ", ".join(parts) or "an entry that says nothing"


def _share(right: int, not_right: int) -> float:
    return right / (right + not_right) if right or not_right else 1.0
