"""The forms in which decisions are published, as data.

A layout module has `LAYOUTS`, a tuple of `Layout`: what marks the form and
where it states its title. `ALL` lists them in the order in which they are
tried; the first whose marks are all found claims the document, and the
generic one claims what is left. A new form is a new module and a line here.
"""

from __future__ import annotations

from mopacreg.layouts import dmpcd_form, generic, listing, pcd_form, web_page
from mopacreg.layouts.layout import Layout
from mopacreg.layouts.sheet import Sheet
from mopacreg.text import Text

ALL: tuple[Layout, ...] = (
    *listing.LAYOUTS,
    *pcd_form.LAYOUTS,
    *dmpcd_form.LAYOUTS,
    *web_page.LAYOUTS,
    *generic.LAYOUTS,
)


def recognise(text: Text) -> Layout:
    """The layout of a document, by what its text holds and never by its file's name."""
    return next(layout for layout in ALL if layout.claims(text))


def refused(sheet: Sheet) -> str | None:
    """Why a document of none of the special forms holds no decision, or None where it does.

    A decision has the marks of one: a label or heading that gives its reference,
    an executive summary, recommendations to the decision maker, a supporting
    report, standard sections, a declaration. Two of them make one.
    """
    topics = {section.topic for section in sheet.sections if section.topic}
    marks = (
        sheet.layout != "generic",
        sheet.has("summary") and any(sheet.parts[n] == "summary" for n in sheet.headings),
        bool(sheet.lines("recommendation")),
        sheet.has("report") and any(sheet.parts[n] == "report" for n in sheet.headings),
        len(topics) > 2,
        sheet.has("declaration"),
    )
    if sum(marks) >= 2:
        return None
    return "no decision in it (no reference, recommendation or supporting report of one)"
