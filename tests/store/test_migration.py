"""A store of the first schema, with data in it, opens and stays readable."""

import uuid
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert, select

import backstride.store.migrations
from backstride.recording import Direction, Label, Placement
from backstride.store import Filter, Store
from backstride.store.backups import read_backup
from backstride.store.checking import check
from backstride.store.database import _engine, _writing
from backstride.store.schema import metadata
from tests import made, postgres
from tests.stores import EITHER


@pytest.fixture(params=EITHER)
def bare_url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """The address of a database without tables; None is SQLite in the data folder."""
    if request.param == "sqlite":
        yield None
        return
    address = request.getfixturevalue("server")
    name = f"t{uuid.uuid4().hex}"
    postgres.execute(address, f"CREATE DATABASE {name}")
    yield f"{address}/{name}"
    postgres.execute(address, f"DROP DATABASE {name} WITH (FORCE)")


def old_store(filled: Store, place: Path, url: str | None) -> None:
    """The rows of a filled store under the first schema, as the first version wrote them."""
    config = Config()
    config.set_main_option("script_location", str(Path(backstride.store.migrations.__file__).parent))
    engine = _engine(url or f"sqlite:///{place / 'backstride.sqlite'}")
    with _writing(engine) as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
    first = MetaData()
    first.reflect(engine)
    with filled.database.reading() as theirs, _writing(engine) as ours:
        for table in metadata.sorted_tables:
            if table.name not in first.tables:
                continue
            columns = [column for column in table.c if column.name in first.tables[table.name].c]
            rows = [dict(row) for row in theirs.execute(select(*columns)).mappings()]
            for row in rows:
                if table.name == "analysis":
                    steps = made.analysis().steps
                    row["steps"] = zlib.compress(np.stack((steps.contact_s, steps.off_s)).astype("<f8").tobytes(), 1)
                ours.execute(insert(table).values(row))
    engine.dispose()


def test_a_store_of_the_first_schema_is_brought_up_and_read(
    sqlite_store: Store, tmp_path: Path, bare_url: str | None
) -> None:
    (id_,) = sqlite_store.recordings.add(made.new_file()).ids
    sqlite_store.labels.add(id_, Label(1.0, 2.0, Direction.BACKWARD))
    place = tmp_path / "old"
    place.mkdir()
    old_store(sqlite_store, place, bare_url)
    for path in sqlite_store.files.kept():
        target = place / path.relative_to(sqlite_store.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for _ in range(2):
        with Store(place, bare_url) as store:
            kept = store.analyses.of(id_, made.RECIPE)
            assert kept
            assert kept.analysis
            assert kept.analysis.bouts == made.analysis().bouts
            np.testing.assert_array_equal(kept.analysis.steps.contact_s, made.analysis().steps.contact_s)
            assert (kept.analysis.events, kept.analysis.lessons, len(kept.analysis.reasoning.chance)) == ((), (), 0)
            row = store.recordings.get(id_)
            assert (row.again, row.placement, row.labels) == (False, None, (Label(1.0, 2.0, Direction.BACKWARD),))
            assert store.lists.page(Filter())[1] == 1
            (sums,) = store.totals.between((row.start, row.start + timedelta(days=1)))
            assert sums.backward_run_s == kept.analysis.bouts[0].end_s
            assert (sums.backward_m, sums.distance_m, sums.unmeasured) == (None, 151.0, 1)
            assert store.lessons.readings(made.RECIPE) == ()
            assert list(check(store.database, store.files)) == []
    with Store(place, bare_url) as store:
        store.recordings.describe(id_, placement=Placement.FOOT)
        assert store.analyses.pending(made.RECIPE) == (id_,)


def test_a_backup_of_the_first_schema_is_restored(sqlite_store: Store, tmp_path: Path, store: Store) -> None:
    (id_,) = sqlite_store.recordings.add(made.new_file()).ids
    place, backup = tmp_path / "old", tmp_path / "old.zip"
    place.mkdir()
    old_store(sqlite_store, place, None)
    with ZipFile(backup, "w") as archive:
        archive.write(place / "backstride.sqlite", "backstride.sqlite")
        for path in sqlite_store.files.kept():
            archive.write(path, path.relative_to(sqlite_store.folder).as_posix())
    assert read_backup(backup, store.database, store.files, force=True) == 1
    kept = store.analyses.of(id_, made.RECIPE)
    assert kept
    assert kept.analysis
    assert kept.analysis.bouts == made.analysis().bouts
    assert list(check(store.database, store.files)) == []
