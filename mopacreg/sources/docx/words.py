"""The words of a Word paragraph: runs, tabs, symbols and boxes; what is deleted or hidden left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mopacreg.sources.docx.names import CHECKBOX, CHOICE, child, is_on, value, w
from mopacreg.values.marks import superscript, symbol

_INSIDE = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo"))
)
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_BOX = {True: "☒", False: "☐"}


def words(node: Any) -> Iterator[str]:
    """The pieces of text in a paragraph, in order; a line break is "\\n", a tab "\\t"."""
    for part in node:
        if part.tag == w("r"):
            yield from _run(part)
        elif part.tag == w("sdt"):
            box = part.find(f"{w('sdtPr')}/{CHECKBOX}")
            if box is None:
                yield from words(child(part, "sdtContent") if child(part, "sdtContent") is not None else ())
            else:
                yield _BOX[_ticked(box)]
        elif part.tag in _INSIDE:
            yield from words(part)


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """Each text box anchored in a paragraph, once: Word writes it again for older readers."""
    for box in paragraph.iter(w("txbxContent")):
        nearest = box.iterancestors(w("txbxContent"), w("p"))
        older = any(a.tag.endswith("}Fallback") for a in box.iterancestors())
        if next(nearest, None) is paragraph and not (older and _has_choice(box)):
            yield box


def _has_choice(box: Any) -> bool:
    around = next(box.iterancestors(CHOICE), None)
    return around is not None and any(
        next(part.iter(w("txbxContent")), None) is not None for part in around if part.tag.endswith("}Choice")
    )


def _ticked(box: Any) -> bool:
    for part in box:
        if part.tag.endswith("}checked"):
            return next(iter(part.values()), "1") in ("1", "true", "on")
    return False


def _run(run: Any) -> Iterator[str]:
    properties = child(run, "rPr")
    if any(is_on(properties, hidden) for hidden in ("vanish", "strike", "dstrike")):
        return
    raised = value(properties, "vertAlign") == "superscript"
    fonts = child(properties, "rFonts")
    font = "" if fonts is None else fonts.get(w("ascii"), "")
    for part in run:
        if part.tag == w("t"):
            text = "".join(symbol(c, font) for c in part.text or "")
            yield superscript(text) if raised else text
        elif part.tag in _CHARACTERS:
            yield _CHARACTERS[part.tag]
        elif part.tag == w("sym"):
            yield symbol(chr(int(part.get(w("char"), "20"), 16)), part.get(w("font"), ""))
        elif part.tag == w("fldChar"):
            box = child(part, "ffData", "checkBox")
            if box is not None:
                checked = child(box, "checked")
                yield _BOX[is_on(box, "checked") if checked is not None else is_on(box, "default")]
