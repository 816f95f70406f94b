import io
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from backstride import app
from backstride.app import Became, Queue
from backstride.app.intake import Found, import_found
from backstride.bulk.engines import engine as engine_named
from backstride.errors import BadStore
from backstride.message import say
from backstride.store import Added, NewFile, Store
from backstride.store.schema import analysis
from tests.app import files

SOON_S = 30.0


@pytest.fixture
def queue(store: Store) -> Iterator[Queue]:
    opened = Queue(store, engine="here")
    yield opened
    opened.close()


def test_uploads_are_imported_in_the_background(store: Store, queue: Queue, tmp_path: Path) -> None:
    (tmp_path / "two.gpx").write_bytes(files.gpx(files.START + timedelta(days=1)))
    queue.submit("one.gpx", files.gpx())
    queue.submit("folder/two.gpx", tmp_path / "two.gpx")
    queue.submit("three.gpx", io.BytesIO(files.gpx(files.START + timedelta(days=2))))
    queue.submit("bad.fit", b"no")
    assert queue.wait_until_idle(SOON_S)
    jobs = {job.name: job for job in queue.jobs()}
    assert {name: (job.state, job.done, job.total) for name, job in jobs.items()} == dict.fromkeys(
        ("one.gpx", "two.gpx", "three.gpx", "bad.fit"), ("done", 1, 1)
    )
    assert [line.became for line in jobs["bad.fit"].lines] == [Became.FAILED]
    assert app.list_recordings(store).total == 3
    assert list((store.folder / "spool").iterdir()) == []


def test_an_archive_counts_its_files(store: Store, queue: Queue) -> None:
    parts = {f"{number}.gpx": files.gpx(files.START + timedelta(days=number)) for number in range(4)}
    queue.submit("all.zip", files.zipped(**parts))
    assert queue.wait_until_idle(SOON_S)
    (job,) = queue.jobs()
    assert (job.done, job.total, len(job.lines)) == (4, 4, 4)


def test_what_waits_survives_a_restart(store: Store) -> None:
    first = Queue(store, engine="here")
    first.close()
    waiting = first.submit("late.gpx", files.gpx())
    assert [job.state for job in first.jobs()] == ["waiting"]
    store.journal.update_job(waiting, "running", 0, 1)  # as if the process had been killed in the middle of it
    second = Queue(store, engine="here")
    assert second.wait_until_idle(SOON_S)
    second.close()
    assert [job.state for job in second.jobs()] == ["done"]
    assert app.list_recordings(store).total == 1


def test_two_servers_of_one_store_do_not_work_on_the_same_upload(store: Store, queue: Queue) -> None:
    other = Queue(store, engine="here")
    for number in range(6):
        (queue, other)[number % 2].submit(f"{number}.gpx", files.gpx(files.START + timedelta(days=number)))
    assert queue.wait_until_idle(SOON_S)
    other.close()
    assert sorted(line.name for line in app.import_log(store)) == [f"{number}.gpx" for number in range(6)]


def test_a_missing_spool_file_is_a_failed_line_and_stops_nothing(store: Store) -> None:
    stopped = Queue(store, engine="here")
    stopped.close()
    gone = stopped.submit("gone.gpx", files.gpx())
    (store.folder / "spool" / gone).unlink()
    stopped.submit("there.gpx", files.gpx())
    again = Queue(store, engine="here")
    assert again.wait_until_idle(SOON_S)
    again.close()
    assert {line.name: line.became for line in app.import_log(store)} == {
        "gone.gpx": Became.FAILED,
        "there.gpx": Became.IMPORTED,
    }


def test_an_older_recipe_is_analysed_again_when_nothing_waits(store: Store) -> None:
    (line,) = app.import_file(store, "a.gpx", files.gpx())
    with store.database.writing() as db:
        db.execute(update(analysis).values(recipe="older"))
    assert app.show_recording(store, line.ids[0]).stale
    queue = Queue(store, engine="here")
    end = time.monotonic() + SOON_S
    while app.show_recording(store, line.ids[0]).stale and time.monotonic() < end:
        time.sleep(0.05)
    queue.close()
    assert not app.show_recording(store, line.ids[0]).stale
    assert queue.trouble is None


def test_a_job_that_trouble_ended_in_the_middle_is_gone_on_with(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep, failures = store.recordings.add, [BadStore(say("no room")), OSError("no room either")]

    def add(new: NewFile) -> Added:
        if failures:
            raise failures.pop()
        return keep(new)

    monkeypatch.setattr(store.recordings, "add", add)
    monkeypatch.setattr("backstride.app.queue._AFTER_TROUBLE_S", 0.01)
    queue = Queue(store, engine="here")
    queue.submit("one.gpx", files.gpx())
    idle = queue.wait_until_idle(SOON_S)
    queue.close()
    assert idle
    assert queue.trouble is None
    assert app.list_recordings(store).total == 1


def test_a_file_too_large_for_memory_stops_no_other(store: Store, tmp_path: Path) -> None:
    def too_large() -> bytes:
        raise MemoryError

    found = [Found("huge.csv", too_large), Found("one.gpx", files.gpx)]
    lines = list(import_found(store, found, bulk_engine=engine_named("here")))
    assert sorted(line.became for line in lines) == [Became.FAILED, Became.IMPORTED]
