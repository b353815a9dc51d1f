"""A listing page: `Showing 81-100 of 1627 results found`, then an entry a decision."""

from mopacreg.layouts.layout import Layout, mark

LAYOUTS = (
    Layout(
        "listing",
        (mark(r"^[^\w\n]*Showing \d+\s*[-–]\s*\d+ of [\d,]+"), mark(r"^[^\w\n]*Page type\s*:")),
        ("above",),
    ),
    Layout("listing", (mark(r"^[^\w\n]*Page type\s*:[^\0]*^[^\w\n]*Page type\s*:"),), ("above",)),
)
