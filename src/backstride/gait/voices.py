"""What each source said of each frame, kept for the person who asks why."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.gait.facing import Weighed
from backstride.gait.frames import Frames
from backstride.gait.inertial import SHORTEST_WAY_M, STRIDE_ODDS, Heard, toe_sense
from backstride.gait.lessons import SIGN
from backstride.gait.spoken import Saying
from backstride.message import Message, say
from backstride.recording import FloatArray, Placement, Spoke, Voice

SILENT = say("Speed alone does not tell forward from backward")
LEG = say("A leg swings quickly the way the body goes, and slowly back")
COMPASS = say("The compass shows where the sensor points, the course where the body goes")
FELT = say("The push of starts, stops and turns adds up to a velocity")
WHY: dict[Placement, Message] = {
    Placement.FOOT: LEG,
    Placement.SHANK: LEG,
    Placement.POCKET: LEG,
}
STRIDE = say("Strides follow the toes, or go against them")
BOUNCE = say("The trunk brakes and pushes in step with its rise and fall")


SAID = {
    Spoke.LAP: say("The names of laps"),
    Spoke.PLAN: say("The steps of the planned workout"),
    Spoke.USER: say("What you marked"),
}
MOST_TRUST = 0.999


def spoken(said: Sequence[Saying], frames: Frames) -> tuple[Voice, ...]:
    """What laps, plan and person said, each as one voice that is silent elsewhere."""
    found = []
    for source, why in SAID.items():
        odds = np.full(len(frames), np.nan)
        for saying in said:
            if saying.source is source and saying.says in SIGN:
                trust = min(saying.trust, MOST_TRUST)
                odds[frames.between(saying.start_s, saying.end_s)] = SIGN[saying.says] * np.log(trust / (1 - trust))
        found.append(Voice(source, why, odds))
    return tuple(voice for voice in found if np.any(np.isfinite(voice.odds)))


def voices(heard: Heard | None, weighed: Weighed, known: NDArray[np.bool_], frames: Frames) -> tuple[Voice, ...]:
    """What motion says in each of its ways, where there is any; else speed, which says that it cannot tell."""
    if heard is None:
        return (Voice(Spoke.SPEED, SILENT, np.where(known, 0.0, np.nan)),)
    spoke = [(WHY.get(heard.placement, BOUNCE), weighed.shape), (FELT, weighed.velocity)]
    if heard.placement is Placement.FOOT:
        spoke.insert(0, (STRIDE, _stride_odds(heard, frames)))
    heard_voices = [Voice(Spoke.IMU, why, odds) for why, odds in spoke]
    heard_voices.append(Voice(Spoke.COMPASS, COMPASS, weighed.compass))
    return tuple(voice for voice in heard_voices if np.any(np.isfinite(voice.odds)))


def _stride_odds(heard: Heard, frames: Frames) -> FloatArray:
    odds = np.full(len(frames), np.nan)
    along, _ = toe_sense(heard.strides)
    for start, end, ahead, way in zip(
        heard.strides.start_s, heard.strides.end_s, along, np.abs(heard.strides.way), strict=True
    ):
        if way >= SHORTEST_WAY_M:
            odds[frames.between(float(start), float(end))] = STRIDE_ODDS * ahead
    return odds
