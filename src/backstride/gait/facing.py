"""Which end of the sensor's fore-aft line is the front: a sensor worn backwards is not a person moving backwards.

Both readings of the whole recording are kept: the line as it lies, and the line turned round. What does not depend on
the way of travel (how a leg bends, how a trunk nods) speaks for one of them, and so does the first steady
stretch, which goes forward more often than not. All else, words and labels first, decides by how well each explains it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import Frames
from backstride.gait.inertial import Heard
from backstride.gait.joint import Before, Decoded, Reading, decode, felt, read, shown
from backstride.gait.lessons import Example, example_of, personal
from backstride.gait.pattern import numbers
from backstride.gait.rhythm import ARMS
from backstride.gait.spoken import Saying
from backstride.gait.states import smooth
from backstride.gait.velocity import Velocity
from backstride.gait.weights import Weights
from backstride.recording import Direction, FloatArray, Gait, Spoke

MOST_FIT = 3.0
STEADY_FRAMES = 16
READINGS = (1.0, -1.0)
# How much the line of swing and push counts, and that of travel: an arm's swing is not the body's.
LINE_SHARES, ARM_LINE_SHARES = (1.0, 0.3), (0.3, 1.0)
SURE_FRONT = 0.95
AGAIN = 1  # rounds: it starts from what the first ones came to


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """What came of weighing all evidence.

    chance    (n, 7) probabilities of each state
    front     (n,) complex, the body's front in the sensor's heading axes: the likelier reading; NaN without motion
    sure      probability of that reading, from 0.5; NaN without motion
    shape     (n,) log-odds of forward by the shape of strides, NaN where silent
    velocity  (n,) by the velocity felt; `compass` by compass and course
    """

    chance: FloatArray
    front: NDArray[np.complex128]
    sure: float
    shape: FloatArray
    velocity: FloatArray
    compass: FloatArray


def weigh(
    evidence: FloatArray,
    heard: Heard | None,
    weights: Weights,
    known: FloatArray,
    frames: Frames,
    fresh: FloatArray,
    before: Before | None = None,
) -> Weighed:
    """Weigh all evidence over time, under both readings of the sensor's front, and mix them.

    evidence  (n, 7) log-likelihoods of all that does not depend on the reading
    known     (n,) 1 where someone said forward, -1 where backward, else 0
    fresh     (n,) how little the frame before says of each

    1. The fore-aft line, and what strides say if either end is the front.
    2. Both readings are decoded, and mixed by how likely their fronts are.
    3. Where the front is plain, the surest seconds teach how this person strides, and the rest is decoded again.
    """
    silent = np.full(len(evidence), np.nan)
    if heard is None or not len(evidence) or not (heard.turns or np.any(heard.shape)):
        chance, _ = smooth(evidence[None], fresh)
        return Weighed(chance[0], silent.astype(complex), np.nan, silent, silent, silent)
    # 1.
    at_first = felt(heard, frames, [None])[0]
    line = fore_aft(heard, at_first) if before is None else before.front
    if before is not None:
        weights = personal(weights, before.examples, heard.placement)
    readings = [read(heard, weights, sign * line) for sign in READINGS]
    # 2.
    decoded = decode(evidence, heard, readings, at_first, frames, fresh)
    share = _share(heard, readings, decoded, known, before.front_odds if before else 0.0)
    likely = int(np.argmax(share))
    reading, best = readings[likely], decoded[likely]
    chance = share[0] * decoded[0].chance + share[1] * decoded[1].chance
    # 3.
    if share[likely] > SURE_FRONT and np.any(weights.walk):
        examples = shown(heard, best, reading.front)
        if examples:
            reading = read(heard, personal(weights, examples, heard.placement), reading.front)
            again = decode(evidence, heard, [reading], best.moved, frames, fresh, AGAIN)[0]
            chance, best = chance + share[likely] * (again.chance - best.chance), again
    # What one reading says of a source is worth as much as the reading is likelier than the other.
    worth = np.where(heard.moving, 2 * share[likely] - 1, np.nan)
    by_shape = worth * best.shape
    return Weighed(
        chance,
        np.full(len(evidence), reading.front),
        float(share[likely]),
        by_shape if np.any(by_shape) else silent,
        worth * best.ahead if heard.turns else silent,
        silent if heard.compass is None else worth * heard.compass.odds(reading.front),
    )


def fore_aft(heard: Heard, moved: Velocity) -> complex:
    """Unit complex number along the fore-aft line: the sensor sits still on the body, so one line holds throughout.

    A leg swings along it, so does an arm by and large, a trunk is pushed along it with every step, and a body mostly
    travels along it.
    """
    moving = heard.moving
    swung, travelled = heard.line[moving], moved.along[moving] ** 2 / (1 + moved.variance[moving])
    total = 0j
    for share, part in zip(
        ARM_LINE_SHARES if heard.placement in ARMS else LINE_SHARES, (swung, travelled), strict=True
    ):
        total += share * complex(np.sum(part)) / max(float(np.sum(np.abs(part))), 1e-9)
    return complex(np.exp(0.5j * np.angle(total)))


def _share(
    heard: Heard, readings: Sequence[Reading], decoded: Sequence[Decoded], known: FloatArray, before: float
) -> tuple[float, float]:
    """How likely each reading is: how well it explains everything, what speaks for its front, how recordings begin,
    or what is known from before, and whether motion agrees with what was said."""
    fit = claims.READING_SHARE.value * (decoded[0].fit - decoded[1].fit)
    odds = MOST_FIT * float(np.tanh(fit / MOST_FIT)) + readings[0].facing - readings[1].facing
    odds += before or _first_forward(decoded[0], heard)
    odds += _marked(decoded, known)
    first = float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
    return first, 1 - first


def _first_forward(decoded: Decoded, heard: Heard) -> float:
    """Log-odds of the front from the first steady stretch, as far as its sense is clear."""
    first = np.flatnonzero(heard.moving)[:STEADY_FRAMES]
    trust = claims.FIRST_FORWARD.value
    said = claims.WINDOW_SHARE.value * decoded.shape[first] + claims.VELOCITY_SHARE.value * decoded.ahead[first]
    return float(np.log(trust / (1 - trust)) * np.tanh(np.sum(said)))


def _marked(decoded: Sequence[Decoded], known: FloatArray) -> float:
    """Log-odds of the front from the stretches whose direction was said: there motion has to agree."""
    share = claims.WINDOW_SHARE.value
    agree = [share * float(np.sum(known * (one.shape + one.ahead))) for one in decoded]
    return agree[0] - agree[1]


def taught(heard: Heard, said: Sequence[Saying], weighed: Weighed, frames: Frames) -> tuple[Example, ...]:
    """What the stretches that the person marked teach."""
    if not np.isfinite(weighed.sure):
        return ()
    found = []
    front = weighed.front
    runs = weighed.chance[:, states.RUN].sum(axis=1) > 0.5
    for saying in said:
        if saying.source is not Spoke.USER or saying.says not in (Direction.FORWARD, Direction.BACKWARD):
            continue
        inside = np.zeros(len(frames), bool)
        inside[frames.between(saying.start_s, saying.end_s)] = True
        inside &= heard.moving & np.any(heard.shape, axis=(1, 2))
        for gait, mine in ((Gait.WALK, inside & ~runs), (Gait.RUN, inside & runs)):
            seconds = float(frames.length_s[mine].sum())
            if seconds >= claims.SHORTEST_LESSON_S.value:
                part = numbers(heard.shape[mine], complex(front[mine][0]), heard.placement)
                found.append(example_of(part, saying.says, gait, seconds))
    return tuple(found)
