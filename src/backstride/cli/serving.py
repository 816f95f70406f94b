"""`serve` and `demo`."""

from pathlib import Path
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


def _serve(data: Path | None, database: str | None, host: str, port: int, page: str) -> None:
    """Listen on one loopback address until Ctrl-C."""
    from backstride import app
    from backstride.web import make_app
    from backstride.web.serving import check, listen

    check(host)
    folder = data or app.default_folder()
    site = make_app(app.open_store(folder, database), demo_folder=folder / "demo", hosts=[host])

    def ready(address: str) -> None:
        console().print(_("Backstride is at {address}   (stop with Ctrl-C)", address=address + page))

    listen(site, host, port, ready)
