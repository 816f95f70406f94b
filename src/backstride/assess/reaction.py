"""How long a body takes to begin to move after a signal.

The signals' times come from the recording's lap button, or are given. Of each signal:
1. The second before it is the rest: its mean is what standing looks like, its spread must stay below
   REACTION_CALM_MPS2, else a movement had begun already and the signal is left out.
2. Acceleration is averaged over 30 ms. The first movement is where it differs from the rest by more than
   REACTION_RISE_MPS2, or by five spreads of the rest where that is more, for 40 ms without a break.
3. Earlier than REACTION_LEAST_S is no reaction, later than REACTION_MOST_S is a signal that was missed.
A movement that swells slowly is seen a few hundredths of a second late, each time alike; a helper who presses and calls
adds as much of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.assess.kinds import BEHIND_YOU, CLEAR_GROUND, GENTLE, Better, Entry, Keep, Test
from backstride.errors import NotAllowed
from backstride.evidence import tests as claims
from backstride.message import say
from backstride.recording import FloatArray, Recording, Signal

LEAST_REACTIONS = 3
_REST_S = 1.0
_AVERAGED_S = 0.03
_LASTS_S = 0.04
_SPREADS = 5.0
_LEAST_RATE_HZ = 50.0

REACTION: tuple[Test, ...] = (
    Test(
        key="reaction",
        name=say("Reaction to a call"),
        purpose=say("How soon you begin to move when somebody calls."),
        steps=(say("Strap the phone to your lower back and start a recording of the motion sensor."),
               say("Stand ready to go backward. Somebody presses the lap button and calls in the same moment."),
               say("Go three steps backward at once, come back and stand still."),
               say("The next call comes after three to eight seconds, never in a rhythm. Ten calls are good."),
               say("Upload the recording and choose it below; where it has no laps, type the seconds of the calls.")),
        figure="call-and-stop", warm_up=GENTLE, safety=(CLEAR_GROUND, BEHIND_YOU),
        trials=1, keep=Keep.MEDIAN, unit="s", better=Better.LOWER, low=0.1, high=1.5, digits=3, entry=Entry.RECORDED,
        rules=(claims.REACTION_RISE_MPS2, claims.REACTION_CALM_MPS2, claims.REACTION_LEAST_S, claims.REACTION_MOST_S),
        permit="WALK", limits=frozenset({"balance", "dizziness", "concussion", "vision"}),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reactions:
    """times_s: of the signals that were reacted to; spread_s: from their first to their third quarter.

    moving, early, missed   signals that were left out: a movement had begun, it came too soon, or none came
    """

    times_s: tuple[float, ...]
    median_s: float
    spread_s: float
    moving: int
    early: int
    missed: int


def cues_of(recording: Recording) -> tuple[float, ...]:
    """Seconds at which the lap button was pressed, from the recording's start."""
    ends = [lap.end_s for lap in recording.about.laps]
    return tuple(end for end in ends if 0 < end < recording.duration_s - _AVERAGED_S)


def reactions(recording: Recording, cues: Sequence[float] = ()) -> Reactions:
    """Reaction times to the signals at `cues` (s), or to each press of the lap button.

    Raises NotAllowed, with words why, where fewer than LEAST_REACTIONS can be read.
    """
    signal = recording.signals.get("acceleration")
    if signal is None or not signal.rate_hz >= _LEAST_RATE_HZ:
        raise NotAllowed(
            say("reactions need a motion sensor that is read {least} times a second", least=round(_LEAST_RATE_HZ))
        )
    when = tuple(cues) or cues_of(recording)
    if len(when) < LEAST_REACTIONS:
        raise NotAllowed(
            say("{count} calls are known in this recording; {least} are needed", count=len(when), least=LEAST_REACTIONS)
        )
    read = [_first_movement(signal, cue) for cue in when]
    late, soon = claims.REACTION_MOST_S.value, claims.REACTION_LEAST_S.value
    times = [one for one in read if one is not None and soon <= one <= late]
    if len(times) < LEAST_REACTIONS:
        raise NotAllowed(
            say("{count} of {all} calls were answered from standing still", count=len(times), all=len(when))
        )
    low, middle, high = np.quantile(times, (0.25, 0.5, 0.75))
    return Reactions(
        times_s=tuple(times),
        median_s=float(middle),
        spread_s=float(high - low),
        moving=sum(one is None for one in read),
        early=sum(one is not None and one < soon for one in read),
        missed=sum(one is not None and one > late for one in read),
    )


def _first_movement(signal: Signal, cue_s: float) -> float | None:
    """Seconds from the signal to the first movement; infinite: none came; None: there was no rest before it."""
    rest = _whole(signal.between(cue_s - _REST_S, cue_s))
    after = signal.between(cue_s - _AVERAGED_S, cue_s + claims.REACTION_MOST_S.value + _LASTS_S)
    moved = _whole(after)
    if min(len(rest), len(moved)) < _REST_S * _LEAST_RATE_HZ / 2:
        return None
    spread = float(np.sqrt(np.sum(np.var(rest, axis=0))))
    if spread > claims.REACTION_CALM_MPS2.value:
        return None
    away = np.linalg.norm(_averaged(moved, signal.rate_hz) - rest.mean(axis=0), axis=1)
    beyond = away > max(claims.REACTION_RISE_MPS2.value, _SPREADS * spread)
    lasting = max(1, round(_LASTS_S * signal.rate_hz))
    held = np.convolve(beyond, np.ones(lasting), "valid") >= lasting
    held &= after.time_s[: len(held)] >= cue_s
    return float(after.time_s[int(np.argmax(held))] - cue_s) if held.any() else float("inf")


def _whole(signal: Signal) -> FloatArray:
    """Missing samples as those before them."""
    values = np.array(signal.values)
    good = np.all(np.isfinite(values), axis=1)
    if good.all() or not good.any():
        return values if good.any() else values[:0]
    newest = np.maximum.accumulate(np.where(good, np.arange(len(good)), int(np.argmax(good))))
    return np.asarray(values[newest])


def _averaged(values: FloatArray, rate_hz: float) -> FloatArray:
    wide = max(1, round(_AVERAGED_S * rate_hz))
    kernel = np.full(wide, 1 / wide)
    padded = np.concatenate((np.repeat(values[:1], wide - 1, axis=0), values)) if wide > 1 else values
    return np.stack([np.convolve(column, kernel, "valid") for column in padded.T], axis=1)
