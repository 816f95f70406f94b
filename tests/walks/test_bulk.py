"""Many recordings analysed on an engine: workers compute, the caller writes, a rerun does what is left."""

import importlib.util
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from backstride import app, gait
from backstride.app import Became
from backstride.recording import Direction
from backstride.store import Store
from backstride.store.schema import analysis
from tests.app import files

DASK = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="the extra dask is not installed")


@pytest.mark.parametrize("engine", ["here", "processes", pytest.param("dask", marks=DASK)])
def test_import_change_of_rules_and_rerun(tmp_path: Path, engine: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.gpx").write_bytes(files.gpx(files.START + timedelta(days=number)))
    (folder / "broken.fit").write_bytes(b"\x0e\x10broken")
    with Store(tmp_path / "data") as store:
        lines = list(app.import_paths(store, [folder], engine=engine))
        assert sorted(line.became for line in lines) == [Became.FAILED] + [Became.IMPORTED] * 12
        ids = store.lists.every_id()
        app.label(store, ids[0], 5.0, 25.0, Direction.BACKWARD)
        before = {id_: repr(app.show_recording(store, id_).metrics) for id_ in ids}

        with store.database.writing() as db:  # new rules
            db.execute(update(analysis).values(recipe="older"))
        stopped = app.analyse_pending(store, engine)
        for _ in range(3):
            next(stopped)
        stopped.close()  # type: ignore[attr-defined]
        left = store.analyses.pending(gait.RECIPE)
        assert len(left) == 9

        steps = list(app.analyse_pending(store, engine))
        assert sorted(step.id for step in steps) == sorted(left)
        assert {id_: repr(app.show_recording(store, id_).metrics) for id_ in ids} == before
        assert app.verify(store) == ()
