"""What is kept of a whole recording's motion at ten moments a second: a day of it fits in memory."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.gait.upright import Upright
from backstride.recording import FloatArray

TRACE_HZ = 10.0


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """All (n,) or (n, 3), one value for each tenth of a second that was recorded; gaps are left out.

    time_s   middles, increasing
    piece    which unbroken piece of motion: headings of different pieces cannot be compared
    heading  of the sensor about the vertical, unwrapped, counter-clockwise, rad; without a gyroscope always 0
    shake    root mean square of the force's change within the tenth, m/s2
    jolt     largest force within the tenth, m/s2
    up       mean force in the sensor's own frame, m/s2: its direction tells how the sensor hangs
    """

    time_s: FloatArray
    piece: NDArray[np.int32]
    heading: FloatArray
    shake: FloatArray
    jolt: FloatArray
    up: FloatArray

    def part(self, cut: slice) -> "Trace":
        """Some of it."""
        return Trace(*(getattr(self, name)[cut] for name in Trace.__dataclass_fields__))

    @staticmethod
    def chained(parts: Sequence["Trace"]) -> "Trace":
        """One after the other."""
        if not parts:
            none = np.zeros(0)
            return Trace(none, np.zeros(0, np.int32), none, none, none, np.zeros((0, 3)))
        return Trace(*(np.concatenate([getattr(part, name) for part in parts]) for name in Trace.__dataclass_fields__))


def trace_of(upright: Upright, number: int) -> Trace:
    """The trace of one piece, without the margins it shares with its neighbours."""
    piece = upright.piece
    every = max(1, round(piece.rate_hz / TRACE_HZ))
    count = len(piece.force) // every

    def blocks(values: FloatArray) -> FloatArray:
        return np.asarray(values[: count * every].reshape(count, every, *values.shape[1:]))

    force = blocks(piece.force)
    mean = force.mean(axis=1)
    time = piece.start_s + (np.arange(count) + 0.5) * every / piece.rate_hz
    keep = (time >= piece.keep_s[0]) & (time < piece.keep_s[1])
    return Trace(
        np.asarray(time[keep], np.float64),
        np.full(int(keep.sum()), number, np.int32),
        blocks(upright.heading)[keep].mean(axis=1),
        np.sqrt(np.einsum("nik,nik->n", force - mean[:, None], force - mean[:, None]) / every)[keep],
        np.sqrt(np.einsum("nik,nik->ni", force, force).max(axis=1, initial=0.0))[keep],
        mean[keep],
    )
