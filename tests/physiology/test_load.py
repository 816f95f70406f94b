"""Zones, what is known of the highest and the resting rate, and load."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.errors import BadAnswers
from backstride.evidence import heart
from backstride.physiology.heart import Part
from backstride.physiology.known import How, Seen, highest, misread, resting, uptake
from backstride.physiology.load import Tissue, Week, banister, edwards, is_monotonous, monotony
from backstride.physiology.zones import Basis, HeartSettings, Sex, check_settings, grounds, seconds_in, zones_of
from backstride.recording import Direction, Gait

B, F = Direction.BACKWARD, Direction.FORWARD
DAY = date(2026, 5, 4)


def test_zones_by_each_basis() -> None:
    assert zones_of(HeartSettings(), B, 200.0) == pytest.approx((100, 120, 140, 160, 180))
    reserve = HeartSettings(Basis.RESERVE, resting=50.0)
    assert zones_of(reserve, F, 200.0) == pytest.approx((125, 140, 155, 170, 185))
    threshold = HeartSettings(Basis.THRESHOLD, threshold=170.0)
    assert zones_of(threshold, F, 200.0)[4] == 170
    own = HeartSettings(
        Basis.OWN, own=(100.0, 120.0, 140.0, 160.0, 180.0), backward=(110.0, 130.0, 150.0, 165.0, 182.0)
    )
    assert zones_of(own, F, 200.0)[0] == 100
    assert zones_of(own, B, 200.0)[0] == 110
    assert all(grounds(basis) for basis in Basis if basis is not Basis.OWN)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (HeartSettings(Basis.RESERVE), "resting"),
        (HeartSettings(Basis.THRESHOLD), "threshold"),
        (HeartSettings(Basis.OWN), "own"),
        (HeartSettings(highest=300.0), "highest"),
        (HeartSettings(highest=float("nan")), "highest"),
        (HeartSettings(highest=100.0, resting=105.0), "resting"),
        (HeartSettings(own=(100.0, 90.0, 140.0, 160.0, 180.0)), "own"),
        (HeartSettings(backward=(100.0, 140.0, 160.0, 180.0)), "backward"),
    ],
)
def test_what_cannot_be_is_refused(told: HeartSettings, field: str) -> None:
    with pytest.raises(BadAnswers) as refused:
        check_settings(told)
    assert field in refused.value.fields


@given(st.lists(st.tuples(st.integers(30, 225), st.floats(0.01, 4000)), min_size=1, max_size=40))
def test_zones_hold_all_seconds_and_load_grows_with_them(rows: list[tuple[int, float]]) -> None:
    bpm, seconds = (np.array(column, np.float64) for column in zip(*rows, strict=True))
    assert seconds_in(zones_of(HeartSettings(), F, 190.0), bpm, seconds).sum() == pytest.approx(seconds.sum())
    one = banister(bpm, seconds, (50.0, 190.0), Sex.NOT_SAID)
    assert 0 <= one.low <= one.value <= one.high
    assert banister(bpm, 2 * seconds, (50.0, 190.0), Sex.MALE).value >= one.low
    assert edwards(bpm, seconds, 190.0) <= 5 * seconds.sum() / 60 + 1e-9


def test_load_by_hand() -> None:
    bpm, seconds = np.array([100.0, 150.0]), np.array([600.0, 1800.0])
    assert edwards(bpm, seconds, 200.0) == pytest.approx(10 * 1 + 30 * 3)
    found = banister(bpm, seconds, (50.0, 200.0), Sex.MALE)
    low, high = 1 / 3, 2 / 3
    by_hand = 10 * low * 0.64 * np.exp(1.92 * low) + 30 * high * 0.64 * np.exp(1.92 * high)
    assert found.value == pytest.approx(by_hand)
    assert found.grade is heart.MEN_WEIGHT.grade
    assert banister(bpm, seconds, (50.0, 200.0), Sex.FEMALE).grade < found.grade


def test_monotony_by_hand() -> None:
    week = Week(effort=(300.0, 0.0, 400.0, 0.0, 500.0, 0.0, 0.0))
    mean, spread = 1200 / 7, float(np.std(week.effort, ddof=1))
    assert week.monotony == pytest.approx(mean / spread)
    assert week.strain == pytest.approx(1200 * mean / spread)
    assert not is_monotonous(week.effort)
    assert is_monotonous((300.0, 310.0, 290.0, 305.0, 300.0, 299.0, 303.0))
    assert np.isnan(monotony((0.0,) * 7))
    assert np.isnan(monotony((5.0,) * 7))
    assert not is_monotonous((0.0,) * 7)


def test_new_work_of_tissues_is_backward_only() -> None:
    parts = (
        Part(B, Gait.RUN, 120.0, 320, {}),
        Part(B, Gait.WALK, 60.0, 100, {}),
        Part(F, Gait.RUN, 999.0, 5000, {}),
    )
    assert Tissue().plus(parts).plus(parts[:1]) == Tissue(300.0, 240.0, 740)


def test_what_was_said_stands_first_and_what_was_seen_bounds_it() -> None:
    seen = Seen(185.0, "r", DAY)
    said = highest(180.0, seen, 40.0)
    assert (said.bpm, said.how, said.beyond) == (180, How.SAID, True)
    formula = highest(None, Seen(150.0, "r", DAY), 40.0)
    assert (formula.bpm, formula.how) == (180, How.AGE)
    assert highest(None, seen, 40.0).how is How.SEEN
    assert highest(None, None, None).how is How.GUESSED
    assert highest(None, Seen(170.0, "r", DAY), 40.0).low == 170
    assert resting(None, Seen(60.0, "r", DAY)) is None
    rest = resting(55.0, Seen(50.0, "r", DAY))
    assert rest
    assert rest.beyond


def test_oxygen_is_an_estimate_and_backward_there_is_none() -> None:
    found = uptake(190.0, 50.0)
    assert found.value == pytest.approx(58.14)
    assert found.low < found.value < found.high
    assert misread(Gait.WALK).value > misread(Gait.RUN).value > 1
