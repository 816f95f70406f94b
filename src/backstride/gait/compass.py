"""Which way the body travels in the sensor's own frame: course over ground against the compass.

A sensor that is fixed to the body points a constant angle away from the body's front. So the angle from where the
sensor points to where the body goes jumps by half a turn between forward and backward, whatever the mounting.

Directions are angles counter-clockwise from east. The compass points to magnetic, the course to true north: that
difference is constant as well.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.evidence import safety
from backstride.gait.events.reading import hanging
from backstride.gait.frames import FRAME_S, Frames
from backstride.gait.places import planar
from backstride.gait.trace import Trace
from backstride.recording import FloatArray, Recording, Signal

STRIDE_S = 1.2  # averaged over a stride a limb points where the body does, give or take its swing
COURSE_S = 5.0  # the way of so many seconds gives the course
LONGEST_GAP_S = 5.0
SECTORS, FEWEST_SECTORS = 12, 8  # of the circle, that a compass must have pointed into
UNROUND = 0.2  # spread of the field's strength, as a share of it, up to which it lies on a circle
FLAT_UT = 4.0  # spread along an axis below which a device was not turned about the others
FEWEST = 40  # readings
COARSE = 5  # every so many tenths a reading for the circle
NEAR_S = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Compass:
    """In each frame: `travel` (n,), a complex number of size 1 that points the way of travel in the sensor's horizontal
    frame (real along the heading axis, imaginary to its left), turned by the local declination; 0 where unknown.
    `concentration` (n,) of a von Mises distribution around it; 0 where unknown."""

    travel: NDArray[np.complex128]
    concentration: FloatArray

    def odds(self, front: complex) -> FloatArray:
        """(n,) log-odds of forward over backward that a frame adds, if the body's front points along `front`.

        The way of COURSE_S is seen by all frames within: each adds its share of what it would say alone.
        """
        size = max(abs(front), 1e-9)
        alone = 2 * self.concentration * np.real(self.travel * np.conj(front / size))
        return np.asarray(FRAME_S / COURSE_S * alone)


def compass_evidence(recording: Recording, trace: Trace, axis: FloatArray, frames: Frames) -> Compass | None:
    """None without a magnetometer or a course, or where the device's own magnetism could not be taken off because it
    never turned far enough. `axis` (3,): the heading axis of the sensor, as in Upright.

    1. The field averaged over a stride, without the device's own.
    2. Where the axis points by it, when gravity gives the vertical.
    3. The course over ground, how sure it is, and the angle between.
    """
    magnetic = recording.signals.get("magnetic_field")
    ground = course(recording)
    if magnetic is None or magnetic.values.ndim != 2 or magnetic.values.shape[1] != 3 or ground is None:
        return None
    if len(magnetic) < FEWEST or not len(trace.time_s):
        return None
    # 1.
    field, seen = _averaged_at(magnetic, trace.time_s)
    iron = hard_iron(field[seen][::COARSE])
    if iron is None:
        return None
    # 2.
    pointed, plain = _pointing(field - iron, hanging(trace, 0.5 * STRIDE_S), axis)
    plain *= seen
    # 3.
    way, spread = ground.at(trace.time_s)
    travel = np.where(plain > 0, way * np.conj(pointed), 0.0)
    sure = np.where(travel != 0, plain / (spread**2 + safety.COMPASS_RAD.value**2), 0.0)
    return _framed(trace.time_s, travel * sure, sure, frames)


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """Course over ground: `way` (n,) complex of size 1 at `time_s`, and its error in rad; 0 and inf while standing."""

    time_s: FloatArray
    way: NDArray[np.complex128]
    spread: FloatArray

    def at(self, time_s: FloatArray) -> tuple[NDArray[np.complex128], FloatArray]:
        """The nearest course to each moment, no further than half of LONGEST_GAP_S away."""
        right = np.clip(np.searchsorted(self.time_s, time_s), 0, len(self.time_s) - 1)
        left = np.maximum(right - 1, 0)
        near = np.where(np.abs(self.time_s[left] - time_s) < np.abs(self.time_s[right] - time_s), left, right)
        close = np.abs(self.time_s[near] - time_s) <= 0.5 * LONGEST_GAP_S
        return np.where(close, self.way[near], 0.0), np.where(close, self.spread[near], np.inf)


def course(recording: Recording) -> Ground | None:
    """By positions, else as the device states it; None where neither was recorded."""
    time, place = planar(recording.signals.get("position"))
    if len(time) > 2:
        at = place[:, 0] + 1j * place[:, 1]
        early, late = np.maximum(time - 0.5 * COURSE_S, time[0]), np.minimum(time + 0.5 * COURSE_S, time[-1])
        way = np.interp(late, time, at) - np.interp(early, time, at)
        gap = np.maximum(np.diff(time, append=time[-1]), np.diff(time, prepend=time[0]))
        moved = np.abs(way) > claims.STANDING_SPEED_MPS.value * (late - early)
        moved &= (np.abs(way) < claims.FASTEST_MPS.value * np.maximum(late - early, 1e-3)) & (gap <= LONGEST_GAP_S)
        return _ground(time, way, safety.COURSE_M.value / np.maximum(np.abs(way), 1e-6), moved)
    stated = recording.signals.get("course")
    if stated is None or len(stated) < 2:
        return None
    speed = recording.signals.get("speed")
    moved = np.isfinite(stated.values)
    pace = np.full(len(stated), 2 * claims.STANDING_SPEED_MPS.value)
    if speed is not None and len(speed):
        pace = np.interp(stated.time_s, speed.time_s, np.nan_to_num(speed.values))
        moved &= pace > claims.STANDING_SPEED_MPS.value
    north = np.where(moved, stated.values, 0.0)
    spread = safety.COURSE_M.value / np.maximum(pace * COURSE_S, 1e-6)
    return _ground(stated.time_s, np.asarray(np.exp(1j * (0.5 * np.pi - north))), spread, moved)


def _ground(time: FloatArray, way: NDArray[np.complex128], spread: FloatArray, moved: NDArray[np.bool_]) -> Ground:
    size = np.maximum(np.abs(way), 1e-9)
    return Ground(time, np.where(moved, way / size, 0.0), np.where(moved, spread, np.inf))


def hard_iron(field: FloatArray) -> FloatArray | None:
    """(3,) the device's own magnetism, from readings (n, 3) as it turned; None where it did not turn far enough.

    The earth's field keeps its strength: readings lie on a sphere around the device's own field, or on a circle, where
    the device turned about the vertical alone. What it has along that vertical does not matter and stays.

    1. The axes along which readings spread: two or three.
    2. The middle of the circle or sphere through them, by least squares; once more without what lies off it.
    3. Refused unless it is round, of the earth's strength, and filled all round.
    """
    if len(field) < FEWEST:
        return None
    # 1.
    middle = field.mean(axis=0)
    _, size, axes = np.linalg.svd(field - middle, full_matrices=False)
    wide = size / np.sqrt(len(field)) > FLAT_UT
    if wide.sum() < 2:
        return None
    points = (field - middle) @ axes[wide].T
    # 2.
    centre, radius = _sphere(points)
    away = np.abs(np.linalg.norm(points - centre, axis=1) - radius)
    good = away <= 3 * np.median(away) + 1e-9
    centre, radius = _sphere(points[good])
    # 3.
    spread = np.std(np.linalg.norm(points[good] - centre, axis=1))
    low, high = safety.EARTH_FIELD_UT.low, safety.EARTH_FIELD_UT.high
    if not (low <= radius <= high and spread <= UNROUND * radius):
        return None
    around = np.arctan2(*(points - centre)[:, :2].T)
    sectors = np.unique(np.floor((around + np.pi) / (2 * np.pi) * SECTORS).astype(int) % SECTORS)
    if len(sectors) < FEWEST_SECTORS:
        return None
    return np.asarray(middle + centre @ axes[wide])


def _sphere(points: FloatArray) -> tuple[FloatArray, float]:
    """Centre (k,) and radius of the sphere nearest to points (n, k)."""
    known = np.column_stack((2 * points, np.ones(len(points))))
    found = np.linalg.lstsq(known, np.sum(points**2, axis=1), rcond=None)[0]
    centre = found[:-1]
    return np.asarray(centre), float(np.sqrt(max(found[-1] + centre @ centre, 0.0)))


def _averaged_at(signal: Signal, time_s: FloatArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Mean (n, 3) of the finite samples within half a stride of each moment, and whether there were enough."""
    good = np.isfinite(signal.values).all(axis=1)
    at, values = signal.time_s[good], signal.values[good]
    total = np.concatenate((np.zeros((1, 3)), np.cumsum(values, axis=0)))
    first, last = np.searchsorted(at, time_s - 0.5 * STRIDE_S), np.searchsorted(at, time_s + 0.5 * STRIDE_S)
    count = last - first
    return (total[last] - total[first]) / np.maximum(count, 1)[:, None], count >= 3


def _pointing(
    field: FloatArray, up: FloatArray, axis: FloatArray
) -> tuple[NDArray[np.complex128], NDArray[np.float64]]:
    """Where the axis points (n,), as a complex number of size 1, and how plain that is, 0 to 1."""
    north = field - np.sum(field * up, axis=1, keepdims=True) * up
    level = np.linalg.norm(north, axis=1)
    north /= np.maximum(level, 1e-9)[:, None]
    east = np.cross(north, up)
    pointed = east @ axis + 1j * (north @ axis)
    usual = max(float(np.median(level)), 1e-9)
    # Iron nearby changes the strength of the field as well as its direction.
    plain = np.clip(1.5 - 2 * np.abs(level / usual - 1.0), 0.0, 1.0) * (np.abs(pointed) > 0.3)
    return np.asarray(pointed / np.maximum(np.abs(pointed), 1e-9)), np.asarray(plain)


def _framed(time_s: FloatArray, travel: NDArray[np.complex128], sure: FloatArray, frames: Frames) -> Compass:
    """Means over the tenths within NEAR_S of each frame's middle."""
    first = np.searchsorted(time_s, frames.middle_s - NEAR_S)
    last = np.searchsorted(time_s, frames.middle_s + NEAR_S)
    count = np.maximum(last - first, 1)
    total = np.concatenate(([0.0], np.cumsum(travel)))
    weight = np.concatenate(([0.0], np.cumsum(sure)))
    together = (total[last] - total[first]) / count
    size = np.abs(together)
    known = (weight[last] - weight[first] > 0) & (size > 0)
    return Compass(
        np.where(known, together / np.maximum(size, 1e-12), 0.0),
        np.asarray(np.where(known, size, 0.0), np.float64),
    )
