"""`mopacreg correct`: what a person knows better than the reading."""

import sqlite3
from datetime import date
from typing import Annotated

import typer

from mopacreg import fields, typed
from mopacreg.errors import Exit, MopacregError, UsageError
from mopacreg.options import Output, complete_reference, register, say
from mopacreg.register.corrections import Correction
from mopacreg.register.standing import CHANGED, STANDS, Standing, standings

_TOLD = 3  # corrections of one call that are told each by itself

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REFERENCE FIELD VALUE",
        autocompletion=complete_reference,
        help="Which decision, which of its facts, what it is.",
    ),
]
Because = Annotated[
    str | None,
    typer.Option("--because", metavar="WHY", help="Why, in a sentence; required, but for --confirm."),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so; else nobody is named.")]
Confirm = Annotated[bool, typer.Option("--confirm", help="What was read with doubt is right (no VALUE).")]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar="WORDS", help="Of several with this reference, the one so titled."),
]
Undo = Annotated[bool, typer.Option("--undo", help="Take back: --undo ID, or --undo REFERENCE FIELD.")]
List = Annotated[bool, typer.Option("--list", help="List what was corrected, and whether it holds.")]


def command(
    ctx: typer.Context,
    *,
    words: Words = None,
    because: Because = None,
    by: By = None,
    confirm: Confirm = False,
    title: Title = None,
    undo: Undo = False,
    every: List = False,
    output: Output,
) -> int:
    """Correct a fact that was read wrongly; it stays corrected, whatever is ingested or refreshed.

    FIELD is a name as in `why` (value, signed_on, title, boroughs …), or an entry of a list: `budget 3`
    (its amount), `budget 3.financial_year`, `recommendation 2`, `money 4.role`. VALUE is written as it
    comes: 25k, 12/03/2024, 2024/25, "Camden, Brent"; `none` leaves it empty. An entry is known again by the
    words of its line: where they are gone, its correction is not applied, and `review` says so.

    \b
    Examples:
      mopacreg correct 1648 value 25k --because "The annex has £25,000."
      mopacreg correct 1065 budget 3.funding_source none --because "Not said."
      mopacreg correct 1065 budget --confirm
      mopacreg correct --list
      mopacreg correct --undo 3
    """
    db = register(ctx)
    if every:
        return _list(db, output)
    if undo:
        return _undo(ctx, db, words or [], title)
    number, name, rest = _decision(db, words or [], title)
    drafts = _drafts(db, number, name, rest, because, by, confirm)
    db.close()
    return _keep(ctx, number, name, drafts, output)


def _decision(db: sqlite3.Connection, words: list[str], title: str | None) -> tuple[int, str, list[str]]:
    """The id and the name of the decision that is meant, and the words from the field on."""
    from mopacreg.register import query

    reference, rest = fields.parted(words)
    if not rest:
        raise UsageError(
            "say which field of which decision", "As in: mopacreg correct 1648 value 25k --because WHY"
        )
    found = query.listed(db, query.find(db, reference))
    if title is not None:
        found = [each for each in found if title.casefold() in (each.title or "").casefold()]
    if len(found) != 1:
        said = (
            f"{len(found) or 'no'} decisions of {reference} have this title"
            if title
            else (f"{len(found)} texts with different titles share {reference}")
        )
        raise UsageError(said, "Say which with --title; mopacreg show --all shows each.")
    return found[0].id, found[0].name, [word for each in rest for word in each.split()]


def _drafts(
    db: sqlite3.Connection,
    number: int,
    name: str,
    rest: list[str],
    because: str | None,
    by: str | None,
    confirm: bool,
) -> list[Correction]:
    from mopacreg.register import corrections

    said = {"because": because, "by": by, "made_on": date.today().isoformat()}
    if confirm:
        facts = _doubtful(db, number, name, rest)
        return [corrections.drafted(db, number, fact, "", None, **said) for fact in facts]
    if not (because or "").strip():
        raise UsageError("a correction says why", "Add --because WHY; --confirm what was read rightly.")
    target, words = fields.target(rest)
    value = _value(target, " ".join(words))
    try:
        draft = corrections.drafted(db, number, target.fact, target.part, value, **said)
    except KeyError:
        raise UsageError(f"{name} has no {target.fact}", f"See what it has: mopacreg why {name}") from None
    if draft.read == value:
        raise MopacregError(
            f"{target.said} was read so already",
            "Take a correction back with --undo; --confirm what is in doubt.",
        )
    return [draft]


def _value(target: fields.Target, text: str) -> str:
    from mopacreg.register.cells import packed

    if not text:
        raise UsageError(f"what is {target.said} to be?", "Give a value after the field, or none.")
    if not typed.blank(text):
        return packed(typed.value(target.said, target.kind, text))
    if not target.blank:
        raise UsageError(f"{target.said} can't be blank", "Give what it is instead.")
    return packed(() if target.kind in ("boroughs", "years") else None)


def _doubtful(db: sqlite3.Connection, number: int, name: str, rest: list[str]) -> list[str]:
    """The facts in doubt that the words name: one entry of a list, or all of it."""
    from mopacreg.register import records

    fact, words = fields.whole(rest)
    if words:
        raise UsageError("--confirm takes no value", "To give one, leave --confirm out and say --because.")
    doubtful = records.record(db, number).readings
    named = [each for each in doubtful if fact in (each.field, each.field.partition(" ")[0])]
    if not named:
        raise MopacregError(f"{fact} of {name} is not in doubt", f"See what is: mopacreg review {name}")
    if len({each.doubt for each in named}) > 1:
        raise UsageError(
            f"{fact} of {name} are in doubt for different reasons",
            f"Confirm each by its number, from: mopacreg review {name} --each",
        )
    # The boroughs are one fact, though each was read by itself.
    facts = ("boroughs" if each.field.startswith("boroughs") else each.field for each in named)
    return list(dict.fromkeys(facts))


def _keep(ctx: typer.Context, number: int, name: str, drafts: list[Correction], output: Output) -> int:
    """Store the corrections, and say what holds now."""
    from mopacreg.formats.json import correction
    from mopacreg.register import corrections
    from mopacreg.register.location import locate
    from mopacreg.register.writer import Writer
    from mopacreg.views.facts import corrected

    with Writer(locate(ctx.find_root().obj)) as writer, writer.batch():
        made = {writer.correct(draft) for draft in drafts}
    db = register(ctx)
    laid = [each for each in corrections.laid(db, number) if each.correction.id in made]
    if output.json:
        output.data([correction(each) for each in laid])
        return Exit.FINE
    for each in laid[:_TOLD]:
        done = "confirmed " if each.correction.confirmed else ""
        _tell(f"{name} {each.field}: {done}{corrected(each)}")
    if len(laid) > _TOLD:
        _tell(f"and {len(laid) - _TOLD:,} more, up to correction {max(made)}")
    if any(each.part == "amount" for each in laid):
        say(f"The decision's own value is not worked out again; see: mopacreg show {name}")
    return Exit.FINE


def _list(db: sqlite3.Connection, output: Output) -> int:
    from mopacreg.views.corrections import kept

    found = standings(db)
    if output.json:
        from mopacreg.formats.json import correction

        output.data([{"reference": each.name, **correction(each), "state": each.state} for each in found])
    elif found:
        output.show(kept(found))
    if not found:
        say("nothing is corrected")
    return Exit.FINE if found else Exit.FINDINGS


def _undo(ctx: typer.Context, db: sqlite3.Connection, words: list[str], title: str | None) -> int:
    from mopacreg.register import cells
    from mopacreg.register.location import locate
    from mopacreg.register.writer import Writer
    from mopacreg.views.facts import stated

    found = _kept(db, words, title)
    db.close()
    with Writer(locate(ctx.find_root().obj)) as writer, writer.batch():
        for each in found:
            writer.undo(each.correction)
    for each in found:
        said = f"{each.name} {each.field}: correction {each.correction.id} is taken back"
        if each.number is not None and each.state in (STANDS, CHANGED) and not each.correction.confirmed:
            kept = cells.as_json(cells.get(register(ctx), each.number, each.fact, each.part))
            value, kind = cells.value(each.fact, each.part, kept), fields.kind(each.fact, each.part)
            said += f"; it is {stated(value, kind)} again"
        _tell(said)
    return Exit.FINE


def _kept(db: sqlite3.Connection, words: list[str], title: str | None) -> list[Standing]:
    """The correction that the words name: its number, or the last one of a decision's field.

    Of a list as a whole, all that was confirmed.
    """
    found = standings(db)
    if len(words) == 1 and words[0].isdigit():
        chosen = [each for each in found if each.correction.id == int(words[0])]
    else:
        number, _, rest = _decision(db, words, title)
        fact, part = fields.whole(rest)[0], " ".join(rest).partition(".")[2]
        wanted = f"{fact}.{part}" if part else fact
        own = [each for each in found if each.number == number]
        whole = [each for each in own if each.correction.confirmed and each.fact.startswith(f"{wanted} ")]
        chosen = whole or [each for each in own if wanted in (each.field, each.fact)][-1:]
    if not chosen:
        raise MopacregError(f"there is no correction {' '.join(words)}", "See: mopacreg correct --list")
    return chosen


def _tell(message: str) -> None:
    """The answer, on one line of stdout, words of people and documents made safe."""
    from mopacreg.formats.safe import one_line

    print(one_line(message))
