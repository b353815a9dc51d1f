"""The parts of a decision and the headings that open them.

The vocabulary is that of MOPAC's own forms (2015 and 2019 on) and of the web
pages made from them. A heading is compared without its number, its markup and
its colon.
"""

from __future__ import annotations

import re
from functools import lru_cache

# In the order in which a decision has them; a heading never leads back.
ORDER = (
    "header",
    "summary",
    "recommendation",
    "sign_off",
    "report",
    "access",
    "declaration",
    "approval",
    "furniture",
)
RANK = {part: rank for rank, part in enumerate(ORDER)}

OFFICER = (
    r"(?:interim |acting |deputy )*chief (?:\w+ officer|executive)"
    r"(?: [(–-] ?(?:interim|acting)\)?| (?:and|&) (?:director|head) of [\w &]{3,40})?|chief of staff"
)
"""The officers whose approval a form asks for, as its headings name them."""
_PARTS = (
    ("summary", r"(?:executive )?summary"),
    ("recommendation", r"(?:proposed )?(?:recommendations?|decisions?)|decision required"),
    ("sign_off", r"deputy mayor(?: for|,)? policing and crime|(?:mopac )?decision maker.{0,20}"),
    ("report", r"(?:part (?:i|1|one)\W+)?non[- ]?confidential facts and advice.*"),
    ("report", r"decision required\W+supporting report|supporting report|part (?:i|1)"),
    ("access", r"public access to information|part 1 deferral|part 2 confidentiality.*"),
    ("declaration", r"originating officer(?:'s|’s)? declarations?(?:\W+tick to confirm.*)?"),
    ("approval", rf"officer approval|{OFFICER}"),
    ("furniture", r"signed decision (?:document|form)s?|related (?:documents|content|pages)|share this page"),
    (
        "furniture",
        r"need a document (?:on this page )?in an accessible format.*|you may also be interested in",
    ),
    (
        "furniture",
        r"(?:latest|recent|related|other|more|similar) (?:mopac )?(?:decisions|news|publications|links)",
    ),
    ("furniture", r"supporting documents|attachments?|downloads?|back to top|download\s*\|.*"),
)
_PART = re.compile(
    "|".join(f"(?P<p{i}>(?:{pattern})$)" for i, (_, pattern) in enumerate(_PARTS)), re.IGNORECASE
)

_TOPICS = (
    (
        "papers",
        r"(?:background|supporting)(?: */ *| and | or )?(?:supporting|background)? (?:papers|documents)"
        r"|appendi(?:x|ces)",
    ),
    ("introduction", r"introduction(?: and background)?|background(?: and introduction| information)?"),
    ("issues", r"issues? for consideration|(?:key )?issues|case for change|options?(?: considered)?"),
    (
        "financial",
        r"(?:revenue |capital )?(?:financial?|finance|resource|funding)s? (?:and \w+ )?TAIL|finance",
    ),
    ("legal", r"legal TAIL"),
    ("commercial", r"(?:commercial|procurement|contract(?:ual)?) TAIL|commercial|procurement"),
    ("public_health", r"public health(?: TAIL| approach)?"),
    ("gdpr", r"(?:gdpr|data (?:protection|privacy))(?:(?: and |/| & ).{3,25})?(?: TAIL)?"),
    (
        "equality",
        r"(?:equalit(?:y|ies)|diversity)(?: (?:and|&) (?:diversity|inclusion))?(?: TAIL| impact.*)?",
    ),
    ("risk", r"(?:key )?risks?(?: TAIL| and .{3,30}| management)?"),
    (
        "other",
        r"(?:consultation|environmental|sustainability|social value|responsible procurement|next steps",
    ),
    (
        "other",
        r"health and safety|real estate|human resources?|communications?|conclusions?|workforce)(?: TAIL)?",
    ),
)
_TAIL = (
    r"(?:comments?|issues?|implications?|considerations?|advice|matters|impact|impacts|approach|information)"
)


def _topic_pattern() -> re.Pattern[str]:
    """One pattern of all topics; the last two rows above are one alternative."""
    rows = [*_TOPICS[:-2], ("other", _TOPICS[-2][1] + "|" + _TOPICS[-1][1])]
    parts = (f"(?P<{topic}>(?:{pattern})$)" for topic, pattern in rows)
    return re.compile("|".join(parts).replace("TAIL", _TAIL), re.IGNORECASE)


_TOPIC = _topic_pattern()
_CELLS = re.compile(r"[\t|]| {3,}")
_NUMBER = re.compile(r"^\s*(?:(?:\d{1,2}[.)]?|[A-Z][.)])\s+|\d{1,2}[.)](?=[A-Z]))")
LONGEST_HEADING = 110

# The site's own words around a page, which belong to nothing.
FURNITURE = re.compile(
    r"^(?:skip to (?:main )?content|mayor of london(?: logo)?(?: london assembly(?: logo)?)?|london assembly(?: logo)?"
    r"|home|menu|search|print(?: this page)?|share(?: this page)?|contents|key information|back to .{3,40}"
    r"|(?:\w+ ){0,2}cookies?\b.{0,60}|main navigation|breadcrumb|london city hall|mopac decisions|\W*)$",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"^(?:(?:mopac|mayor of london|(?:mayor's |mayor’s )?office for policing and crime)[\s|–-]*)+(?:\(mopac\))?$",
    re.IGNORECASE,
)
# Footers that forms carry on every page, and page numbers.
NOISE = re.compile(
    r"^(?:(?:PCD|DMPCD|PD)[\s-]*\d{0,4}\s*(?:[–-]\s*)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+20\d\d"
    r"(?:\s+(?:page\s+)?\d{1,3})?|(?:page\s+)?\d{1,3}(?:\s+(?:of|/)\s+\d{1,3})?"
    r"|OFFICIAL(?:[ -]SENSITIVE)?|(?:NOT )?PROTECTIVELY MARKED|(?:UN)?RESTRICTED)$",
    re.IGNORECASE,
)


# The decision maker's statement, where no heading opens it.
STATEMENT = re.compile(
    r"^\W*(?:I confirm (?:that )?I have|I have (?:considered whether|been consulted)|the above request has my approval"
    r"|signature\W*$)",
    re.IGNORECASE,
)


def heading_words(text: str) -> str:
    """A heading's words: its number and closing colon taken off, on one line."""
    return " ".join(_NUMBER.sub("", text.strip("| ")).split()).rstrip(":. ").strip()


def may_be_heading(text: str) -> bool:
    """Whether the line can be a heading at all, which most can't; a small letter goes on with a wrapped sentence."""
    return 0 < len(text) <= LONGEST_HEADING and not text[0].islower()


@lru_cache(maxsize=4096)
def part_opened_by(text: str) -> str | None:
    """The part whose heading the line `text` is, or None."""
    if not may_be_heading(text):
        return None
    if "\t" in text or "|" in text or "   " in text:  # a table's first cell may be the heading
        text = next((cell for cell in _CELLS.split(text) if cell.strip()), text)
    words = heading_words(text)
    match = None if words[:1].islower() else _PART.match(words)
    part = _PARTS[int(str(match.lastgroup)[1:])][0] if match else None
    return (
        None if part == "furniture" and text[0].isdigit() else part
    )  # `9. Supporting documents` is a section


@lru_cache(maxsize=4096)
def topic_of(text: str) -> str | None:
    """The topic of the standard section whose heading the line `text` is, or None."""
    if not may_be_heading(text):
        return None
    words = heading_words(text)
    match = None if words[:1].islower() else _TOPIC.match(words)
    return match.lastgroup if match else None
