import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from backstride import app
from backstride.app import Became, ImportLine
from backstride.errors import NotFound
from backstride.store import Store
from tests.app import files


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    (tmp_path / "watched").mkdir()
    return tmp_path / "watched"


@pytest.fixture
def lines(sqlite_store: Store, watched: Path) -> Iterator[list[ImportLine]]:
    """What has been imported from the watched folder so far."""
    (watched / "before.gpx").write_bytes(files.gpx())
    stop = threading.Event()
    seen: list[ImportLine] = []

    thread = threading.Thread(
        target=lambda: seen.extend(app.watch(sqlite_store, watched, stop, engine="here", settle_s=0.3))
    )
    thread.start()
    yield seen
    stop.set()
    thread.join()


def wait_for(seen: list[ImportLine], count: int) -> None:
    end = time.monotonic() + 30
    while len(seen) < count and time.monotonic() < end:
        time.sleep(0.05)


def test_files_are_taken_once_they_are_complete(lines: list[ImportLine], watched: Path) -> None:
    wait_for(lines, 1)
    whole = files.gpx(files.START + timedelta(days=1), seconds=300)
    with (watched / "slow.gpx").open("wb") as stream:
        for at in range(0, len(whole), len(whole) // 6):
            stream.write(whole[at : at + len(whole) // 6])
            stream.flush()
            time.sleep(0.1)
    (watched / "below").mkdir()
    (watched / "below" / "other.gpx").write_bytes(files.gpx(files.START + timedelta(days=2)))
    (watched / ".part.gpx").write_bytes(b"hidden")
    wait_for(lines, 3)
    assert sorted((line.name, line.became) for line in lines) == [
        ("before.gpx", Became.IMPORTED),
        ("below/other.gpx", Became.IMPORTED),
        ("slow.gpx", Became.IMPORTED),
    ]


def test_a_copy_of_what_is_there_has_no_line(lines: list[ImportLine], watched: Path) -> None:
    wait_for(lines, 1)
    (watched / "copy.gpx").write_bytes(files.gpx())
    (watched / "new.gpx").write_bytes(files.gpx(files.START + timedelta(days=3)))
    wait_for(lines, 2)
    assert [line.name for line in lines] == ["before.gpx", "new.gpx"]


def test_a_folder_that_is_not_there_is_not_found(sqlite_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        next(app.watch(sqlite_store, tmp_path / "none", threading.Event()))
