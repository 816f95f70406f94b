"""Lines that are known, bands that hold them, and the step of the heart that a study found."""

import numpy as np
import pytest

from backstride.message import Message
from backstride.physiology.heart import Point
from backstride.physiology.pace import Line, difference, line_of, shared_speed, studied_step
from backstride.recording import Direction, Gait

B, F = Direction.BACKWARD, Direction.FORWARD


def points(
    direction: Direction, base: float, slope: float, seed: int, count: int = 30, memory: float = 0.0, noise: float = 3.0
) -> list[Point]:
    """Points of a known line at 1.2 to 2.8 m/s, with an error that remembers the last one."""
    generator = np.random.default_rng(seed)
    speed = generator.uniform(1.2, 2.8, count)
    error = np.zeros(count)
    for k in range(count):
        error[k] = memory * error[k - 1] + generator.normal(0, noise * np.sqrt(1 - memory**2))
    return [
        Point(15.0 * k, direction, Gait.RUN, float(speed[k]), float(base + slope * speed[k] + error[k]))
        for k in range(count)
    ]


def line(found: Line | Message) -> Line:
    assert isinstance(found, Line), found
    return found


def test_the_line_is_found_through_points_far_off() -> None:
    rows = points(B, 80, 32, 1, count=60)
    rows[5:9] = [Point(one.at_s, B, Gait.RUN, one.speed_mps, one.bpm + 45) for one in rows[5:9]]
    found = line(line_of(rows, B, Gait.RUN))
    assert found.slope == pytest.approx(32, abs=4)
    at = found.at(2.0)
    assert at
    assert at.bpm == pytest.approx(144, abs=2.5)


@pytest.mark.parametrize("memory", [0.0, 0.5])
def test_the_band_holds_the_true_line_nine_times_of_ten(memory: float) -> None:
    held = 0
    for seed in range(400):
        at = line(line_of(points(F, 80, 30, seed, count=40, memory=memory), F, Gait.RUN)).at(1.7)
        assert at
        held += at.low <= 131 <= at.high
    assert 0.86 <= held / 400 <= 0.96


def test_too_little_has_no_line_and_says_why() -> None:
    assert "too few" in str(line_of(points(B, 80, 30, 1, count=7), B, Gait.RUN))
    even = [Point(15.0 * k, B, Gait.RUN, 2.0 + 0.01 * (k % 3), 150.0) for k in range(30)]
    assert "even" in str(line_of(even, B, Gait.RUN))
    assert "too few" in str(line_of(points(B, 80, 30, 1), F, Gait.RUN))
    assert isinstance(line_of([], B, Gait.RUN), Message)


def test_nothing_is_said_beyond_the_points() -> None:
    found = line(line_of(points(B, 80, 30, 1), B, Gait.RUN))
    assert found.at(0.8) is None
    assert found.at(3.2) is None


@pytest.mark.parametrize(("gait", "speed", "base"), [(Gait.WALK, 1.341, 113.0), (Gait.RUN, 2.235, 146.0)])
def test_the_step_of_the_study_is_found_in_made_recordings_of_it(gait: Gait, speed: float, base: float) -> None:
    """Heart rates of Williford 1998 at his two speeds: +19 walking, +22 running, within 5 beats (V3)."""
    step = studied_step(gait).value
    forward = line(line_of(points(F, base - 30 * speed, 30, 2, memory=0.4), F, Gait.RUN))
    backward = line(line_of(points(B, base + step - 30 * speed, 30, 3, memory=0.4), B, Gait.RUN))
    found = difference(backward, forward, speed)
    assert found
    assert found.bpm == pytest.approx({Gait.WALK: 19, Gait.RUN: 22}[gait], abs=5)
    assert found.low < step < found.high


def test_lines_that_share_no_speed_are_not_compared() -> None:
    slow = [Point(one.at_s, F, one.gait, one.speed_mps + 2, one.bpm) for one in points(F, 80, 30, 1)]
    forward, backward = line(line_of(slow, F, Gait.RUN)), line(line_of(points(B, 90, 30, 2), B, Gait.RUN))
    assert shared_speed(backward, forward) is None
    assert difference(backward, forward, 2.0) is None


def test_exact_points_make_a_line_without_a_warning() -> None:
    rows = [Point(15.0 * k, B, Gait.RUN, 1.0 + 0.1 * k, 100.0 + 2 * k) for k in range(12)]
    assert line(line_of(rows, B, Gait.RUN)).slope == pytest.approx(20)


def test_walking_and_running_have_their_own_lines() -> None:
    """Walked at up to 1.9 m/s and run from 1.9 on, 25 beats higher at the same speed."""
    walked = [Point(one.at_s, F, Gait.WALK, one.speed_mps - 0.7, one.bpm) for one in points(F, 60, 40, 1, noise=1)]
    ran = [Point(900 + one.at_s, F, Gait.RUN, one.speed_mps + 0.7, one.bpm) for one in points(F, 90, 20, 2, noise=1)]
    both = [*walked, *ran]
    walk, run = line(line_of(both, F, Gait.WALK)), line(line_of(both, F, Gait.RUN))
    assert (walk.gait, run.gait) == (Gait.WALK, Gait.RUN)
    assert walk.slope == pytest.approx(40, abs=2)
    assert run.slope == pytest.approx(20, abs=2)
    assert walk.at(2.5) is None, "nobody walked there"
