"""The trace: where each fact was read, by which rule, and with what doubt."""

from __future__ import annotations

from mopacreg.record import Reading
from mopacreg.text import Text


class Trace:
    """Collects a Reading for each fact while a document is read."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self.readings: list[Reading] = []

    def note(self, field: str, start: int, end: int, rule: str, doubt: str | None = None) -> int:
        """Note that `field` was read from `start:end` by `rule`; return the line (1-based)."""
        line = self._text.line_at(start)
        self.readings.append(Reading(field, line, start, end, rule, doubt))
        return line
