"""What a watch on the simulated body records once a second."""

import numpy as np

from backstride.recording import FloatArray, Signal
from backstride.simulate.course import Course
from backstride.simulate.parts import Part, Watch

EARTH_RADIUS_M = 6_371_000.0
ORIGIN = (0.5, -30.5)  # in the middle of the Atlantic: an invented course must not be anyone's home
AT_REST_BPM = 80.0


def watched(
    parts: tuple[Part, ...], course: Course, watch: Watch, contacts: FloatArray, generator: np.random.Generator
) -> dict[str, Signal]:
    """Signals by name; those the watch was asked for."""
    every = max(1, round(1 / course.step_s))
    time = course.time_s[::every].copy()
    ends = np.cumsum([part.duration_s for part in parts])
    which = np.clip(np.searchsorted(ends, time, side="right"), 0, len(parts) - 1)
    speed = np.hypot(course.forward_mps, course.leftward_mps)[::every]
    found: dict[str, Signal] = {}
    if watch.gps:
        found["position"] = _satellite(course.place[::every], time, generator)
        found["course"] = _over_ground(course.place[::every], time, generator)
    if watch.speed:
        seen = np.maximum(0.0, np.round(speed + generator.normal(0, 0.05, len(speed)) * (speed > 0.1), 3))
        found["speed"] = Signal(time, seen, "m/s")
        found["distance"] = Signal(time, np.round(course.travelled_m[::every], 2), "m")
    if watch.heart_rate:
        aims = np.array([part.heart_bpm for part in parts])[which]
        found["heart_rate"] = Signal(time, _heart(aims, generator), "bpm")
    if watch.cadence:
        recent = np.searchsorted(contacts, time) - np.searchsorted(contacts, time - 6.0)
        found["cadence"] = Signal(time, recent / np.minimum(np.maximum(time, 1.0), 6.0) * 60.0, "steps/min")
    if watch.elevation:
        height = 120.0 + course.place[::every, 2] + generator.normal(0, 0.1, len(time))
        found["elevation"] = Signal(time, np.round(height, 1), "m")
    return found


def _satellite(place: FloatArray, time: FloatArray, generator: np.random.Generator) -> Signal:
    """Positions with an error of about 2 m that wanders slowly."""
    wander = _wander(len(time), generator)
    lat = ORIGIN[0] + np.degrees((place[:, 1] + wander[:, 1]) / EARTH_RADIUS_M)
    lon = ORIGIN[1] + np.degrees((place[:, 0] + wander[:, 0]) / EARTH_RADIUS_M) / np.cos(np.radians(ORIGIN[0]))
    return Signal(time, np.stack((lat, lon), axis=1), "deg", ("lat", "lon"))


def _over_ground(place: FloatArray, time: FloatArray, generator: np.random.Generator) -> Signal:
    """Course over ground, clockwise from north, from Doppler shifts; a receiver that stands still states nothing."""
    speed = np.gradient(place[:, :2], axis=0) / max(time[1] - time[0], 1e-9) if len(time) > 1 else place[:, :2] * 0
    seen = speed + generator.normal(0, 0.12, speed.shape)
    course = np.arctan2(seen[:, 0], seen[:, 1]) % (2 * np.pi)
    return Signal(time, np.where(np.hypot(*seen.T) > 0.4, course, np.nan), "rad")


def _wander(count: int, generator: np.random.Generator) -> FloatArray:
    """(count, 2) metres: white noise through an exponential memory of 30 s, by convolution."""
    memory = np.exp(-np.arange(150) / 30.0)
    white = generator.normal(0, 1.0, (count + len(memory), 2))
    slow = np.stack([np.convolve(white[:, k], memory)[len(memory) : len(memory) + count] for k in (0, 1)], axis=1)
    return np.asarray(slow * 0.45 + generator.normal(0, 0.3, (count, 2)))


def _heart(aims: FloatArray, generator: np.random.Generator) -> FloatArray:
    """Heart rate at 1 Hz: follows the aim (n at 1 Hz) with a delay of 30 s."""
    rate = np.empty(len(aims))
    now = AT_REST_BPM
    for k, aim in enumerate(aims):
        now += (aim - now) / 30.0
        rate[k] = now
    return np.asarray(np.round(rate + generator.normal(0, 1.0, len(aims))))
