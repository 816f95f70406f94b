"""Turns set into bouts."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from backstride.gait.events import carve
from backstride.message import say
from backstride.recording import Direction, Evidence, Gait, Spoke
from tests.gait.felt import bout

FORWARD, BACKWARD, TURNING, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.TURNING, Direction.STILL
WALKED = (bout(0, 10, FORWARD, Gait.WALK), bout(10, 20, BACKWARD, Gait.RUN), bout(20, 30, STILL, Gait.NONE))


def test_a_turn_takes_its_place_to_the_tenth() -> None:
    found = carve(WALKED, np.array([[4.1, 5.3]]))
    assert [(b.start_s, b.end_s, b.direction) for b in found[:3]] == [
        (0, 4.1, FORWARD),
        (4.1, 5.3, TURNING),
        (5.3, 10, FORWARD),
    ]
    assert found[3:] == WALKED[1:]


def test_a_turn_across_a_border_is_one_turn() -> None:
    found = carve(WALKED, np.array([[9.2, 10.9]]))
    assert [b.direction for b in found] == [FORWARD, TURNING, BACKWARD, STILL]
    assert (found[1].start_s, found[1].end_s) == (9.2, 10.9)


def test_crumbs_join_the_turn() -> None:
    assert [b.start_s for b in carve(WALKED, np.array([[0.2, 1.5], [10.2, 11.0]]))][:4] == [0, 1.5, 10, 11.0]


def test_a_turn_on_the_spot_takes_steps() -> None:
    (turn,) = (b for b in carve(WALKED, np.array([[22.0, 23.5]])) if b.direction is TURNING)
    assert turn.gait is Gait.WALK


def test_what_a_person_marked_stays() -> None:
    told = replace(WALKED[0], evidence=(Evidence(Spoke.USER, FORWARD, 1.0, say("Marked by hand")),))
    assert carve((told, *WALKED[1:]), np.array([[4.0, 5.0]])) == (told, *WALKED[1:])


def test_without_turns_nothing_changes() -> None:
    assert carve(WALKED, np.zeros((0, 2))) == WALKED
    assert carve((), np.array([[1.0, 2.0]])) == ()


@given(st.lists(st.tuples(st.floats(-5, 35), st.floats(0.01, 8)), max_size=8))
def test_bouts_tile_as_before(turns: list[tuple[float, float]]) -> None:
    spans = np.array(sorted((start, start + length) for start, length in turns)).reshape(-1, 2)
    found = carve(WALKED, spans)
    assert found[0].start_s == 0
    assert found[-1].end_s == 30
    assert all(one.end_s == after.start_s for one, after in pairwise(found))
    assert all(one.end_s > one.start_s for one in found)
