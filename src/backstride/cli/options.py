"""What every command shares: where the data are, in which database."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstride.cli.terminal import reader

if TYPE_CHECKING:
    from backstride.app import Store

_ = reader()

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="BACKSTRIDE_DATA_FOLDER",
        help=_("The data folder. Default: the platform's folder for application data."),
        file_okay=False,
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        envvar="BACKSTRIDE_DATABASE",
        help=_("A PostgreSQL address (postgresql+psycopg://...) instead of the SQLite file in the data folder."),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON, one object a line."))]


def store_at(data: Path | None, database: str | None) -> "Store":
    """Open the store these options name."""
    from backstride import app

    return app.open_store(data, database)
