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


FRESH = np.tile(PRIOR, (len(STATES), 1))
BLOCK = 64


def smooth(evidence: FloatArray, fresh: FloatArray | None = None) -> tuple[FloatArray, FloatArray]:
    """Probability of each state in each frame given all frames, for several readings of the evidence at once.

    evidence  (r, n, 7) log-likelihood of what was seen in each frame under each state, for r readings
    fresh     (n,) from 0 to 1: how little the frame before says of this one, beyond what a frame's length does
    Returns (r, n, 7) probabilities and (r,) the log-likelihood of the whole recording under each reading.

    The forward-backward algorithm in blocks, which run side by side: a loop over a day's frames would take seconds.
    1. Scale each frame's likelihoods by their largest, so that nothing underflows.
    2. What each block does to a state at its start: products of its frames' transitions and likelihoods.
    3. States at the blocks' edges, block by block.
    4. Forward and backward within all blocks at once, and the product of both.
    """
    readings, count, states = evidence.shape
    if not count:
        return np.zeros((readings, 0, states)), np.zeros(readings)
    # 1.
    top = evidence.max(axis=2)
    blocks = -(-count // BLOCK)
    seen = np.ones((BLOCK, readings, blocks, states), np.float32)
    mixed = np.zeros((BLOCK, 1, blocks, 1), np.float32)
    for reading in range(readings):
        padded = np.zeros((blocks * BLOCK, states), np.float32)
        padded[:count] = np.maximum(evidence[reading] - top[reading][:, None], -60.0)
        seen[:, reading] = np.exp(padded).reshape(blocks, BLOCK, states).transpose(1, 0, 2)
    if fresh is not None:
        mixed[:, 0, :, 0] = np.append(fresh, np.zeros(blocks * BLOCK - count)).reshape(blocks, BLOCK).T
    # The first frame of all starts from the prior: whatever is before it says nothing.
    mixed[0, 0, 0, 0] = 1.0
    # 2.
    whole = np.broadcast_to(np.eye(states), (readings, blocks, states, states))
    for k in range(BLOCK):
        share = mixed[k][..., None]
        whole = ((1 - share) * (whole @ TRANSITION) + share * (whole @ FRESH)) * seen[k][:, :, None, :]
        whole = whole / whole.max(axis=(2, 3), keepdims=True)
    # 3.
    before, after = np.empty((readings, blocks, states)), np.empty((readings, blocks, states))
    now, later = np.tile(PRIOR, (readings, 1)), np.ones((readings, states))
    for block in range(blocks):
        before[:, block], after[:, blocks - 1 - block] = now, later
        now = np.einsum("rs,rst->rt", now, whole[:, block])
        later = np.einsum("rst,rt->rs", whole[:, blocks - 1 - block], later)
        now, later = now / now.sum(axis=1, keepdims=True), later / later.sum(axis=1, keepdims=True)
    # 4.
    chance = np.empty((BLOCK, readings, blocks, states), np.float32)
    fit = np.zeros((readings, blocks))
    state = before
    for k in range(BLOCK):
        state = ((1 - mixed[k]) * (state @ TRANSITION) + mixed[k] * (state @ FRESH)) * seen[k]
        norm = state.sum(axis=2, keepdims=True)
        state = state / norm
        chance[k] = state
        inside = np.arange(blocks) * BLOCK + k < count
        fit += np.where(inside, np.log(norm[:, :, 0]), 0.0)
    ahead = after
    for k in range(BLOCK - 1, -1, -1):
        chance[k] *= ahead
        ahead = ahead * seen[k]
        ahead = (1 - mixed[k]) * (ahead @ TRANSITION.T) + mixed[k] * (ahead @ FRESH.T)
        ahead = ahead / ahead.sum(axis=2, keepdims=True)
    chance /= chance.sum(axis=3, keepdims=True)
    found = chance.transpose(1, 2, 0, 3).reshape(readings, blocks * BLOCK, states)[:, :count]
    return np.asarray(found, np.float64), top.sum(axis=1) + fit.sum(axis=1)
