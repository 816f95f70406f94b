"""kill -9 at any moment of an import leaves a store that verify passes, and running it again completes it."""

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from backstride import app
from backstride.app import Query, planning
from backstride.store import Store
from tests.app import files
from tests.app.importer import import_folder
from tests.app.logger import log_everything
from tests.app.test_planning import ANSWERS

FILES = 24
LONG_S = 60.0


@pytest.fixture(autouse=True, scope="module")
def findable_modules() -> Iterator[None]:
    """Python 3.11's fork server does not hear of sys.path, and would import everything anew for each process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        yield


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Files, each of some of them twice, one of them bad, the other half in an archive."""
    folder = tmp_path / "in"
    folder.mkdir()
    made = [files.gpx(files.START + timedelta(days=number), 30 + number) for number in range(FILES)]
    for number, data in enumerate(made[: FILES // 2]):
        (folder / f"{number:02}.gpx").write_bytes(data)
        (folder / f"copy {number:02}.gpx").write_bytes(data)
    (folder / "bad.fit").write_bytes(b"bad")
    (folder / "rest.zip").write_bytes(files.zipped(**{f"{n}.gpx": data for n, data in enumerate(made[FILES // 2 :])}))
    return folder


def start(store: Store, recordings: Path, engine: str, told: Path) -> BaseProcess:
    return begin(import_folder, (store.folder, store.url, recordings, engine, told))


def begin(work: Callable[..., None], given: tuple[object, ...]) -> BaseProcess:
    context = multiprocessing.get_context("forkserver")
    modules = ["__main__", import_folder.__module__, log_everything.__module__]
    context.set_forkserver_preload(modules)  # so that each start takes a moment only
    process = context.Process(target=work, args=given)
    process.start()
    return process


def lines(told: Path) -> list[str]:
    return told.read_text().splitlines() if told.exists() else []


def kill_after(process: BaseProcess, told: Path, count: int, wait_s: float) -> None:
    end = time.monotonic() + LONG_S
    while len(lines(told)) < count and process.is_alive() and time.monotonic() < end:
        time.sleep(0.003)
    time.sleep(wait_s)
    process.kill()
    process.join()


def test_an_import_that_is_killed_again_and_again_is_completed(store: Store, recordings: Path, tmp_path: Path) -> None:
    killed_and_completed(store, recordings, tmp_path, "here", 6)


def test_an_import_on_workers_that_is_killed_is_completed(
    sqlite_store: Store, recordings: Path, tmp_path: Path
) -> None:
    killed_and_completed(sqlite_store, recordings, tmp_path, "processes", 1)


def killed_and_completed(store: Store, recordings: Path, tmp_path: Path, engine: str, kills: int) -> None:
    generator = random.Random(7)
    for number in range(kills):
        told = tmp_path / f"told {number}"
        process = start(store, recordings, engine, told)
        # It goes over what is there in no time: after the lines of the last run it is at work, then a random moment.
        there = app.list_recordings(store, Query(twins=True)).total
        kill_after(process, told, there + generator.randrange(1, 5), generator.uniform(0, 0.02))
        assert app.verify(store) == ()
    told = tmp_path / "told at last"
    process = start(store, recordings, engine, told)
    process.join(LONG_S)
    assert process.exitcode == 0
    assert (len(lines(told)), lines(told).count("failed")) == (FILES + FILES // 2 + 1, 1)
    listing = app.list_recordings(store, Query(per_page=1000, twins=True))
    assert len({row.start for row in listing.rows}) == listing.total == FILES
    store.files.tidy(older_than_s=-1)
    store.recordings.tidy(lambda path: True)
    assert app.verify(store) == ()


def test_an_import_beside_a_server_that_writes_too(store: Store, recordings: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    process = start(store, recordings, "here", told)
    number = 0
    while process.is_alive():
        number += 1
        (line,) = app.import_file(store, "mine.gpx", files.gpx(files.START - timedelta(days=number)))
        assert line.became is app.Became.IMPORTED
        app.describe(store, line.ids[0], f"Number {number}", "")
    assert process.exitcode == 0
    assert lines(told).count("imported") == FILES
    assert app.list_recordings(store).total == FILES + number
    assert app.verify(store) == ()


def test_logging_that_is_killed_loses_nothing_that_was_kept(store: Store, tmp_path: Path) -> None:
    store.coach.save_answers(ANSWERS)
    planning.new_plan(store, ANSWERS.day)
    generator = random.Random(3)
    for number in range(4):
        told = tmp_path / f"told {number}"
        process = begin(log_everything, (store.folder, store.url, told))
        kill_after(process, told, 1 + number, generator.uniform(0, 0.15))
        assert app.verify(store) == ()
        assert {*lines(told)} <= {one.id for one in store.coach.sessions()}
        assert sum(kept.until is None for kept in planning.plans(store)) == 1
