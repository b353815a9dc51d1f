"""What the decision maker is asked to do: the items, their order and their actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mopacreg.layouts.cut import LEAD_IN
from mopacreg.layouts.sheet import Sheet
from mopacreg.record import Recommendation
from mopacreg.text import Line, folded
from mopacreg.trace import Trace

# Plain forms of the verbs with which a decision maker is asked to act.
VERBS = frozenset(
    [
        "accept",
        "acknowledge",
        "adopt",
        "agree",
        "allocate",
        "allow",
        "amend",
        "appoint",
        "approve",
        "ask",
        "authorise",
        "authorize",
        "award",
        "cancel",
        "carry",
        "commence",
        "commission",
        "commit",
        "confirm",
        "consent",
        "consider",
        "continue",
        "contract",
        "contribute",
        "decide",
        "defer",
        "delegate",
        "designate",
        "direct",
        "discharge",
        "dispose",
        "endorse",
        "enter",
        "establish",
        "exercise",
        "extend",
        "finance",
        "fund",
        "give",
        "grant",
        "implement",
        "increase",
        "initiate",
        "instruct",
        "introduce",
        "issue",
        "lease",
        "let",
        "maintain",
        "make",
        "move",
        "note",
        "novate",
        "offer",
        "pay",
        "permit",
        "proceed",
        "procure",
        "progress",
        "provide",
        "publish",
        "purchase",
        "ratify",
        "receive",
        "recommend",
        "re-allocate",
        "reallocate",
        "reduce",
        "refuse",
        "reject",
        "release",
        "remove",
        "renew",
        "request",
        "respond",
        "retain",
        "review",
        "revoke",
        "rescind",
        "sell",
        "set",
        "sign",
        "spend",
        "submit",
        "supersede",
        "support",
        "suspend",
        "terminate",
        "transfer",
        "undertake",
        "update",
        "uplift",
        "use",
        "utilise",
        "vary",
        "vire",
        "waive",
        "withdraw",
        "write",
    ]
)
_NOUNS = {
    "approval": "approve",
    "agreement": "agree",
    "acceptance": "accept",
    "delegation": "delegate",
    "authority": "authorise",
}
_BULLET = r"[-–—•·▪●○◦‣]"
_MARKS = (
    ("number", re.compile(rf"^(?:{_BULLET}\s+)?\(?(\d{{1,2}})[.)](?:\s+|(?=[A-Z]))(?!\d)")),
    ("letter", re.compile(rf"^(?:{_BULLET}\s+)?\(?([a-hj-uwyzA-HJ-UWYZ])[.)]\s+")),
    ("roman", re.compile(rf"^(?:{_BULLET}\s+)?\(?([ivxIVX]{{1,4}})[.)]\s+")),
    ("bare", re.compile(r"^(\d{1,2})\s+(?=[A-Z][a-z])")),
    ("bullet", re.compile(rf"^{_BULLET}\s+()")),
)
_ANY_MARK = re.compile(rf"^(?:{_BULLET}\s+)?(?:\(?\w{{1,4}}[.)]\s+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_CLOSING = re.compile(r"(?:[;,.]\s*and|\s+and|[;,])\s*$", re.IGNORECASE)
_TO = re.compile(r"\b(?:recommended|asked|requested|invited)\s+to\b\s*:?\s*", re.IGNORECASE)
_THAT = re.compile(
    r"\bthat the (?:DMPC|Deputy Mayor(?: for Policing and Crime)?|MOPAC)\b(?: \(DMPC\))?\s*:?\s*",
    re.IGNORECASE,
)
_THE = re.compile(r"(?:^|(?<=[.:] ))The (?:DMPC|Deputy Mayor(?: for Policing and Crime)?)(?: \(DMPC\))?\s+")


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation with the stretch of text it stands on, `start:end`."""

    recommendation: Recommendation
    start: int
    end: int

    @property
    def place(self) -> str:
        """Where a fact in it stands: `recommendation 2`."""
        return f"recommendation {self.recommendation.number}"


@dataclass(slots=True)
class _Draft:
    printed: str
    lead_action: str | None
    spans: list[tuple[int, int]]


def plain_verb(word: str) -> str | None:
    """The plain form of a verb of decision (`Agrees`, `approving`, `Approval`), or None."""
    low = word.casefold().strip(",.;:()")
    if low in _NOUNS:
        return _NOUNS[low]
    stems = [low]
    if low.endswith("s"):
        stems += [low[:-1], low[:-2]]
    if low.endswith("ing"):
        stems += [low[:-3], low[:-3] + "e"]
    if low.endswith("ed"):
        stems += [low[:-1], low[:-2]]
    plain = next((stem for stem in stems if stem in VERBS), None)
    return {"authorize": "authorise", "re-allocate": "reallocate"}.get(plain or "", plain)


def action_of(text: str) -> str | None:
    """The leading verb's plain form; an adverb, `to` or an article before it is passed over."""
    for word in text.split()[:4]:
        low = word.casefold().strip(",:()")
        plain = plain_verb(word)
        if plain:
            return plain
        if not (
            low.endswith("ly") or low in ("to", "and", "the", "that", "an", "a", "also", "in", "principle")
        ):
            return None
    return None


def _own_action(words: str, lead_action: str | None) -> str | None:
    """The item's own verb. Under a lead-in that has one, a noun that looks like a verb is none (`Grants of …`)."""
    if lead_action:
        first, *after = words.split(maxsplit=2)
        if not first[:1].isupper() or plain_verb(first) is None or after[:1] == ["of"]:
            return None
    return action_of(words)


def read(sheet: Sheet, trace: Trace) -> list[Item]:
    """The recommendations in order, each with the text it stands on; none where the document has none."""
    lines = sheet.lines("recommendation")
    drafts = list(_drafts(sheet, lines))
    numbers = _numbers([d.printed for d in drafts])
    items = []
    for n, (number, draft) in enumerate(zip(numbers, drafts, strict=True), 1):
        words = folded(" ".join(sheet.text.as_printed(s, e) for s, e in draft.spans))
        words = _CLOSING.sub("", words) if n < len(drafts) else words.rstrip(";,")
        start, end = draft.spans[0][0], draft.spans[-1][1]
        line = trace.note(f"recommendations {n}", start, end, "recommendation item")
        action = _own_action(words, draft.lead_action) or draft.lead_action
        items.append(Item(Recommendation(number, words, action, line), start, end))
    return items


def _numbers(printed: list[str]) -> list[int]:
    """The items' numbers: as printed where they count up, else 1, 2, 3 (RECORD.md)."""
    if printed and all(p.isdigit() for p in printed):
        numbers = [int(p) for p in printed]
        if all(a < b for a, b in zip(numbers, numbers[1:], strict=False)):
            return numbers
    return list(range(1, len(printed) + 1))


def _drafts(sheet: Sheet, lines: list[Line]) -> Iterator[_Draft]:
    """Cut the recommendations' lines into items."""
    lead, rest = _lead(lines)
    kind = _item_kind(rest)
    lead_action = _lead_action(lead)
    if _asks_itself(lead, rest):
        yield from _sentences([*lead, *rest])
        return
    if kind is None:
        yield from _unmarked(lead, rest, lead_action)
        return
    pattern = dict(_MARKS)[kind]
    current: _Draft | None = None
    for i, line in enumerate(rest):
        mark = pattern.match(line.text)
        if mark:
            if current:
                yield current
            current = _Draft(mark[1], lead_action, [(line.start + mark.end(), line.end)])
        elif current and not _is_residue(sheet, rest, i) and not LEAD_IN.search(line.text):
            offset = _lost_bullet(line, current, sheet)
            current.spans.append((line.start + offset, line.end))
    if current:
        yield current


def _lead(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lead-in lines (through the first that asks), and the rest."""
    for i, line in enumerate(lines):
        if LEAD_IN.search(line.text) or (line.text.endswith(":") and not _mark_kind(line.text)):
            return lines[: i + 1], lines[i + 1 :]
        if _mark_kind(line.text):
            return lines[:i], lines[i:]
    return [], lines


def _asks_itself(lead: list[Line], rest: list[Line]) -> bool:
    """Whether the lead-in is itself what is asked for: it has a sum, which the list below it only divides."""
    if not lead or "£" not in lead[-1].text:
        return False
    marked = [line.text for line in rest if _mark_kind(line.text)]
    return not any(action_of(_ANY_MARK.sub("", text)) for text in marked)


def _mark_kind(text: str) -> str | None:
    return next((kind for kind, pattern in _MARKS if pattern.match(text)), None)


def _item_kind(lines: list[Line]) -> str | None:
    """The kind of mark that the list's own items have: the first mark met. None for a list without marks."""
    first = next(((i, kind) for i, line in enumerate(lines) if (kind := _mark_kind(line.text))), None)
    if first is None:
        return None
    before = [line for line in lines[: first[0]] if action_of(line.text)]
    return None if before else first[1]


def _lead_action(lead: list[Line]) -> str | None:
    """The verb of a lead-in that has one of its own (`is asked to approve:`)."""
    for line in lead:
        for pattern in (_TO, _THAT, _THE):
            match = pattern.search(line.text)
            if match and (rest := line.text[match.end() :].strip(" :")):
                return action_of(rest)
    return None


def _unmarked(lead: list[Line], rest: list[Line], lead_action: str | None) -> Iterator[_Draft]:
    """Items without marks: lines that begin with a verb, or the lead-in sentences themselves."""
    verbs = [line for line in rest if action_of(line.text) and line.text[0].isupper()]
    opens = bool(lead) and lead[-1].text.endswith(":")
    if verbs and (opens or not lead):
        current: _Draft | None = None
        for line in rest:
            if line in verbs:
                if current:
                    yield current
                current = _Draft("", lead_action, [(line.start, line.end)])
            elif current and len(line.text) > 25:
                current.spans.append((line.start, line.end))
        if current:
            yield current
        return
    yield from _sentences([*lead, *rest])


def _sentences(lines: list[Line]) -> Iterator[_Draft]:
    """Each lead-in sentence as an item that begins at its verb; what explains it, and its bullets, belong to it."""
    current: _Draft | None = None
    for line in lines:
        cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(line.text)), len(line.text)]
        for begin, end in zip(cuts, cuts[1:], strict=False):
            sentence = line.text[begin:end].rstrip()
            verb = _verb_at(sentence)
            if verb is not None:
                if current:
                    yield current
                current = _Draft("", None, [(line.start + begin + verb, line.start + begin + len(sentence))])
            elif current and sentence:
                current.spans.append((line.start + begin, line.start + begin + len(sentence)))
    if current:
        yield current


def _verb_at(sentence: str) -> int | None:
    """Where the verb of a lead-in sentence begins, or None where the sentence doesn't lead in."""
    if not LEAD_IN.search(sentence):
        return None
    for pattern in (_TO, _THAT, _THE):
        match = pattern.search(sentence)
        if match and match.end() < len(sentence):
            return match.end()
    return None


def _is_residue(sheet: Sheet, lines: list[Line], i: int) -> bool:
    """A signature's residue among marked items: a few words that no sentence ends, alone between blank lines."""
    line = lines[i]
    if (
        len(line.text) > 25
        or len(line.text.split()) > 3
        or line.text[-1] in ".;:,)"
        or any(c.isdigit() for c in line.text)
    ):
        return False
    around = sheet.text.lines[max(line.number - 2, 0) : line.number + 1]
    return not around[0].text and (len(around) < 3 or not around[-1].text)


def _lost_bullet(line: Line, current: _Draft, sheet: Sheet) -> int:
    """How much of a bullet to pass over that a page break put before the rest of a sentence."""
    match = re.match(rf"{_BULLET}\s+(?=[a-z])", line.text)
    before = sheet.text.text[current.spans[-1][0] : current.spans[-1][1]].rstrip()
    return match.end() if match and before and before[-1] not in ":;.,–-" else 0
