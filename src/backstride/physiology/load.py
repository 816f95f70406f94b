"""Load of training: how hard it felt, what the heart did, and how much of it is new to the body.

Effort times minutes (Foster) needs one answer and goes along with load by heart rate in forward training. Banister's
load weighs every minute by the share of the reserve, Edwards' by the zone of the highest rate. Going backward the heart
beats faster at the same oxygen, so load by heart rate is load on the heart there, not oxygen spent.

What tissues must get used to is kept apart: minutes and steps backward. They are compared from week to week, and no
ratio of a short to a long time is made: it holds its own comparison, and no value of it is known to be safe.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from backstride.evidence import Claim, Grade, heart
from backstride.evidence.table import key_of
from backstride.physiology.estimate import Estimate
from backstride.physiology.heart import Part
from backstride.physiology.zones import Sex, seconds_in, shares_of
from backstride.recording import Direction, FloatArray, Gait

MINUTE_S = 60.0
DAYS = 7
WEIGHTS = np.arange(6.0)  # of a minute below the zones, and in each of the five

_MEN, _WOMEN = (heart.MEN_WEIGHT, heart.MEN_GROWTH), (heart.WOMEN_WEIGHT, heart.WOMEN_GROWTH)

Way = tuple[Direction, Gait]


@dataclass(frozen=True, slots=True)
class Tissue:
    """What of a week is new to the tissues: seconds backward, those run, and steps backward."""

    backward_s: float = 0.0
    run_s: float = 0.0
    steps: int = 0

    def plus(self, parts: Sequence[Part]) -> "Tissue":
        """With these parts of a recording."""
        back = [part for part in parts if part.direction is Direction.BACKWARD]
        return Tissue(
            self.backward_s + sum(part.seconds for part in back),
            self.run_s + sum(part.seconds for part in back if part.gait is Gait.RUN),
            self.steps + sum(part.steps for part in back),
        )


@dataclass(frozen=True, slots=True)
class Week:
    """Load of seven days.

    effort    effort times minutes of each day; rated, unrated: how many sessions that was said of, and not
    monotony  mean of a day over the spread of the days; NaN where all are alike or nothing was rated
    seconds, edwards, banister  by direction and gait; banister None where no resting rate is known
    """

    effort: tuple[float, ...] = (0.0,) * DAYS
    rated: int = 0
    unrated: int = 0
    seconds: Mapping[Way, float] = field(default_factory=dict)
    edwards: Mapping[Way, float] = field(default_factory=dict)
    banister: Mapping[Way, float] | None = None
    tissue: Tissue = Tissue()

    @property
    def total(self) -> float:
        return math.fsum(self.effort)

    @property
    def monotony(self) -> float:
        return monotony(self.effort)

    @property
    def strain(self) -> float:
        """Total times monotony (Foster)."""
        return self.total * self.monotony


def edwards(bpm: FloatArray, seconds: FloatArray, highest: float) -> float:
    """Minutes in each zone of the highest rate, times the zone's number."""
    return float(seconds_in(shares_of(highest), bpm, seconds) @ WEIGHTS) / MINUTE_S


def banister(bpm: FloatArray, seconds: FloatArray, rates: tuple[float, float], sex: Sex) -> Estimate:
    """Banister's load, summed over every heart rate (his own took the mean of a session, which gives a little less).

    rates: resting and highest. Where the sex is not said, the value lies between the two formulas and the range
    holds both.
    """
    share = np.clip((bpm - rates[0]) / max(rates[1] - rates[0], 1.0), 0.0, 1.0)
    men, women = (
        float((seconds * share * weight.value * np.exp(growth.value * share)).sum()) / MINUTE_S
        for weight, growth in (_MEN, _WOMEN)
    )
    if sex is Sex.MALE:
        return _estimate(men, men, men, _MEN)
    if sex is Sex.FEMALE:
        return _estimate(women, women, women, _WOMEN)
    return _estimate((men + women) / 2, min(men, women), max(men, women), (*_MEN, *_WOMEN))


def monotony(days: Sequence[float]) -> float:
    """Mean of the days over their spread; NaN where nothing was done or every day was alike."""
    mean = math.fsum(days) / len(days)
    spread = math.sqrt(math.fsum((day - mean) ** 2 for day in days) / (len(days) - 1)) if len(days) > 1 else 0.0
    return mean / spread if spread > 1e-9 * max(mean, 1.0) and mean > 0 else math.nan


def is_monotonous(days: Sequence[float]) -> bool:
    """Whether a week is too even, by Foster's experience."""
    return monotony(days) >= heart.MONOTONOUS.value


def effort_goes_with() -> tuple[Claim, ...]:
    """How well effort times minutes goes along with load by heart rate."""
    return heart.EFFORT_WITH_HEART, heart.EFFORT_WITH_ZONES


def _estimate(value: float, low: float, high: float, claims: Sequence[Claim]) -> Estimate:
    return Estimate(value, low, high, "1", Grade(min(one.grade for one in claims)), tuple(map(key_of, claims)))
