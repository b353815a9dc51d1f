"""The audit's rules, by what they are about: a module each, which lists its own.

A rule is a small function: (a decision, what the register holds) → remarks,
each at its line. It knows no other rule, and no document's wording. What it
needs of the register it asks `Holdings`; a document's text it asks for only to
place a finding. It costs the same however many decisions are held.
"""

from __future__ import annotations

from mopacreg.audit.finding import Rule
from mopacreg.audit.rules import (
    amounts,
    authority,
    citing,
    counts,
    envelopes,
    forms,
    identity,
    sequence,
    signing,
    totals,
)

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *signing.RULES,
    *citing.RULES,
    *sequence.RULES,
    *totals.RULES,
    *amounts.RULES,
    *counts.RULES,
    *envelopes.RULES,
    *forms.RULES,
    *authority.RULES,
)
"""In the order in which the audit tells them of one line."""
