"""The size of what a study found, on a scale that studies share, with the interval that follows from what is printed.

Where means and standard deviations of the same people forward and backward are printed, but not how closely the two go
together, the interval rests on an assumed correlation (`comparing.CROSSOVER_CORRELATION`).
"""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, isnan, log, nan, sqrt
from statistics import NormalDist

from backstride.evidence import comparing
from backstride.evidence.student import t_quantile

NORMAL_95 = NormalDist().inv_cdf(0.975)


class Kind(StrEnum):
    """The scale of an effect. RATIO: backward over forward; its line of no difference is 1, of the others 0."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    STANDARDISED = "standardised"
    PERCENT = "percent"

    @property
    def null(self) -> float:
        return 1.0 if self is Kind.RATIO else 0.0


class Origin(StrEnum):
    """Where an effect and its interval come from.

    PRINTED   both stand in the publication
    BARE      the effect stands there, no spread
    MEANS     the ratio of two printed means, no spread
    PAIRED    computed from two means and standard deviations of the same people, with an assumed correlation
    SEM       computed from the printed standard error
    GROUPS    the effect stands there, its interval was computed from the sizes of the two groups
    """

    PRINTED = "printed"
    BARE = "bare"
    MEANS = "means"
    PAIRED = "paired"
    SEM = "sem"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Group:
    """A mean and its standard deviation (NaN: not printed)."""

    mean: float
    sd: float = nan


@dataclass(frozen=True, slots=True)
class Effect:
    """value, low, high  on the scale of `kind`, 95 %; NaN where there is no interval
    se                   standard error, of the logarithm where `kind` is RATIO
    unit                 of a DIFFERENCE; "1" for a ratio or a standardised difference
    """

    kind: Kind
    value: float
    unit: str
    low: float
    high: float
    se: float
    origin: Origin

    @property
    def has_interval(self) -> bool:
        return not isnan(self.se)

    @property
    def on_scale(self) -> float:
        """The value as it is averaged: the logarithm of a ratio, else itself."""
        return log(self.value) if self.kind is Kind.RATIO else self.value


def printed(kind: Kind, value: float, low: float, high: float, unit: str = "1") -> Effect:
    """An effect whose 95 % interval stands in the publication."""
    ends = (log(low), log(high)) if kind is Kind.RATIO else (low, high)
    return Effect(kind, value, unit, low, high, (ends[1] - ends[0]) / (2 * NORMAL_95), Origin.PRINTED)


def bare(kind: Kind, value: float, unit: str = "1") -> Effect:
    """An effect without a spread."""
    return Effect(kind, value, unit, nan, nan, nan, Origin.BARE)


def ratio_of_means(forward: Group, backward: Group) -> Effect:
    """Backward over forward where no spread was printed."""
    return Effect(Kind.RATIO, backward.mean / forward.mean, "1", nan, nan, nan, Origin.MEANS)


def paired_ratio(
    forward: Group, backward: Group, n: int, correlation: float = comparing.CROSSOVER_CORRELATION.value
) -> Effect:
    """Backward over forward of the same people: the ratio of means, its logarithm's variance by the delta method."""
    one, other = forward.sd / forward.mean, backward.sd / backward.mean
    se = sqrt((one**2 + other**2 - 2 * correlation * one * other) / n)
    return _of_ratio(backward.mean / forward.mean, se, n, Origin.PAIRED)


def paired_difference(
    forward: Group, backward: Group, n: int, unit: str, correlation: float = comparing.CROSSOVER_CORRELATION.value
) -> Effect:
    """Backward minus forward of the same people (or after minus before)."""
    variance = forward.sd**2 + backward.sd**2 - 2 * correlation * forward.sd * backward.sd
    se, value = sqrt(variance / n), backward.mean - forward.mean
    reach = t_quantile(0.975, n - 1) * se
    return Effect(Kind.DIFFERENCE, value, unit, value - reach, value + reach, se, Origin.PAIRED)


def ratio_with_sem(ratio: float, sem: float, n: int) -> Effect:
    """A printed mean ratio with its standard error."""
    return _of_ratio(ratio, sem / ratio, n, Origin.SEM)


def between_groups(value: float, one: int, other: int) -> Effect:
    """A printed standardised difference of two groups, its variance from their sizes.

    Hedges and Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5.
    """
    se = sqrt((one + other) / (one * other) + value**2 / (2 * (one + other)))
    reach = NORMAL_95 * se
    return Effect(Kind.STANDARDISED, value, "1", value - reach, value + reach, se, Origin.GROUPS)


def _of_ratio(ratio: float, se: float, n: int, origin: Origin) -> Effect:
    reach = t_quantile(0.975, n - 1) * se
    return Effect(Kind.RATIO, ratio, "1", ratio * exp(-reach), ratio * exp(reach), se, origin)
