"""What a sensor felt, read the way `gait` reads it, for tests of what is found in it."""

from dataclasses import dataclass

import numpy as np

from backstride.gait.inertial import heading_axis
from backstride.gait.motion import pieces
from backstride.gait.trace import Trace, trace_of
from backstride.gait.upright import set_upright
from backstride.recording import Bout, Direction, FloatArray, Gait, Placement, Recording

GRAVITY = 9.80665
TENTH_S = 0.1


@dataclass(frozen=True)
class Felt:
    trace: Trace
    placement: Placement


def felt(recording: Recording, placement: Placement) -> Felt:
    axis = heading_axis(recording)
    assert axis is not None
    return Felt(
        Trace.chained([trace_of(set_upright(piece, axis), k) for k, piece in enumerate(pieces(recording))]), placement
    )


def made(
    seconds: float,
    *,
    heading: FloatArray | float = 0.0,
    shake: FloatArray | float = 2.0,
    jolt: FloatArray | float = 12.0,
    up: FloatArray | None = None,
    piece: FloatArray | int = 0,
) -> Trace:
    """A trace made by hand: ten values a second, or one for all. Upright along z unless told."""
    count = round(seconds / TENTH_S)

    def each(value: FloatArray | float) -> FloatArray:
        return np.broadcast_to(np.asarray(value, np.float64), (count,)).copy()

    hangs = np.tile([0.0, 0.0, GRAVITY], (count, 1)) if up is None else up
    number = np.broadcast_to(np.asarray(piece), (count,)).astype(np.int32)
    middle = np.asarray((np.arange(count) + 0.5) * TENTH_S, np.float64)
    return Trace(middle, number, each(heading), each(shake), each(jolt), hangs)


def bout(start_s: float, end_s: float, direction: Direction, gait: Gait, confidence: float = 0.95) -> Bout:
    return Bout(start_s, end_s, direction, gait, confidence)
