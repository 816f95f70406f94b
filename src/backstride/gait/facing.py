"""Which end of the sensor's fore-aft line is the front: a sensor worn backwards is not a person moving backwards.

Readings of the whole recording are kept: the line as it lies, the line reversed, and, on a trunk, that its motion
says nothing of the way. The first two get a prior from what does not depend on the way of travel (how a leg bends and
is pulled) and from the first steady stretch, which is forward more often than not. Words and labels decide through
the likelihood of each reading; so does the motion itself, which on a trunk is either coupled or is not.
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
OVERLAP = 0.25  # windows of two seconds every half second: four of them see the same strides
# Of coupling, a correlation: around its mean on a coupled trunk, and around zero where rise and push have nothing to do
# with each other: a window passes a band of about five independent values, whose correlation spreads by 1 / sqrt(5).
COUPLING_SPREAD = 0.3
CHANCE_SPREAD = 0.45
OFF_SHARE = 0.2


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """chance (n, 7): probabilities of each state. front: probability that the line's first end is the front.

    odds (n,) log-odds of forward, NaN where motion was silent. tells: whether this motion names directions at all.
    """

    chance: FloatArray
    front: float
    odds: FloatArray
    tells: bool = True


def weigh(evidence: FloatArray, heard: Heard | None, frames: Frames) -> Weighed:
    """Weigh all evidence over time, under both readings of the sensor's front.

    1. The fore-aft line of the whole recording gives travel a sign.
    2. Both readings are decoded.
    3. They are mixed by how well each explains everything, and by the prior.
    """
    if heard is not None and heard.placement in TRUNK and len(frames):
        return _weigh_trunk(evidence, heard)
    if heard is None or not len(frames) or not np.any(heard.travel):
        chance, _ = smooth(evidence[None])
        return Weighed(chance[0], 0.5, np.full(len(frames), np.nan))
    # 1.
    line = _steady_line(heard.line)
    odds = np.real(heard.travel * np.conj(line)) * SHARE
    moving = heard.lively > 2 * claims.STILL_MPS2.value
    odds = np.where(moving, odds, 0.0)
    # 2.
    spoken = states.FORWARD.astype(float) - states.BACKWARD
    both = np.stack((evidence, evidence))
    for reading, sign in enumerate((0.5, -0.5)):
        # The best fit loses nothing: the sense of travel says nothing about standing still.
        both[reading] += sign * odds[:, None] * spoken - 0.5 * np.abs(odds)[:, None] * ~states.STILL
    chance, fit = smooth(both)
    # 3.
    facing = float(np.sum(np.real(heard.facing * np.conj(line))[moving])) * SHARE
    prior = MOST_FACING * np.tanh(facing / MOST_FACING) + _first_forward(odds, moving)
    front = 1 / (1 + np.exp(-np.clip(BELIEF * (fit[0] - fit[1]) + prior, -30, 30)))
    mixed = front * chance[0] + (1 - front) * chance[1]
    return Weighed(mixed, float(front), np.where(moving & (odds != 0), odds * np.sign(front - 0.5) / SHARE, np.nan))


def _weigh_trunk(evidence: FloatArray, heard: Heard) -> Weighed:
    """The same on a trunk, whose coupling of rise and push is a correlation between -1 and 1.

    1. Each frame is compared with what a coupled trunk and a trunk that shakes at random would show.
    2. The readings: coupled along the line, coupled along the line reversed, not coupled at all.
    3. Mixed as above. Not coupled leaves the direction open, and so does a line without a known front.
    """
    # 1.
    line = _steady_line(heard.line)
    coupling = np.real(heard.travel * np.conj(line))
    moving = (heard.lively > 2 * claims.STILL_MPS2.value) & (heard.travel != 0)
    along, against = (np.where(moving, OVERLAP * _coupled_odds(sign * coupling), 0.0) for sign in (1, -1))
    # 2.
    both = np.stack((evidence, evidence, evidence))
    for reading, (fits, differs) in enumerate(((along, against), (against, along))):
        both[reading] += np.where(states.COUPLED > 0, fits[:, None], 0.0)
        both[reading] += np.where(states.COUPLED < 0, differs[:, None], 0.0)
        # The better fit loses nothing: coupling says nothing about standing still; turning and side steps have none.
        both[reading] += np.maximum(fits, differs)[:, None] * states.STILL
        both[reading] += (0.5 * (fits + differs))[:, None] * (states.TURNING | states.SIDEWAYS)
    chance, fit = smooth(both)
    # 3.
    odds = (along - against) * np.tanh(0.5 * np.nan_to_num(heard.running))
    first = _first_forward(odds, moving)
    coupled = np.log(claims.COUPLED_TRUNK.value / 2 / (1 - claims.COUPLED_TRUNK.value))
    weight = BELIEF * (fit - fit.max()) + np.array([coupled + 0.5 * first, coupled - 0.5 * first, 0.0])
    share = np.exp(weight - weight.max())
    share /= share.sum()
    mixed = np.tensordot(share, chance, 1)
    front = float(share[0] / max(share[0] + share[1], 1e-12))
    heard_odds = np.where(moving & (odds != 0), odds * (share[0] - share[1]) / OVERLAP, np.nan)
    return Weighed(mixed, front, heard_odds, bool(share[2] < 0.5))


def _coupled_odds(coupling: FloatArray) -> FloatArray:
    """(n,) log-likelihood of a coupling under a trunk that is coupled this way, over one that shakes at random.

    A share of windows says nothing even on a coupled trunk, which bounds what one window can say.
    """
    steady, spread, chance = claims.TRUNK_COUPLING.value, COUPLING_SPREAD, CHANCE_SPREAD
    fits = np.exp(-0.5 * ((coupling - steady) / spread) ** 2) / spread
    random = np.exp(-0.5 * (coupling / chance) ** 2) / chance
    return np.asarray(np.log((1 - OFF_SHARE) * fits + OFF_SHARE * random) - np.log(random))


def _steady_line(doubled: NDArray[np.complex128]) -> complex:
    """Unit complex number along the fore-aft line: the sensor sits still on the body, so one line holds throughout."""
    return complex(np.exp(0.5j * np.angle(np.sum(doubled))))


def _first_forward(odds: FloatArray, moving: NDArray[np.bool_]) -> float:
    """Log-odds of the front from the first steady stretch, as far as its sense is clear."""
    first = odds[np.flatnonzero(moving)[:STEADY_FRAMES]]
    trust = claims.FIRST_FORWARD.value
    return float(np.log(trust / (1 - trust)) * np.tanh(np.sum(first)))
