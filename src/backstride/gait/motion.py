"""Inertial samples on an even clock, in pieces without gaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backstride.recording import FloatArray, Recording, Signal

RATE_HZ = 50.0  # direction lives below 20 Hz: faster recordings are averaged down to about this
GAP_S = 0.5
SHORTEST_S = 2.05  # a window of two seconds fits
LONGEST_S = 400.0
MARGIN_S = 4.0
PART = 200_000  # samples looked at at once, where a whole day of them would not fit


@dataclass(frozen=True, eq=False, slots=True)
class Piece:
    """A stretch of motion without gaps on an even clock.

    start_s, rate_hz
    force    (n, 3) specific force, m/s2
    turning  (n, 3) angular rate, rad/s; None without a gyroscope
    keep_s   (from, to) for which this piece is meant; the rest is margin shared with its neighbours
    """

    start_s: float
    rate_hz: float
    force: FloatArray
    turning: FloatArray | None
    keep_s: tuple[float, float]

    @property
    def time_s(self) -> FloatArray:
        return self.start_s + np.arange(len(self.force)) / self.rate_hz


def pieces(recording: Recording, rate_hz: float = RATE_HZ) -> Iterator[Piece]:
    """The recording's motion, gap by gap and at most LONGEST_S at a time, so that memory stays bounded."""
    force = recording.signals.get("acceleration")
    if force is None or force.values.ndim != 2 or force.values.shape[1] != 3 or len(force) < 2:
        return
    turning = recording.signals.get("angular_rate")
    if turning is not None and (turning.values.ndim != 2 or turning.values.shape[1] != 3 or len(turning) < 2):
        turning = None
    for first, last in _unbroken(force):
        begin, end = float(force.time_s[first]), float(force.time_s[last - 1])
        if end - begin < SHORTEST_S:
            continue
        count = max(1, int(np.ceil((end - begin) / LONGEST_S)))
        cuts = np.linspace(begin, end, count + 1)
        for start, stop in pairwise(cuts.tolist()):
            yield _even(
                force, turning, (max(begin, start - MARGIN_S), min(end, stop + MARGIN_S)), (start, stop), rate_hz
            )


def gaps_after(time_s: FloatArray, longer_s: float) -> NDArray[np.int64]:
    """Indices of the samples that a gap longer than this follows. By parts: a day's differences would cost 70 MB."""
    found = [
        first + np.flatnonzero(np.diff(time_s[first : first + PART + 1]) > longer_s)
        for first in range(0, max(len(time_s) - 1, 0), PART)
    ]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def usual_rate(signal: Signal) -> float:
    """Samples a second in the middle of the signal; NaN below two samples."""
    first = max(0, len(signal) // 2 - PART // 2)
    return Signal(signal.time_s[first : first + PART], signal.values[first : first + PART], "").rate_hz


def _unbroken(signal: Signal) -> list[tuple[int, int]]:
    """Index ranges of the signal without long gaps or long runs of missing samples."""
    finite = np.ones(len(signal), bool)
    for column in signal.values.T:
        finite &= np.isfinite(column)
    if finite.all():
        breaks = gaps_after(signal.time_s, GAP_S) + 1
        return list(pairwise([0, *breaks.tolist(), len(signal)]))
    good = np.flatnonzero(finite)
    if not len(good):
        return []
    breaks = gaps_after(signal.time_s[good], GAP_S)
    firsts = good[np.concatenate(([0], breaks + 1))]
    lasts = good[np.concatenate((breaks, [len(good) - 1]))] + 1
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def _even(
    force: Signal, turning: Signal | None, span: tuple[float, float], keep: tuple[float, float], rate_hz: float
) -> Piece:
    taken = force.between(span[0], span[1] + 1e-9)
    step = 1 / min(rate_hz, max(taken.rate_hz, 5.0)) if len(taken) > 1 else 1 / rate_hz
    time = np.arange(span[0], span[1], step)
    return Piece(
        span[0],
        1 / step,
        _averaged(taken, time, step),
        None if turning is None else _averaged(turning.between(span[0] - 1.0, span[1] + 1.0), time, step),
        keep,
    )


def _averaged(signal: Signal, time: FloatArray, step: float) -> FloatArray:
    """(len(time), 3) mean over one step around each time, by differences of the running integral (no aliasing)."""
    good = np.isfinite(signal.values[:, 0])
    for column in signal.values.T[1:]:
        good &= np.isfinite(column)
    at, values = signal.time_s[good], np.clip(signal.values[good], -1e4, 1e4)
    if len(at) < 2:
        return np.zeros((len(time), 3))
    slices = np.diff(at)[:, None] * 0.5 * (values[1:] + values[:-1])
    total = np.concatenate((np.zeros((1, 3)), np.cumsum(slices, axis=0)))
    half = max(0.5 * step, 0.25 * (at[-1] - at[0]) / (len(at) - 1))
    early, late = np.clip(time - half, at[0], at[-1]), np.clip(time + half, at[0], at[-1])
    width, within = np.maximum(late - early, 1e-9), late > early
    out = np.empty((len(time), 3))
    for k in range(3):
        mean = (np.interp(late, at, total[:, k]) - np.interp(early, at, total[:, k])) / width
        out[:, k] = mean if within.all() else np.where(within, mean, np.interp(time, at, values[:, k]))
    return out


def rotate(q: FloatArray, v: FloatArray) -> FloatArray:
    """Vectors (w, 3) turned by quaternions (w, 4)."""
    u = q[:, 1:]
    t = 2 * np.cross(u, v)
    return np.asarray(v + q[:, :1] * t + np.cross(u, t))
