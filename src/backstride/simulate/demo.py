"""The demo runner: six weeks of one simulated person who is learning to run backward."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np

from backstride.recording import Direction, EventKind, Gait, Placement, Recording
from backstride.simulate.make import simulate
from backstride.simulate.parts import Happening, Part, Watch, Worn

FIRST_DAY = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
WEEKS = 6
FULL_TURN = 2 * np.pi
TURNING_WEEK, STUMBLING_WEEK = 4, 4  # counted from 0
NO_GPS = Watch(gps=False, elevation=False)


def demo_runner() -> tuple[tuple[str, Recording], ...]:
    """Names and recordings, oldest first: the same every time."""
    made = []
    for number, (day, name, session) in enumerate(_calendar()):
        start = FIRST_DAY + timedelta(days=day, minutes=7 * (number % 5))
        made.append((name, session(day // 7, start, number)))
    return tuple(made)


Session = Callable[[int, datetime, int], Recording]


def _calendar() -> tuple[tuple[int, str, Session], ...]:
    rows: list[tuple[int, str, Session]] = []
    for week in range(WEEKS):
        rows += [
            (7 * week, "Track: backward intervals", _track),
            (7 * week + 2, "Easy run by the river", _river),
            (7 * week + 4, "Backward practice, phone in pocket", _practice),
        ]
        if week % 2:
            rows.append((7 * week + 5, "Treadmill, forward and backward", _treadmill))
    rows.append((7 * WEEKS - 1, "Long run", _long))
    return tuple(rows)


def _track(week: int, start: datetime, number: int) -> Recording:
    """Forward to warm up, then backward intervals with forward recoveries, a lap pressed at each change."""
    back = 1.9 + 0.12 * week
    parts = [_still(20), Part(Direction.FORWARD, Gait.RUN, 600, 2.7, lap="Warm-up forward", heart_bpm=142)]
    for _ in range(4 + week // 2):
        parts += [
            Part(Direction.BACKWARD, Gait.RUN, 75, back, lap="Backward", heart_bpm=172 - week),
            _still(15),
            Part(Direction.FORWARD, Gait.RUN, 105, 2.5, lap="Forward", heart_bpm=148),
            _still(10),
        ]
    parts.append(Part(Direction.FORWARD, Gait.WALK, 240, 1.4, lap="Cool-down forward", heart_bpm=110))
    return simulate(parts, watch=NO_GPS, seed=number, start=start, name="Track: backward intervals")[0]


def _river(week: int, start: datetime, number: int) -> Recording:
    """Forward with GPS on an invented course: out, around and back, one stop at a crossing."""
    parts = [_still(15)]
    parts += [_forward(240, 2.8 + 0.03 * week, turned, slope) for turned, slope in _bends(6)]
    parts += [_still(40)]
    parts += [_forward(240, 2.9 + 0.03 * week, turned, -slope) for turned, slope in _bends(5)]
    parts.append(Part(Direction.FORWARD, Gait.WALK, 180, 1.4, heart_bpm=112))
    return simulate(parts, watch=Watch(), seed=number, start=start, name="Easy run by the river")[0]


def _long(week: int, start: datetime, number: int) -> Recording:
    """Two hours with GPS; the laps are named, so what speed alone cannot tell is known."""
    parts = [_still(20)]
    parts += [_forward(330, 2.7 - 0.1 * week / WEEKS, turned, slope, "Forward") for turned, slope in _bends(17)]
    parts += [_still(90)]
    parts += [_forward(330, 2.6, turned, -slope, "Forward") for turned, slope in _bends(6)]
    return simulate(parts, watch=Watch(), seed=number, start=start, name="Long run")[0]


def _treadmill(week: int, start: datetime, number: int) -> Recording:
    """No GPS, no elevation; laps say which way."""
    parts = [Part(Direction.FORWARD, Gait.WALK, 180, 1.5, lap="Forward walk", heart_bpm=105)]
    for _ in range(3):
        parts += [
            Part(Direction.BACKWARD, Gait.WALK, 150, 1.0 + 0.03 * week, lap="Backward walk", heart_bpm=128),
            Part(Direction.FORWARD, Gait.RUN, 300, 2.6, lap="Forward run", heart_bpm=145),
        ]
    return simulate(parts, watch=NO_GPS, seed=number, start=start, name="Treadmill, forward and backward")[0]


def _practice(week: int, start: datetime, number: int) -> Recording:
    """A phone in the pocket and nothing else: only its motion says which way."""
    parts = [_still(12), Part(Direction.FORWARD, Gait.WALK, 60, 1.35)]
    for _ in range(3):
        parts += [
            _still(5),
            Part(Direction.BACKWARD, Gait.WALK, 45, 0.9 + 0.04 * week),
            _still(4),
            Part(Direction.TURNING, Gait.WALK, 3, 0.0, cadence_spm=90, turned_rad=0.5 * FULL_TURN),
            Part(Direction.FORWARD, Gait.RUN, 60, 2.6),
        ]
        if week > 1:
            parts += _backward_run(week, parts[-1])
    parts += [_still(5), Part(Direction.FORWARD, Gait.WALK, 60, 1.3), _still(10)]
    worn = Worn(Placement.POCKET, rate_hz=100.0, decimals=3)
    return simulate(parts, worn=worn, seed=number, start=start, name="Backward practice, phone in pocket")[0]


def _backward_run(week: int, before: Part) -> list[Part]:
    """At first after a stop; later by turning under the run. In the fifth week a foot catches."""
    back = 1.9 + 0.1 * week
    stumble = (Happening(EventKind.STUMBLE, 24.0),) if week == STUMBLING_WEEK else ()
    run = Part(Direction.BACKWARD, Gait.RUN, 40, back, happens=stumble)
    if week < TURNING_WEEK:
        return [_still(6), run]
    speed = 0.5 * (before.speed_mps + back)
    return [Part(Direction.TURNING, Gait.RUN, 1.1, speed, turned_rad=0.5 * FULL_TURN, travels_on=True), run]


def _still(seconds: float) -> Part:
    return Part(Direction.STILL, Gait.NONE, seconds, heart_bpm=95)


def _forward(seconds: float, speed: float, turned: float, slope: float, lap: str | None = None) -> Part:
    return Part(Direction.FORWARD, Gait.RUN, seconds, speed, turned_rad=turned, slope=slope, lap=lap, heart_bpm=150)


def _bends(count: int) -> tuple[tuple[float, float], ...]:
    """How far the course turns and how steep it is, leg by leg."""
    return tuple((0.9 * np.sin(1.7 * k) + 0.5, 0.015 * np.sin(1.1 * k)) for k in range(count))
