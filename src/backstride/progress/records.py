"""A person's own fastest stretches over the usual distances, by direction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from backstride.evidence.records import FAST_TIMES
from backstride.recording import Bout, Direction, FloatArray

DISTANCES_M: tuple[float, ...] = (
    100.0, 200.0, 400.0, 800.0, 1000.0, 1609.344, 3000.0, 5000.0, 10000.0, 21097.5, 42195.0,
)  # fmt: skip
SLOWEST_MPS, QUICKEST_MPS = 0.3, 10.5  # outside of these nobody covers 100 m in any direction: the distance is wrong
_JUMP_M = 10.0  # more than one sample's noise


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

    Standing still does not end a stretch and its time counts; a jump of the distance, quicker than anybody is, ends it.
    Backward nothing counts that is quicker than the quickest reported over the distance or a shorter one: then the
    distance is wrong as well. time_s, distance_m: (n,) cumulative distance.
    """
    found: dict[float, Stretch] = {}
    for start, end in _stretches(bouts, direction):
        inside = (time_s > start) & (time_s < end)
        if not inside.any():
            continue
        ends = np.interp([start, end], time_s, distance_m)
        times = np.concatenate(([max(start, time_s[0])], time_s[inside], [min(end, time_s[-1])]))
        gone = np.concatenate((ends[:1], distance_m[inside], ends[1:]))
        for first, last in _between_jumps(times, gone):
            for wanted in DISTANCES_M:
                quickest = _quickest(wanted) if direction is Direction.BACKWARD else QUICKEST_MPS
                one = _fastest(times[first:last], gone[first:last], wanted, quickest)
                if one is not None and (wanted not in found or one.seconds < found[wanted].seconds):
                    found[wanted] = one
    return tuple(found[wanted] for wanted in DISTANCES_M if wanted in found)


@cache
def _quickest(distance_m: float) -> float:
    """The highest mean speed reported backward over a distance or a shorter one (m/s)."""
    return max(one.speed_mps for one in FAST_TIMES if one.distance_m <= distance_m)


def _between_jumps(times: FloatArray, gone: FloatArray) -> Iterator[tuple[int, int]]:
    """First and end sample of each part without a jump."""
    steps = np.diff(gone)
    jumps = np.flatnonzero((steps > _JUMP_M) & (steps > QUICKEST_MPS * np.diff(times))) + 1
    edges = [0, *(int(one) for one in jumps), len(times)]
    return pairwise(edges)


def _fastest(times: FloatArray, gone: FloatArray, wanted: float, quickest_mps: float) -> Stretch | None:
    """From each sample, and to each sample: the fastest stretch begins or ends at one of them."""
    if gone[-1] - gone[0] < wanted:
        return None
    rising = np.concatenate(([True], np.diff(gone) > 0))
    at, way = times[rising], gone[rising]
    first = way <= way[-1] - wanted
    last = way >= way[0] + wanted
    begins = np.concatenate((at[first], np.interp(way[last] - wanted, way, at)))
    took = np.concatenate((np.interp(way[first] + wanted, way, at) - at[first], at[last] - begins[first.sum() :]))
    possible = (took >= wanted / quickest_mps) & (took < wanted / SLOWEST_MPS)
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
