"""A site on a free loopback port, and the system's Chromium to look at it."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from backstride.app import Store, demo_store, open_store
from backstride.web import make_app

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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


@pytest.fixture(scope="session")
def base_url() -> None:
    """Addresses are written out: every site has its own port. (The plugin's own fixture warns under this pytest.)"""


@contextmanager
def serving(folder: Path, demo_folder: Path) -> Iterator[Served]:
    """A site over an empty store while the block lasts."""
    with open_store(folder / "data") as store, socket.create_server(("127.0.0.1", 0)) as door:
        site = make_app(store, demo_folder=demo_folder, engine="here")
        server = uvicorn.Server(uvicorn.Config(site, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        _wait(lambda: server.started)
        yield Served(f"http://127.0.0.1:{door.getsockname()[1]}", store)
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo runner, made once for all tests."""
    folder = tmp_path_factory.mktemp("demo")
    demo_store(folder).close()
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, demo_folder: Path) -> Iterator[Served]:
    """One site a module."""
    with serving(tmp_path_factory.mktemp("site"), demo_folder) as site:
        yield site


@pytest.fixture
def fresh(tmp_path: Path, demo_folder: Path) -> Iterator[Served]:
    """A site of its own for one test: nobody has been there."""
    with serving(tmp_path, demo_folder) as site:
        yield site


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
