"""Records are found by the queue while nobody waits, and lost recordings hold nothing up."""

import time
from datetime import timedelta

import pytest

from backstride import app
from backstride.app import Queue
from backstride.app.own_records import AT_A_LOOK, look_further, own_records
from backstride.recording import Direction
from backstride.store import Store
from tests.app import files

COUNT, SOON_S = AT_A_LOOK + 3, 30.0


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """Recordings of a run north at 3 m/s of which somebody said that it went backward."""
    for number in range(COUNT):
        moved = files.gpx(files.START + timedelta(days=number), seconds=60 + number)
        (line,) = app.import_file(sqlite_store, f"{number}.gpx", moved)
        (id_,) = line.ids
        app.label(sqlite_store, id_, 0.0, 60.0 + number, Direction.BACKWARD)
    return sqlite_store


def test_a_page_opens_a_few_and_the_queue_the_rest(store: Store) -> None:
    first = own_records(store)
    assert (first.opened, first.waiting, first.beyond) == (AT_A_LOOK, COUNT - AT_A_LOOK, 0)
    assert not look_further(store)
    found = own_records(store)
    assert (found.opened, found.waiting) == (COUNT, 0)
    assert found.bests[Direction.BACKWARD][100.0].seconds == pytest.approx(100 / 3, rel=0.03)


def test_the_queue_looks_by_itself(store: Store) -> None:
    queue = Queue(store, engine="here")
    try:
        deadline = time.monotonic() + SOON_S
        while str(store.settings.read().get("records_found")).count('"stamp"') < COUNT:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        queue.close()
    assert queue.trouble is None
    assert own_records(store).waiting == 0
