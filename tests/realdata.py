"""Where the recordings of real people are, for tests marked `realdata`. They are never part of the repository."""

import os
from pathlib import Path

import pytest


def data_folder() -> Path:
    """The development data: $BACKSTRIDE_DATA, else shared/data beside the checkout. Skips without it, fails in CI."""
    folder = Path(os.environ.get("BACKSTRIDE_DATA") or Path(__file__).parents[2] / "shared" / "data")
    if not folder.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"CI needs the development data, and {folder} does not exist")
        pytest.skip("the development data are not on this machine")
    return folder
