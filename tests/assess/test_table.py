"""Every test is whole: a drawing, words, what is kept; numbers of others only where a source was seen."""

from math import sqrt

import pytest

from backstride.assess import TESTS, Better, Keep
from backstride.evidence.table import CLAIMS, key_of
from backstride.figures import FIGURES
from backstride.plan.kinds import Limit, Permit

NAMED = {
    "stance-open", "stance-closed", "tandem", "sway", "walk-3m", "t-test", "505", "sit-and-reach", "hop", "reaction",
    "economy", "time-trial", "dual-task",
}  # fmt: skip


def test_all_are_there() -> None:
    assert set(TESTS) == NAMED


@pytest.mark.parametrize("key", TESTS)
def test_a_test_is_whole(key: str) -> None:
    test = TESTS[key]
    assert test.key == key
    assert test.figure in FIGURES
    assert len(test.steps) >= 3
    assert test.safety
    assert test.limits <= {limit.value for limit in Limit}
    assert test.permit in Permit.__members__
    assert test.low < test.high
    assert test.trials >= 1
    assert test.every >= 7
    assert test.ceiling is None or test.low < test.ceiling <= test.high
    assert test.condition is None or len({kept for kept, _ in test.condition.choices}) == len(test.condition.choices)


@pytest.mark.parametrize("key", TESTS)
def test_every_borrowed_number_is_a_claim(key: str) -> None:
    test = TESTS[key]
    named = [one for one in (test.sem, test.mdc, *test.beside, *(norm.claim for norm in test.norms)) if one is not None]
    assert all(CLAIMS[key_of(one)] is one for one in named)
    assert all(one.unit in (test.unit, "1") for one in (test.sem, test.mdc) if one is not None)
    assert all(norm.claim.unit == test.unit for norm in test.norms)


def test_a_detectable_change_follows_from_the_standard_error_and_back() -> None:
    turn = TESTS["505"]
    assert turn.error(2.5) == pytest.approx(0.063 * 2.5)
    assert turn.detectable(2.5) == pytest.approx(1.96 * sqrt(2) * 0.063 * 2.5)
    walk = TESTS["walk-3m"]
    assert walk.detectable(3.0) == 1.69
    assert walk.error(3.0) == pytest.approx(1.69 / 2.772, rel=1e-3)


def test_what_no_source_says_is_unknown() -> None:
    for key in ("stance-open", "stance-closed", "tandem", "sway", "hop", "sit-and-reach", "reaction", "economy"):
        assert (TESTS[key].detectable(10.0), TESTS[key].error(10.0)) == (None, None)


@pytest.mark.parametrize(("age", "women", "men"), [(18, 13.1, 16.9), (49, 13.5, 12.0), (65, 3.6, 5.1), (99, 2.1, 1.8)])
def test_norms_are_those_of_an_age(age: int, women: float, men: float) -> None:
    found = {norm.sex.value: norm.claim.value for norm in TESTS["stance-closed"].norms_of(age)}
    assert found == {"women": women, "men": men}
    assert len(TESTS["stance-closed"].norms_of(None)) == 12
    assert TESTS["stance-closed"].norms_of(12) == ()


def test_better_and_kept_are_what_the_test_means() -> None:
    assert {key for key, test in TESTS.items() if test.better is Better.HIGHER} == {
        "stance-open", "stance-closed", "tandem", "sit-and-reach", "hop",
    }  # fmt: skip
    assert (TESTS["sway"].keep, TESTS["reaction"].keep) == (Keep.MEAN, Keep.MEDIAN)
