"""Sessions whose truth is known, and what the engine makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from docs.make_direction_pictures.strides import front_of
from numpy.typing import NDArray

from backstride.gait import analyse
from backstride.gait.frames import lay_frames
from backstride.gait.inertial import listen
from backstride.gait.joint import felt
from backstride.recording import Analysis, Bout, Direction, FloatArray, Gait, Placement, Recording
from backstride.simulate import Part, Truth, Worn, draw_person, simulate

FORWARD, BACKWARD, STILL, TURNING = Direction.FORWARD, Direction.BACKWARD, Direction.STILL, Direction.TURNING
ABOUT_FACE = Part(TURNING, Gait.RUN, 1.3, 1.8, turned_rad=np.pi, travels_on=True)
FELT = (
    Part(STILL, Gait.NONE, 4),
    Part(FORWARD, Gait.WALK, 9, 1.5),
    Part(STILL, Gait.NONE, 4),
    Part(BACKWARD, Gait.WALK, 8, 1.3),
    ABOUT_FACE,
    Part(FORWARD, Gait.RUN, 28, 2.6),
    Part(STILL, Gait.NONE, 5),
)
TOLD = (
    Part(STILL, Gait.NONE, 4),
    Part(FORWARD, Gait.WALK, 12, 1.4),
    Part(STILL, Gait.NONE, 4),
    Part(BACKWARD, Gait.WALK, 12, 1.0),
    ABOUT_FACE,
    Part(FORWARD, Gait.RUN, 12, 2.8),
    Part(STILL, Gait.NONE, 5),
    Part(BACKWARD, Gait.RUN, 12, 2.0),
    Part(STILL, Gait.NONE, 4),
)
SHORT = (
    Part(STILL, Gait.NONE, 3),
    Part(FORWARD, Gait.WALK, 12, 1.4),
    Part(STILL, Gait.NONE, 3),
    Part(BACKWARD, Gait.WALK, 10, 1.0),
    Part(STILL, Gait.NONE, 3),
)
# Rows: where the screen's right, its top and its face point when worn: forward, left and up of the thigh.
MOUNTINGS: Mapping[str, tuple[tuple[int, int, int], ...]] = {
    "Top up, screen out": ((0, 1, 0), (0, 0, 1), (1, 0, 0)),
    "Top down, screen out": ((0, -1, 0), (0, 0, -1), (1, 0, 0)),
    "Top up, screen in": ((0, -1, 0), (0, 0, 1), (-1, 0, 0)),
    "On its side, screen out": ((0, 0, -1), (0, 1, 0), (1, 0, 0)),
}


@dataclass(frozen=True, eq=False, slots=True)
class Felt:
    """Speed along the way the body faces, m/s: felt (n,) with its standard deviation, and true, at time_s (n,)."""

    time_s: FloatArray
    felt: FloatArray
    spread: FloatArray
    true: FloatArray
    bouts: tuple[Bout, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Read:
    """A recording, what is true of it and what was found."""

    recording: Recording
    truth: Truth
    analysis: Analysis


def felt_session() -> Felt:
    """Velocity from starts, stops and a turn, at the waist, by pushes alone."""
    recording, truth = simulate(FELT, worn=Worn(Placement.WAIST), seed=3, person=draw_person(np.random.default_rng(3)))
    frames = lay_frames(recording, ())
    heard = listen(recording, Placement.WAIST, frames)
    assert heard is not None
    moved = felt(heard, frames, [None])[0]
    ahead = np.real(moved.along * np.conj(front_of(recording, truth)))
    return Felt(moved.time_s, ahead, np.sqrt(moved.variance), _true_ahead(truth, moved.time_s), truth.bouts)


def _true_ahead(truth: Truth, time_s: FloatArray) -> FloatArray:
    """The part of the true velocity that points where the body faces: in a turn under the travel it passes zero."""
    clock, facing = truth.facing.time_s, truth.facing.values
    course = np.full(len(clock), np.nan)
    for bout in truth.bouts:
        if bout.direction in (FORWARD, BACKWARD):
            inside = (clock >= bout.start_s) & (clock < bout.end_s)
            course[inside] = facing[inside] + (np.pi if bout.direction is BACKWARD else 0.0)
    known = np.flatnonzero(np.isfinite(course))
    last = known[np.maximum(np.searchsorted(known, np.arange(len(clock)), side="right") - 1, 0)]
    speed = np.interp(clock, truth.speed.time_s, truth.speed.values)
    return np.asarray(np.interp(time_s, clock, speed * np.cos(facing - course[last])), np.float64)


def told_session() -> Read:
    """A phone at the waist, put on anyhow, of somebody whose strides say little."""
    recording, truth = simulate(
        TOLD, worn=Worn(Placement.WAIST), seed=20, person=draw_person(np.random.default_rng(109))
    )
    return Read(recording, truth, analyse(recording))


def mounted(name: str) -> Read:
    """One walk there and back, a phone in the pocket in one of MOUNTINGS."""
    mounting: NDArray[np.float64] = np.array(MOUNTINGS[name], float)
    recording, truth = simulate(SHORT, worn=Worn(Placement.POCKET, mounting=mounting), seed=5)
    return Read(recording, truth, analyse(recording))
