"""The form of 2015: `REQUEST FOR DMPC DECISION – DMPCD 2015 96`, a supporting report, officer approval."""

from mopacreg.layouts.layout import Layout, mark

LAYOUTS = (
    Layout(
        "dmpcd_form",
        (mark("request for", r"REQUEST FOR (?:DMPC|MOPAC) DECISION"),),
        ("label", "below", "above"),
    ),
)
