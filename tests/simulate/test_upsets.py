"""Stumbles, falls and glances, and what is true of them."""

import numpy as np
import pytest

from backstride.evidence import gait as claims
from backstride.recording import Direction, EventKind, FloatArray, Gait, Placement, Recording, Side
from backstride.simulate import Happening, Part, Truth, Worn, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
G = claims.STANDARD_GRAVITY.value


def running(direction: Direction, *happens: Happening) -> list[Part]:
    speed = 2.8 if direction is FORWARD else 2.0
    return [Part(direction, Gait.RUN, 12, speed, happens=happens), Part(Direction.STILL, Gait.NONE, 12)]


def worn(parts: list[Part], placement: Placement, seed: int = 0) -> tuple[Recording, Truth]:
    return simulate(parts, worn=Worn(placement, mounting=np.eye(3), noise=0.0), seed=seed)


def hanging(recording: Recording, start_s: float, end_s: float) -> FloatArray:
    mean = recording.signals["acceleration"].between(start_s, end_s).values.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean))


@pytest.mark.parametrize("direction", [FORWARD, BACKWARD])
@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET, Placement.CHEST])
def test_a_fall_hits_hard_and_lies_still_in_another_attitude(direction: Direction, placement: Placement) -> None:
    for seed in range(4):
        recording, truth = worn(running(direction, Happening(EventKind.FALL, 10.0)), placement, seed)
        force = recording.signals["acceleration"]
        size = np.linalg.norm(force.values, axis=1) / G
        falling = (force.time_s > 10.0) & (force.time_s < 11.5)
        assert 3.0 < size[falling].max() < 14.0
        assert size[falling].min() < 0.75, "on the way down"
        assert size[force.time_s > 12.5].std() < 0.02
        turned = np.arccos(np.clip(hanging(recording, 2, 9) @ hanging(recording, 14, 20), -1, 1))
        assert turned > np.radians(50)
        assert truth.contact_s.max() < 11.0
        assert [(b.direction, b.gait) for b in truth.bouts] == [
            (direction, Gait.RUN),
            (Direction.STILL, Gait.NONE),
        ]
        (fall,) = truth.events
        assert (fall.kind, fall.start_s) == (EventKind.FALL, 10.0)


def test_who_falls_forward_lies_on_the_face_and_to_the_side_on_that_side() -> None:
    prone, _ = worn(running(FORWARD, Happening(EventKind.FALL, 10.0)), Placement.CHEST)
    supine, _ = worn(running(BACKWARD, Happening(EventKind.FALL, 10.0)), Placement.CHEST)
    left, _ = worn(running(FORWARD, Happening(EventKind.FALL, 10.0, Side.LEFT)), Placement.CHEST)
    assert hanging(prone, 14, 20)[0] < -0.8, "the front of the chest points down"
    assert hanging(supine, 14, 20)[0] > 0.8
    assert hanging(left, 14, 20)[1] < -0.8


def test_who_gets_up_again_stands_as_before() -> None:
    parts = running(FORWARD, Happening(EventKind.FALL, 8.0, lying_s=4.0))
    recording, truth = worn([*parts, Part(FORWARD, Gait.WALK, 6, 1.2)], Placement.WAIST)
    (fall,) = truth.events
    assert 14 < fall.end_s < 16
    up = hanging(recording, fall.end_s + 1, fall.end_s + 5)
    assert up[2] > 0.95
    assert truth.bouts[-1].direction is FORWARD
    assert np.any(truth.contact_s > 25)


@pytest.mark.parametrize("direction", [FORWARD, BACKWARD])
def test_a_stumble_breaks_the_rhythm_jolts_and_goes_on(direction: Direction) -> None:
    recording, truth = worn(running(direction, Happening(EventKind.STUMBLE, 6.0)), Placement.WAIST, seed=1)
    (stumble,) = truth.events
    assert (stumble.kind, stumble.start_s) == (EventKind.STUMBLE, 6.0)
    steps = np.diff(truth.contact_s)
    near = (truth.contact_s[1:] > 6.0) & (truth.contact_s[:-1] < stumble.end_s)
    usual = np.median(steps)
    assert np.abs(steps[near] / usual - 1).max() > 0.2
    late = (truth.contact_s[:-1] > stumble.end_s + 0.5) & (truth.contact_s[1:] < 11)
    assert np.abs(steps[late] / usual - 1).max() < 0.2
    force = recording.signals["acceleration"]
    size = np.linalg.norm(force.values, axis=1)
    before = size[(force.time_s > 2) & (force.time_s < 5.5)].max()
    assert size[(force.time_s > 6) & (force.time_s < 7.2)].max() > 1.2 * before


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_glance_turns_the_head_over_that_shoulder_and_back_and_hardly_the_waist(side: Side) -> None:
    glance = Happening(EventKind.GLANCE, 5.0, side)
    parts = running(FORWARD, glance)
    turned = {}
    for placement in (Placement.HEAD, Placement.WAIST):
        recording, truth = worn(parts, placement)
        rate = recording.signals["angular_rate"]
        (event,) = truth.events
        assert (event.kind, event.side) == (EventKind.GLANCE, side)
        span = (rate.time_s > 4.8) & (rate.time_s < event.end_s + 0.2)
        turned[placement] = np.cumsum(rate.values[span, 2]) / rate.rate_hz
    toward = 1 if side is Side.LEFT else -1
    assert (toward * turned[Placement.HEAD]).max() > 0.7
    assert abs(turned[Placement.HEAD][-1]) < 0.25
    assert np.abs(turned[Placement.WAIST]).max() < 0.35
