"""The solver, held against trying everything."""

from itertools import product

import numpy as np
import pytest

from backstride.plan.integer import Row, Variable, minimise


@pytest.mark.parametrize("seed", range(20))
def test_the_answer_is_the_best_of_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    costs = chance.normal(0, 10, 8)
    rows = [Row({at: float(chance.integers(1, 5)) for at in chance.permutation(8)[:4]}, 5.0) for _ in range(5)]
    got = minimise([Variable(float(cost)) for cost in costs], rows)
    assert all(value in (0.0, 1.0) for value in np.round(got, 9))
    allowed = [
        cost
        for values in product((0, 1), repeat=8)
        for cost in [float(np.dot(costs, values))]
        if all(sum(weight * values[at] for at, weight in row.terms.items()) <= row.most for row in rows)
    ]
    assert np.dot(costs, got) == pytest.approx(min(allowed))


def test_equal_programmes_have_equal_answers() -> None:
    variables = [Variable(-1.0) for _ in range(30)]
    rows = [Row(dict.fromkeys(range(first, first + 10), 1.0), 3.0) for first in range(0, 30, 5) if first <= 20]
    assert len({minimise(variables, rows) for _ in range(5)}) == 1


def test_numbers_between_stay_between() -> None:
    assert minimise([Variable(-1.0, whole=False)], [Row({0: 2.0}, 1.0)]) == pytest.approx((0.5,))


def test_nothing_to_decide() -> None:
    assert minimise([], []) == ()


def test_what_nothing_can_break_does_not_bind() -> None:
    variables = [Variable(1.0), Variable(1.0), Variable(1.0, whole=False, most=5.0)]
    assert not Row({0: 1.0, 1: 1.0}, 2.0).binds(variables)
    assert not Row({0: 1.0, 2: -1.0}, 1.0).binds(variables)
    assert Row({0: 1.0, 1: 1.0}, 1.0).binds(variables)
    assert Row({2: 1.0}, 4.0).binds(variables)
