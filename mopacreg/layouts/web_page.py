"""Web pages, three generations of them.

The newest states `Key information` and `Decision by:`, values on the label's
line; the one before has `Authorisation name:` and values on the line after;
the oldest has one unlabelled line of reference, date and signer, or nothing
but a download row that names the decision.
"""

from mopacreg.layouts.layout import Layout, mark

LAYOUTS = (
    Layout(
        "newer_page",
        (mark(r"^[^\w\n]*Key information\W*$"), mark(r"^[^\w\n]*Decision by\s*:")),
        ("above", "below"),
    ),
    Layout("key_information", (mark(r"^[^\w\n]*Key information\W*$"),), ("above", "below")),
    Layout("older_page", (mark(r"^[^\w\n]*Reference code\s*:"),), ("above", "below")),
    Layout(
        "one_line",
        (mark(r"^[^\w\n]*(?:PCD|DMPCD)\s?\d[\d /–-]{0,12}\s\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+ \d{4}\b"),),
        ("above", "below"),
    ),
    Layout("download_row", (mark(r"^[^\w\n]*Download\s*\|"),), ("above",), anywhere=True),
)
