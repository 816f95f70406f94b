"""A store with files made by code, and the site over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, open_store
from backstride.web import make_app

LOCAL = "http://localhost"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """The site without a demo. Redirects are not followed: where they go is part of the answer."""
    with TestClient(make_app(store, engine="here"), base_url=LOCAL, follow_redirects=False) as opened:
        yield opened
