"""Letters and spaces that scans and word processors put in the place of plain ones, mended one for one."""

from __future__ import annotations

# Cyrillic and Greek letters in these English papers are misread Latin ones (a scan's MAPPA).
_LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo",
        strict=True,
    )
)
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x0b\x0c",
    " ",
)
_REPAIRS = _LOOK_ALIKES | _SPACES
_ODD = frozenset(_REPAIRS)
_PLAIN = bytes(code for code in range(128) if chr(code) not in _ODD)


def uncommon(text: str) -> set[str]:
    """The characters of `text` beyond the plain ones of ASCII, each once.

    Its bytes tell: far quicker than to look at every character, as str.translate does.
    """
    return set(text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass"))


def mended(text: str) -> str:
    """`text` with look-alike letters and spaces mended, one for one."""
    for odd in _ODD & uncommon(text):
        text = text.replace(odd, _REPAIRS[odd])
    return text
