"""Direction and velocity found together: what strides show, what was felt, and how long people keep to one thing.

The velocity filter (gait.velocity) and the hidden Markov model of what a person does (gait.states) take turns: each is
told what the other believes. So a push that stops a body and sets it going the other way changes the direction, and
where nothing pushes, the direction stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import FRAME_S, Frames
from backstride.gait.inertial import Heard, nearest
from backstride.gait.lessons import Example
from backstride.gait.pattern import numbers
from backstride.gait.rhythm import ARMS, LEGS
from backstride.gait.states import smooth
from backstride.gait.velocity import Expected, Velocity, velocities
from backstride.gait.weights import Weights
from backstride.recording import Direction, FloatArray, Gait

# Log-odds of a front: a leg bends one way only; how a trunk nods differs from person to person.
MOST_LEG_FACING, MOST_TRUNK_FACING = 3.0, 0.5
MOST_ODDS = 6.0  # no single window is surer than this
ROUNDS = 3
SURE = 0.97
LEAST_CHANCE = 1e-3  # what was decided is hardly ever, but can be, outweighed
GROUP = 4  # frames of half a second: one window's length
MOST_GROUPS = 100
MOST_WORTH = 20.0  # whatever its length, a recording read by oneself teaches no more than so many windows


@dataclass(frozen=True, eq=False, slots=True)
class Before:
    """What is known from before a recording begins, or of its beginning.

    axis      (3,) the heading axis of the sensor
    front     complex, the body's front in the heading axes, and the log-odds that it is not the back
    settled   (m, 7) probabilities of states in the first m frames, which are decided
    examples  what this person's strides have shown
    """

    axis: FloatArray
    front: complex
    front_odds: float
    settled: FloatArray
    examples: tuple[Example, ...] = ()

    def evidence(self, frames: Frames) -> FloatArray:
        """(n, 7) log-likelihoods that hold the decided frames to what was decided."""
        at = (frames.middle_s / FRAME_S).astype(int)
        total = np.zeros((len(frames), len(states.STATES)))
        old = at < len(self.settled)
        total[old] = np.log(np.maximum(self.settled[at[old]], LEAST_CHANCE))
        return total


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """One end of the line taken for the front: log-odds (n,) of forward by shape if walking and if running.

    facing  log-odds of this end by what does not depend on the way
    """

    front: complex
    walk: FloatArray
    run: FloatArray
    facing: float


@dataclass(frozen=True, eq=False, slots=True)
class Decoded:
    """What came of one reading.

    chance  (n, 7) probabilities of states
    fit     log-likelihood of everything
    ahead   (n,) log-odds of forward by velocity; `shape` by the shape of strides
    moved   the velocity that goes with it
    """

    chance: FloatArray
    fit: float
    ahead: FloatArray
    shape: FloatArray
    moved: Velocity


def read(heard: Heard, weights: Weights, front: complex) -> Reading:
    """What the shape of strides says if the front lies along `front`."""
    seen = numbers(heard.shape, front, heard.placement)
    moving = heard.moving
    facing = float(np.sum((seen.facing @ weights.facing)[moving])) * 0.5 * claims.WINDOW_SHARE.value

    most = MOST_LEG_FACING if heard.placement in LEGS else MOST_TRUNK_FACING

    def limited(odds: FloatArray) -> FloatArray:
        return np.asarray(np.where(moving, np.clip(odds, -MOST_ODDS, MOST_ODDS), 0.0))

    return Reading(
        front,
        limited(seen.way @ weights.walk),
        limited(seen.way @ weights.run),
        most * float(np.tanh(facing / most)),
    )


def decode(
    evidence: FloatArray,
    heard: Heard,
    readings: Sequence[Reading],
    moved: Velocity,
    frames: Frames,
    fresh: FloatArray,
    rounds: int = ROUNDS,
) -> list[Decoded]:
    """Decode several readings side by side, from a first idea of the velocity.

    evidence  (n, 7) log-likelihoods of all that does not depend on the reading
    fresh     (n,) how little the frame before says of each
    """
    speed = usual_speed(heard)
    told = [evidence + _by_shape(reading) + _by_compass(heard, reading) for reading in readings]
    # Where shapes say little the two would only agree with each other: velocity then is heard once.
    shaped = heard.placement not in ARMS and any(np.any(reading.walk) for reading in readings)
    shaped = shaped and heard.turns
    rounds = rounds if shaped else 1
    felt_by = [moved] * len(readings)
    for number in range(rounds):
        ahead = [_by_velocity(heard, one, by, speed) for one, by in zip(readings, felt_by, strict=True)]
        share = (claims.VELOCITY_SHARE if shaped else claims.VELOCITY_ALONE_SHARE).value
        both = np.stack([one + _felt_likelihoods(odds, share) for one, odds in zip(told, ahead, strict=True)])
        chance, fit = smooth(both, fresh)
        if number < rounds - 1:
            beliefs = [
                _expected(one, reading.front, speed, frames) for one, reading in zip(chance, readings, strict=True)
            ]
            felt_by = felt(heard, frames, beliefs)
    return [
        Decoded(chance[k], float(fit[k]), ahead[k].real, _of_gait(chance[k], reading), felt_by[k])
        for k, reading in enumerate(readings)
    ]


def _of_gait(chance: FloatArray, reading: Reading) -> FloatArray:
    """(n,) log-odds of forward by the shape of strides: walking or running, as likely as each is."""
    walks, runs = chance[:, states.WALK].sum(axis=1), chance[:, states.RUN].sum(axis=1)
    return np.asarray((walks * reading.walk + runs * reading.run) / np.maximum(walks + runs, 1e-9))


def felt(heard: Heard, frames: Frames, beliefs: Sequence[Expected | None]) -> list[Velocity]:
    """Velocity and its variance in each frame (n,), under each belief."""
    found = []
    for moved in velocities(heard.pushes, beliefs):
        if len(moved.time_s):
            at, near = nearest(moved.time_s, frames.middle_s)
            along, variance = np.where(near, moved.along[at], 0.0), np.where(near, moved.variance[at], np.inf)
        else:
            along, variance = np.zeros(len(frames), complex), np.full(len(frames), np.inf)
        found.append(Velocity(frames.middle_s, along, variance))
    return found


def usual_speed(heard: Heard) -> FloatArray:
    """(n,) m/s, from how likely running is."""
    runs = 1 / (1 + np.exp(-np.clip(np.nan_to_num(heard.running), -30, 30)))
    return np.asarray(claims.WALKING_MPS.value * (1 - runs) + claims.RUNNING_MPS.value * runs)


def _expected(chance: FloatArray, front: complex, speed: FloatArray, frames: Frames) -> Expected:
    """The velocity that goes with what is believed of the direction. Sideways and turning bodies have some, any way."""
    ahead, back = chance[:, states.FORWARD].sum(axis=1), chance[:, states.BACKWARD].sum(axis=1)
    tight = (ahead + back) / claims.SPEED_SPREAD.value**2 * claims.EXPECTED_SHARE.value
    mean = speed * (ahead - back) / np.maximum(ahead + back, 1e-9) * front
    return Expected(frames.middle_s, mean, tight)


def _by_shape(reading: Reading) -> FloatArray:
    """(n, 7) log-likelihoods. Standing still is neither likelier nor less likely for what is said of the way."""
    total = np.zeros((len(reading.walk), len(states.STATES)))
    share = 0.5 * claims.WINDOW_SHARE.value
    for gait, odds in ((states.WALK, reading.walk), (states.RUN, reading.run)):
        total[:, gait & states.FORWARD] += share * odds[:, None]
        total[:, gait & states.BACKWARD] -= share * odds[:, None]
    total[:, states.STILL] += (share * np.maximum(np.abs(reading.walk), np.abs(reading.run)))[:, None]
    return total


def _by_compass(heard: Heard, reading: Reading) -> FloatArray:
    """(n, 7) log-likelihoods of compass and course."""
    total = np.zeros((len(reading.walk), len(states.STATES)))
    if heard.compass is not None:
        odds = np.where(heard.moving, 0.5 * heard.compass.odds(reading.front), 0.0)
        total[:, states.FORWARD] += odds[:, None]
        total[:, states.BACKWARD] -= odds[:, None]
        total[:, states.STILL] += np.abs(odds)[:, None]
    return total


def _by_velocity(heard: Heard, reading: Reading, moved: Velocity, speed: FloatArray) -> NDArray[np.complex128]:
    """(n,) log-odds of forward over backward (real) and of left over right (imaginary).

    Of two usual speeds ahead and back, seen through a velocity and its variance."""
    spread = claims.SPEED_SPREAD.value**2 + moved.variance
    odds = 2 * speed * moved.along * np.conj(reading.front) / spread
    size = np.maximum(np.abs(odds) / MOST_ODDS, 1.0)
    return np.asarray(np.where(heard.moving, odds / size, 0.0))


def _felt_likelihoods(ahead: NDArray[np.complex128], counted: float) -> FloatArray:
    """(n, 7) log-likelihoods of what was felt of the velocity."""
    total = np.zeros((len(ahead), len(states.STATES)))
    share = 0.5 * counted
    # To the left or to the right: which of the two is not asked.
    aside = np.log(np.cosh(share * ahead.imag))
    total[:, states.FORWARD] += share * ahead.real[:, None]
    total[:, states.BACKWARD] -= share * ahead.real[:, None]
    total[:, states.SIDEWAYS] += aside[:, None]
    total[:, states.STILL] += np.maximum(share * np.abs(ahead.real), aside)[:, None]
    return total


def shown(heard: Heard, decoded: Decoded, front: complex) -> tuple[Example, ...]:
    """What the surest seconds show of this person's strides, a few at a time: examples to learn from."""
    seen = numbers(heard.shape, front, heard.placement)
    usable = heard.moving & np.any(heard.shape, axis=(1, 2))
    runs = decoded.chance[:, states.RUN].sum(axis=1) > 0.5
    found = []
    for direction, which in ((Direction.FORWARD, states.FORWARD), (Direction.BACKWARD, states.BACKWARD)):
        sure = usable & (decoded.chance[:, which].sum(axis=1) > SURE)
        for gait, mine in ((Gait.WALK, sure & ~runs), (Gait.RUN, sure & runs)):
            at = np.flatnonzero(mine)
            groups = np.array_split(at, min(len(at) // GROUP, MOST_GROUPS)) if len(at) >= 2 * GROUP else []
            worth = min(len(at) / GROUP, MOST_WORTH) / max(len(groups), 1)
            found += [
                Example(direction, gait, seen.way[one].mean(axis=0), seen.facing[one].mean(axis=0), worth)
                for one in groups
            ]
    return tuple(found)
