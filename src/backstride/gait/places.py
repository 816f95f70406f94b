"""Where the person was: positions, speed, distance and height on the ground."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.message import Message, say
from backstride.recording import FloatArray, Pause, Recording, Signal

EARTH_RADIUS_M = 6_371_008.8
SMOOTH_S = 5.0
GAP_S = 10.0


@dataclass(frozen=True, eq=False, slots=True)
class Course:
    """Travel along the ground. Empty arrays where nothing tells.

    time_s, distance_m   (n,) cumulative distance
    speed                smoothed speed, or None
    climbed_s, up_m, down_m  (m,) cumulative ascent and descent
    outliers             how many positions were left out as errors
    source               where the distance is from; None: the device said it, or there is none
    """

    time_s: FloatArray
    distance_m: FloatArray
    speed: Signal | None
    climbed_s: FloatArray
    up_m: FloatArray
    down_m: FloatArray
    outliers: int
    source: Message | None


def find_course(recording: Recording, walked: tuple[FloatArray, FloatArray]) -> Course:
    """Distance as the device states it first, then from filtered positions, then from speed, strides, or laps.

    `walked`: times and cumulative distance by the strides of a foot sensor; empty without one.
    """
    signals = recording.signals
    positions = planar(signals.get("position"))
    kept = _inliers(*positions)
    path_time, path_m = _path(positions[0][kept], positions[1][kept], recording.about.pauses)
    time, distance, source = np.zeros(0), np.zeros(0), None
    stated = _finite(signals.get("distance"))
    speed = _finite(signals.get("speed"))
    if len(stated[0]) > 1 and stated[1][-1] > stated[1][0]:
        time, distance = stated[0], np.maximum.accumulate(stated[1]) - stated[1][0]
    elif len(path_time) > 1:
        time, distance, source = path_time, path_m, say("Distance was measured along filtered positions")
    elif len(speed[0]) > 1:
        time, distance, source = speed[0], _integrated(*speed), say("Distance was summed from the device's speed")
    elif len(walked[0]) > 1:
        time, distance, source = *walked, say("Distance was summed from the strides of the foot sensor")
    else:
        time, distance = _lap_distance(recording)
        source = say("Distance was taken from the laps") if len(time) else None
    up, down, climbed = _climb(*_finite(signals.get("elevation")))
    return Course(time, distance, _speed(speed, time, distance), climbed, up, down, int(np.sum(~kept)), source)


def _finite(signal: Signal | None) -> tuple[FloatArray, FloatArray]:
    if signal is None or signal.values.ndim != 1:
        return np.zeros(0), np.zeros(0)
    good = np.isfinite(signal.values)
    return signal.time_s[good], signal.values[good]


def planar(position: Signal | None) -> tuple[FloatArray, FloatArray]:
    """Times (n,) and metres east and north (n, 2) of the middle position."""
    if position is None:
        return np.zeros(0), np.zeros((0, 2))
    lat, lon = position.values.T
    good = np.isfinite(lat) & np.isfinite(lon) & (np.abs(lat) <= 90) & (np.abs(lon) <= 360)
    lat, lon = lat[good], lon[good]
    if not len(lat):
        return np.zeros(0), np.zeros((0, 2))
    # Longitudes are unwrapped so that the date line is no jump; scaling by each latitude keeps long courses right.
    lon = np.degrees(np.unwrap(np.radians(lon)))
    east = np.radians(lon - np.median(lon)) * EARTH_RADIUS_M * np.cos(np.radians(lat))
    north = np.radians(lat - np.median(lat)) * EARTH_RADIUS_M
    return position.time_s[good], np.stack((east, north), axis=1)


def _inliers(time: FloatArray, place: FloatArray) -> NDArray[np.bool_]:
    """Positions near the middle of the seven around them, and not faster from it than anyone runs."""
    if len(time) < 7:
        return np.ones(len(time), bool)
    padded = np.pad(place, ((3, 3), (0, 0)), mode="edge")
    middle = np.median(np.lib.stride_tricks.sliding_window_view(padded, 7, axis=0), axis=-1)
    spread = np.hypot(*(place - middle).T)
    step_s = np.gradient(time)
    allowed = claims.POSITION_SPREAD_M.value + claims.FASTEST_MPS.value * np.minimum(step_s, GAP_S) * 0.5
    return np.asarray(spread <= allowed)


def _path(time: FloatArray, place: FloatArray, pauses: tuple[Pause, ...]) -> tuple[FloatArray, FloatArray]:
    """Cumulative distance (n,) along the smoothed positions; standing and paused stretches add nothing."""
    if len(time) < 2:
        return np.zeros(0), np.zeros(0)
    smoothed = np.stack([_local_line(time, place[:, k]) for k in (0, 1)], axis=1)
    step_s = np.diff(time)
    step_m = np.hypot(*np.diff(smoothed, axis=0).T)
    speed = step_m / step_s
    step_m = np.where((speed < claims.STANDING_SPEED_MPS.value) | (speed > claims.FASTEST_MPS.value), 0.0, step_m)
    middle = 0.5 * (time[1:] + time[:-1])
    for pause in pauses:
        step_m[(middle >= pause.start_s) & (middle < pause.end_s)] = 0.0
    return time, np.concatenate(([0.0], np.cumsum(step_m)))


def _local_line(time: FloatArray, values: FloatArray) -> FloatArray:
    """Least-squares line through the samples within half of SMOOTH_S, read at each sample (n,), by cumulative sums."""
    first = np.searchsorted(time, time - SMOOTH_S / 2)
    last = np.searchsorted(time, time + SMOOTH_S / 2, side="right")
    origin = float(values.mean())
    centred = values - origin

    def windowed(x: FloatArray) -> FloatArray:
        total = np.concatenate(([0.0], np.cumsum(x)))
        return np.asarray(total[last] - total[first])

    count = (last - first).astype(float)
    t = time - time[0]
    mean_t, mean_v = windowed(t) / count, windowed(centred) / count
    spread = windowed(t * t) / count - mean_t**2
    slope = (windowed(t * centred) / count - mean_t * mean_v) / np.maximum(spread, 1e-3)
    return np.asarray(np.where(count > 2, mean_v + slope * (t - mean_t), centred) + origin)


def _integrated(time: FloatArray, speed: FloatArray) -> FloatArray:
    step = np.minimum(np.diff(time), GAP_S)
    return np.concatenate(([0.0], np.cumsum(0.5 * (speed[1:] + speed[:-1]) * step)))


def _lap_distance(recording: Recording) -> tuple[FloatArray, FloatArray]:
    """Even progress through every lap that has a distance."""
    time, total, now = [], [], 0.0
    for lap in sorted(recording.about.laps, key=lambda lap: lap.start_s):
        if np.isfinite(lap.distance_m) and lap.distance_m > 0 and lap.end_s > lap.start_s:
            time += [lap.start_s, lap.end_s]
            total += [now, now + lap.distance_m]
            now += lap.distance_m
    order = np.argsort(time, kind="stable")
    return np.array(time)[order], np.maximum.accumulate(np.array(total)[order]) if total else np.zeros(0)


def _speed(stated: tuple[FloatArray, FloatArray], time: FloatArray, distance: FloatArray) -> Signal | None:
    """The device's speed, else distance over SMOOTH_S."""
    if len(stated[0]) > 1:
        return Signal(stated[0], np.clip(stated[1], 0.0, claims.FASTEST_MPS.value), "m/s")
    keep = np.concatenate(([True], np.diff(time) > 0)) if len(time) else np.zeros(0, bool)
    time, distance = time[keep], distance[keep]
    if len(time) < 2:
        return None
    early = np.maximum(time - SMOOTH_S / 2, time[0])
    late = np.minimum(time + SMOOTH_S / 2, time[-1])
    run = np.interp(late, time, distance) - np.interp(early, time, distance)
    return Signal(time, np.clip(run / np.maximum(late - early, 1e-3), 0.0, claims.FASTEST_MPS.value), "m/s")


def _climb(time: FloatArray, height: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Cumulative ascent, descent and their times: only changes beyond CLIMB_M from the last turning point count."""
    if len(time) < 2:
        return np.zeros(0), np.zeros(0), np.zeros(0)
    keep = np.concatenate(([0], np.flatnonzero(np.diff(np.sign(np.diff(height))) != 0) + 1, [len(height) - 1]))
    at, up, down = [0], [0.0], [0.0]
    for k in keep:
        change = float(height[k] - height[at[-1]])
        same_way = len(up) > 1 and change * ((up[-1] - up[-2]) - (down[-1] - down[-2])) > 0
        if abs(change) >= claims.CLIMB_M.value or same_way:
            at.append(int(k))
            up.append(up[-1] + max(change, 0.0))
            down.append(down[-1] + max(-change, 0.0))
    if at[-1] < len(height) - 1:
        # What is left until the end is less than counts: level ground is an ascent of 0, not an unknown one.
        at.append(len(height) - 1)
        up.append(up[-1])
        down.append(down[-1])
    return np.array(up), np.array(down), time[at]
