"""Changes between forward, backward and sideways: when, how long the stop between was, and whether it was safe.

Running backward one cannot see the way; who turns forward at speed without stopping crosses the feet while the body
goes on. People who practise it name this change as the dangerous one; at a walk a change is mild.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from backstride.evidence import Claim, safety
from backstride.evidence import gait as claims
from backstride.gait.events.reading import Felt, liveliness, runs
from backstride.gait.frames import Frames
from backstride.gait.trace import TRACE_HZ, Trace
from backstride.message import Message, say
from backstride.recording import (
    WAYS,
    Bout,
    Direction,
    Event,
    EventKind,
    FloatArray,
    Gait,
    Placement,
    Reasoning,
    Side,
    Spoke,
)

MOVES = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS)
LONGEST_DOUBT_S = 5.0  # unknown for longer: what happened in between is not known
AROUND_S = 2.0  # the edge of a bout is good to about so much
STRIDE_S = 1.2  # a foot rests within each stride
OWN_RESTS = (Placement.FOOT, Placement.SHANK)
NO_STOP_S = 0.05


@dataclass(frozen=True, slots=True)
class Rule:
    """What a change at a run asks for, and how it is told."""

    stop: Claim
    stopped: Message
    too_short: Message


RULES = {
    Direction.FORWARD: Rule(
        safety.STOP_TO_FORWARD_S,
        say("From backward to forward at a run, with a stop long enough"),
        say("From backward to forward at a run without a real stop: the change where falls are feared most"),
    ),
    Direction.BACKWARD: Rule(
        safety.STOP_TO_BACKWARD_S,
        say("From forward to backward at a run, with a stop long enough"),
        say("From forward to backward at a run without a real stop"),
    ),
}
WALKED_STOPPED = say("Changed direction at a walk, with a stop")
WALKED_THROUGH = say("Changed direction at a walk without a stop, which is mild")
UNSEEN = say("Changed direction; a short stop would not show in this recording")
ASIDE = say("Changed to or from going sideways")


def transitions(felt: Felt | None, bouts: Sequence[Bout], frames: Frames, reasoning: Reasoning) -> tuple[Event, ...]:
    """Every change from one way of going to another that no long doubt lies between."""
    calm = _calm(felt)
    return tuple(
        _told(before, after, _stop(felt, calm, before, after, bouts), felt, _surest(before, after, frames, reasoning))
        for before, after in _changes(bouts)
    )


@dataclass(frozen=True, slots=True)
class _Stop:
    """Between two bouts: from when to when, and how long the body stood; NaN where that did not show."""

    start_s: float
    end_s: float
    stood_s: float


def _changes(bouts: Sequence[Bout]) -> Iterator[tuple[Bout, Bout]]:
    last: Bout | None = None
    doubt_s = 0.0
    for bout in bouts:
        if bout.direction in MOVES:
            if last is not None and last.direction is not bout.direction and doubt_s <= LONGEST_DOUBT_S:
                yield last, bout
            last, doubt_s = bout, 0.0
        elif bout.direction is Direction.UNKNOWN:
            doubt_s += bout.end_s - bout.start_s


def _calm(felt: Felt | None) -> FloatArray:
    """(k, 2) when the body stood, to a tenth of a second."""
    if felt is None:
        return np.zeros((0, 2))
    half_s = 0.5 * (STRIDE_S if felt.placement in OWN_RESTS else safety.CALM_S.value)
    trace = felt.trace
    # A window that is calm was calm from its beginning to its end.
    found = runs(liveliness(trace, half_s) < claims.STILL_MPS2.value, trace.time_s)
    if not len(found):
        return np.zeros((0, 2))
    return np.stack((trace.time_s[found[:, 0]] - half_s, trace.time_s[found[:, 1] - 1] + half_s), axis=1)


def _stop(felt: Felt | None, calm: FloatArray, before: Bout, after: Bout, bouts: Sequence[Bout]) -> _Stop:
    """By the sensor where it felt the whole change, else by the bouts, which a short stop does not show in: NaN."""
    start = max(before.start_s, before.end_s - AROUND_S)
    end = min(after.end_s, after.start_s + AROUND_S)
    if felt is None or not _covers(felt.trace, start, end):
        stood = sum(
            bout.end_s - bout.start_s
            for bout in bouts
            if bout.direction is Direction.STILL and before.end_s <= bout.start_s and bout.end_s <= after.start_s
        )
        return _Stop(before.end_s, after.start_s, stood or float("nan"))
    near = calm[(calm[:, 1] > start) & (calm[:, 0] < end)]
    stood = float(np.sum(np.minimum(near[:, 1], end) - np.maximum(near[:, 0], start)))
    if stood < NO_STOP_S:
        return _Stop(before.end_s, after.start_s, 0.0)
    begin, finish = max(start, float(near[0, 0])), min(end, float(near[-1, 1]))
    return _Stop(min(before.end_s, begin), max(after.start_s, finish), stood)


def _covers(trace: Trace, start: float, end: float) -> bool:
    first, last = np.searchsorted(trace.time_s, (start, end))
    return bool(last - first >= 0.8 * (end - start) * TRACE_HZ)


def _told(before: Bout, after: Bout, stop: _Stop, felt: Felt | None, confidence: float) -> Event:
    # What the body carries into the change is the speed it had before.
    ways, ran = {before.direction, after.direction}, before.gait is Gait.RUN
    clean: bool | None
    if Direction.SIDEWAYS in ways:
        clean, why = None, ASIDE
    elif np.isnan(stop.stood_s):
        clean, why = (None if ran else True), UNSEEN
    elif ran:
        rule = RULES[after.direction]
        clean = stop.stood_s >= rule.stop.value
        why = rule.stopped if clean else rule.too_short
    else:
        clean, why = True, WALKED_STOPPED if stop.stood_s > 0 else WALKED_THROUGH
    turned = _turned(felt, before.end_s - 1.0, after.start_s + 1.0)
    side = Side.UNKNOWN
    if abs(turned) > safety.TURNED_THROUGH_RAD.value:
        side = Side.LEFT if turned > 0 else Side.RIGHT
    return Event(
        EventKind.TRANSITION,
        stop.start_s,
        stop.end_s,
        confidence,
        why,
        before=before.direction,
        after=after.direction,
        stop_s=round(stop.stood_s, 2),
        clean=clean,
        turned_rad=turned,
        side=side,
    )


def _turned(felt: Felt | None, start: float, end: float) -> float:
    """How far the sensor turned about the vertical from start to end; NaN where that was not felt."""
    if felt is None or not np.any(felt.trace.heading):
        return float("nan")
    trace = felt.trace
    if not _covers(trace, start, end):
        return float("nan")
    first, last = np.searchsorted(trace.time_s, (start, end))
    within = slice(int(first), int(last))
    step = np.diff(trace.heading[within])
    return float(step[np.diff(trace.piece[within]) == 0].sum())


def _surest(before: Bout, after: Bout, frames: Frames, reasoning: Reasoning) -> float:
    """The less sure of both sides: what was stated of the bout, and what was believed close to the change."""
    return min(
        _side(before, frames.between(before.end_s - AROUND_S, before.end_s), reasoning),
        _side(after, frames.between(after.start_s, after.start_s + AROUND_S), reasoning),
    )


def _side(bout: Bout, near: slice, reasoning: Reasoning) -> float:
    if any(said.source is Spoke.USER for said in bout.evidence):
        return bout.confidence
    chance = reasoning.chance[near, WAYS.index(bout.direction)]
    chance = chance[np.isfinite(chance)]
    close = float(chance.mean()) if len(chance) else bout.confidence
    return max(0.5, min(bout.confidence, 0.5 * (bout.confidence + close)))
