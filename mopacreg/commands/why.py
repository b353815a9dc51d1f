"""`mopacreg why`: the words that a fact was read from."""

import sqlite3
from typing import Annotated

import typer

from mopacreg.errors import Exit, MopacregError, UsageError
from mopacreg.options import Output, complete_reference, near, register, say
from mopacreg.record import Decision, Reading
from mopacreg.register.corrections import Laid
from mopacreg.sources import Document

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="REFERENCE [FIELD]",
        autocompletion=complete_reference,
        help="The decision, then the field; without one, every fact.",
    ),
]


def command(
    ctx: typer.Context,
    output: Output,
    words: Words,
) -> int:
    """Show why a fact is what it is: its source lines, the words marked, the rule that read them.

    The kept text is read again, so what is shown is what this version of mopacreg reads. Where a person
    corrected it, their correction is shown beside the words.

    \b
    Fields, as the record names them:
      reference title signed_on signed_by summary value recommendations
      sections money budget_lines (or budget) cites external_cites boroughs
      declarations drafted_by reviewed_by officer_approval deferred
      deferred_until deferral_reason part_2
    With a number, one of a list: budget 3 is its third entry.

    \b
    Examples:
      mopacreg why 1648 value
      mopacreg why DMPCD 2015/96 budget 3
      mopacreg why pcd1065 cites
      mopacreg why 1648
    """
    from mopacreg.fields import parted
    from mopacreg.register import corrections, query, records
    from mopacreg.views import why

    reference, typed = parted(words)
    db = register(ctx)
    number = query.find(db, reference)[0]
    document = records.document(db, number)
    decision = _read_again(db, number, document)
    laid = corrections.laid(db, number)
    if not typed:
        output.show(why.index(decision, decision.readings, laid))
        return Exit.FINE
    return _field(document, decision, " ".join(typed), laid, output)


def _field(document: Document, decision: Decision, typed: str, laid: list[Laid], output: Output) -> int:
    from mopacreg.fields import field_name
    from mopacreg.views import why

    field = field_name(typed.partition(".")[0])
    if not hasattr(decision, field.partition(" ")[0]):
        raise UsageError(
            f"'{typed}' is no field of a record", f"Choose from {', '.join(read_fields(decision))}."
        )
    found, said = why.of_field(decision.readings, field), why.of_fact(laid, field)
    if output.json:
        output.data([_as_data(document, each, laid) for each in found])
    elif found or said:
        output.show(why.page(decision, document, near(document.path), field, found, said))
    if not found:
        kept = getattr(decision, field.partition(" ")[0])
        why_none = "no line is kept for" if kept else "nothing was read for"
        say(f"{why_none} {field}; what was read: {', '.join(read_fields(decision))}")
    return Exit.FINE if found else Exit.FINDINGS


def read_fields(decision: Decision) -> list[str]:
    """The names of the facts that were read."""
    return list(dict.fromkeys(reading.field.partition(" ")[0] for reading in decision.readings))


def _read_again(db: sqlite3.Connection, number: int, document: Document) -> Decision:
    from mopacreg import reader
    from mopacreg.register import corrections, records

    held, first_line = corrections.held(db, number), records.record(db, number).first_line
    for decision in reader.read(document):
        if (decision.reference, decision.first_line) == (held.reference, first_line):
            return decision
    raise MopacregError(
        f"{document.path} is read otherwise by this version of mopacreg",
        "Bring the register up to date with: mopacreg refresh",
    )


def _as_data(document: Document, reading: Reading, laid: list[Laid]) -> dict[str, object]:
    from mopacreg.formats.json import correction
    from mopacreg.views import why

    return {
        "field": reading.field,
        "line": reading.line,
        "rule": reading.rule,
        "doubt": reading.doubt,
        "text": document.text[reading.start : reading.end],
        "corrections": [correction(each) for each in why.of_fact(laid, reading.field)],
    }
