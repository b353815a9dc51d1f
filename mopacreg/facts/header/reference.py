"""The decision's own number, wherever its page states it."""

from __future__ import annotations

import re

from mopacreg.facts.header.fields import values
from mopacreg.layouts import labels
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Line
from mopacreg.trace import Trace
from mopacreg.values import references
from mopacreg.values.verbs import THIS_PAPER

# `REQUEST FOR DMPC DECISION – PCD 900`: where the form's own words alone stand before the number, it is its own.
_FORM_HEADING = re.compile(
    r"\W*(?:(?:request|for|the|a|of|dmpc|mopac|deputy|mayor(?:['’]s)?|office|policing|and|crime|decision|form|number|no"
    r"|ref|reference|official|restricted|sensitive|not|protectively|marked|part|1|i|one)\b\W*)*",
    re.IGNORECASE,
)
# In a title it is another's that this one varies: `Variation to DMPC Decision PCD 900`, `Decision PCD 900 Amendment`.
_OF_ANOTHER = re.compile(
    r"\b(?:vari|vary|amend|exten|updat|chang|supersed|replac|revis|follow|addendum|correct|continu|approved|agreed"
    r"|under\b)\w*|(?<!mayor )(?<!\d )\bof\b|(?<!request )\bto\b",
    re.IGNORECASE,
)
_ITS_CHANGE = re.compile(r"\W*(?:\w+\W+)?(?:amendment|variation|addendum|extension|update)\b", re.IGNORECASE)
_DECISION = re.compile(r"\bDECISION\b", re.IGNORECASE)

_DOWNLOAD = re.compile(r"^\W*Download(?:\s*\||.*\b\d+(?:\.\d+)?\s?[KM]B\b)", re.IGNORECASE)

# "This decision, PCD 1032, seeks …": the page's own number, where nothing else states it.
_SELF = re.compile(rf"{THIS_PAPER}\s*[,(–-]?\s*$", re.IGNORECASE)


def read(sheet: Sheet, found: list[labels.Label], one_line: Line | None, trace: Trace) -> str | None:
    """The reference: its label's, else the form's heading's, else the unlabelled line's."""
    for label in found:
        if label.name == "reference":
            for words in values(sheet, label):
                mention = references.read(sheet.text.text[words.start : words.end])
                if mention:
                    trace.note(
                        "reference",
                        words.start + mention.start,
                        words.start + mention.end,
                        "reference label",
                        mention.doubt,
                    )
                    return mention.reference
    candidates = [
        line for line in sheet.lines("header") if _DECISION.search(line.text) and not labels.label_on(line)
    ]
    for line in [*candidates, *([one_line] if one_line else [])]:
        mention = next((m for m in references.find(line.text) if not m.external), None)
        if mention and (line is one_line or _is_own(line.text, mention)):
            rule = "unlabelled header line" if line is one_line else "form heading"
            trace.note("reference", line.start + mention.start, line.start + mention.end, rule, mention.doubt)
            return mention.reference
    return None


def _is_own(words: str, mention: references.Mention) -> bool:
    """Whether the number in a heading with the word decision is the paper's own."""
    if _FORM_HEADING.fullmatch(words, 0, mention.start):
        return True
    return not (_OF_ANOTHER.search(words, 0, mention.start) or _ITS_CHANGE.match(words, mention.end))


def from_download_row(sheet: Sheet, trace: Trace) -> str | None:
    """The reference of a page whose only statement of it is the row that offers its file."""
    for line in sheet.text.lines[sheet.first - 1 : sheet.last]:
        if _DOWNLOAD.match(line.text):
            for mention in references.find(line.text):
                trace.note("reference", line.start + mention.start, line.start + mention.end, "download row")
                return mention.reference
    return None


def from_prose(sheet: Sheet, trace: Trace) -> str | None:
    """The number by which the prose names the decision itself (`This decision, PCD 1032, …`), or None."""
    for unit in sheet.units:
        if unit.part in ("summary", "recommendation", "report"):
            words = sheet.text.text[unit.start : unit.end]
            for mention in references.find(words):
                if not mention.external and _SELF.search(words[: mention.start]):
                    start = unit.start + mention.start
                    doubt = "only the prose states the decision's number"
                    trace.note("reference", start, unit.start + mention.end, "number in prose", doubt)
                    return mention.reference
    return None
