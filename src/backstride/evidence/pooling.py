"""Putting the effects of several studies together, as draws from effects that differ (random effects).

1. The variance between studies (tau2) after Paule and Mandel (1982), doi:10.6028/jres.087.022: the value for which the
   weighted squares add up to their degrees of freedom.
2. The mean, weighted by one over the sum of both variances.
3. Its interval after Hartung and Knapp (2001), doi:10.1002/sim.791, with Student's t; never narrower than with the
   variances taken as known (Roever and others 2015, doi:10.1186/s12874-015-0091-1).
4. The interval in which the effect of a further study is expected (Higgins and others 2009,
   doi:10.1111/j.1467-985X.2008.00552.x), with k - 1 degrees of freedom.

Deviation: Higgins and others take k - 2. With three studies that is one degree of freedom, and an interval so wide that
it says nothing. With k - 1 it held the effect of a further study in 88 to 99 of 100 simulated cases (three to eight
studies) where 95 are meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import comparing
from backstride.evidence.effects import Effect, Kind, Origin, paired_difference, paired_ratio
from backstride.evidence.student import t_quantile
from backstride.evidence.study import Forest, Study

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pooled:
    """The mean effect of several studies and how much they differ.

    value, low, high             mean and 95 % interval, on the scale of the effects (ratios are turned back)
    expected_low, expected_high  where the effect of a further study is expected
    tau2                         variance between studies, of logarithms where the effects are ratios
    i2                           share of the scatter that is more than chance, 0 to 1
    weights                      of the studies, adding up to 1
    """

    value: float
    low: float
    high: float
    expected_low: float
    expected_high: float
    tau2: float
    i2: float
    weights: tuple[float, ...]


def pool(effects: Sequence[float], variances: Sequence[float], level: float = 0.95) -> Pooled:
    """Two effects or more, with their squared standard errors (> 0)."""
    y, v = np.asarray(effects, float), np.asarray(variances, float)
    freedom = len(y) - 1
    tau2 = between_variance(y, v)  # 1
    weight = 1 / (v + tau2)
    mean = float(np.average(y, weights=weight))  # 2
    spread = float(np.sum(weight * (y - mean) ** 2)) / freedom
    se = sqrt(max(1.0, spread) / float(weight.sum()))  # 3
    t = t_quantile(0.5 + level / 2, freedom)
    reach = t * sqrt(tau2 + se**2)  # 4
    q = _scatter(y, v, 0.0)
    return Pooled(
        value=mean,
        low=mean - t * se,
        high=mean + t * se,
        expected_low=mean - reach,
        expected_high=mean + reach,
        tau2=tau2,
        i2=max(0.0, 1 - freedom / q) if q > 0 else 0.0,
        weights=tuple(float(one) for one in weight / weight.sum()),
    )


def between_variance(effects: Floats, variances: Floats) -> float:
    """Paule and Mandel's tau2 by bisection; the scatter falls with every increase of it."""
    freedom = len(effects) - 1
    if _scatter(effects, variances, 0.0) <= freedom:
        return 0.0
    low, high = 0.0, float(np.var(effects, ddof=1)) or 1.0
    while _scatter(effects, variances, high) > freedom:
        low, high = high, 2 * high
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _scatter(effects, variances, middle) > freedom else (low, middle)
    return (low + high) / 2


def pool_forest(forest: Forest, correlation: float = comparing.CROSSOVER_CORRELATION.value) -> Pooled | None:
    """The studies of a forest put together; None where they are not comparable or too few."""
    effects = [effect for study in forest.studies if (effect := effect_at(study, correlation)) and effect.has_interval]
    if not forest.pooled or len(effects) < comparing.FEWEST_POOLED.value:
        return None
    pooled = pool([effect.on_scale for effect in effects], [effect.se**2 for effect in effects])
    return _turned_back(pooled) if effects[0].kind is Kind.RATIO else pooled


def effect_at(study: Study, correlation: float) -> Effect | None:
    """The effect of a study, computed anew with that correlation where one had to be assumed."""
    effect, forward, backward = study.effect, study.forward, study.backward
    if effect is None or effect.origin is not Origin.PAIRED or forward is None or backward is None or study.n is None:
        return effect
    if effect.kind is Kind.RATIO:
        return paired_ratio(forward, backward, study.n, correlation)
    return paired_difference(forward, backward, study.n, effect.unit, correlation)


def _scatter(effects: Floats, variances: Floats, tau2: float) -> float:
    weight = 1 / (variances + tau2)
    mean = np.average(effects, weights=weight)
    return float(np.sum(weight * (effects - mean) ** 2))


def _turned_back(pooled: Pooled) -> Pooled:
    return replace(
        pooled,
        value=exp(pooled.value),
        low=exp(pooled.low),
        high=exp(pooled.high),
        expected_low=exp(pooled.expected_low),
        expected_high=exp(pooled.expected_high),
    )
