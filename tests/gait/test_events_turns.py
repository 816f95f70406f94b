"""Turns: when, how far, over which shoulder; and what only looks like one."""

import numpy as np
import pytest

from backstride.gait.events import turning
from backstride.gait.events.turns import turns
from backstride.recording import Direction, EventKind, FloatArray, Gait, Placement, Side
from backstride.simulate import Part, Worn, simulate
from tests.gait.felt import Felt, felt, made

FORWARD, TURNING, STILL = Direction.FORWARD, Direction.TURNING, Direction.STILL
TRUNK_AND_LEGS = (Placement.WAIST, Placement.CHEST, Placement.POCKET)


def bell(seconds: float, at_s: float, width_s: float, angle: float) -> FloatArray:
    """Heading of one smoothest turn (minimum jerk), ten values a second."""
    u = np.clip(((np.arange(round(seconds * 10)) + 0.5) / 10 - at_s) / width_s, 0, 1)
    return np.asarray(angle * u**3 * (10 - 15 * u + 6 * u * u))


def turned(heading: FloatArray, placement: Placement = Placement.WAIST) -> Felt:
    return Felt(made(len(heading) / 10, heading=heading), placement)


@pytest.mark.parametrize("degrees", [-180, -90, -60, 60, 90, 180])
def test_a_turn_is_told_with_its_onset_angle_and_shoulder(degrees: float) -> None:
    (turn,) = turns(turned(bell(20, 8, 2.0, np.radians(degrees))))
    assert turn.kind is EventKind.TURN
    assert turn.turned_rad == pytest.approx(np.radians(degrees), abs=0.1)
    assert turn.side is (Side.LEFT if degrees > 0 else Side.RIGHT)
    assert turn.start_s == pytest.approx(8.3, abs=0.25)
    assert turn.end_s == pytest.approx(9.7, abs=0.25)
    assert 0.5 < turn.confidence < 1


def test_a_small_turn_is_none_and_its_size_is_what_decides() -> None:
    assert not turns(turned(bell(20, 8, 2.0, np.radians(35))))
    assert turns(turned(bell(20, 8, 2.0, np.radians(55))))


def test_a_bend_of_wide_radius_is_no_turn() -> None:
    """Half of a 400 m track at 4 m/s: half a turn in 25 s."""
    bend = np.interp(np.arange(400) / 10, [5, 30], [0, np.pi])
    assert not turns(turned(bend))
    assert not len(turning(made(40, heading=bend), Placement.WAIST))


def test_going_round_in_a_circle_for_long_is_no_turn() -> None:
    circle = np.interp(np.arange(300) / 10, [3, 25], [0, 22 * 0.6])
    assert not turns(turned(circle))


def test_a_spurt_within_a_circle_is_one_turn() -> None:
    circle = np.interp(np.arange(300) / 10, [3, 25], [0, 22 * 0.3]) + bell(30, 12, 1.5, 2.5)
    assert len(turns(turned(circle))) == 1


def test_two_turns_the_same_way_are_two() -> None:
    square = bell(20, 4, 1.5, np.pi / 2) + bell(20, 10, 1.5, np.pi / 2)
    first, second = turns(turned(square))
    assert first.end_s < second.start_s
    assert first.turned_rad == pytest.approx(second.turned_rad, abs=0.05)


def test_an_arm_that_looks_at_the_watch_and_goes_back_is_no_turn_of_the_body() -> None:
    look = bell(20, 8, 0.9, 1.4) - bell(20, 10.5, 0.9, 1.4)
    assert not turns(turned(look, Placement.WRIST))
    assert not len(turning(made(20, heading=look), Placement.HEAD))
    assert len(turns(turned(look, Placement.WAIST))) == 2


def test_a_head_turns_on_its_neck_without_the_body() -> None:
    half_way, beyond = bell(20, 8, 1.5, 1.0), bell(20, 8, 1.5, 2.0)
    assert not turns(turned(half_way, Placement.HEAD))
    assert turns(turned(half_way, Placement.CHEST))
    assert turns(turned(beyond, Placement.HEAD))


def test_headings_of_different_pieces_are_not_compared() -> None:
    heading = np.where(np.arange(200) < 100, 0.0, 2.5)
    number = (np.arange(200) >= 100).astype(float)
    assert not turns(Felt(made(20, heading=heading, piece=number), Placement.WAIST))


def test_without_a_gyroscope_nothing_is_said() -> None:
    parts = [Part(FORWARD, Gait.WALK, 15, 1.3), Part(TURNING, Gait.WALK, 1.5, turned_rad=np.pi)]
    recording, _ = simulate([*parts, *parts[:1]], worn=Worn(Placement.WAIST, gyroscope=False), seed=3)
    assert not turns(felt(recording, Placement.WAIST))


@pytest.mark.parametrize("placement", [*TRUNK_AND_LEGS, Placement.WRIST, Placement.HEAD])
def test_simulated_turns_begin_within_half_a_second(placement: Placement) -> None:
    parts = [
        Part(FORWARD, Gait.WALK, 12, 1.3),
        Part(TURNING, Gait.WALK, 1.6, turned_rad=np.pi),
        Part(FORWARD, Gait.RUN, 12, 2.8),
        Part(STILL, Gait.NONE, 2),
        Part(TURNING, Gait.WALK, 1.2, turned_rad=-np.pi / 2),
        Part(FORWARD, Gait.WALK, 12, 1.2),
    ]
    recording, truth = simulate(parts, worn=Worn(placement), seed=11)
    true = [event for event in truth.events if event.kind is EventKind.TURN]
    found = turns(felt(recording, placement))
    spans = turning(felt(recording, placement).trace, placement)
    assert len(true) == 2
    for event in true:
        near = min(found, key=lambda turn: abs(turn.start_s - event.start_s))
        assert abs(near.start_s - event.start_s) < 0.5
        assert np.min(np.abs(spans[:, 0] - event.start_s)) < 0.5
        assert near.side is event.side
        assert near.turned_rad == pytest.approx(event.turned_rad, abs=0.5)
    assert len(found) == 2


def test_running_and_walking_straight_turns_nowhere() -> None:
    for placement in (*TRUNK_AND_LEGS, Placement.WRIST, Placement.FOOT):
        parts = [Part(FORWARD, Gait.WALK, 40, 1.4), Part(FORWARD, Gait.RUN, 40, 3.2)]
        recording, _ = simulate(parts, worn=Worn(placement), seed=5)
        assert not turns(felt(recording, placement)), placement


def test_turning_is_told_where_it_is_quick_and_the_slower_the_longer() -> None:
    trace = made(20, heading=bell(20, 8, 2.0, np.pi))
    ((begin, end),) = turning(trace, Placement.WAIST)
    ((later, sooner),) = turning(trace, Placement.WAIST, 2.0)
    assert 8.0 < begin < later < sooner < end < 10.0
    assert not len(turning(trace, Placement.WAIST, 5.0))
