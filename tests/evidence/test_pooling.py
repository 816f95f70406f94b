"""Putting studies together: against statsmodels, against scipy, and on drawn studies whose mean is known."""

import numpy as np
import pytest
from scipy.stats import t as student
from statsmodels.stats.meta_analysis import combine_effects

from backstride.evidence import comparing
from backstride.evidence.effects import (
    Group,
    Kind,
    bare,
    between_groups,
    paired_difference,
    paired_ratio,
    printed,
    ratio_of_means,
    ratio_with_sem,
)
from backstride.evidence.pooling import effect_at, pool, pool_forest
from backstride.evidence.promises import PROMISES
from backstride.evidence.student import t_quantile, t_within
from backstride.evidence.study import Forest

SCATTERED = ([0.1, 0.5, 0.9, -0.2, 0.35], [0.02, 0.03, 0.015, 0.05, 0.01])
ALIKE = ([0.30, 0.31, 0.29, 0.305], [0.02, 0.03, 0.015, 0.05])


@pytest.mark.parametrize("freedom", [*range(1, 31), 99, 200])
@pytest.mark.parametrize("probability", [0.6, 0.9, 0.975, 0.995])
def test_student_is_scipys(freedom: int, probability: float) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(student.ppf(probability, freedom), rel=1e-9)
    assert t_within(1.3, freedom) == pytest.approx(2 * student.cdf(1.3, freedom) - 1, rel=1e-12)


def test_studies_that_differ_are_pooled_as_statsmodels_does() -> None:
    ours = pool(*SCATTERED)
    theirs = combine_effects(*map(np.array, SCATTERED), method_re="iterated", atol=1e-12)
    assert ours.value == pytest.approx(theirs.mean_effect_re, rel=1e-6)
    assert ours.tau2 == pytest.approx(theirs.tau2, rel=1e-5)
    assert ours.i2 == pytest.approx(theirs.i2, rel=1e-9)
    assert ours.weights == pytest.approx(theirs.weights_rel_re, rel=1e-5)
    low, high = theirs.conf_int(use_t=True)[3]  # the last is Hartung and Knapp's
    assert (ours.low, ours.high) == pytest.approx((low, high), rel=1e-5)
    reach = student.ppf(0.975, 4) * np.sqrt(theirs.tau2 + ((high - low) / 2 / student.ppf(0.975, 4)) ** 2)
    assert ours.expected_high == pytest.approx(theirs.mean_effect_re + reach, rel=1e-5)


def test_studies_that_agree_by_luck_do_not_make_the_interval_narrow() -> None:
    ours = pool(*ALIKE)
    weight = 1 / np.array(ALIKE[1])
    assert ours.tau2 == 0
    assert ours.i2 == 0
    assert ours.high - ours.value == pytest.approx(student.ppf(0.975, 3) / np.sqrt(weight.sum()))
    theirs = combine_effects(*map(np.array, ALIKE), method_re="iterated")
    low, high = theirs.conf_int(use_t=True)[3]  # the last is Hartung and Knapp's
    assert high - low < ours.high - ours.low


def test_equal_studies_weigh_the_same_and_their_mean_is_plain() -> None:
    pooled = pool([1.0, 2.0, 3.0], [0.1, 0.1, 0.1])
    assert pooled.value == pytest.approx(2.0)
    assert pooled.weights == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert pooled.tau2 == pytest.approx(0.9)  # the variance of the effects less that of each
    assert pooled.expected_low < pooled.low < pooled.value < pooled.high < pooled.expected_high


@pytest.mark.parametrize(("tau", "studies"), [(0.0, 3), (0.3, 3), (0.3, 10)])
def test_the_interval_covers_the_truth_as_often_as_it_says(tau: float, studies: int) -> None:
    draw, covered, runs = np.random.default_rng(4), 0, 800
    for _ in range(runs):
        variances = draw.uniform(0.01, 0.2, studies)
        effects = draw.normal(draw.normal(0.4, tau, studies), np.sqrt(variances))
        pooled = pool(list(effects), list(variances))
        covered += pooled.low <= 0.4 <= pooled.high
    assert covered / runs > 0.925  # three standard errors of the simulation below 0.95
    if studies > 3:  # three are so few that an interval that never misleads is too wide
        assert covered / runs < 0.985, "so wide that it says nothing"


@pytest.mark.parametrize("studies", [3, 8])
def test_a_further_study_lies_where_it_is_expected_about_as_often_as_is_said(studies: int) -> None:
    draw, inside, runs = np.random.default_rng(7), 0, 800
    for _ in range(runs):
        variances = draw.uniform(0.002, 0.01, studies)
        effects = draw.normal(draw.normal(0.25, 0.15, studies), np.sqrt(variances))
        pooled = pool(list(effects), list(variances))
        inside += pooled.expected_low <= draw.normal(0.25, 0.15) <= pooled.expected_high
    assert inside / runs > 0.88


def test_a_ratio_of_paired_means_covers_the_truth() -> None:
    draw, covered, runs, n = np.random.default_rng(5), 0, 800, 13
    for _ in range(runs):
        person = draw.normal(0, 1, n)
        forward, backward = (20 + 2 * (person + draw.normal(0, 1, n)) / np.sqrt(2) for _ in range(2))
        backward = backward * 1.3
        groups = [Group(float(one.mean()), float(one.std(ddof=1))) for one in (forward, backward)]
        effect = paired_ratio(groups[0], groups[1], n)
        covered += effect.low <= 1.3 <= effect.high
    assert 0.92 < covered / runs < 0.98


def test_effects_by_hand() -> None:
    ratio = paired_ratio(Group(10, 1), Group(12, 1.2), 16, correlation=0.0)
    assert ratio.value == pytest.approx(1.2)
    assert ratio.se == pytest.approx(np.sqrt(2 * 0.01 / 16))
    assert ratio.low * ratio.high == pytest.approx(1.44)
    assert paired_ratio(Group(10, 1), Group(12, 1.2), 16, correlation=1.0).se == pytest.approx(0)
    difference = paired_difference(Group(100, 3), Group(104, 4), 25, "beats/min", correlation=0.0)
    assert (difference.value, difference.se) == pytest.approx((4, 1))
    assert difference.high == pytest.approx(4 + student.ppf(0.975, 24))
    assert ratio_with_sem(1.5, 0.15, 9).se == pytest.approx(0.1)
    assert between_groups(0.0, 10, 10).se == pytest.approx(np.sqrt(0.2))
    assert printed(Kind.DIFFERENCE, 0.11, 0.01, 0.21, "m/s").se == pytest.approx(0.1 / 1.959964, rel=1e-6)
    assert not bare(Kind.RATIO, 1.3).has_interval
    assert ratio_of_means(Group(10), Group(13)).value == pytest.approx(1.3)
    assert not ratio_of_means(Group(10), Group(13)).has_interval


def test_energy_of_running_backward_is_pooled_and_robust_to_what_was_assumed() -> None:
    forest = PROMISES["more-calories"].forests[0]
    pooled = pool_forest(forest)
    assert pooled is not None
    assert pooled.value == pytest.approx(1.26, abs=0.005)
    assert (pooled.low, pooled.high) == pytest.approx((1.02, 1.55), abs=0.01)
    assert len(pooled.weights) == 3  # the fourth prints no spread
    for correlation in (comparing.CROSSOVER_CORRELATION.low, comparing.CROSSOVER_CORRELATION.high):
        other = pool_forest(forest, correlation)
        assert other is not None
        assert other.value == pytest.approx(pooled.value, abs=0.01)
        assert other.low > 1


def test_an_assumed_correlation_changes_only_what_rests_on_it() -> None:
    paired, with_sem = PROMISES["more-calories"].forests[0].studies[0], PROMISES["more-calories"].forests[0].studies[2]
    looser, closer = effect_at(paired, 0.0), effect_at(paired, 0.8)
    assert looser is not None
    assert closer is not None
    assert looser.value == closer.value
    assert looser.se > closer.se
    assert effect_at(with_sem, 0.0) is with_sem.effect


def test_few_or_unlike_studies_are_not_pooled() -> None:
    forest = PROMISES["more-calories"].forests[0]
    two = Forest(forest.title, forest.lower, forest.higher, forest.studies[:2], True, forest.why)
    unlike = Forest(forest.title, forest.lower, forest.higher, forest.studies, False, forest.why)
    assert pool_forest(two) is None
    assert pool_forest(unlike) is None
