"""Windows of simulated people whose direction, gait and front are known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.gait.inertial import heading_axis
from backstride.gait.motion import Piece, pieces
from backstride.gait.pattern import numbers
from backstride.gait.rhythm import Rhythm, read_rhythm
from backstride.gait.tempo import find_tempo
from backstride.gait.upright import set_upright
from backstride.recording import Direction, FloatArray, Gait, Placement, Recording
from backstride.simulate import Session, Truth, draw_worn

EDGE_S = 1.2  # windows of two seconds lie wholly inside their bout
SIGN = {Direction.FORWARD: 1.0, Direction.BACKWARD: -1.0}


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """Windows (w,) of one person: numbers odd in time signed so that forward is plus, numbers of facing, and gait."""

    way: FloatArray
    facing: FloatArray
    runs: NDArray[np.bool_]
    backward: NDArray[np.bool_]


def known_windows(session: Session, placements: Sequence[Placement]) -> dict[Placement, Known]:
    """What each of the placements shows of one person's session."""
    generator = np.random.default_rng(session.seed)
    worn = [draw_worn(generator, placement, rate_hz=100.0) for placement in placements]
    made = session.recordings(worn)
    return {
        placement: known
        for placement, (recording, truth) in zip(placements, made, strict=True)
        if (known := _known(recording, truth, placement)) is not None
    }


def _known(recording: Recording, truth: Truth, placement: Placement) -> Known | None:
    axis = heading_axis(recording)
    if axis is None or truth.sensor_from_body is None:
        return None
    front = true_front(truth.sensor_from_body, axis)
    ways, facings, runs, backs = [], [], [], []
    for piece in pieces(recording):
        rhythm = _rhythm(piece, axis, placement).between(*piece.keep_s)
        seen = numbers(rhythm.shape, front, placement)
        for bout in truth.bouts:
            if bout.direction not in SIGN or bout.gait is Gait.NONE:
                continue
            inside = (rhythm.middle_s > bout.start_s + EDGE_S) & (rhythm.middle_s < bout.end_s - EDGE_S)
            inside &= np.isfinite(rhythm.step_hz)
            ways.append(SIGN[bout.direction] * seen.way[inside])
            facings.append(seen.facing[inside])
            runs.append(np.full(int(inside.sum()), bout.gait is Gait.RUN))
            backs.append(np.full(int(inside.sum()), bout.direction is Direction.BACKWARD))
    if not ways:
        return None
    return Known(*(np.concatenate(part) for part in (ways, facings, runs, backs)))


def _rhythm(piece: Piece, axis: FloatArray, placement: Placement) -> Rhythm:
    upright = set_upright(piece, axis)
    return read_rhythm(upright, placement, find_tempo(upright, placement))


def true_front(sensor_from_body: FloatArray, axis: FloatArray) -> complex:
    """The body's front in the heading axes that the engine builds on `axis` (3,)."""
    ahead, up = sensor_from_body @ np.array([1.0, 0, 0]), sensor_from_body @ np.array([0, 0, 1.0])
    along = axis - (axis @ up) * up
    along = along / np.linalg.norm(along)
    front = complex(ahead @ along, ahead @ np.cross(up, along))
    return front / abs(front)
