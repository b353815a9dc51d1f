"""Who held the office of Deputy Mayor for Policing and Crime, and when, as far as that is known for sure."""

from __future__ import annotations

from typing import NamedTuple


class Holder(NamedTuple):
    """A holder of the office. Before `since` and after `until` (ISO days) they did not hold it.

    `until` is None for the present holder.
    """

    name: str
    since: str
    until: str | None
    source: str


HOLDERS = (
    Holder(
        "Stephen Greenhalgh",
        "2012-06-06",
        "2016-05-07",
        "london.gov.uk, people, Stephen Greenhalgh (past staff): appointed 6 June 2012, served until 7 "
        "May 2016",
    ),
    Holder(
        "Sophie Linden",
        "2016-05-09",
        "2024-10-18",
        "a new Mayor took office on 9 May 2016; last day reported by BBC News and the Evening Standard, "
        "October 2024",
    ),
    Holder(
        "Kaya Comer-Schwartz",
        "2024-10-18",
        None,
        "named in October 2024 to follow from 18 October (BBC News, Evening Standard); confirmed on 23 "
        "October 2024",
    ),
)
