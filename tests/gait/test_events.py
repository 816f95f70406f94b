"""All events of a recording together."""

import numpy as np
import pytest

from backstride.gait.events import find_events
from backstride.gait.frames import Frames, lay_frames
from backstride.recording import Direction, EventKind, Gait, Placement, Reasoning, Side, Steps
from backstride.simulate import Happening, Part, Worn, simulate
from tests.gait.felt import Felt, bout, felt, made

FORWARD, BACKWARD, TURNING, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.TURNING, Direction.STILL
PLACEMENTS = tuple(Placement)
SESSION = [
    Part(STILL, Gait.NONE, 3),
    Part(FORWARD, Gait.WALK, 25, 1.3, happens=(Happening(EventKind.GLANCE, 12.0, side=Side.RIGHT),)),
    Part(TURNING, Gait.WALK, 1.5, turned_rad=np.pi),
    Part(BACKWARD, Gait.RUN, 25, 1.8, happens=(Happening(EventKind.STUMBLE, 12.0),)),
    Part(FORWARD, Gait.RUN, 25, 2.8),
    Part(STILL, Gait.NONE, 3),
    Part(BACKWARD, Gait.WALK, 25, 0.9, happens=(Happening(EventKind.FALL, 14.0, lying_s=7.0),)),
]


def test_a_session_is_told_in_order() -> None:
    recording, truth = simulate(SESSION, worn=Worn(Placement.HEAD), seed=6)
    steps = Steps(truth.contact_s, truth.off_s, truth.side)
    events = find_events(felt(recording, Placement.HEAD), truth.bouts, steps, lay_frames(recording, ()), Reasoning())
    assert [event.start_s for event in events] == sorted(event.start_s for event in events)
    for true in truth.events:
        assert any(
            event.kind is true.kind and event.start_s < true.end_s + 1 and event.end_s > true.start_s - 1
            for event in events
        ), true.kind
    kinds = {event.kind for event in events}
    assert kinds == set(EventKind)
    dangerous = [event for event in events if event.clean is False]
    assert [(event.before, event.after) for event in dangerous] == [(BACKWARD, FORWARD)]
    assert all(0.5 <= event.confidence <= 1 for event in events)
    assert all(event.start_s <= event.end_s for event in events)


def test_without_a_sensor_only_changes_of_direction_are_told() -> None:
    bouts = (bout(0, 20, BACKWARD, Gait.RUN), bout(20, 40, FORWARD, Gait.RUN))
    (event,) = find_events(None, bouts, Steps(), Frames(np.arange(0, 41, 0.5)), Reasoning())
    assert event.kind is EventKind.TRANSITION
    assert find_events(None, (), Steps(), Frames(np.zeros(1)), Reasoning()) == ()


@pytest.mark.parametrize("placement", PLACEMENTS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 40])
def test_however_little_there_is_nothing_fails(placement: Placement, count: int) -> None:
    generator = np.random.default_rng(count)
    trace = made(
        count / 10,
        heading=generator.normal(0, 3, count),
        shake=np.abs(generator.normal(0, 5, count)),
        jolt=np.abs(generator.normal(0, 40, count)),
        up=generator.normal(0, 9, (count, 3)),
    )
    bouts = (bout(0, 2, FORWARD, Gait.WALK), bout(2, 4, BACKWARD, Gait.RUN))
    steps = Steps(np.linspace(0, 4, 30), np.full(30, np.nan))
    for walked in (bouts, ()):
        events = find_events(Felt(trace, placement), walked, steps, Frames(np.arange(0, 4.5, 0.5)), Reasoning())
        assert all(np.isfinite([event.start_s, event.end_s, event.confidence]).all() for event in events)


@pytest.mark.parametrize("placement", PLACEMENTS)
def test_noise_of_any_size_does_no_harm(placement: Placement) -> None:
    for seed, size in enumerate((0.0, 1e-9, 1.0, 1e3)):
        generator = np.random.default_rng(seed)
        trace = made(
            60,
            heading=size * generator.normal(0, 1, 600).cumsum(),
            shake=size * generator.random(600),
            jolt=size * generator.random(600),
            up=size * generator.normal(0, 1, (600, 3)),
        )
        steps = Steps(np.sort(generator.uniform(0, 60, 150)), np.full(150, np.nan))
        walked = (bout(0, 30, FORWARD, Gait.WALK), bout(30, 60, BACKWARD, Gait.RUN))
        find_events(Felt(trace, placement), walked, steps, Frames(np.arange(0, 60.5, 0.5)), Reasoning())
