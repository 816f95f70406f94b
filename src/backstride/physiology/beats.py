"""Heart rate freed from what sensors make up: dropouts, spikes, rates that stand still, steps taken for beats.

1. Values that no heart has are left out; several a second become one.
2. A value far from the middle one of fifteen seconds around it is left out.
3. What lies between a jump away and a jump back is left out, up to some minutes: a dry strap reads 215 for half a
   minute, a wrist 85, and no heart gets there within seconds. At the very beginning or end one jump is enough.
   It is never half of the recording or more: then nobody can say which side was wrong.
4. A rate that stays the same to the last digit for minutes is left out.
5. A rate that rises and falls with the step rate, close to it or to its half, was read from the steps or the arms:
   optical sensors do that when they lose the pulse. Close alone is no sign, many people run at 165 steps and 165 beats
   a minute.

Beat-to-beat intervals give a rate where no other was recorded; beats that fit nothing around them are left out first.
Nothing is filled in: what is left out stays missing, and how much that was is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import heart
from backstride.recording import FloatArray, Signal

MINUTE_S = 60.0
AROUND = 15  # values, one a second: the middle one of them is what a value is held against
AROUND_BEATS = 11
NEAR_STEPS_BPM = 3.0
FOLLOWS = 0.5  # correlation
LIVELY_SPM = 1.5  # standard deviation: a step rate that does not change cannot be followed
BEAT_S = (0.27, 2.2)
BEATS_TOGETHER_S = 5.0


class Fault(StrEnum):
    """Why a stretch of heart rate is left out."""

    IMPOSSIBLE = "impossible"
    SPIKE = "spike"
    JUMP = "jump"
    STUCK = "stuck"
    STEPS = "steps"
    IRREGULAR = "irregular"


@dataclass(frozen=True, eq=False, slots=True)
class Pulse:
    """Heart rate as it can be believed.

    time_s, bpm  (n,) without what was left out
    held_s       (n,) seconds that each value stands for
    left_out     seconds by reason
    from_beats   whether it was made of beat-to-beat intervals
    """

    time_s: FloatArray
    bpm: FloatArray
    held_s: FloatArray
    left_out: Mapping[Fault, float]
    from_beats: bool = False

    def __len__(self) -> int:
        return len(self.time_s)

    def mean(self, start_s: float, end_s: float) -> float:
        """Over a stretch, each value for as long as it stands; NaN where half of the stretch or more is missing."""
        first, last = np.searchsorted(self.time_s, (start_s, end_s))
        held = self.held_s[first:last]
        if held.sum() < 0.5 * (end_s - start_s) or not len(held):
            return float("nan")
        return float(np.average(self.bpm[first:last], weights=held))


@dataclass(frozen=True, eq=False, slots=True)
class Beats:
    """Beat-to-beat intervals: time_s and rr_s (n,) of the believed ones; share: how many of all were left out."""

    time_s: FloatArray
    rr_s: FloatArray
    share: float


NOTHING = Pulse(np.zeros(0), np.zeros(0), np.zeros(0), {})


def pulse_of(signals: Mapping[str, Signal], cadence: Signal | None = None) -> Pulse:
    """The heart rate of a recording; where none was recorded, from beats; empty where there are none either."""
    stated = _each_second(signals.get("heart_rate"))
    if np.any(stated[1] > 0):
        return clean_rate(*stated, cadence if cadence is not None else signals.get("cadence"))
    rr = signals.get("rr_interval")
    return NOTHING if rr is None else rate_of_beats(rr)


def clean_rate(time_s: FloatArray, bpm: FloatArray, cadence: Signal | None = None) -> Pulse:
    """The five steps of the module, for a rate (n,) at increasing times with NaN where it is missing."""
    held_s = _held(time_s)
    why = np.full(len(bpm), "", dtype="U12")
    low, high = heart.SLOWEST_BEAT_BPM.value, heart.QUICKEST_BEAT_BPM.value
    # 1.
    known = np.isfinite(bpm)
    why[known & ((bpm < low) | (bpm > high))] = Fault.IMPOSSIBLE
    # 2.
    good = np.flatnonzero(known & (why == ""))
    off = np.abs(bpm[good] - _middle(bpm[good], AROUND)) > heart.OFF_RATE_BPM.value
    why[good[off]] = Fault.SPIKE
    # 3.
    good = np.flatnonzero(known & (why == ""))
    why[good[_apart(time_s[good], bpm[good])]] = Fault.JUMP
    # 4. and 5.
    good = np.flatnonzero(known & (why == ""))
    for first, last in _runs(np.append(True, np.diff(bpm[good]) != 0)[: len(good)]):
        if time_s[good[last]] - time_s[good[first]] >= heart.STUCK_S.value:
            why[good[first : last + 1]] = Fault.STUCK
    why[good[_locked(time_s[good], bpm[good], cadence)]] = Fault.STEPS
    kept = known & (why == "")
    left_out = {fault: float(held_s[why == fault.value].sum()) for fault in Fault if np.any(why == fault.value)}
    return Pulse(time_s[kept], bpm[kept], held_s[kept], left_out)


def clean_beats(rr: Signal) -> Beats:
    """Intervals that a heart has and that fit the eleven around them."""
    values = np.asarray(rr.values, np.float64).ravel() if rr.values.ndim == 1 else np.zeros(0)
    good = np.flatnonzero(np.isfinite(values) & (values > BEAT_S[0]) & (values < BEAT_S[1]))
    fits = np.abs(values[good] / _middle(values[good], AROUND_BEATS) - 1) <= heart.OFF_BEAT_SHARE.value
    kept = good[fits]
    return Beats(rr.time_s[kept], values[kept], 1 - len(kept) / len(values) if len(values) else 0.0)


def rate_of_beats(rr: Signal) -> Pulse:
    """A rate every five seconds from the believed beats in them; beats must fill half of the time."""
    beats = clean_beats(rr)
    if not len(beats.rr_s):
        return NOTHING
    begin = float(beats.time_s[0] - beats.rr_s[0])
    slot = ((beats.time_s - begin) / BEATS_TOGETHER_S).astype(np.int64)
    filled = np.bincount(slot, beats.rr_s)
    count = np.bincount(slot)
    there = np.flatnonzero(filled >= 0.5 * BEATS_TOGETHER_S)
    bpm = np.asarray(MINUTE_S * count[there] / filled[there], np.float64)
    time_s = np.asarray(begin + there * BEATS_TOGETHER_S, np.float64)
    begun = count > 0
    begun[-1] = False  # the last five seconds are hardly ever full
    lost = float(np.sum(begun & (filled < 0.5 * BEATS_TOGETHER_S))) * BEATS_TOGETHER_S
    left_out = {Fault.IRREGULAR: lost} if lost else {}
    return Pulse(time_s, bpm, np.full(len(there), BEATS_TOGETHER_S), left_out, from_beats=True)


def _each_second(signal: Signal | None) -> tuple[FloatArray, FloatArray]:
    """Times and values; of several values within a second the middle one."""
    if signal is None or signal.values.ndim != 1 or not len(signal):
        return np.zeros(0), np.zeros(0)
    time_s, values = signal.time_s, np.asarray(signal.values, np.float64)
    if len(signal) < 3 or signal.rate_hz < 1.5:
        return time_s, values
    good = np.isfinite(values)
    time_s, values = time_s[good], values[good]
    starts = np.flatnonzero(np.diff(np.floor(time_s), prepend=-np.inf) > 0)
    parts = np.split(values, starts[1:]) if len(starts) else []
    return time_s[starts], np.array([float(np.median(part)) for part in parts])


def _held(time_s: FloatArray) -> FloatArray:
    """How long each value stands: until the next, and no longer than HOLD_S; the last one as long as usual."""
    if not len(time_s):
        return np.zeros(0)
    between = np.diff(time_s)
    usual = float(np.median(between)) if len(between) else 1.0
    return np.asarray(np.minimum(np.append(between, usual), heart.HOLD_S.value), np.float64)


def _middle(values: FloatArray, around: int) -> FloatArray:
    """The median of `around` values around each; at the ends of those that are there."""
    if len(values) < 3:
        return values
    around = min(around, len(values) - 1 + len(values) % 2)
    half = around // 2
    padded = np.pad(values, half, mode="reflect")
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1), axis=1))


def _runs(begins: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """First and last place of each run, where `begins` marks the first of one."""
    starts = np.flatnonzero(begins)
    if not len(starts):
        return
    yield from zip(starts.tolist(), (np.append(starts[1:], len(begins)) - 1).tolist(), strict=True)


def _apart(time_s: FloatArray, bpm: FloatArray) -> NDArray[np.bool_]:
    """(n,) which values stand apart from both sides by a jump there and a jump back."""
    apart = np.zeros(len(bpm), bool)
    change = np.diff(bpm)
    quick = np.diff(time_s) <= heart.JUMP_WITHIN_S.value
    jumps = np.append(True, quick & (np.abs(change) > heart.OFF_RATE_BPM.value))[: len(bpm)]
    longest = min(heart.JUMP_BACK_S.value, 0.5 * float(np.ptp(time_s))) if len(time_s) else 0.0
    for first, last in _runs(jumps):
        there = 0.0 if first == 0 else float(change[first - 1])
        back = 0.0 if last == len(bpm) - 1 else float(change[last])
        apart[first : last + 1] = time_s[last] - time_s[first] < longest and there * back <= 0
    return apart


def _locked(time_s: FloatArray, bpm: FloatArray, cadence: Signal | None) -> NDArray[np.bool_]:
    """(n,) which values were read from the steps."""
    locked = np.zeros(len(bpm), bool)
    if cadence is None or cadence.values.ndim != 1 or len(bpm) < 2:
        return locked
    known = np.isfinite(cadence.values)
    if np.sum(known) < 2:
        return locked
    steps = np.interp(time_s, cadence.time_s[known], cadence.values[known], left=np.nan, right=np.nan)
    for share in (1.0, 0.5):
        locked |= _following(time_s, bpm, share * steps, share * LIVELY_SPM)
    return locked


def _following(time_s: FloatArray, bpm: FloatArray, pace: FloatArray, lively: float) -> NDArray[np.bool_]:
    """(n,) which values stay close to a pace (n,) for long and rise and fall with it."""
    follows = np.zeros(len(bpm), bool)
    near = np.abs(pace - bpm) <= NEAR_STEPS_BPM
    for first, last in _runs(np.append(True, near[1:] != near[:-1])):
        run = slice(first, last + 1)
        if not near[first] or time_s[last] - time_s[first] < heart.LOCKED_S.value:
            continue
        if np.std(pace[run]) >= lively and np.std(bpm[run]) > 0:
            follows[run] = bool(np.corrcoef(pace[run], bpm[run])[0, 1] >= FOLLOWS)
    return follows
