"""What part each sum plays: decided, income, prior, carried-over, threshold, total or background.

RECORD.md, `money`. A sum is read by the sentence and the section it stands in.
Recommendations decide; elsewhere a sum is decided where the recommendations or
the tables have it too, or where its sentence asks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mopacreg.facts.roles.asking import (
    is_asked,
    is_compared,
    is_history,
    is_pot,
    is_received,
    is_received_by,
    is_saving,
    is_sought_whole,
)
from mopacreg.facts.roles.beside import is_beside
from mopacreg.facts.roles.context import Context, Decided, decided_by
from mopacreg.facts.roles.limits import is_set_limit, is_threshold
from mopacreg.facts.roles.prior import is_prior
from mopacreg.facts.roles.totals import (
    adds_up_decided,
    is_carried,
    is_part_of_decided,
    is_part_of_income,
    is_raised_from,
    is_range,
    is_total,
    is_yearly_part,
    stands_before_its_parts,
    takes_to,
)
from mopacreg.flows import Flows
from mopacreg.layouts.sheet import Sheet, Unit
from mopacreg.mentions import Mention
from mopacreg.tables import Table
from mopacreg.values import references
from mopacreg.values.verbs import NOTING
from mopacreg.wholes import ends_a_rise, tells_increase

_NOTHING = Decided(frozenset(), frozenset(), frozenset())


def decides(actions: Mapping[str, str | None]) -> bool:
    """Whether any recommendation does more than note; a decision without recommendations is taken to decide."""
    return not actions or any(action not in NOTING for action in actions.values())


def of_recommendations(
    sheet: Sheet,
    mentions: Sequence[Mention],
    actions: Mapping[str, str | None],
    named: Sequence[references.Mention],
) -> list[Mention]:
    """The sums that recommendations state, with their roles.

    `actions` gives each recommendation's place its action, `named` are the references. Sums of those
    that only note are left out: they are read as those of the prose are.
    """
    deciding = [m for m in mentions if (m.place or "") in actions and actions[m.place or ""] not in NOTING]
    items = [
        m._replace(
            role=_in_recommendation(Context(sheet, m, mentions, _NOTHING, named), actions[m.place or ""])
        )
        for m in deciding
    ]
    return _with_grand_total(_with_carried_parts(items))


def give(
    sheet: Sheet,
    mentions: Sequence[Mention],
    asked: Sequence[Mention],
    tables: Sequence[Table],
    flows: Flows,
    named: Sequence[references.Mention],
) -> list[Mention]:
    """`mentions` with their roles.

    `asked` are those of recommendations, that have theirs; `tables` the budget tables, of which `flows`
    say what comes in; none of a decision that decides nothing.
    """
    decided = decided_by(sheet, asked, tables, flows)
    by_start = {m.sum.start: m for m in asked}
    given = [
        by_start.get(m.sum.start) or m._replace(role=_in_prose(Context(sheet, m, mentions, decided, named)))
        for m in mentions
    ]
    return _consistent(given, decided)


def _with_carried_parts(items: Sequence[Mention]) -> list[Mention]:
    """The sums of a recommendation, or of a sentence, that its carry-over is made up of are carried over too."""
    carried = {
        (place, m.sum.amount) for m in items if m.role == "carried-over" for place in (m.place, m.sentence)
    }
    parts = Counter[str | tuple[int, int] | None]()
    for m in items:
        if m.role == "decided":
            parts[m.place] += m.sum.amount
            parts[m.sentence] += m.sum.amount

    def is_part(m: Mention) -> bool:
        return m.role == "decided" and any((at, parts[at]) in carried for at in (m.place, m.sentence))

    return [m._replace(role="carried-over") if is_part(m) else m for m in items]


def _with_grand_total(items: Sequence[Mention]) -> list[Mention]:
    """A sum that adds up all that the recommendations before it say is their total (`giving a programme of £…`)."""
    given: list[Mention] = []
    for mention in items:
        counted = [m.sum.amount for m in given if m.role in ("decided", "income")]
        if mention.role == "decided" and len(counted) > 1 and sum(counted) == mention.sum.amount:
            mention = mention._replace(role="total")
        given.append(mention)
    return given


def _consistent(given: Sequence[Mention], decided: Decided) -> list[Mention]:
    """A sum that one sentence gives to another decision, or moves between years, is that in every sentence.

    Unless it is this decision's own. What a carried sum is made up of in its paragraph is carried too.
    """
    prior = {m.sum.amount for m in given if m.role == "prior"}
    carried = {(m.unit, m.sum.amount) for m in given if m.role == "carried-over"}
    moved = {m.sum.amount for m in given if m.role == "carried-over"}
    parts = Counter[tuple[Unit, tuple[int, int]]]()
    for m in given:
        if m.role == "background":
            parts[m.unit, m.sentence] += m.sum.amount

    def role(m: Mention) -> str:
        if m.role != "background" or decided.has(m.sum.amount):
            return m.role
        if m.sum.amount in prior:
            return "prior"
        is_carried = m.sum.amount in moved or (m.unit, parts[m.unit, m.sentence]) in carried
        return "carried-over" if is_carried else m.role

    return [m._replace(role=role(m)) for m in given]


def _in_recommendation(context: Context, action: str | None) -> str:
    """The role of a sum that a recommendation states."""
    if is_carried(context):
        return "carried-over"
    if is_set_limit(context):
        return "threshold"
    if ends_a_rise(context.text, context.mention):
        return "total"
    if is_raised_from(context):
        return "prior"
    if is_total(context) and not stands_before_its_parts(context):
        return "total"
    above = next(
        (m for m in reversed(context.same_sentence) if m.sum.start < context.mention.sum.start), None
    )
    if above is not None and tells_increase(context.text, context.mention, above):
        return "decided" if ends_a_rise(context.text, above) else "background"
    if is_prior(context) and not is_beside(context):
        return "prior"
    if is_saving(context) or is_pot(context):
        return "background"
    return "income" if is_received_by(context, action) else "decided"


def _in_prose(context: Context) -> str:
    """The role of a sum that any other sentence states."""
    if is_threshold(context):
        return "threshold"
    if is_carried(context):
        return "carried-over"
    if is_compared(context):
        return "background"
    if takes_to(context):
        return "total"
    if is_saving(context):
        return "background"
    if is_prior(context) and not (context.is_own and is_beside(context)):
        return "prior"
    asked = is_asked(context)
    own = context.is_own or is_yearly_part(context) or is_part_of_decided(context)
    if is_sought_whole(context):
        return "total"
    if not asked and (is_history(context) or (is_range(context) and not context.is_own)):
        return "background"
    if (asked or own) and is_raised_from(context):
        return "prior"
    if (asked or own) and ends_a_rise(context.text, context.mention):
        return "total"
    if not (asked or own):
        return "total" if adds_up_decided(context) else "background"
    if is_total(context) and not is_part_of_decided(context):
        return "total"
    return "income" if is_received(context) or is_part_of_income(context) else "decided"
