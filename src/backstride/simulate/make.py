"""The simulated person, put together: parts in, recordings and truth out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from backstride.recording import About, Lap, Recording, Signal
from backstride.simulate.body import move
from backstride.simulate.parts import Part, Truth, Watch, Worn
from backstride.simulate.sensors import inertial
from backstride.simulate.style import Person
from backstride.simulate.truth import truth_of
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
        signals, (mounting, again) = inertial(body, worn, generator)
        truth = replace(truth, sensor_from_body=mounting, remounted_from_body=again)
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
        signals, (mounting, again) = inertial(body, one, own)
        true = replace(truth, sensor_from_body=mounting, remounted_from_body=again)
        found.append((_recording(parts, signals, one, START, ""), true))
    return tuple(found)


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


def _laps(parts: Sequence[Part]) -> tuple[Lap, ...]:
    laps = []
    now = 0.0
    for part in parts:
        if part.lap is not None:
            laps.append(Lap(now, now + part.duration_s, part.lap, trigger="manual"))
        now += part.duration_s
    return tuple(laps)
