"""Stumbles: a step out of rhythm together with a jolt or a tilt, after which the gait goes on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import safety
from backstride.gait.events.reading import BREAK_S, Felt, angle_between, hanging, sure
from backstride.gait.trace import Trace
from backstride.message import say
from backstride.recording import Bout, Direction, Event, EventKind, FloatArray, Gait, Placement, Steps

NEIGHBOURS = 6  # steps of the same foot on either side that a step is compared with
SPREADS = 5.0  # robust standard deviations beyond which a value does not belong to its neighbours
LEAST_SPREAD = 0.03  # of the middle value; few neighbours may agree by chance
LEAST_JOLT_MPS2 = 1.0  # a tenth of gravity: no gait stays below
EDGE_S = 1.5  # who sets off, turns or stops is out of rhythm on purpose
TOGETHER_S = 2.0  # what is out of rhythm within so long is one stumble
ANSWER_SHARE = 0.6  # of what else is asked for: a late step with a quick one after it is plainer than either
RECOVERED_STEPS = 3
RECOVERED_S = 3.0
LONG_STEP = 1.7  # of the usual duration: a step that was not felt, rather than a long one
TRUNK = (Placement.WAIST, Placement.CHEST, Placement.HEAD)

WHY = say("A step out of rhythm with a jolt; the gait went on")
WHY_TILT = say("A step out of rhythm while the body tilted; the gait went on")


def stumbles(felt: Felt, bouts: Sequence[Bout], steps: Steps, others: Sequence[Event]) -> tuple[Event, ...]:
    """`others`: turns, transitions and falls, in which steps are out of rhythm without being stumbles.

    1. Steps whose duration lies far from those around it.
    2. Of these, the ones with a jolt beyond the steps around, or a tilt of the trunk.
    3. The gait was steady before and goes on after.
    """
    contact = steps.contact_s
    if len(contact) < 2 * NEIGHBOURS or not len(felt.trace.time_s):
        return ()
    # 1.
    steady = _steady(contact, bouts, others) & ~_near_a_break(contact, felt.trace)
    length = np.where(steady[:-1] & steady[1:], np.diff(contact), np.nan)
    usual, spread = _around(length)
    off = length - usual
    rhythm = safety.RHYTHM_SHARE.value
    odd = (np.abs(off) > SPREADS * spread) & (np.abs(off) > rhythm * usual) & (length < LONG_STEP * usual)
    asked = np.where(
        _answered(np.where(odd | (np.abs(off) > ANSWER_SHARE * rhythm * usual), off, 0.0)), ANSWER_SHARE, 1
    )
    # 2.
    jolt = _jolts(felt.trace, contact)
    usual_jolt, jolt_spread = _around(np.where(np.isfinite(length), jolt, np.nan))
    extra = np.where(jolt - usual_jolt > SPREADS * jolt_spread, jolt - usual_jolt, 0.0)
    hard = _beside(extra / np.maximum(np.nan_to_num(usual_jolt), LEAST_JOLT_MPS2)) / (asked * safety.JOLT_SHARE.value)
    tilted = _beside(_tilts(felt, contact)) / (asked * safety.STUMBLE_TILT_RAD.value)
    # 3.
    found = np.flatnonzero(odd & (np.maximum(hard, tilted) > 1) & _goes_on(contact))
    events: list[Event] = []
    for k in found.tolist():
        start, end = float(contact[k]), float(contact[k + 1])
        if events and start - events[-1].end_s < TOGETHER_S:
            start = events.pop().start_s
        beyond = abs(float(off[k])) / (rhythm * float(usual[k])) - 1.0
        upset = float(max(hard[k], tilted[k])) - 1.0
        confidence = sure(
            0.2 + 0.3 * min(beyond, 1.0) + 0.3 * min(upset, 1.0) + 0.1 * float(min(hard[k], tilted[k]) > 1)
        )
        events.append(Event(EventKind.STUMBLE, start, end, confidence, WHY if hard[k] >= tilted[k] else WHY_TILT))
    return tuple(events)


def _steady(contact: FloatArray, bouts: Sequence[Bout], others: Sequence[Event]) -> NDArray[np.bool_]:
    """(n,) whether the contact lies well within gait of one kind, and in nothing else that happened."""
    out = np.zeros(len(contact), bool)
    for bout in bouts:
        if bout.gait is not Gait.NONE and bout.direction is not Direction.TURNING:
            first, last = np.searchsorted(contact, (bout.start_s + EDGE_S, bout.end_s - EDGE_S))
            out[first:last] = True
    for event in others:
        first, last = np.searchsorted(contact, (event.start_s - EDGE_S, event.end_s + EDGE_S))
        out[first:last] = False
    return out


def _near_a_break(contact: FloatArray, trace: Trace) -> NDArray[np.bool_]:
    """(n,) whether the recording paused close by: what was between is not known."""
    out = np.zeros(len(contact), bool)
    for k in np.flatnonzero(np.diff(trace.time_s) > BREAK_S).tolist():
        first, last = np.searchsorted(contact, (trace.time_s[k] - EDGE_S, trace.time_s[k + 1] + EDGE_S))
        out[first:last] = True
    return out


def _around(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Middle value (n,) of the neighbours of each and their robust standard deviation; NaN where too few are known.

    Every other step is compared, which is the same foot's: legs differ, and a sensor on one feels its own.
    """
    reach = 2 * NEIGHBOURS
    padded = np.pad(values, reach, constant_values=np.nan)
    near = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)[:, ::2].copy()
    near[:, NEIGHBOURS] = np.nan
    enough = np.isfinite(near).sum(axis=1) >= NEIGHBOURS
    out = np.full((2, len(values)), np.nan)
    if enough.any():
        middle = np.nanmedian(near[enough], axis=1)
        away = np.nanmedian(np.abs(near[enough] - middle[:, None]), axis=1)
        out[:, enough] = middle, np.maximum(1.4826 * away, LEAST_SPREAD * middle)
    return out[0], out[1]


def _answered(off: FloatArray) -> NDArray[np.bool_]:
    """(n,) whether a step that is off is followed, or led, within two by one that is off the other way."""
    way = np.sign(np.nan_to_num(off))
    out = np.zeros(len(way), bool)
    for lag in (1, 2):
        pair = way[lag:] * way[:-lag] < 0
        out[lag:] |= pair
        out[:-lag] |= pair
    return out


def _jolts(trace: Trace, contact: FloatArray) -> FloatArray:
    """(n - 1,) largest force from each contact to the next, both included."""
    edges = np.searchsorted(trace.time_s, contact - 0.1)
    edges = np.minimum(edges, len(trace.time_s) - 1)
    return np.asarray(np.maximum.reduceat(trace.jolt, edges)[:-1])


def _tilts(felt: Felt, contact: FloatArray) -> FloatArray:
    """(n - 1,) how far the trunk hangs from how it usually does, in the step from each contact; 0 for other places,
    whose attitude is the limb's own."""
    if felt.placement not in TRUNK:
        return np.zeros(len(contact) - 1)
    quick, slow = hanging(felt.trace, 0.3), hanging(felt.trace, 5.0)
    middle = 0.5 * (contact[1:] + contact[:-1])
    at = np.clip(np.searchsorted(felt.trace.time_s, middle), 0, len(quick) - 1)
    return angle_between(quick[at], slow[at])


def _beside(values: FloatArray) -> FloatArray:
    """The largest of each step's own value and those of the steps before and after."""
    padded = np.pad(values, 1, mode="edge")
    return np.asarray(np.maximum(np.maximum(padded[:-2], padded[2:]), values))


def _goes_on(contact: FloatArray) -> NDArray[np.bool_]:
    """(n - 1,) whether enough steps follow soon."""
    later = np.searchsorted(contact, contact[1:] + RECOVERED_S, side="right") - np.arange(1, len(contact))
    return np.asarray(later > RECOVERED_STEPS)
