"""A listing page: `Showing 81-100 of 1627 results found`, then an entry a decision."""

from mopacreg.layouts.layout import Layout, mark

LAYOUTS = (
    Layout(
        "listing",
        (mark("showing", r"Showing \d+\s*[-–]\s*\d+ of [\d,]+"), mark("page type", r"Page type\s*:")),
        ("above",),
    ),
    Layout("listing", (mark("page type", r"Page type\s*:", times=2),), ("above",)),
)
