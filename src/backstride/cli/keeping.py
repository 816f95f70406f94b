"""`export`, `backup`, `restore`, `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from backstride.cli.terminal import reader

_ = reader()

Kind = Annotated[str, typer.Option("--as", metavar="csv|parquet|gpx|json", help=_("The kind of file to write."))]
Target = Annotated[Path, typer.Option("--to", file_okay=False, help=_("The folder to write into."))]
