"""Turns about the vertical: when, how far, and over which shoulder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.evidence import safety
from backstride.gait.events.reading import ARMS, Felt, runs, sure, turn_rate
from backstride.gait.trace import TRACE_HZ, Trace
from backstride.message import say
from backstride.recording import Event, EventKind, FloatArray, Placement, Side

UPSET_S = (0.5, 4.0)  # before and after a fall, in which a body rolls and gets up
UNDONE_SHARE = 0.35  # of its angle, within which a turn was taken back
# How far the place of a sensor can be trusted to turn with the body.
TRUST = {
    Placement.WAIST: 1.0,
    Placement.CHEST: 1.0,
    Placement.FOOT: 0.9,
    Placement.SHANK: 0.9,
    Placement.POCKET: 0.9,
    Placement.HEAD: 0.7,
}
TRUST_ELSEWHERE = 0.5
SHOULDER = {Side.LEFT: say("Turned over the left shoulder"), Side.RIGHT: say("Turned over the right shoulder")}


@dataclass(frozen=True, eq=False, slots=True)
class Turned:
    """Turns in order: span_s (k, 2) onset and end, angle (k,) rad counter-clockwise."""

    span_s: FloatArray
    angle: FloatArray

    def only(self, keep: NDArray[np.bool_]) -> "Turned":
        return Turned(self.span_s[keep], self.angle[keep])


def turning(
    trace: Trace, placement: Placement = Placement.UNKNOWN, least_rps: float = claims.TURNING_RPS.value
) -> FloatArray:
    """(k, 2) onset and end in seconds of the stretches in which the body turns faster than this rather than goes
    somewhere, each within a turn; a slower beginning is still a bend."""
    found = of_the_body(trace, placement, least_rps)
    fast = np.abs(turn_rate(trace, placement)) >= least_rps
    spans = found.span_s.copy()
    for span in spans:
        first, last = np.searchsorted(trace.time_s, span)
        within = first + np.flatnonzero(fast[first:last])
        span[:] = trace.time_s[within[0]] - 0.5 / TRACE_HZ, trace.time_s[within[-1]] + 0.5 / TRACE_HZ
    return spans


def of_the_body(trace: Trace, placement: Placement, peak_rps: float) -> Turned:
    """Without what an arm or a head does on its own: a turn that is soon taken back, a look at the watch, a glance."""
    least = safety.NECK_RAD if placement is Placement.HEAD else safety.TURN_RAD
    found = find(trace, placement, least.value, peak_rps)
    if placement not in ARMS and placement is not Placement.HEAD:
        return found
    smaller = find(trace, placement, safety.GLANCE_RAD.value, peak_rps)
    for k in pairs(smaller):
        start, end = smaller.span_s[k, 0], smaller.span_s[k + 1, 1]
        found = found.only((found.span_s[:, 1] <= start) | (found.span_s[:, 0] >= end))
    return found


def find(trace: Trace, placement: Placement, least_rad: float, peak_rps: float) -> Turned:
    """Turns of at least this angle that reach this rate.

    1. Stretches that turn one way without a rest.
    2. Around each peak a turn begins and ends where its rate passes a share of the largest.
    3. Too small, too slow and too long ones are left out; the angle is counted out to the foot of the peak.
    """
    rate = turn_rate(trace, placement)
    spans, angles = [], []
    for way in (1.0, -1.0):
        # 1.
        for first, last in runs(way * rate > safety.TURN_REST_RPS.value, trace.time_s):
            there = way * rate[first:last]
            # 2.
            for begin, end in _peaks(there, peak_rps):
                # 3.
                angle = float(there[begin:end].sum()) / TRACE_HZ
                if angle < least_rad or end - begin > safety.TURN_LONGEST_S.value * TRACE_HZ:
                    continue
                time = trace.time_s[first:last]
                spans.append((float(time[begin]) - 0.5 / TRACE_HZ, float(time[end - 1]) + 0.5 / TRACE_HZ))
                angles.append(way * float(there[_foot(there, begin, end)].sum()) / TRACE_HZ)
    order = np.argsort([start for start, _ in spans])
    return Turned(np.array(spans).reshape(-1, 2)[order], np.array(angles)[order])


def _peaks(rate: FloatArray, least_rps: float) -> Iterator[tuple[int, int]]:
    """First and last + 1 index of each stretch around a peak, highest first."""
    left = rate.copy()
    while True:
        top = int(np.argmax(left))
        if left[top] < max(least_rps, safety.TURN_REST_RPS.value):
            return
        below = np.flatnonzero(left < safety.TURN_EDGE_SHARE.value * left[top])
        at = int(np.searchsorted(below, top))
        begin = int(below[at - 1]) + 1 if at else 0
        end = int(below[at]) if at < len(below) else len(rate)
        yield begin, end
        left[_foot(rate, begin, end)] = 0.0


def _foot(rate: FloatArray, begin: int, end: int) -> slice:
    """The stretch and what falls away from it on either side."""
    while begin > 0 and rate[begin - 1] < rate[begin]:
        begin -= 1
    while end < len(rate) and rate[end] < rate[end - 1]:
        end += 1
    return slice(begin, end)


def pairs(found: Turned) -> list[int]:
    """The turns that the next one takes back, soon and nearly whole."""
    kept: list[int] = []
    for k in range(len(found.angle) - 1):
        if kept and kept[-1] == k - 1:
            continue
        there, back = found.angle[k], found.angle[k + 1]
        soon = found.span_s[k + 1, 1] - found.span_s[k, 0] <= safety.GLANCE_LONGEST_S.value
        if soon and there * back < 0 and abs(there + back) <= UNDONE_SHARE * max(abs(there), abs(back)):
            kept.append(k)
    return kept


def turns(felt: Felt, fell: Sequence[Event] = ()) -> tuple[Event, ...]:
    """Every turn of the body. A body that falls rolls, and turns nowhere."""
    found = of_the_body(felt.trace, felt.placement, safety.TURN_PEAK_RPS.value)
    for fall in fell:
        apart = (found.span_s[:, 1] < fall.start_s - UPSET_S[0]) | (found.span_s[:, 0] > fall.end_s + UPSET_S[1])
        found = found.only(apart)
    trust = TRUST.get(felt.placement, TRUST_ELSEWHERE)
    events = []
    for (start, end), angle in zip(found.span_s.tolist(), found.angle.tolist(), strict=True):
        plain = 0.4 + 0.6 * (abs(angle) / safety.TURN_RAD.value - 1.0)
        side = Side.LEFT if angle > 0 else Side.RIGHT
        events.append(
            Event(
                EventKind.TURN,
                start,
                end,
                sure(trust * min(plain, 1.0)),
                SHOULDER[side],
                turned_rad=angle,
                side=side,
            )
        )
    return tuple(events)
