"""Fastest stretches of a known course; the list of reported times."""

from datetime import date

import numpy as np
import pytest

from backstride.evidence.records import FAST_TIMES, HALF_M, MARATHON_M, Sex, fastest
from backstride.evidence.study import Checked
from backstride.progress.records import DISTANCES_M, fastest_stretches
from backstride.recording import Bout, Direction, FloatArray, Gait


def bout(start: float, end: float, direction: Direction) -> Bout:
    return Bout(start, end, direction, Gait.RUN, 1.0)


def course() -> tuple[FloatArray, FloatArray]:
    """300 s at 2 m/s, but 3 m/s from 100 to 160 s."""
    time = np.arange(0.0, 301.0)
    speed = np.where((time >= 100) & (time < 160), 3.0, 2.0)
    return time, np.concatenate(([0.0], np.cumsum(speed[:-1])))


def test_the_fastest_stretch_is_found_where_it_is() -> None:
    time, way = course()
    found = fastest_stretches(time, way, [bout(0, 300, Direction.BACKWARD)], Direction.BACKWARD)
    assert [one.distance_m for one in found] == [100.0, 200.0, 400.0]
    hundred, two, four = found
    assert hundred.seconds == pytest.approx(100 / 3)
    assert 100 <= hundred.start_s <= 127
    assert two.seconds == pytest.approx(60 + 20 / 2)
    assert four.seconds == pytest.approx(60 + 220 / 2)


def test_another_direction_ends_a_stretch_and_standing_does_not() -> None:
    time, way = course()
    broken = [bout(0, 40, Direction.BACKWARD), bout(40, 60, Direction.FORWARD), bout(60, 105, Direction.BACKWARD)]
    assert [one.distance_m for one in fastest_stretches(time, way, broken, Direction.BACKWARD)] == []
    paused = [bout(0, 40, Direction.BACKWARD), bout(40, 60, Direction.STILL), bout(60, 99, Direction.BACKWARD)]
    assert [one.distance_m for one in fastest_stretches(time, way, paused, Direction.BACKWARD)] == [100.0]
    assert fastest_stretches(time, way, paused, Direction.FORWARD) == ()


def test_no_stretch_is_quicker_or_slower_than_anybody_is() -> None:
    time = np.arange(0.0, 101.0)
    for speed in (30.0, 0.05):
        bouts = [bout(0, 100, Direction.BACKWARD)]
        assert fastest_stretches(time, speed * time, bouts, Direction.BACKWARD) == ()


def test_a_jump_of_the_distance_makes_no_record() -> None:
    """At 2.5 m/s, with 250 m too many after 300 s: the times on both sides of it stay what they are."""
    time = np.arange(0.0, 1000.0)
    way = 2.5 * time + 250.0 * (time >= 300)
    found = fastest_stretches(time, way, [bout(0, 999, Direction.BACKWARD)], Direction.BACKWARD)
    assert {one.distance_m: one.seconds for one in found} == pytest.approx({
        wanted: wanted / 2.5 for wanted in DISTANCES_M if wanted <= 2.5 * 699
    })  # fmt: skip


def test_backward_nobody_beats_the_quickest_that_are_reported() -> None:
    time = np.arange(0.0, 60.0)
    both = [
        fastest_stretches(time, 7.5 * time, [bout(0, 59, way)], way) for way in (Direction.BACKWARD, Direction.FORWARD)
    ]
    assert [len(found) for found in both] == [0, 3]


def test_reported_times_can_be_looked_up() -> None:
    assert {one.distance_m for one in FAST_TIMES} <= {*DISTANCES_M, 1500.0}
    for one in FAST_TIMES:
        assert 1.5 < one.speed_mps < 8.0
        assert (one.checked is Checked.SEEN) == one.source.url.startswith("http")
        assert one.day == "" or date.fromisoformat(one.day + "-01-01"[len(one.day) - 4 :])
    marathon, half, mile = fastest(MARATHON_M, Sex.MEN), fastest(HALF_M, Sex.MEN), fastest(1609.344, Sex.MEN)
    assert marathon is not None
    assert half is not None
    assert mile is not None
    assert (marathon.seconds, half.seconds, mile.seconds) == (12324.0, 5749.0, 330.0)
    assert fastest(1000.0, Sex.MEN) != fastest(1000.0, Sex.MEN, checked=False)
    assert fastest(HALF_M, Sex.WOMEN) is None
