"""What a person corrected, marked on a decision's card: a † beside it, and below why."""

from __future__ import annotations

from collections.abc import Sequence

from mopacreg.record import Decision
from mopacreg.register.corrections import Laid
from mopacreg.views.facts import corrected
from mopacreg.views.table import Block, Facts, Items, Page, Table

MARK = "†"
# The label that each fact of the decision is shown under.
LABELS = {
    "signed_on": "Signed",
    "signed_by": "Signed",
    "value": "Value",
    "boroughs": "Boroughs",
    "drafted_by": "Prepared",
    "reviewed_by": "Prepared",
    "officer_approval": "Advice",
    "declarations": "Declarations",
    "part_2": "Publication",
    "deferred": "Publication",
    "deferred_until": "Publication",
    "deferral_reason": "Publication",
    "external_cites": "Others cited",
}


def with_marks(page: Page, decision: Decision, laid: Sequence[Laid]) -> Page:
    """The card with what is corrected marked; without corrections, the card as it is."""
    changed = [each for each in laid if not each.correction.confirmed]
    if not changed:
        return page
    facts = {each.fact.partition(" ")[0] for each in changed}
    labels = {LABELS[fact] for fact in facts if fact in LABELS}
    tables = {_table(decision, each.fact) for each in changed if each.fact.startswith("budget_lines ")}
    blocks = [_marked(block, labels, facts, tables) for block in page.blocks]
    said = Items(f"{MARK} Corrected by hand", tuple((each.field, corrected(each)) for each in changed))
    title = f"{page.title} {MARK}" if facts & {"title", "reference"} else page.title
    end = len(blocks) - isinstance(blocks[-1], Facts) if blocks else 0  # where it comes from, stays last
    return Page(title, (*blocks[:end], said, *blocks[end:]))


def _marked(block: Block, labels: set[str], facts: set[str], tables: set[str]) -> Block:
    if isinstance(block, Facts):
        return Facts(
            tuple((f"{label} {MARK}" if label in labels else label, cell) for label, cell in block.rows)
        )
    if isinstance(block, Items):
        own = block.heading == "Recommendations" and "recommendations" in facts
        return block._replace(heading=f"{block.heading} {MARK}") if own else block
    if block.title and block.title.partition(",")[0] in tables:
        return block._replace(title=f"{block.title} {MARK}")
    return _cites(block) if "cites" in facts and block.columns[0].heading == "Cites" else block


def _cites(table: Table) -> Table:
    first, *others = table.columns
    return table._replace(columns=(first._replace(heading=f"{first.heading} {MARK}"), *others))


def _table(decision: Decision, fact: str) -> str:
    """How the title begins of the table that a budget line stands in."""
    at = int(fact.partition(" ")[2]) - 1
    number = decision.budget_lines[at].table if at < len(decision.budget_lines) else None
    return "Approved by the recommendations; there is no table" if number is None else f"Table {number}"
