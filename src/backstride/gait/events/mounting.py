"""How the sensor hangs on the body: whether it is fixed, and when it was put on anew.

Gravity, averaged over some strides, tells how a sensor hangs. On trunk and legs it hardly changes while a person walks
or runs; an arm carries its sensor where it likes, so nothing is said of it. A turn of the sensor about the vertical, as
of a belt that slips round the waist, does not show in gravity.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.evidence import safety
from backstride.gait.events.reading import ARMS, Felt, angle_between, hanging, liveliness, mean, turn_rate
from backstride.gait.trace import TRACE_HZ, Trace
from backstride.recording import Bout, FloatArray, Gait, Placement

COMPARED_S = 10.0  # of moving, before and after
LEAST_S = 5.0
HANDLED_S = 2.0  # on either side of the moment: who handles a sensor shakes and turns it
ALIKE = 0.98  # length of the mean of unit vectors that lie within some 12 degrees
FLAT_TOP = 0.98
STEADY_S = 20.0  # shorter bouts are not looked at
EDGE_S = 3.0  # who sets off or stops leans
AVERAGED_S = 2.0
USUAL_S = 30.0

PART, OVERLAP = 36_000, 3_000  # tenths of a second


def remounts(trace: Trace, placement: Placement = Placement.UNKNOWN) -> FloatArray:
    """Times (k,) at which a sensor on trunk or leg began to hang differently; none for arms, nor for feet, which hang
    differently in every gait.

    Only moments of motion are compared, the last before with the first after, for who sits or bends hangs otherwise.
    """
    if placement in (Placement.WRIST, Placement.HAND, Placement.FOOT) or not len(trace.time_s):
        return np.zeros(0)
    # By parts that overlap: of a whole day the sums alone would take 100 MB.
    found = []
    for first in range(0, len(trace.time_s), PART):
        part = trace.part(slice(max(first - OVERLAP, 0), first + PART + OVERLAP))
        core = trace.time_s[first : first + PART]
        times = _remounts(part)
        found.append(times[(times >= core[0]) & (times <= core[-1])])
    return np.concatenate(found)


def _remounts(trace: Trace) -> FloatArray:
    lively = liveliness(trace, 1.0) > 2 * claims.STILL_MPS2.value
    time, hangs = trace.time_s[lively], hanging(trace, 1.0)[lively]
    count, least = len(time), int(LEAST_S * TRACE_HZ)
    if count <= 2 * (least + int(HANDLED_S * TRACE_HZ)):
        return np.zeros(0)
    skip, wide = int(HANDLED_S * TRACE_HZ), int(COMPARED_S * TRACE_HZ)
    at = np.arange(least + skip, count - least - skip)
    before = mean(hangs, np.maximum(at - skip - wide, 0), at - skip)
    after = mean(hangs, at + skip, np.minimum(at + skip + wide, count))
    alike = (np.linalg.norm(before, axis=1) > ALIKE) & (np.linalg.norm(after, axis=1) > ALIKE)
    turned = np.where(alike, angle_between(before, after), 0.0)
    found = _peaks(turned, safety.REMOUNTED_RAD.value, wide)
    return np.asarray(0.5 * (time[at[found] - 1] + time[at[found]]))


def wander(felt: Felt, bouts: Sequence[Bout]) -> float:
    """How far the sensor's attitude strays in steady gait, in the middle, rad; NaN where it cannot be told."""
    if felt.placement in ARMS:
        return float("nan")
    trace = felt.trace
    quick, usual = hanging(trace, 0.5 * AVERAGED_S), hanging(trace, 0.5 * USUAL_S)
    strays = angle_between(quick, usual)
    # Who runs round a bend leans inward.
    straight = np.abs(turn_rate(trace, felt.placement)) < safety.TURN_RPS.value
    inside = np.zeros(len(strays), bool)
    for bout in bouts:
        if bout.gait is not Gait.NONE and bout.end_s - bout.start_s >= STEADY_S:
            first, last = np.searchsorted(trace.time_s, (bout.start_s + EDGE_S, bout.end_s - EDGE_S))
            inside[first:last] = True
    chosen = strays[inside & straight]
    return float(np.median(chosen)) if len(chosen) >= STEADY_S * TRACE_HZ else float("nan")


def _peaks(values: FloatArray, least: float, apart: int) -> NDArray[np.int64]:
    """The middle of the highest part of each stretch above `least`; stretches nearer than `apart` are one."""
    above = np.flatnonzero(values > least)
    found = []
    for stretch in np.split(above, np.flatnonzero(np.diff(above) > apart) + 1):
        if len(stretch):
            high = stretch[values[stretch] > FLAT_TOP * values[stretch].max()]
            found.append(int(high[len(high) // 2]))
    return np.array(found, np.int64)
