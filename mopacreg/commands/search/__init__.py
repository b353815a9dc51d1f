"""`mopacreg search`: passages that have the words."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from mopacreg.commands.search.answer import answer
from mopacreg.commands.search.manner import Kept, Manner, kept, manner
from mopacreg.errors import Exit, UsageError
from mopacreg.options import GROUPS, Output, register, say
from mopacreg.register.filters import Filter
from mopacreg.wanted import wanted

if TYPE_CHECKING:
    from mopacreg.register.words import Query

# -word is a word to leave out, -h the beginning of one.
SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
GROUPS[Manner] = manner
GROUPS[Kept] = kept


def command(
    ctx: typer.Context,
    *,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help="What to look for.")] = None,
    filter: Filter,
    manner: Manner,
    kept: Kept,
    output: Output,
) -> int:
    """Search paragraphs and titles; the best passages of each decision, the best decision first.

    All words must be there. "Words in quotes" stand side by side, polic* begins a word, OR, NOT and
    NEAR are written in capitals, brackets hold together what belongs together, -word leaves a word out
    (after -- it is never taken for an option). Sums, financial years and references are found in every
    spelling. Fields: title: borough: by: action: section: year: cites: rule: (of the audit) and the
    ranges amount:500k..2m (a sum stated), value:..25k (of the decision), date:2021..

    \b
    Examples:
      mopacreg search Camden
      mopacreg search '"restorative justice"' --since 2015
      mopacreg search '(knife OR robbery) schools' --borough lambeth
      mopacreg search drug -testing --limit 5
      mopacreg search "£1.8m borough:camden year:2024/25"
      mopacreg search --facets --since 2024
      mopacreg search --save knives knife --min 1m
      mopacreg search --new knives
    """
    if words == ["-h"]:
        typer.echo(ctx.get_help())
        return Exit.FINE
    mistyped = next((word for word in words or () if re.match("--[a-z]", word)), None)
    if mistyped:
        raise UsageError(f"no such option: {mistyped}", "See mopacreg search --help.")
    if kept.new is None:
        return _search(ctx, words or [], filter, (manner, kept.save), output)
    if words or manner.how != "words" or filter != Filter():
        raise UsageError("--new looks for what was saved, with its own options", "Leave the others out.")
    return _new(ctx, kept.new, manner, output)


def _search(
    ctx: typer.Context, words: list[str], filter: Filter, how: tuple[Manner, str | None], output: Output
) -> int:
    typed, (manner, name) = " ".join(words), how
    everything = not typed.strip() and (manner.facets or filter != Filter())
    if name is not None and not name.strip():
        raise UsageError("--save needs a name", "Write: mopacreg search --save NAME WORDS")
    db = register(ctx)
    asked = wanted(db, typed, manner.how)
    if not (everything or (typed.strip() and (asked.match or asked.sql))):
        raise UsageError("nothing to search for", "Type a word: mopacreg search Camden")
    for note in asked.notes:
        say(note)
    if name is not None:
        _save(ctx, (name, typed, manner.how), asked, filter)
    return answer(db, (typed, asked), filter, manner, output)


def _save(ctx: typer.Context, said: tuple[str, str, str], asked: "Query", filter: Filter) -> None:
    from datetime import date
    from shlex import quote

    from mopacreg.register import saved
    from mopacreg.register.location import locate

    today = date.today().isoformat()
    again = saved.save(locate(ctx.find_root().obj), saved.Saved(*said, filter, today, today), asked)
    replaced = ", in the place of an earlier one" if again else ""
    say(f"saved{replaced}: mopacreg search --new {quote(said[0])} will tell what has come since")


def _new(ctx: typer.Context, name: str, manner: Manner, output: Output) -> int:
    """Show what a saved search finds that it has not told of, all of it; then it is told."""
    from datetime import date

    from mopacreg.register import saved
    from mopacreg.register.location import locate
    from mopacreg.register.search import count

    db = register(ctx)
    search = saved.one(db, name)
    everything = wanted(db, search.typed, search.how)
    asked = saved.unseen(search, everything)
    new = count(db, asked, search.filter)
    if not new:
        say(f"nothing new for {search.typed} since {search.seen_on}")
    done = answer(db, (None, asked), search.filter, manner._replace(limit=None), output)
    db.close()
    if new and not manner.number:
        saved.told(locate(ctx.find_root().obj), search._replace(seen_on=date.today().isoformat()), everything)
    return done
