"""Server CPU of the pages that add up years: 10,000 recordings, 2,000 sessions, 30 versions of a plan.

Asked as a browser asks, whole answers. Beside them what adding up the same rows in Python costs.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from backstride.app import Query, Store, list_recordings, open_store
from backstride.app.own_records import look_further
from backstride.app.planning import new_plan
from backstride.plan.answers import Answers
from backstride.recording import Direction
from backstride.session import Measured, Session
from backstride.web import make_app
from benchmarks.figure import Figure, figure
from benchmarks.speed.bench_pages import RECORDINGS, cpu_ms, fill
from benchmarks.speed.bench_plans import HEALTH, WEEKS
from benchmarks.speed.timing import best_s

SESSIONS, VERSIONS = 2000, 30
PAGES = {
    "trends, weeks": "/progress/trends",
    "trends, months": "/progress/trends?span=month",
    "trends, years": "/progress/trends?span=year",
    "today": "/",
    "plan": "/plan",
    "progress": "/progress",
    "what is promised": "/progress/questions",
    "records": "/progress/records",
    "heart": "/progress/heart",
    "tests": "/progress/tests",
}


def measure() -> tuple[Figure, ...]:
    """Median CPU milliseconds of the process, templates and connections warm."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # filling is not what is measured
    with TemporaryDirectory(dir=memory) as folder, open_store(Path(folder)) as store:
        fill(store, RECORDINGS, datetime.now(UTC))
        live(store)
        while look_further(store):  # as the queue does at rest: what it costs is not a page's
            pass
        with TestClient(make_app(store, engine="here"), base_url="http://localhost") as client:
            pages = tuple(
                figure(f"{name}, {RECORDINGS:,} recordings", cpu_ms(client, path), "ms CPU", "at most 200")
                for name, path in PAGES.items()
            )
        return (*pages, *_against_rows(store))


def live(store: Store) -> None:
    """Years of sessions, then a plan that was changed many times."""
    today = datetime.now().astimezone().date()
    for number in range(SESSIONS):
        store.coach.save_session(_session(number, today - timedelta(days=30 + number)))
    store.coach.save_answers(Answers(HEALTH, WEEKS["four days, two runs"], today - timedelta(days=21)))
    for _ in range(VERSIONS):
        new_plan(store, today, today - timedelta(days=21))


def _session(number: int, day: date) -> Session:
    at = datetime(day.year, day.month, day.day, 18).astimezone()
    measured = Measured({Direction.BACKWARD: 300.0 + number % 7, Direction.FORWARD: 1200.0}, 120.0, 60.0)
    return Session(f"s{number}", day, at, minutes=30.0, rpe=float(number % 6 + 2), measured=measured)


def _against_rows(store: Store) -> tuple[Figure, ...]:
    """All years in the database, and the same sums over rows that are read one by one."""
    years = [datetime(year, 1, 1).astimezone() for year in range(2010, 2028)]
    found = store.totals.between(years)
    summed_s = best_s(lambda: store.totals.between(years))
    rows = list_recordings(store, Query(per_page=RECORDINGS)).rows
    read_s = best_s(lambda: list_recordings(store, Query(per_page=RECORDINGS)))
    backward_s = sum(row.by_direction.get(Direction.BACKWARD, 0.0) for row in rows)
    if abs(sum(one.seconds[Direction.BACKWARD] for one in found) - backward_s) > 1e-6 * backward_s:
        raise RuntimeError("sums differ")
    return (figure("reading every row, against sums in the database", read_s / summed_s, "times", "at least 10"),)
