"""The rhythm of a body: how hard it bounces, how quick its steps are, and the shape of one stride, window by window.

The shape is kept as the first harmonics of the stride's rate, of three accelerations and three angular rates. It says
which way a body goes: backward limb motion is close to forward motion reversed in time (Lee 2013).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backstride.gait.upright import Upright
from backstride.recording import FloatArray, Placement

WINDOW_S = 2.0
HOP_S = 0.5
LONG_S = 3.2
HARMONICS = 4
LEGS = (Placement.FOOT, Placement.SHANK, Placement.POCKET)
ARMS = (Placement.WRIST, Placement.HAND)
TRUNK = (Placement.WAIST, Placement.CHEST, Placement.HEAD)
LONGEST_LAG = 0.7  # of a window, looked for in the rotation of a leg
SLOWEST_HZ, QUICKEST_HZ = 0.45, 2.1  # strides
LEAST_REPEATED = 0.2  # autocorrelation below which motion does not repeat

Shape = NDArray[np.complexfloating[Any, Any]]


@dataclass(frozen=True, eq=False, slots=True)
class Rhythm:
    """What windows show, all (w,).

    bounce   root mean square of the vertical acceleration, m/s2
    step_hz  rate of steps; NaN where the motion does not repeat
    yaw      turning about the vertical, rad/s
    line     complex, angle doubled: the fore-aft line in the sensor's heading axes, whichever end is the front
    shape    (w, 6, HARMONICS) complex harmonics of the stride: acceleration up, along and to the left of the heading
             axis, m/s2; angular rate about the heading axis, about its left and about the vertical, rad/s
    """

    middle_s: FloatArray
    bounce: FloatArray
    step_hz: FloatArray
    yaw: FloatArray
    line: NDArray[np.complex128]
    shape: Shape

    @staticmethod
    def chained(parts: Sequence["Rhythm"]) -> "Rhythm":
        """One after the other."""
        return Rhythm(*(np.concatenate([getattr(p, name) for p in parts]) for name in Rhythm.__dataclass_fields__))

    def between(self, start_s: float, end_s: float) -> "Rhythm":
        """The windows whose middles lie in the stretch."""
        keep = (self.middle_s >= start_s) & (self.middle_s < end_s)
        return Rhythm(*(getattr(self, name)[keep] for name in Rhythm.__dataclass_fields__))


def read_rhythm(upright: Upright, placement: Placement, tempo: tuple[FloatArray, FloatArray]) -> Rhythm:
    """Read a piece of motion as a sensor at this placement is read.

    tempo  moments and steps a second at them, from `tempo.find_tempo`: a leg's own swing tells its stride better
    """
    rate = upright.piece.rate_hz
    size, hop = round(WINDOW_S * rate), max(1, round(HOP_S * rate))

    def windows(values: NDArray) -> NDArray:  # type: ignore[type-arg]
        if len(values) < size:
            return np.zeros((0, size), values.dtype)
        return np.lib.stride_tricks.sliding_window_view(values, size)[::hop]

    lift, push, roll, spin = (_centred(windows(v)) for v in (upright.lift, upright.push, upright.roll, upright.spin))
    middle = np.asarray(upright.piece.start_s + (np.arange(len(lift)) * hop + 0.5 * size) / rate, np.float64)
    if placement in LEGS and upright.piece.turning is not None:
        step_hz = 2 * stride_rate(_longer(upright, len(lift), hop), rate)
    else:
        step_hz = _at(tempo, middle)
    bell = np.hanning(size + 2)[1:-1]
    return Rhythm(
        middle,
        np.sqrt(np.mean(lift**2, axis=1)),
        step_hz,
        np.asarray(windows(upright.spin) @ (bell / bell.sum())),
        _line(push, roll, step_hz, rate, placement),
        _shape((lift, push.real, push.imag, roll.real, roll.imag, spin), 0.5 * step_hz, rate),
    )


def _longer(upright: Upright, count: int, hop: int) -> FloatArray:
    """The rate of swing (w, n), about the axis that a leg mostly turns about, in windows around the same middles that
    are long enough for two slow strides."""
    rate = upright.piece.rate_hz
    size, longer = round(WINDOW_S * rate), min(round(LONG_S * rate), len(upright.roll))
    if longer < size:
        return np.zeros((0, size))
    swing = np.real(upright.roll * np.exp(-0.5j * np.angle(np.sum(upright.roll**2))))
    start = np.clip(np.arange(count) * hop - (longer - size) // 2, 0, len(upright.roll) - longer)
    return _centred(np.lib.stride_tricks.sliding_window_view(swing, longer)[start])


def _at(tempo: tuple[FloatArray, FloatArray], middle_s: FloatArray) -> FloatArray:
    """Steps a second (w,) at the nearest moment that is near enough; else NaN."""
    moments, step_hz = tempo
    if not len(moments):
        return np.full(len(middle_s), np.nan)
    at = np.clip(np.searchsorted(moments, middle_s), 1, max(len(moments) - 1, 1)) - 1
    at = at + (np.abs(moments[np.minimum(at + 1, len(moments) - 1)] - middle_s) < np.abs(moments[at] - middle_s))
    at = np.minimum(at, len(moments) - 1)
    return np.where(np.abs(moments[at] - middle_s) <= WINDOW_S, step_hz[at], np.nan)


def stride_rate(swing: FloatArray, rate_hz: float) -> FloatArray:
    """Strides a second (w,) of a leg, from the autocorrelation of its swing (w, n); NaN where it does not repeat."""
    size = swing.shape[1]
    length = 1 << (2 * size - 1).bit_length()
    same = np.fft.irfft(np.abs(np.fft.rfft(swing, length, axis=1)) ** 2, length, axis=1)
    longest = int(LONGEST_LAG * size)
    # Fewer samples overlap at longer lags: that is not held against them.
    same = same[:, : longest + 1] / np.maximum(same[:, :1], 1e-12) / (1 - np.arange(longest + 1) / size)
    first, last = max(1, int(rate_hz / QUICKEST_HZ)), min(longest, int(rate_hz / SLOWEST_HZ))
    return _first_peak(same, first, last, rate_hz)


def _first_peak(same: FloatArray, first: int, last: int, scale: float) -> FloatArray:
    """The earliest lag whose peak is nearly as high as the highest, refined by a parabola."""
    count = len(same)
    if last - first < 3 or not count:
        return np.full(count, np.nan)
    inner = same[:, first : last - 1]
    peaks = (inner >= same[:, first - 1 : last - 2]) & (inner >= same[:, first + 1 : last])
    heights = np.where(peaks, inner, -1.0)
    best = heights.max(axis=1)
    lag = np.argmax(heights >= 0.85 * best[:, None], axis=1) + first
    rows = np.arange(count)
    before, at, after = same[rows, lag - 1], same[rows, lag], same[rows, lag + 1]
    bend = before - 2 * at + after
    shift = np.where(bend < 0, 0.5 * (before - after) / np.where(bend < 0, bend, 1.0), 0.0)
    return np.where(best > LEAST_REPEATED, scale / (lag + np.clip(shift, -0.5, 0.5)), np.nan)


def _line(
    push: NDArray[np.complex128],
    roll: NDArray[np.complex128],
    step_hz: FloatArray,
    rate_hz: float,
    placement: Placement,
) -> NDArray[np.complex128]:
    """(w,) doubled angle of the fore-aft line, as long as it is plain.

    A leg and an arm swing about the body's left-right axis. A trunk is pushed fore and aft with every step and from
    side to side with every stride.
    """
    if placement in (*LEGS, *ARMS):
        # The body's left is a quarter turn from the way it faces.
        return np.asarray(-np.sum(roll**2, axis=1))
    size = push.shape[1]
    hertz = np.abs(np.fft.fftfreq(size, 1 / rate_hz))
    step = np.where(np.isfinite(step_hz), step_hz, 2.0)[:, None]
    moved = np.fft.fft(push * np.hanning(size + 2)[1:-1], axis=1)

    def doubled(rate: FloatArray) -> NDArray[np.complex128]:
        return np.asarray(
            np.sum(np.fft.ifft(np.exp(-(((hertz - rate) / (0.3 * rate)) ** 2)) * moved, axis=1) ** 2, axis=1)
        )

    return np.asarray(doubled(step) - doubled(0.5 * step))


def _shape(channels: tuple[FloatArray, ...], stride_hz: FloatArray, rate_hz: float) -> Shape:
    size = channels[0].shape[1]
    bell = np.hanning(size + 2)[1:-1]
    time = (np.arange(size) - 0.5 * (size - 1)) / rate_hz
    known = np.where(np.isfinite(stride_hz), stride_hz, 1.0)
    first = np.exp(-2j * np.pi * known[:, None] * time).astype(np.complex64)
    powers = [first]
    while len(powers) < HARMONICS:
        powers.append(powers[-1] * first)
    waves = np.stack(powers, axis=2)
    moved = np.stack(channels, axis=1).astype(np.float32) * (2 * bell / bell.sum()).astype(np.float32)
    found = moved @ waves
    return np.asarray(np.where(np.isfinite(stride_hz)[:, None, None], found, 0), np.complex64)


def _centred(values: NDArray) -> NDArray:  # type: ignore[type-arg]
    return np.asarray(values - values.mean(axis=1, keepdims=True)) if len(values) else values
