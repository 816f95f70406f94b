"""The trace read over short windows: how lively the body was, how it hung, how fast it turned."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from backstride.gait.trace import TRACE_HZ, Trace
from backstride.gait.upright import averaged
from backstride.recording import FloatArray, Placement

BREAK_S = 0.25  # beats of the trace further apart than this do not follow each other
ARMS = (Placement.WRIST, Placement.HAND, Placement.UNKNOWN)  # an unknown place may be an arm


class Felt(Protocol):
    """What events need of what a sensor said."""

    @property
    def trace(self) -> Trace: ...

    @property
    def placement(self) -> Placement: ...


def windows(time_s: FloatArray, half_s: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last + 1 index (n,) of what lies within `half_s` of each moment and follows it without a break."""
    count = len(time_s)
    cuts = np.concatenate(([0], np.flatnonzero(np.diff(time_s) > BREAK_S) + 1, [count]))
    part = np.repeat(np.arange(len(cuts) - 1), np.diff(cuts)) if count else np.zeros(0, np.int64)
    # A little wider, so that rounding does not decide which tenths belong.
    reach = half_s + 0.01
    first = np.maximum(np.searchsorted(time_s, time_s - reach), cuts[part])
    last = np.minimum(np.searchsorted(time_s, time_s + reach, side="right"), cuts[part + 1])
    return first.astype(np.int64), last.astype(np.int64)


def mean(values: FloatArray, first: NDArray[np.int64], last: NDArray[np.int64]) -> FloatArray:
    """Mean (n,) or (n, k) of the values from first to last, which is never empty."""
    total = np.concatenate((np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)))
    width = (last - first).reshape(-1, *[1] * (values.ndim - 1))
    return np.asarray((total[last] - total[first]) / width)


def liveliness(trace: Trace, half_s: float) -> FloatArray:
    """(n,) root mean square of the force's change within `half_s` of each moment, m/s2: that within tenths and that of
    their means."""
    first, last = windows(trace.time_s, half_s)
    within = mean(trace.shake**2, first, last)
    centred = trace.up - (trace.up.mean(axis=0) if len(trace.up) else 0.0)
    spread = mean(np.sum(centred**2, axis=1), first, last) - np.sum(mean(centred, first, last) ** 2, axis=1)
    return np.asarray(np.sqrt(within + np.maximum(spread, 0.0)))


def hanging(trace: Trace, half_s: float) -> FloatArray:
    """(n, 3) unit vector: where gravity pulled from in the sensor's frame, over so long around each moment."""
    pull = mean(trace.up, *windows(trace.time_s, half_s))
    return np.asarray(pull / np.maximum(np.linalg.norm(pull, axis=1, keepdims=True), 1e-9))


def angle_between(one: FloatArray, other: FloatArray) -> FloatArray:
    """Between vectors (..., 3), rad. By the tangent: the cosine of small angles is all rounding."""
    across = np.linalg.norm(np.cross(one, other), axis=-1)
    return np.asarray(np.arctan2(across, np.sum(one * other, axis=-1)))


def turn_rate(trace: Trace, placement: Placement) -> FloatArray:
    """(n,) rate of the heading, rad/s, counter-clockwise. Headings of different pieces are not compared.

    The heading is averaged over a stride, which leaves a quarter of a limb's own swing about the vertical: a few
    degrees of a leg's. An arm swings further, and is averaged over half a stride more.
    """
    if len(trace.time_s) < 2:
        return np.zeros(len(trace.time_s))
    step = np.diff(trace.heading) * TRACE_HZ
    apart = (np.diff(trace.piece) != 0) | (np.diff(trace.time_s) > BREAK_S)
    step[apart] = np.nan
    sides = np.stack((np.append(np.nan, step), np.append(step, np.nan)))
    known = np.isfinite(sides)
    rate = np.where(known, sides, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    if placement in ARMS:
        rate = averaged(rate[:, None], 0.6 * TRACE_HZ)[:, 0]
    return np.asarray(rate)


def runs(mask: NDArray[np.bool_], time_s: FloatArray, break_s: float = BREAK_S) -> NDArray[np.int64]:
    """(k, 2) first and last + 1 index of each stretch where the mask holds without a break in time."""
    if not len(mask):
        return np.zeros((0, 2), np.int64)
    broken = np.concatenate(([True], np.diff(time_s) > break_s))
    begins = mask & (broken | ~np.concatenate(([False], mask[:-1])))
    ends = mask & np.concatenate((broken[1:] | ~mask[1:], [True]))
    return np.stack((np.flatnonzero(begins), np.flatnonzero(ends) + 1), axis=1)


def sure(share: float) -> float:
    """A confidence, which is never below one half nor quite certain, from 0 (no idea) to 1."""
    return float(0.5 + 0.49 * min(max(share, 0.0), 1.0))
