"""The rate of steps over time, from how motion repeats, with its neighbours' say in it.

From one step to the next the rise and fall of the body repeats and its rotation is mirrored, for the other leg does
what this one did; after a stride, two steps, everything repeats. A leg's own rise and fall differs from step to step:
of a leg only the rotation is asked. Asking for the mirror image tells steps from half steps and from strides, which
look alike to an autocorrelation alone (Moe-Nilssen and Helbostad 2004).

The rate changes little from one second to the next: of all rates each second has scored, those of its neighbours that
lie near count as well (tempo tracking by dynamic programming; Ellis 2007, here three seconds either way).
"""

import numpy as np
from numpy.typing import NDArray

from backstride.gait.upright import Upright
from backstride.recording import FloatArray, Placement

LEGS = (Placement.FOOT, Placement.SHANK, Placement.POCKET)
TRUNK = (Placement.WAIST, Placement.CHEST, Placement.HEAD)
SAMPLED_HZ = 25.0  # steps are slower than 5 Hz
WINDOW_S = 4.0  # holds a slow stride nearly twice
HOP_S = 1.0
SHORTEST_S, LONGEST_S = 0.22, 1.15  # a step
PERIODS = np.exp(np.linspace(np.log(SHORTEST_S), np.log(LONGEST_S), 56))
QUICKER = 0.15  # three steps are a mirror image, too: of what repeats alike the quicker is the step
FREE_BINS, BIN_COST = 2, 0.02  # a tempo changes by 6 % a second, at a small cost
REACH = 3
NODDING = 0.5  # of a trunk's and an arm's rotation a part nods with every step and is not mirrored: it counts half
LEAST_SCORE = 0.2

Scores = NDArray[np.float32]


def find_tempo(upright: Upright, placement: Placement) -> tuple[FloatArray, FloatArray]:
    """Moments (w,) a second apart, and steps a second (w,) then; NaN where the motion does not repeat."""
    rate = upright.piece.rate_hz
    every = max(1, round(rate / SAMPLED_HZ))
    if len(upright.lift) < 2 * every:
        return np.zeros(0), np.zeros(0)
    score = _scores(upright, placement, every)
    middle = upright.piece.start_s + np.arange(len(score)) * _hop(rate / every) * every / rate
    told = score - (QUICKER * np.log(PERIODS)).astype(np.float32) if placement is not Placement.FOOT else score
    told = _agreed(told)
    row = np.arange(len(told))
    best = np.clip(np.argmax(told, axis=1), 1, len(PERIODS) - 2)
    before, at, after = told[row, best - 1], told[row, best], told[row, best + 1]
    bend = before - 2 * at + after
    shift = np.where(bend < 0, 0.5 * (before - after) / np.where(bend < 0, bend, 1.0), 0.0)
    period = PERIODS[best] * np.exp(np.clip(shift, -0.5, 0.5) * np.log(PERIODS[1] / PERIODS[0]))
    return np.asarray(middle, np.float64), np.where(score[row, best] > LEAST_SCORE, 1 / period, np.nan)


def _hop(hertz: float) -> int:
    return max(1, round(HOP_S * hertz))


def _scores(upright: Upright, placement: Placement, every: int) -> Scores:
    """(w, periods) how well each period explains the motion around each moment."""
    hertz = upright.piece.rate_hz / every
    count = len(upright.lift) // every
    size = max(8, round(WINDOW_S * hertz))
    taper = np.hanning(size + 2)[1:-1].astype(np.float32)
    length = 1 << (2 * size - 1).bit_length()
    longest = int(2 * LONGEST_S * hertz) + 2
    own = np.fft.irfft(np.abs(np.fft.rfft(taper, length)) ** 2)[:longest]

    def repeats(*channels: FloatArray) -> Scores:
        """(w, longest) autocorrelation of the channels together, the taper's own divided out."""
        power = np.zeros((1, 1), np.float32)
        for channel in channels:
            slow = channel[: count * every].reshape(count, every).mean(axis=1, dtype=np.float32)
            padded = np.pad(slow, size // 2)
            windows = np.lib.stride_tricks.sliding_window_view(padded, size)[:: _hop(hertz)]
            wave = np.fft.rfft((windows - windows.mean(axis=1, keepdims=True)) * taper, length, axis=1)
            power = np.asarray(power + wave.real**2 + wave.imag**2, np.float32)
        same = np.fft.irfft(power, axis=1)[:, :longest]
        return np.asarray(same / np.maximum(same[:, :1], 1e-9) / (own / own[0]), np.float32)

    def after(same: Scores, lag_s: FloatArray) -> Scores:
        at = lag_s * hertz
        whole = at.astype(int)
        share = (at - whole).astype(np.float32)
        return np.asarray(same[:, whole] * (1 - share) + same[:, whole + 1] * share)

    if upright.piece.turning is None:
        return after(repeats(upright.lift), PERIODS)
    turned = repeats(upright.spin, upright.roll.real, upright.roll.imag)
    mirrored = after(turned, 2 * PERIODS) - after(turned, PERIODS)
    return mirrored if placement in LEGS else NODDING * mirrored + after(repeats(upright.lift), PERIODS)


def _agreed(score: Scores) -> Scores:
    """The best sum of scores along paths through REACH neighbours on either side; a path may bend by FREE_BINS."""

    def near(values: Scores) -> Scores:
        for _ in range(FREE_BINS):
            out = values.copy()
            np.maximum(out[:, 1:], values[:, :-1] - BIN_COST, out=out[:, 1:])
            np.maximum(out[:, :-1], values[:, 1:] - BIN_COST, out=out[:, :-1])
            values = out
        return values

    past, future = score, score
    for _ in range(REACH):
        before, after = score.copy(), score.copy()
        before[1:] += near(past)[:-1]
        after[:-1] += near(future)[1:]
        past, future = before, after
    return np.asarray(past + future - score)
