"""Turns about the vertical: when, how far, and over which shoulder."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.evidence import safety
from backstride.gait.events.reading import ARMS, Felt, runs, sure, turn_rate
from backstride.gait.trace import TRACE_HZ, Trace
from backstride.message import say
from backstride.recording import Event, EventKind, FloatArray, Placement, Side

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


def turning(trace: Trace, placement: Placement = Placement.UNKNOWN) -> FloatArray:
    """(k, 2) onset and end in seconds of each stretch in which the body is turning rather than going somewhere."""
    found = find(trace, placement, safety.TURN_RAD.value, claims.TURNING_RPS.value)
    return (found.only(~undone(found)) if placement in ARMS else found).span_s


def find(trace: Trace, placement: Placement, least_rad: float, peak_rps: float) -> Turned:
    """Turns of at least this angle that reach this rate.

    1. Stretches that turn one way without a rest.
    2. Each begins and ends where its rate passes a share of its largest.
    3. Too small, too slow and too long ones are left out.
    """
    rate = turn_rate(trace, placement)
    spans, angles = [], []
    for way in (1.0, -1.0):
        # 1.
        for first, last in runs(way * rate > safety.TURN_RPS.value, trace.time_s):
            there = way * rate[first:last]
            peak = float(there.max())
            # 2.
            fast = np.flatnonzero(there >= safety.TURN_EDGE_SHARE.value * peak)
            begin, end = first + int(fast[0]), first + int(fast[-1]) + 1
            angle = float(rate[begin:end].sum()) / TRACE_HZ
            # 3.
            if peak >= peak_rps and abs(angle) >= least_rad and end - begin <= safety.TURN_LONGEST_S.value * TRACE_HZ:
                half = 0.5 / TRACE_HZ
                spans.append((float(trace.time_s[begin]) - half, float(trace.time_s[end - 1]) + half))
                angles.append(angle)
    order = np.argsort([start for start, _ in spans])
    return Turned(np.array(spans).reshape(-1, 2)[order], np.array(angles)[order])


def undone(found: Turned) -> NDArray[np.bool_]:
    """(k,) which turns were taken back soon by the next, or take back the last: a look at the watch, a glance."""
    out = np.zeros(len(found.angle), bool)
    for k in pairs(found):
        out[k : k + 2] = True
    return out


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


def turns(felt: Felt) -> tuple[Event, ...]:
    """Every turn of the body. An arm or a head that turns and comes back is no turn of the body."""
    found = find(felt.trace, felt.placement, safety.TURN_RAD.value, safety.TURN_PEAK_RPS.value)
    if felt.placement in ARMS or felt.placement is Placement.HEAD:
        found = found.only(~undone(found))
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
