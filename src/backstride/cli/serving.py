"""`serve` and `demo`."""

from typing import Annotated

import typer

from backstride.cli.options import Data, Database
from backstride.cli.terminal import console, reader

_ = reader()

Host = Annotated[str, typer.Option("--host", help=_("The address to listen on."))]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help=_("The port to listen on."))]


def serve(data: Data = None, database: Database = None, host: Host = "127.0.0.1", port: Port = 8765) -> None:
    _serve(data, database, host, port, "/")


def demo(data: Data = None, database: Database = None, host: Host = "127.0.0.1", port: Port = 8765) -> None:
    _serve(data, database, host, port, "/demo/")
