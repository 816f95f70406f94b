"""Stores of earlier schemas, with data in them, open and stay readable."""

import shutil
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
from backstride.assess.trial import Trial
from backstride.plan.check import Check, Go
from backstride.recording import Direction, Label, Placement
from backstride.store import Filter, Store
from backstride.store.backups import read_backup
from backstride.store.checking import check
from backstride.store.database import _engine, _writing
from backstride.store.schema import metadata
from tests import coached, made, postgres
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


def old_store(filled: Store, place: Path, url: str | None, revision: str = "0001") -> None:
    """The rows of a filled store under an earlier schema, as the version of that schema wrote them."""
    config = Config()
    config.set_main_option("script_location", str(Path(backstride.store.migrations.__file__).parent))
    engine = _engine(url or f"sqlite:///{place / 'backstride.sqlite'}")
    with _writing(engine) as db:
        config.attributes["connection"] = db
        command.upgrade(config, revision)
    old = MetaData()
    old.reflect(engine)
    with filled.database.reading() as theirs, _writing(engine) as ours:
        for table in metadata.sorted_tables:
            if table.name not in old.tables:
                continue
            columns = [column for column in table.c if column.name in old.tables[table.name].c]
            rows = [dict(row) for row in theirs.execute(select(*columns)).mappings()]
            for row in rows:
                if table.name == "analysis" and revision == "0001":
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


@pytest.mark.parametrize("revision", ["0002", "0003", "0004", "0005"])
def test_whatever_a_schema_held_is_there_after_those_that_followed(
    sqlite_store: Store, tmp_path: Path, bare_url: str | None, revision: str
) -> None:
    (id_,) = sqlite_store.recordings.add(made.new_file()).ids
    coach, measuring = sqlite_store.coach, sqlite_store.measuring
    coach.save_answers(coached.ANSWERS)
    coach.save_plan(coached.plan(coached.planned("p1")))
    coach.save_plan(coached.plan(coached.planned("p1"), version=2))
    coach.save_check(Check(coached.FIRST, Go.WALK))
    coach.save_session(coached.session("p1", coached.FIRST, id_, planned="p1"), chosen=True)
    measuring.save_trial(Trial("t1", "stance", 30.0, coached.FIRST, made.START))
    measuring.save_outcome("plan-a", made.START, "{}")
    measuring.save_alternation(coached.FIRST, "{}")
    measuring.save_setting("heart", coached.FIRST, "{}")
    place = tmp_path / "old"
    shutil.copytree(sqlite_store.folder, place, ignore=shutil.ignore_patterns("*.sqlite*"))
    old_store(sqlite_store, place, bare_url, revision)
    with Store(place, bare_url) as store:
        assert repr(store.recordings.get(id_)) == repr(sqlite_store.recordings.get(id_))
        assert repr(store.analyses.of(id_, made.RECIPE)) == repr(sqlite_store.analyses.of(id_, made.RECIPE))
        if revision >= "0003":
            assert store.coach.answered() == coach.answered()
            assert store.coach.plans() == coach.plans()
            assert store.coach.checks() == coach.checks()
            assert store.coach.every_row() == coach.every_row()
        if revision >= "0004":
            assert store.measuring.trials() == measuring.trials()
            assert store.measuring.outcomes() == measuring.outcomes()
            assert store.measuring.alternations() == measuring.alternations()
            assert store.measuring.settings() == measuring.settings()
        assert list(check(store.database, store.files)) == []
        store.coach.save_session(coached.session("s2"))
        store.measuring.save_trial(Trial("t2", "stance", 31.0, coached.FIRST, made.START))
        store.recordings.remove(id_)


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
