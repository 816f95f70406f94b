"""Falls: the body loses its hold, hits the ground, and lies in another attitude.

Thresholds are those of Bourke 2007 for trunk and thigh. Running passes both with every step, so stillness in another
attitude right after the impact is what tells: it is looked for first. A phone that is dropped falls freely for longer
than a body that tips over; one that is taken out, laid down or sat upon changes its attitude without such an impact.
"""

from dataclasses import dataclass

import numpy as np

from backstride.evidence import Claim, safety
from backstride.evidence import gait as claims
from backstride.gait.events.reading import Felt, angle_between, hanging, liveliness, runs, sure
from backstride.gait.trace import TRACE_HZ, Trace
from backstride.message import say
from backstride.recording import Event, EventKind, FloatArray, Placement

SETTLES_S = 2.0  # within which the body lies still after the impact
TIPS_S = 1.2  # within which it tips over before it
BEFORE_S = (5.0, 1.5)  # before the impact: how the sensor hung until then
USUAL_S = 10.0  # of steps that the impact is compared with
STEADY_RAD = 0.7  # a sensor that swung about by more than this before was in a hand
AFTER_S = 30.0  # within which getting up is looked for
FELL = say("An impact, then stillness in another attitude")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """For a place on the body. `trust`: how plainly a fall shows there, 0 to 1."""

    impact: Claim
    trust: float


# Feet and shanks are left out: their own steps are as hard as a fall, and they swing through every attitude.
THRESHOLDS = {
    Placement.WAIST: Thresholds(safety.FALL_IMPACT_TRUNK, 0.8),
    Placement.CHEST: Thresholds(safety.FALL_IMPACT_TRUNK, 0.8),
    Placement.HEAD: Thresholds(safety.FALL_IMPACT_TRUNK, 0.7),
    Placement.POCKET: Thresholds(safety.FALL_IMPACT_THIGH, 0.6),
    Placement.WRIST: Thresholds(safety.FALL_IMPACT_ARM, 0.3),
    Placement.HAND: Thresholds(safety.FALL_IMPACT_ARM, 0.2),
    Placement.UNKNOWN: Thresholds(safety.FALL_IMPACT_ARM, 0.2),
}


def falls(felt: Felt) -> tuple[Event, ...]:
    """1. Stretches of stillness that are long enough.
    2. The hardest impact shortly before each, and the loss of hold before that.
    3. How the sensor hung before and hangs after.
    """
    limits, trace = THRESHOLDS.get(felt.placement), felt.trace
    if limits is None or len(trace.time_s) < 2:
        return ()
    gravity = claims.STANDARD_GRAVITY.value
    size = np.linalg.norm(trace.up, axis=1)
    hangs = hanging(trace, 0.5)
    # 1.
    calm = runs(liveliness(trace, 0.5 * safety.CALM_S.value) < claims.STILL_MPS2.value, trace.time_s)
    events = []
    for first, last in calm:
        if trace.time_s[last - 1] - trace.time_s[first] < safety.FALL_STILL_S.value:
            continue
        # 2.
        early = int(np.searchsorted(trace.time_s, trace.time_s[first] - SETTLES_S))
        if early >= first:
            continue
        hit = early + int(np.argmax(trace.jolt[early:first]))
        tips = int(np.searchsorted(trace.time_s, trace.time_s[hit] - TIPS_S))
        tipping = size[tips : hit + 1]
        if trace.jolt[hit] < limits.impact.value * gravity or tipping.min() > safety.FALL_DIP.value * gravity:
            continue
        if _dropped(tipping / gravity) or not _stands_out(trace, hit):
            continue
        # 3.
        tilt = _tilt(trace, hangs, hit, slice(int(first), int(last)))
        if tilt < safety.FALL_TILT_RAD.value:
            continue
        share = limits.trust + 0.2 * _got_up(trace, hangs, hit, int(last))
        if float(np.median(trace.shake[first:last])) < safety.LAID_DOWN_MPS2.value:
            share *= 0.5
        begin = float(trace.time_s[tips + int(np.argmin(tipping))])
        events.append(Event(EventKind.FALL, begin, float(trace.time_s[last - 1]), sure(share), FELL))
    return tuple(events)


def _dropped(force: FloatArray) -> bool:
    """Whether nothing held the sensor for as long as it takes to fall from a hand; `force` (n,) in g."""
    free = np.concatenate(([False], force < safety.DROPPED_FORCE.value, [False]))
    change = np.flatnonzero(free[1:] != free[:-1])
    longest = int(np.max(change[1::2] - change[::2], initial=0))
    return longest >= safety.DROPPED_S.value * TRACE_HZ


def _stands_out(trace: Trace, hit: int) -> bool:
    """Whether the impact is harder than the steps before it were: who runs and stops is no faller."""
    first, last = np.searchsorted(trace.time_s, trace.time_s[hit] - np.array([USUAL_S, BEFORE_S[1]]))
    usual = trace.jolt[first:last]
    return not len(usual) or bool(trace.jolt[hit] > (1 + safety.FALL_STANDS_OUT.value) * np.percentile(usual, 90))


def _tilt(trace: Trace, hangs: FloatArray, hit: int, lying: slice) -> float:
    """From how the sensor hung before to how it lies; 0 where it hung no one way before."""
    first, last = np.searchsorted(trace.time_s, trace.time_s[hit] - np.array(BEFORE_S))
    upright = hangs[first:last]
    if not len(upright):
        return 0.0
    usual = np.median(upright, axis=0)
    if float(np.percentile(angle_between(upright, usual[None, :]), 90)) > STEADY_RAD:
        return 0.0
    return float(angle_between(usual, np.median(hangs[lying], axis=0)))


def _got_up(trace: Trace, hangs: FloatArray, hit: int, still_until: int) -> float:
    """1 where the sensor soon hangs again as before the impact, as after getting up; -1 where it never does, else 0."""
    begin = int(np.searchsorted(trace.time_s, trace.time_s[hit] - BEFORE_S[0]))
    end = int(np.searchsorted(trace.time_s, trace.time_s[min(still_until, len(hangs) - 1)] + AFTER_S))
    later = hangs[still_until:end]
    if len(later) < 10 * TRACE_HZ:
        return 0.0
    away = angle_between(later, np.median(hangs[begin:hit], axis=0)[None, :])
    return 1.0 if float(np.min(away)) < 0.5 * safety.FALL_TILT_RAD.value else -1.0
