"""The posterior of a change: against Student's t where that is exact, and in its shape elsewhere."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from scipy import stats

from backstride.progress import change as module
from backstride.progress.change import UNKNOWN, Error, Point, change, foreseen
from backstride.progress.verdict import Word, verdict

START = date(2026, 1, 1)


def points(before: list[float], after: list[float], apart: int = 2) -> list[Point]:
    days = [apart * n for n in range(len(before))] + [60 + apart * n for n in range(len(after))]
    values = before + after
    return [
        Point(START + timedelta(days=day), value, n >= len(before))
        for n, (day, value) in enumerate(zip(days, values, strict=True))
    ]


def test_with_noise_of_its_own_at_every_try_it_is_the_two_sample_t(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHARES", (0.0,))
    before, after = [10.0, 11.0, 9.5, 10.2], [12.0, 12.5, 11.8]
    found = change(points(before, after))
    assert found is not None
    interval = stats.ttest_ind(after, before).confidence_interval(0.90)
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high), abs=1e-6)
    assert found.value == pytest.approx(np.mean(after) - np.mean(before))


def test_a_known_error_narrows_what_few_tries_say() -> None:
    few = points([10.0, 12.0, 8.0], [13.0, 15.0, 11.0])
    alone, told = change(few), change(few, Error(0.5))
    assert alone is not None
    assert told is not None
    assert told.high - told.low < alone.high - alone.low


def test_a_covariate_that_explains_the_noise_is_taken_in_when_there_are_tries_enough() -> None:
    heat = [5.0, 25.0, 10.0, 20.0, 15.0, 8.0, 22.0, 12.0, 18.0, 30.0]
    plain = points([20 - 0.2 * one for one in heat[:5]], [22 - 0.2 * one for one in heat[5:]])
    known = [Point(one.day, one.value, one.after, {"temperature": warm}) for one, warm in zip(plain, heat, strict=True)]
    without, with_heat, few = change(plain), change(known), change(known[3:7])
    assert without is not None
    assert with_heat is not None
    assert few is not None
    assert with_heat.adjusted == ("temperature",)
    assert few.adjusted == ()
    assert with_heat.value == pytest.approx(2.0, abs=1e-3)
    assert with_heat.high - with_heat.low < without.high - without.low


@pytest.mark.parametrize(
    "tries",
    [[], points([1.0], []), points([], [1.0, 2.0, 3.0]), points([1.0], [2.0])],
    ids=["none", "one", "after", "two"],
)
def test_where_nothing_can_be_said_nothing_is_said(tries: list[Point]) -> None:
    assert change(tries) is None
    assert verdict(change(tries), rising=True, mdc=None).word is Word.EARLY


def test_equal_tries_give_a_sure_answer_without_a_fault() -> None:
    found = change(points([5.0, 5.0, 5.0], [5.0, 5.0, 5.0]))
    assert found is not None
    assert found.value == pytest.approx(0.0, abs=1e-6)
    assert found.high - found.low < 1e-6


values = some.lists(some.floats(-100, 100), min_size=3, max_size=8)


@given(values, values, some.floats(0.01, 50), some.floats(-1000, 1000))
def test_shape(before: list[float], after: list[float], scale: float, shift: float) -> None:
    """The interval holds the value; other units and other zero points change nothing but the numbers."""
    found = change(points(before, after))
    moved = change(points([scale * one + shift for one in before], [scale * one + shift for one in after]))
    assert found is not None
    assert moved is not None
    assert found.low <= found.value <= found.high
    assert moved.value == pytest.approx(scale * found.value, rel=1e-3, abs=1e-4 * (1 + scale * 100))
    assert 0.0 <= found.chance_above(0.0) <= 1.0
    assert found.chance_above(-1.0) >= found.chance_above(1.0)


def test_words() -> None:
    strong = change(points([10.0, 10.2, 9.8, 10.1], [14.0, 14.2, 13.9, 14.1]))
    assert verdict(strong, rising=True, mdc=1.0).word is Word.SHOWN
    assert verdict(strong, rising=False, mdc=1.0).word is Word.CONTRADICTED
    assert verdict(strong, rising=True, mdc=10.0).word is Word.NOT_SHOWN
    weak = change(points([10.0, 11.0, 9.0, 10.5], [11.4, 10.6, 11.9, 11.0]))
    assert verdict(weak, rising=True, mdc=0.1).word is Word.PROBABLY
    assert verdict(weak, rising=True, mdc=0.1, outcomes=5).asked == pytest.approx(0.99)


def test_where_the_error_is_unknown_a_change_must_beat_ones_own_spread() -> None:
    weak = change(points([10.0, 11.0, 9.0, 10.5], [11.4, 10.6, 11.9, 11.0]))
    assert weak is not None
    told = verdict(weak, rising=True, mdc=None)
    assert told.limit == pytest.approx(weak.spread)
    assert told.better == pytest.approx(weak.chance_above(weak.spread))
    assert told.word is Word.NOT_SHOWN


def test_what_is_foreseen_is_surer_and_no_other() -> None:
    tries = points([10.0, 11.0, 9.0], [11.4, 10.6, 11.9])
    now = change(tries)
    days = [START + timedelta(days=80 + 7 * n) for n in range(6)]
    ahead, same = foreseen(tries, UNKNOWN, days), foreseen(tries, UNKNOWN, [])
    assert now is not None
    assert ahead is not None
    assert same == now
    assert (ahead.value, ahead.after) == (now.value, 9)
    assert ahead.high - ahead.low < now.high - now.low
    assert foreseen([], UNKNOWN, days) is None


def test_tries_that_are_rounded_are_not_taken_as_exact() -> None:
    """Whole numbers that repeat say little of the noise: at least that of rounding is left."""
    told = points([2.0, 2.0, 2.0], [1.0, 1.0, 1.0])
    exact, rounded = change(told), change(told, Error(step=1.0))
    assert exact is not None
    assert rounded is not None
    assert exact.high - exact.low < 1e-6
    assert rounded.spread >= 1 / np.sqrt(12)
    assert rounded.high - rounded.low > 0.5
    assert verdict(rounded, rising=False, mdc=None, outcomes=3).word is not Word.SHOWN


def test_a_covariate_that_goes_with_the_training_is_left_out() -> None:
    """Nobody can tell what grass did from what training did, where all tries after were on grass and none before."""
    plain = points([20.0, 21.0, 19.5, 20.2], [22.0, 22.5, 21.8, 22.2])
    grass = [Point(one.day, one.value, one.after, {"grass": float(one.after)}) for one in plain]
    same = [Point(one.day, one.value, one.after, {"grass": 1.0}) for one in plain]
    once = [Point(one.day, one.value, one.after, {"grass": float(n == 7)}) for n, one in enumerate(plain)]
    mixed = [Point(one.day, one.value, one.after, {"grass": n % 2.0}) for n, one in enumerate(plain)]
    found = [change(tries) for tries in (plain, grass, same, once, mixed)]
    assert [one.adjusted for one in found if one is not None] == [(), (), (), (), ("grass",)]
    assert found[0] == found[1] == found[2] == found[3]


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_quantiles_are_those_of_the_mixture(share: float) -> None:
    found = change(points([10.0, 11.0, 9.5, 10.2], [12.0, 12.5, 11.8], apart=9))
    assert found is not None
    limit = module._quantile(found._mixture, share)
    assert 1.0 - found.chance_above(limit) == pytest.approx(share, abs=1e-8)


@pytest.mark.parametrize("alike", [0.0, 0.7])
def test_intervals_hold_in_people_the_model_does_not_know(alike: float) -> None:
    """AR(1) noise beside errors of each try, whose sizes nobody told: 300 people, 3 before and 6 after."""
    chance = np.random.default_rng(5)
    held = shown = 0
    days = [7 * n for n in range(3)] + [56 + 7 * n for n in range(6)]
    for _ in range(300):
        weekly, share = chance.uniform(0, alike), chance.uniform()
        fading = [chance.standard_normal()]
        for apart in np.diff(days):
            kept = weekly ** (apart / 7)
            fading.append(kept * fading[-1] + np.sqrt(1 - kept**2) * chance.standard_normal())
        values = np.sqrt(share) * np.array(fading) + np.sqrt(1 - share) * chance.standard_normal(9)
        tries = [
            Point(START + timedelta(days=day), value, n > 2)
            for n, (day, value) in enumerate(zip(days, values, strict=True))
        ]
        found = change(tries)
        assert found is not None
        held += found.low <= 0 <= found.high
        shown += verdict(found, rising=True, mdc=None).word is Word.SHOWN
    assert held / 300 >= 0.88
    assert shown / 300 <= 0.02
