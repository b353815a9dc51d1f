"""A published web page: what a reader sees of its text, a line per block, without the page's furniture."""

from __future__ import annotations

import re
from typing import Any

from mopacreg.errors import DocumentError, MissingExtra
from mopacreg.sources import plain
from mopacreg.sources.html.unseen import controlled_ids, within
from mopacreg.sources.html.writer import Writer

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*utf-?8", re.I)


def read(path: str, data: bytes) -> str:
    """The page's text. Raises DocumentError where it has none, MissingExtra without selectolax."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtra(path, "selectolax is needed to read web pages") from None
    body = LexborHTMLParser(_decode(path, data)).body
    lines = _page(body) if body is not None else []
    if not lines:
        raise DocumentError(
            path,
            "is a web page without text",
            "open it in a browser and save it from there: scripts may fill it in",
        )
    return "\n".join(lines) + "\n"


def _decode(path: str, data: bytes) -> str:
    # A page that says it is UTF-8 is, but for a broken byte, which a browser shows as a mark too.
    if b"\x00" not in data[:1024] and _CHARSET.search(data[:2048]):
        return data.decode("utf-8", "replace")
    return plain.decode(path, data)


def _page(body: Any) -> list[str]:
    """The main part's lines where the page names one, else the body's; the page's h1 first."""
    mains = [m for m in body.css("main, [role=main]") if not within(m, {"main"}) and m.text(strip=True)]
    writer = Writer(frozenset(controlled_ids(body)))
    if not any(root.css_first("h1") for root in mains or [body]):
        title = body.css_first("h1")
        if title is not None:
            writer.visit(title)
    for root in mains or [body]:
        writer.walk(root)
        writer.end()
    return writer.finished()
