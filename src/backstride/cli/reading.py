"""`analyse`, `import`, `watch`, `list`, `show`, `label`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstride.cli.options import Data, Database, Json, store_at
from backstride.cli.terminal import complain, console, reader, table
from backstride.message import Message

if TYPE_CHECKING:
    from backstride.app import ImportLine

_ = reader()

Files = Annotated[list[Path] | None, typer.Argument(help=_("Recordings: FIT, TCX, GPX, sensor CSV or ZIP."))]
Paths = Annotated[list[Path], typer.Argument(help=_("Files, folders or archives."), exists=True)]
PlacementOption = Annotated[
    str | None,
    typer.Option("--placement", metavar="foot|pocket|waist|chest|wrist", help=_("Where the sensor was worn.")),
]
Mass = Annotated[float | None, typer.Option("--mass-kg", min=20, max=300, help=_("Your body mass."))]
Engine = Annotated[
    str, typer.Option("--engine", metavar="here|processes|dask", help=_("Where the work is done, with --all."))
]
All = Annotated[
    bool, typer.Option("--all", help=_("Analyse what is kept and has no analysis by the present rules."))
]
RecordingId = Annotated[str, typer.Argument(metavar="ID", help=_("A recording, as `list` names it."))]
