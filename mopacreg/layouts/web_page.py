"""Web pages, three generations of them.

The newest states `Key information` and `Decision by:`, values on the label's
line; the one before has `Authorisation name:` and values on the line after;
the oldest has one unlabelled line of reference, date and signer, or nothing
but a download row that names the decision.
"""

from mopacreg.layouts.layout import Layout, mark

_KEY_INFORMATION = mark("key information", r"Key information\W*$")

LAYOUTS = (
    Layout(
        "newer_page",
        (_KEY_INFORMATION, mark("decision by", r"Decision by\s*:")),
        ("above", "below"),
    ),
    Layout("key_information", (_KEY_INFORMATION,), ("above", "below")),
    Layout("older_page", (mark("reference code", r"Reference code\s*:"),), ("above", "below")),
    Layout(
        "one_line",
        (mark("pcd", r"(?:PCD|DMPCD)\s?\d[\d /–-]{0,12}\s\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+ \d{4}\b"),),
        ("above", "below"),
    ),
    Layout("download_row", (mark("download", r"Download\s*\|"),), ("above",), anywhere=True),
)
