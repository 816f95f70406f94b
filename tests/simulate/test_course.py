"""Where the simulated body goes: starts, stops, turns and what is true of them."""

import numpy as np
import pytest

from backstride.recording import Direction, EventKind, Gait, Placement, Side
from backstride.simulate import Part, Watch, Worn, simulate
from backstride.simulate.body import move
from backstride.simulate.style import Person

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
STILL = Part(Direction.STILL, Gait.NONE, 4)


def through(turned: float) -> tuple[Part, ...]:
    turn = Part(Direction.TURNING, Gait.RUN, 1.0, 2.2, turned_rad=turned, travels_on=True)
    return (Part(FORWARD, Gait.RUN, 8, 2.3), turn, Part(BACKWARD, Gait.RUN, 8, 2.1))


def test_distance_is_speed_over_time() -> None:
    parts = [STILL, Part(FORWARD, Gait.RUN, 30, 3.0), STILL, Part(BACKWARD, Gait.WALK, 30, 1.0), STILL]
    _, truth = simulate(parts, worn=Worn(Placement.WAIST))
    step = truth.speed.time_s[1] - truth.speed.time_s[0]
    assert truth.distance_m == pytest.approx(float(np.sum(truth.speed.values)) * step, rel=0.005)
    assert truth.distance_m == pytest.approx(30 * 3.0 + 30 * 1.0, rel=0.04)


@pytest.mark.parametrize("turned", [np.pi, -np.pi])
def test_a_body_that_turns_under_its_travel_goes_on_the_same_way(turned: float) -> None:
    body = move(through(turned), Person(), np.random.default_rng(1))
    course = body.course
    heading = np.arctan2(np.gradient(course.place[:, 1]), np.gradient(course.place[:, 0]))
    assert np.abs(heading).max() < 0.4, "no jump of the way of travel"
    assert np.hypot(course.forward_mps, course.leftward_mps).min() > 1.7, "no stop"
    assert course.facing[-1] - course.facing[0] == pytest.approx(turned, abs=0.4)
    assert course.forward_mps[1000] > 1.8
    assert course.forward_mps[-1000] < -1.8


def test_turns_and_transitions_are_told() -> None:
    _, truth = simulate([*through(-np.pi), STILL, Part(FORWARD, Gait.WALK, 5, 1.2)], worn=Worn(Placement.WAIST))
    (turn,) = (event for event in truth.events if event.kind is EventKind.TURN)
    assert (turn.start_s, turn.end_s, turn.side) == (8.0, 9.0, Side.RIGHT)
    first, second = (event for event in truth.events if event.kind is EventKind.TRANSITION)
    assert (first.before, first.after, first.start_s, first.end_s, first.stop_s) == (FORWARD, BACKWARD, 8.0, 9.0, 0.0)
    assert (second.before, second.after) == (BACKWARD, FORWARD)
    assert 2.0 < second.stop_s < 4.0, "starts and stops take their share of the four seconds asked for"


@pytest.mark.parametrize("angle", [0.5 * np.pi, -np.pi, 2 * np.pi])
def test_a_turn_on_the_spot_turns_as_far_as_asked(angle: float) -> None:
    turn = Part(Direction.TURNING, Gait.WALK, 2.5, turned_rad=angle)
    recording, truth = simulate([STILL, turn, STILL], worn=Worn(Placement.WAIST, mounting=np.eye(3), noise=0.0), seed=3)
    rate = recording.signals["angular_rate"]
    assert np.sum(rate.values[:, 2]) / rate.rate_hz == pytest.approx(angle, abs=0.05)
    assert truth.distance_m < 0.05
    assert len(truth.contact_s) >= 3, "feet step around"


def test_no_force_where_nothing_changes_and_none_beyond_what_legs_can() -> None:
    parts = (STILL, Part(FORWARD, Gait.RUN, 6, 4.0), Part(BACKWARD, Gait.RUN, 6, 2.5), STILL)
    body = move(parts, Person(), np.random.default_rng(0))
    velocity = np.gradient(body.course.place, body.course.step_s, axis=0)
    push = np.linalg.norm(np.gradient(velocity, body.course.step_s, axis=0), axis=1)
    assert push[50:500].max() < 0.01
    assert push.max() < 6.0


def test_sides_alternate_and_no_step_is_too_short_even_from_standing() -> None:
    parts = [STILL, Part(FORWARD, Gait.RUN, 8, 2.5), STILL, Part(BACKWARD, Gait.WALK, 8, 1.0), STILL] * 2
    for seed in range(5):
        _, truth = simulate(parts, worn=Worn(Placement.WAIST), seed=seed)
        wrong = np.count_nonzero(truth.side[1:] == truth.side[:-1])
        assert wrong <= 2, "at most where a stop put a foot down at once"
        assert np.median(np.diff(truth.contact_s)) > 0.3
        ended = np.isfinite(truth.off_s)
        assert np.all(truth.off_s[ended] > truth.contact_s[ended])


def test_course_over_ground_points_where_the_body_goes() -> None:
    parts = [Part(FORWARD, Gait.RUN, 20, 3.0), STILL, Part(BACKWARD, Gait.RUN, 20, 2.5)]
    recording, _ = simulate(parts, watch=Watch())
    course = recording.signals["course"]
    ahead, back = (np.nanmedian(course.between(*span).values) for span in ((3, 18), (28, 42)))
    assert ahead == pytest.approx(0.5 * np.pi, abs=0.15), "clockwise from north; the body faces east"
    assert back == pytest.approx(1.5 * np.pi, abs=0.15)
    assert np.isnan(course.between(22, 23.5).values).any(), "a receiver that stands has no course"
