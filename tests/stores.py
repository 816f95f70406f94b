"""Fixtures for tests that need a store: the same tests run on SQLite and on PostgreSQL."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backstride.store import Store
from backstride.store.database import DATABASE_FILE, Database
from tests import postgres

MakeStore = Callable[[], Store]
EITHER = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))
_TEMPLATE = "made_once"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server with one database at the newest schema, which each test's own is a copy of."""
    with postgres.cluster() as address:
        postgres.execute(address, f"CREATE DATABASE {_TEMPLATE}")
        Database(tmp_path_factory.mktemp("template"), f"{address}/{_TEMPLATE}").close()
        yield address


@pytest.fixture(params=EITHER)
def url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The address of an empty database; None is SQLite in the data folder."""
    if request.param == "sqlite":
        yield None
        return
    address = request.getfixturevalue("server")
    name = f"t{uuid.uuid4().hex}"
    postgres.execute(address, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    yield f"{address}/{name}"
    postgres.execute(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file at the newest schema: copying it takes a moment, making it a third of a second."""
    place = tmp_path_factory.mktemp("empty")
    Database(place, None).close()
    return place / DATABASE_FILE


@pytest.fixture
def folder(tmp_path: Path, empty_sqlite: Path) -> Path:
    """A data folder in which nothing is kept."""
    place = tmp_path / "data"
    place.mkdir()
    shutil.copy(empty_sqlite, place)
    return place


@pytest.fixture
def store(folder: Path, url: str | None) -> Iterator[Store]:
    """An empty store on either database."""
    with Store(folder, url) as opened:
        yield opened


@pytest.fixture
def sqlite_store(folder: Path) -> Iterator[Store]:
    """An empty store on SQLite, for what does not depend on the database."""
    with Store(folder) as opened:
        yield opened
