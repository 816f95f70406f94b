"""Which end of the sensor's fore-aft line is the front: a sensor worn backwards is not a person moving backwards.

Two readings of the whole recording are kept: the line as it lies, and the line reversed. Each gets a prior from what
does not depend on the way of travel (how a leg bends and is pulled) and from the first steady stretch, which is
forward more often than not. Words and labels decide through the likelihood of each reading.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import Frames
from backstride.gait.inertial import SHARE, Heard
from backstride.gait.senses import TRUNK
from backstride.gait.states import smooth
from backstride.recording import FloatArray

MOST_FACING = 3.0
BELIEF = 0.3  # errors of neighbouring windows go together: what they add up to counts for less
STEADY_FRAMES = 16


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """chance (n, 7): probabilities of each state. front: probability that the line's first end is the front."""

    chance: FloatArray
    front: float
    odds: FloatArray


def weigh(evidence: FloatArray, heard: Heard | None, frames: Frames) -> Weighed:
    """Weigh all evidence over time, under both readings of the sensor's front.

    1. The fore-aft line of the whole recording gives travel a sign.
    2. Both readings are decoded.
    3. They are mixed by how well each explains everything, and by the prior.
    """
    if heard is None or not len(frames) or not np.any(heard.travel):
        chance, _ = smooth(evidence[None])
        return Weighed(chance[0], 0.5, np.full(len(frames), np.nan))
    # 1.
    line = _steady_line(heard.line)
    odds = np.real(heard.travel * np.conj(line)) * SHARE
    moving = heard.lively > 2 * claims.STILL_MPS2.value
    odds = np.where(moving, odds, 0.0)
    # 2.
    trunk = heard.placement in TRUNK
    spoken = states.COUPLED if trunk else states.FORWARD.astype(float) - states.BACKWARD
    both = np.stack((evidence, evidence))
    for reading, sign in enumerate((0.5, -0.5)):
        # The best fit loses nothing: the sense of travel says nothing about standing still.
        both[reading] += sign * odds[:, None] * spoken - 0.5 * np.abs(odds)[:, None] * ~states.STILL
    chance, fit = smooth(both)
    # 3.
    facing = float(np.sum(np.real(heard.facing * np.conj(line))[moving])) * SHARE
    if trunk:
        odds = odds * np.tanh(0.5 * np.nan_to_num(heard.running))
    prior = MOST_FACING * np.tanh(facing / MOST_FACING) + _first_forward(odds, moving)
    front = 1 / (1 + np.exp(-np.clip(BELIEF * (fit[0] - fit[1]) + prior, -30, 30)))
    mixed = front * chance[0] + (1 - front) * chance[1]
    return Weighed(mixed, float(front), np.where(moving & (odds != 0), odds * np.sign(front - 0.5) / SHARE, np.nan))


def _steady_line(doubled: NDArray[np.complex128]) -> complex:
    """Unit complex number along the fore-aft line: the sensor sits still on the body, so one line holds throughout."""
    return complex(np.exp(0.5j * np.angle(np.sum(doubled))))


def _first_forward(odds: FloatArray, moving: NDArray[np.bool_]) -> float:
    """Log-odds of the front from the first steady stretch, as far as its sense is clear."""
    first = odds[np.flatnonzero(moving)[:STEADY_FRAMES]]
    trust = claims.FIRST_FORWARD.value
    return float(np.log(trust / (1 - trust)) * np.tanh(np.sum(first)))
