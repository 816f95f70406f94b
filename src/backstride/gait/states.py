"""What a person can be doing, as a hidden Markov model sees it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.frames import FRAME_S
from backstride.recording import Direction, FloatArray, Gait


@dataclass(frozen=True, slots=True)
class State:
    """A row of STATES."""

    direction: Direction
    gait: Gait


STATES = (
    State(Direction.STILL, Gait.NONE),
    State(Direction.TURNING, Gait.WALK),
    State(Direction.FORWARD, Gait.WALK),
    State(Direction.FORWARD, Gait.RUN),
    State(Direction.BACKWARD, Gait.WALK),
    State(Direction.BACKWARD, Gait.RUN),
    State(Direction.SIDEWAYS, Gait.WALK),
)
PRIOR = np.array([0.2, 0.05, 0.18, 0.18, 0.18, 0.18, 0.03])


def columns(direction: Direction | None = None, gait: Gait | None = None) -> NDArray[np.bool_]:
    """(7,) which states have this direction and this gait."""
    return np.array(
        [(direction is None or s.direction is direction) and (gait is None or s.gait is gait) for s in STATES]
    )


FORWARD, BACKWARD = columns(Direction.FORWARD), columns(Direction.BACKWARD)
WALK, RUN = columns(gait=Gait.WALK), columns(gait=Gait.RUN)
STILL, TURNING, SIDEWAYS = columns(Direction.STILL), columns(Direction.TURNING), columns(Direction.SIDEWAYS)
# A trunk's rise and push are coupled alike when running forward and walking backward, and the other way round.
COUPLED = (FORWARD & RUN) * 1.0 + (BACKWARD & WALK) - (FORWARD & WALK) - (BACKWARD & RUN)


def _leaving() -> FloatArray:
    """Probability of each state a frame later.

    A change of direction without a stop is rarer than one with it, a change of gait
    within a direction more frequent."""
    leave = FRAME_S / claims.DWELL_S.value
    rate = np.tile(PRIOR, (len(STATES), 1))
    for back in (FORWARD, BACKWARD):
        rate[np.ix_(back, ~back & (FORWARD | BACKWARD))] *= 0.5
        rate[np.ix_(back, back)] *= 3.0
    np.fill_diagonal(rate, 0.0)
    rate *= leave / rate.sum(axis=1, keepdims=True)
    np.fill_diagonal(rate, 1.0 - leave)
    return rate


TRANSITION = _leaving()


def smooth(evidence: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Probability of each state in each frame given all frames, for several readings of the evidence at once.

    evidence  (r, n, 7) log-likelihood of what was seen in each frame under each state, for r readings
    Returns (r, n, 7) probabilities and (r,) the log-likelihood of the whole recording under each reading.

    1. Scale each frame's likelihoods by their largest, so that nothing underflows.
    2. Forward pass, normalised in each frame; the norms give the likelihood of the whole.
    3. Backward pass, and the product of both.
    """
    readings, count, states = evidence.shape
    if not count:
        return np.zeros((readings, 0, states)), np.zeros(readings)
    # 1.
    top = evidence.max(axis=2)
    # Kept in half the width: a day has 170 000 frames, and six digits are plenty.
    seen = np.empty((count, readings, states), np.float32)
    for reading in range(readings):
        np.exp(evidence[reading] - top[reading][:, None], out=seen[:, reading], casting="same_kind")
    # 2.
    chance = np.empty((count, readings, states), np.float32)
    norm = np.empty((count, readings, 1))
    now = np.tile(PRIOR, (readings, 1))
    for k in range(count):
        now = (now @ TRANSITION if k else now) * seen[k]
        norm[k] = now.sum(axis=1, keepdims=True)
        now = now / norm[k]
        chance[k] = now
    # 3.
    later = np.ones((readings, states))
    back = np.ascontiguousarray(TRANSITION.T)
    for k in range(count - 2, -1, -1):
        later = (later * (seen[k + 1] / norm[k + 1])) @ back
        chance[k] *= later
    chance /= chance.sum(axis=2, keepdims=True)
    return np.asarray(chance.transpose(1, 0, 2), np.float64), top.sum(axis=1) + np.log(norm).sum(axis=(0, 2))
