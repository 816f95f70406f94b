"""`export`, `backup`, `restore`, `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli.options import Data, Database, store_at
from backstride.cli.terminal import complain, console, reader

_ = reader()

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help=_("Recordings, as `list` names them."))]
Kind = Annotated[str, typer.Option("--as", metavar="csv|parquet|gpx|json", help=_("The kind of file to write."))]
Target = Annotated[Path, typer.Option("--to", file_okay=False, help=_("The folder to write into."))]


def export(
    ids: Ids = None,
    all_: Annotated[bool, typer.Option("--all", help=_("Every recording."))] = False,
    kind: Kind = "json",
    to: Target = Path(),
    data: Data = None,
    database: Database = None,
) -> None:
    if bool(ids) == all_:
        raise typer.BadParameter(_("Name recordings, or give --all."))
    from backstride.app.exporting import export as make_export
    from backstride.app.exporting import export_all
    from backstride.app.recordings import resolve
    from backstride.errors import NotAllowed

    store = store_at(data, database)
    if all_:
        made = export_all(store, kind)
    else:
        files = [make_export(store, resolve(store, id_), kind) for id_ in ids or ()]
        made = iter([(name, content) for name, _media, content in files])
    to.mkdir(parents=True, exist_ok=True)
    failed = 0
    for one in made:
        if isinstance(one, NotAllowed):
            failed += 1
            complain(one.message)
            continue
        name, content = one
        (to / name).write_bytes(content)
        console().print(str(to / name))
    if failed:
        raise typer.Exit(1)


def backup(
    to: Annotated[Path, typer.Argument(help=_("The file to write, or a folder to write it into."))],
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app.keeping import backup as write_backup

    console().print(str(write_backup(store_at(data, database), to)))


def restore(
    backup_file: Annotated[Path, typer.Argument(help=_("A file that `backup` wrote."))],
    force: Annotated[bool, typer.Option("--force", help=_("Replace what is in the data folder."))] = False,
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app.keeping import restore as read_backup

    count = read_backup(backup_file, data, force, database)
    console().print(_("Recordings restored: {count}", count=count))


def verify(data: Data = None, database: Database = None) -> None:
    from backstride.app.keeping import verify as check

    findings = check(store_at(data, database))
    for finding in findings:
        complain(finding.message)
    if findings:
        raise typer.Exit(1)
    console().print(_("Everything is there and unharmed."))
