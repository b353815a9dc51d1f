"""Anything else that has the parts of a decision."""

from mopacreg.layouts.layout import Layout

LAYOUTS = (Layout("generic", (), ("label", "above", "below")),)
