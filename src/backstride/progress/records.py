"""A person's own fastest stretches over the usual distances, by direction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from backstride.recording import Bout, Direction, FloatArray

DISTANCES_M: tuple[float, ...] = (
    100.0, 200.0, 400.0, 800.0, 1000.0, 1609.344, 3000.0, 5000.0, 10000.0, 21097.5, 42195.0,
)  # fmt: skip
SLOWEST_MPS, QUICKEST_MPS = 0.3, 9.0  # outside of these nobody moves backward for 100 m: the distance is wrong


@dataclass(frozen=True, slots=True)
class Stretch:
    """The least time over a distance in one recording, and where it begins in it."""

    distance_m: float
    seconds: float
    start_s: float


def fastest_stretches(
    time_s: FloatArray, distance_m: FloatArray, bouts: Sequence[Bout], direction: Direction
) -> tuple[Stretch, ...]:
    """The fastest stretch of each distance that was covered in one direction without another between.

    Standing still does not end a stretch and its time counts. time_s, distance_m: (n,) cumulative distance.
    """
    found: dict[float, Stretch] = {}
    for start, end in _stretches(bouts, direction):
        inside = (time_s > start) & (time_s < end)
        if not inside.any():
            continue
        ends = np.interp([start, end], time_s, distance_m)
        times = np.concatenate(([max(start, time_s[0])], time_s[inside], [min(end, time_s[-1])]))
        gone = np.concatenate((ends[:1], distance_m[inside], ends[1:]))
        for wanted in DISTANCES_M:
            one = _fastest(times, gone, wanted)
            if one is not None and (wanted not in found or one.seconds < found[wanted].seconds):
                found[wanted] = one
    return tuple(found[wanted] for wanted in DISTANCES_M if wanted in found)


def _fastest(times: FloatArray, gone: FloatArray, wanted: float) -> Stretch | None:
    """From each sample, and to each sample: the fastest stretch begins or ends at one of them."""
    if gone[-1] - gone[0] < wanted:
        return None
    rising = np.concatenate(([True], np.diff(gone) > 0))
    at, way = times[rising], gone[rising]
    first = way <= way[-1] - wanted
    last = way >= way[0] + wanted
    begins = np.concatenate((at[first], np.interp(way[last] - wanted, way, at)))
    took = np.concatenate((np.interp(way[first] + wanted, way, at) - at[first], at[last] - begins[first.sum() :]))
    possible = (took > wanted / QUICKEST_MPS) & (took < wanted / SLOWEST_MPS)
    if not possible.any():
        return None
    best = int(np.argmin(np.where(possible, took, np.inf)))
    return Stretch(wanted, float(took[best]), float(begins[best]))


def _stretches(bouts: Sequence[Bout], direction: Direction) -> Iterator[tuple[float, float]]:
    start = end = None
    for bout in bouts:
        if bout.direction is direction:
            start, end = (bout.start_s if start is None else start), bout.end_s
        elif bout.direction is not Direction.STILL and start is not None and end is not None:
            yield start, end
            start = None
    if start is not None and end is not None:
        yield start, end
