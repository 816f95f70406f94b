"""How a sensor hangs: fixed or loose, and when it was put on anew."""

import numpy as np
import pytest

from backstride.gait.events import remounts, wander
from backstride.recording import Direction, FloatArray, Gait, Placement
from backstride.simulate import Part, Worn, simulate
from tests.gait.felt import GRAVITY, Felt, bout, felt, made

FORWARD, BACKWARD, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.STILL
SESSION = [
    Part(FORWARD, Gait.WALK, 30, 1.3),
    Part(STILL, Gait.NONE, 8),
    Part(FORWARD, Gait.RUN, 40, 2.8),
    Part(BACKWARD, Gait.WALK, 30, 0.9),
]


def leaning(degrees: FloatArray) -> FloatArray:
    tilt = np.radians(degrees)
    return GRAVITY * np.stack((np.sin(tilt), np.zeros(len(tilt)), np.cos(tilt)), axis=1)


def test_a_sensor_put_on_anew_is_dated() -> None:
    up = leaning(np.where(np.arange(600) < 250, 0.0, 120.0))
    (at,) = remounts(made(60, up=up), Placement.WAIST)
    assert at == pytest.approx(25.0, abs=0.5)


def test_a_small_change_of_posture_is_no_new_mounting() -> None:
    assert not len(remounts(made(60, up=leaning(np.where(np.arange(600) < 250, 0.0, 25.0))), Placement.WAIST))


def test_how_a_sensor_hangs_while_its_owner_sits_does_not_count() -> None:
    sits = (np.arange(900) > 300) & (np.arange(900) < 500)
    trace = made(90, up=leaning(np.where(sits, 90.0, 0.0)), shake=np.where(sits, 0.1, 3.0))
    assert not len(remounts(trace, Placement.POCKET))


def test_put_on_anew_during_a_rest_is_dated_within_it() -> None:
    rests = (np.arange(900) > 300) & (np.arange(900) < 500)
    up = leaning(np.where(np.arange(900) < 400, 0.0, 180.0))
    (at,) = remounts(made(90, up=up, shake=np.where(rests, 0.1, 3.0)), Placement.POCKET)
    assert 30 <= at <= 50


def test_there_and_back_are_two() -> None:
    away = (np.arange(1200) > 400) & (np.arange(1200) < 800)
    assert len(remounts(made(120, up=leaning(np.where(away, 150.0, 0.0))), Placement.CHEST)) == 2


def test_an_arm_hangs_as_it_likes() -> None:
    up = leaning(np.where(np.arange(600) < 250, 0.0, 120.0))
    assert not len(remounts(made(60, up=up), Placement.WRIST))


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.POCKET])
def test_a_simulated_new_mounting_is_found_and_a_steady_one_is_not(placement: Placement) -> None:
    found = 0
    for seed in range(4):
        steady, _ = simulate(SESSION, worn=Worn(placement), seed=seed)
        assert not len(remounts(felt(steady, placement).trace, placement))
        moved, _ = simulate(SESSION, worn=Worn(placement, remounted_s=33.0), seed=seed)
        times = remounts(felt(moved, placement).trace, placement)
        assert len(times) <= 1
        found += bool(len(times) and 28 < times[0] < 44)
    assert found >= 3  # a mounting drawn by lot may be turned about the vertical, which gravity does not show


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.POCKET])
def test_a_loose_sensor_strays_and_a_fixed_one_does_not(placement: Placement) -> None:
    strays = []
    for loose in (0.0, 0.25):
        recording, truth = simulate(SESSION, worn=Worn(placement, loose_rad=loose), seed=2)
        strays.append(wander(felt(recording, placement), truth.bouts))
    assert strays[0] < 0.06
    assert strays[1] > 2 * strays[0]


def test_straying_is_told_in_steady_gait_of_trunk_and_legs_alone() -> None:
    drunk = made(60, up=leaning(20 * np.sin(np.arange(600) / 12)))
    walking = (bout(0, 60, FORWARD, Gait.WALK),)
    assert wander(Felt(drunk, Placement.WAIST), walking) > 0.14
    assert np.isnan(wander(Felt(drunk, Placement.WRIST), walking))
    assert np.isnan(wander(Felt(drunk, Placement.WAIST), (bout(0, 60, STILL, Gait.NONE),)))
    assert np.isnan(
        wander(Felt(drunk, Placement.WAIST), tuple(bout(k, k + 6, FORWARD, Gait.WALK) for k in range(0, 60, 6)))
    )
