"""The form of 2019 on: `DMPC Decision – PCD 1065`, `Title:`, Part I, an officers' declaration."""

from mopacreg.layouts.layout import Layout, mark

LAYOUTS = (
    Layout(
        "pcd_form",
        (mark("decision", r"(?:DMPC|MOPAC)\s+Decision\s*[-–—:]?\s*PC?D"),),
        ("label", "below", "above"),
    ),
)
