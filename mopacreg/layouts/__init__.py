"""The forms in which decisions are published, as data.

A layout module has `LAYOUTS`, a tuple of `Layout`: what marks the form and
where it states its title. `ALL` lists them in the order in which they are
tried; the first whose marks are all found claims the document, and the
generic one claims what is left. A new form is a new module and a line here.
"""

from __future__ import annotations

from mopacreg.layouts import dmpcd_form, generic, listing, pcd_form, web_page
from mopacreg.layouts.layout import Layout

ALL: tuple[Layout, ...] = (
    *listing.LAYOUTS,
    *pcd_form.LAYOUTS,
    *dmpcd_form.LAYOUTS,
    *web_page.LAYOUTS,
    *generic.LAYOUTS,
)


def recognise(text: str) -> Layout:
    """The layout of a document, by what its text holds and never by its file's name."""
    return next(layout for layout in ALL if layout.claims(text))
