"""A person's own fastest stretches and tests, beside what others are reported to have run; streaks and challenges.

Recordings are opened one by one for it, the newest first, and what was found is remembered: so many at each look that
nobody has to wait long, and how many are still to come is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from backstride import gait
from backstride.app.sessions import sessions as every_session
from backstride.assess import Trial
from backstride.gait.places import find_course
from backstride.progress.habits import Standing, standings, weeks_in_a_row
from backstride.progress.records import DISTANCES_M, Stretch, fastest_stretches
from backstride.recording import Direction
from backstride.store import Filter, ListRow, Store
from backstride.store.codec import to_json, understood

AT_A_LOOK = 12  # recordings opened for one page, at most
_NEWEST = 2000
_KEY = "records_found"
_RULES = 2  # of `fastest_stretches`: another number, and every recording is looked at again
_WAYS = (Direction.BACKWARD, Direction.FORWARD)
_TRIAL = "time-trial"
_TRIAL_M: Mapping[str, float] = {"100 m": 100.0, "200 m": 200.0, "400 m": 400.0, "1 km": 1000.0, "5 km": 5000.0}


@dataclass(frozen=True, slots=True)
class Best:
    """A personal record. recording: id; empty: a time trial by the clock."""

    distance_m: float
    seconds: float
    day: date
    recording: str = ""
    start_s: float = 0.0

    @property
    def speed_mps(self) -> float:
        return self.distance_m / self.seconds


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """bests: by direction, then distance. opened, waiting: recordings that were looked at, and that still are to be."""

    bests: Mapping[Direction, Mapping[float, Best]]
    opened: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Habits:
    """weeks: in a row, with honest logs and rest."""

    weeks: int
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a recording gave, remembered by the recipe and the start and length it had."""

    stamp: str
    backward: tuple[Stretch, ...] = ()
    forward: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class _Memory:
    found: Mapping[str, _Found] = field(default_factory=dict)


def own_records(store: Store) -> OwnRecords:
    """The fastest stretch of each usual distance in each direction, and time trials by the clock."""
    rows = _rows(store)
    memory = dict(_remembered(store))
    new = [row for row in rows if _stamp(row) != (memory[row.id].stamp if row.id in memory else "")]
    for row in new[:AT_A_LOOK]:
        memory[row.id] = _look(store, row)
    if new:
        kept = {row.id: memory[row.id] for row in rows if row.id in memory}
        store.settings.write({_KEY: to_json(_Memory(kept))})
    bests: dict[Direction, dict[float, Best]] = {way: {} for way in _WAYS}
    for row in rows:
        for way in _WAYS:
            _take(bests[way], row, memory.get(row.id), way)
    for trial in store.measuring.trials(_TRIAL):
        _clock(bests[Direction.BACKWARD], trial)
    ordered = {way: {one: mine[one] for one in DISTANCES_M if one in mine} for way, mine in bests.items()}
    waiting = max(0, len(new) - AT_A_LOOK)
    return OwnRecords(ordered, len(rows) - waiting, waiting)


def habits(store: Store, today: date) -> Habits:
    """Streak and challenges."""
    done = every_session(store, None, today)
    checks = {one.day: one for one in store.coach.checks() if one.day <= today}
    return Habits(weeks_in_a_row(done, today), standings(done, checks))


def _rows(store: Store) -> Sequence[ListRow]:
    """Recordings in which somebody went backward or forward, newest first; of twins the one that leads."""
    rows, _ = store.lists.page(Filter(limit=_NEWEST, ribbons=False))
    return [row for row in rows if any(row.digest.seconds.get(way, 0.0) > 0 for way in _WAYS)]


def _stamp(row: ListRow) -> str:
    """Changes with the rules, and with the directions that were found or corrected."""
    seconds = "/".join(f"{row.digest.seconds.get(way, 0.0):.1f}" for way in _WAYS)
    return f"{gait.RECIPE} {_RULES} {row.duration_s:.1f} {seconds}"


def _look(store: Store, row: ListRow) -> _Found:
    kept = store.analyses.of(row.id, gait.RECIPE)
    if kept is None or kept.analysis is None:
        return _Found("")
    course = find_course(store.recordings.load(row.id), (np.zeros(0), np.zeros(0)))
    if len(course.time_s) < 2:
        return _Found(_stamp(row))
    backward, forward = (fastest_stretches(course.time_s, course.distance_m, kept.analysis.bouts, way) for way in _WAYS)
    return _Found(_stamp(row), backward, forward)


def _take(bests: dict[float, Best], row: ListRow, found: _Found | None, way: Direction) -> None:
    if found is None:
        return
    for one in found.backward if way is Direction.BACKWARD else found.forward:
        if one.distance_m not in bests or one.seconds < bests[one.distance_m].seconds:
            bests[one.distance_m] = Best(one.distance_m, one.seconds, row.start.date(), row.id, one.start_s)


def _clock(bests: dict[float, Best], trial: Trial) -> None:
    distance = _TRIAL_M.get(trial.condition)
    if distance is None or trial.practice or (distance in bests and bests[distance].seconds <= trial.value):
        return
    bests[distance] = Best(distance, trial.value, trial.day)


def _remembered(store: Store) -> Mapping[str, _Found]:
    kept = store.settings.read().get(_KEY)
    memory = understood(_Memory, kept) if isinstance(kept, str) else None
    return {} if memory is None else memory.found
