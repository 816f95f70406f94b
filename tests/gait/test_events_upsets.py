"""Stumbles, falls and glances: found where they were simulated, and not where something else happened."""

from collections.abc import Sequence

import numpy as np
import pytest

from backstride.gait.events import find_events
from backstride.gait.events.falls import falls
from backstride.gait.events.glances import glances
from backstride.gait.events.stumbles import stumbles
from backstride.gait.frames import lay_frames
from backstride.gait.trace import Trace
from backstride.message import say
from backstride.recording import Direction, Event, EventKind, FloatArray, Gait, Placement, Reasoning, Side, Steps
from backstride.simulate import Happening, Part, Truth, Worn, simulate
from tests.gait.felt import GRAVITY, Felt, bout, felt, made

FORWARD, BACKWARD, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.STILL
WALK, RUN, NONE = Gait.WALK, Gait.RUN, Gait.NONE
STUMBLE, FALL, GLANCE = EventKind.STUMBLE, EventKind.FALL, EventKind.GLANCE
MOVING = (bout(0, 60, FORWARD, RUN),)


def steps_of(truth: Truth) -> Steps:
    return Steps(truth.contact_s, truth.off_s, truth.side)


def found_in(parts: Sequence[Part], placement: Placement, seed: int) -> tuple[tuple[Event, ...], Truth]:
    recording, truth = simulate(parts, worn=Worn(placement), seed=seed)
    sensor = felt(recording, placement)
    return find_events(sensor, truth.bouts, steps_of(truth), lay_frames(recording, ()), Reasoning()), truth


def of(kind: EventKind, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.kind is kind]


def ups(stretches: Sequence[tuple[float, Sequence[float]]]) -> FloatArray:
    """Mean force in g for so many seconds each, ten values a second."""
    return np.concatenate([np.tile(np.asarray(way) * GRAVITY, (round(s * 10), 1)) for s, way in stretches])


# -- stumbles ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.HEAD])
@pytest.mark.parametrize(
    ("direction", "gait", "speed"), [(FORWARD, RUN, 3.0), (BACKWARD, RUN, 2.0), (FORWARD, WALK, 1.4)]
)
def test_a_simulated_stumble_is_found(placement: Placement, direction: Direction, gait: Gait, speed: float) -> None:
    hits = 0
    for seed in range(4):
        part = Part(direction, gait, 30, speed, happens=(Happening(STUMBLE, 15.0),))
        events, truth = found_in([Part(STILL, NONE, 2), part], placement, seed)
        (true,) = of(STUMBLE, truth.events)
        stumbled = of(STUMBLE, events)
        hits += any(abs(one.start_s - true.start_s) < 1.2 for one in stumbled)
        assert len(stumbled) <= 1
    assert hits >= 3


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET, Placement.FOOT, Placement.WRIST])
def test_steady_gait_holds_no_stumble(placement: Placement) -> None:
    parts = [
        Part(FORWARD, WALK, 40, 1.3),
        Part(FORWARD, RUN, 60, 3.0),
        Part(STILL, NONE, 3),
        Part(BACKWARD, WALK, 40, 0.9),
    ]
    events, _ = found_in(parts, placement, 4)
    assert not of(STUMBLE, events)
    assert not of(FALL, events)


def paced(odd_at: int | None = None, by_s: float = 0.0) -> Steps:
    gaps = np.full(150, 0.36)
    if odd_at is not None:
        gaps[odd_at] += by_s
        gaps[odd_at + 1] -= 0.5 * by_s
    return Steps(2.0 + np.cumsum(gaps), np.full(150, np.nan))


def jolting(at_s: float | None) -> Felt:
    jolt = np.full(600, 22.0) + np.random.default_rng(0).normal(0, 1, 600)
    if at_s is not None:
        jolt[round(at_s * 10)] = 45.0
    return Felt(made(60, shake=6.0, jolt=jolt), Placement.WAIST)


def test_it_takes_both_an_odd_step_and_a_jolt() -> None:
    odd = paced(70, 0.2)
    at = float(odd.contact_s[70])
    assert len(stumbles(jolting(at), MOVING, odd, ())) == 1
    assert not stumbles(jolting(None), MOVING, odd, ())
    assert not stumbles(jolting(at), MOVING, paced(), ())


def test_a_step_that_was_not_felt_is_no_stumble() -> None:
    steps = paced()
    kept = np.delete(np.arange(150), 70)
    missed = Steps(steps.contact_s[kept], steps.off_s[kept])
    assert not stumbles(jolting(float(steps.contact_s[70])), MOVING, missed, ())


def test_who_turns_changes_or_stops_is_out_of_rhythm_without_stumbling() -> None:
    odd = paced(70, 0.2)
    at = float(odd.contact_s[70])
    turn = Event(EventKind.TURN, at - 0.5, at + 0.5, 0.9, say("Turned"))
    assert not stumbles(jolting(at), MOVING, odd, (turn,))
    assert not stumbles(jolting(at), (bout(0, at + 1, FORWARD, RUN), bout(at + 1, 60, STILL, NONE)), odd, ())


def test_who_does_not_go_on_did_not_just_stumble() -> None:
    odd = paced(70, 0.2)
    cut = Steps(odd.contact_s[:72], odd.off_s[:72])
    assert not stumbles(jolting(float(odd.contact_s[70])), MOVING, cut, ())


# -- falls ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.HEAD, Placement.POCKET])
@pytest.mark.parametrize(("direction", "speed"), [(BACKWARD, 1.0), (FORWARD, 1.4)])
def test_a_simulated_fall_is_found(placement: Placement, direction: Direction, speed: float) -> None:
    hits = 0
    for seed in range(4):
        happens = (Happening(FALL, 15.0, lying_s=6.0),)
        parts = [Part(direction, WALK, 30, speed, happens=happens), Part(FORWARD, WALK, 15, 1.3)]
        events, truth = found_in(parts, placement, seed)
        (true,) = of(FALL, truth.events)
        fell = of(FALL, events)
        hits += any(abs(one.start_s - true.start_s) < 1.2 for one in fell)
        assert len(fell) <= 1
        assert all(
            not (turn.start_s < true.end_s and turn.end_s > true.start_s) for turn in of(EventKind.TURN, events) if fell
        )
    assert hits >= 3


def fallen(
    *,
    dip: float = 0.3,
    dip_s: float = 0.4,
    impact_g: float = 5.0,
    lies: Sequence[float] = (1.0, 0.0, 0.1),
    calm: float = 0.15,
    still_s: float = 12.0,
    placement: Placement = Placement.WAIST,
) -> Felt:
    """Half a minute of walking upright, a loss of hold, an impact, stillness."""
    count = round(dip_s * 10)
    up = ups([(30, (0, 0, 1)), (dip_s, (0, 0, dip)), (0.2, (0.7, 0, 0.7)), (still_s, lies)])
    shake = np.concatenate((np.full(300, 2.5), np.full(count + 2, 6.0), np.full(round(still_s * 10), calm)))
    jolt = np.concatenate(
        (np.full(300, 14.0), np.full(count, 8.0), np.full(2, impact_g * GRAVITY), np.full(round(still_s * 10), 9.9))
    )
    return Felt(made(len(up) / 10, shake=shake, jolt=jolt, up=up), placement)


def test_an_impact_and_stillness_in_another_attitude_is_a_fall() -> None:
    (fall,) = falls(fallen())
    assert fall.start_s == pytest.approx(30.2, abs=0.4)
    assert fall.end_s == pytest.approx(42.6, abs=0.5)
    assert fall.confidence > 0.7


@pytest.mark.parametrize(
    "what",
    [
        {"impact_g": 2.0},  # sat down
        {"dip": 0.9},  # leant over and knocked against something
        {"lies": (0.1, 0.0, 1.0)},  # jumped, and stood still
        {"calm": 3.0},  # went on
        {"still_s": 1.0},
        {"dip": 0.05, "dip_s": 0.5},  # a phone that was dropped falls freely
    ],
)
def test_what_is_no_fall(what: dict[str, float]) -> None:
    assert not falls(fallen(**what))  # type: ignore[arg-type]


def test_a_sensor_that_lies_as_dead_as_on_a_table_is_less_surely_a_fall() -> None:
    assert falls(fallen(calm=0.01))[0].confidence < falls(fallen())[0].confidence


def test_a_wrist_is_believed_less_than_a_trunk() -> None:
    assert falls(fallen(placement=Placement.WRIST))[0].confidence < falls(fallen())[0].confidence
    assert not falls(fallen(placement=Placement.FOOT))


def test_who_runs_with_hard_steps_and_stops_has_not_fallen() -> None:
    sensor = fallen(impact_g=5.0)
    sensor.trace.jolt[:300] = 4.2 * GRAVITY
    assert not falls(sensor)


def test_a_sensor_swung_about_in_the_hand_before_is_not_judged() -> None:
    sensor = fallen()
    swing = np.arange(60) * 0.3
    sensor.trace.up[240:300] = GRAVITY * np.stack((np.sin(swing), np.zeros(60), np.cos(swing)), axis=1)
    assert not falls(sensor)


# -- glances -------------------------------------------------------------------------------------------------------


def test_simulated_glances_are_found_with_their_shoulder() -> None:
    looks = tuple(
        Happening(GLANCE, 6.0 + 6 * k, side=side) for k, side in enumerate((Side.LEFT, Side.RIGHT, Side.LEFT))
    )
    for gait, speed in ((WALK, 0.9), (RUN, 1.8)):
        parts = [Part(STILL, NONE, 2), Part(BACKWARD, gait, 30, speed, happens=looks)]
        events, truth = found_in(parts, Placement.HEAD, 9)
        looked, true = of(GLANCE, events), of(GLANCE, truth.events)
        assert [one.side for one in looked] == [one.side for one in true]
        for one, other in zip(looked, true, strict=True):
            assert abs(one.start_s - other.start_s) < 0.6
        assert not of(EventKind.TURN, events)


def test_only_a_head_glances_and_only_while_the_body_goes_on() -> None:
    time = (np.arange(600) + 0.5) / 10
    heading = 0.9 * np.exp(-(((time - 20) / 0.6) ** 2))
    trace = made(60, heading=heading)
    assert len(glances(Felt(trace, Placement.HEAD), MOVING)) == 1
    assert not glances(Felt(trace, Placement.CHEST), MOVING)
    assert not glances(Felt(trace, Placement.HEAD), (bout(0, 60, STILL, NONE),))


def test_a_head_that_turns_with_the_body_does_not_glance() -> None:
    heading = np.interp(np.arange(600) / 10, [19, 21], [0, np.pi])
    assert not glances(Felt(made(60, heading=heading), Placement.HEAD), MOVING)


def test_where_the_recording_paused_no_step_was_out_of_rhythm() -> None:
    odd = paced(70, 0.2)
    at = float(odd.contact_s[70])
    sensor = jolting(at)
    kept = np.abs(sensor.trace.time_s - at) > 0.25
    holed = Trace(*(getattr(sensor.trace, name)[kept] for name in Trace.__dataclass_fields__))
    holed.jolt[np.searchsorted(holed.time_s, at)] = 45.0
    assert not stumbles(Felt(holed, Placement.WAIST), MOVING, odd, ())
