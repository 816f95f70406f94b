"""The question that only the person can answer: when it is asked, about what, and how the two readings look."""

from dataclasses import replace

import numpy as np

from backstride.app.doubt import doubt
from backstride.message import say
from backstride.recording import Bout, Direction, Evidence, Gait, Reasoning, Spoke, Voice

F, B, U, S = Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN, Direction.STILL
NAN = float("nan")
# Ten seconds still, ten one way with a short silence, ten the other way.
BOUTS = (
    Bout(0, 10, S, Gait.NONE, 0.9),
    Bout(10, 30, U, Gait.WALK, 0.5),
)


def reasoning(*odds: float, front: float = 0.5) -> Reasoning:
    """A second a frame."""
    chance = np.tile((0.54, 0.36, 0.0, 0.0, 0.1), (len(odds), 1))
    voice = Voice(Spoke.IMU, say("it swings"), np.array(odds))
    return Reasoning(np.arange(len(odds) + 1.0), chance, (voice,), front)


SPOKE = reasoning(*[NAN] * 10, *[-2.0] * 4, NAN, *[-2.0] * 5, *[3.0] * 10)


def test_the_first_steady_stretch_is_asked_about_and_decides_the_rest() -> None:
    asked = doubt(BOUTS, SPOKE, 30.0)
    assert asked
    assert (asked.start_s, asked.end_s) == (10.0, 20.0)
    assert abs(asked.forward - 0.6) < 1e-9
    third = 0.33333
    assert asked.readings == (
        ((0.0, third, S), (third, 0.66667, F), (0.66667, 1.0, B)),
        ((0.0, third, S), (third, 0.66667, B), (0.66667, 1.0, F)),
    )


def test_nothing_is_asked_where_one_reading_is_plain_or_all_is_known() -> None:
    for front in (0.95, 0.05, NAN):
        assert doubt(BOUTS, replace(SPOKE, front=front), 30.0) is None
    assert doubt((BOUTS[0], replace(BOUTS[1], direction=F)), SPOKE, 30.0) is None
    assert doubt((BOUTS[0], replace(BOUTS[1], end_s=12.0)), SPOKE, 12.0) is None
    assert doubt((), Reasoning(), 0.0) is None


def test_nothing_is_asked_where_more_is_open_than_which_way_the_sensor_faced() -> None:
    assert doubt(BOUTS, replace(SPOKE, front=0.6), 30.0)
    assert doubt(BOUTS, replace(SPOKE, front=0.7), 30.0) is None  # the stretch itself is doubted more than that


def test_a_flicker_is_not_what_is_asked_about() -> None:
    asked = doubt(BOUTS, reasoning(*[NAN] * 10, 2.0, *[-2.0] * 9, *[2.0] * 10), 30.0)
    assert asked
    assert (asked.start_s, asked.end_s) == (11.0, 20.0)


def test_where_no_source_spoke_the_first_stretch_is_asked_about_alone() -> None:
    bouts = (*BOUTS, Bout(30, 40, S, Gait.NONE, 0.9), Bout(40, 60, U, Gait.RUN, 0.5))
    for told in (reasoning(*[NAN] * 60), replace(reasoning(*[NAN] * 60), voices=())):
        asked = doubt(bouts, told, 60.0)
        assert asked
        assert (asked.start_s, asked.end_s) == (10.0, 30.0)
        assert [direction for _, _, direction in asked.readings[1]] == [S, B, S, U]


def test_evidence_of_a_bout_is_no_hindrance() -> None:
    """Bouts of a real analysis cannot be hashed."""
    said = Evidence(Spoke.LAP, U, 0.5, say("{name}", name="x"))
    assert doubt((BOUTS[0], replace(BOUTS[1], evidence=(said,))), SPOKE, 30.0)
