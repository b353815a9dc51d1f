"""What the decision maker is asked to do: the items, their order and their actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mopacreg.facts.recommendations.items import drafts
from mopacreg.facts.recommendations.lead_in import Draft, by_sentence
from mopacreg.facts.recommendations.marks import mark_of
from mopacreg.items import Item
from mopacreg.layouts.cut import ASKED
from mopacreg.layouts.sheet import Sheet
from mopacreg.record import Recommendation
from mopacreg.text import Line, folded
from mopacreg.trace import Trace
from mopacreg.values.verbs import action_of, plain_verb, seldom_action_of

_CLOSING = re.compile(r"(?:[;,.]\s*and|\s+and|[;,])\s*$", re.IGNORECASE)


def read(sheet: Sheet, trace: Trace) -> list[Item]:
    """The recommendations in order, each with the text it stands on; none where the document has none."""
    found = list(drafts(sheet, sheet.lines("recommendation"))) or list(_in_report(sheet))
    numbers = _numbers([draft.printed for draft in found])
    items = []
    for n, (number, draft) in enumerate(zip(numbers, found, strict=True), 1):
        words = folded(" ".join(sheet.text.printed[s:e] for s, e in draft.spans))
        words = _CLOSING.sub("", words) if n < len(found) else words.rstrip(";,")
        start, end = draft.spans[0][0], draft.spans[-1][1]
        line = trace.note(f"recommendations {n}", start, end, "recommendation item")
        action = _own_action(words, draft.lead_action) or draft.lead_action
        items.append(Item(Recommendation(number, words, action, line), start, end))
    return items


def _in_report(sheet: Sheet) -> Iterator[Draft]:
    """Where nothing else recommends: the first paragraph of the report in which the decision maker is asked.

    With the list that it leads in to.
    """
    lines = sheet.lines("report")
    at = next((i for i, line in enumerate(lines) if ASKED.search(line.text)), None)
    if at is None:
        return
    asking, below = lines[at], lines[at + 1 :]
    first = mark_of(below[0].text) if below and asking.text.endswith(":") else None
    if first and first.kind != "decimal":
        yield from drafts(sheet, [asking, *_list_of(sheet, below)])
    else:
        yield from by_sentence([asking])


def _list_of(sheet: Sheet, lines: list[Line]) -> Iterator[Line]:
    """The lines up to the next paragraph: a number, a heading, or a sentence behind a full stop."""
    ended = False
    for line in lines:
        mark = mark_of(line.text)
        anew = mark.kind == "decimal" if mark else ended and line.text[:1].isupper()
        if anew or line.number in sheet.headings:
            return
        yield line
        ended = line.text.endswith(".")


def _own_action(words: str, lead_action: str | None) -> str | None:
    """The item's own verb. Under a lead-in that has one, a noun that looks like a verb is none (`Grants of …`)."""
    if lead_action:
        first, *after = words.split(maxsplit=2)
        if not first[:1].isupper() or plain_verb(first) is None or after[:1] == ["of"]:
            return seldom_action_of(words)
    return action_of(words) or seldom_action_of(words)


def _numbers(printed: list[str]) -> list[int]:
    """The items' numbers: as printed where they count up, else 1, 2, 3 (RECORD.md)."""
    if printed and all(p.isdigit() for p in printed):
        numbers = [int(p) for p in printed]
        if all(a < b for a, b in pairwise(numbers)):
            return numbers
    return list(range(1, len(printed) + 1))
