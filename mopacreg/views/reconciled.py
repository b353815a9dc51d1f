"""Whether a paper's own figures agree, as one line with a coloured mark."""

from __future__ import annotations

from mopacreg.reconcile import (
    AMBER,
    RECOMMENDATIONS,
    RED,
    SUMMARY,
    TABLES,
    TOTALS,
    Difference,
    Leg,
    Reconciliation,
)
from mopacreg.views.figures import pounds
from mopacreg.views.table import Light

_NONE = {
    SUMMARY: "no sum in the summary",
    RECOMMENDATIONS: "no sum in the recommendations",
    TABLES: "no table",
    TOTALS: "no printed total",
}


def light(found: Reconciliation) -> Light | None:
    """The mark and what it stands for, each leg with its line; None where no money is stated."""
    if found.mark is None:
        return None
    if found.mark == RED:
        return Light(RED, "; ".join(_differing(each) for each in found.differences))
    if len(found.legs) == 1:
        (leg,) = found.legs
        return Light(AMBER, f"nothing to compare: only {_leg(leg)}")
    whole = " = ".join(_leg(leg) for leg in found.legs if not leg.part)
    parts = ", ".join(_leg(leg) for leg in found.legs if leg.part)
    said = [whole, f"in part {parts}" if parts else "", *found.unlike]
    lacking = [_NONE[name] for name in found.missing if name != TOTALS or TABLES not in found.missing]
    said.append(", ".join(lacking))
    return Light(found.mark, "; ".join(part for part in said if part))


def _leg(leg: Leg) -> str:
    return f"{leg.name} {pounds(leg.amount)} (line {leg.line})"


def _differing(each: Difference) -> str:
    side = "more" if each.amount > 0 else "less"
    where = each.where[:1].upper() + each.where[1:]
    return (
        f"{where} {_has(each.one, each.line)}, {each.beside} {_has(each.other, each.other_line)}:"
        f" {pounds(abs(each.amount))} {side}"
    )


def _has(amount: int, line: int | None) -> str:
    return f"{pounds(amount)} (line {line})" if line else pounds(amount)
