"""A person's own fastest stretches and tests, beside what others are reported to have run; streaks and challenges.

Recordings are opened one by one for it, the newest first, and what was found is remembered. A page opens so few that
nobody has to wait long; the queue opens the rest when it has nothing else to do. How many are still to come is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from backstride import gait
from backstride.app.sessions import sessions as every_session
from backstride.assess import Trial
from backstride.errors import BadStore, NotFound
from backstride.gait.places import find_course
from backstride.progress.habits import Standing, standings, weeks_in_a_row
from backstride.progress.records import DISTANCES_M, Stretch, fastest_stretches
from backstride.recording import Direction
from backstride.store import Moved, Store
from backstride.store.codec import to_json, understood

AT_A_LOOK = 12  # recordings opened for one page, at most
AT_REST = 50  # and at a look of the queue
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
    """bests: by direction, then distance. opened, waiting: recordings that were looked at, and that still are to be.

    beyond  recordings older than those that are looked at
    """

    bests: Mapping[Direction, Mapping[float, Best]]
    opened: int
    waiting: int
    beyond: int = 0


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
    rows, beyond = store.lists.moved(_NEWEST)
    memory, waiting = _looked(store, rows, AT_A_LOOK)
    bests: dict[Direction, dict[float, Best]] = {way: {} for way in _WAYS}
    for row in rows:
        for way in _WAYS:
            _take(bests[way], row, memory.get(row.id), way)
    for trial in store.measuring.trials(_TRIAL):
        _clock(bests[Direction.BACKWARD], trial)
    ordered = {way: {one: mine[one] for one in DISTANCES_M if one in mine} for way, mine in bests.items()}
    return OwnRecords(ordered, len(rows) - waiting, waiting, beyond)


def look_further(store: Store) -> bool:
    """Look at more recordings while nobody waits for it. Returns whether some are still to be looked at."""
    return _looked(store, store.lists.moved(_NEWEST)[0], AT_REST)[1] > 0


def _looked(store: Store, rows: Sequence[Moved], most: int) -> tuple[Mapping[str, _Found], int]:
    """What is remembered of recordings, after looking at so many new ones; and how many are still to be looked at.

    Those that had no analysis at the last look come after all others, and nobody waits for them.
    """
    memory = dict(_remembered(store))
    new = [row for row in rows if _stamp(row) != (memory[row.id].stamp if row.id in memory else "")]
    unready = [row for row in new if row.id in memory and not memory[row.id].stamp]
    fresh = [row for row in new if row.id not in memory or memory[row.id].stamp]
    for row in (fresh + unready)[:most]:
        memory[row.id] = _look(store, row)
    if new:
        kept = {row.id: memory[row.id] for row in rows if row.id in memory}
        store.settings.write({_KEY: to_json(_Memory(kept))})
    return memory, max(0, len(fresh) - most)


def habits(store: Store, today: date) -> Habits:
    """Streak and challenges."""
    done = every_session(store, None, today)
    checks = {one.day: one for one in store.coach.checks() if one.day <= today}
    return Habits(weeks_in_a_row(done, today), standings(done, checks))


def _stamp(row: Moved) -> str:
    """Changes with the rules, and with the directions that were found or corrected."""
    return f"{gait.RECIPE} {_RULES} {row.duration_s:.1f} {row.backward_s:.1f}/{row.forward_s:.1f}"


def _look(store: Store, row: Moved) -> _Found:
    """Nothing where the recording was removed meanwhile, or its signals are lost."""
    kept = store.analyses.of(row.id, gait.RECIPE)
    if kept is None or kept.analysis is None:
        return _Found("")
    try:
        recording = store.recordings.load(row.id)
    except (NotFound, BadStore):
        return _Found(_stamp(row))
    course = find_course(recording, (np.zeros(0), np.zeros(0)))
    if len(course.time_s) < 2:
        return _Found(_stamp(row))
    backward, forward = (fastest_stretches(course.time_s, course.distance_m, kept.analysis.bouts, way) for way in _WAYS)
    return _Found(_stamp(row), backward, forward)


def _take(bests: dict[float, Best], row: Moved, found: _Found | None, way: Direction) -> None:
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
    kept = store.settings.get(_KEY)
    memory = understood(_Memory, kept) if isinstance(kept, str) else None
    return {} if memory is None else memory.found
