"""Events, reasoning and lessons made by hand, for tests of what is kept and shown."""

import numpy as np

from backstride.message import say
from backstride.recording import (
    Direction,
    Event,
    EventKind,
    Gait,
    Lesson,
    Placement,
    Reasoning,
    Side,
    Spoke,
    Voice,
)

_F, _B = Direction.FORWARD, Direction.BACKWARD
EVENTS = (
    Event(
        EventKind.TRANSITION, 20.0, 23.5, 0.9, say("stood still for {s} s", s=3.5), _F, _B, stop_s=3.5, clean=True
    ),
    Event(
        EventKind.TURN, 30.0, 31.4, 0.8, say("turned about the vertical"), _B, _B, turned_rad=3.2, side=Side.LEFT
    ),
    Event(EventKind.TRANSITION, 40.0, 40.2, 0.7, say("no stop was seen"), _B, _F, stop_s=0.0, clean=False),
    Event(EventKind.STUMBLE, 45.0, 45.8, 0.75, say("two steps out of rhythm")),
    Event(EventKind.GLANCE, 48.0, 48.6, 0.6, say("the head turned"), side=Side.RIGHT),
    Event(EventKind.FALL, 55.0, 58.0, 0.95, say("an impact of {g} g, then stillness", g=6.0)),
)  # fmt: skip
LESSON = Lesson(Placement.POCKET, _B, Gait.RUN, 40.0, (0.1, -2.5, 1e-9))
VOICES = (
    Voice(Spoke.IMU, say("A leg swings quickly the way the body goes, and slowly back"), np.zeros(0)),
    Voice(Spoke.COMPASS, say("The track goes the way the sensor faces, or against it"), np.zeros(0)),
)


def reasoning(seconds: float = 60.0, front: float = 0.93) -> Reasoning:
    """Forward, then backward, with a doubtful change, a stretch where the compass was silent and a hole at the end."""
    edge = np.append(np.arange(0.0, seconds, 0.5), seconds)
    middle = (edge[1:] + edge[:-1]) / 2
    ahead = 1 / (1 + np.exp(np.clip((middle - seconds / 2) / (seconds / 60), -30, 30)))
    chance = np.stack((0.9 * ahead, 0.9 * (1 - ahead), *np.full((3, len(middle)), 0.1 / 3)), axis=1)
    odds = np.log(np.maximum(ahead, 1e-9) / np.maximum(1 - ahead, 1e-9))
    late = middle > 0.97 * seconds
    chance[late] = np.nan
    silent = np.where((middle < seconds / 4) | late, np.nan, 0.4 * odds)
    heard = (np.where(late, np.nan, odds), silent)
    voices = tuple(Voice(one.source, one.why, said) for one, said in zip(VOICES, heard, strict=True))
    return Reasoning(edge, chance, voices, front)
