"""The conditions that list, search, budget and export share."""

from typing import NamedTuple

from mopacreg.register.schema import storable


class Filter(NamedTuple):
    """Which decisions are meant; every condition that is given must hold.

    `since` and `until` are ISO dates or the beginning of one (`2021`, `2021-03`), both included;
    a decision dated only `2021-03` is within any bound that cuts through that month. `borough` is an
    official name, `minimum` and `maximum` are pence, `series` is a reference's first word (`PCD`),
    `signed_by` a part of the name. Case doesn't count.
    """

    since: str | None = None
    until: str | None = None
    borough: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    series: str | None = None
    signed_by: str | None = None


def where(chosen: Filter) -> tuple[str, list[str | int]]:
    """The condition on `decisions as d`, with its parameters; always leaves out the versions not shown."""
    conditions, values = ["d.shown = 1"], list[str | int]()

    def require(condition: str, *given: str | int) -> None:
        conditions.append(condition)
        values.extend(given)

    if chosen.since is not None:
        # A date that is the beginning of the bound (2021-03 of 2021-03-15) may be on either side: kept.
        require("(d.signed_on >= ? or ? like d.signed_on || '-%')", chosen.since, chosen.since)
    if chosen.until is not None:
        require("d.signed_on <= ?", chosen.until + "~")  # "~" sorts after every "-" and digit
    if chosen.borough is not None:
        require("d.boroughs like ? escape '\\'", f'%"{literal(chosen.borough)}"%')
    if chosen.minimum is not None:
        require("d.value >= ?", chosen.minimum)
    if chosen.maximum is not None:
        require("d.value <= ?", chosen.maximum)
    if chosen.series is not None:
        require("d.series = ? collate nocase", storable(chosen.series))
    if chosen.signed_by is not None:
        require("d.signed_by like ? escape '\\'", f"%{literal(chosen.signed_by)}%")
    return " and ".join(conditions), values


def literal(text: str) -> str:
    """`text` as a pattern of SQL's `like … escape '\\'` that matches only itself."""
    return storable(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
