"""The simulated person, put together: parts in, recording and truth out."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from backstride.recording import About, Bout, FloatArray, Lap, Recording, Signal
from backstride.simulate.body import Motion, move, stance
from backstride.simulate.parts import Part, Truth, Watch, Worn
from backstride.simulate.sensors import heart, inertial, satellite

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
ORIGIN = (0.5, -30.5)  # in the middle of the Atlantic: an invented course must not be anyone's home
SMOOTHEST_HZ = 200.0


def simulate(
    parts: Sequence[Part],
    *,
    worn: Worn | None = None,
    watch: Watch | None = None,
    seed: int = 0,
    start: datetime = START,
    name: str = "",
) -> tuple[Recording, Truth]:
    """A recording of the parts laid end to end, and what is true of it.

    worn    an inertial sensor and where it sits; None: no inertial signals
    watch   what is recorded at 1 Hz; None: nothing
    The same arguments give the same bytes.
    """
    generator = np.random.default_rng(seed)
    rate = worn.rate_hz if worn else 50.0
    motion = move(parts, rate * max(1, int(np.ceil(SMOOTHEST_HZ / rate))) if worn else rate)
    contacts, offs = _contacts(motion)
    signals: dict[str, Signal] = {}
    mounting = None
    if worn:
        signals, mounting = inertial(motion, worn, _felt(motion, worn, contacts), generator)
    if watch:
        signals |= _watched(parts, motion, watch, contacts, generator)
    about = About(
        format="simulated",
        device="Backstride simulator",
        sport="running",
        name=name,
        placement=worn.placement if worn else About().placement,
        laps=_laps(parts),
        simulated=True,
    )
    every = max(1, round(0.1 / (motion.time_s[1] - motion.time_s[0])))
    truth = Truth(
        bouts=_bouts(parts),
        contact_s=contacts,
        off_s=offs,
        distance_m=float(motion.travelled_m[-1]),
        ascent_m=float(np.sum(np.maximum(np.diff(motion.height_m), 0.0))),
        speed=Signal(motion.time_s[::every].copy(), np.hypot(motion.speed, motion.sideways)[::every].copy(), "m/s"),
        sensor_from_body=mounting,
    )
    return Recording(start, signals, about), truth


def _edges(motion: Motion, foot: float) -> tuple[FloatArray, FloatArray]:
    """When the foot came down and when it left, interpolated to the phase's crossing."""
    on = stance(motion, foot)
    moving = motion.strides_per_s > 0.3
    change = np.flatnonzero((on[1:] != on[:-1]) & moving[1:])
    time = 0.5 * (motion.time_s[change] + motion.time_s[change + 1])
    down = on[change + 1]
    return time[down], time[~down]


def _contacts(motion: Motion) -> tuple[FloatArray, FloatArray]:
    """Contacts of either foot in order, and when each ended (NaN at the end)."""
    contacts, offs = [], []
    for foot in (0.0, 0.5):
        down, up = _edges(motion, foot)
        after = np.searchsorted(up, down)
        contacts.append(down)
        offs.append(np.append(up, np.nan)[after])
    contact, off = np.concatenate(contacts), np.concatenate(offs)
    order = np.argsort(contact, kind="stable")
    return contact[order], off[order]


def _felt(motion: Motion, worn: Worn, contacts: FloatArray) -> FloatArray:
    """The contacts that shake the sensor: a foot or shank feels its own, the trunk both."""
    return _edges(motion, 0.0)[0] if worn.placement in ("foot", "shank") else contacts


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


def _watched(
    parts: Sequence[Part], motion: Motion, watch: Watch, contacts: FloatArray, generator: np.random.Generator
) -> dict[str, Signal]:
    every = round(1 / (motion.time_s[1] - motion.time_s[0]))
    time = motion.time_s[::every].copy()
    ends = np.cumsum([part.duration_s for part in parts])
    which = np.clip(np.searchsorted(ends, time, side="right"), 0, len(parts) - 1)
    speed = np.hypot(motion.speed, motion.sideways)[::every]
    found: dict[str, Signal] = {}
    if watch.gps:
        found["position"] = satellite(motion, ORIGIN, generator)
    if watch.speed:
        seen = np.maximum(0.0, np.round(speed + generator.normal(0, 0.05, len(speed)) * (speed > 0.1), 3))
        found["speed"] = Signal(time, seen, "m/s")
        found["distance"] = Signal(time, np.round(motion.travelled_m[::every], 2), "m")
    if watch.heart_rate:
        aims = np.array([part.heart_bpm for part in parts])[which]
        found["heart_rate"] = Signal(time, heart(motion, aims, generator), "bpm")
    if watch.cadence:
        recent = np.searchsorted(contacts, time) - np.searchsorted(contacts, time - 6.0)
        found["cadence"] = Signal(time, recent / np.minimum(np.maximum(time, 1.0), 6.0) * 60.0, "steps/min")
    if watch.elevation:
        height = 120.0 + motion.height_m[::every] + generator.normal(0, 0.1, len(time))
        found["elevation"] = Signal(time, np.round(height, 1), "m")
    return found
