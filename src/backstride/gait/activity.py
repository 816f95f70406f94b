"""Still, walking or running, from speed and cadence."""

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import Frames, average
from backstride.gait.places import Course
from backstride.recording import FloatArray, Recording

REACH_S = 1.25
SURE = 3.0  # log-likelihood that a plain reading of a speed or a cadence adds to a frame
SPEED_WIDTH_MPS = 0.25
CADENCE_WIDTH_SPM = 6.0


def travel_evidence(recording: Recording, course: Course, frames: Frames) -> FloatArray:
    """(n, 7) log-likelihoods from speed and cadence at 1 Hz; zero where neither was recorded."""
    total = np.zeros((len(frames), len(states.STATES)))
    speed = average(course.speed, frames, REACH_S)
    cadence = average(recording.signals.get("cadence"), frames, REACH_S)
    standing = np.where(np.isnan(speed), 0.0, _soft((claims.STANDING_SPEED_MPS.value - speed) / 0.1))
    stepping = np.where(np.isnan(cadence) | np.isfinite(speed), 0.0, _soft((30.0 - cadence) / 5.0))
    total[:, states.STILL] += (standing + stepping)[:, None]
    by_speed = _soft((speed - claims.WALK_RUN_SPEED_MPS.value) / SPEED_WIDTH_MPS)
    by_cadence = _soft((cadence - claims.WALK_RUN_CADENCE_SPM.value) / CADENCE_WIDTH_SPM)
    stepped = cadence > 60.0
    running = np.where(stepped, by_cadence, np.where(np.isnan(speed), 0.0, by_speed))
    total[:, states.RUN] += 0.5 * running[:, None]
    total[:, states.WALK] -= 0.5 * running[:, None]
    # A turn on the spot covers no ground.
    total[:, states.TURNING] -= np.where(speed > 1.0, SURE, 0.0)[:, None]
    return total


def seen_travel(recording: Recording, course: Course, frames: Frames) -> NDArray[np.bool_]:
    """(n,) whether speed or cadence was recorded around each frame."""
    known = np.isfinite(average(course.speed, frames, REACH_S))
    known |= np.isfinite(average(recording.signals.get("cadence"), frames, REACH_S))
    return np.asarray(known)


def _soft(x: FloatArray) -> FloatArray:
    return SURE * np.tanh(x / SURE)
