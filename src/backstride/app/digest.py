"""What lists and sums read of an analysis: distances, seconds by direction, and a ribbon that can be drawn anywhere."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from backstride.recording import Analysis, Bout, Direction, FloatArray, Gait, Recording
from backstride.store import Digest, Ribbon

_PIECES = 120
NOTHING = Digest(float("nan"), {}, ())


def digest(recording: Recording, analysis: Analysis) -> Digest:
    """What is kept beside the recording, so that lists and sums need not open the analysis."""
    seconds: dict[Direction, float] = defaultdict(float)
    for bout in analysis.bouts:
        seconds[bout.direction] += bout.end_s - bout.start_s
    return Digest(
        _distance_m(analysis, None, recording.about.totals.get("distance_m", math.nan)),
        dict(seconds),
        ribbon(analysis.bouts, recording.duration_s),
        backward_m=_distance_m(analysis, Direction.BACKWARD),
        backward_run_s=math.fsum(
            bout.end_s - bout.start_s
            for bout in analysis.bouts
            if bout.direction is Direction.BACKWARD and bout.gait is Gait.RUN
        ),
    )


def ribbon(bouts: Sequence[Bout], duration_s: float) -> Ribbon:
    """Bouts as shares of the duration, neighbours of one direction joined; at most 120 pieces.

    Where there are more, time is cut into that many slots. Each takes the direction that is owed most time so far, so
    that every stretch of the ribbon keeps the true shares to within a slot: what a slot holds most of, or has in its
    middle, would make short intervals vanish.
    """
    if not duration_s:
        return ()
    if len(bouts) <= _PIECES:
        return _joined(
            [(bout.start_s / duration_s, min(bout.end_s / duration_s, 1.0), bout.direction) for bout in bouts]
        )
    edges = np.linspace(0.0, 1.0, _PIECES + 1)
    pieces = []
    owed = dict.fromkeys(Direction, 0.0)
    for start, end, seconds in zip(edges, edges[1:], _seconds_between(bouts, edges * duration_s), strict=False):
        for direction, value in zip(Direction, seconds, strict=True):
            owed[direction] += value
        chosen = max(owed, key=owed.__getitem__)
        owed[chosen] -= (end - start) * duration_s
        pieces.append((float(start), float(end), chosen))
    return _joined(pieces)


def _seconds_between(bouts: Sequence[Bout], edges_s: FloatArray) -> FloatArray:
    """Seconds of each direction between neighbouring edges: shape (edges - 1, directions)."""
    starts, ends = np.array([(bout.start_s, bout.end_s) for bout in bouts]).T
    held = np.array([[bout.direction is direction for direction in Direction] for bout in bouts])
    spent = np.clip(edges_s[:, None] - starts, 0.0, ends - starts) @ held
    return np.diff(spent, axis=0)


def _joined(pieces: Sequence[tuple[float, float, Direction]]) -> Ribbon:
    joined: list[tuple[float, float, Direction]] = []
    for start, end, direction in pieces:
        if joined and joined[-1][2] is direction:
            joined[-1] = (joined[-1][0], end, direction)
        else:
            joined.append((start, end, direction))
    return tuple((round(start, 5), round(end, 5), direction) for start, end, direction in joined)


def _distance_m(analysis: Analysis, direction: Direction | None, otherwise: float = math.nan) -> float:
    found = (metric for metric in analysis.metrics if (metric.key, metric.direction) == ("distance_m", direction))
    return next((metric.value for metric in found), otherwise)
