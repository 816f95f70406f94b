"""Changes of direction: when, how long the stop between was, whether it was turned through, whether it was safe."""

from dataclasses import replace

import numpy as np
import pytest

from backstride.gait.events.transitions import transitions
from backstride.gait.frames import Frames
from backstride.message import say
from backstride.recording import (
    WAYS,
    Bout,
    Direction,
    Event,
    EventKind,
    Evidence,
    Gait,
    Placement,
    Reasoning,
    Side,
    Spoke,
)
from backstride.simulate import Part, Worn, simulate
from tests.gait.felt import Felt, bout, felt, made

FORWARD, BACKWARD, SIDEWAYS = Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS
TURNING, STILL, UNKNOWN = Direction.TURNING, Direction.STILL, Direction.UNKNOWN
WALK, RUN, NONE = Gait.WALK, Gait.RUN, Gait.NONE
FRAMES = Frames(np.arange(0, 61, 0.5))
NO_REASONING = Reasoning()


def told(*bouts: Bout, sensor: Felt | None = None, reasoning: Reasoning = NO_REASONING) -> tuple[Event, ...]:
    return transitions(sensor, bouts, FRAMES, reasoning)


def changed(gait: Gait, stop_s: float, before: Direction = BACKWARD, after: Direction = FORWARD) -> tuple[Bout, ...]:
    middle = (bout(20, 20 + stop_s, STILL, NONE),) if stop_s else ()
    return (bout(0, 20, before, gait), *middle, bout(20 + stop_s, 60, after, gait))


def standing(from_s: float, to_s: float, seconds: float = 60) -> Felt:
    """Who shakes but for a stop."""
    time = (np.arange(round(seconds * 10)) + 0.5) / 10
    return Felt(made(seconds, shake=np.where((time > from_s) & (time < to_s), 0.1, 4.0)), Placement.WAIST)


def test_without_a_sensor_the_bouts_tell() -> None:
    (event,) = told(*changed(RUN, 3))
    assert event.kind is EventKind.TRANSITION
    assert (event.before, event.after) == (BACKWARD, FORWARD)
    assert (event.start_s, event.end_s, event.stop_s) == (20, 23, 3)
    assert event.clean is True
    assert np.isnan(event.turned_rad)


@pytest.mark.parametrize(
    ("gait", "before", "after", "stop_s", "clean"),
    [
        (RUN, BACKWARD, FORWARD, 0.0, False),
        (RUN, BACKWARD, FORWARD, 0.7, False),
        (RUN, BACKWARD, FORWARD, 1.2, True),
        (RUN, FORWARD, BACKWARD, 0.0, False),
        (RUN, FORWARD, BACKWARD, 0.7, True),
        (WALK, BACKWARD, FORWARD, 0.0, True),
        (WALK, FORWARD, BACKWARD, 2.0, True),
        (RUN, FORWARD, SIDEWAYS, 0.0, None),
    ],
)
def test_a_run_needs_a_stop_and_a_walk_does_not(
    gait: Gait, before: Direction, after: Direction, stop_s: float, clean: bool | None
) -> None:
    (event,) = told(*changed(gait, stop_s, before, after), sensor=standing(20, 20 + stop_s))
    assert event.clean is clean
    assert event.stop_s == pytest.approx(stop_s, abs=0.15)


def test_the_speed_carried_into_the_change_is_what_counts() -> None:
    never = standing(0, 0)
    (event,) = told(bout(0, 20, BACKWARD, RUN), bout(20, 60, FORWARD, WALK), sensor=never)
    assert event.clean is False
    (event,) = told(bout(0, 20, BACKWARD, WALK), bout(20, 60, FORWARD, RUN), sensor=never)
    assert event.clean is True


def test_a_short_stop_that_could_not_be_seen_is_not_denied() -> None:
    (event,) = told(*changed(RUN, 0))
    assert event.clean is None
    assert np.isnan(event.stop_s)
    assert told(*changed(WALK, 0))[0].clean is True
    assert told(*changed(RUN, 0), sensor=standing(5, 6, seconds=15))[0].clean is None


def test_the_reasons_differ() -> None:
    cases = [changed(RUN, 0), changed(RUN, 2), changed(RUN, 0, FORWARD, BACKWARD), changed(WALK, 0), changed(WALK, 2)]
    reasons = {str(told(*case, sensor=standing(20, case[-1].start_s))[0].why) for case in cases}
    assert len(reasons) == len(cases)
    assert str(told(*changed(RUN, 0))[0].why) not in reasons


def test_the_sensor_times_a_stop_that_is_too_short_for_a_bout() -> None:
    (event,) = told(*changed(RUN, 0), sensor=standing(19.8, 20.6))
    assert event.stop_s == pytest.approx(0.8, abs=0.2)
    assert event.clean is False
    assert event.start_s == pytest.approx(19.8, abs=0.2)
    assert event.end_s == pytest.approx(20.6, abs=0.2)


def test_the_sensor_sees_that_a_stated_stop_was_none() -> None:
    (event,) = told(*changed(RUN, 1.5), sensor=standing(50, 51))
    assert event.stop_s == 0
    assert event.clean is False


def test_where_the_sensor_was_silent_the_bouts_tell() -> None:
    (event,) = told(*changed(RUN, 1.5), sensor=standing(5, 6, seconds=15))
    assert event.stop_s == 1.5


def test_a_calm_foot_within_a_stride_is_no_stop() -> None:
    rests = np.where(np.arange(600) % 10 < 6, 0.05, 8.0)
    sensor = Felt(made(60, shake=rests), Placement.FOOT)
    assert told(*changed(WALK, 0), sensor=sensor)[0].stop_s == 0


def test_a_turn_through_the_change_is_told_apart_from_a_reversal() -> None:
    heading = np.interp(np.arange(600) / 10, [19.3, 20.7], [0, -np.pi])
    (through,) = told(*changed(RUN, 0), sensor=Felt(made(60, heading=heading), Placement.WAIST))
    assert through.turned_rad == pytest.approx(-np.pi, abs=0.05)
    assert through.side is Side.RIGHT
    wobble = Felt(made(60, heading=0.2 * np.sin(np.arange(600))), Placement.WAIST)
    (reversed_,) = told(*changed(RUN, 0), sensor=wobble)
    assert abs(reversed_.turned_rad) < 0.5
    assert reversed_.side is Side.UNKNOWN


def test_what_lies_between_does_not_hide_a_change_but_long_doubt_does() -> None:
    first, last = bout(0, 20, FORWARD, WALK), bout(30, 60, BACKWARD, WALK)
    assert len(told(first, bout(20, 22, TURNING, WALK), bout(22, 30, STILL, NONE), last)) == 1
    assert len(told(first, bout(20, 30, STILL, NONE), last)) == 1
    assert len(told(first, bout(20, 30, UNKNOWN, WALK), last)) == 0
    assert len(told(first, bout(20, 30, STILL, NONE), replace(last, direction=FORWARD))) == 0


def test_the_less_sure_neighbour_counts() -> None:
    sure, unsure = bout(0, 20, FORWARD, WALK, 0.95), bout(20, 60, BACKWARD, WALK, 0.6)
    assert told(sure, unsure)[0].confidence == pytest.approx(0.6)
    chance = np.tile([0.05, 0.9, 0.0, 0.0, 0.05], (len(FRAMES), 1))
    chance[FRAMES.middle_s < 20] = [0.55, 0.4, 0.0, 0.0, 0.05]
    (event,) = told(sure, replace(unsure, confidence=0.95), reasoning=Reasoning(FRAMES.edge_s, chance))
    assert WAYS[0] is FORWARD
    assert event.confidence == pytest.approx(0.5 * (0.95 + 0.55))


def test_what_a_person_marked_is_not_doubted() -> None:
    marked = [
        replace(one, confidence=1.0, evidence=(Evidence(Spoke.USER, one.direction, 1.0, say("Marked by hand")),))
        for one in changed(RUN, 0)
    ]
    chance = np.full((len(FRAMES), 5), 0.2)
    assert told(*marked, reasoning=Reasoning(FRAMES.edge_s, chance))[0].confidence == 1


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.POCKET, Placement.FOOT])
@pytest.mark.parametrize("stop_s", [0.0, 4.0])
def test_simulated_stops_are_timed(placement: Placement, stop_s: float) -> None:
    pause = [Part(STILL, NONE, stop_s)] if stop_s else []
    parts = [Part(BACKWARD, RUN, 12, 1.8), *pause, Part(FORWARD, RUN, 12, 2.8)]
    recording, truth = simulate(parts, worn=Worn(placement), seed=8)
    (true,) = (event for event in truth.events if event.kind is EventKind.TRANSITION)
    (event,) = transitions(felt(recording, placement), truth.bouts, FRAMES, Reasoning())
    assert event.stop_s == pytest.approx(true.stop_s, abs=0.8)
    assert event.clean is (stop_s > 0)
