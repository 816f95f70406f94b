"""Heart rate against speed, one straight line a direction and gait, with the band in which it lies.

Walking and running are kept apart: at one speed they cost different, and a line through both would be none.

1. Points that lie far off count less (Huber's weights, redone until they stand still).
2. Points close in time are alike: each counts only for the share that is new, by the correlation of neighbours.
3. The band holds the true line at a speed with nine of ten chances (Student's t). It is about the line, not about
   single moments, which lie further apart.

With too few points, or all at nearly one speed, there is no line, and the reason is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.evidence import Claim, heart
from backstride.evidence.student import t_quantile
from backstride.message import Message, say
from backstride.physiology.heart import Point
from backstride.recording import Direction, FloatArray, Gait

FEWEST = 8
LEAST_SPREAD_MPS = 0.25  # between the tenth and the ninetieth of a hundred points
ROUNDS = 25
HUBER = 1.345  # of a standard deviation
MAD_TO_SD = 1.4826
NINE_OF_TEN = 0.95  # quantile of a band with nine of ten chances


@dataclass(frozen=True, slots=True)
class At:
    """A heart rate, or a difference of two, with the band of nine of ten chances."""

    bpm: float
    low: float
    high: float


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A line through the points of one direction and gait. slope: beats a minute for each m/s.

    middle_mps   where the line is known best; bpm: its height there
    range_mps    slowest and fastest point: beyond them nothing is said
    counts       how many independent points it rests on
    """

    direction: Direction
    gait: Gait
    slope: float
    bpm: float
    middle_mps: float
    range_mps: tuple[float, float]
    points: int
    counts: float
    variance: FloatArray  # (2, 2) of height at the middle, and slope

    def at(self, speed_mps: float) -> At | None:
        """The line at a speed; None beyond its points."""
        if not self.range_mps[0] - 1e-9 <= speed_mps <= self.range_mps[1] + 1e-9:
            return None
        bpm = self.bpm + self.slope * (speed_mps - self.middle_mps)
        half = t_quantile(NINE_OF_TEN, max(1, round(self.counts - 2))) * self.error(speed_mps)
        return At(bpm, bpm - half, bpm + half)

    def error(self, speed_mps: float) -> float:
        """Standard error of the line at a speed."""
        row = np.array([1.0, speed_mps - self.middle_mps])
        return float(np.sqrt(max(0.0, row @ self.variance @ row)))


def line_of(points: Sequence[Point], direction: Direction, gait: Gait) -> Line | Message:
    """The line of one direction and gait, or why there is none."""
    mine = [one for one in points if one.direction is direction and one.gait is gait]
    mine.sort(key=lambda one: one.at_s)
    if len(mine) < FEWEST:
        return say("too few steady stretches: {count} of at least {least}", count=len(mine), least=FEWEST)
    speed = np.array([one.speed_mps for one in mine])
    bpm = np.array([one.bpm for one in mine])
    slow, fast = np.percentile(speed, (10, 90))
    if fast - slow < LEAST_SPREAD_MPS:
        return say("the speed was too even to tell how the heart follows it")
    middle = float(speed.mean())
    rows = np.stack((np.ones(len(speed)), speed - middle), axis=1)
    # 1.
    fit, weight = _robust(rows, bpm)
    left = bpm - rows @ fit
    # 2.
    alike = _alike(left)
    counts = max(3.0, float(weight.sum()) * (1 - alike) / (1 + alike))
    # 3.
    spread = float((weight * left**2).sum() / weight.sum()) * counts / max(1.0, counts - 2)
    inverse = np.linalg.inv(rows.T @ (weight[:, None] * rows))
    variance = np.asarray(inverse * (spread * float(weight.sum()) / counts), np.float64)
    ends = float(speed.min()), float(speed.max())
    return Line(direction, gait, float(fit[1]), float(fit[0]), middle, ends, len(mine), counts, variance)


def difference(backward: Line, forward: Line, speed_mps: float) -> At | None:
    """How much faster the heart beats backward at a speed that both lines know."""
    one, other = backward.at(speed_mps), forward.at(speed_mps)
    if one is None or other is None:
        return None
    error = np.hypot(backward.error(speed_mps), forward.error(speed_mps))
    half = t_quantile(NINE_OF_TEN, max(1, round(min(backward.counts, forward.counts) - 2))) * float(error)
    bpm = one.bpm - other.bpm
    return At(bpm, bpm - half, bpm + half)


def shared_speed(backward: Line, forward: Line) -> float | None:
    """The middle of the speeds that both lines know; None where there are none."""
    low = max(backward.range_mps[0], forward.range_mps[0])
    high = min(backward.range_mps[1], forward.range_mps[1])
    return (low + high) / 2 if low <= high else None


def studied_step(gait: Gait) -> Claim:
    """What a study found of that difference."""
    return heart.STEP_RUNNING_BPM if gait is Gait.RUN else heart.STEP_WALKING_BPM


def _robust(rows: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Coefficients (2,) and weights (n,)."""
    weight = np.ones(len(values))
    fit = np.zeros(2)
    for _ in range(ROUNDS):
        fit = np.asarray(
            np.linalg.solve(rows.T @ (weight[:, None] * rows) + 1e-9 * np.eye(2), rows.T @ (weight * values)),
            np.float64,
        )
        off = np.abs(values - rows @ fit)
        scale = max(MAD_TO_SD * float(np.median(off)), 0.5)
        weight = np.minimum(1.0, HUBER * scale / np.maximum(off, 1e-9))
    return fit, weight


def _alike(left: FloatArray) -> float:
    """Correlation of neighbours, 0 to 0.9; made a little larger, because few points show it too small."""
    total = float((left**2).sum())
    if total <= 0:
        return 0.0
    found = float((left[1:] * left[:-1]).sum()) / total
    return float(np.clip(found + (1 + 4 * found) / len(left), 0.0, 0.9))
