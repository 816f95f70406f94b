"""Weeks by lot: the lot is balanced, and the test is exact."""

from datetime import date, timedelta

import numpy as np
import pytest

from backstride.progress.alternation import Alternation, difference, drawn

BEGUN = date(2026, 3, 2)


def values(one: Alternation, effect: float, noise: float = 0.0) -> list[tuple[date, float]]:
    return [
        (BEGUN + timedelta(days=7 * week + 2), 10.0 + effect * with_ + noise * (week % 3))
        for week, with_ in enumerate(one.with_)
    ]


def test_each_pair_has_one_of_each_and_the_lot_is_the_generators() -> None:
    lots = {drawn(BEGUN, "reach", 6, np.random.default_rng(seed)).with_ for seed in range(40)}
    assert len(lots) > 10
    for lot in lots:
        assert len(lot) == 12
        assert all(lot[n] != lot[n + 1] for n in range(0, 12, 2))
    with pytest.raises(ValueError, match="pairs"):
        drawn(BEGUN, "reach", 5, np.random.default_rng(0))


def test_weeks_are_counted_from_the_beginning() -> None:
    one = drawn(BEGUN, "reach", 6, np.random.default_rng(0))
    assert [one.week(BEGUN + timedelta(days=day)) for day in (-1, 0, 6, 7, 83, 84)] == [None, 0, 0, 1, 11, None]
    assert one.ends == BEGUN + timedelta(days=83)


def test_a_clear_difference_has_the_smallest_chance_there_is() -> None:
    one = drawn(BEGUN, "reach", 6, np.random.default_rng(3))
    found = difference(one, values(one, 2.0))
    assert found is not None
    assert found.value == pytest.approx(2.0)
    assert found.chance == found.least == pytest.approx(2 / 64)
    nothing = difference(one, values(one, 0.0))
    assert nothing is not None
    assert nothing.chance == 1.0


def test_half_pairs_wait_and_tries_outside_are_left_out() -> None:
    one = drawn(BEGUN, "reach", 6, np.random.default_rng(3))
    assert difference(one, values(one, 1.0)[:1]) is None
    found = difference(one, [*values(one, 1.0)[:3], (BEGUN - timedelta(days=3), 99.0)])
    assert found is not None
    assert found.pairs == 1
    assert found.value == pytest.approx(1.0)
