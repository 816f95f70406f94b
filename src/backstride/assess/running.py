"""Running: the heart rate that one forward pace takes, and a distance backward against the clock.

The heart rate is read from a recording so: speed is averaged over 30 s; where it stays within PACE_SHARE of the pace
for PACE_LASTS_S at least, the mean of the last PACE_MEANT_S of the longest such stretch counts.
"""

import numpy as np

from backstride.assess.kinds import CLEAR_GROUND, LIVELY, STOP_AT_PAIN, Better, Condition, Entry, Keep, Test
from backstride.assess.surroundings import ON_A_WAY
from backstride.errors import NotAllowed
from backstride.evidence import tests as claims
from backstride.message import say
from backstride.recording import Recording, Signal

_PACES = tuple(
    (f"{minutes}:{seconds:02d} min/km", say("{pace} min/km", pace=f"{minutes}:{seconds:02d}"))
    for minutes, seconds in ((6, 0), (4, 0), (4, 30), (5, 0), (5, 30), (6, 30), (7, 0), (7, 30), (8, 0), (10, 0))
)
_DISTANCES = (
    ("100 m", say("100 m")), ("200 m", say("200 m")), ("400 m", say("400 m")), ("1 km", say("1 km")),
    ("5 km", say("5 km")),
)  # fmt: skip

RUNNING: tuple[Test, ...] = (
    Test(
        key="economy",
        name=say("Heart rate at one pace"),
        purpose=say("Whether the same forward pace gets easier: fewer beats for the same speed."),
        steps=(say("Choose one easy pace and keep to it in every test, on the same flat way or treadmill."),
               say("Run forward at that pace for ten minutes, with a chest strap if you have one."),
               say("Take the mean heart rate of the last three minutes."),
               say("Test at the same time of day, rested, three hours after a meal; note heat and wind.")),
        figure="test-pace", warm_up=say("Ten easy minutes before the ten that count."), safety=(STOP_AT_PAIN,),
        trials=1, keep=Keep.MEAN, unit="bpm", better=Better.LOWER, low=50.0, high=220.0, digits=0, entry=Entry.TYPED,
        rules=(claims.PACE_SHARE, claims.PACE_LASTS_S, claims.PACE_MEANT_S),
        condition=Condition(say("Pace"), _PACES), limits=frozenset({"heart", "concussion"}), around=ON_A_WAY,
    ),
    Test(
        key="time-trial",
        name=say("Backward time trial"),
        purpose=say("How fast you cover a distance backward."),
        steps=(say("Choose a distance well below the longest you have gone backward."),
               say("Start from standing, back to the way, and run backward at an even effort."),
               say("The clock stops when you cross the line. Come to a stop before you turn round.")),
        figure="straight", warm_up=LIVELY,
        safety=(CLEAR_GROUND, say("Somebody runs along facing forward and calls; on a track, take the inner lane."),
                STOP_AT_PAIN),
        trials=1, keep=Keep.BEST, unit="s", better=Better.LOWER, low=8.0, high=10800.0, every=28,
        condition=Condition(say("Distance"), _DISTANCES), permit="RUN", around=ON_A_WAY,
        limits=frozenset({"knee", "hip", "ankle", "Achilles or calf", "forefoot", "hamstring", "neck", "balance",
                          "vision", "dizziness", "bones", "blood thinners", "concussion", "pregnancy", "heart",
                          "feeling in the feet"}),
    ),
)  # fmt: skip

_SMOOTHED_S = 30


def heart_rate_at_pace(recording: Recording, pace: str) -> float:
    """Beats per minute at a pace such as "6:00 min/km".

    Raises NotAllowed, with words why, where there is no heart rate or speed, or the pace was not kept for long enough.
    """
    minutes, seconds = pace.removesuffix(" min/km").split(":")
    wanted = 1000 / (60 * float(minutes) + float(seconds))
    heart, speed = recording.signals.get("heart_rate"), _speed(recording)
    if heart is None or speed is None or min(len(heart), len(speed)) < _SMOOTHED_S:
        raise NotAllowed(say("this test needs a recording with heart rate and speed"))
    clock = np.arange(0, recording.duration_s, 1.0)
    run = np.interp(clock, speed.time_s, speed.values)
    smooth = np.convolve(run, np.full(_SMOOTHED_S, 1 / _SMOOTHED_S), "same")
    kept = np.concatenate(([False], np.abs(smooth / wanted - 1) <= claims.PACE_SHARE.value, [False]))
    edges = np.flatnonzero(np.diff(kept.astype(int)))
    stretches = [(end - first, end) for first, end in zip(edges[::2], edges[1::2], strict=True)]
    lasted, end = max(stretches, default=(0, 0))
    if lasted < claims.PACE_LASTS_S.value:
        least = round(claims.PACE_LASTS_S.value / 60)
        raise NotAllowed(say("{pace} was not kept for {minutes} minutes in this recording", pace=pace, minutes=least))
    beats = heart.between(float(end) - claims.PACE_MEANT_S.value, float(end)).values
    beats = beats[np.isfinite(beats)]
    if not len(beats):
        raise NotAllowed(say("the heart rate is missing where the pace was kept"))
    return float(np.mean(beats))


def _speed(recording: Recording) -> Signal | None:
    """As the device states it, without missing samples; else from its distance."""
    for name in ("speed", "distance"):
        signal = recording.signals.get(name)
        if signal is None:
            continue
        good = np.isfinite(signal.values)
        if np.count_nonzero(good) < _SMOOTHED_S:
            continue
        values = signal.values[good]
        if name == "distance":
            values = np.gradient(values, signal.time_s[good])
        return Signal(np.array(signal.time_s[good]), np.array(values), "m/s")
    return None
