"""The amount of a table's cell, and the scale that the table's header states."""

from __future__ import annotations

import re

from mopacreg.values.money import figures
from mopacreg.values.money.sums import Sum, stated

_SIGN = r"(?P<sign>[£₤￡±]|\\(?:pm|pounds)|f(?=[0-9]))"
_CELL = re.compile(
    r"\s*(?:(?:up ?to|c(?:irca)?\.?|approx(?:imately)?\.?|est(?:imated)?\.?|~)\s?)?"
    rf"(?P<open>\()?\s*(?P<minus>[-−–][ \u00a0]?)?(?:{_SIGN}\s{{0,3}})?(?P<inner>[-−–])?"
    rf"{figures.NUMBER}{figures.GROUPS}(?:{figures.UNIT})?\s*(?P<close>\))?"
    r"\s*(?:p\.?a\.?|per annum|each|\([^()]{0,40}\)|[*†‡#]{1,3})?\s*",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:[£₤￡±]|\\pm)\s?(?:(?P<m>m(?:illions?|n)?\b)|(?P<b>b(?:illions?|n)\b)"
    r"|(?P<k>['’‘]?000['’]?s?(?!\w|[,.]\w)|k\b|thousands?\b)|s?(?![\w.,'’])(?!\s?[0-9,.]*[0-9]))",
    re.IGNORECASE,
)
_ABSURD = 100_000_000_000 * 100  # pence: more than any police budget holds


def read_cell(text: str, scale: int = 1, *, bare: bool = False) -> Sum | None:
    """The amount of a table's cell in pence, or None; `scale` (1000 under £000s) serves where no unit stands.

    A number without a £ is read only where `bare` says that the column holds money.
    `(1,000)` and `-£500` are negative, as accounts write them; `-`, `N/A`, `22%`,
    `4 posts` and an empty cell hold no amount. Offsets are into `text`. Never raises.
    """
    match = _CELL.fullmatch(text)
    if not match or bool(match["open"]) != bool(match["close"]) or not (match["sign"] or bare):
        return None
    one = figures.written(match)
    figure = figures.pence(one, scale)
    if scale > 1 and not one.unit and (figure.pence or 0) >= _ABSURD:
        figure = figures.pence(one)._replace(note="The column's scale would make it too large to be meant.")
    if figure.pence is None or (match["groups"] and not one.spaced):
        return None
    minus = match["minus"] or match["inner"] or ""
    doubt = "The dash may be a mark and no minus." if minus[1:] else figure.note
    start = min(match.start(name) for name in ("open", "minus", "sign", "inner", "number") if match[name])
    end = match.end("close") if match["close"] else one.end
    found = stated(text, start, end, figure.pence, match["sign"], doubt, figure.repair)
    return found._replace(amount=-found.amount) if minus or match["open"] else found


def scale_in(header: str) -> int | None:
    """How many pounds a figure under this header counts: 1000000 for `£m`, 1000 for `£000s`, 1 for `£`.

    None where it states none or two, and for a £ with a figure of its own (`above £500,000`).
    """
    scales = {figures.SCALES[match.lastgroup] if match.lastgroup else 1 for match in _SCALE.finditer(header)}
    return scales.pop() if len(scales) == 1 else None
