"""The parts of the direction engine against slow but plain versions of themselves."""

import numpy as np
import pytest

from backstride.gait import Options, analyse, states
from backstride.gait.lessons import Example, example_of, examples_of, general, lesson_of, personal
from backstride.gait.motion import Piece, rotate
from backstride.gait.pattern import numbers
from backstride.gait.rhythm import HARMONICS
from backstride.gait.upright import attitudes, averaged, multiplied, set_upright
from backstride.gait.velocity import Expected, pushes_of, velocities
from backstride.recording import Direction, FloatArray, Gait, Label, Placement
from backstride.simulate import Part, Worn, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
X = np.array([1.0, 0.0, 0.0])


@pytest.mark.parametrize("count", [1, 2, 63, 64, 65, 300])
def test_smoothing_in_blocks_is_the_forward_backward_algorithm(count: int) -> None:
    generator = np.random.default_rng(count)
    evidence = generator.normal(0, 2, (2, count, 7))
    fresh = generator.random(count) * (generator.random(count) > 0.9)
    chance, fit = states.smooth(evidence, fresh)
    for reading in range(2):
        slow, slow_fit = plainly_smoothed(evidence[reading], fresh)
        np.testing.assert_allclose(chance[reading], slow, atol=1e-5)
        assert fit[reading] == pytest.approx(slow_fit, abs=1e-4)


def plainly_smoothed(evidence: FloatArray, fresh: FloatArray) -> tuple[FloatArray, float]:
    def step(k: int) -> FloatArray:
        share = 1.0 if k == 0 else fresh[k]
        return np.asarray((1 - share) * states.TRANSITION + share * states.FRESH)

    ahead, fit, now = [], 0.0, states.PRIOR
    for k, row in enumerate(evidence):
        now = (now @ step(k)) * np.exp(row)
        fit += float(np.log(now.sum()))
        now = now / now.sum()
        ahead.append(now)
    back, later = [], np.ones(7)
    for k in range(len(evidence) - 1, -1, -1):
        back.append(later)
        later = step(k) @ (np.exp(evidence[k]) * later)
        later = later / later.sum()
    both = np.array(ahead) * np.array(back[::-1])
    return both / both.sum(axis=1, keepdims=True), fit


def test_attitudes_in_blocks_are_those_of_a_loop() -> None:
    rate = np.random.default_rng(1).normal(0, 2, (137, 3))
    now, step = np.array([[1.0, 0, 0, 0]]), 0.02
    for k, found in enumerate(attitudes(rate, step)):
        np.testing.assert_allclose(found, now[0], atol=1e-9)
        if k < 136:
            half = 0.25 * step * (rate[k] + rate[k + 1])
            angle = np.linalg.norm(half)
            now = multiplied(now, np.append(np.cos(angle), half * np.sin(angle) / angle)[None])


def test_a_bell_keeps_the_mean_and_its_ends() -> None:
    np.testing.assert_allclose(averaged(np.full((50, 2), 3.0), 20), 3.0)
    impulse = np.zeros((101, 1))
    impulse[50] = 1.0
    spread = averaged(impulse, 40)[:, 0]
    assert spread.sum() == pytest.approx(1.0)
    assert np.sqrt(spread @ (np.arange(101) - 50) ** 2) == pytest.approx(40 / 4 * np.sqrt(2 / 3), rel=0.1)


def accelerated(push: FloatArray, heading: FloatArray, bouncing: FloatArray, rate_hz: float = 50.0) -> Piece:
    """A level sensor whose heading and fixed horizontal acceleration (n, 2) are known; it shakes where it goes."""
    attitude = np.stack((np.cos(heading / 2), 0 * heading, 0 * heading, np.sin(heading / 2)), axis=1)
    conjugate = attitude * [1, -1, -1, -1]
    bounce = bouncing * 3.0 * np.sin(4 * np.pi * np.arange(len(push)) / rate_hz)
    force = rotate(conjugate, np.column_stack((push, 9.80665 + bounce)))
    turning = np.column_stack((0 * heading, 0 * heading, np.gradient(heading) * rate_hz))
    return Piece(0.0, rate_hz, force, turning, (0.0, len(push) / rate_hz))


def test_the_velocity_of_a_start_and_a_stop_is_felt() -> None:
    speed = np.interp(np.arange(2000) / 50, [5, 7, 15, 17, 40], [0, 1.5, 1.5, 0, 0])
    piece = accelerated(np.column_stack((np.gradient(speed) * 50, 0 * speed)), 0 * speed, np.sign(speed))
    (moved,) = velocities([pushes_of(set_upright(piece, X))], [None])
    middle = (moved.time_s > 8) & (moved.time_s < 14)
    assert np.mean(moved.along[middle].real) == pytest.approx(1.5, abs=0.5)
    assert np.abs(moved.along[moved.time_s > 25]).max() < 0.3
    assert moved.variance[moved.time_s > 25].max() < moved.variance[middle].min()


def test_a_body_that_turns_round_while_it_travels_goes_backward_then() -> None:
    time = np.arange(2000) / 50
    speed = np.interp(time, [5, 7, 30, 32], [0, 1.5, 1.5, 0])
    heading = np.interp(time, [18, 20], [0.0, np.pi])
    piece = accelerated(np.column_stack((np.gradient(speed) * 50, 0 * speed)), heading, np.sign(speed))
    (moved,) = velocities([pushes_of(set_upright(piece, X))], [None])
    assert np.mean(moved.along.real[(moved.time_s > 9) & (moved.time_s < 17)]) > 0.5
    assert np.mean(moved.along.real[(moved.time_s > 21) & (moved.time_s < 29)]) < -0.5


def test_what_is_believed_holds_a_velocity_that_would_fade() -> None:
    calm = accelerated(np.random.default_rng(2).normal(0, 1.0, (3000, 2)), np.zeros(3000), np.ones(3000))
    pushes = [pushes_of(set_upright(calm, X))]
    time_s = np.arange(0, 60, 0.5)
    belief = Expected(time_s, np.full(len(time_s), 1.2 + 0j), np.full(len(time_s), 1.0))
    with_it, without = velocities(pushes, [belief, None])
    assert np.mean(with_it.along.real) == pytest.approx(1.2, abs=0.2)
    assert abs(np.mean(without.along.real)) < 0.6


@pytest.mark.parametrize("placement", [Placement.POCKET, Placement.WAIST])
def test_numbers_are_odd_in_time_and_in_facing(placement: Placement) -> None:
    generator = np.random.default_rng(3)
    shape = generator.normal(size=(20, 6, HARMONICS)) + 1j * generator.normal(size=(20, 6, HARMONICS))
    shape = shape.astype(np.complex64)
    reversed_in_time = np.conj(shape) * np.array([1, 1, 1, -1, -1, -1])[:, None].astype(np.complex64)
    delayed = shape * np.exp(-1j * 0.7 * np.arange(1, HARMONICS + 1)).astype(np.complex64)
    front = complex(np.exp(0.4j))
    seen, back = numbers(shape, front, placement), numbers(reversed_in_time, front, placement)
    np.testing.assert_allclose(back.way, -seen.way, atol=1e-4)
    np.testing.assert_allclose(back.facing, seen.facing, atol=1e-4)
    np.testing.assert_allclose(numbers(shape, -front, placement).facing, -seen.facing, atol=1e-4)
    late = numbers(delayed, front, placement)
    np.testing.assert_allclose(late.way, seen.way, atol=1e-4)
    np.testing.assert_allclose(late.facing, seen.facing, atol=1e-4)


def an_example(direction: Direction, way: FloatArray, facing: FloatArray) -> Example:
    return Example(direction, Gait.WALK, way, 0 * facing, 10.0)


def test_a_lesson_moves_the_weights_towards_the_person() -> None:
    weights = general(Placement.POCKET)
    odd = -np.sign(weights.walk) * 0.3  # a person whose strides say the opposite of everyone's
    moved = personal(weights, [an_example(FORWARD, odd, weights.facing)], Placement.POCKET)
    assert odd @ weights.walk < -1.0
    assert 0.0 < odd @ moved.walk < 6.0
    np.testing.assert_array_equal(moved.run, weights.run)


def test_an_arm_must_have_shown_both_directions() -> None:
    weights = general(Placement.WRIST)
    one = an_example(FORWARD, np.full(len(weights.walk), 0.3), weights.facing)
    other = an_example(BACKWARD, np.full(len(weights.walk), -0.3), weights.facing)
    assert not np.any(personal(weights, [one], Placement.WRIST).walk)
    assert np.any(personal(weights, [one, other], Placement.WRIST).walk)


def test_a_lesson_survives_storage_and_another_recipes_is_left_out() -> None:
    seen = numbers(np.ones((3, 6, HARMONICS), np.complex64), 1.0, Placement.POCKET)
    lesson = lesson_of(example_of(seen, BACKWARD, Gait.RUN, 12.0), Placement.POCKET)
    (back,) = examples_of([lesson], Placement.POCKET)
    assert (back.direction, back.gait, back.worth) == (BACKWARD, Gait.RUN, 6.0)
    np.testing.assert_allclose(back.way, seen.way.mean(axis=0), atol=1e-4)
    assert examples_of([lesson], Placement.WAIST) == ()


def test_marks_teach_and_the_next_recording_is_told_better() -> None:
    parts = (Part(FORWARD, Gait.WALK, 20, 1.2), Part(BACKWARD, Gait.WALK, 20, 0.9))
    recording, _ = simulate(parts, worn=Worn(Placement.POCKET), seed=4)
    labels = (Label(3.0, 17.0, FORWARD), Label(24.0, 37.0, BACKWARD))
    lessons = analyse(recording, labels, Options(placement=Placement.POCKET)).lessons
    assert {(lesson.direction, lesson.gait) for lesson in lessons} == {(FORWARD, Gait.WALK), (BACKWARD, Gait.WALK)}
    assert analyse(recording, (), Options(placement=Placement.POCKET)).lessons == ()
    weights = general(Placement.POCKET)
    taught = personal(weights, examples_of(lessons, Placement.POCKET), Placement.POCKET)
    for example in examples_of(lessons, Placement.POCKET):
        sign = 1 if example.direction is FORWARD else -1
        assert sign * (example.way @ taught.walk) > sign * (example.way @ weights.walk)
