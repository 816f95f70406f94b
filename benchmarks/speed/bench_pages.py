"""Server CPU of the pages that hold many recordings: a store of 10,000, asked as a browser asks, whole answers."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from starlette.testclient import TestClient

from backstride.app import Store, open_store
from backstride.gait import RECIPE
from backstride.physiology.heart import Heard, Part, Point
from backstride.recording import About, Analysis, Direction, Gait, Lap, Recording, Steps
from backstride.store import Analysed, Digest, NewFile, NewRecording, pack, pack_original
from backstride.web import make_app
from benchmarks.figure import Figure, figure

RECORDINGS = 10_000
TIMES = 7
PAGES = {
    "list, first page": "/recordings",
    "list, last page": f"/recordings?page={RECORDINGS // 50}",
    "list, most backward first": "/recordings?sort=backward&direction=backward",
    "list, searched for a word": "/recordings?q=interval",
    "today": "/",
}
_DIRECTIONS = tuple(Direction)


def measure() -> tuple[Figure, ...]:
    """Median CPU milliseconds of the process, templates and connections warm."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # filling is not what is measured
    with TemporaryDirectory(dir=memory) as folder, open_store(Path(folder)) as store:
        fill(store, RECORDINGS)
        with TestClient(make_app(store, engine="here"), base_url="http://localhost") as client:
            return tuple(
                figure(f"{name}, {RECORDINGS:,} recordings", cpu_ms(client, path), "ms CPU", "at most 100")
                for name, path in PAGES.items()
            )


def fill(store: Store, count: int, newest: datetime = datetime(2025, 1, 1, tzinfo=UTC)) -> None:
    """Recordings without samples, each with a ribbon of up to 60 stretches: all that a list reads."""
    chance = np.random.default_rng(0)
    for number in range(count):
        store.recordings.add(_file(number, newest - timedelta(hours=7 * number), chance))


def _file(number: int, began: datetime, chance: np.random.Generator) -> NewFile:
    duration_s = float(chance.uniform(600, 6000))
    edges = np.r_[0, np.sort(chance.uniform(0, 1, chance.integers(1, 60))), 1].round(5).tolist()
    ribbon = tuple(
        (start, end, _DIRECTIONS[(number + at) % len(_DIRECTIONS)]) for at, (start, end) in enumerate(pairwise(edges))
    )
    seconds = dict.fromkeys(_DIRECTIONS, 0.0)
    for start, end, direction in ribbon:
        seconds[direction] += (end - start) * duration_s
    about = About(format="FIT", device="Watch", sport="running", name=f"Interval {number}", laps=(Lap(0, duration_s),))
    recording = Recording(began, {}, about)
    digest = Digest(float(chance.uniform(1e3, 2e4)), seconds, ribbon)
    analysed = Analysed(RECIPE, Analysis(RECIPE, (), Steps(), (), ()), None, digest, heard=_heard(number, seconds))
    return NewFile(pack_original(f"{number}.fit", str(number).encode()), (NewRecording(pack(recording), analysed),))


def _heard(number: int, seconds: Mapping[Direction, float]) -> Heard:
    """A rate for every second, spread over 40 beats, and steady points at three speeds."""
    ways = (Direction.FORWARD, Direction.BACKWARD)
    rates = range(120 + number % 7, 160 + number % 7)
    parts = tuple(Part(way, Gait.RUN, seconds[way], 900, dict.fromkeys(rates, seconds[way] / 40)) for way in ways)
    speeds = (2.0, 2.5, 3.0) * 8
    points = tuple(
        Point(15.0 * at, way, Gait.RUN, speed, 120.0 + 10 * speed) for way in ways for at, speed in enumerate(speeds)
    )
    return Heard(parts=parts, points=points, top_bpm=170.0 + number % 15, least_bpm=55.0 + number % 9)


def cpu_ms(client: TestClient, path: str) -> float:
    """Median of a page, once it is warm."""
    taken = []
    for _ in range(TIMES + 2):
        began = time.process_time()
        answer = client.get(path)
        taken.append(1000 * (time.process_time() - began))
        assert answer.status_code == 200
    return float(np.median(taken[2:]))
