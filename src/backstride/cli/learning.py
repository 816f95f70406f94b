"""`learned`."""

import sys
from typing import Annotated

import typer

from backstride.cli.options import Data, Database, store_at
from backstride.cli.terminal import console, reader

_ = reader()


def learned(
    forget: Annotated[
        str | None,
        typer.Option("--forget", metavar="PLACEMENT", help=_("Forget what was learned there; asks first.")),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help=_("Read the older recordings again that were read without it."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask."))] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app import analyse_pending
    from backstride.app.learned import forget as forget_placement
    from backstride.app.learned import learned as what_was_learned
    from backstride.app.learned import read_again, teachers
    from backstride.cli.printing import print_learned

    store = store_at(data, database)
    if forget is not None:
        from backstride.recording import Placement

        if forget not in set(Placement):
            raise typer.BadParameter(_("one of {choices} is expected", choices=", ".join(Placement)))
        count = len(teachers(store, Placement(forget)))
        if not count:
            console().print(_("Nothing was learned there."))
            return
        if not yes and not sys.stdin.isatty():
            raise typer.BadParameter(_("Nobody can be asked here: give --yes."))
        if not yes and not typer.confirm(
            _("Everything marked is taken back, recordings: {count}. Go on?", count=count)
        ):
            raise typer.Exit(1)
        forget_placement(store, Placement(forget))
        read = {one.id for one in analyse_pending(store)}
        console().print(_("Forgotten. Recordings read again: {count}.", count=len(read)))
        return
    rows = what_was_learned(store)
    if again:
        for row in rows:
            read_again(store, row.placement)
        read = {one.id for one in analyse_pending(store)}
        console().print(_("Recordings read again: {count}.", count=len(read)))
        rows = what_was_learned(store)
    if rows:
        print_learned(rows)
    else:
        console().print(_("Nothing was learned yet: mark stretches with `label`."))
