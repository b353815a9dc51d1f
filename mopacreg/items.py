"""A recommendation as other facts need it: what it asks, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from mopacreg.record import Recommendation


class Item(NamedTuple):
    """A recommendation with the stretch of text it stands on, `start:end`."""

    recommendation: Recommendation
    start: int
    end: int

    @property
    def place(self) -> str:
        """Where a fact in it stands: `recommendation 2`."""
        return f"recommendation {self.recommendation.number}"
