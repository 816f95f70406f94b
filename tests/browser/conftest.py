"""A site on a free loopback port, and the system's Chromium to look at it."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from backstride.app import Store, open_store
from backstride.web import make_app

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Served:
    """A running site: where it is, and the store behind it."""

    url: str
    store: Store


@dataclass(frozen=True)
class Heard:
    """What the browser complained of: errors of scripts, refused content, failed requests."""

    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    program = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium")
        pytest.skip("no Chromium on this machine")
    return {"executable_path": program, "args": FLAGS}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One site a module, over an empty store, with a demo."""
    folder: Path = tmp_path_factory.mktemp("site")
    with open_store(folder / "data") as store, socket.create_server(("127.0.0.1", 0)) as door:
        config = uvicorn.Config(
            make_app(store, demo_folder=folder / "demo", engine="here"), log_level="warning", access_log=False
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        _wait(lambda: server.started)
        yield Served(f"http://127.0.0.1:{door.getsockname()[1]}", store)
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def heard(context: BrowserContext) -> Heard:
    """Listens to every page of the test from its beginning."""
    found = Heard()

    def listen(page: Page) -> None:
        page.on("pageerror", lambda error: found.complaints.append(f"script: {error}"))
        page.on("console", lambda message: _note(found, message))

    context.on("page", listen)
    return found


def _note(found: Heard, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        found.complaints.append(f"{message.type}: {message.text}")


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not ready():
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.02)
