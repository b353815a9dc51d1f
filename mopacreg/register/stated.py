"""Sums of money, asked of the record: which decisions state one, and where in a decision it stands.

The record knows a sum however it is printed: `£1.8m`, `£1,800,000`, `1,800` in a table of £000s. The
words don't: those of `£500` stand in `£42,500` too.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from mopacreg.register import asked
from mopacreg.register.asked import Part
from mopacreg.register.folding import fold
from mopacreg.register.passages import STANDING, Looked, Row, Wanted
from mopacreg.register.spellings import Spelt

Bounds = tuple[int, int]
"""Pence from and to."""

_PRINTED = "(select ' ' || text || ' ' from texts where id = d.id) glob ?"


def stated(bounds: Bounds) -> Part:
    """The decisions that state a sum between these."""
    return Part("", "d.id in (select decision_id from money where amount between ? and ?)", bounds)


def asked_for(spelt: Spelt) -> Part:
    """What a sum asks that was typed, alone or in a phrase; a number may be printed and be no sum."""
    sums = asked.both([stated((pence, pence)) for pence in spelt.sums])
    if spelt.printed is None:
        return asked.both([Part(asked.joined("OR", spelt.phrases)), sums])
    if not spelt.printed:
        return sums
    # The index knows `2,1,800,000` for a phrase in which `1,800,000` stands: so the text is looked at.
    words = asked.joined("OR", [f'"{" ".join(re.findall("[0-9]+", each))}"' for each in spelt.printed])
    globs = [f"*[^0-9,.]{each}{end}*" for each in spelt.printed for end in ("[^0-9,.]", "[,.][^0-9]")]
    printed = Part(words, " or ".join([_PRINTED] * len(globs)), tuple(globs))
    return asked.either([sums, printed])


def sought(
    db: sqlite3.Connection, decision: int, looked: Looked, text: tuple[str, int]
) -> tuple[Wanted, list[Row]]:
    """The expressions for what is looked for, with those for the sums as the decision writes them.

    The rows are the lines of tables in which they stand as mere figures, which are sums there alone.
    `text` is the decision's, and the number of its first line.
    """
    words, first_line = text
    wanted, rows = list(looked.wanted), list[Row]()
    for low, high, number in looked.sums:
        sql = "select distinct text, line from money where decision_id = ? and amount between ? and ? order by n"
        written = [(fold(printed), line) for printed, line in db.execute(sql, [decision, low, high])]
        figures = dict[int, list[str]]()
        for printed, line in written:
            if line and not _is_sum(printed):
                figures.setdefault(line, []).append(printed)
        for line, expression in ((line, _expression(each)) for line, each in figures.items()):
            for each in words.split("\n")[line - first_line : line - first_line + 1]:
                own = " ".join(each.split())
                spans = tuple((len(wanted), *match.span()) for match in expression.finditer(fold(own)))
                rows.append(Row("other", None, line, own, fold(own), STANDING["other"], False, spans))
        sums = list(dict.fromkeys(printed for printed, _ in written if _is_sum(printed)))
        spelt = [_expression(sums)] if sums else []
        wanted.append((*spelt, re.compile(number)) if number else tuple(spelt))
    return tuple(wanted), rows


def _is_sum(text: str) -> bool:
    return not re.fullmatch(r"[\d,. ()-]+", text)


def _expression(texts: Sequence[str]) -> re.Pattern[str]:
    spelt = [r"\s+".join(map(re.escape, text.split())) for text in texts]
    return re.compile(rf"(?<![\d.,])(?:{'|'.join(spelt)})(?![^\W_]|[.,]\d)")
