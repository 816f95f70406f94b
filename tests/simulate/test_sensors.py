"""What sensors on the simulated body read besides force and turning: compass, handling, rates."""

import numpy as np
import pytest

from backstride.recording import Direction, Gait, Placement, Side
from backstride.simulate import WORN, Part, Worn, draw_person, draw_worn, population, simulate
from backstride.simulate.handling import rotation
from backstride.simulate.make import record
from backstride.simulate.sensors import any_mounting

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
STILL = Part(Direction.STILL, Gait.NONE, 6)


def test_a_compass_points_where_the_body_faces_not_where_it_goes() -> None:
    turn = Part(Direction.TURNING, Gait.WALK, 2, turned_rad=0.5 * np.pi)
    parts = [STILL, Part(FORWARD, Gait.WALK, 10, 1.2), turn, Part(BACKWARD, Gait.WALK, 10, 1.0)]
    recording, truth = simulate(parts, worn=Worn(Placement.WAIST, mounting=np.eye(3), noise=0.0, compass=True))
    field = recording.signals["magnetic_field"]
    facing = 0.5 * np.pi - np.arctan2(field.values[:, 1], field.values[:, 0])
    for span in ((1, 5), (8, 15), (20, 27)):
        seen = (field.time_s > span[0]) & (field.time_s < span[1])
        expected = np.interp(field.time_s[seen], truth.facing.time_s, truth.facing.values)
        away = np.angle(np.exp(1j * (facing[seen] - expected)))
        assert abs(np.mean(away)) < 0.1
    assert np.linalg.norm(field.values, axis=1) == pytest.approx(49.0, abs=0.5)


def test_iron_indoors_bends_the_field_from_place_to_place() -> None:
    parts = [Part(FORWARD, Gait.WALK, 30, 1.3)]
    clean, bent = (
        simulate(parts, worn=Worn(Placement.WAIST, noise=0.0, compass=True, indoors_ut=ut))[0] for ut in (0.0, 10.0)
    )
    size = [np.linalg.norm(r.signals["magnetic_field"].values, axis=1).std() for r in (clean, bent)]
    assert size[0] < 0.5
    assert size[1] > 2.0


def test_a_sensor_taken_in_the_hand_is_put_back_otherwise_and_its_gyroscope_tells_how() -> None:
    worn = Worn(Placement.POCKET, noise=0.0, remounted_s=6.0, rate_hz=100.0)
    recording, truth = simulate([STILL] * 3, worn=worn, seed=4)
    assert truth.sensor_from_body is not None
    assert truth.remounted_from_body is not None
    force, rate = recording.signals["acceleration"], recording.signals["angular_rate"]
    before, after = (force.between(*span).values.mean(axis=0) for span in ((1, 5), (11, 16)))
    down = truth.sensor_from_body.T @ before
    np.testing.assert_allclose(truth.remounted_from_body.T @ after, down, atol=0.4)
    assert np.linalg.norm(before - after) > 1.0
    turned = np.eye(3)
    for vector in rate.between(5, 11).values:
        turned = turned @ rotation(vector[None] / 100.0)[0]
    np.testing.assert_allclose(turned.T @ before, after, atol=0.6)


def test_a_loose_sensor_moves_against_its_segment() -> None:
    parts = [Part(FORWARD, Gait.RUN, 20, 3.0)]
    tight, loose = (
        simulate(parts, worn=Worn(Placement.POCKET, mounting=np.eye(3), noise=0.0, loose_rad=r), seed=1)[0]
        for r in (0.0, 0.1)
    )
    apart = loose.signals["angular_rate"].values - tight.signals["angular_rate"].values
    assert np.sqrt(np.mean(apart**2)) > 0.1
    assert np.sqrt(np.mean(apart**2)) < 5.0


def test_a_phone_that_is_read_swings_less_than_one_that_is_carried() -> None:
    turning = [
        np.sqrt(np.mean(recording.signals["angular_rate"].values ** 2))
        for held_up in (True, False)
        for recording, _ in [
            simulate([Part(FORWARD, Gait.WALK, 20, 1.3)], worn=Worn(Placement.HAND, noise=0.0, held_up=held_up))
        ]
    ]
    assert turning[0] < 0.5 * turning[1]


@pytest.mark.parametrize("rate_hz", [25.0, 50.0, 60.0, 104.0, 200.0])
def test_every_rate_sees_the_same_motion(rate_hz: float) -> None:
    recording, _ = simulate([Part(FORWARD, Gait.WALK, 20, 1.2)], worn=Worn(Placement.WAIST, rate_hz=rate_hz, noise=0))
    force = recording.signals["acceleration"]
    assert force.rate_hz == pytest.approx(rate_hz, rel=0.001)
    assert recording.duration_s == pytest.approx(20, abs=0.05)
    assert np.linalg.norm(force.values, axis=1).std() == pytest.approx(1.7, abs=0.7)


def test_sensors_of_one_session_tell_of_one_motion() -> None:
    person = draw_person(np.random.default_rng(1))
    worn = [Worn(Placement.WAIST), Worn(Placement.FOOT, side=Side.RIGHT), Worn(Placement.WRIST)]
    made = record([Part(FORWARD, Gait.RUN, 10, 3.0)], person, worn, seed=3)
    first = made[0][1]
    for recording, truth in made:
        np.testing.assert_array_equal(truth.contact_s, first.contact_s)
        assert recording.about.simulated
    assert {r.about.placement for r, _ in made} == {w.placement for w in worn}


def test_the_right_leg_does_what_the_left_does_half_a_stride_later() -> None:
    parts = [Part(FORWARD, Gait.WALK, 30, 1.2)]
    rates = {}
    for side in (Side.LEFT, Side.RIGHT):
        worn = Worn(Placement.SHANK, mounting=np.eye(3), noise=0.0, side=side)
        recording, truth = simulate(parts, worn=worn, seed=2)
        rates[side] = recording.signals["angular_rate"].values[:, 1]
        if side is Side.LEFT:
            stride = 2 * np.median(np.diff(truth.contact_s)) * 100
    half = round(stride / 2)
    assert np.corrcoef(rates[Side.LEFT][500:2000], rates[Side.RIGHT][500 + half : 2000 + half])[0, 1] > 0.8
    assert np.corrcoef(rates[Side.LEFT][500:2000], rates[Side.RIGHT][500:2000])[0, 1] < 0.5


def test_the_population_is_varied_finite_and_the_same_again() -> None:
    generator = np.random.default_rng(0)
    seen: set[tuple[Direction, Gait]] = set()
    for session in population(12, seed=4, seconds=40):
        assert sum(part.duration_s for part in session.parts) >= 40
        seen |= {(part.direction, part.gait) for part in session.parts}
        for recording, truth in session.recordings([draw_worn(generator, placement) for placement in WORN]):
            for signal in recording.signals.values():
                assert np.all(np.isfinite(signal.values))
            assert truth.bouts[-1].end_s == pytest.approx(sum(part.duration_s for part in session.parts))
    assert len(seen) >= 7
    third, again = ([*population(count, seed=4)][2] for count in (3, 5))
    assert third.parts == again.parts
    assert third.seed == again.seed


def test_mountings_are_rotations_of_every_kind() -> None:
    generator = np.random.default_rng(0)
    drawn = np.array([any_mounting(generator) for _ in range(400)])
    np.testing.assert_allclose(np.linalg.det(drawn), 1.0)
    assert np.abs(drawn.mean(axis=0)).max() < 0.15
