"""The real command line, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import backstride
from tests.cli.warm import Warm

Run = Callable[..., subprocess.CompletedProcess[str]]
SOURCE = str(Path(backstride.__file__).parents[1])


def surroundings(folder: Path, language: str = "en") -> dict[str, str]:
    """The environment of a command whose data lie below `folder`."""
    return {
        **os.environ,
        "PYTHONPATH": SOURCE,
        "BACKSTRIDE_LANGUAGE": language,
        "BACKSTRIDE_DATA_FOLDER": str(folder / "data"),
        "COLUMNS": "160",
    }


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    with Warm(surroundings(tmp_path_factory.mktemp("warm"))) as server:
        yield server


@pytest.fixture
def run(warm: Warm, tmp_path: Path) -> Run:
    """`run("list", ...)` is `./run list ...` over a data folder of this test's own."""

    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return warm.run([str(one) for one in arguments], folder=tmp_path, environment=surroundings(tmp_path))

    return call


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """The same from nothing, as a terminal starts it: slower by all that is imported."""

    def call(*arguments: str | Path, language: str = "en") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "backstride", *map(str, arguments)]
        environment = surroundings(tmp_path, language)
        return subprocess.run(
            command, check=False, capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=300
        )

    return call
