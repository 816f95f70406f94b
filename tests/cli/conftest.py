"""The real command line, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import backstride

Run = Callable[..., subprocess.CompletedProcess[str]]
SOURCE = str(Path(backstride.__file__).parents[1])


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run("list", ...)` is `./run list ...` over a data folder of this test's own."""

    def call(*arguments: str | Path, language: str = "en") -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": SOURCE,
            "BACKSTRIDE_LANGUAGE": language,
            "BACKSTRIDE_DATA_FOLDER": str(tmp_path / "data"),
            "COLUMNS": "160",
        }
        command = [sys.executable, "-W", "error", "-m", "backstride", *map(str, arguments)]
        return subprocess.run(
            command, check=False, capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=300
        )

    return call
