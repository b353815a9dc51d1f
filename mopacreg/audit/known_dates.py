"""When decisions of the PCD series were signed, as far as that is known for sure.

A date is ISO 8601, as precise as its source. Numbers follow the order of
signing only roughly: PCD 544 and 553 are a month apart and the wrong way round.
"""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """A number of the PCD series, when it was signed, and who says so."""

    number: int
    signed_on: str
    source: str


_SEED = "the decision as published"
_CITED = "PCD 1065 as published, section 9"
_LISTED = "the entry of PCD 1561 on the office's list of decisions"
_NOTES = "observed on the published page"

KNOWN = (
    Known(1, "2016", "the DMPCD series gave way to PCD during 2016"),
    Known(401, "2018-07-05", _SEED),
    Known(544, "2019-04-16", _NOTES),
    Known(553, "2019-03-25", _NOTES),
    Known(697, "2020-02", _LISTED),
    Known(849, "2020-10", _CITED),
    Known(948, "2021-03", _CITED),
    Known(1065, "2021-11-26", _SEED),
    Known(1109, "2022-02", _LISTED),
    Known(1620, "2024-03-01", _SEED),
    Known(1648, "2024-03-12", _SEED),
)
"""In order of number."""
