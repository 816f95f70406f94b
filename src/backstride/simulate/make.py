"""The simulated person, put together: parts in, recordings and truth out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from backstride.recording import About, Bout, FloatArray, Lap, Recording, Signal
from backstride.simulate.body import Body, move
from backstride.simulate.feet import crossings
from backstride.simulate.parts import Part, Truth, Watch, Worn
from backstride.simulate.sensors import inertial
from backstride.simulate.style import Person
from backstride.simulate.watch import watched

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
BODY_HZ = 200.0
COURSE_HZ = 50.0  # a watch needs no more


def simulate(
    parts: Sequence[Part],
    *,
    worn: Worn | None = None,
    watch: Watch | None = None,
    seed: int = 0,
    start: datetime = START,
    name: str = "",
    person: Person | None = None,
) -> tuple[Recording, Truth]:
    """A recording of the parts laid end to end, and what is true of it.

    worn    an inertial sensor and where it sits; None: no inertial signals
    watch   what is recorded at 1 Hz; None: nothing
    person  who does it; None: the middle of what is published
    The same arguments give the same bytes.
    """
    generator = np.random.default_rng(seed)
    parts = tuple(parts)
    body = move(parts, person or Person(), generator, rate_hz=BODY_HZ if worn else COURSE_HZ)
    truth = truth_of(parts, body)
    signals: dict[str, Signal] = {}
    if worn:
        signals, mounting = inertial(body, worn, generator)
        truth = replace(truth, sensor_from_body=mounting)
    if watch:
        signals |= watched(parts, body.course, watch, truth.contact_s, generator)
    return _recording(parts, signals, worn, start, name), truth


def record(
    parts: Sequence[Part], person: Person, worn: Sequence[Worn], *, seed: int = 0, facing_rad: float = 0.0
) -> tuple[tuple[Recording, Truth], ...]:
    """What several sensors on one person read of one and the same motion; the body is moved once."""
    generator = np.random.default_rng(seed)
    parts = tuple(parts)
    body = move(parts, person, generator, rate_hz=BODY_HZ, facing_rad=facing_rad)
    truth = truth_of(parts, body)
    found = []
    for one, own in zip(worn, generator.spawn(len(worn)), strict=True):
        signals, mounting = inertial(body, one, own)
        found.append((_recording(parts, signals, one, START, ""), replace(truth, sensor_from_body=mounting)))
    return tuple(found)


def truth_of(parts: tuple[Part, ...], body: Body) -> Truth:
    """All that is true whatever is worn."""
    course = body.course
    contact, off, side = _contacts(body)
    every = max(1, round(0.1 / course.step_s))
    clock = course.time_s[::every].copy()
    speed = np.hypot(course.forward_mps, course.leftward_mps)[::every].copy()
    return Truth(
        bouts=_bouts(parts),
        contact_s=contact,
        off_s=off,
        side=side.astype(np.int8),
        distance_m=float(course.travelled_m[-1]),
        ascent_m=float(np.sum(np.maximum(np.diff(course.place[:, 2]), 0.0))),
        speed=Signal(clock, speed, "m/s"),
        facing=Signal(clock, course.facing[::every].copy(), "rad"),
    )


def _recording(
    parts: tuple[Part, ...], signals: dict[str, Signal], worn: Worn | None, start: datetime, name: str
) -> Recording:
    about = About(
        format="simulated",
        device="Backstride simulator",
        sport="running",
        name=name,
        placement=worn.placement if worn else About().placement,
        laps=_laps(parts),
        simulated=True,
    )
    return Recording(start, signals, about)


def _contacts(body: Body) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Contacts of either foot in order, when each ended (NaN at the end), and of which foot."""
    found = []
    for side in (1, -1):
        down, up = crossings(body.course, side)
        ended = np.append(up, np.nan)[np.searchsorted(up, down)]
        found.append(np.stack((down, ended, np.full(len(down), side, float))))
    contact, off, side_of = np.concatenate(found, axis=1)
    order = np.argsort(contact, kind="stable")
    return contact[order], off[order], side_of[order]


def _bouts(parts: Sequence[Part]) -> tuple[Bout, ...]:
    bouts: list[Bout] = []
    now = 0.0
    for part in parts:
        last = bouts[-1] if bouts else None
        if last and (last.direction, last.gait) == (part.direction, part.gait):
            bouts[-1] = Bout(last.start_s, now + part.duration_s, part.direction, part.gait, 1.0)
        else:
            bouts.append(Bout(now, now + part.duration_s, part.direction, part.gait, 1.0))
        now += part.duration_s
    return tuple(bouts)


def _laps(parts: Sequence[Part]) -> tuple[Lap, ...]:
    laps = []
    now = 0.0
    for part in parts:
        if part.lap is not None:
            laps.append(Lap(now, now + part.duration_s, part.lap, trigger="manual"))
        now += part.duration_s
    return tuple(laps)
