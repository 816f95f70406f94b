"""What the heart did in a recording, along the ground it went."""

import numpy as np

from backstride.gait.places import find_course
from backstride.physiology.heart import Heard, hear
from backstride.recording import Analysis, Recording


def listen(recording: Recording, analysis: Analysis) -> Heard:
    """Speed is the device's own, or that of its positions."""
    stated = recording.signals.get("speed")
    known = stated is not None and bool(np.any(np.isfinite(stated.values)))
    speed = stated if known else find_course(recording, (np.zeros(0), np.zeros(0))).speed
    return hear(recording, analysis.bouts, analysis.steps, speed)
