"""One fact in a few words, and a correction of it."""

from __future__ import annotations

from mopacreg import fields
from mopacreg.record import Decision, Declaration, OfficerApproval, Section
from mopacreg.register.corrections import Laid
from mopacreg.views.figures import pounds

LISTED_ONLY = "not known: only a listing page is held"
MONEY_FIELDS = ("value", "amount")


def said(decision: Decision, field: str) -> str | None:
    """The fact as the record has it, in a few words."""
    name, _, number = field.partition(" ")
    value = getattr(decision, name, None)
    if number and isinstance(value, tuple):
        at = int(number) - 1
        value = value[at] if at < len(value) else None
    elif isinstance(value, tuple):
        return ", ".join(value) if value and all(isinstance(each, str) for each in value) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return pounds(value) if name in MONEY_FIELDS else str(value)
    amount = getattr(value, "amount", None)
    if amount is not None:
        what = [pounds(amount), getattr(value, "role", None), getattr(value, "item", None)]
        return ", ".join(each for each in what if each)
    if isinstance(value, Declaration):
        return f"{value.area}: {'ticked' if value.ticked else 'not ticked'}"
    if isinstance(value, Section):
        return value.heading
    if isinstance(value, OfficerApproval):
        return ", ".join(part for part in (value.role, value.date) if part)
    text = (
        value if isinstance(value, str) else getattr(value, "reference", None) or getattr(value, "text", None)
    )
    return text if isinstance(text, str) else None


def worth(decision: Decision) -> str:
    """What the decision commits, or why that isn't said."""
    if decision.value is not None:
        return pounds(decision.value)
    return LISTED_ONLY if decision.listed_only else "no new money read"


def stated(value: fields.Value, kind: str) -> str:
    """A value of one of the kinds of `fields`, as a person writes it; `none` where there is none."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return pounds(value) if kind == "money" else str(value)
    return ", ".join(value) or "none" if isinstance(value, tuple) else value


def corrected(laid: Laid) -> str:
    """What holds, in the place of what, since when, by whom and because of what."""
    correction = laid.correction
    who = f" by {correction.by}" if correction.by else ""
    when = f"{correction.made_on}{who} (correction {correction.id})"
    because = f", because {correction.because}" if correction.because else ""
    if correction.confirmed:
        return f"as read, on {when}{because}"
    kind = fields.kind(laid.fact, laid.part)
    return f"{stated(laid.value, kind)}, read as {stated(laid.read, kind)}; on {when}{because}"
